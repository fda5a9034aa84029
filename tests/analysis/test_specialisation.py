"""Specialisation, concentration, base and multipliers, by hand and by identity."""

from typing import Any

import numpy as np
import pytest

from temaplan.analysis.regional import BadQuestion
from temaplan.analysis.regional.concentration import concentration
from temaplan.analysis.regional.economic_base import economic_base
from temaplan.analysis.regional.labour_areas import labour_areas
from temaplan.analysis.regional.regional_multipliers import regional_multipliers
from temaplan.analysis.regional.specialisation import specialisation

INDUSTRIES = ("x", "y")


def table(**regions: tuple[float | None, float | None]) -> dict[str, list[Any]]:
    rows = [
        (region, industry, 2020, value)
        for region, values in regions.items()
        for industry, value in zip(INDUSTRIES, values, strict=True)
    ]
    names = ("region", "industry", "period", "value")
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


TWO = table(A=(30.0, 10.0), B=(10.0, 50.0))  # shares A .75/.25, B 1/6 / 5/6; total .4/.6


def test_specialisation_by_hand() -> None:
    result = specialisation(TWO, reference="total")
    of_a = {name: values[0] for name, values in result.items()}

    assert of_a["krugman"] == pytest.approx(0.7, rel=1e-12)  # |.75-.4| + |.25-.6|
    assert of_a["hoover"] == pytest.approx(0.35, rel=1e-12)
    assert of_a["krugman_others"] == pytest.approx(2 * (0.75 - 1 / 6), rel=1e-12)
    assert of_a["hhi"] == pytest.approx(0.625, rel=1e-12)
    assert of_a["hhi_normalised"] == pytest.approx(0.25, rel=1e-12)
    assert of_a["effective_industries"] == pytest.approx(1.6, rel=1e-12)
    assert of_a["entropy"] == pytest.approx(0.8112781244591328, rel=1e-12)  # of 3:1, in bits
    assert of_a["hachman"] == pytest.approx(1 / (0.75**2 / 0.4 + 0.25**2 / 0.6), rel=1e-12)


def test_region_like_the_reference_is_not_special() -> None:
    result = specialisation(table(A=(4.0, 6.0), B=(40.0, 60.0)), reference="total")

    assert result["krugman"] == pytest.approx([0.0, 0.0], abs=1e-12)
    assert result["hachman"] == pytest.approx([1.0, 1.0])
    assert result["gini"] == pytest.approx([0.0, 0.0], abs=1e-12)


def test_region_without_jobs_has_null_and_not_a_krugman_of_1() -> None:
    result = specialisation(table(A=(30.0, 10.0), B=(0.0, 0.0)), reference="A")

    assert [result[name][1] for name in ("krugman", "hhi_normalised", "entropy")] == [None] * 3
    assert result["note"] == ["", "no_total"]


def test_shares_are_over_the_industries_that_have_a_figure() -> None:
    result = specialisation(table(A=(30.0, None), B=(10.0, 50.0)), reference="total")

    assert result["hhi"][0] == 1.0
    assert result["note"][0] == "incomplete"


def test_doubling_every_figure_changes_nothing() -> None:
    doubled = TWO | {"value": [2 * value for value in TWO["value"]]}

    assert specialisation(doubled, reference="total") == specialisation(TWO, reference="total")
    assert concentration(doubled, reference="total") == concentration(TWO, reference="total")


def test_concentration_by_hand() -> None:
    result = concentration(TWO, reference="total")
    of_x = {name: values[0] for name, values in result.items()}

    # x: A 30 of 40, B 10 of 40; all jobs: A 40 of 100, B 60
    assert of_x["krugman"] == pytest.approx(0.7, rel=1e-12)
    assert of_x["hoover"] == pytest.approx(0.35, rel=1e-12)
    assert of_x["hhi"] == pytest.approx(0.75**2 + 0.25**2, rel=1e-12)
    # Quotients .75/.4 = 1.875 and .1667/.4 = .41667; mean 1.14583; rank form
    mean = (1.875 + 5 / 12) / 2
    by_hand = 2 / (4 * mean) * (1 * (5 / 12 - mean) + 2 * (1.875 - mean))
    assert of_x["gini"] == pytest.approx(by_hand, rel=1e-12)


def test_industry_in_no_region_has_null() -> None:
    result = concentration(table(A=(3.0, 0.0), B=(4.0, 0.0)), reference="total")

    assert (result["hhi"][1], result["note"][1]) == (None, "no_total")


# --- base ---------------------------------------------------------------------------------


def test_base_by_hand() -> None:
    result = economic_base(TWO, reference="total")

    # A: x has lq 1.875, so 30·(1 − 1/1.875) = 14 of 40; B: y 50·(1 − .6/(5/6)) = 14 of 60
    assert result["basic"] == pytest.approx([14.0, 14.0])
    assert result["multiplier"] == pytest.approx([40 / 14, 60 / 14])


def test_base_of_a_copy_of_the_nation_is_nothing() -> None:
    result = economic_base(table(A=(4.0, 6.0), B=(40.0, 60.0)), reference="total")

    assert result["basic"] == pytest.approx([0.0, 0.0], abs=1e-9)
    assert result["multiplier"][0] is None or result["multiplier"][0] > 1e9


def test_minimum_requirements_are_refused_for_few_regions() -> None:
    with pytest.raises(BadQuestion, match=r"trenger minst 15 regioner"):
        economic_base(TWO, reference="total", method="minimum")


# --- multipliers --------------------------------------------------------------------------


def coefficients(square: list[list[float]]) -> dict[str, list[Any]]:
    return {
        "input": [each for each in INDUSTRIES for _ in INDUSTRIES],
        "industry": [*INDUSTRIES] * 2,
        "coefficient": [value for row in square for value in row],
    }


def test_multiplier_of_the_whole_nation_is_that_of_its_own_table() -> None:
    square = [[0.2, 0.1], [0.3, 0.4]]

    result = regional_multipliers(coefficients(square), table(A=(30.0, 70.0)), delta=(0.3,))

    # SLQ = 1 everywhere and log2(1 + 1) = 1, so nothing is taken away
    national = np.linalg.inv(np.eye(2) - np.array(square)).sum(axis=0)
    assert result["output_multiplier"] == pytest.approx(national)


def test_multipliers_are_a_band_and_smaller_the_larger_delta_is() -> None:
    result = regional_multipliers(coefficients([[0.2, 0.1], [0.3, 0.4]]), TWO)
    of_a_x = result["output_multiplier"][:2]

    assert result["delta"][:2] == [0.2, 0.3]
    assert 1 < of_a_x[1] < of_a_x[0]


def test_table_that_buys_more_than_it_sells_is_refused() -> None:
    with pytest.raises(BadQuestion, match=r"summerer til under 1"):
        regional_multipliers(coefficients([[0.6, 0.1], [0.5, 0.4]]), TWO)


# --- labour areas -------------------------------------------------------------------------


def flows(*rows: tuple[str, str, float | None]) -> dict[str, list[Any]]:
    columns = zip(("home", "work", "value"), zip(*rows, strict=True), strict=True)
    return {name: list(column) for name, column in columns}


COMMUTERS = flows(
    ("city", "city", 900.0), ("suburb", "suburb", 100.0), ("suburb", "city", 200.0),
    ("far", "far", 80.0), ("far", "city", 10.0), ("city", "suburb", 20.0),
)  # fmt: skip


def test_suburb_joins_the_city_and_the_far_place_stays() -> None:
    result = labour_areas(COMMUTERS)

    assert dict(zip(result["region"], result["area"], strict=True)) == {
        "city": "city",
        "suburb": "city",
        "far": "far",
    }
    assert result["strength"][result["region"].index("far")] is None


def test_areas_do_not_depend_on_the_order_of_the_rows() -> None:
    turned = {name: column[::-1] for name, column in COMMUTERS.items()}

    assert labour_areas(turned) == labour_areas(COMMUTERS)


def test_place_without_ties_is_left_alone() -> None:
    result = labour_areas(flows(("a", "a", 10.0), ("b", "b", None)))

    assert result["area"] == ["a", "b"]


def test_share_above_1_is_refused() -> None:
    with pytest.raises(BadQuestion):
        labour_areas(COMMUTERS, self_containment=70)
