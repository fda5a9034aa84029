"""What must hold for any figures: parts sum, order and names mean nothing, the whole is 1."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from temaplan.analysis.regional import growth, location_quotient, shift_share

Rows = list[tuple[str, str, int, int | None]]
Table = dict[str, list[Any]]
SAME = 1e-9

# A warning that nobody asked for is an alarm without a cure.
pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

COUNTS = st.one_of(st.just(0), st.integers(0, 20), st.integers(0, 50_000))


@st.composite
def tables(draw: st.DrawFn, *, gaps: bool = True, years: int = 2) -> Table:
    """Draw a table with zeros, entries, exits and, if wanted, cells without a figure."""
    regions, industries = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    count = regions * industries * years
    values = st.one_of(COUNTS, st.none()) if gaps else COUNTS
    figures = draw(st.lists(values, min_size=count, max_size=count))
    keys = [
        (f"r{region}", f"i{industry}", 2008 + year)
        for region in range(regions)
        for industry in range(industries)
        for year in range(years)
    ]
    rows = draw(st.permutations(list(zip(keys, figures, strict=True))))
    return table_of([(*key, figure) for key, figure in rows])


def table_of(rows: Rows) -> Table:
    names = ("region", "industry", "period", "value")
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def rows_of(table: Table) -> Rows:
    return list(
        zip(*(table[name] for name in ("region", "industry", "period", "value")), strict=True)
    )


def base_of(table: Table) -> float:
    return sum(
        value or 0
        for value, period in zip(table["value"], table["period"], strict=True)
        if period == min(table["period"])
    )


def changes(table: Table) -> dict[tuple[str, str], float | None]:
    found = growth(table, base=min(table["period"]), end=max(table["period"]))
    keys = zip(found["region"], found["industry"], strict=True)
    return dict(zip(keys, found["change"], strict=True))


def sums(parts: Table) -> dict[tuple[str, str], float | None]:
    found: dict[tuple[str, str], list[float | None]] = {}
    for region, industry, value in zip(
        parts["region"], parts["industry"], parts["value"], strict=True
    ):
        found.setdefault((region, industry), []).append(value)
    return {
        key: None if None in values else sum(value for value in values if value is not None)
        for key, values in found.items()
    }


def assert_parts_sum(table: Table, **asked: Any) -> None:
    years = {"base": min(table["period"]), "end": max(table["period"])}
    found = sums(shift_share(table, **years, **asked))
    size = max([value or 0 for value in table["value"]])
    for key, change in changes(table).items():
        if asked.get("dynamic") and found[key] is None:
            continue  # a year between has no figure, so a year's part has none either
        assert (found[key] is None) == (change is None), key
        if change is not None:
            assert found[key] == pytest.approx(change, rel=SAME, abs=SAME * max(size, 1)), key


def has_base(table: Table) -> bool:
    """Tell whether some industry has figures in both years and jobs in the first."""
    by_key = {(r, i, p): v for r, i, p, v in rows_of(table)}
    years = sorted(set(table["period"]))
    return all(
        any(
            (by_key.get((r, i, before)) or 0) > 0 and by_key.get((r, i, after)) is not None
            for r, i, _, _ in rows_of(table)
        )
        for before, after in pairwise(years)
    )


@pytest.mark.parametrize("method", ["classic", "homothetic"])
@given(table=tables())
def test_parts_of_a_change_sum_to_it(method: str, table: Table) -> None:
    assume(has_base(table))
    assert_parts_sum(table, reference="total", method=method)


@given(table=tables(gaps=False))
def test_parts_against_one_region_sum_too(table: Table) -> None:
    of_one = table_of([row for row in rows_of(table) if row[0] == "r0"])
    assume(has_base(of_one))
    assert_parts_sum(table, reference="r0")


@given(table=tables(gaps=False, years=4))
def test_parts_year_by_year_sum_over_the_years(table: Table) -> None:
    assume(has_base(table))
    assert_parts_sum(table, reference="total", dynamic=True)


@given(table=tables(), areas=st.lists(st.sampled_from("XYZ"), min_size=4, max_size=4))
def test_parts_with_an_area_between_sum_too(table: Table, areas: list[str]) -> None:
    assume(has_base(table))
    within = {"region": ["r0", "r1", "r2", "r3"], "area": areas}
    assert_parts_sum(table, reference="total", within=within)


@given(table=tables(gaps=False))
def test_factors_multiply_to_the_region_s_growth_over_the_reference_s(table: Table) -> None:
    assume(has_base(table))
    found = shift_share(table, base=2008, end=2009, reference="total", method="index")
    of = dict(
        zip(zip(found["region"], found["component"], strict=True), found["value"], strict=True)
    )
    before, after = (
        {
            r: sum(v or 0 for q, _, p, v in rows_of(table) if (q, p) == (r, year))
            for r in table["region"]
        }
        for year in (2008, 2009)
    )
    whole = sum(after.values()) / sum(before.values())
    for region, start in before.items():
        structure, location = of[region, "structure_factor"], of[region, "location_factor"]
        if start == 0 or location is None or whole == 0:
            continue
        assert structure * location * whole == pytest.approx(after[region] / start, rel=SAME)


@given(table=tables(), seed=st.randoms())
def test_order_of_rows_changes_not_a_bit(table: Table, seed: Any) -> None:
    rows = rows_of(table)
    seed.shuffle(rows)
    turned = table_of(rows)
    assert location_quotient(turned, reference="total") == location_quotient(
        table, reference="total"
    )
    if has_base(table):
        asked: dict[str, Any] = {"base": 2008, "end": 2009, "reference": "total"}
        assert shift_share(turned, **asked) == shift_share(table, **asked)


@given(table=tables(gaps=False))
def test_names_of_industries_mean_nothing(table: Table) -> None:
    renamed = table | {"industry": [f"{9 - int(name[1:])} ny" for name in table["industry"]]}
    one, other = (location_quotient(each, reference="total") for each in (table, renamed))
    by_name = dict(
        zip(
            zip(other["region"], other["industry"], other["period"], strict=True),
            other["lq"],
            strict=True,
        )
    )
    for region, industry, period, lq in zip(
        one["region"], one["industry"], one["period"], one["lq"], strict=True
    ):
        assert by_name[region, f"{9 - int(industry[1:])} ny", period] == (
            None if lq is None else pytest.approx(lq, rel=SAME)
        )


@given(table=tables())
def test_doubling_every_figure_doubles_the_excess_and_leaves_the_quotients(table: Table) -> None:
    doubled = table | {"value": [None if v is None else 2 * v for v in table["value"]]}
    one, two = (location_quotient(each, reference="total") for each in (table, doubled))
    assert two["lq"] == one["lq"]  # doubling is exact in binary
    assert two["excess"] == [None if each is None else 2 * each for each in one["excess"]]


@given(table=tables())
def test_quotient_of_the_reference_itself_is_exactly_1(table: Table) -> None:
    found = location_quotient(table, reference="r0")
    own = [lq for region, lq in zip(found["region"], found["lq"], strict=True) if region == "r0"]
    assert set(own) <= {1.0, None}


@given(table=tables(gaps=False))
def test_quotients_weighted_by_the_reference_sum_to_1(table: Table) -> None:
    found = location_quotient(table, reference="total")
    weighted: dict[tuple[str, int], list[float | None]] = {}
    for region, period, lq, share in zip(
        *(found[name] for name in ("region", "period", "lq", "reference_share")), strict=True
    ):
        part = None if lq is None or share is None else lq * share
        weighted.setdefault((region, period), []).append(part)
    for parts in weighted.values():
        known = [part for part in parts if part is not None]
        if known and sum(known) > 0:
            assert sum(known) == pytest.approx(1, rel=SAME)


@given(table=tables(gaps=False))
def test_merging_two_regions_adds_their_changes(table: Table) -> None:
    rows = rows_of(table)
    merged: dict[tuple[str, str, int], int] = {}
    for region, industry, period, value in rows:
        key = ("ny" if region in ("r0", "r1") else region, industry, period)
        merged[key] = merged.get(key, 0) + (value or 0)
    one = changes(table)
    two = changes(table_of([(*key, value) for key, value in merged.items()]))
    for industry in {row[1] for row in rows}:
        parts = [
            change or 0 for (r, i), change in one.items() if i == industry and r in ("r0", "r1")
        ]
        assert two["ny", industry] == sum(parts)


@given(table=tables())
def test_bounds_hold_the_quotient(table: Table) -> None:
    found = location_quotient(table, reference="total", bounds=0.5)
    for low, lq, high in zip(found["lq_low"], found["lq"], found["lq_high"], strict=True):
        if lq is not None and low is not None and high is not None:
            assert low <= lq * (1 + SAME)
            assert lq <= high * (1 + SAME)


def test_a_panel_gives_the_same_as_its_table() -> None:
    from temaplan.analysis.regional import Panel

    table = table_of([("a", "x", 1, 3), ("a", "y", 1, None), ("b", "x", 1, 0)])
    panel = Panel.from_frame(table)
    assert location_quotient(panel, reference="total") == location_quotient(
        table, reference="total"
    )
    dense = location_quotient(panel, reference="total", as_panel=True)
    assert dense["lq"].shape == panel.shape
    np.testing.assert_array_equal(
        dense["lq"].reshape(-1),
        [np.nan if v is None else v for v in location_quotient(table, reference="total")["lq"]],
    )
