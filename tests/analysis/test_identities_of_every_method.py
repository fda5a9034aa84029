"""Identities that hold whatever the figures are, for every method that they mean something to.

Tables are drawn by seed: counts of all sizes, with zeros, for twelve regions, five
industries and five years.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from temaplan.analysis.regional import (
    BadQuestion,
    commuting,
    firm_births,
    harmonise,
    inequality,
    labour_areas,
    location_quotient,
    productivity,
    retail_coverage,
    shift_share,
)
from tests.fixtures.every_method import INDUSTRIES, QUESTIONS, REGIONS, YEARS, Question, Table

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

SAME = 1e-9
DRAWN = (
    "location_quotient", "growth", "shift_share", "specialisation", "concentration",
    "economic_base", "entry_exit", "complexity", "relatedness", "relatedness_density", "outlook",
    "projection", "backtest",
)  # fmt: skip
EVERY = pytest.mark.parametrize("question", [QUESTIONS[code] for code in DRAWN], ids=DRAWN)
# Columns in the unit of the figures; all others are shares, rates and ranks.
IN_THE_UNIT = {
    "value", "excess", "base_value", "end_value", "change", "basic",
    "p10", "p50", "p90", "observed", "error",
}  # fmt: skip
SEEDS = st.tuples(st.integers(0, 2**32 - 1), st.sampled_from([0.0, 0.1, 0.4]))


def drawn(seed: tuple[int, float]) -> Table:
    """Return a table of counts with a share of zeros."""
    number, zeros = seed
    rng = np.random.default_rng(number)
    table = QUESTIONS["series"].data
    rows = len(table["value"])
    counts = rng.integers(1, 10 ** rng.integers(2, 5), rows)
    counts[rng.random(rows) < zeros] = 0
    return table | {"value": counts.tolist()}


def asked(question: Question, table: Table, **changed: Any) -> Mapping[str, Any]:
    """Ask with the sum of the regions as the reference; a network without an answer is no case."""
    words: dict[str, Any] = {"totals": None} if "totals" in question.words else {}
    words |= {"reference": "total"} if "reference" in question.words else {}
    words |= {"what_if": None} if "what_if" in question.words else {}
    try:
        return question.tables(table, **words, **changed)
    except BadQuestion:
        assume(False)
        raise


def numbers(values: list[Any]) -> list[float]:
    return [math.nan if value is None else value for value in values]


@EVERY
@settings(max_examples=8, deadline=None)
@given(seed=SEEDS)
def test_doubling_every_figure(question: Question, seed: tuple[int, float]) -> None:
    table = drawn(seed)
    doubled = table | {"value": [2 * value for value in table["value"]]}
    one, two = asked(question, table), asked(question, doubled)
    for name, found in one.items():
        for column, values in found.items():
            factor = 2 if column in IN_THE_UNIT else 1
            expected = [value * factor if factor == 2 and value else value for value in values]
            assert two[name][column] == expected, column  # doubling is exact in binary


@EVERY
@settings(max_examples=8, deadline=None)
@given(seed=SEEDS)
def test_names_and_their_order_mean_nothing(question: Question, seed: tuple[int, float]) -> None:
    table = drawn(seed)
    new_region = dict(zip(REGIONS, sorted(REGIONS, reverse=True), strict=True))
    new_industry = dict(zip(INDUSTRIES, sorted(INDUSTRIES, reverse=True), strict=True))
    renames = {"region": new_region, "industry": new_industry, "other": new_industry}

    def renamed(columns: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        return {
            name: [renames[name][label] for label in values] if name in renames else values
            for name, values in columns.items()
        }

    one, other = asked(question, table), asked(question, renamed(table))
    for name, found in one.items():
        keys = [key for key in found if key in {*renames, "period", "component"}]
        expected = by_key(renamed(found), keys)
        for key, cells in by_key(other[name], keys).items():
            assert _close(cells, expected[key]), (name, key)


def by_key(found: Mapping[str, list[Any]], keys: list[str]) -> dict[Any, list[Any]]:
    others = [name for name in found if name not in keys]
    rows = zip(*(found[key] for key in keys), strict=True)
    return dict(zip(rows, zip(*(found[name] for name in others), strict=True), strict=True))  # type: ignore[arg-type] # rows of cells


def _close(one: Any, other: Any) -> bool:
    return all(
        a == b or (isinstance(a, float) and a == pytest.approx(b, rel=1e-7, abs=1e-7))
        for a, b in zip(one, other, strict=True)
    )


def merged(table: Table) -> Table:
    """Make one region of the first two."""
    new = {REGIONS[0]: "0001", REGIONS[1]: "0001"}
    sums: dict[tuple[str, str, int], int] = {}
    for region, industry, period, value in zip(*table.values(), strict=True):
        key = (new.get(region, region), industry, period)
        sums[key] = sums.get(key, 0) + value
    rows = [(*key, value) for key, value in sums.items()]
    return {name: list(each) for name, each in zip(table, zip(*rows, strict=True), strict=True)}


def summed(
    found: Mapping[str, list[Any]], regions: tuple[str, ...], *keys: str
) -> dict[Any, float]:
    """Sum values over some regions."""
    sums: dict[Any, float] = {}
    for row, region in enumerate(found["region"]):
        if region in regions:
            key = tuple(found[name][row] for name in keys)
            sums[key] = sums.get(key, 0.0) + found["value"][row]
    return sums


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_parts_of_a_merged_region_are_the_sums_of_its_pieces(seed: tuple[int, float]) -> None:
    """Turnover is no part of its own here: an industry may be new in a piece, but not in both."""
    table = drawn(seed)
    span: dict[str, Any] = {"base": YEARS[0], "end": YEARS[-1], "reference": "total"}
    pieces = summed(shift_share(table, **span), REGIONS[:2], "component")
    whole = summed(shift_share(merged(table), **span), ("0001",), "component")
    size = max(table["value"])
    for part in ("national", "mix"):
        assert whole[part,] == pytest.approx(pieces[part,], rel=SAME, abs=SAME * size)
    own = [
        sum(each[part,] for part in ("competitive", "entry", "exit")) for each in (whole, pieces)
    ]
    assert own[0] == pytest.approx(own[1], rel=SAME, abs=SAME * size)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_quotient_of_a_merged_region_is_the_weighted_mean_of_its_pieces(
    seed: tuple[int, float],
) -> None:
    table = drawn(seed)
    pieces = location_quotient(table, reference="total", as_panel=False)
    whole = location_quotient(merged(table), reference="total")
    jobs: dict[tuple[str, int], int] = {}
    for region, _, period, value in zip(*table.values(), strict=True):
        jobs[region, period] = jobs.get((region, period), 0) + value
    weighted: dict[tuple[str, int], float] = {}
    for region, industry, period, lq in zip(
        *(pieces[name] for name in ("region", "industry", "period", "lq")), strict=True
    ):
        if region in REGIONS[:2]:
            assume(lq is not None)
            key = (industry, period)
            weighted[key] = weighted.get(key, 0.0) + lq * jobs[region, period]
    for region, industry, period, lq in zip(
        *(whole[name] for name in ("region", "industry", "period", "lq")), strict=True
    ):
        if region == "0001":
            together = jobs[REGIONS[0], period] + jobs[REGIONS[1], period]
            assert lq == pytest.approx(weighted[industry, period] / together, rel=SAME)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_no_figure_is_lost_when_borders_change(seed: tuple[int, float]) -> None:
    table = drawn(seed)
    found = harmonise(table, QUESTIONS["harmonise"].words["changes"], to=2020)
    for year in YEARS:
        before, after = (
            sum(v for v, p in zip(each["value"], each["period"], strict=True) if p == year)
            for each in (table, found)
        )
        assert before == after


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_parts_of_productivity_sum_to_its_change(seed: tuple[int, float]) -> None:
    jobs, added = drawn(seed), drawn((seed[0] + 1, 0.0))
    parts = productivity(added, jobs, base=YEARS[0], end=YEARS[-1])
    for region in REGIONS:
        rates = []
        for year in (YEARS[0], YEARS[-1]):
            kept = _where_both_have_jobs(parts, jobs, added, region, year)
            assume(kept[1] > 0)
            rates.append(kept[0] / kept[1])
        total = sum(
            value or 0
            for value, r in zip(parts["value"], parts["region"], strict=True)
            if r == region
        )
        assert total == pytest.approx(rates[1] - rates[0], rel=1e-7, abs=1e-7 * max(rates))


def _where_both_have_jobs(
    parts: Table, jobs: Table, added: Table, region: str, year: int
) -> tuple[float, float]:
    """Return value added and jobs of the industries that the method could count."""
    known = {
        industry
        for r, industry, value in zip(
            parts["region"], parts["industry"], parts["value"], strict=True
        )
        if r == region and value is not None
    }
    rows = [
        row
        for row, (r, industry, period, _) in enumerate(zip(*jobs.values(), strict=True))
        if (r, period) == (region, year) and industry in known
    ]
    # Jobs of industries that cannot be counted are still jobs of the region.
    every = [
        row
        for row, (r, _, period, _) in enumerate(zip(*jobs.values(), strict=True))
        if (r, period) == (region, year)
    ]
    counted = [row for row in rows if jobs["value"][row] > 0]
    return sum(added["value"][row] for row in counted), sum(jobs["value"][row] for row in every)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_births_of_all_regions_are_what_their_industries_would_give(
    seed: tuple[int, float],
) -> None:
    births, stock = drawn(seed), drawn((seed[0] + 1, 0.0))
    found = firm_births(births, stock, QUESTIONS["firm_births"].words["population"])
    for year in YEARS:
        rows = [row for row, period in enumerate(found["period"]) if period == year]
        expected = [
            found["births"][row] / found["adjusted_rate"][row]
            for row in rows
            if found["adjusted_rate"][row]
        ]
        without = [found["births"][row] for row in rows if not found["adjusted_rate"][row]]
        assume(not any(without))
        if len(expected) == len(rows):
            assert sum(expected) == pytest.approx(
                sum(found["births"][row] for row in rows), rel=SAME
            )


FLOWS = st.lists(st.integers(0, 5000), min_size=16, max_size=16)


@settings(max_examples=50, deadline=None)
@given(counts=FLOWS)
def test_those_who_leave_are_those_who_arrive(counts: list[int]) -> None:
    flows = QUESTIONS["commuting"].data | {"value": counts}
    found = commuting(flows)
    assert sum(found["in_commuters"]) == sum(found["out_commuters"])
    assert sum(found["jobs"]) == sum(found["employed_residents"]) == sum(counts)
    assert sum(found["net"]) == 0


@settings(max_examples=50, deadline=None)
@given(counts=FLOWS)
def test_labour_areas_are_whole_and_do_not_depend_on_size(counts: list[int]) -> None:
    flows = QUESTIONS["labour_areas"].data | {"value": counts}
    found = labour_areas(flows)
    areas = dict(zip(found["region"], found["area"], strict=True))
    assert all(areas[area] == area for area in areas.values())
    doubled = labour_areas(flows | {"value": [2 * count for count in counts]})
    assert doubled == found


@settings(max_examples=50, deadline=None)
@given(values=st.lists(st.integers(0, 10**6), min_size=2, max_size=12), times=st.integers(2, 4))
def test_inequality_is_the_same_for_copies_and_for_multiples(values: list[int], times: int) -> None:
    def table(figures: list[int]) -> Table:
        return {
            "region": [f"r{number:03}" for number in range(len(figures))],
            "period": [2020] * len(figures),
            "value": figures,
        }

    one = inequality(table(values))
    for other in (table(values * times), table([8 * value for value in values])):
        found = inequality(other)
        for name in ("gini", "theil", "mean_log_deviation", "atkinson", "hoover", "williamson"):
            assert numbers(found[name]) == pytest.approx(
                numbers(one[name]), rel=1e-7, abs=1e-9, nan_ok=True
            ), name
    if one["gini"] != [None]:
        assert -SAME <= one["gini"][0] < 1
        assert -SAME <= one["theil"][0] <= math.log(len(values)) + SAME


@settings(max_examples=50, deadline=None)
@given(sold=st.lists(st.integers(1, 10**6), min_size=3, max_size=3))
def test_leakages_of_all_regions_sum_to_0(sold: list[int]) -> None:
    keys = {"region": ["0602", "0625", "0711"], "period": [2020] * 3}
    found = retail_coverage(
        keys | {"value": sold}, keys | {"value": [50, 70, 90]}, reference="total"
    )
    assert sum(found["leakage"]) == pytest.approx(0, abs=SAME * sum(sold))


ITSELF = {"location_quotient": ("lq", 1.0), "specialisation": ("krugman", 0.0),
          "economic_base": ("basic", 0.0)}  # fmt: skip


@pytest.mark.parametrize("code", ITSELF)
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_the_reference_beside_itself(code: str, seed: tuple[int, float]) -> None:
    (found,) = QUESTIONS[code].tables(drawn(seed), reference="0602").values()
    column, expected = ITSELF[code]
    own = [
        value
        for region, value in zip(found["region"], found[column], strict=True)
        if region == "0602" and value is not None
    ]
    assert own == pytest.approx([expected] * len(own), rel=1e-12, abs=1e-6)
