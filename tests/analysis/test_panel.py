"""A table becomes a panel by its keys; what is wrong is refused by row, with the cure."""

from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from temaplan import TemaplanError
from temaplan.analysis.regional import BadTable, Panel

GOOD: dict[str, list[Any]] = {
    "region": ["0625", "0602", "0602"],
    "industry": ["Bygg", "Bygg", "Industri"],
    "period": [2011, 2011, 2011],
    "value": [None, 0.0, 2.5],
}
FRAMES = {"columns": dict, "pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.table}


@pytest.fixture(params=FRAMES)
def make(request: pytest.FixtureRequest) -> Any:
    return FRAMES[request.param]


def refusal(make: Any, **changed: list[Any]) -> BadTable:
    with pytest.raises(BadTable) as caught:
        Panel.from_frame(make(GOOD | changed))
    return caught.value


def test_cells_stand_by_key_and_missing_is_not_zero(make: Any) -> None:
    panel = Panel.from_frame(make(GOOD))
    assert panel.periods == (2011,)
    assert panel.regions == ("0602", "0625")
    assert panel.industries == ("Bygg", "Industri")
    np.testing.assert_array_equal(panel.values, [[[0.0, 2.5], [np.nan, np.nan]]])
    assert panel.states.tolist() == [[[1, 0], [4, 4]]]


def test_absent_rows_are_zero_only_when_the_caller_says_so(make: Any) -> None:
    panel = Panel.from_frame(make(GOOD), absent="zero")
    np.testing.assert_array_equal(panel.values, [[[0.0, 2.5], [np.nan, 0.0]]])
    assert panel.states.tolist() == [[[1, 0], [4, 1]]]


def test_the_same_kind_of_table_comes_back(make: Any) -> None:
    table = make(GOOD)
    back = Panel.from_frame(table).to_frame()
    assert type(back) is type(table)
    assert Panel.from_frame(back).states.tolist() == Panel.from_frame(table).states.tolist()


def test_row_order_changes_nothing(make: Any) -> None:
    turned = {name: values[::-1] for name, values in GOOD.items()}
    one, other = Panel.from_frame(make(GOOD)), Panel.from_frame(make(turned))
    assert one.regions == other.regions
    assert one.values.tobytes() == other.values.tobytes()


def test_states_are_read_and_kept(make: Any) -> None:
    panel = Panel.from_frame(make(GOOD | {"state": ["suppressed", None, "rounded"]}))
    assert panel.states.tolist() == [[[1, 2], [3, 4]]]


def test_columns_may_have_other_names(make: Any) -> None:
    table = make(dict(zip(["kommune", "næring", "år", "antall"], GOOD.values(), strict=True)))
    panel = Panel.from_frame(
        table, region="kommune", industry="næring", period="år", value="antall"
    )
    assert panel.regions == ("0602", "0625")


def test_input_is_never_changed(make: Any) -> None:
    table = make(GOOD)
    before = str(table)
    Panel.from_frame(table)
    assert str(table) == before


@pytest.mark.parametrize(
    ("changed", "code", "row", "column"),
    [
        ({"region": [625, 602, 602]}, "code_is_number", 1, "region"),
        ({"region": ["0625", "602", "602"]}, "lost_zero", 2, "region"),
        ({"region": ["0625", " ", "0602"]}, "empty_code", 2, "region"),
        ({"region": ["0625", None, "0602"]}, "empty_code", 2, "region"),
        ({"industry": ["Bygg", "Bygg", "Industri "]}, "stray_blank", 3, "industry"),
        ({"industry": ["Bygg", "Bygg", "Bygg"]}, "duplicate", 3, "region"),
        ({"period": [2011.5, 2011.0, 2011.0]}, "bad_period", 1, "period"),
        ({"value": ["1", "2", "2,5"]}, "not_a_number", 3, "value"),
        ({"value": [1.0, float("inf"), 2.0]}, "not_a_number", 2, "value"),
        ({"value": [1.0, -2.0, 2.0]}, "negative", 2, "value"),
        ({"value": [1.0, 2.0, 1e308]}, "too_large", 3, "value"),
        ({"value": [True, False, True]}, "not_a_number", 1, "value"),
        ({"state": ["", "ukjent", ""]}, "unknown_state", 2, "state"),
        ({"state": ["", "suppressed", ""]}, "state_differs", 2, "state"),
        ({"state": ["observed", "", ""]}, "state_differs", 1, "state"),
        ({"state": ["", "", "zero"]}, "state_differs", 3, "state"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_fault_is_named_by_row_and_column(
    make: Any, changed: dict[str, list[Any]], code: str, row: int, column: str
) -> None:
    fault = refusal(make, **changed)
    assert isinstance(fault, TemaplanError)
    assert (fault.code, fault.row, fault.column) == (code, row, column)
    assert f"ad {row}" in str(fault)


@pytest.mark.parametrize("make", [dict, pl.DataFrame, pa.table])
def test_nan_is_no_figure_where_null_is_written_otherwise(make: Any) -> None:
    assert refusal(make, value=[1.0, float("nan"), 2.0]).code == "not_a_number"


def test_nan_is_null_in_pandas() -> None:
    panel = Panel.from_frame(pd.DataFrame(GOOD | {"value": [1.0, float("nan"), 2.0]}))
    assert panel.states.tolist() == [[[4, 0], [0, 4]]]


def test_periods_as_numbers_and_text_in_one_column_are_refused() -> None:
    assert refusal(dict, period=[2011, "2011", 2012]).code == "mixed_periods"


def test_decimal_comma_is_told_with_its_cure() -> None:
    assert str(refusal(dict, value=["1", "2", "2,5"])) == (
        "Rad 3, kolonnen «value»: «2,5» har desimalkomma. Skriv desimaltall med punktum, som 2.5."
    )


def test_lines_of_a_file_are_named_where_there_is_one() -> None:
    with pytest.raises(BadTable, match=r"^Linje 12, kolonnen «value»"):
        Panel.from_columns(GOOD | {"value": [1, -1, 2]}, lines=[10, 12, 15])


def test_absent_columns_are_named() -> None:
    with pytest.raises(BadTable, match="mangler kolonnen «kommune»"):
        Panel.from_frame(GOOD, region="kommune")


def test_an_empty_table_is_refused(make: Any) -> None:
    assert refusal(make, **{name: [] for name in GOOD}).code == "empty_table"


def test_columns_of_unlike_length_are_refused() -> None:
    assert refusal(dict, value=[1.0]).code == "ragged"


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(BadTable) as caught:
        Panel.from_frame(pl.LazyFrame(GOOD))
    assert caught.value.code == "not_a_table"


def test_arrays_of_a_panel_cannot_be_written_to() -> None:
    panel = Panel.from_frame(GOOD)
    with pytest.raises(ValueError, match="read-only"):
        panel.values[0, 0, 0] = 1.0
