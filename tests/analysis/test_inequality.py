"""Inequality by hand, with identities, and with the traps that other packages fall into."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from temaplan.analysis.regional import BadTable
from temaplan.analysis.regional.inequality import MEASURES, inequality


def table(values: list[float | None], **more: list[Any]) -> dict[str, list[Any]]:
    regions = [f"r{number:03}" for number in range(len(values))]
    return {"region": regions, "period": [2020] * len(values), "value": values, **more}


def only(result: dict[str, list[Any]]) -> dict[str, Any]:
    return {name: result[name][0] for name in MEASURES}


def numbers(found: dict[str, Any]) -> dict[str, float]:
    """Return the measures with NaN for null, so that they can be compared by distance."""
    return {name: float("nan") if value is None else value for name, value in found.items()}


def test_by_hand_for_1_2_3() -> None:
    # mean 2; gini = (2·(1+2+1))/(2·9·2) = 2/9; hoover = ½(½+0+½)/3 = 1/6; cv = 1/2 (sample sd 1)
    found = only(inequality(table([1.0, 2.0, 3.0])))

    assert found["gini"] == pytest.approx(2 / 9, rel=1e-12)
    assert found["hoover"] == pytest.approx(1 / 6, rel=1e-12)
    assert found["cv"] == pytest.approx(0.5, rel=1e-12)
    assert found["theil"] == pytest.approx(
        (0.5 * np.log(0.5) + 0 + 1.5 * np.log(1.5)) / 3, rel=1e-12
    )
    assert found["mean_log_deviation"] == pytest.approx(
        (np.log(2) + 0 + np.log(2 / 3)) / 3, rel=1e-12
    )
    assert found["atkinson"] == pytest.approx(
        1 - ((1 + np.sqrt(2) + np.sqrt(3)) / 3) ** 2 / 2, rel=1e-12
    )
    assert found["williamson"] == pytest.approx(np.sqrt(2 / 3) / 2, rel=1e-12)
    assert (found["theil_between"], found["theil_within"]) == (None, None)


def test_weight_is_the_same_as_repeating_the_region() -> None:
    weighted = only(inequality(table([1.0, 4.0], people=[3.0, 1.0]), weight="people"))
    repeated = only(inequality(table([1.0, 1.0, 1.0, 4.0])))

    for name in ("gini", "theil", "mean_log_deviation", "atkinson", "hoover", "williamson"):
        assert weighted[name] == pytest.approx(repeated[name], rel=1e-12), name


AMOUNTS = st.floats(0, 1e6, allow_subnormal=False)


@given(st.lists(AMOUNTS, min_size=3, max_size=20).filter(any), st.randoms())
def test_order_of_rows_never_matters(values: list[float], random: Any) -> None:
    weights = [1.0 + number % 4 for number in range(len(values))]
    rows = list(zip(values, weights, strict=True))
    random.shuffle(rows)
    shuffled_values, shuffled_weights = (list(each) for each in zip(*rows, strict=True))

    first = only(inequality(table(values, w=weights), weight="w"))
    second = only(inequality(table(shuffled_values, w=shuffled_weights), weight="w"))

    assert numbers(first) == pytest.approx(numbers(second), rel=1e-9, abs=1e-12, nan_ok=True)


def test_equal_weights_are_no_weights() -> None:
    values = [1.0, 5.0, 9.0, 0.0]

    weighted = only(inequality(table(values, w=[2.0] * 4), weight="w"))

    assert numbers(weighted) == pytest.approx(numbers(only(inequality(table(values)))), nan_ok=True)


def test_zero_counts_and_leaves_only_the_log_deviation_without_an_answer() -> None:
    found = only(inequality(table([0.0, 2.0])))

    assert found["theil"] == pytest.approx(np.log(2), rel=1e-12)
    assert found["mean_log_deviation"] is None


def test_theil_is_between_and_within() -> None:
    found = only(
        inequality(table([1.0, 3.0, 10.0, 20.0, 5.0], county=list("AABBB")), group="county")
    )

    assert found["theil_between"] + found["theil_within"] == pytest.approx(found["theil"])
    assert found["theil_between"] > 0


def test_region_without_a_figure_is_left_out_and_not_zero() -> None:
    assert only(inequality(table([1.0, None, 3.0]))) == only(inequality(table([1.0, 3.0])))


def test_one_region_has_no_inequality() -> None:
    assert set(only(inequality(table([7.0]))).values()) == {None}


def test_all_equal_is_no_inequality() -> None:
    found = only(inequality(table([4.0] * 5)))

    for name in ("gini", "theil", "atkinson", "hoover", "cv", "williamson"):
        assert found[name] == pytest.approx(0, abs=1e-12), name


def test_negative_weight_is_refused() -> None:
    with pytest.raises(BadTable):
        inequality(table([1.0, 2.0], w=[1.0, -1.0]), weight="w")
