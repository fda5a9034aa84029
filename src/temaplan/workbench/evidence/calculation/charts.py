"""The figure that a result is usually shown as: one idea each."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.calculation.calculate import Calculated, Question
from temaplan.workbench.evidence.calculation.sums import WHOLE
from temaplan.workbench.evidence.vocabulary import COMPONENT

Chart = dict[str, Any]


def usual_chart(calculated: Calculated, question: Question) -> Chart:
    """Return the figure for a result, or nothing for a method that is read as a table.

    Its words are stored with the run, so they are bokmål whoever asks.
    """
    makers = {
        "series": _lines,
        "location_quotient": _quotients,
        "growth": _growth,
        "shift_share": _parts,
    }
    maker = makers.get(calculated.method.code)
    with translation.override("nb"):
        return maker(calculated, question) if maker else {}


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
        "kind": "bars",
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
    }


def _growth(calculated: Calculated, question: Question) -> Chart:
    several_regions = len(question.selection["regions"]) > 1
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


def _parts(calculated: Calculated, question: Question) -> Chart:
    return {
        "kind": "diverging",
        "column": "value",
        "label": "component_name",
        "where": {"region": question.selection["regions"][0], "industry": WHOLE},
        "format": "one_decimal",
        "highlight": [str(COMPONENT["competitive"].label)],
        "left": _("færre"),
        "right": _("flere"),
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
