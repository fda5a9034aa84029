"""Draws a chart: two SVGs for screens and print, a picture for Word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from temaplan.documents.charts.bands import draw_bands
from temaplan.documents.charts.bars import draw_bars
from temaplan.documents.charts.bubbles import draw_bubbles
from temaplan.documents.charts.choropleth import draw_choropleth
from temaplan.documents.charts.commuting import draw_commuting
from temaplan.documents.charts.flows import draw_flows
from temaplan.documents.charts.lines import draw_lines
from temaplan.documents.charts.parts import draw_parts
from temaplan.documents.charts.profile import draw_profile
from temaplan.documents.charts.sheet import NARROW, WIDE, Layout
from temaplan.documents.charts.spec import Chart
from temaplan.documents.charts.specs import (
    Bands,
    Bubbles,
    Choropleth,
    Commuting,
    Flows,
    Parts,
    Profile,
    Spec,
    spec_of,
)

KINDS = {"bars": draw_bars, "diverging": draw_bars, "lines": draw_lines}
SPECS: Mapping[type[Spec], Callable[[Any, Layout], str]] = {
    Bands: draw_bands,
    Bubbles: draw_bubbles,
    Choropleth: draw_choropleth,
    Commuting: draw_commuting,
    Flows: draw_flows,
    Parts: draw_parts,
    Profile: draw_profile,
}


@dataclass(frozen=True)
class Drawn:
    """The same chart for wide and narrow screens, and as a picture."""

    wide: str
    narrow: str

    @cached_property
    def picture(self) -> bytes:
        """The wide drawing as PNG, twice its size. Loads the typesetting library."""
        from temaplan.documents.charts.picture import picture_of

        return picture_of(self.wide)


def draw(chart: Chart) -> Drawn:
    """Draw a chart; the same data gives the same bytes on every machine."""
    spec = spec_of(chart)
    if spec is not None:
        maker = SPECS[type(spec)]
        return Drawn(wide=maker(spec, WIDE), narrow=maker(spec, NARROW))
    kind = chart["kind"]
    if kind not in KINDS:
        known = ", ".join([*KINDS, *(each.kind for each in SPECS)])
        raise ValueError(f"unknown kind of chart: {kind!r}; use {known}")
    return Drawn(wide=KINDS[kind](chart, WIDE), narrow=KINDS[kind](chart, NARROW))
