"""Figures are written as people write them in Norwegian."""

from typing import Any

import pytest

from temaplan.documents.numbers import written


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1234.5, {"decimals": 1}, "1\u202f234,5"),
        (1_234_567, {}, "1\u202f234\u202f567"),
        (0.531, {"percent": True}, "53\u00a0%"),
        (0.531, {"percent": True, "decimals": 1}, "53,1\u00a0%"),
        (3120, {"sign": True}, "+3\u202f120"),
        (-0.4, {"decimals": 1}, "\u22120,4"),
        (0, {"sign": True}, "0"),
        (-0.04, {"decimals": 1}, "0,0"),  # rounded to zero: no sign
        (2.5, {}, "3"),  # halves away from zero, not to the even neighbour
        (-2.5, {}, "\u22123"),
        (1.005, {"decimals": 2}, "1,01"),  # the number as written, not as stored in binary
        (1e21, {}, "1" + "\u202f000" * 7),
    ],
)
def test_figure_is_written(value: float, form: dict[str, Any], expected: str) -> None:
    assert written(value, **form) == expected
