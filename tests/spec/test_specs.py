"""Every method gives what its specs say, from every kind of table, and leaves its input alone."""

import copy
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from temaplan import TemaplanError
from temaplan.analysis.catalogue import ANALYSES
from tools.analysis_specs import Spec, calculated, cells_of, specs

EVERY = list(specs())
SAME = 1e-12
MAKERS: Mapping[str, Callable[[Any], Any]] = {
    "columns": dict,
    "pandas": pd.DataFrame,
    "polars": lambda table: pl.DataFrame(table, strict=False),
    "pyarrow": lambda table: pa.table({name: _one_type(cells) for name, cells in table.items()}),
}


@pytest.mark.parametrize("backend", MAKERS)
@pytest.mark.parametrize("spec", EVERY, ids=lambda spec: spec.name)
def test_method_does_what_its_spec_says(spec: Spec, backend: str) -> None:
    make = MAKERS[backend]
    table = make(spec.main_table())
    keywords = {
        name: make(value) if isinstance(value, dict) else value
        for name, value in spec.keywords().items()
    }
    before = copy.deepcopy(table)
    if spec.refused:
        with pytest.raises(TemaplanError) as caught:
            spec.analysis.function(table, **keywords)
        assert (caught.value.code, str(caught.value)) == (spec.refused, spec.message)
    else:
        answer = spec.analysis.function(table, **keywords)
        results = spec.analysis.results(answer)
        result = results[spec.result or next(iter(results))]
        assert type(result) is type(table)
        _assert_rows(cells_of(spec.expected), result)
    _assert_untouched(before, table)


@pytest.mark.parametrize("analysis", ANALYSES, ids=lambda analysis: analysis.code)
def test_method_has_a_spec(analysis: Any) -> None:
    assert list(specs(analysis.code))


@pytest.mark.parametrize("spec", EVERY, ids=lambda spec: spec.name)
def test_spec_tells_where_its_figures_come_from(spec: Spec) -> None:
    assert spec.title
    assert spec.text
    assert spec.origin


@pytest.mark.parametrize("spec", [s for s in EVERY if s.expected], ids=lambda spec: spec.name)
def test_catalogue_names_every_column_that_comes_out(spec: Spec) -> None:
    answer = spec.analysis.function(spec.main_table(), **spec.keywords())
    for name, table in spec.analysis.results(answer).items():
        written = spec.analysis.tables[name].split()
        named = [word.strip("[]") for word in written]
        always = [word for word in written if not word.startswith("[")]
        assert set(always) <= set(table) <= set(named)


def _one_type(cells: list[Any]) -> list[Any]:
    """Make text of a column that holds text, as a reader of files does."""
    if not any(isinstance(cell, str) for cell in cells):
        return cells
    return [None if cell is None else str(cell) for cell in cells]


def _assert_untouched(before: Any, after: Any) -> None:
    if isinstance(after, dict):
        assert after == before
    else:
        assert after.equals(before)


def _assert_rows(expected: Mapping[str, Sequence[str]], result: Any) -> None:
    found = _columns(result)
    assert set(expected) <= set(found)
    assert len(next(iter(found.values()))) == len(next(iter(expected.values())))
    for name, cells in expected.items():
        for row, (cell, value) in enumerate(zip(cells, found[name], strict=True)):
            assert _is(cell, value), f"rad {row + 1}, {name}: {cell!r} ventet, {value!r} funnet"


def _columns(result: Any) -> Mapping[str, Sequence[Any]]:
    if isinstance(result, dict):
        return result
    frame = nw.from_native(result, eager_only=True)
    return {name: frame[name].to_list() for name in frame.columns}


def _is(cell: str, value: Any) -> bool:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return cell == ""
    if isinstance(value, str):
        return cell == value
    return math.isclose(calculated(cell), value, rel_tol=SAME, abs_tol=SAME)
