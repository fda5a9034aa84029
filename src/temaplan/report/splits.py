"""Changes split in parts that sum to them, by area and by industry."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from temaplan.analysis.regional.shift_share import shift_share
from temaplan.analysis.regional.unallocated import UNALLOCATED
from temaplan.report.jobs import Jobs
from temaplan.report.language import Said

CLASSIC = ("national", "mix", "competitive", "entry", "exit")
NESTED = ("national", "mix", "outer_competitive", "inner_competitive", "entry", "exit")
REST = "unallocated"

PARTS: Mapping[str, Said] = {
    "national": Said("Vekst ellers", "Vekst elles"),
    "mix": Said("Næringssammensetning", "Næringssamansetjing"),
    "competitive": Said("Egen vekst", "Eigen vekst"),
    "outer_competitive": Said("Fylkets vekst", "Veksten i fylket"),
    "inner_competitive": Said("Egen vekst i fylket", "Eigen vekst i fylket"),
    "entry": Said("Nye næringer", "Nye næringar"),
    "exit": Said("Næringer som forsvant", "Næringar som forsvann"),
    REST: Said("Ikke fordelt", "Ikkje fordelt"),
}


@dataclass(frozen=True)
class Split:
    """One area's change in parts, whole and by industry. None is not known."""

    parts: Mapping[str, float]
    by_industry: Mapping[tuple[str, str], float | None]

    @property
    def change(self) -> float:
        """The whole change: the sum of the parts."""
        return math.fsum(self.parts.values())

    @property
    def expected(self) -> float:
        """What the general growth and the mix give."""
        return self.parts["national"] + self.parts["mix"]

    @property
    def unallocated(self) -> float:
        """What of the published change no industry has."""
        return self.parts.get(REST, 0.0)

    @property
    def own(self) -> float:
        """What the general growth and the mix do not give; «ikke fordelt» is nobody's own."""
        outside = ("national", "mix", REST)
        return math.fsum(value for name, value in self.parts.items() if name not in outside)

    def own_in(self, industry: str) -> float | None:
        """Return the own part of one industry; nothing where its figures are not known."""
        known = [
            value
            for (name, part), value in self.by_industry.items()
            if name == industry and part not in ("national", "mix", REST) and value is not None
        ]
        return math.fsum(known) if known else None

    @property
    def shown(self) -> list[str]:
        """The parts that a reader must see: entries and exits only where there are any."""
        rare = ("entry", "exit", REST)
        return [name for name, value in self.parts.items() if name not in rare or value]


def split_changes(
    jobs: Jobs, codes: Sequence[str], years: tuple[int, int], reference: str, **how: Any
) -> dict[str, Split]:
    """Split the change of each area; `how` goes on to `shift_share`."""
    base, end = years
    periods = [year for year in jobs.span if base <= year <= end] if how.get("dynamic") else years
    regions = [*dict.fromkeys((*codes, reference))]
    answer = shift_share(
        jobs.long(regions, periods),
        base=base,
        end=end,
        reference=reference,
        totals=jobs.totals(regions, periods),
        **how,
    )
    return _by_region(answer, codes, CLASSIC)


def nested_changes(
    jobs: Jobs, years: tuple[int, int], reference: str, areas: Mapping[str, str]
) -> dict[str, Split]:
    """Split the change of each area by what the area around it did and what it did itself."""
    base, end = years
    answer = shift_share(
        jobs.long((*areas, reference), years),
        base=base,
        end=end,
        reference=reference,
        within={"region": list(areas), "area": list(areas.values())},
    )
    return _by_region(answer, jobs.codes, NESTED)


def _by_region(
    answer: Mapping[str, Sequence[Any]], codes: Sequence[str], order: Sequence[str]
) -> dict[str, Split]:
    cells: dict[str, dict[tuple[str, str], list[float]]] = {code: {} for code in codes}
    for region, industry, component, value in zip(
        *(answer[name] for name in ("region", "industry", "component", "value")), strict=True
    ):
        if region in cells and value is not None:
            name = REST if industry == UNALLOCATED else component
            cells[region].setdefault((industry, name), []).append(value)
    return {code: _split(found, order) for code, found in cells.items()}


def _split(found: Mapping[tuple[str, str], list[float]], order: Sequence[str]) -> Split:
    by_industry = {key: math.fsum(values) for key, values in found.items()}
    parts = {
        name: math.fsum(value for (_, part), value in by_industry.items() if part == name)
        for name in (*order, REST)
    }
    if not any(part == REST for _, part in by_industry):
        del parts[REST]
    return Split(parts, by_industry)
