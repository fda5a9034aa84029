"""Bounds are the least and the greatest quotient that any table behind the published one gives."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temaplan.analysis.regional import location_quotient

REFERENCE = {"industry": ["x", "y", "z"], "period": [2021] * 3, "value": [20, 30, 50]}
SHARES = (0.2, 0.3, 0.5)
FIRST_UNROUNDED = 4


def table(values: list[int | None]) -> dict[str, list[Any]]:
    return {
        "region": ["Nordvik"] * 3,
        "industry": ["x", "y", "z"],
        "period": [2021] * 3,
        "value": values,
        "state": ["suppressed" if value is None else None for value in values],
    }


def behind(value: int | None, *, largest: int) -> list[int]:
    """Return what may stand behind a figure where 1 and 2 were made 0 or 3."""
    if value is None:
        return list(range(largest + 1))
    return {0: [0, 1, 2], 3: [1, 2, 3]}.get(value, [value])


def quotients(counts: tuple[int, ...]) -> list[float] | None:
    whole = sum(counts)
    return [n / whole / s for n, s in zip(counts, SHARES, strict=True)] if whole else None


@given(st.lists(st.one_of(st.sampled_from([0, 3]), st.integers(4, 30)), min_size=3, max_size=3))
def test_rounded_table(values: list[int]) -> None:
    found = location_quotient(table(list(values)), reference=REFERENCE, bounds="rounded-0-3")
    every = [quotients(each) for each in product(*(behind(v, largest=0) for v in values))]
    possible = [each for each in every if each]
    for place in range(3):
        of_place = [each[place] for each in possible]
        assert found["lq_low"][place] == pytest.approx(min(of_place), rel=1e-12)
        assert found["lq_high"][place] == pytest.approx(max(of_place), rel=1e-12)


@pytest.mark.parametrize("total", [10, 17])
def test_suppressed_cells_with_a_published_total(total: int) -> None:
    values = [None, 5, None]
    found = location_quotient(
        table(values),
        reference=REFERENCE,
        bounds=1e-9,
        totals={"region": ["Nordvik"], "period": [2021], "value": [total]},
    )
    possible = [
        [n / total / s for n, s in zip(each, SHARES, strict=True)]
        for each in product(*(behind(value, largest=total) for value in values))
        if sum(each) == total
    ]
    for place in range(3):
        of_place = [each[place] for each in possible]
        assert found["lq_low"][place] == pytest.approx(min(of_place), abs=1e-6)
        assert found["lq_high"][place] == pytest.approx(max(of_place), abs=1e-6)


def test_suppressed_cell_without_a_total_may_be_everything() -> None:
    found = location_quotient(table([None, 5, 5]), reference=REFERENCE, bounds=1e-9)
    assert found["lq"] == [None, 0.5 / 0.3, 1.0]
    assert found["lq_low"] == [0.0, 0.0, 0.0]
    assert found["lq_high"] == pytest.approx([5.0, 0.5 / 0.3, 1.0], rel=1e-6)


def test_cell_that_is_not_applicable_has_no_bounds() -> None:
    data = table([None, 5, 5]) | {"state": ["not_applicable", None, None]}
    found = location_quotient(data, reference=REFERENCE, bounds=1e-9)
    assert (found["lq_low"][0], found["lq_high"][0]) == (None, None)
    assert found["note"] == ["", "", ""]


def test_lines_above_their_total_leave_the_suppressed_one_open() -> None:
    found = location_quotient(
        table([None, 6, 6]),
        reference=REFERENCE,
        bounds=0.1,
        totals={"region": ["Nordvik"], "period": [2021], "value": [10]},
    )
    assert found["lq_high"][0] == pytest.approx(1 / 0.2)
