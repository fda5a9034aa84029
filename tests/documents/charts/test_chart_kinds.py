"""Every kind of chart: all on the sheet, no words over others, read without colour."""

import itertools
import json
from typing import Any

import pytest

from temaplan.documents.charts import draw, figures_of
from temaplan.documents.charts.classes import class_of, fills_of, limits_of
from temaplan.documents.charts.fills import PATTERNS, mixed
from temaplan.documents.charts.parts_rows import FILLS, folded
from temaplan.documents.charts.specs import (
    Area,
    Bands,
    Choropleth,
    Parts,
    PartsRow,
    Profile,
    Quotient,
    Spec,
    spec_of,
)
from temaplan.documents.numbers import written
from temaplan.errors import BadInput
from tests.fixtures import sample_charts as samples
from tests.fixtures.drawings import Drawing, luminance, points_of

KINDS = pytest.mark.parametrize("spec", samples.SPECS.values(), ids=samples.SPECS)
# Two greys that differ by less look alike in a copy.
TOLD_APART = 0.08


def drawings(spec: Spec) -> list[Drawing]:
    drawn = draw(spec.as_chart())
    return [Drawing(drawn.wide), Drawing(drawn.narrow)]


@KINDS
def test_nothing_is_drawn_outside_the_sheet(spec: Spec) -> None:
    assert [drawing.outside() for drawing in drawings(spec)] == [[], []]


@KINDS
def test_no_words_lie_over_others(spec: Spec) -> None:
    assert [drawing.overlaps() for drawing in drawings(spec)] == [[], []]


@KINDS
def test_chart_comes_back_from_plain_json_as_it_was(spec: Spec) -> None:
    assert spec_of(json.loads(json.dumps(spec.as_chart()))) == spec


@KINDS
def test_same_data_gives_the_same_drawing(spec: Spec) -> None:
    assert draw(spec.as_chart()) == draw(json.loads(json.dumps(spec.as_chart())))


@KINDS
def test_drawing_says_that_it_is_marked(spec: Spec) -> None:
    chart: Any = {**spec.as_chart(), "marking": samples.MARKING}
    drawn = draw(chart)
    for svg in (drawn.wide, drawn.narrow):
        assert Drawing(svg).words[-1].text == samples.MARKING


def told_of(spec: Any) -> list[tuple[str, list[float | None]]]:
    """Return label and figures of all that a chart was given."""
    if isinstance(spec, Bands):
        return [
            (period, [line[place] for line in series.lines if line])
            for series in spec.series
            for place, period in enumerate(spec.periods)
        ]
    fields = {
        "Profile": lambda row: [row.value, row.share, row.low, row.high],
        "Parts": lambda row: [*row.values, row.sum],
        "Bubbles": lambda row: [row.x, row.y, row.size],
        "Commuting": lambda row: [row.own, row.arriving, row.leaving],
        "Flows": lambda row: [row.value],
        "Choropleth": lambda row: [row.value],
    }[type(spec).__name__]
    rows = next(
        getattr(spec, name) for name in ("rows", "points", "flows", "areas") if hasattr(spec, name)
    )
    return [(getattr(row, "label", None) or row.origin, fields(row)) for row in rows]


@KINDS
def test_table_holds_every_name_and_figure(spec: Any) -> None:
    table = figures_of(spec.as_chart())
    told = told_of(spec)
    assert len(table.rows) == len(told)
    assert all(len(row) == len(table.head) for row in table.rows)
    forms = [
        getattr(spec, name)
        for name in ("number", "x_number", "y_number", "size_number")
        if hasattr(spec, name)
    ]
    forms.append({"decimals": 1, "percent": True})
    for row, (label, values) in zip(table.rows, told, strict=True):
        assert label in row
        for value in values:
            assert value is None or {written(value, **form) for form in forms} & set(row)


@KINDS
def test_fills_are_told_apart_in_black_and_white(spec: Spec) -> None:
    for drawing in drawings(spec):
        plain = sorted(luminance(fill) for fill in drawing.fills() if fill.startswith("#"))
        greys = [fill for fill in plain if fill < 0.98]  # paper behind a circle says nothing
        assert all(
            after - before > TOLD_APART
            for before, after in itertools.pairwise(greys)
            # Ink is a mark of its own shape, and land outside is what is not shown.
            if before > 0.12 and after < 0.9
        )
        assert {fill for fill in drawing.fills() if not fill.startswith("#")} <= set(PATTERNS)


def test_parts_and_classes_that_stand_beside_each_other_differ_in_pattern_or_tone() -> None:
    assert len(set(FILLS)) == len(FILLS)
    for classes in range(1, 7):
        areas = tuple(Area(code, code, float(n)) for n, (code, _) in enumerate(samples.TELEMARK))
        spec = Choropleth(areas=areas, unit="", classes=classes)
        fills = fills_of(spec, limits_of(spec))
        assert len(set(fills)) == len(fills) == classes
        for one, other in itertools.pairwise(fills):
            assert one.endswith("-lines") != other.endswith("-lines")
            tones = [mixed("#0b4f3a", int(fill.split("-")[1])) for fill in (one, other)]
            assert luminance(tones[0]) - luminance(tones[1]) > TOLD_APART


def test_twice_and_half_are_as_far_from_one() -> None:
    spec = Profile(rows=(Quotient("a", 2.0), Quotient("b", 0.5)), reference="1 = som landet")
    for drawing in drawings(spec):
        twice, half = (
            float(shape.get("width", "")) for shape in drawing.shapes if shape.tag.endswith("rect")
        )
        assert twice == pytest.approx(half, abs=0.02)


def test_quotient_of_zero_is_a_figure_and_a_secret_one_is_a_name() -> None:
    rows = (
        Quotient("Ingen", 0.0),
        Quotient("Noen", 1.2),
        Quotient("Hemmelig", None, missing="skjermet"),
    )
    for drawing in drawings(Profile(rows=rows, reference="1 = som landet")):
        assert "0,00" in drawing.text
        assert "Uten tall: Hemmelig (skjermet)." in drawing.text
        assert "#ffffff" in drawing.fills()  # an open bar
        assert "missing" not in drawing.fills()


def test_profile_of_many_keeps_those_that_differ_most_and_says_how_many_are_left() -> None:
    rows = tuple(Quotient(f"Næring {n}", 1 + n / 10, share=0.04) for n in range(24))
    spec = Profile(rows=rows, reference="1 = som landet", share="andel", most=10)
    for drawing in drawings(spec):
        assert "Næring 23" in drawing.text
        assert "Næring 13" not in drawing.text.replace("Næring 130", "")
        assert "Tabellen har 14 til." in drawing.text


def test_parts_that_are_folded_keep_their_sums() -> None:
    rows = [PartsRow(f"n{n}", (float(n), -1.0, None)) for n in range(20)]
    drawn = folded(rows, 6, "Andre, {number} i alt")

    assert len(drawn) == 6
    assert drawn[-1].label == "Andre, 15 i alt"
    assert sum(row.sum or 0 for row in drawn) == sum(row.sum or 0 for row in rows)
    for place in (0, 1):
        assert sum(row.values[place] or 0 for row in drawn) == sum(
            row.values[place] or 0 for row in rows
        )


def test_mark_of_a_sum_stands_at_the_sum() -> None:
    spec = Parts(
        components=("a", "b"), rows=(PartsRow("x", (30.0, -10.0)), PartsRow("y", (5.0, 5.0)))
    )
    for drawing in drawings(spec):
        marks = [points_of(each) for each in drawing.shapes if each.tag.endswith("polygon")]
        middles = [sum(x for x, _y in mark) / 4 for mark in marks][1:]  # the first is the legend's
        zero = next(points_of(each)[0][0] for each in drawing.shapes if each.tag.endswith("line"))
        assert (middles[0] - zero) / (middles[1] - zero) == pytest.approx(2.0, rel=0.01)


def test_area_without_a_figure_is_hatched_and_named() -> None:
    for drawing in drawings(samples.MAP):
        assert "missing" in drawing.fills()
        assert "Uten tall: Fyresdal (skjermet)." in drawing.text
        assert "Ikke tall" in drawing.text


def test_map_names_who_owns_the_borders() -> None:
    for drawing in drawings(samples.COUNTRY):
        assert "© Kartverket (CC BY 4.0)" in drawing.text


def test_map_refuses_a_municipality_of_another_year_by_name() -> None:
    spec = Choropleth(areas=(Area("0602", "Drammen", 1.0),), unit="x")
    with pytest.raises(BadInput, match="grensene i 2024, og der finnes ikke 0602 Drammen"):
        draw(spec.as_chart())


def test_every_area_is_in_the_class_that_the_legend_says() -> None:
    areas = tuple(
        Area(code, name, (n * 7 % 17 - 6) / 100) for n, (code, name) in enumerate(samples.TELEMARK)
    )
    spec = Choropleth(areas=areas, unit="x", middle=0.0)
    limits = limits_of(spec)
    assert 0.0 in limits
    assert list(limits) == sorted(set(limits))
    for area in areas:
        assert area.value is not None
        place = class_of(area.value, limits)
        assert place == 0 or limits[place - 1] <= area.value
        assert place == len(limits) or area.value < limits[place]
    fills = fills_of(spec, limits)
    below = fills[: limits.index(0.0) + 1]
    assert all(fill.startswith("low-") for fill in below)
    assert all(fill.startswith("tone-") for fill in fills[len(below) :])


def test_projection_is_dashed_and_history_is_not() -> None:
    wide, _narrow = drawings(samples.BANDS)
    lines = [each for each in wide.shapes if each.get("stroke-width") == "3"]
    dashed = [points_of(each) for each in lines if each.get("stroke-dasharray")][1:]
    solid = [points_of(each) for each in lines if not each.get("stroke-dasharray")][1:]
    assert len(dashed) == len(solid) == 1
    assert solid[0][-1] == dashed[0][0]  # it goes on where the history ends
    assert "2025" in wide.text


def test_bubble_without_room_for_its_name_has_a_number_in_the_key() -> None:
    _wide, narrow = drawings(samples.BUBBLES)
    for name, _quotient, _share in samples.INDUSTRIES:
        assert name in narrow.text or name.split()[0] in narrow.text
    bold = [each.text or "" for each in narrow.root.iter() if each.get("font-weight") == "600"]
    numbers = sorted(int(text) for text in bold if text.isdecimal())
    assert numbers == sorted([*range(1, len(numbers) // 2 + 1)] * 2)
    assert numbers
