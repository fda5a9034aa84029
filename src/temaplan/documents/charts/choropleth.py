"""Draws a result on the map of municipalities or counties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.classes import class_of, fills_of, limits_of
from temaplan.documents.charts.geography import (
    BORDERS_OF,
    Ring,
    county_of,
    extent_of,
    outlines_of,
    topology,
)
from temaplan.documents.charts.map_legend import draw_legend
from temaplan.documents.charts.map_names import write_area_names
from temaplan.documents.charts.map_view import View, frame_of, path_of, view_of
from temaplan.documents.charts.notes import without_figures, write_notes
from temaplan.documents.charts.sheet import GAP, Layout, Sheet
from temaplan.documents.charts.specs import Area, Choropleth
from temaplan.documents.charts.words import words_in
from temaplan.errors import BadInput

HEIGHT = {"wide": 520.0, "narrow": 430.0}
LEGEND_ROOM = 190.0
# With so many areas, names on the map would be a carpet.
MOST_NAMED = 40
HEAVY, LIGHT = 2.4, 0.9


@dataclass(frozen=True)
class Shape:
    """An area on the map; one that only surrounds the others has nothing told of it."""

    code: str
    rings: Sequence[Ring]
    told: Area | None


def draw_choropleth(spec: Choropleth, layout: Layout) -> str:
    """Draw a map as one SVG."""
    sheet, words = Sheet(layout, spec.colour), words_in(spec.language)
    members = _members(spec)
    _check(spec, members)
    limits = limits_of(spec)
    fills = fills_of(spec, limits)
    view = _view(spec, members, layout)
    shapes = list(_shapes(spec, members, view))
    for shape in shapes:
        _draw_shape(sheet, shape, view, _fill(shape, limits, fills))
    if not spec.whole:
        sheet.outline(frame_of(view), "border", LIGHT)
    for shape in shapes:
        if shape.told is not None and shape.told.highlight:
            sheet.outline(_path(shape, view), "reference", HEAVY)
    if sum(shape.told is not None for shape in shapes) <= MOST_NAMED:
        named = [(shape.told, shape.rings) for shape in shapes if shape.told is not None]
        write_area_names(sheet, named, view, spec.number)
    others = any(shape.told is None for shape in shapes)
    start = view.left + view.width + GAP * 2 if layout.beside else 0.0
    top = 0.0 if layout.beside else view.top + view.height + GAP
    bottom = draw_legend(sheet, spec, limits, fills, start=start, top=top, others=others)
    unknown = [(area.label, area.missing) for area in spec.areas if area.value is None]
    notes = [without_figures(unknown, words), words["borders"]]
    bottom = write_notes(sheet, max(bottom, view.top + view.height), notes)
    return sheet.svg(bottom, spec.marking)


def _members(spec: Choropleth) -> dict[str, list[str]]:
    """Return the municipalities of each area of the level."""
    codes = sorted(topology().areas)
    if spec.level == "municipality":
        return {code: [code] for code in codes}
    counties: dict[str, list[str]] = {}
    for code in codes:
        counties.setdefault(county_of(code), []).append(code)
    return counties


def _check(spec: Choropleth, members: dict[str, list[str]]) -> None:
    for area in spec.areas:
        if area.code not in members:
            raise BadInput(
                f"Kartet viser grensene i {BORDERS_OF}, og der finnes ikke {area.code} "
                f"{area.label}. Regn om til kommuner og fylker i {BORDERS_OF} først."
            )


def _view(spec: Choropleth, members: dict[str, list[str]], layout: Layout) -> View:
    shown = members if spec.whole or not spec.areas else {area.code for area in spec.areas}
    extents = [extent_of(each) for code in shown for each in members[code]]
    width = layout.width - (LEGEND_ROOM if layout.beside else 0.0)
    return view_of(extents, 0.0, 0.0, (width, HEIGHT[layout.name]))


def _shapes(spec: Choropleth, members: dict[str, list[str]], view: View) -> Iterable[Shape]:
    told = {area.code: area for area in spec.areas}
    for code, several in members.items():
        if not any(view.shows(extent_of(each)) for each in several):
            continue
        rings = outlines_of(several, view.fine)
        if any(view.on_sheet(ring) for ring in rings):
            yield Shape(code, rings, told.get(code))


def _fill(shape: Shape, limits: Sequence[float], fills: Sequence[str]) -> str:
    if shape.told is None:
        return "outside"
    value = shape.told.value
    return "missing" if value is None else fills[class_of(value, limits)]


def _path(shape: Shape, view: View) -> str:
    return path_of(points for ring in shape.rings if (points := view.on_sheet(ring)))


def _draw_shape(sheet: Sheet, shape: Shape, view: View, fill: str) -> None:
    drawn = _path(shape, view)
    if drawn:
        sheet.area(drawn, fill)
