"""The charts that analyses get: the right figures in the right kind, told and tabled as drawn."""

from typing import Any

from django.utils import translation

from temaplan.documents.charts import draw
from temaplan.documents.document import Figure, plain
from temaplan.workbench.evidence.calculation.charts import are_mapped
from temaplan.workbench.evidence.models import AnalysisRun, DataTable
from temaplan.workbench.overview.documents.chapters.figures import figure_of
from tests.fixtures.drawings import Drawing

QUOTIENTS = """\
region,region_name,industry,period,value,share,reference_share,lq,excess,state,note
06,Buskerud,Industri,2011,16.9,0.135,0.088,1.53,5.84,observed,
06,Buskerud,Olje,2011,0.0,0.0,0.022,0.0,-2.75,observed,
06,Buskerud,Fiske,2011,,,0.0056,,,suppressed,
"""
CHANGE = """\
region,region_name,industry,component,component_name,value,note
06,Buskerud,i alt,national,veksten i referansen,0.9,
06,Buskerud,i alt,mix,næringssammensetningen,-1.2,
06,Buskerud,i alt,competitive,området selv,0.7,
06,Buskerud,i alt,entry,nye næringer,0.0,
07,Vestfold,i alt,national,veksten i referansen,0.8,
07,Vestfold,i alt,mix,næringssammensetningen,0.1,
07,Vestfold,i alt,competitive,området selv,-0.4,
07,Vestfold,i alt,entry,nye næringer,0.0,
06,Buskerud,Industri,national,veksten i referansen,5.0,
"""
COMMUTING = """\
region,region_name,period,jobs,employed_residents,own,in_commuters,out_commuters,note
3005,Drammen,2023,47148.0,52093.0,29007.0,18141.0,23086.0,
3005,Drammen,2021,1.0,1.0,1.0,1.0,1.0,
"""
GROWTH = """\
region,region_name,industry,base_value,end_value,change,growth,note
4001,Porsgrunn,i alt,100.0,103.0,3.0,0.03,
4003,Skien,i alt,100.0,99.0,-1.0,-0.01,
4012,Bamble,i alt,,,,,incomplete
"""


def figure(result: str, **chart: Any) -> Figure:
    table = DataTable(title="Tabell", source="Kilden", slug="tabell")
    run = AnalysisRun(
        slug="analysen", title="Tittelen", data_table=table, result=result, chart=chart
    )
    return figure_of(run, 1, "#0b4f3a", "")


def told(figure: Figure) -> list[tuple[str, ...]]:
    return [figure.table.head, *(tuple(plain(cell) for cell in row) for row in figure.table.rows)]


def text_of(figure: Figure) -> str:
    return Drawing(draw(figure.chart).wide).text  # type: ignore[arg-type] # JSON as stored


def test_quotients_are_a_profile_with_shares_and_name_what_is_secret() -> None:
    made = figure(
        QUOTIENTS,
        kind="profile",
        column="lq",
        label="industry",
        where={"period": 2011},
        highlight=["Industri"],
        reference={"value": 1, "label": "1 = som landet"},
    )

    assert told(made) == [
        ("Næring", "Kvotient", "Andel"),
        ("Industri", "1,53", "13,5\u00a0%"),
        ("Olje", "0,00", "0,0\u00a0%"),
        ("Fiske", "skjermet", "skjermet"),
    ]
    assert [row.get("weight") for row in made.chart["rows"]] == [5.84, -2.75, None]
    assert "Uten tall: Fiske (skjermet)." in text_of(made)
    assert made.description.startswith("Industri: Kvotient 1,53, Andel 13,5\u00a0%; ")


def test_change_of_several_regions_is_parts_without_those_that_are_nothing() -> None:
    made = figure(
        CHANGE,
        kind="parts",
        column="value",
        label="region_name",
        where={"industry": "i alt"},
        format="one_decimal",
        left="færre",
        right="flere",
    )

    assert told(made) == [
        ("Navn", "veksten i referansen", "næringssammensetningen", "området selv", "endring i alt"),
        ("Buskerud", "+0,9", "\u22121,2", "+0,7", "+0,4"),
        ("Vestfold", "+0,8", "+0,1", "\u22120,4", "+0,5"),
    ]
    assert "nye næringer" not in text_of(made)


def test_commuting_of_the_newest_year_shows_who_goes_stays_and_comes() -> None:
    made = figure(
        COMMUTING,
        kind="commuting",
        column="own",
        label="region_name",
        where={"period": 2023},
        format="whole",
    )

    assert told(made)[1:] == [("Drammen", "23\u202f086", "29\u202f007", "18\u202f141")]
    assert all(each in text_of(made) for each in ("23\u202f086", "29\u202f007", "18\u202f141"))


def test_growth_on_a_map_names_the_municipality_without_a_figure() -> None:
    made = figure(
        GROWTH,
        kind="choropleth",
        column="growth",
        label="region_name",
        where={"industry": "i alt"},
        format="percent",
        middle=0,
    )

    assert told(made) == [
        ("Nummer", "Sted", "Vekst"),
        ("4001", "Porsgrunn", "+3,0\u00a0%"),
        ("4003", "Skien", "\u22121,0\u00a0%"),
        ("4012", "Bamble", "ikke aktuelt"),
    ]
    assert "Uten tall: Bamble (ikke aktuelt)." in text_of(made)


def test_words_of_the_drawing_follow_the_written_form() -> None:
    with translation.override("nn"):
        made = figure(QUOTIENTS, kind="profile", column="lq", label="industry")
    assert made.chart["language"] == "nn"
    assert "Utan tal: Fiske" in text_of(made)


def test_bars_beyond_fourteen_leave_the_smallest_to_the_table() -> None:
    lines = "".join(f"06,Næring {n},2011,{n / 100},observed\n" for n in range(1, 21))
    made = figure(
        f"region,industry,period,share,state\n{lines}",
        kind="bars",
        column="share",
        label="industry",
        format="percent",
    )

    assert len(told(made)) == 21
    assert "Tabellen har 6 til." in text_of(made)
    names = [words.text for words in Drawing(draw(made.chart).wide).words]  # type: ignore[arg-type]
    assert "Næring 7" in names
    assert "Næring 6" not in names


def test_only_many_areas_of_one_level_that_the_map_has_are_mapped() -> None:
    telemark = ["4001", "4003", "4005", "4010", "4012", "4014", "4016", "4018"]
    assert are_mapped(telemark)
    assert not are_mapped(telemark[:7])
    assert not are_mapped([*telemark, "0602"])  # Drammen before 2020
    assert not are_mapped([*telemark, "40"])  # a county among municipalities
    assert not are_mapped(["Skien"] * 9)
