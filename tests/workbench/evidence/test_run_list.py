"""The list of calculations: what one may see of them, whether their figures still hold."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from temaplan.workbench.evidence.models import AnalysisRun, Evidence, RunRefresh
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit

RUNS = "/arbeid/prove-naering/kunnskap/analyser/"


def made(plan: Plan, evidence: Evidence, slug: str) -> AnalysisRun:
    return AnalysisRun.objects.create(
        plan=plan,
        slug=slug,
        evidence=evidence,
        title=f"Analysen {slug}",
        method="location_quotient",
        method_version="1",
        source_table="11713",
        vintage="2026",
        input_sha256="0" * 64,
        result="region,value\n",
    )


def test_an_analysis_leads_to_its_page_and_to_its_source(
    plan: Plan, source: Evidence, planner: Person, visit: Visit
) -> None:
    made(plan, source, "kvotienter")
    page = visit(planner).get(RUNS).content.decode()
    assert f'<a href="{RUNS}kvotienter/">Analysen kvotienter</a>' in page
    assert f'<a href="/arbeid/prove-naering/kunnskap/{source.slug}/">Næringsanalysen</a>' in page
    assert "lokaliseringskvotient" in page.lower()


def test_a_plan_without_analyses_says_where_they_are_made(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    page = visit(planner).get(RUNS).content.decode()
    assert "En analyse lages på siden til kilden sin." in page


def test_an_analysis_that_another_took_the_place_of_is_marked(
    plan: Plan, source: Evidence, planner: Person, visit: Visit
) -> None:
    old, new = made(plan, source, "gammel"), made(plan, source, "ny-utgave")
    RunRefresh.objects.create(plan=plan, slug="byttet", earlier=old, later=new)
    page = visit(planner).get(RUNS).content.decode()
    assert page.count("erstattet") == 1


def test_what_is_closed_to_somebody_is_not_in_their_list(
    layered: Callable[[str, str], Any], group_member: Person, planner: Person, visit: Visit
) -> None:
    layered("public", "Apenvik")
    layered("closed", "Lukkevik")
    assert "Analyse Lukkevik" in visit(planner).get(RUNS).content.decode()
    page = visit(group_member).get(RUNS).content.decode()
    assert "Analyse Apenvik" in page
    assert "lukkevik" not in page.lower()


def test_the_list_asks_the_same_few_statements_however_many_rows(
    plan: Plan, source: Evidence, planner: Person, visit: Visit
) -> None:
    browser, counted = visit(planner), []
    for total in (1, 3, 60):
        for number in range(AnalysisRun.objects.count(), total):
            made(plan, source, f"analyse-{number}")
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(RUNS).status_code == 200
        counted.append(len(asked))
    assert len(set(counted)) == 1, counted
    assert counted[0] <= 8
