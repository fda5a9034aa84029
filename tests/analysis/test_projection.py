"""A projection keeps its promises: same seed same figures, bands in order, honest about gaps."""

from typing import Any

import numpy as np
import pytest

from temaplan.analysis.regional import BadQuestion, Panel
from temaplan.analysis.regional.backtest import backtest
from temaplan.analysis.regional.projection import projection

YEARS = tuple(range(2015, 2026))


def panel(values: Any, *, years: tuple[int, ...] = YEARS) -> Panel:
    array = np.asarray(values, dtype=np.float64)
    regions = tuple(f"r{number}" for number in range(array.shape[1]))
    industries = tuple(f"i{number}" for number in range(array.shape[2]))
    states = np.where(np.isnan(array), 4, np.where(array == 0, 1, 0)).astype(np.uint8)
    return Panel(years, regions, industries, array, states)


def steady(rate: float, *, start: float = 100.0) -> Any:
    return np.array([[[start * rate**year]] for year in range(len(YEARS))])


def noisy(seed: int = 4, regions: int = 3, industries: int = 5) -> Any:
    rng = np.random.default_rng(seed)
    growth = rng.normal(1.01, 0.04, (len(YEARS), regions, industries))
    return 500 * np.cumprod(growth, axis=0)


def test_steady_growth_goes_on_and_has_no_band() -> None:
    result = projection(panel(steady(1.02)), horizon=3, seed=1)

    expected = [100 * 1.02 ** (10 + step) for step in (1, 2, 3)]
    assert result["period"] == [2026, 2027, 2028]
    for name in ("p10", "p50", "p90"):
        assert result[name] == pytest.approx(expected, rel=1e-12), name


def test_bands_are_in_order_and_widen() -> None:
    result = projection(panel(noisy(regions=1, industries=1)), horizon=10, seed=7)
    low, middle, high = (np.array(result[name]) for name in ("p10", "p50", "p90"))

    assert (low <= middle).all()
    assert (middle <= high).all()
    assert high[-1] - low[-1] > high[0] - low[0]


def test_same_seed_gives_the_same_figures_and_another_seed_others() -> None:
    data = panel(noisy())

    first = projection(data, horizon=5, draws=500, seed=3)

    assert projection(data, horizon=5, draws=500, seed=3) == first
    assert projection(data, horizon=5, draws=500, seed=4) != first


def test_industries_move_together() -> None:
    # Two industries that always did the same keep doing the same in every draw.
    one = noisy(regions=1, industries=1)
    result = projection(panel(np.concatenate([one, one], axis=2)), horizon=6, draws=400, seed=2)
    by_industry = np.array(result["p90"]).reshape(6, 2)

    assert by_industry[:, 0] == pytest.approx(by_industry[:, 1], rel=1e-12)


def test_cell_with_a_gap_follows_its_industry_and_says_so() -> None:
    values = np.concatenate([steady(1.05), steady(1.05)], axis=1)
    values[4, 1, 0] = np.nan

    result = projection(panel(values), horizon=1, seed=1)

    assert result["note"] == ["", "incomplete"]
    assert result["p50"][1] is not None


def test_cell_that_is_0_at_the_end_stays_0() -> None:
    values = np.concatenate([steady(1.05), steady(1.05)], axis=1)
    values[-1, 1, 0] = 0

    assert projection(panel(values), horizon=2, seed=1)["p90"][1::2] == [0.0, 0.0]


def test_cell_without_a_last_figure_has_null() -> None:
    values = np.concatenate([steady(1.05), steady(1.05)], axis=1)
    values[-1, 1, 0] = np.nan

    result = projection(panel(values), horizon=1, seed=1)

    assert (result["p50"][1], result["note"][1]) == (None, "incomplete")


def test_what_if_moves_the_level_from_its_year_on() -> None:
    closing = {"region": ["r0"], "industry": ["i0"], "period": [2027], "value": [-40.0]}

    base = projection(panel(steady(1.0)), horizon=3, seed=1)["p50"]
    closed = projection(panel(steady(1.0)), horizon=3, seed=1, what_if=closing)["p50"]

    assert [b - c for b, c in zip(base, closed, strict=True)] == pytest.approx([0.0, 40.0, 40.0])


@pytest.mark.parametrize(
    ("years", "sentence"),
    [
        ((2015, 2016, 2018, 2019), "Årene må følge etter hverandre"),
        ((2015, 2016, 2017), "trenger minst 4 år"),
    ],
)
def test_years_with_gaps_or_too_few_are_refused(years: tuple[int, ...], sentence: str) -> None:
    data = panel(np.ones((len(years), 1, 1)), years=years)

    with pytest.raises(BadQuestion, match=sentence):
        projection(data, horizon=1, seed=1)


def test_few_draws_are_refused() -> None:
    with pytest.raises(BadQuestion, match=r"minst 100"):
        projection(panel(steady(1.0)), horizon=1, draws=10, seed=1)


# --- backtest -----------------------------------------------------------------------------


def test_backtest_of_steady_growth_has_no_error() -> None:
    result = backtest(panel(steady(1.03)), years=3)

    assert result["period"] == [2023, 2024, 2025]
    assert result["error"] == pytest.approx([0.0, 0.0, 0.0], abs=1e-9)


def test_backtest_sees_nothing_of_what_is_hidden() -> None:
    values = noisy()
    changed = values.copy()
    changed[-2:] *= 3

    first, second = (backtest(panel(each), years=2) for each in (values, changed))

    assert first["p50"] == second["p50"]
    assert first["error"] != second["error"]


def test_about_four_of_five_outcomes_lie_in_the_band() -> None:
    result = backtest(panel(noisy(seed=12, regions=30, industries=10)), years=1)

    share = float(np.mean(result["inside"]))
    assert 0.65 < share < 0.95  # 300 outcomes; ten years of history make the band rough


def test_backtest_leaves_enough_years_to_build_on() -> None:
    with pytest.raises(BadQuestion, match=r"years må være mellom 1 og 7"):
        backtest(panel(steady(1.0)), years=8)
