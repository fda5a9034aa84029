"""Charts of calculations that are frozen values (`documents.charts.specs`).

`AnalysisRun.chart` chooses the kind; the figures come from the rows of the result:

* `profile`: quotients of a region's industries, with their shares;
* `parts`: a change and the parts that it is made of, a row for each region;
* `commuting`: who goes out, stays and comes in, a row for each region;
* `choropleth`: one figure for each municipality or county; `middle` parts two kinds of class.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from temaplan.documents.charts.geography import is_area
from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs import (
    Area,
    Choropleth,
    Commuters,
    Commuting,
    Parts,
    PartsRow,
    Profile,
    Quotient,
    Spec,
)
from temaplan.documents.charts.specs.base import Written
from temaplan.workbench.evidence.drawn import Drawn
from temaplan.workbench.evidence.results import Row, missing_words
from temaplan.workbench.evidence.views.run_words import column_words, key_words


def spec_for(drawn: Drawn, *, colour: str, marking: str) -> Spec | None:
    """Return the chart of a calculation as a frozen value, or None for bars and lines."""
    maker = MAKERS.get(drawn.kind)
    if maker is None:
        return None
    common = {"colour": colour, "marking": marking, "language": written_form()}
    return maker(drawn, common)


def written_form() -> Written:
    """Return the written form that the reader has chosen."""
    return "nn" if get_language() == "nn" else "nb"


def number_of(drawn: Drawn, *, sign: bool = False) -> NumberFormat:
    """Return how the figures of a chart are written."""
    return {"decimals": drawn.format.decimals, "percent": drawn.is_percent, "sign": sign}


def _profile(drawn: Drawn, common: dict[str, Any]) -> Spec:
    own = drawn.run.chart
    return Profile(
        **common,
        rows=tuple(
            Quotient(
                drawn.name(row),
                drawn.value(row),
                share=_figure(row, "share"),
                highlight=drawn.is_highlighted(row),
                missing=_missing(row, drawn.column),
                weight=_figure(row, "excess"),
            )
            for row in drawn.sorted_rows
        ),
        reference=own.get("reference", {}).get("label", _("1 = som referansen")),
        share=column_words("share") if any(_figure(row, "share") for row in drawn.rows) else "",
        left=own.get("left", ""),
        right=own.get("right", ""),
        number=number_of(drawn),
    )


def _parts(drawn: Drawn, common: dict[str, Any]) -> Spec:
    """Leave out a part that is nothing for every region."""
    by_region: dict[str, dict[str, Row]] = {}
    for row in drawn.rows:
        by_region.setdefault(drawn.name(row), {})[row["component"]] = row
    components = [
        code
        for code in dict.fromkeys(row["component"] for row in drawn.rows)
        if any(drawn.value(rows[code]) != 0 for rows in by_region.values() if code in rows)
    ]
    named = {row["component"]: key_words(row, "component") for row in drawn.rows}
    return Parts(
        **common,
        components=tuple(named[code] for code in components),
        rows=tuple(
            PartsRow(
                region,
                tuple(drawn.value(rows[code]) if code in rows else None for code in components),
                highlight=any(drawn.is_highlighted(row) for row in rows.values()),
                missing=_missing(next(iter(rows.values())), drawn.column),
            )
            for region, rows in by_region.items()
        ),
        left=drawn.run.chart.get("left", ""),
        right=drawn.run.chart.get("right", ""),
        sum=_("endring i alt"),
        number=number_of(drawn, sign=True),
    )


def _commuting(drawn: Drawn, common: dict[str, Any]) -> Spec:
    return Commuting(
        **common,
        rows=tuple(
            Commuters(
                drawn.name(row),
                own=_figure(row, "own"),
                arriving=_figure(row, "in_commuters"),
                leaving=_figure(row, "out_commuters"),
                highlight=drawn.is_highlighted(row),
                missing=_missing(row, "own"),
            )
            for row in drawn.rows
        ),
        number=number_of(drawn),
    )


def _choropleth(drawn: Drawn, common: dict[str, Any]) -> Spec:
    middle = drawn.run.chart.get("middle")
    codes = [row["region"] for row in drawn.rows]
    return Choropleth(
        **common,
        areas=tuple(
            Area(
                row["region"],
                key_words(row, "region"),
                drawn.value(row),
                highlight=drawn.is_highlighted(row),
                missing=_missing(row, drawn.column),
            )
            for row in drawn.rows
        ),
        unit=column_words(drawn.column),
        level=(is_area(codes[0]) if codes else None) or "municipality",
        number=number_of(drawn, sign=middle == 0),
        middle=None if middle is None else float(middle),
    )


def _figure(row: Row, column: str) -> float | None:
    text = row.get(column) or ""
    return float(text) if text else None


def _missing(row: Row, column: str) -> str:
    return "" if row.get(column) else missing_words(row)


MAKERS: Mapping[str, Callable[[Drawn, dict[str, Any]], Spec]] = {
    "profile": _profile,
    "parts": _parts,
    "commuting": _commuting,
    "choropleth": _choropleth,
}
