"""Themes in and out of the plan, and where what is out is handled instead (S29)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.plan.actions.themes import add_theme, change_theme
from temaplan.workbench.plan.models import Artefact, Event, Person, Plan, Theme
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.fixtures.cast import Visit

LIST = "/arbeid/prove-naering/plan/temaer/"
OUT = {
    "title": "Handel i sentrum",
    "scope": "excluded",
    "reason": "Et eget arbeid er i gang.",
    "handled_in": "Sentrumsplanen",
}


def test_theme_that_is_left_out_says_why_and_where(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    answer = visit(planner).post(f"{LIST}ny/", OUT, follow=True)

    row = answer.content.decode().split("<tbody>")[1].split("</tr>")[0]
    for told in ("Handel i sentrum", "ikke med i planen", OUT["reason"], OUT["handled_in"]):
        assert told in row


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("reason", "Skriv hvorfor temaet ikke er med i planen."),
        ("handled_in", "Skriv hvor temaet blir behandlet i stedet."),
    ],
)
def test_leaving_out_without_saying_it_is_refused_and_nothing_is_lost(
    plan: Plan, planner: Person, visit: Visit, missing: str, sentence: str
) -> None:
    answer = visit(planner).post(f"{LIST}ny/", {**OUT, missing: " "})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert sentence in page
    assert 'value="Handel i sentrum"' in page
    assert list(Theme.objects.all()) == []


def test_action_itself_refuses_leaving_out_without_saying_why(plan: Plan, planner: Person) -> None:
    with pytest.raises(NotAllowed):
        add_theme(plan=plan, by=planner, values={"title": "Handel", "scope": "excluded"})


def test_theme_stands_once_whatever_its_case_and_blanks(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    add_theme(plan=plan, by=planner, values=OUT)
    answer = visit(planner).post(f"{LIST}ny/", {"title": "handel  I sentrum", "scope": "included"})

    assert answer.status_code == 422
    assert "Planen har allerede temaet «Handel i sentrum»." in answer.content.decode()


def test_form_sent_twice_adds_one_theme(plan: Plan, planner: Person, visit: Visit) -> None:
    sent = {**OUT, "submission": "6f6f0f6e-7a0b-4d0f-9a52-0d9a6d6f6f10"}
    answers = [visit(planner).post(f"{LIST}ny/", sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Theme.objects.count() == 1


def test_theme_that_is_taken_in_is_handled_nowhere_else(plan: Plan, planner: Person) -> None:
    row = add_theme(plan=plan, by=planner, values=OUT)
    changed = change_theme(
        row, by=planner, values={**OUT, "scope": "included", "reason": "Vi tar det."}, revision=1
    )

    assert (changed.handled_in, changed.reason) == ("", "Vi tar det.")
    assert Event.objects.get(ref=row.ref, verb="changed").values.before["handled_in"] == (
        "Sentrumsplanen"
    )


def test_themes_come_in_the_order_they_were_added(plan: Plan, planner: Person) -> None:
    for title in ("C", "A", "B"):
        add_theme(plan=plan, by=planner, values={"title": title, "scope": "undecided"})
    assert [theme.title for theme in Theme.objects.filter(plan=plan)] == ["C", "A", "B"]


def test_somebody_elses_newer_theme_is_not_overwritten(
    plan: Plan, planner: Person, administrator: Person, visit: Visit
) -> None:
    row = add_theme(plan=plan, by=planner, values=OUT)
    read_by_both = {**OUT, "revision": "1"}
    visit(administrator).post(
        f"{LIST}{row.slug}/endre/", {**read_by_both, "reason": "Vedtatt i sak 3/26."}
    )
    answer = visit(planner).post(
        f"{LIST}{row.slug}/endre/", {**read_by_both, "reason": "Ikke nok tid."}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Vedtatt i sak 3/26." in page
    assert "Ikke nok tid." in page


def test_theme_in_a_document_made_as_file_is_not_discarded(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    row = add_theme(plan=plan, by=planner, values=OUT)
    Artefact.objects.create(
        plan=plan,
        document="status",
        language="nb",
        format="pdf",
        content_hash="0" * 64,
        refs=[row.ref],
        as_of=plan.as_of,
        file="documents/status.pdf",
        sha256="0" * 64,
        size=1,
    )
    answer = visit(planner).post(f"{LIST}{row.slug}/forkast/", {"reason": "Feil."})

    assert answer.status_code == 422
    assert "Temaet står i et dokument som er hentet ut som fil." in answer.content.decode()


def test_discarded_theme_is_gone_and_told_of(plan: Plan, planner: Person, visit: Visit) -> None:
    row = add_theme(plan=plan, by=planner, values=OUT)
    visit(planner).post(f"{LIST}{row.slug}/forkast/", {"reason": "Ført to ganger."})

    assert list(Theme.objects.all()) == []
    assert Event.objects.get(ref=row.ref, verb="discarded").reason == "Ført to ganger."


def test_reader_sees_the_themes_and_no_way_to_change_them(
    plan: Plan, planner: Person, reader: Person, visit: Visit
) -> None:
    row = add_theme(plan=plan, by=planner, values=OUT)
    page = visit(reader).get(f"{LIST}{row.slug}/").content.decode()

    assert "Sentrumsplanen" in page
    assert "/endre/" not in page


@pytest.mark.parametrize("number", [1, 3, 1000])
def test_list_costs_the_same_however_many_themes(
    plan: Plan, planner: Person, visit: Visit, number: int
) -> None:
    Theme.objects.bulk_create(
        Theme(plan=plan, slug=f"t{each}", title=f"Tema {each}", position=each)
        for each in range(number)
    )
    browser = visit(planner)
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(LIST)

    assert len(asked) == 7
    assert answer.content.decode().count("<tr>") == min(number, 50) + 1
