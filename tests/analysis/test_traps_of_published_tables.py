"""The traps that published tables carry: each is seen, and none makes a figure wrong in silence."""

from typing import Any

import pytest

from temaplan.analysis.regional import (
    BadTable,
    growth,
    harmonise,
    location_quotient,
    shift_share,
    validate,
)
from tests.fixtures.published import BUSKERUD, COUNTRY, TOTAL, accounts, nation, only, telemark

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

Table = dict[str, list[Any]]


def table(*rows: tuple[Any, ...]) -> Table:
    names = ("region", "industry", "period", "value")
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def found(data: Table, **asked: Any) -> dict[str, list[str]]:
    """Return the messages of `validate` by kind."""
    answer = validate(data, **asked)
    kinds: dict[str, list[str]] = {}
    for kind, message in zip(answer["finding"], answer["message"], strict=True):
        kinds.setdefault(kind, []).append(message)
    return kinds


def refusal(ask: Any) -> BadTable:
    with pytest.raises(BadTable) as caught:
        ask()
    return caught.value


@pytest.mark.parametrize("sign", [":", "..", ".", "-"])
def test_a_sign_in_a_cell_is_neither_a_figure_nor_null(sign: str) -> None:
    data = table(("0602", "Bygg", 2010, 4), ("0602", "Bygg", 2011, sign))
    fault = refusal(lambda: growth(data, base=2010, end=2011))
    assert (fault.code, fault.row, fault.column) == ("not_a_number", 2, "value")
    assert "suppressed, missing eller not_applicable. Betyr tegnet null, så skriv 0." in str(fault)


def test_confidential_cells_stay_null_and_leave_their_region_incomplete() -> None:
    lines = only(accounts(), region=BUSKERUD, period=2011)
    parts = {
        name: [v for v, i in zip(values, lines["industry"], strict=True) if _is_line(i)]
        for name, values in lines.items()
    }
    answer = location_quotient(parts, reference="total")
    hidden = {
        industry
        for industry, state in zip(parts["industry"], parts["state"], strict=True)
        if state == "suppressed"
    }
    quotients = dict(zip(answer["industry"], answer["lq"], strict=True))
    assert hidden
    assert {quotients[industry] for industry in hidden} == {None}
    assert all(
        quotients[industry] == 1  # the region is its own reference
        for industry, value in zip(parts["industry"], parts["value"], strict=True)
        if value
    )
    assert all("incomplete" in note for note in answer["note"])


def _is_line(industry: str) -> bool:
    return industry != TOTAL and not industry.startswith("¬")


def test_0_of_a_region_that_did_not_exist_yet_is_seen() -> None:
    """11713 gives Trøndelag 0 until 2017, and Sør- and Nord-Trøndelag 0 in 2018."""
    lines = only(accounts(), industry=TOTAL)
    kept = [at for at, r in enumerate(lines["region"]) if r[:2] in ("16", "17", "50")]
    told = found({name: [values[at] for at in kept] for name, values in lines.items()})
    assert len(told["not_yet_existing"]) == 3
    assert "har 0 før 2018: regionen fantes trolig ikke." in " ".join(told["not_yet_existing"])
    assert "har 0 etter 2017: regionen er trolig borte." in " ".join(told["not_yet_existing"])


def test_a_region_that_was_not_there_has_no_growth() -> None:
    lines = only(accounts(), industry=TOTAL)
    kept = [at for at, region in enumerate(lines["region"]) if region.startswith("50")]
    answer = growth(
        {name: [values[at] for at in kept] for name, values in lines.items()}, base=2016, end=2018
    )
    assert (answer["growth"], answer["note"]) == ([None], ["entry"])


@pytest.mark.parametrize("label", ["Oslo1", "Viken 2)", "Hele landet1)"])
def test_a_footnote_glued_to_a_name_is_seen(label: str) -> None:
    data = table((label, "Bygg", 2011, 4), ("Bergen", "Bygg", 2011, 5), ("Skien", "Bygg", 2011, 6))
    assert found(data)["footnote"] == [
        f"«{label}» slutter med et siffer som ser ut som et fotnotetegn. Ta det bort."
    ]


@pytest.mark.parametrize("minus", ["-", "−", "–"])
def test_a_name_that_ended_is_a_break_and_no_footnote(minus: str) -> None:
    told = found(table((f"06 Buskerud ({minus}2019)", "Bygg", 2011, 4)))
    assert list(told) == ["break"]
    assert "gjaldt til 2019" in told["break"][0]


@pytest.mark.parametrize(
    "name",
    [
        "Trøndelag - Trööndelage",
        "Hamarøy - Hábmer",
        "Kárášjohka - Karasjok",
        "Porsanger – Porsáŋgu",
    ],
)
def test_a_name_in_two_languages_is_one_name(name: str) -> None:
    data = table((name, "Bygg", 2011, 4), ("Bodø", "Bygg", 2011, 6))
    assert found(data) == {}
    assert location_quotient(data, reference="total")["region"] == sorted([name, "Bodø"])


def test_unspecified_in_one_table_only_is_no_silent_denominator() -> None:
    """`Uoppgitt` stands in some extracts and not in others."""
    without = {
        name: [v for v, i in zip(values, telemark()["industry"], strict=True) if i != "Uoppgitt"]
        for name, values in telemark().items()
    }
    fault = refusal(lambda: location_quotient(without, reference=nation()))
    assert fault.code == "industries_differ"
    assert "«Uoppgitt»" in str(fault)


def test_industries_of_another_division_are_refused() -> None:
    """10309 has 22 groups, 13470 has 17; codes are not names."""
    fewer = nation() | {"industry": [f"{at:02} gruppe" for at in range(17) for _ in range(2)]}
    for ask in (
        lambda: location_quotient(telemark(), reference=fewer),
        lambda: shift_share(telemark(), base=2021, end=2022, reference=fewer),
    ):
        assert refusal(ask).code == "industries_differ"


def test_lines_that_do_not_sum_to_their_total_are_told() -> None:
    table_2011 = only(accounts(), region=BUSKERUD, period=2011)
    lines = {
        name: [v for v, i in zip(values, table_2011["industry"], strict=True) if _is_line(i)]
        for name, values in table_2011.items()
    }
    totals = only(table_2011, industry=TOTAL)
    (told,) = found(lines, totals=totals)["sum_differs"]
    assert "linjene summerer til 124.4, totalen er 125.2." in told


def test_wholes_and_sub_lines_of_11713_are_not_summed() -> None:
    data = accounts()
    fault = refusal(lambda: location_quotient(data, reference="total"))
    assert fault.code == "total_row"
    assert TOTAL in str(fault)
    lines = {
        name: [v for v, i in zip(values, data["industry"], strict=True) if _is_line(i)]
        for name, values in data.items()
    }
    assert COUNTRY in str(refusal(lambda: location_quotient(lines, reference="total")))


def test_ones_and_twos_that_were_rounded_away_are_a_band() -> None:
    data = table(("A", "x", 2011, 0), ("A", "y", 2011, 3), ("A", "z", 2011, 7))
    answer = location_quotient(data, reference="total", bounds="rounded-0-3")
    # x may be 2 of 2 + 1 + 7, y 1 of 0 to 2 + 1 + 7.
    reference = [0.3, 0.7]
    assert answer["lq_high"][1] == pytest.approx(3 / 10 / reference[0])
    assert answer["lq_low"][1] == pytest.approx(1 / 10 / reference[0])
    wrong = table(("A", "x", 2011, 1), ("A", "y", 2011, 3))
    fault = refusal(lambda: location_quotient(wrong, reference="total", bounds="rounded-0-3"))
    assert fault.code == "not_rounded"


def test_a_code_of_a_year_in_which_it_was_not_in_use_is_told() -> None:
    codes = {"code": ["3301"], "valid_from": ["2024-01-01"], "valid_to": [None]}
    told = found(table(("3301", "Bygg", 2011, 4)), codes=codes)
    assert told["unknown_code"] == ["Koden «3301» var ikke i bruk 2011-12-31. Se harmonise."]


def test_numbers_of_a_county_follow_no_municipality() -> None:
    """County and municipality codes in one table are two levels of one whole."""
    data = table(("33", "Bygg", 2024, 9), ("3301", "Bygg", 2024, 4))
    assert list(found(data)) == ["mixed_levels"]
    assert refusal(lambda: location_quotient(data, reference="total")).code == "total_row"
    changes = {"from_code": ["33"], "to_code": ["33"], "date": ["2024-01-01"]}
    assert harmonise(data, changes, to=2024)["value"] == [9.0, 4.0]
