"""What is closed comes out nowhere: words planted in closed rows are looked for everywhere."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from temaplan.documents.document import PlanDocument, canonical_json
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.models import (
    AnalysisRun,
    DataTable,
    Evidence,
    Finding,
    QuotedFigure,
)
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.plan.actions.objects import add_object, change_object
from temaplan.workbench.plan.models import Plan

PLAN = "/plan/provevik-2026/"
PLANTED = "hemmeligord"


@pytest.fixture(params=["internal", "closed"])
def plan_with_secrets(sample_plan: Plan, request: pytest.FixtureRequest) -> Plan:
    """The sample with a hidden source, its finding, run and table, used by an open challenge."""
    entry = add(
        sample_plan,
        Evidence,
        title=f"{PLANTED} tittel",
        kind="report",
        layer=request.param,
        description=f"{PLANTED} beskrivelse",
        author=f"{PLANTED} forfatter",
        commissioner=f"{PLANTED} bestiller",
    )
    # Without findings: the chain is broken there, and the break must not be told either.
    add(sample_plan, Evidence, title=f"{PLANTED} tom", kind="report", layer=request.param)
    table = add(
        sample_plan,
        DataTable,
        title=f"{PLANTED} tabell",
        source=f"{PLANTED} kilde",
        unit="kr",
        sha256="0" * 64,
        content=f"region,value\n{PLANTED},1\n",
    )
    run = add(
        sample_plan,
        AnalysisRun,
        title=f"{PLANTED} kjøring",
        evidence=entry,
        data_table=table,
        method="structure",
        method_version="1",
        input_sha256="0" * 64,
        result=f"industry,value\n{PLANTED},0.5\n",
        chart={"kind": "bars", "column": "value"},
    )
    finding = add(sample_plan, Finding, evidence=entry, number=90, text=f"{PLANTED} funn")
    quoting = add(
        sample_plan,
        Finding,
        number=91,
        text=f"{PLANTED} åpent funn med lukket tall {{1}}",
        evidence=Evidence.objects.get(slug="naeringsstruktur"),
    )
    add(
        sample_plan,
        QuotedFigure,
        finding=quoting,
        number=1,
        run=run,
        column="value",
        row={"industry": PLANTED},
    )
    challenge = Challenge.objects.get()
    findings = [*challenge.findings.all(), finding, quoting]
    change_object(challenge, by=None, changes={"findings": findings}, revision=challenge.revision)
    sample_plan.refresh_from_db()
    return sample_plan


def add(plan: Plan, model: type, **values: object) -> object:
    return add_object(
        model, plan=plan, by=None, values=values, slug_from=f"{PLANTED} {model.__name__}"
    )


@pytest.mark.parametrize("code", BUILDERS)
def test_no_document_tells_of_what_is_closed(
    plan_with_secrets: Plan, build: Callable[[str, str], PlanDocument], code: str
) -> None:
    document = build(plan_with_secrets.slug, code)

    assert PLANTED not in canonical_json(document).decode()


def public_addresses() -> Iterator[str]:
    yield from ("/", PLAN, f"{PLAN}sporing/", f"{PLAN}sporing.json", f"{PLAN}sporing.csv")
    yield f"{PLAN}sporing/?fra=challenge/etter-linje-2"
    for name in ("status-og-videre-arbeid", "utfordringsdokument"):
        yield f"{PLAN}dokument/{name}/"


@pytest.mark.parametrize("address", list(public_addresses()))
def test_no_public_page_tells_of_what_is_closed(
    plan_with_secrets: Plan, client: Client, address: str
) -> None:
    response = client.get(address)

    assert response.status_code == 200
    assert PLANTED not in response.content.decode()


@pytest.mark.parametrize("end", ["/", ".csv"])
def test_closed_figures_are_answered_as_if_they_were_not_there(
    plan_with_secrets: Plan, client: Client, end: str
) -> None:
    run = AnalysisRun.objects.get(title__startswith=PLANTED)

    hidden = client.get(f"{PLAN}data/{run.slug}{end}")
    missing = client.get(f"{PLAN}data/finnes-ikke{end}")

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert without_nonce(hidden).replace(run.slug, "finnes-ikke") == without_nonce(missing)


def without_nonce(response: HttpResponse) -> str:
    return re.sub('nonce="[^"]+"', "", response.content.decode())


def test_chain_of_a_closed_row_is_answered_as_if_it_were_not_there(
    plan_with_secrets: Plan, client: Client
) -> None:
    hidden = Evidence.objects.get(title=f"{PLANTED} tittel")

    assert client.get(f"{PLAN}sporing/?fra={hidden.ref}").status_code == 404


def test_open_challenge_rests_on_its_open_findings_only(
    plan_with_secrets: Plan, build: Callable[[str, str], PlanDocument]
) -> None:
    text = canonical_json(build(plan_with_secrets.slug, "challenges")).decode()

    assert "funn\u00a01" in text
    assert "funn\u00a090" not in text
    assert "funn\u00a091" not in text
