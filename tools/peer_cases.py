"""The cases on which our answers stand beside those of other packages, and why they differ.

`benchmarks/peers.py` asks the other packages and keeps what they said, with their versions, in
`benchmarks/peers.json`; `tools/peers_reference.py` writes the page. Nothing here needs them.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from temaplan.analysis import regional
from temaplan.errors import TemaplanError

CLONE = Path(__file__).resolve().parents[1]
RECORDED = CLONE / "benchmarks" / "peers.json"
Numbers = list[float | None]
Matrix = Sequence[Sequence[float | None]]

WHOLE: Matrix = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
WITH_GAP: Matrix = [[None, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
BEFORE: Matrix = [[0, 10, 0]]
AFTER: Matrix = [[9, 12, 0]]
EMPTY_REGION: Matrix = [[1, 2], [0, 0], [3, 1]]
PIECES: Matrix = np.kron(np.eye(2), np.ones((3, 3))).tolist()
COUNTS: Matrix = np.random.default_rng(3).poisson(4, (8, 6)).tolist()
COUNTS_WITH_GAP: Matrix = [[None, *COUNTS[0][1:]], *COUNTS[1:]]
COUNTS_WITH_EMPTY: Matrix = [*COUNTS, [0] * 6]
GROUPS = ("A", "A", "B", "B", "B")


@dataclass(frozen=True)
class Case:
    """One question. `ours` answers it here; `why` explains a difference, or is empty for none.

    `code` is a defect of the survey (D3) where it shows one.
    """

    name: str
    package: str
    title: str
    matrix: Any
    ours: Callable[[], Numbers | str]
    why: str = ""
    code: str = ""

    @property
    def same(self) -> bool:
        """Tell whether the answers must be the same."""
        return not self.why


def recorded() -> dict[str, Any]:
    """Return what the other packages said, by package and case."""
    found: dict[str, Any] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return found


def table(matrix: Matrix, *, period: int = 2020) -> dict[str, list[Any]]:
    """Return a matrix of regions and industries as a long table."""
    cells = [
        (f"r{region}", f"i{industry}", period, value)
        for region, row in enumerate(matrix)
        for industry, value in enumerate(row)
    ]
    names = ("region", "industry", "period", "value")
    return {name: list(each) for name, each in zip(names, zip(*cells, strict=True), strict=True)}


def values(figures: Sequence[float]) -> dict[str, list[Any]]:
    """Return one figure for each region."""
    regions = [f"r{region}" for region in range(len(figures))]
    return {"region": regions, "period": [2020] * len(figures), "value": list(figures)}


def standardised(figures: Any) -> Numbers:
    """Return figures with the mean 0 and the population standard deviation 1; NaN is null."""
    array = np.asarray(figures, dtype=float)
    spread = (array - np.nanmean(array)) / np.nanstd(array)
    return plain(spread)


def plain(figures: Any) -> Numbers:
    """Return figures as a list that can be kept as text, with null for what is none."""
    return [
        None if np.isnan(each) else float(each)
        for each in np.asarray(figures, dtype=float).reshape(-1)
    ]


def _quotients(matrix: Matrix) -> Numbers:
    found: Numbers = regional.location_quotient(table(matrix), reference="total")["lq"]
    return found


def _refusal(ask: Callable[[], Any]) -> str:
    try:
        ask()
    except TemaplanError as refused:
        return f"avvist (`{refused.code}`)"
    raise AssertionError("the case was to be refused")


def _of_regions(matrix: Matrix, name: str) -> Numbers:
    found: Numbers = regional.complexity(table(matrix)).regions[name]
    return found


def _pci() -> Numbers:
    found: Numbers = regional.complexity(table(COUNTS)).industries["pci"]
    return found


def _growth() -> Numbers:
    both = [table(BEFORE, period=2019), table(AFTER, period=2020)]
    joined = {name: [*both[0][name], *both[1][name]] for name in both[0]}
    found: Numbers = regional.growth(joined, base=2019, end=2020)["growth"]
    return found


def _inequality(figures: Sequence[float | None], *names: str, groups: bool = False) -> Numbers:
    data = values(figures)  # type: ignore[arg-type] # null is a case
    asked = {"group": "group"} if groups else {}
    found = regional.inequality(data | ({"group": list(GROUPS)} if groups else {}), **asked)
    return [found[name][0] for name in names]


def _specialisation(name: str) -> Numbers:
    found: Numbers = regional.specialisation(table(EMPTY_REGION), reference="total")[name]
    return found


def _density(*, include_self: bool) -> Numbers:
    found: Numbers = regional.relatedness_density(table(COUNTS), include_self=include_self)[
        "density"
    ]
    return found


def _twice() -> Any:
    data = table(COUNTS)
    return regional.complexity({name: [*each, each[0]] for name, each in data.items()})


ECONCOMPLEX = (
    Case("lq", "econcomplex", "Lokaliseringskvotienter", WHOLE, lambda: _quotients(WHOLE)),
    Case(
        "lq_gap",
        "econcomplex",
        "En celle uten tall",
        WITH_GAP,
        lambda: _quotients(WITH_GAP),
        "Pakken lar ett manglende tall bli til at ingenting har svar, uten varsel. Hos oss er bare "
        "den ene cellen tom. Andelene regnes over cellene som har tall, og `note` sier "
        "`incomplete`.",
        "D3",
    ),
    Case(
        "growth",
        "econcomplex",
        "Vekst fra 0 til 9, fra 10 til 12 og fra 0 til 0",
        [BEFORE, AFTER],
        _growth,
        "Pakken gir prosent, vi gir andel: 20 og 0,2 er det samme. Men den sier også at en ny "
        "næring har vokst 0 prosent. Fra 0 finnes ingen vekstrate. Hos oss er den tom, og `note` "
        "sier `entry` for den nye.",
        "D13",
    ),
    Case(
        "krugman_empty",
        "econcomplex",
        "Krugmans mål for en region uten arbeidsplasser (den midterste)",
        EMPTY_REGION,
        lambda: _specialisation("krugman"),
        "Pakken lar regionen uten arbeidsplasser ha andeler på 0, og får halve skalaen. Den har "
        "ingen andeler. Hos oss er svaret tomt, og `note` sier `no_total`.",
        "D15",
    ),
    Case(
        "hhi_empty",
        "econcomplex",
        "Normalisert HHI for de samme regionene",
        EMPTY_REGION,
        lambda: _specialisation("hhi_normalised"),
        "Pakken får et tall under 0, som målet ikke kan være. Hos oss er svaret tomt.",
        "D15",
    ),
    Case(
        "pieces",
        "econcomplex",
        "Kompleksitet når nettverket er to biter uten noe felles",
        PIECES,
        lambda: _refusal(lambda: regional.complexity(table(PIECES))),
        "Pakken svarer 1 og −1: hvilken bit regionen ligger i, og ikke hvor sammensatt den er. "
        "Hvilken bit som får pluss, er tilfeldig. Vi svarer ikke.",
        "D16",
    ),
    Case(
        "eci",
        "econcomplex",
        "ECI, standardisert",
        COUNTS,
        lambda: _of_regions(COUNTS, "eci"),
    ),
    Case(
        "pci",
        "econcomplex",
        "PCI, standardisert",
        COUNTS,
        _pci,
        "Tallene er de samme med motsatt fortegn. Pakken velger fortegnet til PCI for seg, så her "
        "er de mest sammensatte næringene dem som bare de minst sammensatte regionene har. ECI og "
        "PCI kommer fra samme par av vektorer og har hos oss ett felles fortegn. "
        "`ecomplexity` gjør som vi.",
        "D16",
    ),
    Case(
        "density",
        "econcomplex",
        "Tetthet av beslektede næringer, uten næringen selv, i prosent",
        COUNTS,
        lambda: [None if each is None else 100 * each for each in _density(include_self=False)],
    ),
)
ECOMPLEXITY = (
    Case(
        "eci",
        "ecomplexity",
        "ECI, standardisert",
        COUNTS,
        lambda: _of_regions(COUNTS, "eci"),
    ),
    Case(
        "pci_scale",
        "ecomplexity",
        "PCI",
        COUNTS,
        _pci,
        "Rekkefølgen og avstandene er de samme, men skalaen er en annen: pakken standardiserer PCI "
        "med gjennomsnittet og spredningen til ECI. Vi standardiserer hvert mål med sitt eget, så "
        "1 er ett standardavvik i begge.",
    ),
    Case(
        "gain",
        "ecomplexity",
        "Hva hver næring ville åpne for den første regionen",
        COUNTS,
        lambda: regional.outlook(table(COUNTS)).industries["outlook_gain"][: len(COUNTS[0])],
        "Formelen er den samme, men pakken setter inn PCI før den er standardisert, og deler "
        "svaret på spredningen til ECI. Hos oss er PCI standardisert først, så en gjennomsnittlig "
        "næring er verdt 0. Med pakkens PCI gir vår formel pakkens tall.",
    ),
    Case(
        "pieces",
        "ecomplexity",
        "ECI når nettverket er to biter uten noe felles",
        PIECES,
        lambda: _refusal(lambda: regional.complexity(table(PIECES))),
        "Pakken svarer ikke, og sier ikke hvorfor. Vi nekter, og sier hva som er galt og hva du "
        "kan gjøre.",
        "D16",
    ),
    Case(
        "density",
        "ecomplexity",
        "Tetthet av beslektede næringer, med næringen selv",
        COUNTS,
        lambda: _density(include_self=True),
    ),
    Case(
        "gap",
        "ecomplexity",
        "Kvotienten til en celle uten tall, og til den neste i samme region",
        COUNTS_WITH_GAP,
        lambda: _quotients(COUNTS_WITH_GAP)[:2],
    ),
    Case(
        "gap_diversity",
        "ecomplexity",
        "Antall næringer i hver region når én celle er uten tall",
        COUNTS_WITH_GAP,
        lambda: _of_regions(COUNTS_WITH_GAP, "diversity"),
    ),
    Case(
        "empty",
        "ecomplexity",
        "ECI, standardisert, når en region er uten arbeidsplasser",
        COUNTS_WITH_EMPTY,
        lambda: _of_regions(COUNTS_WITH_EMPTY, "eci"),
    ),
    Case(
        "twice",
        "ecomplexity",
        "To rader for samme region, næring og år (antall rader som blir regnet med)",
        COUNTS,
        lambda: _refusal(_twice),
        "Pakken beholder den første og kaster den andre, med et varsel. Hvilken som er riktig, "
        "vet den ikke. Vi nekter, og sier hvilke to rader det gjelder.",
        "D19",
    ),
)
INEQUALITY = (
    Case(
        "gini",
        "inequality",
        "Gini av 10, 30 og 20",
        [10, 30, 20],
        lambda: _inequality([10, 30, 20], "gini"),
    ),
    Case(
        "theil",
        "inequality",
        "Theil av 10, 30 og 20",
        [10, 30, 20],
        lambda: _inequality([10, 30, 20], "theil"),
    ),
    Case(
        "theil_zero",
        "inequality",
        "Theil når ett av tallene er 0",
        [0, 30, 20],
        lambda: _inequality([0, 30, 20], "theil"),
    ),
    Case(
        "theil_parts",
        "inequality",
        "Theil delt i mellom og innenfor grupper",
        [1, 3, 10, 20, 5],
        lambda: _inequality(
            [1, 3, 10, 20, 5], "theil", "theil_between", "theil_within", groups=True
        ),
    ),
    Case(
        "gap",
        "inequality",
        "Gini og Theil når én region er uten tall",
        [1, None, 3],
        lambda: _inequality([1, None, 3], "gini", "theil"),
        "Pakken har ikke noe svar når ett tall mangler. Vi regner over regionene som har tall.",
    ),
)
CASES: dict[str, tuple[Case, ...]] = {
    "econcomplex": ECONCOMPLEX,
    "ecomplexity": ECOMPLEXITY,
    "inequality": INEQUALITY,
}
