"""Organisation numbers: mod 11 with the weights 3 2 7 6 5 4 3 2; a sentence for each fault."""

import pytest

from temaplan.workbench.actor.rules.actors import compact_number, number_is_right


@pytest.mark.parametrize(
    "number",
    [
        "988077917",  # the valid example in python-stdnum's own documentation
        "988 077 917",
        "988\u00a0077\u00a0917 ",
        "974760673",  # Brønnøysundregistrene, the register's own number
    ],
)
def test_right_number_is_allowed_with_or_without_blanks(number: str) -> None:
    assert number_is_right(number).allowed


def test_wrong_check_digit_is_named_with_the_right_one() -> None:
    assert number_is_right("988 077 918").reason == (
        "Organisasjonsnummeret 988 077 918 er feil: kontrollsifferet er 8, men skal være 7. "
        "Se etter en skrivefeil."
    )


def test_number_without_possible_check_digit_is_refused_by_its_start() -> None:
    # 3·1+2·0+7·0+6·0+5·0+4·0+3·1+2·3 = 12 → 12 mod 11 = 1 → 11 − 1 = 10, which is no digit
    assert number_is_right("100000135").reason == (
        "Ingen organisasjonsnummer begynner med 100 000 13. Se etter en skrivefeil."
    )


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("12345", "Et organisasjonsnummer har ni siffer, men «12345» har 5."),
        ("9880779170", "Et organisasjonsnummer har ni siffer, men «9880779170» har 10."),
        ("98807791A", "Organisasjonsnummeret kan bare ha siffer. Ta bort «A»."),
        ("988-077-917", "Organisasjonsnummeret kan bare ha siffer. Ta bort «-»."),
        ("٩٨٨٠٧٧٩١٧", None),  # digits of another script are no digits of the register
    ],
)
def test_what_is_no_number_is_refused_in_its_own_sentence(
    number: str, sentence: str | None
) -> None:
    verdict = number_is_right(number)

    assert not verdict.allowed
    assert sentence is None or verdict.reason == sentence


def test_blanks_are_taken_out() -> None:
    assert compact_number(" 988 077\u00a0917\t") == "988077917"
