"""Draws flows between places: the largest as a list, then all of them as a square."""

from collections.abc import Sequence

from temaplan.documents.charts.bar_rows import Scale, fitted_scale
from temaplan.documents.charts.legend import Key, write_legend
from temaplan.documents.charts.notes import left_to_table, without_figures, write_notes
from temaplan.documents.charts.places import (
    Place,
    label_column,
    middle_line,
    placed,
    write_label,
)
from temaplan.documents.charts.shapes import box
from temaplan.documents.charts.sheet import GAP, LABEL, Layout, Sheet
from temaplan.documents.charts.specs import Flow, Flows
from temaplan.documents.charts.square import draw_square
from temaplan.documents.charts.words import words_in
from temaplan.documents.lettering import text_width
from temaplan.documents.numbers import written

TRAVELS, STAYS = "subject", "hatch"
# A square of more places has no room for its figures.
MOST_NARROW = 4


def draw_flows(spec: Flows, layout: Layout) -> str:
    """Draw flows as one SVG."""
    sheet, words = Sheet(layout, spec.colour), words_in(spec.language)
    known = sorted(
        (flow for flow in spec.flows if flow.value is not None), key=lambda flow: -(flow.value or 0)
    )
    top = write_legend(sheet, 0.0, _keys(spec))
    bottom = _draw_list(sheet, spec, known[: spec.most], layout, top)
    unknown = [
        (f"{flow.origin} → {flow.destination}", flow.missing)
        for flow in spec.flows
        if flow.value is None
    ]
    notes = [left_to_table(len(known[spec.most :]), words), without_figures(unknown, words)]
    bottom = write_notes(sheet, bottom, notes)
    most = spec.most_places if layout.beside else min(spec.most_places, MOST_NARROW)
    if 1 < len(spec.places) <= most:
        bottom = draw_square(sheet, spec, bottom + GAP * 2)
    return sheet.svg(bottom, spec.marking)


def _keys(spec: Flows) -> list[Key]:
    words = words_in(spec.language)
    if not any(flow.stays for flow in spec.flows):
        return []
    return [Key(TRAVELS, words["travels"]), Key(STAYS, words["stays"])]


def _draw_list(
    sheet: Sheet, spec: Flows, flows: Sequence[Flow], layout: Layout, top: float
) -> float:
    figures = [written(flow.value or 0.0, **spec.number) for flow in flows]
    places = list(placed((name_of(flow) for flow in flows), layout, top))
    left = label_column(places)
    ends = [
        (flow.value or 0.0, text_width(figure, LABEL) + GAP)
        for flow, figure in zip(flows, figures, strict=True)
    ]
    scale = fitted_scale([(0.0, 0.0)], ends, left, layout.width)
    bottom = middle_line(sheet, scale.zero, places, top)
    for flow, figure, place in zip(flows, figures, places, strict=True):
        _draw_row(sheet, flow, figure, place, scale)
        write_label(sheet, place, left)
    return bottom


def name_of(flow: Flow) -> str:
    """Return what a flow is called in a list: «Lier → Drammen», «Lier»."""
    return flow.origin if flow.stays else f"{flow.origin} → {flow.destination}"


def _draw_row(sheet: Sheet, flow: Flow, figure: str, place: Place, scale: Scale) -> None:
    end = scale.at(flow.value or 0.0)
    if end > scale.zero:
        fill = STAYS if flow.stays else TRAVELS
        sheet.fill(box(scale.zero, place.bar_top, end - scale.zero, place.thickness), fill)
    sheet.words(end + GAP, place.middle, figure)
