"""Forms ask little, explain in words, and keep what was typed."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.http import QueryDict

from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.pages.merge import differing_fields
from temaplan.workbench.plan.access import Access, access_for
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.models import Person, Plan

pytestmark = pytest.mark.django_db


class Example(PlanForm):
    """Every kind of field that the houses use."""

    first = ("title", "kind")
    more = ("text", "several", "day", "open_to_all")

    title = forms.CharField(label="Tittel")
    kind = forms.ChoiceField(
        label="Type", choices=[("a", "Analyse"), ("b", "Møte")], widget=forms.RadioSelect
    )
    text = forms.CharField(label="Tekst", required=False, widget=forms.Textarea, help_text="Fritt.")
    several = forms.MultipleChoiceField(
        label="Flere", required=False, choices=[("1", "Én"), ("2", "To"), ("3", "Tre")]
    )
    day = NorwegianDateField(label="Dag", months=True, year=2011)
    open_to_all = forms.BooleanField(label="Åpen", required=False)


class FilledLater(PlanForm):
    """As many of ours: the choices are known only when the form is made."""

    kind = forms.ChoiceField(label="Type")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("a", "Analyse")]  # type: ignore[attr-defined]


class Row:
    """A row as somebody else has saved it."""

    revision = 7
    title = "Tittel"
    kind = "b"
    text = "Linje 1\nLinje 2"
    several = ("2", "3")
    day = date(2011, 6, 7)
    open_to_all = True


@pytest.fixture
def access(plan: Plan, planner: Person) -> Access:
    return access_for(planner, plan)


def sent(query: str) -> QueryDict:
    return QueryDict(query)


def test_choices_that_a_form_fills_in_itself_are_taken(access: Access) -> None:
    assert FilledLater(sent("kind=a"), access=access).is_valid()


def test_line_ends_of_a_browser_are_not_a_change(access: Access) -> None:
    form = Example(sent("title=T&kind=a&text=En%0D%0ATo"), access=access)

    assert form.is_valid()
    assert form.values()["text"] == "En\nTo"


def test_refused_field_is_marked_and_tied_to_its_hint_and_error(access: Access) -> None:
    form = Example(sent("title=&kind=a"), access=access)
    title = str(form["title"])

    assert not form.is_valid()
    assert form.errors["title"] == ["Fyll ut «Tittel»."]
    assert 'aria-invalid="true"' in title
    assert 'aria-describedby="id_title_error"' in title
    assert 'aria-describedby="id_text_helptext"' in str(form["text"])


def test_browser_does_not_stop_what_our_page_explains(access: Access) -> None:
    form = Example(access=access)
    tags = "".join(str(form[name]) for name in form.fields).replace("aria-required", "")

    assert "required" not in tags
    assert 'aria-required="true"' in str(form["title"])
    assert "aria-required" not in str(form["kind"])  # one choice of a group is never required


def test_folded_part_opens_for_an_error_in_it(access: Access) -> None:
    assert not Example(access=access).later_is_open
    assert Example(sent("title=T&kind=a&day=31.+juni"), access=access).later_is_open


def test_date_is_shown_back_as_people_write_it(access: Access) -> None:
    form = Example(access=access, initial={"day": ReadDate(date(2011, 6, 1), "month")})

    assert form["day"].value() == "juni 2011"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7. juni", ReadDate(date(2011, 6, 7), "day")),
        ("07.06.2011", ReadDate(date(2011, 6, 7), "day")),
        ("2011-06-07", ReadDate(date(2011, 6, 7), "day")),
        ("  JUNI ", ReadDate(date(2011, 6, 1), "month")),
        ("", None),
    ],
)
def test_date_is_read_forgivingly(typed: str, read: ReadDate | None) -> None:
    assert NorwegianDateField(months=True, year=2011).clean(typed) == read


def test_merge_marks_only_what_differs(access: Access) -> None:
    mine = "title=Tittel&kind=a&text=Linje+1%0D%0ALinje+2&several=1&several=2&day=7.+juni+2011"
    form = Example(sent(mine), access=access)
    fields = {field.name: field for field in differing_fields(form, Row())}

    assert {name for name, field in fields.items() if field.differs} == {
        "kind",
        "several",
        "open_to_all",
    }
    assert (fields["kind"].mine, fields["kind"].theirs) == ("Analyse", "Møte")
    assert (fields["open_to_all"].mine, fields["open_to_all"].theirs) == ("nei", "ja")


def test_merge_of_lists_shows_the_entries_of_both(access: Access) -> None:
    form = Example(sent("title=Tittel&kind=b&several=1&several=2"), access=access)
    several = next(field for field in differing_fields(form, Row()) if field.name == "several")

    assert [(each.words, each.mine, each.theirs) for each in several.choices] == [
        ("Én", True, False),
        ("To", True, True),
        ("Tre", False, True),
    ]
