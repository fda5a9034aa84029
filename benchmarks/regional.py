"""How long the analysis library takes on four sizes of panel, beside two other packages.

    uv run --with ecomplexity --with econcomplex python benchmarks/regional.py [A] [B] [C] [D]

Answers are compared with those of the other packages before anything is timed. Seconds of
processor time, the least of some runs; memory is what was needed at the worst beyond
what lay there before. Without the packages the library is measured alone, and that is said.

The panels are made with a fixed seed: Poisson counts around a nested structure, where
diverse regions have what the others have, and more. Results are kept in
`benchmarks/README.md`.
"""

import os

# The linear algebra is measured on one thread: on small matrices a second one only waits.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from temaplan.analysis import regional
from temaplan.analysis.regional import Panel

SIZES = {"A": (4, 17, 11), "B": (356, 88, 17), "C": (356, 800, 17), "D": (5000, 1200, 20)}
LIMITS = {"A": 5.0, "B": 20.0, "C": 100.0}  # milliseconds of processor time
SAME = 1e-9
ACCOUNT = Path("/proc/self/status")
PEAK_RESET = Path("/proc/self/clear_refs")
ONE_YEAR = frozenset({"relatedness", "relatedness_density", "outlook"})


@dataclass(frozen=True)
class Measured:
    """One line of the result."""

    panel: str
    what: str
    milliseconds: float
    megabytes: float
    limit: float | None = None
    peer: str = ""
    peer_milliseconds: float | None = None


def make_panel(regions: int, industries: int, years: int, seed: int = 1) -> Panel:
    """Return counts of jobs with a nested structure."""
    rng = np.random.default_rng(seed)
    size = rng.lognormal(6.0, 1.0, regions)
    common = rng.lognormal(0.0, 1.0, industries)
    reach = np.sort(rng.random(regions))[::-1]
    demand = np.linspace(0.0, 1.0, industries)
    fit = 1 / (1 + np.exp(6 * (demand[None, :] - reach[:, None])))
    expected = common[None, :] * fit
    expected *= (size / expected.sum(axis=1))[:, None]
    values = np.empty((years, regions, industries))
    for year in range(years):
        values[year] = rng.poisson(expected * 1.01**year)
    return Panel(
        tuple(range(2008, 2008 + years)),
        tuple(f"{number:04d}" for number in range(regions)),
        tuple(f"i{number:04d}" for number in range(industries)),
        values,
        (values == 0).astype(np.uint8),
        "polars",
    )


def one_year(panel: Panel) -> Panel:
    """Return the first year of a panel."""
    first = panel.values[:1].copy(), panel.states[:1].copy()
    return Panel(panel.periods[:1], panel.regions, panel.industries, *first, panel.backend)


def questions(panel: Panel) -> dict[str, Callable[[], Any]]:
    """Return each method as a call on the panel; dense where the method gives cells."""
    first = one_year(panel)
    span: dict[str, Any] = {"base": panel.periods[0], "end": panel.periods[-1]}
    against: dict[str, Any] = {"reference": "total"}
    commuters = flows_between(panel.regions)
    return {
        "location_quotient": lambda: regional.location_quotient(panel, **against, as_panel=True),
        "growth": lambda: regional.growth(panel, **span, as_panel=True),
        "shift_share": lambda: regional.shift_share(panel, **span, **against, as_panel=True),
        "specialisation": lambda: regional.specialisation(panel, **against),
        "concentration": lambda: regional.concentration(panel, **against),
        "economic_base": lambda: regional.economic_base(panel, **against),
        "entry_exit": lambda: regional.entry_exit(panel, **span),
        "validate": lambda: regional.validate(panel),
        "productivity": lambda: regional.productivity(panel, panel, **span, as_panel=True),
        "firm_births": lambda: regional.firm_births(panel, panel, people_of(panel)),
        "labour_areas": lambda: regional.labour_areas(commuters),
        "commuting": lambda: regional.commuting(commuters),
        "complexity": lambda: regional.complexity(panel),
        "relatedness": lambda: regional.relatedness(first),
        "relatedness_density": lambda: regional.relatedness_density(first),
        "outlook": lambda: regional.outlook(first),
    }


def people_of(panel: Panel) -> Any:
    """Return a population of each region and year."""
    rows = [(region, period) for region in panel.regions for period in panel.periods]
    return pl.DataFrame(
        {
            "region": [region for region, _ in rows],
            "period": [period for _, period in rows],
            "value": [1000 + number for number in range(len(rows))],
        }
    )


def flows_between(regions: tuple[str, ...]) -> Panel:
    """Return commuters: most stay where they live, some go anywhere."""
    size = len(regions)
    flows = np.random.default_rng(2).poisson(2.0, (1, size, size)) + 500.0 * np.eye(size)
    return Panel((2020,), regions, regions, flows, np.zeros(flows.shape, np.uint8), "polars")


def milliseconds(work: Callable[[], Any], times: int) -> float:
    """Return the least processor time of some runs."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return 1000 * min(found)


def megabytes(work: Callable[[], Any]) -> float:
    """Return how much more memory the work needed at its worst than there was before it (Linux)."""
    PEAK_RESET.write_text("5")
    before = memory("VmRSS")
    work()
    return max(memory("VmHWM") - before, 0.0)


def memory(field: str) -> float:
    """Return a field of the process's own account of memory, in megabytes."""
    lines = ACCOUNT.read_text().splitlines()
    return next(float(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def peers() -> dict[str, Any]:
    """Return the other packages that are there."""
    found = {}
    for name in ("ecomplexity", "econcomplex"):
        with suppress(ImportError):
            found[name] = import_module(name)
    return found


def peer_calls(panel: Panel, there: dict[str, Any]) -> Iterator[tuple[str, str, Callable[[], Any]]]:
    """Yield (our question, package, call) for what the other packages answer for one year."""
    matrix = panel.values[0]
    if "econcomplex" in there:
        package = there["econcomplex"]
        yield "location_quotient", "econcomplex", lambda: package.location_quotient(matrix)
        krugman = "econcomplex, bare krugman"
        yield "specialisation", krugman, lambda: package.krugman_index(matrix)
        yield "complexity", "econcomplex", lambda: package.eci_pci(matrix)
        yield (
            "relatedness",
            "econcomplex",
            lambda: package.proximity(matrix, compute="product"),
        )
        yield "relatedness_density", "econcomplex", lambda: package.density(matrix)
    if "ecomplexity" in there:
        package_of_growth_lab = there["ecomplexity"]
        table, names = long_pandas(panel)
        yield (
            "full set",
            "ecomplexity",
            lambda: package_of_growth_lab.ecomplexity(
                table, names, verbose=False, check_logsupermodularity=False
            ),
        )


def long_pandas(panel: Panel) -> tuple[Any, dict[str, str]]:
    """Return the first year as the long pandas table that ecomplexity reads."""
    table = one_year(panel).to_frame().to_pandas()
    names = {"time": "period", "loc": "region", "prod": "industry", "val": "value"}
    return table[list(names.values())], names


def check(panel: Panel, there: dict[str, Any]) -> Iterator[str]:
    """Compare answers for one year; a difference stops everything."""
    matrix, first = panel.values[0], one_year(panel)
    quotients = regional.location_quotient(first, reference="total", as_panel=True)["lq"][0]
    found = regional.complexity(first)
    eci, pci = (
        np.array(table[name], dtype=float)
        for table, name in ((found.regions, "eci"), (found.industries, "pci"))
    )
    if "econcomplex" in there:
        package = there["econcomplex"]
        yield same("econcomplex: kvotienter", quotients, package.location_quotient(matrix))
        theirs, of_industries = package.eci_pci(matrix)
        yield same("econcomplex: eci", eci, standardised(theirs))
        yield same("econcomplex: pci", pci, standardised(of_industries))
        # econcomplex leaves the industry itself out of its surroundings.
        around = regional.relatedness_density(first, include_self=False)["density"]
        density = np.array(around, dtype=float).reshape(matrix.shape)
        yield same("econcomplex: tetthet", density, np.asarray(package.density(matrix)) / 100)
        spread = regional.specialisation(first, reference="total")
        krugman = np.array(spread["krugman"], dtype=float)
        yield same("econcomplex: krugman", krugman, package.krugman_index(matrix))
    if "ecomplexity" in there:
        table, names = long_pandas(panel)
        result = there["ecomplexity"].ecomplexity(
            table, names, verbose=False, check_logsupermodularity=False
        )
        by_region = result.groupby("region")["eci"].first().to_numpy()
        yield same("ecomplexity: eci", eci, standardised(by_region))


def same(what: str, ours: Any, theirs: Any) -> str:
    """Return one line about the largest difference, or stop."""
    ours, theirs = np.asarray(ours, dtype=float), np.asarray(theirs, dtype=float)
    both = ~np.isnan(ours) & ~np.isnan(theirs)
    apart = float(np.abs(ours[both] - theirs[both]).max())
    if apart > SAME:
        raise SystemExit(f"{what}: svarene er ulike, med inntil {apart:g}. Ingenting er målt.")
    return f"{what}: største forskjell {apart:.1e} over {both.sum()} tall"


def standardised(figures: Any) -> Any:
    """Return figures with the mean 0 and the population standard deviation 1."""
    array = np.asarray(figures, dtype=float)
    return (array - np.nanmean(array)) / np.nanstd(array)


def measure(name: str, there: dict[str, Any]) -> Iterator[Measured]:
    """Measure every method on one panel."""
    panel = make_panel(*SIZES[name])
    for line in check(panel, there) if name in "BC" else ():
        print(f"  {line}", file=sys.stderr)
    times = 9 if name in "AB" else 4
    beside = {what: (package, call) for what, package, call in peer_calls(panel, there)}
    for what, work in questions(panel).items():
        package, call = beside.get(what, ("", None))
        years = 1 if what in ONE_YEAR else len(panel.periods)
        yield Measured(
            name,
            what,
            milliseconds(work, times),
            megabytes(work),
            LIMITS.get(name),
            package,
            None if call is None else years * milliseconds(call, 2),
        )
    yield from tidy(name, panel)
    if name == "A":
        work = lambda: regional.projection(panel, horizon=15, draws=10_000, seed=1)  # noqa: E731
        yield Measured(
            name, "projection, 10 000 trekninger", milliseconds(work, 3), megabytes(work), 500
        )
    if "full set" in beside:
        package, call = beside["full set"]
        work = full_set(panel)
        yield Measured(
            name,
            "alt for ett år",
            milliseconds(work, times),
            megabytes(work),
            None,
            package,
            milliseconds(call, 1),
        )


def full_set(panel: Panel) -> Callable[[], Any]:
    """Return the work of one year: quotients, complexity, proximity, density, outlook."""
    first = one_year(panel)

    def work() -> None:
        regional.location_quotient(first, reference="total", as_panel=True)
        regional.relatedness(first)
        regional.relatedness_density(first)
        regional.outlook(first)
        regional.complexity(first)

    return work


def tidy(name: str, panel: Panel) -> Iterator[Measured]:
    """Measure quotients of all years from a long table to a long table."""
    if name not in "CD":
        return
    table = panel.to_frame().filter(pl.col("value") > 0).drop("state")
    table = table.with_columns(pl.col("region", "industry").cast(pl.Categorical))
    work = lambda: regional.location_quotient(table, reference="total", absent="zero")  # noqa: E731
    limit = 300.0 if name == "C" else 5000.0
    rows = f"{len(table):,}".replace(",", "\u00a0")
    what = f"location_quotient, tabell til tabell ({rows} rader)"
    yield Measured(name, what, milliseconds(work, 3 if name == "C" else 2), megabytes(work), limit)


def measure_largest(there: dict[str, Any]) -> Iterator[Measured]:
    """Measure what is promised of panel D: all quotients, and one year of everything."""
    panel = make_panel(*SIZES["D"])
    dense = panel.values.nbytes / 2**20
    work = lambda: regional.location_quotient(panel, reference="total", as_panel=True)  # noqa: E731
    yield Measured(
        "D",
        f"location_quotient (panelet er {dense:.0f} MB)",
        milliseconds(work, 2),
        megabytes(work),
        1000,
    )
    yield from tidy("D", panel)
    work = full_set(panel)
    yield Measured("D", "alt for ett år", milliseconds(work, 1), megabytes(work), 1500)


def line_of(measured: Measured) -> str:
    """Return a line of the table in Markdown."""
    limit = "" if measured.limit is None else f"{measured.limit:.0f}"
    ratio = ""
    if measured.peer_milliseconds is not None:
        ratio = f"{measured.peer_milliseconds / measured.milliseconds:.1f}"
    theirs = "" if measured.peer_milliseconds is None else f"{measured.peer_milliseconds:.1f}"
    cells = (
        measured.panel,
        measured.what,
        f"{measured.milliseconds:.1f}",
        limit,
        f"{measured.megabytes:.0f}",
        measured.peer,
        theirs,
        ratio,
    )
    return f"| {' | '.join(cells)} |"


def main(asked: list[str]) -> None:
    """Print the table for the panels that are asked for, else A, B and C."""
    there = peers()
    if not there:
        print(
            "ecomplexity og econcomplex er ikke installert: bare vårt eget er målt.",
            file=sys.stderr,
        )
    print("| panel | hva | ms | mål | MB | pakke | ms | forhold |")
    print("| --- | --- | ---: | ---: | ---: | --- | ---: | ---: |")
    for name in asked or ["A", "B", "C"]:
        for measured in measure_largest(there) if name == "D" else measure(name, there):
            print(line_of(measured), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
