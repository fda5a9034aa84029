"""Newer figures: what is marked, what is shown before it is accepted, what changes together."""

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from temaplan.sources import catalogue
from temaplan.sources.editions import Edition
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.actions.findings import Quotation, add_finding
from temaplan.workbench.evidence.actions.refresh import newer_answer, refresh_run
from temaplan.workbench.evidence.actions.runs import compute_run
from temaplan.workbench.evidence.actions.tables import add_table, change_table
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence, Finding, RunRefresh
from temaplan.workbench.evidence.queries import finding_text
from temaplan.workbench.evidence.queries.old_words import names_in
from temaplan.workbench.evidence.queries.outdated import outdated, outdated_keys, outdated_runs
from temaplan.workbench.evidence.results import result_of
from temaplan.workbench.evidence.rules.outdated import Outdated, Stored, Used, outdated_by
from temaplan.workbench.overview.documents.challenges import challenge_document
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.documents.status import status_document
from temaplan.workbench.plan.actions.objects import Conflict
from temaplan.workbench.plan.models import Event, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.workbench.evidence.conftest import JOBS

Visit = Callable[[Person | None], Client]

# The same table a year later: Vik has 140 of 420 in industry, the country 1 750 of 11 200.
NEWER = JOBS + (
    "Vik,Industri,2026,140\nVik,Handel,2026,130\nVik,Helse,2026,150\n"
    "Landet,Industri,2026,1750\nLandet,Handel,2026,3350\nLandet,Helse,2026,6100\n"
)
QUOTIENT_2025 = "2,29"  # (150 / 400) / (1800 / 11000)
QUOTIENT_2026 = "2,13"  # (140 / 420) / (1750 / 11200)


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """Read as of a day when figures for 2026 are there."""
    plan.as_of = None
    plan.save()
    return plan


@pytest.fixture
def quoting(run: AnalysisRun, planner: Person) -> Finding:
    """A finding that quotes the quotient, and writes the year in words of its own."""
    run.chart = {
        "kind": "bars",
        "column": "lq",
        "label": "industry",
        "where": {"region": "Vik", "period": 2025},
        "format": "two_decimals",
        "highlight": ["Industri"],
    }
    run.save()
    return add_finding(
        evidence=run.evidence,
        text="Industrien var {1} ganger så stor som i landet i 2025.",
        by=planner,
        quotation=Quotation(
            run, {"region": "Vik", "industry": "Industri", "period": "2025"}, "lq", "two_decimals"
        ),
    )


@pytest.fixture
def challenge(plan: Plan, quoting: Finding) -> Challenge:
    """A challenge that rests on the finding and repeats its number by hand."""
    row = Challenge.objects.create(
        plan=plan,
        slug="industri",
        number=1,
        title="Industrien krymper",
        what_we_see=f"Kvotienten er {QUOTIENT_2025}.",
    )
    row.findings.add(quoting)
    return row


@pytest.fixture
def newer(table: DataTable, quoting: Finding, planner: Person) -> DataTable:
    """The table with a year more."""
    return change_table(
        table,
        by=planner,
        changes={"vintage": "4. kvartal 2026"},
        revision=table.revision,
        content=NEWER,
    )


@pytest.fixture
def browser(planner: Person, visit: Visit) -> Client:
    """The planner's browser, without JavaScript."""
    return visit(planner)


def fetched(run: AnalysisRun) -> AnalysisRun:
    return AnalysisRun.objects.select_related("data_table", "evidence", "plan").get(pk=run.pk)


def accept(run: AnalysisRun, by: Person, **words: Any) -> AnalysisRun:
    row = fetched(run)
    told = {"title": row.title, "caveats": row.caveats} | words
    seen = newer_answer(row, 2026).values["input_sha256"]
    return refresh_run(row, by=by, revision=row.revision, last_year=2026, words=told, seen=seen)


# The rule.


@pytest.mark.parametrize(
    ("used", "stored", "expected"),
    [
        (Used("a", 2025), Stored("a", "2025", 2025), None),
        (Used("a", 2011), Stored("a", "2008–2019", 2019), None),  # an earlier year on purpose
        (Used("a", 2025), Stored("b", "ny", 2026), Outdated("ny", 2026)),
        (Used("a", 2025), Stored("b", "rettet", 2025), Outdated("rettet", None)),
        (Used("a", None), Stored("b", "ny", 2026), Outdated("ny", None)),
        (Used("a", 2025), None, None),
    ],
)
def test_a_run_is_outdated_when_its_table_is_not_the_one_it_used(
    used: Used, stored: Stored | None, expected: Outdated | None
) -> None:
    assert outdated_by(used, stored) == expected


OFFICE = "Statistisk sentralbyrå, tabell 13470"
NEXT_JUNE = Edition("ssb/13470", "2016", "2026", "2027-06-10")


def test_a_newer_edition_of_the_same_table_makes_a_run_outdated() -> None:
    used = Used("a", 2025, OFFICE, "2016–2025")
    same = Stored("a", "2016–2025", 2025)
    assert outdated_by(used, same, [NEXT_JUNE]) == Outdated(NEXT_JUNE.vintage, 2026, NEXT_JUNE)
    assert outdated_by(used, same, [Edition("ssb/11616", "2016", "2026")]) is None
    assert outdated_by(Used("a", 2025, OFFICE, NEXT_JUNE.vintage), same, [NEXT_JUNE]) is None


def test_a_run_is_made_again_of_the_newer_table_that_the_plan_has(
    run: AnalysisRun, table: DataTable, plan: Plan, planner: Person
) -> None:
    DataTable.objects.update(source=OFFICE, vintage="2015–2025")
    AnalysisRun.objects.update(vintage="2015–2025")
    fetched_table = add_table(
        plan=plan,
        by=planner,
        content=NEWER,
        values={
            "title": "Arbeidsplasser, hentet",
            "source": OFFICE,
            "unit": "sysselsatte",
            "vintage": NEXT_JUNE.vintage,
        },
    )
    assert outdated_keys(plan) == {run.pk}
    refreshed = accept(run, planner)
    assert (refreshed.data_table, refreshed.vintage) == (fetched_table, NEXT_JUNE.vintage)
    assert outdated_keys(plan) == set()


VINTAGES = [
    "2016–2024",
    "2016–2025",
    "2025",
    "2016–2024, oppdatert 2025-06-10",
    "2016–2025, oppdatert 2025-06-10",
    "2016–2025, oppdatert 2026-06-10",
    "4. kvartal 2025",
    "2016–2026, oppdatert i går",
    "",
]
SOURCES = [OFFICE, "Egen telling", "Statistisk sentralbyrå, tabell 11713", "Datatabell 13470"]


def test_the_database_compares_editions_as_the_rule_does(
    run: AnalysisRun, table: DataTable, plan: Plan, planner: Person
) -> None:
    values = {"title": "Annen", "unit": "sysselsatte"}
    other = add_table(plan=plan, by=planner, content=JOBS, values=values | {"source": OFFICE})
    lines = product(VINTAGES, VINTAGES, [OFFICE], [OFFICE])
    tables = product(VINTAGES[:1], VINTAGES[1:2], SOURCES, SOURCES)
    for used, there, source, source_used in (*lines, *tables):
        AnalysisRun.objects.update(vintage=used)
        DataTable.objects.filter(pk=table.pk).update(source=source_used, vintage=used)
        DataTable.objects.filter(pk=other.pk).update(source=source, vintage=there)
        one = outdated(fetched(run)) is not None
        assert (run.pk in outdated_keys(plan)) == one, (used, there, source, source_used)


def test_a_whole_plan_and_one_run_are_judged_alike(
    plan: Plan,
    run: AnalysisRun,
    newer: DataTable,
    source: Evidence,
    planner: Person,
) -> None:
    def shipped(title: str) -> AnalysisRun:
        return compute_run(
            evidence=source,
            method="series",
            table="ssb/07459",
            selection={"regions": ["3301"]},
            parameters={},
            title=title,
            by=planner,
        )

    fresh, stale = shipped("Fersk"), shipped("Gammel")
    AnalysisRun.objects.filter(pk=stale.pk).update(input_sha256="f" * 64)
    told = {row.pk for row in map(fetched, (run, fresh, stale)) if outdated(row)}
    assert told == set(outdated_keys(plan)) == {run.pk, stale.pk}


def test_a_run_of_a_table_that_is_not_stored_here_is_not_judged(
    plan: Plan, run: AnalysisRun
) -> None:
    AnalysisRun.objects.filter(pk=run.pk).update(source_table="ssb/1", data_table=None)
    assert (outdated(fetched(run)), list(outdated_runs(plan))) == (None, [])


# What is marked.


def test_every_place_marks_an_outdated_run_until_it_is_refreshed(
    quoting: Finding, challenge: Challenge, newer: DataTable, planner: Person, browser: Client
) -> None:
    plan, run = challenge.plan, quoting.figures.get().run
    places = {
        "run": (run.slug,),
        "evidence": (run.evidence.slug,),
        "finding": (quoting.slug,),
        "challenge": (challenge.slug,),
        "evidence-list": (),
        "findings": (),
        "what-lacks": (),
    }

    def marked() -> dict[str, bool]:
        return {
            name: "utdatert" in main_of(browser, reverse(name, args=[plan.slug, *slugs]))
            for name, slugs in places.items()
        }

    assert marked() == dict.fromkeys(places, True)
    accept(run, planner)
    assert marked() == dict.fromkeys(places, False)


def main_of(browser: Client, address: str) -> str:
    text = browser.get(address).content.decode()
    return re.sub(r"<option.*?</option>", "", text.partition("<main")[2].partition("</main>")[0])


@pytest.mark.parametrize("build", [status_document, challenge_document])
def test_both_documents_mark_sentence_and_figure_until_they_are_refreshed(
    build: Callable[..., Any],
    plan: Plan,
    run: AnalysisRun,
    newer: DataTable,
    planner: Person,
) -> None:
    before = str(build(read(plan)).blocks)
    assert before.count("Utdatert:") == 2, before  # the sentence, and the source of the figure
    accept(run, planner)
    after = str(build(read(plan)).blocks)
    assert "Utdatert" not in after
    assert (QUOTIENT_2026 in after, QUOTIENT_2025 in after) == (True, False)
    assert "4. kvartal 2026" in after


# Acceptance.


def test_number_year_and_source_change_together_and_the_old_run_stays(
    run: AnalysisRun, quoting: Finding, newer: DataTable, planner: Person, browser: Client
) -> None:
    assert QUOTIENT_2025 in finding_text(Finding.objects.get())
    old = run.result
    refreshed = accept(run, planner, title="Industrien står sterkt i Vik i 2026")
    figure = Finding.objects.get().figures.get()
    assert (figure.run, figure.row["period"]) == (refreshed, "2026")
    assert QUOTIENT_2026 in finding_text(Finding.objects.get())
    assert (refreshed.vintage, refreshed.selection["periods"]) == ("4. kvartal 2026", [2026])
    assert refreshed.chart["where"] == {"region": "Vik", "period": 2026}
    assert fetched(run).result == old
    page = browser.get(reverse("run", args=[run.plan.slug, run.slug])).content.decode()
    assert "Analysen er erstattet av «Industrien står sterkt i Vik i 2026»." in page
    assert QUOTIENT_2025 in page
    told = Event.objects.filter(ref=quoting.ref).order_by("-number")[0]
    assert (told.verb, told.reason) == ("quoted", f"Nye tall: {QUOTIENT_2025} → {QUOTIENT_2026}.")


def test_a_range_of_years_grows_and_its_last_year_is_quoted(
    source: Evidence, table: DataTable, planner: Person
) -> None:
    run = compute_run(
        evidence=source,
        method="growth",
        table=table,
        selection={"regions": ["Vik"]},
        parameters={"base": 2015, "end": 2025},
        title="Industrien krymper",
        by=planner,
    )
    change_table(table, by=planner, changes={}, revision=table.revision, content=NEWER)
    refreshed = accept(run, planner)
    row = result_of(refreshed.result).row({"industry": "Industri"})
    assert refreshed.parameters == {"base": 2015, "end": 2026}
    assert row is not None
    assert float(row["change"]) == 140 - 200


def test_a_run_is_refreshed_once_only(run: AnalysisRun, newer: DataTable, planner: Person) -> None:
    accept(run, planner)
    with pytest.raises(NotAllowed) as refused:
        accept(run, planner)
    assert refused.value.message == "Analysen er alt oppdatert. Se den nye."
    assert (RunRefresh.objects.count(), AnalysisRun.objects.count()) == (1, 2)


def test_figures_that_nobody_has_seen_are_not_accepted(
    run: AnalysisRun, newer: DataTable, planner: Person
) -> None:
    row = fetched(run)
    with pytest.raises(NotAllowed):
        refresh_run(
            row,
            by=planner,
            revision=row.revision,
            last_year=2026,
            words={"title": "T", "caveats": ""},
            seen="f" * 64,
        )
    assert AnalysisRun.objects.count() == 1


def test_two_at_once_see_that_the_run_was_changed(
    run: AnalysisRun, newer: DataTable, planner: Person
) -> None:
    row = fetched(run)
    with pytest.raises(Conflict):
        refresh_run(
            row,
            by=planner,
            revision=row.revision - 1,
            last_year=2026,
            words={"title": "T", "caveats": ""},
            seen=newer.sha256,
        )
    assert AnalysisRun.objects.count() == 1


def test_a_finding_whose_figure_is_gone_stops_the_refresh(
    run: AnalysisRun, quoting: Finding, table: DataTable, planner: Person
) -> None:
    without = "".join(line for line in NEWER.splitlines(True) if ",Industri,2026," not in line)
    change_table(table, by=planner, changes={}, revision=table.revision, content=without)
    with pytest.raises(NotAllowed) as refused:
        accept(run, planner)
    assert refused.value.message.startswith("Funn 1 siterer tall som ikke finnes")
    assert Finding.objects.get().figures.get().run == run


# The page.


def test_the_page_shows_old_and_new_and_stores_nothing_before_it_is_accepted(
    run: AnalysisRun, challenge: Challenge, newer: DataTable, browser: Client
) -> None:
    address = reverse("run-again", args=[run.plan.slug, run.slug])
    page = browser.get(address).content.decode()
    assert AnalysisRun.objects.count() == 1
    assert f"Industrien var {QUOTIENT_2025} ganger så stor som i landet i 2025." in page
    assert f"Industrien var {QUOTIENT_2026} ganger så stor som i landet i 2025." in page
    words = page.partition("Ord du må se over selv")[2].partition("</section>")[0]
    assert "funn: 2025" in words
    assert f"utfordring: {QUOTIENT_2025}" in words
    action = re.search(r'method="post" action="([^"]+)"', page.partition("plan-form")[2])
    form = page.partition('class="plan-form"')[2]
    action = re.search(r'action="([^"]+)"', form)
    assert action is not None
    hidden = dict(re.findall(r'name="(revision|submission)" value="([^"]+)"', form))
    sent = {"title": "Industrien i 2026", "caveats": "", "reason": "Nye årstall", **hidden}
    done = browser.post(address + action[1].replace("&amp;", "&"), sent)
    again = browser.post(address + action[1].replace("&amp;", "&"), sent)
    assert (done.status_code, again["Location"]) == (302, done["Location"])
    assert AnalysisRun.objects.count() == 2
    assert RunRefresh.objects.get().reason == "Nye årstall"


def test_a_run_that_is_not_outdated_is_shown_with_the_reason(
    plan: Plan, run: AnalysisRun, browser: Client
) -> None:
    answer = browser.get(reverse("run-again", args=[plan.slug, run.slug]), follow=True)
    assert "Analysen er beregnet av de nyeste tallene." in answer.content.decode()


def test_the_statements_of_the_page_do_not_grow_with_the_findings(
    plan: Plan, run: AnalysisRun, newer: DataTable, browser: Client
) -> None:
    address = reverse("run-again", args=[plan.slug, run.slug])

    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(address)
        return len(asked)

    first = statements()
    quotation = Quotation(
        run, {"region": "Vik", "industry": "Helse", "period": "2025"}, "lq", "two_decimals"
    )
    for number in range(5):
        finding = add_finding(
            evidence=run.evidence, text=f"Helse {number}: {{1}}", by=None, quotation=quotation
        )
        Challenge.objects.create(
            plan=plan, slug=f"u{number}", number=number + 2, title="U"
        ).findings.add(finding)
    assert statements() == first


@pytest.mark.parametrize(
    ("text", "old", "found"),
    [
        ("Andelen er 16,8 prosent i 2025.", ["16,8\u00a0prosent", "2025"], True),
        ("Fra 12025 til 20251", ["2025"], False),
        ("Skien gikk ned med -67.", ["\u221267"], True),
        ("1234 sysselsatte", ["1\u202f234"], True),
        ("2,295 ganger", ["2,29"], False),
        ("Kvotienten er 2,29.", ["2,29"], True),
    ],
)
def test_old_numbers_are_found_as_people_write_them(text: str, old: list[str], found: bool) -> None:
    assert bool(names_in(text, old)) == found


def test_catalogue_of_shipped_tables_has_years() -> None:
    assert all(table.years for table in catalogue.TABLES)


def test_the_public_page_of_figures_says_that_they_are_outdated_or_replaced(
    run: AnalysisRun, newer: DataTable, planner: Person, visit: Visit
) -> None:
    Plan.objects.update(is_public=True)
    address = reverse("public-figures", args=[run.plan.slug, run.slug])
    assert "Utdatert: det finnes nyere tall." in visit(None).get(address).content.decode()
    accept(run, planner)
    page = visit(None).get(address).content.decode()
    assert ("En nyere analyse har tatt plassen." in page, QUOTIENT_2025 in page) == (True, True)
