"""Charts: nothing is cut off, nothing is invented, the same data gives the same drawing."""

import itertools
import re
import subprocess
import sys
from typing import Any, cast
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from temaplan.documents.charts import Chart, chart_key, draw
from temaplan.documents.charts.ticks import decimals_needed, round_ticks
from temaplan.documents.lettering import text_width
from tests.fixtures import sample_documents as samples

SVG = "{http://www.w3.org/2000/svg}"
SLACK = 0.02  # coordinates have two decimals
CHARTS = [samples.BARS, samples.DIVERGING, samples.LINES, samples.hostile_chart()]


def drawings(chart: dict[str, Any]) -> list[ElementTree.Element]:
    drawn = draw(cast(Chart, chart))
    return [ElementTree.fromstring(svg) for svg in (drawn.wide, drawn.narrow)]


def words(drawing: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in drawing.iter(f"{SVG}text")]


def edges(text: ElementTree.Element) -> tuple[float, float]:
    """Return where a text begins and ends."""
    place, size = float(text.get("x", "")), float(text.get("font-size", ""))
    width = text_width(text.text or "", size, bold=text.get("font-weight") == "600")
    return (place - width, place) if text.get("text-anchor") == "end" else (place, place + width)


def assert_all_is_on_the_sheet(drawing: ElementTree.Element) -> None:
    width, height = float(drawing.get("width", "")), float(drawing.get("height", ""))
    for text in drawing.iter(f"{SVG}text"):
        left, right = edges(text)
        assert left >= -SLACK, text.text
        assert right <= width + SLACK, text.text
        assert 0 < float(text.get("y", "")) <= height
    for bar in drawing.iter(f"{SVG}rect"):
        left, length = float(bar.get("x", "")), float(bar.get("width", ""))
        assert left >= 0
        assert length >= 0
        assert left + length <= width + SLACK


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_is_cut_off(chart: dict[str, Any]) -> None:
    for drawing in drawings(chart):
        assert_all_is_on_the_sheet(drawing)


names = st.text(alphabet="abcdefæøå WM-", min_size=1, max_size=70)
values = st.none() | st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
numbers = st.fixed_dictionaries(
    {"decimals": st.integers(0, 3), "percent": st.booleans(), "sign": st.booleans()}
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(names, values), max_size=9), numbers, st.floats(-100, 100), names)
def test_bars_of_any_length_stay_on_the_sheet(
    bars: list[tuple[str, float | None]], number: dict[str, Any], compared: float, label: str
) -> None:
    chart = {
        "kind": "diverging",
        "number": number,
        "left": label,
        "right": label,
        "reference": {"value": compared, "label": label},
        "bars": [{"label": name, "value": value, "missing": "skjermet"} for name, value in bars],
    }
    for drawing in drawings(chart):
        assert_all_is_on_the_sheet(drawing)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(0, 25), numbers)
def test_lines_of_any_shape_stay_on_the_sheet(
    data: st.DataObject, periods: int, number: dict[str, Any]
) -> None:
    series = data.draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "label": names,
                    "values": st.lists(values, min_size=periods, max_size=periods),
                    "highlight": st.booleans(),
                }
            ),
            max_size=6,
        )
    )
    chart = {
        "kind": "lines",
        "number": number,
        "periods": [str(2001 + n) for n in range(periods)],
        "lines": series,
    }
    for drawing in drawings(chart):
        assert_all_is_on_the_sheet(drawing)


def test_bar_chart_says_names_figures_and_what_is_missing() -> None:
    for drawing in drawings(samples.BARS):
        said = " ".join(words(drawing))
        for bar, figure in zip(
            samples.BARS["bars"], ("1,53", "0,90", "0,97", "ikke publisert"), strict=True
        ):
            assert bar["label"] in said
            assert figure in words(drawing)
        assert "1 = som landet" in said
        assert words(drawing)[-1] == "Oppdiktet eksempel"


def test_length_of_bars_is_in_proportion_to_the_figures() -> None:
    for drawing in drawings(samples.DIVERGING):
        lengths = [float(bar.get("width", "")) for bar in drawing.iter(f"{SVG}rect")]
        figures = [3120, 1210, 5321.4]  # zero has no bar
        assert len(lengths) == len(figures)
        for length, figure in zip(lengths, figures, strict=True):
            assert length / lengths[0] == pytest.approx(figure / figures[0], rel=1e-3)


def test_only_what_is_chosen_has_the_colour() -> None:
    for drawing in drawings(samples.BARS):
        fills = [bar.get("fill") for bar in drawing.iter(f"{SVG}rect")]
        assert fills == ["#0b4f3a", "#8a939d", "#8a939d"]


def test_line_is_broken_where_a_figure_is_missing() -> None:
    wide, _narrow = drawings(samples.LINES)
    # One line for each of two whole series, two for the one that lacks a year.
    assert len(list(wide.iter(f"{SVG}polyline"))) == 4


def test_end_labels_do_not_lie_over_each_other() -> None:
    chart = {
        "kind": "lines",
        "periods": ["2024", "2025"],
        "lines": [{"label": f"Kommune {n}", "values": [10.0, 10.0 + n / 100]} for n in range(6)],
    }
    for drawing in drawings(chart):
        right = max(float(text.get("x", "")) for text in drawing.iter(f"{SVG}text"))
        heights = sorted(
            float(text.get("y", ""))
            for text in drawing.iter(f"{SVG}text")
            if float(text.get("x", "")) == right
        )
        assert len(heights) == 12
        assert all(below - above >= 14 for above, below in itertools.pairwise(heights))


def test_reference_line_does_not_cross_a_figure() -> None:
    for drawing in drawings(samples.BARS):
        figure = next(text for text in drawing.iter(f"{SVG}text") if text.text == "0,97")
        middle = float(figure.get("y", "")) - 14 * 0.36
        for line in drawing.iter(f"{SVG}line"):
            if line.get("class") == "chart-reference":
                assert not float(line.get("y1", "")) < middle < float(line.get("y2", ""))


@pytest.mark.parametrize("chart", CHARTS)
def test_drawing_holds_no_style_and_no_foreign_markup(chart: dict[str, Any]) -> None:
    drawn = draw(cast(Chart, chart))
    for svg in (drawn.wide, drawn.narrow):
        elements = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()}
        assert elements <= {"svg", "rect", "text", "line", "polyline", "circle"}
        assert not re.search(r"<[^>]*\sstyle=", svg)
        assert not re.search(r"<[^>]*\shref", svg)


def test_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="use bars, diverging, lines"):
        draw(cast(Chart, {"kind": "pie"}))


def test_key_follows_the_data_and_not_their_order() -> None:
    shuffled = dict(reversed(samples.BARS.items()))
    other = samples.BARS | {"colour": "#123456"}

    assert chart_key(cast(Chart, shuffled)) == chart_key(cast(Chart, samples.BARS))
    assert chart_key(cast(Chart, other)) != chart_key(cast(Chart, samples.BARS))


def test_picture_is_a_png_of_twice_the_size() -> None:
    drawn = draw(cast(Chart, samples.BARS))
    height = float(ElementTree.fromstring(drawn.wide).get("height", ""))

    assert drawn.picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(drawn.picture[16:20]) == 1280
    assert int.from_bytes(drawn.picture[20:24]) == pytest.approx(2 * height, abs=1)


def test_picture_has_words_in_it() -> None:
    chart = {"kind": "bars", "bars": [{"label": "Industri", "value": 1.0}]}
    nameless = {"kind": "bars", "bars": [{"label": " ", "value": 1.0}]}

    assert draw(cast(Chart, chart)).picture != draw(cast(Chart, nameless)).picture


def test_drawing_loads_no_library() -> None:
    code = (
        "import sys; from temaplan.documents.charts import draw;"
        "draw({'kind': 'bars', 'bars': [{'label': 'a', 'value': 1.0}]});"
        "print(sorted({'typst', 'vl_convert', 'docx', 'lxml', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.0, 1.53], [0, 0.5, 1.0, 1.5, 2.0]),
        ([80_000.0, 103_100.0], [80_000, 90_000, 100_000, 110_000]),
        ([15_500.0, 103_100.0], [0, 50_000, 100_000, 150_000]),
        ([7.0, 7.0], [0, 2, 4, 6, 8]),
        ([], [0, 0.25, 0.5, 0.75, 1]),
        ([-3.0, 5.0], [-4, -2, 0, 2, 4, 6]),
    ],
)
def test_ticks_are_round_and_enclose_the_values(values: list[float], expected: list[float]) -> None:
    assert round_ticks(values) == expected


def test_ticks_have_the_decimals_that_tell_them_apart() -> None:
    assert decimals_needed([0, 0.25, 0.5], percent=False) == 2
    assert decimals_needed([0, 0.25, 0.5], percent=True) == 0
