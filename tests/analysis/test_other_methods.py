"""Productivity, births of firms, retail coverage, Huff and land demand, by hand."""

from typing import Any

import pytest

from temaplan.analysis.regional import BadQuestion
from temaplan.analysis.regional.business_land_demand import business_land_demand
from temaplan.analysis.regional.firm_births import firm_births
from temaplan.analysis.regional.huff_shares import huff_shares
from temaplan.analysis.regional.productivity import productivity
from temaplan.analysis.regional.retail_coverage import retail_coverage

Rows = list[tuple[Any, ...]]


def table(names: str, rows: Rows) -> dict[str, list[Any]]:
    return {
        name: list(column)
        for name, column in zip(names.split(), zip(*rows, strict=True), strict=True)
    }


def by(result: dict[str, list[Any]], *names: str) -> dict[Any, Any]:
    *keys, value = names
    found = zip(*(result[name] for name in keys), strict=True)
    return dict(zip(found, result[value], strict=True))


PANEL = "region industry period value"

# --- productivity -------------------------------------------------------------------------

ADDED = table(
    PANEL,
    [("A", "x", 1, 100.0), ("A", "y", 1, 100.0), ("A", "x", 2, 240.0), ("A", "y", 2, 60.0)],
)
JOBS = table(
    PANEL, [("A", "x", 1, 5.0), ("A", "y", 1, 5.0), ("A", "x", 2, 8.0), ("A", "y", 2, 2.0)]
)


def test_productivity_parts_by_hand() -> None:
    # p: x 20 → 30, y 20 → 30; s: x .5 → .8, y .5 → .2
    parts = by(productivity(ADDED, JOBS, base=1, end=2), "industry", "component", "value")

    assert parts["x", "within"] == pytest.approx(5)
    assert parts["y", "within"] == pytest.approx(5)
    assert parts["x", "between"] == pytest.approx(6)
    assert parts["y", "between"] == pytest.approx(-6)
    assert parts["x", "cross"] == pytest.approx(3)
    assert parts["y", "cross"] == pytest.approx(-3)


def test_productivity_parts_sum_to_the_change_also_when_an_industry_vanishes() -> None:
    added = table(
        PANEL, [("A", "x", 1, 90.0), ("A", "y", 1, 10.0), ("A", "x", 2, 150.0), ("A", "y", 2, 0.0)]
    )
    jobs = table(
        PANEL,
        [
            ("A", "x", 1, 8.0),
            ("A", "y", 1, 2.0),
            ("A", "x", 2, 10.0),
            ("A", "y", 2, 0.0),
        ],
    )

    parts = productivity(added, jobs, base=1, end=2)["value"]

    assert sum(parts) == pytest.approx(150 / 10 - 100 / 10)


def test_productivity_refuses_tables_of_different_industries() -> None:
    other = JOBS | {"industry": ["x", "z", "x", "z"]}

    with pytest.raises(BadQuestion, match=r"ulike næringer: «y», «z» står bare i den ene"):
        productivity(ADDED, other, base=1, end=2)


# --- births of firms ----------------------------------------------------------------------


def test_birth_rates_by_hand() -> None:
    births = table(
        PANEL, [("A", "x", 1, 4.0), ("A", "y", 1, 6.0), ("B", "x", 1, 6.0), ("B", "y", 1, 4.0)]
    )
    stock = table(
        PANEL,
        [
            ("A", "x", 1, 20.0),
            ("A", "y", 1, 80.0),
            ("B", "x", 1, 80.0),
            ("B", "y", 1, 20.0),
        ],
    )
    people = table("region period value", [("A", 1, 2000.0), ("B", 1, 4000.0)])

    result = firm_births(births, stock, people)

    # Industry rates 10/100 and 10/100, so both regions expect 10 and have 10.
    assert result["birth_rate"] == pytest.approx([0.1, 0.1])
    assert result["births_per_1000"] == pytest.approx([5.0, 2.5])
    assert result["adjusted_rate"] == pytest.approx([1.0, 1.0])
    # Exact 95 % limits of a Poisson count of 10 are 4.795 and 18.39 (Breslow & Day, p. 70).
    assert result["low"][0] == pytest.approx(4.795 / 100, rel=0.002)
    assert result["high"][0] == pytest.approx(18.39 / 100, rel=0.002)


def test_no_stock_has_no_rate_and_no_births_have_0_below() -> None:
    births = table(PANEL, [("A", "x", 1, 0.0), ("B", "x", 1, 0.0)])
    stock = table(PANEL, [("A", "x", 1, 0.0), ("B", "x", 1, 50.0)])
    people = table("region period value", [("A", 1, 10.0), ("B", 1, 10.0)])

    result = firm_births(births, stock, people)

    assert result["birth_rate"] == [None, 0.0]
    assert result["low"] == [None, 0.0]
    assert result["note"] == ["no_total", ""]


def test_industry_that_is_not_known_is_left_out_and_told() -> None:
    births = table(PANEL, [("A", "x", 1, 4.0), ("A", "y", 1, None)])
    stock = table(PANEL, [("A", "x", 1, 20.0), ("A", "y", 1, 80.0)])
    people = table("region period value", [("A", 1, 1000.0)])

    result = firm_births(births, stock, people)

    assert (result["birth_rate"], result["note"]) == ([0.2], ["incomplete"])


# --- retail -------------------------------------------------------------------------------


def test_retail_coverage_by_hand() -> None:
    turnover = table("region period value", [("A", 1, 120.0), ("B", 1, 80.0)])
    people = table("region period value", [("A", 1, 10.0), ("B", 1, 10.0)])

    result = retail_coverage(turnover, people, reference="total")

    assert result["turnover_per_head"] == [12.0, 8.0]
    assert result["coverage"] == pytest.approx([1.2, 0.8])
    assert result["leakage"] == pytest.approx([-20.0, 20.0])


def test_retail_coverage_of_the_reference_itself_is_1() -> None:
    turnover = table("region period value", [("A", 1, 120.0), ("B", 1, 80.0)])
    people = table("region period value", [("A", 1, 7.0), ("B", 1, 13.0)])

    result = retail_coverage(turnover, people, reference="B")

    assert result["coverage"][1] == 1.0


def test_retail_without_turnover_is_null_and_told() -> None:
    turnover = table("region period value", [("A", 1, None), ("B", 1, 80.0)])
    people = table("region period value", [("A", 1, 10.0), ("B", 1, 10.0), ("C", 1, 5.0)])

    result = retail_coverage(turnover, people, reference="total")

    assert result["coverage"] == [None, 1.0, None]
    assert result["note"] == ["no_total", "", "no_total"]


def test_retail_names_the_regions_when_the_reference_is_none_of_them() -> None:
    both = table("region period value", [("A", 1, 1.0)])

    with pytest.raises(BadQuestion, match=r"har ikke regionen «0» \(reference\)\. Den har «A»"):
        retail_coverage(both, both, reference="0")


# --- Huff ---------------------------------------------------------------------------------


def test_huff_by_hand() -> None:
    places = table("place attraction", [("S", 400.0), ("T", 100.0)])
    ways = table("origin place distance demand", [("O", "S", 2.0, 50.0), ("O", "T", 1.0, 50.0)])

    result = huff_shares(places, ways)

    # 400/4 = 100 and 100/1 = 100
    assert result["share"] == pytest.approx([0.5, 0.5])
    assert result["flow"] == pytest.approx([25.0, 25.0])


def test_huff_refuses_a_distance_of_0_and_a_place_it_does_not_know() -> None:
    places = table("place attraction", [("S", 400.0)])

    with pytest.raises(BadQuestion, match=r"Avstanden fra «O» til «S» er 0"):
        huff_shares(places, table("origin place distance demand", [("O", "S", 0.0, 1.0)]))
    with pytest.raises(BadQuestion, match=r"Tabellen over steder mangler «U»"):
        huff_shares(places, table("origin place distance demand", [("O", "U", 1.0, 1.0)]))


# --- land ---------------------------------------------------------------------------------


def test_land_demand_by_hand() -> None:
    jobs = table("industry value", [("x", 1000.0)])
    quotas = table("industry affected_share resettlement relocation", [("x", 0.8, 0.003, 0.007)])
    area = table("industry area", [("x", 200.0)])

    result = business_land_demand(jobs, quotas=quotas, area_per_job=area, years=[2027, 2028])

    assert result["year"] == [2027, 2028]
    assert result["jobs"] == pytest.approx([8.0, 8.0])
    assert result["land"] == pytest.approx([1600.0, 1600.0])


def test_land_demand_refuses_percentages_and_an_industry_without_quotas() -> None:
    jobs = table("industry value", [("x", 1000.0), ("y", 5.0)])
    area = table("industry area", [("x", 200.0), ("y", 200.0)])
    one = table("industry affected_share resettlement relocation", [("x", 0.8, 0.003, 0.007)])
    both = table(
        "industry affected_share resettlement relocation", [("x", 0.8, 0.3, 0.7), ("y", 80.0, 0, 0)]
    )

    with pytest.raises(BadQuestion, match=r"Tabellen over kvoter mangler «y»"):
        business_land_demand(jobs, quotas=one, area_per_job=area, years=[2027])
    with pytest.raises(BadQuestion, match=r"Kvoten affected_share for «y» er 80, altså over 1"):
        business_land_demand(jobs, quotas=both, area_per_job=area, years=[2027])
