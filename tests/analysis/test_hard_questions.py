"""Tables at the edge, references that are not there, wholes among parts: answered or refused."""

from typing import Any

import polars as pl
import pytest

from temaplan import TemaplanError
from temaplan.analysis.regional import (
    Panel,
    commuting,
    growth,
    location_quotient,
    shift_share,
    validate,
)

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

TWO: dict[str, list[Any]] = {
    "region": ["0602", "0602", "0625", "0625"],
    "industry": ["Bygg", "Industri"] * 2,
    "period": [2011] * 4,
    "value": [4, 16, 10, 0],
}


def refusal(function: Any, *args: Any, **keywords: Any) -> tuple[str, str]:
    with pytest.raises(TemaplanError) as caught:
        function(*args, **keywords)
    return caught.value.code, str(caught.value)


def renamed(**changed: list[Any]) -> dict[str, list[Any]]:
    return TWO | changed


@pytest.mark.parametrize("reference", ["total", "rest", "a"])
def test_one_region_one_industry_one_year(reference: str) -> None:
    table = {"region": ["a"], "industry": ["x"], "period": [1], "value": [5]}
    found = location_quotient(table, reference=reference)
    assert found["lq"] == [None if reference == "rest" else 1.0]
    assert found["note"] == ["no_reference" if reference == "rest" else ""]


def test_region_that_is_not_there() -> None:
    assert refusal(location_quotient, TWO, reference="9999") == (
        "not_in_table",
        "Tabellen har ikke regionen «9999» (reference). Den har «0602», «0625».",
    )


def test_reference_of_other_industries() -> None:
    reference = {"industry": ["Bygg", "Fiske"], "period": [2011] * 2, "value": [1, 2]}
    code, sentence = refusal(location_quotient, TWO, reference=reference)
    assert code == "industries_differ"
    assert sentence.startswith("Referansen har næringer som tabellen ikke har: «Fiske».")


def test_reference_of_another_year() -> None:
    reference = {"industry": ["Bygg", "Industri"], "period": [2012] * 2, "value": [1, 2]}
    assert refusal(location_quotient, TWO, reference=reference)[0] == "periods_differ"


def test_year_that_the_reference_lacks_has_no_quotients() -> None:
    table = {name: values * 2 for name, values in TWO.items()}
    table["period"] = [2011] * 4 + [2012] * 4
    reference = {"industry": ["Bygg", "Industri"], "period": [2011] * 2, "value": [1, 2]}
    found = location_quotient(table, reference=reference)
    assert found["note"][4:] == ["no_reference"] * 4
    assert found["lq"][4:] == [None] * 4


def test_periods_as_text_and_as_numbers_meet() -> None:
    reference = {"industry": ["Bygg", "Industri"], "period": ["2011"] * 2, "value": [14, 16]}
    found = location_quotient(TWO, reference=reference)
    assert found["lq"] == location_quotient(TWO, reference="total")["lq"]
    assert refusal(growth, TWO, base="2011", end="2012")[0] == "not_in_table"


def test_reference_table_of_several_regions() -> None:
    assert refusal(location_quotient, TWO, reference=TWO)[0] == "many_references"


def test_totals_without_the_reference() -> None:
    totals = {"region": ["0602"], "period": [2011], "value": [30]}
    assert refusal(location_quotient, TWO, reference="0625", totals=totals) == (
        "no_total_for_reference",
        "totals mangler referansen «0625». Ta med totaltallene dens under samme kode.",
    )


def test_region_without_a_published_total_has_no_quotients() -> None:
    totals = {"region": ["0602"], "period": [2011], "value": [30]}
    found = location_quotient(TWO, reference="0602", totals=totals)
    assert found["note"] == ["", "", "no_total", "no_total"]


def test_total_of_a_reference_table_is_found_under_the_code_that_no_region_has() -> None:
    reference = {"industry": ["Bygg", "Industri"], "period": [2011] * 2, "value": [20, 30]}
    totals = {"region": ["0602", "0625", "0"], "period": [2011] * 3, "value": [25, 12, 100]}
    found = location_quotient(TWO, reference=reference, totals=totals)
    assert found["lq"][0] == pytest.approx((4 / 25) / (20 / 100))


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"industry": ["Bygg", "Industri", "Bygg", "I alt"]}, "«I alt»"),
        ({"industry": ["10-33", "00-99", "10-33", "00-99"]}, "«00-99»"),
        ({"industry": ["10", "10-33", "10", "10-33"]}, "«10-33»"),
        ({"industry": ["Helse", "¬¬ Statsforvaltning"] * 2}, "«¬¬ Statsforvaltning»"),
        ({"region": ["0", "0", "0625", "0625"]}, "«0»"),
        ({"region": ["06", "06", "0625", "0625"]}, "«06»"),
        ({"region": ["0 Hele landet"] * 2 + ["0625"] * 2}, "«0 Hele landet»"),
        ({"region": ["Insgesamt"] * 2 + ["0625"] * 2}, "«Insgesamt»"),
    ],
    ids=str,
)
def test_whole_among_its_parts(changed: dict[str, list[Any]], names: str) -> None:
    code, sentence = refusal(location_quotient, renamed(**changed), reference="total")
    assert code == "total_row"
    assert f"både helheten og delene: {names}. " in sentence


def test_whole_as_the_reference_is_what_it_is_there_for() -> None:
    table = renamed(region=["0 Hele landet"] * 2 + ["0625"] * 2)
    assert location_quotient(table, reference="0 Hele landet")["lq"][:2] == [1.0, 1.0]


def test_codes_that_only_look_like_wholes_are_let_be() -> None:
    table = renamed(industry=["Sumatra", "Totalentreprise"] * 2, region=["1"] * 2 + ["100"] * 2)
    assert len(location_quotient(table, reference="total")["lq"]) == 4


def test_trailing_blank_is_not_another_industry() -> None:
    code, sentence = refusal(
        location_quotient,
        renamed(industry=["Bygg", "Industri", "Bygg", "Bygg "]),
        reference="total",
    )
    assert code == "stray_blank"
    assert sentence == (
        "Rad 4, kolonnen «industry»: «Bygg » har et mellomrom først eller sist. Ta det bort."
    )


@pytest.mark.parametrize(
    ("keywords", "sentence"),
    [
        ({"bounds": "halv"}, "bounds=«halv» finnes ikke."),
        ({"bounds": -1}, "bounds=«-1» finnes ikke."),
        ({"interval": "normal"}, "interval=«normal» finnes ikke."),
        ({"standardise": "y"}, "standardise=«y» finnes ikke."),
        ({"interval": "delta", "bounds": 0.5}, "bounds og interval fyller de samme kolonnene"),
        ({"absent": "null"}, "absent=«null» finnes ikke."),
    ],
    ids=str,
)
def test_keyword_that_does_not_exist(keywords: dict[str, Any], sentence: str) -> None:
    assert refusal(location_quotient, TWO, reference="total", **keywords)[1].startswith(sentence)


@pytest.mark.parametrize(
    ("keywords", "sentence"),
    [
        ({"method": "dunn"}, "method=«dunn» finnes ikke."),
        ({"method": "index", "dynamic": True}, "method=«index» gir faktorer"),
        (
            {"method": "index", "within": {"region": ["a"], "area": ["b"]}},
            "within deler den klassiske metoden",
        ),
    ],
    ids=str,
)
def test_keywords_that_do_not_go_together(keywords: dict[str, Any], sentence: str) -> None:
    asked: dict[str, Any] = {"base": 1, "end": 2, "reference": "total"} | keywords
    assert refusal(shift_share, TWO, **asked)[1].startswith(sentence)


def test_region_without_an_area() -> None:
    table = {name: values * 2 for name, values in TWO.items()}
    table["period"] = [2011] * 4 + [2012] * 4
    within = {"region": ["0602"], "area": ["Drammen"]}
    code, sentence = refusal(
        shift_share, table, base=2011, end=2012, reference="total", within=within
    )
    assert (code, sentence) == ("without_area", "within mangler «0625». Gi hver region et område.")


def test_reference_without_figures_in_both_years() -> None:
    table = {name: values * 2 for name, values in TWO.items()}
    table["period"] = [2011] * 4 + [2012] * 4
    table["value"] = [4, 16, 0, 0, 5, 17, 3, 0]
    code, _sentence = refusal(shift_share, table, base=2011, end=2012, reference="0625")
    assert code == "no_reference"


def test_column_names_and_a_panel_together_are_a_programming_fault() -> None:
    with pytest.raises(TypeError, match="column names belong to Panel"):
        location_quotient(Panel.from_frame(TWO), reference="total", region="kommune")


def test_reference_and_totals_may_have_the_names_of_the_main_table() -> None:
    norwegian = dict(zip(("kommune", "næring", "år", "antall"), TWO.values(), strict=True))
    nation = {"næring": ["Bygg", "Industri"], "år": [2011] * 2, "antall": [14, 16]}
    found = location_quotient(
        pl.DataFrame(norwegian),
        reference=pl.DataFrame(nation),
        region="kommune",
        industry="næring",
        period="år",
        value="antall",
    )
    assert found["lq"].to_list() == location_quotient(TWO, reference="total")["lq"]


def test_validate_reads_what_no_method_would() -> None:
    found = validate({"region": [], "industry": [], "period": [], "value": []})
    assert (found["finding"], found["severity"], found["row"]) == (["gap"], ["error"], [None])


def test_validate_names_footnotes_but_not_a_way_of_naming() -> None:
    names = ["Bygg", "Industri1", "Varehandel", "Finans"]
    table = {"region": ["a"] * 4, "industry": names, "period": [1] * 4, "value": [1] * 4}
    assert validate(table)["finding"] == ["footnote"]
    table["industry"] = ["Sone1", "Sone2", "Sone3", "Sone4"]
    assert validate(table)["finding"] == []


def test_the_whole_is_not_one_of_the_regions_that_are_standardised() -> None:
    municipalities = [(f"33{n:02}", jobs) for n, jobs in enumerate(range(1, 12))]
    rows = [("0", 66, 44), *[(code, jobs, 12 - jobs) for code, jobs in municipalities]]
    table = {
        "region": [code for code, _, _ in rows for _ in "xy"],
        "industry": ["x", "y"] * len(rows),
        "period": [2011] * 2 * len(rows),
        "value": [value for _, *values in rows for value in values],
    }
    found = location_quotient(table, reference="0", standardise="z")
    of_x = found["z"][::2]
    assert of_x[0] is None
    assert sum(of_x[1:]) == pytest.approx(0, abs=1e-9)


def test_place_where_nobody_lives_has_jobs_and_no_coverage() -> None:
    flows = {"home": ["a", "a"], "work": ["a", "mine"], "period": [1, 1], "value": [5, 3]}
    found = commuting(flows, absent="zero")
    assert (found["jobs"], found["employed_residents"]) == ([5.0, 3.0], [8.0, 0.0])
    assert (found["coverage"], found["note"]) == ([5 / 8, None], ["", "no_total"])


def test_validate_finds_a_region_that_is_gone() -> None:
    table = {
        "region": ["16 Sør-Trøndelag"] * 3,
        "industry": ["Bygg"] * 3,
        "period": [2016, 2017, 2018],
        "value": [4, 4, 0],
    }
    found = validate(table)
    assert (found["finding"], found["row"]) == (["not_yet_existing"], [3])


def test_areas_made_of_a_whole_and_its_parts_are_refused() -> None:
    table = {
        "region": ["33", "3301"] * 2,
        "industry": ["Bygg"] * 4,
        "period": [2011, 2011, 2012, 2012],
        "value": [9, 4, 10, 5],
    }
    nation = {"industry": ["Bygg"] * 2, "period": [2011, 2012], "value": [90, 99]}
    within = {"region": ["33", "3301"], "area": ["Buskerud"] * 2}
    asked: dict[str, Any] = {"base": 2011, "end": 2012, "reference": nation, "within": within}
    assert refusal(shift_share, table, **asked)[0] == "total_row"


def test_rest_without_a_total_in_one_year_is_not_known() -> None:
    table = {"region": ["a"] * 2, "industry": ["x"] * 2, "period": [1, 2], "value": [4, 5]}
    totals = {"region": ["a"], "period": [1], "value": [6]}
    found = growth(table, base=1, end=2, totals=totals)
    assert found["industry"][1] == "ikke fordelt"
    assert [found[name][1] for name in ("base_value", "end_value", "change")] == [None] * 3
    assert found["note"] == ["", "incomplete"]


def test_label_that_stands_once_in_a_large_frame_is_found() -> None:
    count = 120_001
    rows = [f"r{n:06}" for n in range(count)]
    table = pl.DataFrame(
        {
            "region": rows,
            "industry": ["x"] * 77_777 + ["sjelden"] + ["x"] * (count - 77_778),
            "period": [1] * count,
            "value": [1] * count,
        }
    )
    panel = Panel.from_frame(table)
    assert panel.industries == ("sjelden", "x")
    assert panel.regions == tuple(rows)
