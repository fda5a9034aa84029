"""A calculation becomes a figure: the right rows, in order, written as people read them."""

from typing import Any

import pytest

from temaplan.documents.charts import draw
from temaplan.documents.document import Figure, plain
from temaplan.workbench.evidence.models import AnalysisRun, DataTable
from temaplan.workbench.overview.documents.chapters.figures import figure_of

GREEN = "#0b4f3a"


def run(result: str, chart: dict[str, Any], **values: Any) -> AnalysisRun:
    table = DataTable(title="Tabell", source="Kilden", slug="tabell")
    return AnalysisRun(
        slug="analysen", title="Tittelen", data_table=table, result=result, chart=chart, **values
    )


def figure(result: str, chart: dict[str, Any], **values: Any) -> Figure:
    return figure_of(run(result, chart, **values), 1, GREEN, "")


def table_of(figure: Figure) -> list[list[str]]:
    return [list(figure.table.head), *([plain(cell) for cell in row] for row in figure.table.rows)]


SHARES = """\
region,region_name,industry,industry_name,period,share,state
06,Buskerud,A,Jordbruk,2010,0.03,observed
06,Buskerud,A,Jordbruk,2011,0.02,observed
06,Buskerud,C,Industri,2010,0.15,observed
06,Buskerud,C,Industri,2011,0.1449,observed
06,Buskerud,D,Kraft,2011,,suppressed
"""


def test_bars_are_the_chosen_rows_with_the_highest_first_and_the_unknown_last() -> None:
    made = figure(
        SHARES,
        {
            "kind": "bars",
            "column": "share",
            "label": "industry_name",
            "where": {"period": "2011"},
            "format": "percent",
            "highlight": ["Industri"],
        },
    )

    assert made.chart == {
        "kind": "bars",
        "colour": GREEN,
        "number": {"decimals": 1, "percent": True, "sign": False},
        "bars": [
            {"label": "Industri", "value": 0.1449, "highlight": True},
            {"label": "Jordbruk", "value": 0.02, "highlight": False},
            {"label": "Kraft", "value": None, "highlight": False, "missing": "skjermet"},
        ],
    }
    assert table_of(made) == [
        ["Næring", "Andel"],
        ["Industri", "14,5\u00a0%"],
        ["Jordbruk", "2,0\u00a0%"],
        ["Kraft", "skjermet"],
    ]


def test_lines_have_a_value_for_each_period_and_a_gap_where_there_is_none() -> None:
    made = figure(
        SHARES,
        {"kind": "lines", "column": "share", "label": "industry", "format": "percent"},
    )

    assert made.chart["periods"] == ["2010", "2011"]
    assert [(line["label"], line["values"]) for line in made.chart["lines"]] == [
        ("Jordbruk", [0.03, 0.02]),
        ("Industri", [0.15, 0.1449]),
        ("Kraft", [None, None]),
    ]
    assert table_of(made) == [
        ["År", "Jordbruk", "Industri", "Kraft"],
        ["2010", "3,0\u00a0%", "15,0\u00a0%", "ukjent"],
        ["2011", "2,0\u00a0%", "14,5\u00a0%", "skjermet"],
    ]
    assert made.description.startswith("Jordbruk går fra 3,0\u00a0% i 2010 til 2,0\u00a0% i 2011;")


PARTS = """\
region,industry,component,value,note
06,i alt,national,-1.5,
06,i alt,mix,0.25,
06,i alt,competitive,-2.25,
"""


def test_parts_of_a_change_stand_on_each_side_of_zero_with_their_names() -> None:
    made = figure(
        PARTS,
        {
            "kind": "diverging",
            "column": "value",
            "label": "component_name",
            "format": "one_decimal",
            "left": "færre",
            "right": "flere",
            "highlight": ["området selv"],
        },
    )

    assert [(bar["label"], bar["value"], bar["highlight"]) for bar in made.chart["bars"]] == [
        ("næringssammensetningen", 0.25, False),
        ("veksten i referansen", -1.5, False),
        ("området selv", -2.25, True),
    ]
    assert made.chart["left"] == "færre"
    assert table_of(made)[1:] == [
        ["næringssammensetningen", "+0,3"],
        ["veksten i referansen", "−1,5"],
        ["området selv", "−2,3"],
    ]


def test_figure_says_where_its_figures_are_from_and_what_to_mind() -> None:
    made = figure(PARTS, {"kind": "diverging"}, vintage="2025", caveats="Ikke *avrundet*.")

    assert plain(made.source) == "Kilde: Kilden: Tabell, 2025. Ikke avrundet."


def test_published_table_is_named_with_its_number() -> None:
    made = AnalysisRun(
        slug="a", title="T", source_table="ssb/11713", result=PARTS, chart={"kind": "diverging"}
    )

    # The publisher's words in sources/catalogue.py.
    assert plain(figure_of(made, 1, GREEN, "").source) == (
        "Kilde: Statistisk sentralbyrå, tabell 11713."
    )


@pytest.mark.parametrize(
    ("result", "chart"),
    [
        (SHARES, {"kind": "bars", "column": "share", "where": {"period": "2011"}}),
        (SHARES, {"kind": "lines", "column": "share"}),
        (PARTS, {"kind": "diverging", "left": "færre", "right": "flere"}),
    ],
)
def test_every_kind_of_figure_can_be_drawn(result: str, chart: dict[str, Any]) -> None:
    drawn = draw(figure(result, chart).chart)  # type: ignore[arg-type]

    assert drawn.wide.startswith("<svg")
    assert drawn.narrow.startswith("<svg")
