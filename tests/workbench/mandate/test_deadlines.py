"""Deadlines in an order's own words, and the day they mean."""

from datetime import date

import pytest

from temaplan.workbench.mandate.deadlines import read_deadline
from temaplan.workbench.plan.dates import NotADate

# The end of a tertial is that of its fourth month; seasons are the Meteorological Institute's.
WITH_YEAR = [
    ("første tertial 2008", date(2008, 4, 30), False),  # S5
    ("1. tertial 2008", date(2008, 4, 30), False),
    ("1.tertial 2008", date(2008, 4, 30), False),
    ("innen utgangen av 2. tertial 2024", date(2024, 8, 31), False),
    ("tredje tertial i 2024", date(2024, 12, 31), False),
    ("innen utgangen av 2009", date(2009, 12, 31), False),
    ("2010", date(2010, 12, 31), False),
    ("1. halvår 2010", date(2010, 6, 30), False),
    ("i løpet av andre halvår 2010", date(2010, 12, 31), False),
    ("3. kvartal 2011", date(2011, 9, 30), False),
    ("september 2026", date(2026, 9, 30), False),
    ("innen utgangen av februar 2012", date(2012, 2, 29), False),
    ("7. juni 2011", date(2011, 6, 7), False),
    ("senest 07.06.2011", date(2011, 6, 7), False),
    ("2011-06-07", date(2011, 6, 7), False),
    ("innen 7. juni 2011.", date(2011, 6, 7), False),
    ("før 1. juni 2009", date(2009, 5, 31), False),
    ("før juni 2009", date(2009, 5, 31), False),
    ("høsten 2010", date(2010, 11, 30), True),
    ("våren 2010", date(2010, 5, 31), True),
    ("før sommeren 2009", date(2009, 5, 31), True),
    ("vinteren 2010", date(2010, 2, 28), True),
]


@pytest.mark.parametrize(("text", "day", "interpreted"), WITH_YEAR)
def test_words_with_year_give_the_day(text: str, day: date, interpreted: bool) -> None:
    read = read_deadline(text)

    assert (read.text, read.day, read.interpreted) == (text, day, interpreted)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("frem mot første tertial", date(2008, 4, 30)),  # S5: the deck's own words
        ("innen 1. tertial", date(2008, 4, 30)),
        ("innen 7. juni", date(2008, 6, 7)),
        ("innen utgangen av året", date(2008, 12, 31)),
        ("høsten", date(2008, 11, 30)),
    ],
)
def test_words_without_year_take_that_of_the_document_and_are_interpreted(
    text: str, day: date
) -> None:
    read = read_deadline(text, year=2008)

    assert (read.day, read.interpreted) == (day, True)


def test_deadline_without_year_never_falls_before_the_decision() -> None:
    read = read_deadline("innen 1. tertial", year=2008, after=date(2008, 6, 18))

    assert (read.day, read.interpreted) == (date(2009, 4, 30), True)


def test_decision_does_not_move_a_deadline_whose_year_is_given() -> None:
    read = read_deadline("første tertial 2008", year=2008, after=date(2008, 6, 18))

    assert read.day == date(2008, 4, 30)


@pytest.mark.parametrize(
    "text",
    ["snarest mulig", "neste møte", "når meldingen legges fram", "1. tertialrapport 2009", ""],
)
def test_words_that_are_not_understood_are_kept_without_a_day(text: str) -> None:
    read = read_deadline(text, year=2009)

    assert (read.text, read.day, read.interpreted) == (text, None, False)


@pytest.mark.parametrize("text", ["frem mot første tertial", "juni", "7. juni", "våren", "året"])
def test_without_any_year_there_is_no_day(text: str) -> None:
    assert read_deadline(text).day is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31. juni", "Fristen 31. juni finnes ikke. Juni har 30 dager."),
        ("innen 31. juni 2009", "Fristen 31. juni 2009 finnes ikke. Juni har 30 dager."),
        ("31.06.2009", "Fristen 31.06.2009 finnes ikke. Juni har 30 dager."),
        ("29. februar 2011", "Fristen 29. februar 2011 finnes ikke. Februar har 28 dager."),
        ("innen 4. tertial 2008", "Fristen «4. tertial 2008» finnes ikke. Året har 3 tertial."),
        ("0. halvår 2008", "Fristen «0. halvår 2008» finnes ikke. Året har 2 halvår."),
        (
            "1. tertial 0208",
            "Fristen «1. tertial 0208» finnes ikke. Se om årstallet er riktig.",
        ),
    ],
)
def test_impossible_deadline_is_refused_in_its_own_sentence(text: str, sentence: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_deadline(text)

    assert refused.value.message == sentence


def test_leap_day_is_refused_in_a_year_without_one() -> None:
    assert read_deadline("29. februar").day is None
    assert read_deadline("29. februar", year=2012).day == date(2012, 2, 29)
    with pytest.raises(NotADate):
        read_deadline("29. februar", year=2011)
