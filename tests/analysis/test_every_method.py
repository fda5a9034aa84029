"""What holds for every method: rows in any order, every kind of table, panels, no infinity."""

import copy
import math
import random
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from temaplan.analysis.catalogue import ANALYSES, ANALYSIS
from temaplan.analysis.regional import BadQuestion, BadTable, Panel
from temaplan.analysis.regional.results import Dense
from tests.fixtures.every_method import INDUSTRIES, QUESTIONS, REGIONS, YEARS, Question, Table

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

EVERY = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
OF_PANELS = pytest.mark.parametrize(
    "question",
    [each for each in QUESTIONS.values() if {"region", "industry", "period"} <= set(each.data)],
    ids=lambda each: each.code,
)
# They answer for what has no region, industry and period; dense arrays have no place for it.
WITHOUT_DENSE = {"validate", "harmonise"}
# Tables whose columns have one meaning only, and no keyword to rename them.
TABLES_OF_ONE_PURPOSE = {"codes", "changes", "what_if", "quotas", "area_per_job"}


def equal(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two results are the same, bit by bit."""
    return list(one) == list(other) and all(
        list(one[table]) == list(other[table])
        and all(list(one[table][name]) == list(other[table][name]) for name in one[table])
        for table in one
    )


def shuffled(table: Table, seed: int) -> Table:
    order = list(range(len(next(iter(table.values())))))
    random.Random(seed).shuffle(order)
    return {name: [values[row] for row in order] for name, values in table.items()}


def test_every_method_has_a_question() -> None:
    assert list(QUESTIONS) == [analysis.code for analysis in ANALYSES]


@EVERY
def test_answers_are_finite_or_null(question: Question) -> None:
    for table in question.tables().values():
        for name, values in table.items():
            for value in values:
                assert not isinstance(value, float) or math.isfinite(value), name


@EVERY
def test_order_of_rows_changes_not_a_bit(question: Question) -> None:
    turned = {
        keyword: shuffled(table, seed) for seed, (keyword, table, _) in enumerate(question.inputs())
    }
    main = turned.pop("")
    if question.code == "validate":
        return  # it tells of rows, so their order is what it is about
    assert equal(question.tables(main, **turned), question.tables())


@EVERY
def test_the_same_question_has_the_same_answer_again(question: Question) -> None:
    assert equal(question.tables(), question.tables())


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
@EVERY
def test_every_kind_of_table_gives_the_same_and_is_left_alone(
    question: Question, make: Callable[[Any], Any]
) -> None:
    made = {keyword: make(table) for keyword, table, _ in question.inputs()}
    before = {keyword: copy.deepcopy(table) for keyword, table in made.items()}
    main = made[""]
    others = {keyword: table for keyword, table in made.items() if keyword}
    found = question.tables(main, **others)
    for name, expected in question.tables().items():
        assert type(found[name]) is type(main)
        for column, values in expected.items():
            assert _listed(found[name][column]) == values, (name, column)
    assert all(table.equals(before[keyword]) for keyword, table in made.items())


def _listed(column: Any) -> list[Any]:
    values = column.to_pylist() if hasattr(column, "to_pylist") else list(column)
    return [None if isinstance(value, float) and math.isnan(value) else value for value in values]


def test_a_pandas_table_with_an_index_of_its_own_is_read_by_its_columns() -> None:
    for question in QUESTIONS.values():
        table = pd.DataFrame(question.data)
        table.index = pd.Index(range(100, 100 + len(table))[::-1])
        found = question.tables(table)
        for name, expected in question.tables().items():
            for column, values in expected.items():
                assert _listed(found[name][column]) == values, (question.code, name, column)


@OF_PANELS
def test_a_panel_gives_the_same_as_its_table(question: Question) -> None:
    if question.code == "validate":
        return  # a panel has no rows to point at
    negative = question.code == "productivity"
    panel = Panel.from_frame(question.data, negative=negative)
    assert equal(question.tables(panel), question.tables())


@OF_PANELS
def test_dense_arrays_hold_the_same_figures(question: Question) -> None:
    if question.code in WITHOUT_DENSE:
        return
    words = {"totals": None} if question.code == "shift_share" else {}
    dense = question.tables(as_panel=True, **words)
    for name, table in question.tables(**words).items():
        assert isinstance(dense[name], Dense)
        if "component" in table:
            assert set(dense[name]) >= set(table["component"])
            continue
        for column in dense[name]:
            if column not in ("note", "state"):
                expected = [math.nan if value is None else value for value in table[column]]
                axes = dense[name].periods, dense[name].regions, dense[name].industries
                shape = [max(1, len(labels)) for labels in axes]
                whole = np.broadcast_to(dense[name][column], shape).reshape(-1)
                np.testing.assert_array_equal(whole, expected)


@EVERY
def test_columns_may_have_other_names(question: Question) -> None:
    options = {option.name for option in ANALYSIS[question.code].options}
    columns = {name for _, table, _ in question.inputs() for name in table} & options
    renamed = {name: f"{name} her" for name in sorted(columns)}
    assert renamed or question.code in TABLES_OF_ONE_PURPOSE
    inputs = {
        keyword: {renamed.get(name, name): values for name, values in table.items()}
        for keyword, table, _ in question.inputs()
        if keyword not in TABLES_OF_ONE_PURPOSE
    }
    main = inputs.pop("")
    assert equal(question.tables(main, **inputs, **renamed), question.tables())


@OF_PANELS
@pytest.mark.parametrize(
    "kept",
    [
        {"region": REGIONS[:1]},
        {"industry": INDUSTRIES[:1]},
        {"period": YEARS[-1:]},
        {"region": REGIONS[:1], "industry": INDUSTRIES[:1]},
        {"region": REGIONS[:1], "industry": INDUSTRIES[:1], "period": YEARS[-1:]},
    ],
    ids=str,
)
def test_a_table_of_one_is_answered_or_refused_with_a_reason(
    question: Question, kept: Mapping[str, tuple[Any, ...]]
) -> None:
    inputs = {keyword: only(table, kept) for keyword, table, _ in question.inputs()}
    main = inputs.pop("")
    _answered_or_refused(question, main, inputs)


@OF_PANELS
@pytest.mark.parametrize(("name", "empty"), [("region", REGIONS[2]), ("industry", INDUSTRIES[2])])
def test_a_region_or_an_industry_with_nothing_is_answered_or_refused(
    question: Question, name: str, empty: str
) -> None:
    inputs = {keyword: emptied(table, name, empty) for keyword, table, _ in question.inputs()}
    main = inputs.pop("")
    _answered_or_refused(question, main, inputs)


@OF_PANELS
def test_nothing_at_all_is_answered_or_refused(question: Question) -> None:
    zeros = question.data | {"value": [0] * len(question.data["value"])}
    _answered_or_refused(question, zeros, {})


@OF_PANELS
def test_not_one_figure_is_answered_or_refused(question: Question) -> None:
    nulls = question.data | {"value": [None] * len(question.data["value"])}
    _answered_or_refused(question, nulls, {})


def _answered_or_refused(question: Question, main: Table, words: Mapping[str, Any]) -> None:
    try:
        found = question.tables(main, **words)
    except (BadQuestion, BadTable):
        return  # what it says is tested where the reasons are
    for table in found.values():
        for name, values in table.items():
            for value in values:
                assert not isinstance(value, float) or math.isfinite(value), name


def only(table: Table, kept: Mapping[str, tuple[Any, ...]]) -> Table:
    rows = [
        row
        for row in range(len(next(iter(table.values()))))
        if all(name not in table or table[name][row] in values for name, values in kept.items())
    ]
    return {name: [values[row] for row in rows] for name, values in table.items()}


def emptied(table: Table, name: str, label: str) -> Table:
    if name not in table or "value" not in table:
        return table
    values = [
        0 if where == label else value
        for where, value in zip(table[name], table["value"], strict=True)
    ]
    return table | {"value": values}


@OF_PANELS
def test_years_as_text_are_the_same_years(question: Question) -> None:
    as_text = question.data | {"period": [str(year) for year in question.data["period"]]}
    found, expected = question.tables(as_text), question.tables()
    for name, table in expected.items():
        for column, values in table.items():
            if column not in ("period", "message"):
                assert found[name][column] == values, column
