"""S5: «første tertial 2008» is 30 April 2008; from 1 May the order is late until answered."""

from datetime import date

import pytest

from temaplan.workbench.mandate.models import Mandate
from tests.deck.outsider import Outsider, words_of

ORDER = "mandat/2008-koordinator/"


def test_deadline_in_words_is_computed_and_kept(in_drammen: Outsider) -> None:
    in_drammen.saves(f"{ORDER}endre/", deadline_text="første tertial 2008", deadline="")

    order = Mandate.objects.get(plan=in_drammen.plan, slug="2008-koordinator")
    page = words_of(in_drammen.open(ORDER).content.decode())
    assert order.deadline == date(2008, 4, 30)
    assert "«første tertial 2008»" in page
    assert "30. april 2008" in page


def test_year_that_the_order_does_not_give_is_marked_as_interpreted(in_drammen: Outsider) -> None:
    in_drammen.saves(f"{ORDER}endre/", deadline_text="frem mot første tertial", deadline="")

    order = Mandate.objects.get(plan=in_drammen.plan, slug="2008-koordinator")
    assert (order.deadline, order.deadline_interpreted) == (date(2008, 4, 30), True)
    assert "tolket" in words_of(in_drammen.open(ORDER).content.decode())


@pytest.mark.parametrize(("day", "is_late"), [(date(2008, 4, 30), False), (date(2008, 5, 1), True)])
def test_order_is_late_from_the_day_after(in_drammen: Outsider, day: date, is_late: bool) -> None:
    in_drammen.plan.as_of = day
    in_drammen.plan.save()

    page = words_of(in_drammen.open(ORDER).content.decode())

    assert ("over frist" in page) is is_late


def test_answer_takes_the_order_off_the_late_ones(in_drammen: Outsider) -> None:
    assert "over frist" in words_of(in_drammen.open(ORDER).content.decode())

    in_drammen.saves(f"{ORDER}besvar/", reason="Funksjonen er utredet.")

    assert "over frist" not in words_of(in_drammen.open(ORDER).content.decode())
