"""The tables that come with Temaplan: whole, described, and read as what they are."""

import math
from pathlib import Path

import pytest

from temaplan.errors import MachineLacks
from temaplan.sources import files, municipalities
from temaplan.sources.catalogue import TABLES, UnknownTable, table
from temaplan.sources.cells import published
from temaplan.sources.code_lists import CODE_LISTS
from temaplan.sources.labels import RegionLabel, region_label, without_footnote
from temaplan.sources.municipalities import neighbours_of
from temaplan.sources.reading import read
from temaplan.sources.statistics import Row, Statistics
from temaplan.sources.table import CodeList, SourceTable

BUSKERUD, COUNTRY = "06", "0"


def value_of(statistics: Statistics, region: str, industry: str, year: int) -> Row:
    rows = (*statistics.rows, *statistics.totals)
    return next(row[3:] for row in rows if row[:3] == (region, industry, year))


@pytest.mark.parametrize("kept", [*TABLES, *CODE_LISTS], ids=lambda kept: kept.id)
def test_every_kept_file_is_as_it_came(kept: SourceTable | CodeList) -> None:
    for file in kept.files:
        assert files.content(file)


def test_every_file_of_data_is_described_and_every_described_file_is_there() -> None:
    described = {file.name for kept in (*TABLES, *CODE_LISTS) for file in kept.files}
    assert {path.name for path in files.DATA.iterdir()} == described


def test_a_file_that_was_changed_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "tall.csv").write_text("region,value\n0602,12\n")
    kept = files.KeptFile("tall.csv", "0" * 64)
    with pytest.raises(MachineLacks) as refused:
        files.content(kept, folder=tmp_path)
    assert refused.value.message == (
        "Statistikkfilen tall.csv er endret: kontrollsummen stemmer ikke. "
        "Installer Temaplan på nytt."
    )


def test_a_file_that_is_gone_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(MachineLacks) as refused:
        files.content(files.KeptFile("borte.csv", ""), folder=tmp_path)
    assert refused.value.message == "Statistikkfilen borte.csv mangler. Installer Temaplan på nytt."


def test_an_unknown_table_is_refused_with_those_that_are_kept() -> None:
    with pytest.raises(UnknownTable) as refused:
        table("ssb/99999")
    assert refused.value.message == (
        "Tabellen «ssb/99999» følger ikke med. "
        "Velg mellom ssb/11713, ssb/13470, ssb/07459, ssb/11616."
    )


# The figures below stand in the published table 11713 (data/README of the set it came in).


def test_published_lines_of_buskerud_do_not_sum_to_the_published_total() -> None:
    table_11713 = read("ssb/11713").selected(regions=[BUSKERUD], periods=[2011])
    lines = math.fsum(row[3] for row in table_11713.rows if row[3] is not None)
    assert (round(lines, 1), value_of(table_11713, BUSKERUD, "", 2011)) == (
        124.4,
        (125.2, "observed"),
    )


def test_lines_across_the_others_stand_outside_every_sum() -> None:
    table_11713 = read("ssb/11713")
    assert {row[1] for row in table_11713.of_which} == {"Statsforvaltning", "Kommuneforvaltning"}
    assert not any("¬" in row[1] or row[1] == "" for row in table_11713.rows)


@pytest.mark.parametrize(
    ("region", "industry", "year", "expected"),
    [
        (BUSKERUD, "Industri", 2011, (16.9, "observed")),
        (COUNTRY, "Industri", 2011, (228.7, "observed")),
        (BUSKERUD, "Fiske, fangst og akvakultur", 2011, (None, "suppressed")),
        (BUSKERUD, "Boligtjenester, egen bolig", 2011, (None, "missing")),
        ("50", "Industri", 2017, (None, "not_applicable")),  # Trøndelag is of 2018
        ("16", "Industri", 2018, (None, "not_applicable")),  # Sør-Trøndelag ended in 2017
        ("17", "Industri", 2019, (None, "not_applicable")),  # published as «:»
    ],
)
def test_a_cell_of_11713_says_why_it_has_no_figure(
    region: str, industry: str, year: int, expected: tuple[float | None, str]
) -> None:
    assert value_of(read("ssb/11713"), region, industry, year) == expected


def test_a_region_that_existed_keeps_its_figures() -> None:
    table_11713 = read("ssb/11713")
    assert value_of(table_11713, "50", "Industri", 2018)[1] == "observed"
    assert value_of(table_11713, "16", "Industri", 2017)[1] == "observed"


def test_gross_product_may_be_negative() -> None:
    assert min(row[3] for row in read("ssb/11713", "gross_product").rows if row[3]) < 0


def test_names_of_regions_are_norwegian_and_without_years() -> None:
    names = read("ssb/11713").region_names
    assert (names["06"], names["18"], names["20"], names["0"]) == (
        "Buskerud",
        "Nordland",
        "Finnmark",
        "Hele landet",
    )


# SSB 13470, 4th quarter; the growth is told in the README of the set of data.


@pytest.mark.parametrize(("name", "growth"), [("Porsgrunn", 464), ("Skien", -67)])
def test_jobs_grew_as_published_from_2021_to_2022(name: str, growth: int) -> None:
    table_13470 = read("ssb/13470")
    code = next(code for code, found in table_13470.region_names.items() if found == name)
    sums = {
        year: sum(row[3] for row in table_13470.rows if row[0] == code and row[2] == year)
        for year in (2021, 2022)
    }
    assert sums[2022] - sums[2021] == growth


def test_names_of_telemark_have_the_codes_of_2024() -> None:
    names = read("ssb/13470").region_names
    assert (names["4001"], names["4003"], len(names)) == ("Porsgrunn", "Skien", 18)


def test_the_country_has_two_years_only() -> None:
    table_13470 = read("ssb/13470").selected(regions=["0"])
    assert table_13470.periods == [2021, 2022]
    assert value_of(table_13470, "0", "10-33", 2021) == (209735, "observed")


def test_population_is_the_sum_of_all_ages() -> None:
    table_07459 = read("ssb/07459").selected(regions=["3301"], periods=[2026])
    # 6055 + 11769 + 5287 + 6206 + 21303 + 22111 + 15578 + 7795 + 9909, the file's nine groups
    assert [row[3] for row in table_07459.totals] == [106013]
    assert len(table_07459.rows) == 9


def test_population_of_two_municipalities_is_not_there_in_2005() -> None:
    years = {
        code: read("ssb/07459").selected(regions=[code]).periods
        for code in ("1160", "1576", "3301")
    }
    assert {code: found[0] for code, found in years.items()} == {
        "1160": 2006,
        "1576": 2006,
        "3301": 2005,
    }


def test_commuting_of_drammen_in_2023_is_as_published() -> None:
    table_11616 = read("ssb/11616").selected(regions=["3005"])
    assert table_11616.rows == (("3005", 2023, 52093, 18141, 23086, 47148),)


def test_commuting_of_2021_has_codes_for_its_names_in_spite_of_the_mark_at_its_start() -> None:
    table_11616 = read("ssb/11616").selected(periods=[2021])
    assert len(table_11616.regions) == 23
    assert table_11616.rows[0] == ("3801", 2021, 12807, 4367, 5814, 11360)


def test_a_selection_names_regions_industries_and_years() -> None:
    chosen = read("ssb/11713").selected(
        regions=["06"], industries=["Industri", "Undervisning"], periods=[2008, 2011]
    )
    assert (chosen.regions, chosen.industries, chosen.periods, len(chosen.rows)) == (
        ["06"],
        ["Industri", "Undervisning"],
        [2008, 2011],
        4,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", (12.0, "observed")),
        ("0", (0.0, "observed")),
        ("12.5", (12.5, "observed")),
        (":", (None, "suppressed")),
        ("..", (None, "missing")),
        ("", (None, "missing")),
        (".", (None, "not_applicable")),
        ("-", (0.0, "zero")),
    ],
)
def test_a_published_sign_says_why_there_is_no_figure(
    text: str, expected: tuple[float | None, str]
) -> None:
    cell = published(text)
    assert (cell.value, cell.state) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19 Troms - Romsa (-2019)", RegionLabel("19", "Troms", None, 2019)),
        ("3005 Drammen (2020-2023)", RegionLabel("3005", "Drammen", 2020, 2023)),
        ("06 Buskerud (−2019)", RegionLabel("06", "Buskerud", None, 2019)),
        ("0 Hele landet", RegionLabel("0", "Hele landet")),
        ("Nord-Aurdal", RegionLabel("", "Nord-Aurdal")),
    ],
)
def test_a_region_label_is_taken_apart(text: str, expected: RegionLabel) -> None:
    assert region_label(text) == expected


def test_a_footnote_number_that_is_glued_to_a_name_goes() -> None:
    names = ("Industri1", "Industri 1)", "Industri1)", "SN2007", "Oslo")
    assert [without_footnote(name) for name in names] == [
        "Industri",
        "Industri",
        "Industri",
        "SN2007",
        "Oslo",
    ]


# Klass 131: Drammen 0602, Nedre Eiker 0625 and Svelvik 0711 became 3005 in 2020, 3301 in 2024.


def test_the_four_municipalities_of_2011_are_three_today() -> None:
    today = {
        code: [each.code for each in municipalities.became(code, from_year=2011, to_year=2024)]
        for code in ("0602", "0624", "0625", "0626")
    }
    assert today == {"0602": ["3301"], "0624": ["3314"], "0625": ["3301"], "0626": ["3312"]}


def test_drammen_of_today_holds_three_municipalities_of_2011() -> None:
    held = municipalities.was("3301", in_year=2011, to_year=2024)
    assert [(each.code, each.name) for each in held] == [
        ("0602", "Drammen"),
        ("0625", "Nedre Eiker"),
        ("0711", "Svelvik"),
    ]


def test_a_code_has_its_first_and_last_year() -> None:
    assert (municipalities.years_of("0602"), municipalities.years_of("3301")) == (
        (1838, 2019),
        (2024, None),
    )


def test_neighbours_are_those_that_share_a_border() -> None:
    """Drammen meets Øvre Eiker, Modum, Lier and Holmestrand; Vega is an island."""
    names = {code: [each.name for each in neighbours_of(code)] for code in ("3301", "1815")}
    assert names == {"3301": ["Holmestrand", "Lier", "Modum", "Øvre Eiker"], "1815": []}
