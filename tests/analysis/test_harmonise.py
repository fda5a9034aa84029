"""Figures follow the official border changes: merges add, splits are refused or estimated."""

from datetime import date
from typing import Any

import pytest

from temaplan.analysis.regional import BadQuestion, BadTable
from temaplan.analysis.regional.harmonise import harmonise

# Klass 131: the municipalities of the source deck, and Ålesund, which was split in 2024.
CHANGES: dict[str, list[Any]] = {
    "from_code": ["0602", "0625", "0711", "3005", "0626", "3049", "1504", "1534", "1507", "1507"],
    "to_code": ["3005", "3005", "3005", "3301", "3049", "3312", "1507", "1507", "1508", "1580"],
    "date": ["2020-01-01"] * 3
    + ["2024-01-01", "2020-01-01", "2024-01-01"]
    + ["2020-01-01"] * 2
    + ["2024-01-01"] * 2,
}
HALVES: dict[str, list[Any]] = {
    "from_code": ["1507", "1507"],
    "to_code": ["1508", "1580"],
    "date": ["2024-01-01"] * 2,
    "weight": [0.75, 0.25],
}


def table(*rows: tuple[str, int, float | None], state: list[str] | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "region": [region for region, _, _ in rows],
        "industry": ["Industri"] * len(rows),
        "period": [period for _, period, _ in rows],
        "value": [value for _, _, value in rows],
    }
    return made | ({"state": state} if state else {})


def found(result: dict[str, list[Any]]) -> list[tuple[Any, ...]]:
    names = ("region", "period", "value", "note")
    return list(zip(*(result[name] for name in names), strict=True))


DRAMMEN = [("0602", 2011, 100.0), ("0625", 2011, 20.0), ("0711", 2011, 3.0)]


def test_merge_adds_and_holds_svelvik() -> None:
    result = harmonise(table(*DRAMMEN), CHANGES, to="2020-01-01")

    assert found(result) == [("3005", 2011, 123.0, "")]


def test_two_changes_are_followed_one_after_the_other() -> None:
    result = harmonise(table(*DRAMMEN, ("0626", 2011, 7.0)), CHANGES, to=date(2024, 1, 1))

    assert found(result) == [("3301", 2011, 123.0, ""), ("3312", 2011, 7.0, "")]


def test_region_that_needs_a_part_the_table_lacks_is_incomplete() -> None:
    result = harmonise(table(*DRAMMEN[:2]), CHANGES, to="2020-01-01")

    assert found(result) == [("3005", 2011, None, "incomplete")]


def test_sum_with_a_suppressed_part_is_suppressed() -> None:
    rows = [*DRAMMEN[:2], ("0711", 2011, None)]
    result = harmonise(table(*rows, state=["", "", "suppressed"]), CHANGES, to=2020)

    assert found(result) == [("3005", 2011, None, "incomplete")]
    assert result["state"] == ["suppressed"]


def test_periods_in_different_borders_meet_in_the_same_code() -> None:
    rows = [*DRAMMEN, ("3005", 2021, 130.0)]

    result = harmonise(table(*rows), CHANGES, to="2024-01-01")

    assert found(result) == [("3301", 2011, 123.0, ""), ("3301", 2021, 130.0, "")]


def test_split_without_weights_is_refused_with_its_day_and_pieces() -> None:
    with pytest.raises(BadQuestion) as refused:
        harmonise(table(("1507", 2022, 40.0)), CHANGES, to="2024-01-01")

    assert refused.value.message == (
        "1507 ble delt 2024-01-01 i «1508», «1580». Tall kan ikke deles uten vekter. "
        "Gi vektene i splits, eller velg en annen dato."
    )


def test_split_with_weights_is_an_estimate() -> None:
    result = harmonise(table(("1507", 2022, 40.0)), CHANGES, to="2024-01-01", splits=HALVES)

    assert found(result) == [
        ("1508", 2022, 30.0, "estimated"),
        ("1580", 2022, 10.0, "estimated"),
    ]


def test_weights_that_are_not_one_whole_are_refused() -> None:
    wrong = HALVES | {"weight": [0.75, 0.5]}

    with pytest.raises(BadQuestion, match=r"summerer til 1\.25, ikke 1"):
        harmonise(table(("1507", 2022, 40.0)), CHANGES, to="2024-01-01", splits=wrong)


def test_back_in_time_a_split_adds_and_a_merge_is_refused() -> None:
    after = table(("1508", 2024, 30.0), ("1580", 2024, 10.0))

    assert found(harmonise(after, CHANGES, to="2022-06-30")) == [("1507", 2024, 40.0, "")]
    with pytest.raises(BadQuestion, match=r"3005 ble delt 2020-01-01"):
        harmonise(table(("3005", 2021, 123.0)), CHANGES, to="2011-12-31")


def test_code_that_was_not_in_use_is_refused() -> None:
    with pytest.raises(BadQuestion) as refused:
        harmonise(table(("3301", 2011, 5.0)), CHANGES, to="2024-01-01")

    assert refused.value.message == (
        "Koden 3301 var ikke i bruk 31. desember 2011, men har tall for 2011. "
        "Se etter om koden eller året er riktig."
    )


def test_code_that_never_changed_passes_unchanged() -> None:
    result = harmonise(table(("0301", 2011, 9.0)), CHANGES, to="2024-01-01")

    assert found(result) == [("0301", 2011, 9.0, "")]


def test_same_borders_change_nothing() -> None:
    result = harmonise(table(*DRAMMEN), CHANGES, to="2019-12-31")

    assert found(result) == [(region, period, value, "") for region, period, value in DRAMMEN]


@pytest.mark.parametrize("wrong", ["2024-02-30", "i fjor", ""])
def test_day_that_does_not_exist_is_refused(wrong: str) -> None:
    with pytest.raises(BadQuestion, match=r"er ikke en dato"):
        harmonise(table(*DRAMMEN), CHANGES, to=wrong)


def test_change_with_a_day_that_does_not_exist_names_its_row() -> None:
    wrong = CHANGES | {"date": ["2020-13-01", *CHANGES["date"][1:]]}

    with pytest.raises(BadTable, match=r"Rad 1, kolonnen «date»: «2020-13-01» er ikke en dato"):
        harmonise(table(*DRAMMEN), wrong, to="2024-01-01")
