"""Draws growth against specialisation: circles with names where there is room for them."""

import math
from collections.abc import Sequence

from temaplan.documents.charts.bubble_field import (
    EDGE,
    LARGEST,
    SMALLEST,
    Disc,
    draw_axes,
    field_for,
)
from temaplan.documents.charts.bubble_names import write_corners, write_key, write_names
from temaplan.documents.charts.free_room import Box, Room
from temaplan.documents.charts.notes import without_figures, write_notes
from temaplan.documents.charts.shapes import circle
from temaplan.documents.charts.sheet import Layout, Sheet
from temaplan.documents.charts.specs import Bubble, Bubbles
from temaplan.documents.charts.words import words_in
from temaplan.documents.numbers import written


def draw_bubbles(spec: Bubbles, layout: Layout) -> str:
    """Draw bubbles as one SVG."""
    sheet, words = Sheet(layout, spec.colour), words_in(spec.language)
    field = field_for(sheet, spec, layout)
    discs = [field.disc(point, radius) for point, radius in _sized(spec, layout)]
    bottom = draw_axes(sheet, field)
    room = Room(
        Box(field.left, field.top, field.right - field.left, field.bottom - field.top),
        [(disc.x, disc.y, disc.radius) for disc in discs],
    )
    for disc in sorted(discs, key=lambda each: -each.radius):
        _draw_disc(sheet, disc, discs)
    write_corners(sheet, field, room)
    key = write_names(sheet, _by_weight(discs), room, layout, spec.named)
    bottom = write_key(sheet, bottom, key)
    unknown = [(point.label, point.missing) for point in spec.points if not point.is_known]
    notes = [_area_words(spec, discs), without_figures(unknown, words)]
    return sheet.svg(write_notes(sheet, bottom, notes), spec.marking)


def _sized(spec: Bubbles, layout: Layout) -> list[tuple[Bubble, float]]:
    known = [point for point in spec.points if point.is_known]
    largest = max((point.size or 0.0 for point in known), default=0.0)
    scale = LARGEST[layout.name] / math.sqrt(largest) if largest > 0 else 0.0
    return [
        (point, max(math.sqrt(max(point.size or 0.0, 0.0)) * scale, SMALLEST)) for point in known
    ]


def _by_weight(discs: Sequence[Disc]) -> list[Disc]:
    """Return the most important first: the highlighted, then the largest."""
    return sorted(discs, key=lambda disc: (not disc.told.highlight, -(disc.told.size or 0.0)))


def _draw_disc(sheet: Sheet, disc: Disc, discs: Sequence[Disc]) -> None:
    chosen = any(other.told.highlight for other in discs)
    subject = disc.told.highlight or not chosen
    sheet.fill(circle(disc.x, disc.y, disc.radius + EDGE), "paper")
    sheet.fill(circle(disc.x, disc.y, disc.radius), "subject" if subject else "rest")


def _area_words(spec: Bubbles, discs: Sequence[Disc]) -> str:
    sized = [disc.told for disc in discs if disc.told.size]
    if not sized:
        return ""
    largest = max(sized, key=lambda point: point.size or 0.0)
    figure = written(largest.size or 0.0, **spec.size_number)
    words = words_in(spec.language)["area"]
    return words.format(what=spec.size_label, name=largest.label, figure=figure)
