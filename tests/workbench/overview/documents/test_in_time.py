"""The order of steps, of which some have only a month."""

from datetime import date

from temaplan.workbench.overview.documents.in_time import in_time
from temaplan.workbench.plan.models import Milestone


def step(key: int, day: date | None, precision: str = "day", position: int = 0) -> Milestone:
    return Milestone(pk=key, title=str(key), date=day, precision=precision, position=position)


def order(*steps: Milestone) -> list[int]:
    return [each.pk for each in in_time(steps)]


def test_step_with_only_a_month_follows_dated_steps_entered_before_it() -> None:
    # The deck: 7 June, 15 June, and a conference in June.
    conference = step(1, date(2011, 6, 1), "month", position=17)
    council = step(2, date(2011, 6, 15), position=16)
    committee = step(3, date(2011, 6, 7), position=15)

    assert order(conference, council, committee) == [3, 2, 1]


def test_step_with_only_a_month_stands_before_dated_steps_entered_after_it() -> None:
    rework = step(1, date(2026, 8, 1), "month", position=11)
    group = step(2, date(2026, 8, 27), position=12)

    assert order(group, rework) == [1, 2]


def test_step_without_position_counts_as_the_first_of_its_month() -> None:
    assert order(step(1, date(2026, 5, 28), position=4), step(2, date(2026, 5, 1), "month")) == [
        2,
        1,
    ]


def test_steps_of_the_same_month_keep_the_order_in_which_they_were_entered() -> None:
    month = date(2011, 2, 1)

    assert order(*(step(5 - each, month, "month", position=each) for each in (3, 1, 2))) == [
        4,
        3,
        2,
    ]


def test_step_without_date_stands_last() -> None:
    assert order(step(1, None), step(2, date(2030, 1, 1))) == [2, 1]


def test_dated_steps_stand_by_date_whatever_their_position() -> None:
    assert order(step(1, date(2026, 3, 2), position=1), step(2, date(2026, 3, 1), position=9)) == [
        2,
        1,
    ]
