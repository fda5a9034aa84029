"""From what the office published to a long table that the analyses take."""

import json
from typing import Any

import pytest

from temaplan.sources.brought import read_brought
from temaplan.sources.cube import Cube, UnreadableTable
from temaplan.sources.jsonstat import read_jsonstat
from temaplan.sources.tidy import tidy, years_only
from tests.sources.statistics_office import cube_of, figure, recorded


def cube(change: dict[str, Any] | None = None, **codes: list[str]) -> Cube:
    chosen = {
        "Region": ["K-3301", "0"],
        "NACE2007": ["10-33", "45-47"],
        "ContentsCode": ["SysselsatteArb"],
        "Tid": ["2023", "2024"],
        **codes,
    }
    return read_jsonstat(json.dumps({**cube_of(chosen), **(change or {})}).encode())


def test_table_has_a_row_for_each_figure_in_the_order_of_the_table() -> None:
    table = tidy(cube())

    assert table.columns == ("region", "industry", "period", "value", "state")
    assert [codes for codes, _cell in table.rows[:3]] == [
        ("3301", "10-33", "2023"),
        ("3301", "10-33", "2024"),
        ("3301", "45-47", "2023"),
    ]
    assert table.rows[-1][1].value == figure("0", "45-47", "SysselsatteArb", "2024")
    assert table.names["region"] == {"3301": "Drammen", "0": "Hele landet"}


def test_sum_of_all_industries_is_kept_apart() -> None:
    table = tidy(cube(NACE2007=["00-99", "10-33", "45-47"]))

    assert {codes[1] for codes, _cell in table.rows} == {"10-33", "45-47"}
    assert {codes[1] for codes, _cell in table.totals} == {"00-99"}
    assert len(table.totals) == 4


def test_several_contents_stand_in_a_column_of_their_own() -> None:
    table = tidy(cube(ContentsCode=["SysselsatteArb", "Sysselsatte"]))

    assert table.keys == ("region", "industry", "contents", "period")


def test_table_without_industries_is_a_series() -> None:
    assert tidy(cube(NACE2007=["10-33"])).keys == ("region", "period")


def test_one_region_and_one_year_are_still_told() -> None:
    assert tidy(cube(Region=["0"], Tid=["2024"])).keys == ("region", "industry", "period")


def test_signs_become_states() -> None:
    published = cube({"value": [1, 0, None, None, 5, 6, 7, 8], "status": {"1": "-", "2": ":"}})

    cells = [(cell.value, cell.state) for _codes, cell in tidy(published).rows[:4]]
    assert cells == [(1.0, "observed"), (0.0, "zero"), (None, "suppressed"), (None, "missing")]


def test_two_variables_of_one_kind_are_refused() -> None:
    twice = cube({"role": {"geo": ["Region", "NACE2007"]}})

    with pytest.raises(UnreadableTable, match=r"to variabler av samme slag"):
        tidy(twice)


def test_file_can_be_brought_to_the_workbench_with_names() -> None:
    published = cube({"value": [1, 0, None, None, 5, 6, 7, 8], "status": {"1": "-", "2": ":"}})
    text = tidy(published).as_csv(named=True)

    assert text.splitlines()[:3] == [
        "region,industry,period,value,state",
        "3301 Drammen,10-33 Industri,2023,1,observed",
        "3301 Drammen,10-33 Industri,2024,0,zero",
    ]
    brought = read_brought(text.encode(), borders=2024).required()
    assert brought.rows[2] == ("3301", "45-47", 2023, None, "suppressed")
    assert brought.region_names == {"3301": "Drammen", "0": "Hele landet"}
    assert brought.industry_names == {"10-33": "Industri", "45-47": "Varehandel"}


def test_years_are_told_from_months() -> None:
    assert years_only(tidy(read_jsonstat(recorded("ssb_12134_jsonstat2_real_response.json"))))
    assert not years_only(tidy(read_jsonstat(recorded("pxwebpy_TAB6471_data.json"))))


def test_what_is_counted_is_told_with_its_unit() -> None:
    real = tidy(read_jsonstat(recorded("ssb_12134_jsonstat2_real_response.json")))

    assert (real.contents, real.unit) == ("Frie inntekter per innbygger (kr)", "kr")
    assert (tidy(cube()).contents, tidy(cube()).unit) == ("Sysselsatte etter arbeidssted", "")
