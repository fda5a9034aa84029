"""Published figures that come with Temaplan give the answers that are known."""

import pytest

from temaplan.analysis.regional import commuting_totals, growth, location_quotient, shift_share
from tests.fixtures.published import (
    BUSKERUD,
    COUNTRY,
    TOTAL,
    accounts,
    columns,
    nation,
    only,
    rows,
    telemark,
)


def test_buskerud_2011_over_the_published_totals() -> None:
    table = accounts()
    found = only(
        location_quotient(table, reference=COUNTRY, totals=only(table, industry=TOTAL)),
        region=BUSKERUD,
        period=2011,
    )
    by_industry = dict(zip(found["industry"], found["lq"], strict=True))
    assert {
        name: f"{by_industry[name]:.2f}"
        for name in (
            "Industri",
            "Bygge- og anleggsvirksomhet",
            "Varehandel og reparasjon av motorvogner",
            "Informasjon og kommunikasjon",
            "Finansierings- og forsikringsvirksomhet",
        )
    } == {
        "Industri": "1.53",
        "Bygge- og anleggsvirksomhet": "1.25",
        "Varehandel og reparasjon av motorvogner": "1.16",
        "Informasjon og kommunikasjon": "0.45",
        "Finansierings- og forsikringsvirksomhet": "0.50",
    }


def test_every_line_of_the_country_itself_is_1() -> None:
    table = accounts()
    found = only(
        location_quotient(table, reference=COUNTRY, totals=only(table, industry=TOTAL)),
        region=COUNTRY,
    )
    assert set(found["lq"]) == {1.0, None}


def test_what_the_lines_of_buskerud_leave_of_its_total() -> None:
    """2011: 124.4 of 125.2 thousand stand in lines with figures."""
    table = accounts()
    lines = {
        name: [
            value
            for value, industry in zip(values, table["industry"], strict=True)
            if industry != TOTAL and not industry.startswith("¬")
        ]
        for name, values in table.items()
    }
    found = only(
        growth(
            only(lines, region=BUSKERUD), base=2010, end=2011, totals=only(table, industry=TOTAL)
        ),
        industry="ikke fordelt",
    )
    assert found["end_value"] == [pytest.approx(125.2 - 124.4, abs=1e-9)]


@pytest.mark.parametrize(("municipality", "change"), [("Porsgrunn", 464), ("Skien", -67)])
def test_municipal_growth_is_split_without_remainder(municipality: str, change: int) -> None:
    parts = only(
        shift_share(telemark(), base=2021, end=2022, reference=nation()), region=municipality
    )
    assert sum(parts["value"]) == pytest.approx(change, abs=1e-9)
    assert set(parts["note"]) <= {"", "entry", "exit"}


def test_drammen_2023_has_nine_jobs_for_ten_employed_residents() -> None:
    table = columns(
        *(
            {
                "region": row["region"],
                "period": 2023,
                "employed_residents": int(row["bosatt_i_regionen"]),
                "in_commuters": int(row["pendler_inn"]),
                "out_commuters": int(row["pendler_ut"]),
                "jobs": int(row["arbeidssted_i_regionen"]),
            }
            for row in rows("11616_commuting_seven_municipalities_2023.csv")
        )
    )
    found = only(commuting_totals(table), region="3005 Drammen (2020-2023)")
    assert found["own"] == [29007.0]
    assert found["coverage"] == [47148 / 52093]
