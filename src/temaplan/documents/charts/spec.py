"""A chart as data: what is to be shown, and nothing about how.

Plain JSON, so that it can be stored with a document and hashed. Which keys a kind
uses:

* `bars`: `bars`, and `reference` if there is a value to compare with. Values ≥ 0.
* `diverging`: `bars` to the left and right of zero, `left` and `right` say what a
  bar on that side means.
* `lines`: `periods` and `lines`, each line with one value per period.

Bars are drawn in the given order. With `most`, only that many are: the highlighted and those
with the largest figures; the drawing says how many more the table holds.

The other kinds are frozen values in `charts/specs`, and plain JSON here after `as_chart()`.
"""

import hashlib
import json
from typing import Literal, Required, TypedDict

Kind = Literal[
    "bars",
    "diverging",
    "lines",
    "profile",
    "parts",
    "bubbles",
    "commuting",
    "flows",
    "bands",
    "choropleth",
]


class NumberFormat(TypedDict, total=False):
    """How the figures are written."""

    decimals: int  # 0 when left out
    percent: bool  # the value is a share: 0.531 is written «53,1 %»
    sign: bool  # a plus before what is above zero


class Bar(TypedDict, total=False):
    """One bar. A value that is not known has None and the word for why in `missing`."""

    label: Required[str]
    value: Required[float | None]
    highlight: bool
    missing: str  # «ikke publisert», «skjermet»


class Reference(TypedDict):
    """A line across the bars: «1 = som landet»."""

    value: float
    label: str


class Line(TypedDict, total=False):
    """One time series; None where the figure is not known, and the line is broken there."""

    label: Required[str]
    values: Required[list[float | None]]
    highlight: bool


class Chart(TypedDict, total=False):
    """A whole chart."""

    kind: Required[Kind]
    colour: str  # of what is highlighted: the municipality's
    number: NumberFormat
    marking: str  # «Oppdiktet eksempel», written in the drawing itself
    language: Literal["nb", "nn"]  # of the words that the drawing adds; nb when left out
    bars: list[Bar]
    most: int
    reference: Reference
    left: str
    right: str
    periods: list[str]
    lines: list[Line]


def chart_key(chart: Chart) -> str:
    """Return the checksum of a chart's data: the same data is drawn once."""
    text = json.dumps(chart, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
