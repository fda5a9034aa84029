"""What goes wrong in other packages goes right here.

The codes D1 to D21 are those of the survey of REAT, EconGeo, econcomplex, economiccomplexity
and ecomplexity. D8 and D20 are about functions that this library does not have.
"""

from typing import Any

import numpy as np
import pytest

from temaplan.analysis import regional
from temaplan.analysis.regional import BadQuestion, BadTable, Panel

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")


def table(*rows: tuple[Any, ...]) -> dict[str, list[Any]]:
    names = ("region", "industry", "period", "value")
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def panel(values: Any) -> Panel:
    array = np.asarray(values, dtype=np.float64)[None]
    _, regions, industries = array.shape
    states = np.where(np.isnan(array), 4, np.where(array == 0, 1, 0)).astype(np.uint8)
    return Panel(
        (2020,),
        tuple(f"r{n:02}" for n in range(regions)),
        tuple(f"i{n:02}" for n in range(industries)),
        array,
        states,
    )


def column(result: Any, name: str, **where: str) -> list[Any]:
    return [
        value
        for place, value in enumerate(result[name])
        if all(result[key][place] == wanted for key, wanted in where.items())
    ]


NATION = {"industry": list("wxyz"), "period": [2020] * 4, "value": [10, 20, 30, 40]}


def test_d1_cells_are_set_beside_their_own_industry_when_some_are_suppressed() -> None:
    part = table(("A", "x", 2020, 6), ("A", "z", 2020, 4))  # w and y are not there
    found = regional.location_quotient(regional_with(part, "w", "y"), reference=NATION)
    assert column(found, "lq", industry="x") == [pytest.approx(0.6 / 0.2)]
    assert column(found, "lq", industry="z") == [pytest.approx(0.4 / 0.4)]
    assert column(found, "lq", industry="w") == [None]


def regional_with(part: dict[str, list[Any]], *lacking: str) -> dict[str, list[Any]]:
    more = table(*[("A", industry, 2020, None) for industry in lacking])
    return {name: part[name] + more[name] for name in part}


@pytest.mark.parametrize("code", ["D2", "D3"])
def test_d2_d3_one_cell_without_a_figure_stays_one_cell(code: str) -> None:
    values = np.arange(1.0, 13.0).reshape(3, 4)
    whole = regional.location_quotient(panel(values), reference="r02")
    values[0, 0] = np.nan
    broken = regional.location_quotient(panel(values), reference="r02")
    assert broken["lq"][0] is None
    assert broken["lq"][4:] == whole["lq"][4:]
    assert all(value not in (None, 0) for value in broken["lq"][1:])


def test_d4_standardised_for_each_industry_by_itself() -> None:
    values = np.random.default_rng(4).integers(1, 90, (12, 3)).astype(float)
    found = regional.location_quotient(panel(values), reference="total", standardise="z")
    quotients = np.array(found["lq"]).reshape(12, 3)
    by_industry = (quotients - quotients.mean(axis=0)) / quotients.std(axis=0)
    np.testing.assert_allclose(np.array(found["z"]).reshape(12, 3), by_industry, rtol=1e-9)


@pytest.mark.parametrize("method", ["classic", "homothetic"])
def test_d5_an_empty_base_is_an_entry_and_no_part_is_infinite(method: Any) -> None:
    data = table(("A", "x", 1, 0), ("A", "x", 2, 7), ("A", "y", 1, 10), ("A", "y", 2, 12))
    found = regional.shift_share(data, base=1, end=2, reference="total", method=method)
    assert sum(found["value"]) == pytest.approx(9)
    assert column(found, "value", industry="x", component="entry") == [7.0]
    assert all(np.isfinite(value) for value in found["value"])


def test_d6_rows_of_industries_sum_to_the_totals_with_the_mix_in() -> None:
    data = table(("A", "x", 1, 100), ("A", "x", 2, 120), ("A", "y", 1, 50), ("A", "y", 2, 45))
    nation = {
        "industry": ["x", "x", "y", "y"],
        "period": [1, 2, 1, 2],
        "value": [1000, 1100, 1000, 900],
    }
    found = regional.shift_share(data, base=1, end=2, reference=nation)
    # The nation stood still: no national part, and all that the industries did is mix.
    assert sum(column(found, "value", component="national")) == 0
    assert sum(column(found, "value", component="mix")) == pytest.approx(100 * 0.1 - 50 * 0.1)
    assert sum(column(found, "value", component="competitive")) == pytest.approx(10)


def test_d7_periods_are_labels_and_not_places() -> None:
    data = table(("A", "x", 2009, 5), ("A", "x", 2008, 4))
    assert regional.growth(data, base=2008, end=2009)["change"] == [1.0]
    with pytest.raises(BadQuestion, match="2017"):
        regional.growth(data, base=2008, end=2017)


def test_d9_weighted_gini_does_not_depend_on_the_order_of_the_rows() -> None:
    data = {
        "region": ["A", "B", "C"],
        "period": [2020] * 3,
        "value": [10.0, 30.0, 20.0],
        "people": [5.0, 1.0, 2.0],
    }
    turned = {name: values[::-1] for name, values in data.items()}
    one, other = (regional.inequality(each, weight="people") for each in (data, turned))
    assert one["gini"] == other["gini"]


def test_d10_equal_weights_are_no_weights_and_a_zero_is_no_obstacle() -> None:
    data = {
        "region": ["A", "B", "C"],
        "period": [2020] * 3,
        "value": [0.0, 30.0, 20.0],
        "people": [7.0] * 3,
    }
    weighted = regional.inequality(data, weight="people")["theil"]
    assert weighted == pytest.approx(regional.inequality(data)["theil"])
    assert weighted[0] is not None


def test_d11_williamson_has_the_weighted_mean_in_both_places() -> None:
    data = {
        "region": ["A", "B"],
        "period": [2020] * 2,
        "value": [10.0, 30.0],
        "people": [3.0, 1.0],
    }
    mean = 0.75 * 10 + 0.25 * 30
    by_hand = (0.75 * (10 - mean) ** 2 + 0.25 * (30 - mean) ** 2) ** 0.5 / mean
    assert regional.inequality(data, weight="people")["williamson"] == [pytest.approx(by_hand)]


NESTED = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]]


def test_d12_every_region_keeps_its_name_and_its_row() -> None:
    found = regional.complexity(panel([*NESTED, [0, 0, 0, 0]]), presence=0.1).regions
    assert found["region"] == ["r00", "r01", "r02", "r03", "r04"]
    assert [value is None for value in found["eci"]] == [False] * 4 + [True]


def test_d13_growth_from_0_is_an_entry_and_0_to_0_is_nothing() -> None:
    data = table(("A", "x", 1, 0), ("A", "x", 2, 9), ("A", "y", 1, 0), ("A", "y", 2, 0))
    found = regional.growth(data, base=1, end=2)
    assert (found["growth"], found["note"]) == ([None, None], ["entry", ""])


def test_d14_nothing_is_rounded() -> None:
    found = regional.location_quotient(panel([[1, 2], [3, 3]]), reference="total")
    assert found["lq"][0] == pytest.approx((1 / 3) / (4 / 9), rel=1e-15)
    spread = regional.specialisation(panel([[1, 2], [3, 3]]), reference="total")
    by_hand = -(1 / 3 * np.log2(1 / 3) + 2 / 3 * np.log2(2 / 3))
    assert spread["entropy"][0] == pytest.approx(by_hand, rel=1e-15)


def test_d15_a_region_without_jobs_has_no_measures() -> None:
    found = regional.specialisation(panel([[1, 2], [0, 0]]), reference="total")
    assert (found["krugman"][1], found["hhi_normalised"][1]) == (None, None)


def test_d16_a_network_in_two_pieces_has_no_answer() -> None:
    with pytest.raises(BadQuestion) as refused:
        regional.complexity(panel(np.kron(np.eye(2), np.ones((3, 3)))), presence=0.1)
    assert refused.value.code == "disconnected"


def test_d17_the_sign_follows_diversity_and_the_correlation_is_told() -> None:
    found = regional.complexity(panel(NESTED), presence=0.1)
    assert np.argmax(found.regions["eci"]) == np.argmax(found.regions["diversity"])
    assert np.argmax(found.industries["pci"]) == np.argmin(found.industries["ubiquity"])
    assert found.diagnostics["corr_eci_diversity"][0] > 0


def test_d18_a_cell_without_a_figure_is_not_made_0() -> None:
    values = np.array(NESTED, dtype=float)
    values[0, 0] = np.nan
    found = regional.location_quotient(panel(values), reference="total")
    assert (found["lq"][0], found["state"][0]) == (None, "missing")


def test_d19_an_empty_unit_spoils_nothing_and_twins_are_refused() -> None:
    with_empty = regional.complexity(panel([*NESTED, [0, 0, 0, 0]]), presence=0.1).regions["eci"]
    without = regional.complexity(panel(NESTED), presence=0.1).regions["eci"]
    assert with_empty[:4] == pytest.approx(without)
    with pytest.raises(BadTable, match="Rad 1 og rad 2 gjelder det samme") as refused:
        regional.complexity(table(("A", "x", 1, 1), ("A", "x", 1, 2), ("B", "x", 1, 3)))
    assert refused.value.code == "duplicate"


def test_d21_no_alarm_sounds_that_nobody_asked_for(recwarn: pytest.WarningsRecorder) -> None:
    values = np.random.default_rng(1).poisson(3, (30, 20)).astype(float)
    regional.relatedness_density(panel(values))
    regional.complexity(panel(values))
    regional.location_quotient(panel(values), reference="total")
    assert list(recwarn) == []
