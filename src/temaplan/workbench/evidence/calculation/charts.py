"""The figure that a result is usually shown as: one idea each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from temaplan.documents.charts.geography import is_area
from temaplan.workbench.evidence.calculation.calculate import Calculated, Question
from temaplan.workbench.evidence.calculation.sums import WHOLE

Chart = dict[str, Any]
# With fewer areas, bars say more than a map.
FEWEST_MAPPED = 8


def usual_chart(calculated: Calculated, question: Question) -> Chart:
    """Return the figure for a result, or nothing for a method that is read as a table.

    Its words are stored with the run, so they are bokmål whoever asks.
    """
    makers = {
        "series": _lines,
        "location_quotient": _quotients,
        "growth": _growth,
        "shift_share": _parts,
        "commuting_totals": _commuting,
    }
    maker = makers.get(calculated.method.code)
    with translation.override("nb"):
        return maker(calculated, question) if maker else {}


def are_mapped(regions: Sequence[str]) -> bool:
    """Tell whether regions are so many, and all on the map, that a map shows more than bars."""
    if len(regions) < FEWEST_MAPPED:
        return False
    return len({is_area(code) for code in regions}) == 1 and is_area(regions[0]) is not None


def _lines(calculated: Calculated, question: Question) -> Chart:
    several_industries = len(set(_column(calculated, "industry"))) > 1
    label = _label(calculated, "industry" if several_industries else "region")
    where = {"region": question.selection["regions"][0]} if several_industries else {}
    values = [value for value in _column(calculated, "value") if value is not None]
    return {
        "kind": "lines",
        "column": "value",
        "label": label,
        "where": where,
        "format": "whole" if all(value == int(value) for value in values) else "one_decimal",
        "highlight": _column(calculated, label)[:1],
    }


def _quotients(calculated: Calculated, question: Question) -> Chart:
    last = max(_column(calculated, "period"))
    where = {"region": question.selection["regions"][0], "period": last}
    label = _label(calculated, "industry")
    return {
        "kind": "profile",
        "column": "lq",
        "label": label,
        "where": where,
        "format": "two_decimals",
        "highlight": [
            row[label]
            for row in _rows(calculated, where)
            if row["lq"] is not None and row["lq"] > 1
        ],
        "reference": {"value": 1, "label": _("1 = som referansen")},
        "left": _("mindre enn i referansen"),
        "right": _("mer enn i referansen"),
    }


def _growth(calculated: Calculated, question: Question) -> Chart:
    several_regions = len(question.selection["regions"]) > 1
    if are_mapped(question.selection["regions"]):
        return _map(calculated, question)
    label = _label(calculated, "region" if several_regions else "industry")
    whole = WHOLE if WHOLE in _column(calculated, "industry") else None
    where = {"industry": whole} if several_regions and whole else {}
    return {
        "kind": "diverging",
        "column": "growth",
        "label": label,
        "where": where,
        "format": "percent",
        "highlight": _column(calculated, label)[:1] if several_regions else [WHOLE],
        "left": _("nedgang"),
        "right": _("vekst"),
    }


def _map(calculated: Calculated, question: Question) -> Chart:
    """Return the map of a growth: of all industries, or of the only one that is asked for."""
    industries = dict.fromkeys(_column(calculated, "industry"))
    return {
        "kind": "choropleth",
        "column": "growth",
        "label": _label(calculated, "region"),
        "where": {"industry": WHOLE if WHOLE in industries else next(iter(industries))},
        "format": "percent",
        "highlight": [],
        "middle": 0,
    }


def _parts(calculated: Calculated, question: Question) -> Chart:
    return {
        "kind": "parts",
        "column": "value",
        "label": _label(calculated, "region"),
        "where": {"industry": WHOLE},
        "format": "one_decimal",
        "left": _("færre"),
        "right": _("flere"),
    }


def _commuting(calculated: Calculated, question: Question) -> Chart:
    return {
        "kind": "commuting",
        "column": "own",
        "label": _label(calculated, "region"),
        "where": {"period": max(_column(calculated, "period"))},
        "format": "whole",
        "highlight": _column(calculated, _label(calculated, "region"))[:1],
    }


def _label(calculated: Calculated, column: str) -> str:
    named = f"{column}_name"
    return named if named in calculated.columns else column


def _column(calculated: Calculated, name: str) -> list[Any]:
    at = calculated.columns.index(name)
    return [row[at] for row in calculated.rows]


def _rows(calculated: Calculated, where: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = [dict(zip(calculated.columns, row, strict=True)) for row in calculated.rows]
    return [row for row in rows if all(row[name] == value for name, value in where.items())]
