"""The button that makes the default report a source of the plan, whole or not at all."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from temaplan.workbench.evidence.actions.standard_report import add_standard_report
from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding
from temaplan.workbench.evidence.queries import finding_text
from temaplan.workbench.plan.models import Event, Person, Plan

Visit = Callable[[Person | None], Client]


@pytest.fixture
def made(plan: Plan, planner: Person) -> Evidence:
    """The report for two municipalities."""
    return add_standard_report(plan=plan, by=planner, regions=["4001", "4003"], period=(2021, 2022))


def test_every_figure_is_a_calculation_with_its_parameters(made: Evidence) -> None:
    runs = list(made.runs.all())
    assert [(run.method, run.source_table) for run in runs] == [
        ("growth", "ssb/07459"),
        ("growth", "ssb/13470"),
        ("commuting_totals", "ssb/11616"),
        ("location_quotient", "ssb/13470"),
        ("location_quotient", "ssb/13470"),
        ("shift_share", "ssb/13470"),
        ("shift_share", "ssb/13470"),
    ]
    assert all(run.chart for run in runs)
    assert runs[5].parameters == {"base": 2021, "end": 2022, "reference": "0"}
    assert runs[5].title == (
        "Porsgrunn fikk 464 flere sysselsatte: 106 flere enn veksten i landet og næringene tilsa"
    )


def test_findings_quote_the_figures_and_none_is_typed(made: Evidence) -> None:
    told = [
        finding_text(finding).replace("\u00a0", " ").replace("\u202f", " ")
        for finding in made.findings.all()
    ]
    # Porsgrunn: 35 955 and 37 435 people in table 07459; 106.000007 by hand in tests/report.
    assert "Folketallet i Porsgrunn endret seg med 4,1 prosent fra 2016 til 2026." in told
    assert (
        "Egen vekst i Porsgrunn fra 2021 til 2022, ut over landet og næringene, var 106 "
        "sysselsatte."
    ) in told
    assert "Skien hadde arbeidsplasser til 101,4 prosent av innbyggerne i arbeid i 2021." in told
    assert (
        "«Industri» hadde en lokaliseringskvotient på 1,95 i Porsgrunn i 2022, målt mot landet."
    ) in told
    assert all(finding.figures.count() == 1 for finding in made.findings.all())
    assert not any(re.search(r"\d,\d", finding.text) for finding in made.findings.all())


def test_the_button_makes_it_in_one_step(plan: Plan, planner: Person, visit: Visit) -> None:
    browser = visit(planner)
    address = reverse("standard-report", args=[plan.slug])
    assert address in browser.get(reverse("evidence-list", args=[plan.slug])).content.decode()
    form = browser.get(address).content.decode()
    sent = {
        "other_regions": "4001, 4010",
        "layer": "public",
        "submission": re.findall(r'name="submission" value="([^"]*)"', form)[0],
    }
    first = browser.post(address, sent)
    again = browser.post(address, sent)
    assert first.status_code == 302
    assert again["Location"] == first["Location"]
    evidence = Evidence.objects.get()
    assert evidence.title == "Næringsstruktur i Porsgrunn og Siljan"
    assert evidence.runs.count() == 7
    page = browser.get(first["Location"]).content.decode()
    assert "Rapporten er laget. Figurene og funnene står under kilden." in page


def test_what_cannot_be_made_stores_nothing_and_says_what_can(
    plan: Plan, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    address = reverse("standard-report", args=[plan.slug])
    before = Event.objects.count()
    for sent, sentence in (
        ({"other_regions": "9999"}, "«9999» er ikke en kommune."),
        ({"other_regions": ""}, "Velg minst én kommune."),
        ({"other_regions": "4001", "first_year": "2021"}, "Skriv både fra år og til år"),
        (
            {"other_regions": "4001", "first_year": "2010", "last_year": "2012"},
            "har årene 2016–2025. Du ba om 2010:2012.",
        ),
    ):
        answer = browser.post(address, {"layer": "public", **sent})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
    assert (Evidence.objects.count(), AnalysisRun.objects.count()) == (0, 0)
    assert Event.objects.count() == before


def test_a_municipality_without_industry_figures_gets_what_there_is(
    plan: Plan, planner: Person
) -> None:
    made = add_standard_report(plan=plan, by=planner, regions=["3301", "3312"])
    assert [run.method for run in made.runs.all()] == ["growth", "commuting_totals"]
    assert "0711 Svelvik" in made.geography
    assert all("0711 Svelvik" in run.caveats for run in made.runs.all())
    assert Finding.objects.filter(evidence=made).count() == 3


def test_a_reader_has_no_button_and_no_page(plan: Plan, reader: Person, visit: Visit) -> None:
    browser = visit(reader)
    address = reverse("standard-report", args=[plan.slug])
    assert address not in browser.get(reverse("evidence-list", args=[plan.slug])).content.decode()
    assert browser.get(address).status_code == 403
