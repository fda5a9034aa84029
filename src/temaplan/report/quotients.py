"""Location quotients of the areas against one reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from temaplan.analysis.regional.location_quotient import location_quotient
from temaplan.report.jobs import Jobs


@dataclass(frozen=True)
class Quotient:
    """One industry of one area beside its reference. None is not known."""

    value: float | None
    share: float | None
    reference_share: float | None
    lq: float | None
    excess: float | None


def quotients(
    jobs: Jobs, regions: tuple[str, ...], year: int, reference: str | Mapping[str, list[Any]]
) -> dict[tuple[str, str], Quotient]:
    """Return quotients by region and industry; `reference` is a code or a table."""
    named = isinstance(reference, str)
    codes = dict.fromkeys((*regions, reference) if isinstance(reference, str) else regions)
    totals = jobs.totals([*codes], [year]) if named else None
    answer = location_quotient(jobs.long(codes, [year]), reference=reference, totals=totals)
    return {
        (region, industry): Quotient(*figures)
        for region, industry, *figures in zip(
            *(
                answer[name]
                for name in (
                    "region",
                    "industry",
                    "value",
                    "share",
                    "reference_share",
                    "lq",
                    "excess",
                )
            ),
            strict=True,
        )
        if region in regions
    }
