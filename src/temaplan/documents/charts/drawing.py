"""Draws a chart: two SVGs for screens and print, a picture for Word."""

from dataclasses import dataclass
from functools import cached_property

from temaplan.documents.charts.bars import draw_bars
from temaplan.documents.charts.lines import draw_lines
from temaplan.documents.charts.sheet import NARROW, WIDE
from temaplan.documents.charts.spec import Chart

KINDS = {"bars": draw_bars, "diverging": draw_bars, "lines": draw_lines}


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
    kind = chart["kind"]
    if kind not in KINDS:
        raise ValueError(f"unknown kind of chart: {kind!r}; use {', '.join(KINDS)}")
    return Drawn(wide=KINDS[kind](chart, WIDE), narrow=KINDS[kind](chart, NARROW))
