"""A file of figures: what is odd stands beside its lines, and a name beside what is let in."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from temaplan.sources.brought import BroughtRefused
from temaplan.workbench.evidence.acceptance import Acceptance, acceptances_in
from temaplan.workbench.evidence.actions.drafts import (
    accept,
    begin_draft,
    looked_over,
    mend_line,
    take_in,
    to_judge,
)
from temaplan.workbench.evidence.actions.tables import add_table, change_table
from temaplan.workbench.evidence.calculation.lines import (
    cells_of,
    industry_on,
    with_line,
    without_industry,
)
from temaplan.workbench.evidence.calculation.looking_over import look_over
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, TableDraft
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.documents.status import status_document
from temaplan.workbench.plan.models import Event, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.sources.test_brought_formats import workbook
from tests.workbench.evidence.conftest import JOBS

Visit = Callable[[Person | None], Client]

HEAD = "region,industry,period,value\n"
ABOUT = {"title": "Arbeidsplasser", "source": "Oppdiktet", "unit": "sysselsatte"}
GAP = JOBS.replace("2025", "2017")  # 2016 lacks
DAY = date(2026, 3, 2)


@pytest.fixture
def browser(planner: Person, visit: Visit) -> Client:
    """The planner's browser, without JavaScript."""
    return visit(planner)


@pytest.fixture
def at(plan: Plan) -> Callable[..., str]:
    """Return the address of a page about the plan's only draft, or about none."""

    def address(name: str, **more: Any) -> str:
        if name.startswith("table-draft"):
            more["key"] = TableDraft.objects.get().key
        return reverse(name, kwargs={"plan": plan.slug, **more})

    return address


At = Callable[..., str]


def bring(browser: Client, address: str, content: str, **more: Any) -> HttpResponse:
    file = SimpleUploadedFile("jobber.csv", content.encode())
    answer: Any = browser.post(address, ABOUT | {"file": file} | more)
    return answer


def main_of(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def kinds(content: str) -> set[tuple[str, str]]:
    return {(each.finding, each.severity) for each in look_over(content).odd}


# What is found, each trap of the published tables (README of the data).


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (JOBS, {("gap", "warning"), ("total_row", "warning")}),
        (HEAD + "Vik,A,2015,5\nVik,A,2015,5\n", {("duplicate", "error")}),
        (HEAD + "Vik,A,2015,-5\n", {("negative", "error")}),
        (HEAD + 'Vik,A,2015,"5,5"\n', {("not_a_number", "error")}),
        (HEAD + "Vik,A,2015,fem\n", {("not_a_number", "error")}),
        (HEAD + "602,A,2011,5\n", {("unknown_code", "error")}),
        (HEAD + "3301,A,2011,5\n", {("unknown_code", "error")}),
        (HEAD + "Vik,A,2015,5\nVik,A,2017,5\n", {("gap", "warning")}),
        (HEAD + "Vik,A,2015,\nVik,A,2016,5\n", {("gap", "warning")}),
        (HEAD + "Vik,A,2015,100\nVik,A,2016,200\n", {("break", "warning")}),
        (HEAD + "Vik,A,2015,0\nVik,A,2016,200\n", {("not_yet_existing", "warning")}),
        (HEAD + "Asker1),A,2015,5\nVik,A,2015,5\n", {("footnote", "warning")}),
        (HEAD + "Hele landet,A,2015,5\nVik,A,2015,5\n", {("total_row", "warning")}),
        (HEAD + "Vik,A,2015,5\nVik,10-33,2015,5\nVik,13,2015,5\n", {("mixed_levels", "warning")}),
        (HEAD + "Vik,A,2015\n", {("unreadable", "error")}),
    ],
)
def test_each_trap_is_found_by_its_name(content: str, found: set[tuple[str, str]]) -> None:
    assert kinds(content) == found


def test_a_sum_among_its_parts_is_told_once_and_its_lines_can_go(browser: Client, at: At) -> None:
    content = HEAD + "Vik,A,2015,5\nVik,B,2015,4\nVik,I alt,2015,9\nVik,I alt,2016,9\n"
    bring(browser, at("data-table-add"), content)
    page = main_of(browser.get(at("table-draft")).content.decode())
    link = re.search(r'href="([^"]+/sum/[^"]+)"', page)
    assert link is not None
    browser.post(link[1].replace("&amp;", "&"), {"revision": "1"})
    assert "I alt" not in TableDraft.objects.get().content


# Nothing is stored before it is looked over.


def test_a_file_is_looked_over_before_anything_is_taken_in(
    browser: Client, at: At, planner: Person
) -> None:
    answer = bring(browser, at("data-table-add"), JOBS)
    assert answer["Location"] == at("table-draft")
    assert DataTable.objects.count() == 0
    page = main_of(browser.get(at("table-draft")).content.decode())
    assert "Filen «jobber.csv» har 12 linjer med tall." in page
    assert "Ta inn tallene</strong>: " in page


def test_what_cannot_be_read_stands_beside_its_line_and_must_be_mended(
    browser: Client, at: At
) -> None:
    bring(browser, at("data-table-add"), HEAD + "602,A,2011,12\n3301,A,2024,-4\n")
    page = main_of(browser.get(at("table-draft")).content.decode())
    rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    assert [("Koden «602» har mistet" in row, "-4 er negativt" in row) for row in rows[1:]] == [
        (True, False),
        (False, True),
    ]
    assert ("2 feil må rettes først." in page, "godta/" in page) == (True, False)
    draft = TableDraft.objects.get()
    assert browser.post(at("table-draft-take-in"), {"revision": draft.revision}).status_code == 422
    assert DataTable.objects.count() == 0


def test_a_line_is_mended_in_the_browser(browser: Client, at: At) -> None:
    bring(browser, at("data-table-add"), HEAD + "602,A,2011,12\n0602,B,2011,4\n")
    address = at("table-draft-line", line=2)
    form = browser.get(address).content.decode()
    revision = re.search(r'name="revision" value="(\d+)"', form)
    assert revision is not None
    sent = {"cell_0": "0602", "cell_1": "A", "cell_2": "2011", "cell_3": "12"}
    browser.post(address, sent | {"revision": revision[1]})
    assert TableDraft.objects.get().content == HEAD + "0602,A,2011,12\n0602,B,2011,4\n"
    assert look_over(TableDraft.objects.get().content).odd == ()


def test_two_who_mend_the_same_line_see_both_texts(browser: Client, at: At) -> None:
    bring(browser, at("data-table-add"), HEAD + "602,A,2011,12\n")
    address = at("table-draft-line", line=2)
    revision = re.search(r'name="revision" value="(\d+)"', browser.get(address).content.decode())
    assert revision is not None
    sent = {"cell_0": "0602", "cell_1": "A", "cell_2": "2011", "cell_3": "12"}
    sent["revision"] = revision[1]
    browser.post(address, sent)
    late = browser.post(address, sent | {"cell_3": "13"})
    assert late.status_code == 409
    assert ("0602" in late.content.decode(), "13" in late.content.decode()) == (True, True)
    again = re.search(r'name="revision" value="(\d+)"', late.content.decode())
    assert again is not None
    browser.post(address, sent | {"cell_3": "13", "revision": again[1]})
    assert TableDraft.objects.get().content == HEAD + "0602,A,2011,13\n"


def test_a_warning_is_accepted_with_name_and_reason_and_kept_with_the_table(
    browser: Client, at: At, planner: Person
) -> None:
    bring(browser, at("data-table-add"), GAP)
    draft = TableDraft.objects.get()
    (gap,) = [each for each in looked_over(draft).odd if each.finding == "gap"]
    address = at("table-draft-accept")
    asked = browser.get(f"{address}?funn={gap.key}").content.decode()
    assert f"{planner.name} svarer for at tallene kan brukes." in asked
    assert browser.post(f"{address}?funn={gap.key}", {"reason": " "}).status_code == 422
    browser.post(f"{address}?funn={gap.key}", {"reason": "2016 ble ikke telt."})
    for each in to_judge(TableDraft.objects.get()):
        browser.post(f"{address}?funn={each.key}", {"reason": "Sett over."})
    browser.post(at("table-draft-take-in"), {"revision": TableDraft.objects.get().revision})
    table = DataTable.objects.get()
    kept = acceptances_in(table.accepted)
    (told,) = [each for each in kept if each.finding == "gap"]
    assert (told.accepted_by, told.reason) == (planner.name, "2016 ble ikke telt.")
    assert told.message == "Året 2016 mangler mellom 2015 og 2017."
    assert TableDraft.objects.count() == 0
    event = Event.objects.get(ref=table.ref)
    assert event.values.after["accepted"] == table.accepted


def test_warnings_of_a_kind_are_accepted_together_and_errors_each_by_itself(
    browser: Client, at: At, plan: Plan, planner: Person
) -> None:
    jumps = HEAD + "Vik,A,2015,100\nVik,A,2016,200\nBy,A,2015,100\nBy,A,2016,200\n"
    bring(browser, at("data-table-add"), jumps)
    page = main_of(browser.get(at("table-draft")).content.decode())
    assert "Godta alle: brudd i serien" in page
    browser.post(f"{at('table-draft-accept')}?alle=break", {"reason": "Ny definisjon i 2016."})
    assert to_judge(TableDraft.objects.get()) == []
    codes = HEAD + "3301,A,2011,5\n3301,A,2012,5\n"
    draft = begin_draft(plan=plan, by=planner, file_name="k.csv", content=codes, about=ABOUT)
    keys = [each.key for each in looked_over(draft).odd]
    with pytest.raises(NotAllowed) as refused:
        accept(draft, keys=keys, reason="x", by=planner, on=DAY)
    assert refused.value.message == "En feil godtas for seg, med sin egen begrunnelse."


def test_an_error_that_leaves_the_figures_readable_is_taken_in_only_with_its_name(
    plan: Plan, planner: Person
) -> None:
    content = HEAD + "3301,A,2011,5\n"
    draft = begin_draft(plan=plan, by=planner, file_name="k.csv", content=content, about=ABOUT)
    with pytest.raises(NotAllowed):
        take_in(draft, by=planner, revision=draft.revision)
    (key,) = [each.key for each in looked_over(draft).odd]
    reason = "Tallene er regnet om av fylkeskommunen."
    draft = accept(draft, keys=[key], reason=reason, by=planner, on=DAY)
    table = take_in(draft, by=planner, revision=draft.revision)
    assert [(each["severity"], each["reason"]) for each in table.accepted] == [("error", reason)]


def test_nobody_can_answer_for_what_cannot_be_read(plan: Plan, planner: Person) -> None:
    content = HEAD + "Vik,A,2011,fem\n"
    draft = begin_draft(plan=plan, by=planner, file_name="k.csv", content=content, about=ABOUT)
    (odd,) = looked_over(draft).odd
    with pytest.raises(NotAllowed):
        accept(draft, keys=[odd.key], reason="Det går bra", by=planner, on=DAY)
    with pytest.raises(BroughtRefused):
        add_table(
            plan=plan,
            by=planner,
            content=content,
            values=ABOUT,
            accepted=[Acceptance.of(odd, by="P", on=DAY, reason="x").as_value()],
        )


def test_what_was_accepted_and_then_mended_is_accepted_no_longer(
    plan: Plan, planner: Person
) -> None:
    draft = begin_draft(plan=plan, by=planner, file_name="k.csv", content=GAP, about=ABOUT)
    keys = [each.key for each in looked_over(draft).odd if each.finding == "gap"]
    draft = accept(draft, keys=keys, reason="Ikke telt", by=planner, on=DAY)
    last = len(GAP.splitlines())
    for line in range(3, last + 1, 2):  # those of 2017
        draft = mend_line(
            draft, number=line, cells=[*cells_of(draft.content, line)[:2], "2016", "1"]
        )
    assert [each["finding"] for each in draft.accepted if each["finding"] == "gap"] == []


# Kept, shared, and lost by nobody.


def test_a_draft_is_there_the_next_day_and_for_the_colleague(
    browser: Client, at: At, visit: Visit, administrator: Person, reader: Person
) -> None:
    bring(browser, at("data-table-add"), GAP)
    listed = main_of(visit(administrator).get(at("data-tables")).content.decode())
    assert at("table-draft") in listed
    assert at("table-draft") not in visit(reader).get(at("data-tables")).content.decode()
    assert visit(reader).get(at("table-draft")).status_code == 403


def test_a_file_that_is_sent_twice_is_one_draft(browser: Client, at: At) -> None:
    key = str(uuid4())
    first = bring(browser, at("data-table-add"), GAP, submission=key)
    again = bring(browser, at("data-table-add"), GAP, submission=key)
    assert (TableDraft.objects.count(), again["Location"]) == (1, first["Location"])


def test_a_draft_that_somebody_changed_meanwhile_is_not_taken_in(
    plan: Plan, planner: Person
) -> None:
    content = HEAD + "Vik,A,2015,5\nVik,A,2016,5\n"
    draft = begin_draft(plan=plan, by=planner, file_name="k.csv", content=content, about=ABOUT)
    mend_line(draft, number=2, cells=["Vik", "A", "2015", "6"])
    with pytest.raises(NotAllowed) as refused:
        take_in(draft, by=planner, revision=draft.revision)
    assert refused.value.message == "Noen andre endret kladden mens du leste. Se over den på nytt."


def test_two_who_accept_the_same_keep_the_first_name(
    plan: Plan, planner: Person, administrator: Person
) -> None:
    draft = begin_draft(plan=plan, by=planner, file_name="k.csv", content=GAP, about=ABOUT)
    key = next(each.key for each in looked_over(draft).odd if each.finding == "gap")
    accept(draft, keys=[key], reason="Først", by=planner, on=DAY)
    draft = accept(draft, keys=[key], reason="Etterpå", by=administrator, on=DAY)
    assert [(each["accepted_by"], each["reason"]) for each in draft.accepted] == [
        (planner.name, "Først")
    ]


def test_new_figures_for_a_table_are_looked_over_too(
    browser: Client, at: At, table: DataTable, run: AnalysisRun, planner: Person
) -> None:
    newer = JOBS.replace("Vik,Industri,2025,150", "Vik,Industri,2025,50")
    address = at("data-table-change", slug=table.slug)
    bring(browser, address, newer, revision=table.revision)
    assert DataTable.objects.get().content == JOBS
    draft = TableDraft.objects.get()
    for each in to_judge(draft):
        accept(draft, keys=[each.key], reason="Sett over", by=planner, on=DAY)
    browser.post(at("table-draft-take-in"), {"revision": TableDraft.objects.get().revision})
    assert DataTable.objects.get().content == newer
    page = browser.get(at("run", slug=run.slug)).content.decode()
    assert "utdatert" in page


def test_a_table_that_was_changed_meanwhile_does_not_lose_that(
    plan: Plan, planner: Person, table: DataTable
) -> None:
    content = HEAD + "Vik,A,2015,5\nVik,A,2016,5\n"
    draft = begin_draft(
        plan=plan, by=planner, file_name="k.csv", content=content, about=ABOUT, table=table
    )
    DataTable.objects.update(revision=7)
    with pytest.raises(NotAllowed):
        take_in(draft, by=planner, revision=draft.revision)


@pytest.mark.parametrize("who", ["planner_of_nabo", "group_member", "adviser_after"])
def test_drafts_are_out_of_reach_for_others(
    who: str, plan: Plan, planner: Person, visit: Visit, request: pytest.FixtureRequest
) -> None:
    draft = begin_draft(plan=plan, by=planner, file_name="Hemmelig.csv", content=GAP, about=ABOUT)
    client = visit(request.getfixturevalue(who))
    expected = 403 if who == "group_member" else 404
    address = reverse("table-draft", kwargs={"plan": plan.slug, "key": draft.key})
    answer = client.get(address)
    assert (answer.status_code, "Hemmelig" in answer.content.decode()) == (expected, False)


# 10 000 lines.


def test_a_page_of_a_large_file_costs_as_few_statements_as_that_of_a_small_one(
    browser: Client, plan: Plan, planner: Person
) -> None:
    def opened(lines: int) -> tuple[int, str]:
        rows = [f"Vik,N{number},{2015 + number % 2},-1\n" for number in range(lines)]
        draft = begin_draft(
            plan=plan, by=planner, file_name="k.csv", content=HEAD + "".join(rows), about=ABOUT
        )
        address = reverse("table-draft", kwargs={"plan": plan.slug, "key": draft.key})
        with CaptureQueriesContext(connection) as asked:
            text = browser.get(address).content.decode()
        return len(asked), text

    (few, _small), (many, large) = opened(3), opened(10_000)
    assert few == many <= 8
    assert ("Side 1 av 200" in large, large.count("<code>")) == (True, 50)


# What is printed.


def test_the_acceptance_stands_with_the_table_the_source_the_run_and_the_figure(
    browser: Client, at: At, run: AnalysisRun, planner: Person, plan: Plan
) -> None:
    gap = {
        "finding": "gap",
        "severity": "warning",
        "message": "Året 2016 mangler mellom 2015 og 2017.",
        "line": 0,
        "rows": 0,
        "accepted_by": planner.name,
        "accepted_on": "2026-03-02",
        "reason": "2016 ble ikke telt.",
    }
    DataTable.objects.update(accepted=[gap])
    AnalysisRun.objects.update(chart={"kind": "bars", "column": "lq", "label": "industry"})
    assert run.data_table is not None
    for address in (
        at("data-table", slug=run.data_table.slug),
        at("evidence", slug=run.evidence.slug),
        at("run", slug=run.slug),
    ):
        page = main_of(browser.get(address).content.decode())
        assert f"Godtatt av {planner.name} 2. mars 2026: 2016 ble ikke telt." in page, address
    document = str(status_document(read(plan)).blocks)
    assert "Året 2016 mangler mellom 2015 og 2017." in document
    assert "2016 ble ikke telt." in document


@pytest.mark.parametrize("kept", ["x", 1, None, [1, "x"], [{"reason": "uten funn"}], {"a": 1}])
def test_what_a_folder_brings_in_another_shape_is_left_out(kept: Any) -> None:
    assert acceptances_in(kept) == []


# Lines.


def test_other_lines_are_not_touched_when_one_is_mended() -> None:
    content = 'region;industry;period;value\n"Vik; nord";A;2015;5\nBy;B;2015;6\n'
    assert cells_of(content, 2) == ["Vik; nord", "A", "2015", "5"]
    assert with_line(content, 3, ["By", "B", "2015", "7"]) == content.replace("6", "7")
    assert with_line(content, 2, ["Vik; sør", "A", "2015", "5"]) == content.replace("nord", "sør")
    assert with_line(content, 3, None) == content.replace("By;B;2015;6\n", "")
    assert without_industry(content, "A") == content.replace('"Vik; nord";A;2015;5\n', "")
    assert (industry_on(content, 3), industry_on(content, 9)) == ("B", "")


def test_the_history_tells_how_long_a_file_is_and_not_all_it_says(
    browser: Client, at: At, table: DataTable, planner: Person
) -> None:
    newer = JOBS + "Vik,Fiske,2015,1\n"
    change_table(table, by=planner, changes={}, revision=table.revision, content=newer, accepted=[])
    page = browser.get(at("data-table", slug=table.slug)).content.decode()
    history = page.partition("Historikk")[2]
    assert ("13 linjer" in history, "14 linjer" in history, "Vik,Handel" in history) == (
        True,
        True,
        False,
    )


def test_a_workbook_is_looked_over_as_csv_and_a_broken_one_is_told_at_its_field(
    browser: Client, at: At
) -> None:
    file = SimpleUploadedFile("tall.xlsx", workbook())
    browser.post(at("data-table-add"), ABOUT | {"file": file})
    assert TableDraft.objects.get().content.startswith("region,industry,period,value\n0602,")
    broken = SimpleUploadedFile("tall.xlsx", workbook()[:300])
    answer = browser.post(at("data-table-add"), ABOUT | {"file": broken})
    assert (answer.status_code, "Regnearket kan ikke leses." in answer.content.decode()) == (
        422,
        True,
    )
