"""Confidentiality: what a person may not see is neither listed, counted nor reachable."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from temaplan.workbench.evidence.actions.findings import Quotation, add_finding, change_finding
from temaplan.workbench.evidence.actions.register import add_evidence, change_evidence
from temaplan.workbench.evidence.models import Evidence, Finding, QuotedFigure
from temaplan.workbench.evidence.queries.layers import visible_files
from temaplan.workbench.mandate.models import Mandate, SourceDocument
from temaplan.workbench.overview.trace_graph import nothing_closed_on, trace_graph
from temaplan.workbench.plan.access import access_for, reading_date
from temaplan.workbench.plan.actions.objects import change_object
from temaplan.workbench.plan.models import Attachment, Person, Plan
from tests.workbench.evidence.conftest import Layered

Visit = Callable[[Person | None], Client]
Make = Callable[[str, str], Layered]

# Words that stand nowhere but in the closed rows. The list holds no other word of theirs.
INTERNAL, CLOSED = "Internhemmelig", "Lukkethemmelig"


@pytest.fixture
def rows(layered: Make) -> dict[str, Layered]:
    """A source in each layer."""
    return {
        "public": layered("public", "Aapentord"),
        "internal": layered("internal", INTERNAL),
        "closed": layered("closed", CLOSED),
    }


def pages_of(plan: Plan, each: Layered) -> list[str]:
    kept = [plan.slug]
    named = {
        each.evidence.slug: ("evidence",),
        each.finding.slug: ("finding",),
        each.run.slug: ("run", "run-file"),
        each.table.slug: ("data-table", "data-table-file"),
    }
    return [reverse(name, args=[*kept, slug]) for slug, names in named.items() for name in names]


def lists_of(plan: Plan) -> list[str]:
    addresses = [
        reverse(name, args=[plan.slug]) for name in ("evidence-list", "findings", "data-tables")
    ]
    return [*addresses, *(f"{address}?format=csv" for address in addresses)]


WHO = {
    "planner": {"public", "internal", "closed"},
    "reader": {"public", "internal"},
    "adviser": {"public", "internal"},
    "group_member": {"public"},
    "planner_of_nabo": set(),
    "adviser_after": set(),
}


@pytest.mark.parametrize("who", WHO)
def test_each_person_reads_the_layers_of_their_role_and_404_beyond(
    who: str, plan: Plan, rows: dict[str, Layered], visit: Visit, request: pytest.FixtureRequest
) -> None:
    browser = visit(request.getfixturevalue(who))
    for layer, each in rows.items():
        expected = 200 if layer in WHO[who] else 404
        statuses = {address: browser.get(address).status_code for address in pages_of(plan, each)}
        assert set(statuses.values()) == {expected}, (layer, statuses)


@pytest.mark.parametrize("who", ["reader", "adviser", "group_member"])
def test_no_list_file_or_page_holds_a_word_of_a_closed_row(
    who: str, plan: Plan, rows: dict[str, Layered], visit: Visit, request: pytest.FixtureRequest
) -> None:
    browser = visit(request.getfixturevalue(who))
    seen = [*lists_of(plan), *pages_of(plan, rows["public"])]
    hidden = [CLOSED] if "internal" in WHO[who] else [CLOSED, INTERNAL]
    for address in seen:
        text = browser.get(address).content.decode()
        assert [word for word in hidden if word.lower() in text.lower()] == [], address


def test_a_planner_sees_what_the_test_plants(
    plan: Plan, planner: Person, rows: dict[str, Layered], visit: Visit
) -> None:
    text = visit(planner).get(reverse("evidence-list", args=[plan.slug])).content.decode()
    assert CLOSED in text
    assert INTERNAL in text


def test_counts_and_filters_tell_nothing_of_closed_rows(
    plan: Plan, group_member: Person, rows: dict[str, Layered], visit: Visit
) -> None:
    text = visit(group_member).get(reverse("evidence-list", args=[plan.slug])).content.decode()
    assert "1 rad" in text
    assert "lukket" not in text
    refused = visit(group_member).get(reverse("evidence-list", args=[plan.slug]) + "?lag=closed")
    assert refused.status_code == 404


def test_a_finding_that_quotes_a_closed_run_goes_whole(
    plan: Plan, rows: dict[str, Layered], group_member: Person, planner: Person, visit: Visit
) -> None:
    each = rows["public"]
    quoting = add_finding(
        evidence=each.evidence,
        text="Funn med {1}",
        by=planner,
        quotation=Quotation(
            each.run, {"region": "Aapentord", "industry": "Handel"}, "change", "whole"
        ),
    )
    address = reverse("finding", args=[plan.slug, quoting.slug])
    assert visit(group_member).get(address).status_code == 200
    QuotedFigure.objects.filter(finding=quoting).update(run=rows["closed"].run)
    assert visit(group_member).get(address).status_code == 404
    assert visit(planner).get(address).status_code == 200


def test_neighbours_of_an_order_leave_out_closed_sources(
    plan: Plan, rows: dict[str, Layered], group_member: Person, planner: Person, visit: Visit
) -> None:
    source = SourceDocument.objects.create(plan=plan, slug="k", title="Økonomiplan", kind="other")
    order = Mandate.objects.create(
        plan=plan, slug="o", document=source, title="Ordren", wording="Utred", verb="examine"
    )
    for each in rows.values():
        each.evidence.mandates.add(order)
    address = reverse("mandate", args=[plan.slug, order.slug])
    text = visit(group_member).get(address).content.decode()
    assert ("Kilde Aapentord" in text, CLOSED in text, INTERNAL in text) == (True, False, False)
    assert CLOSED in visit(planner).get(address).content.decode()


def test_the_public_trace_holds_open_rows_only(plan: Plan, rows: dict[str, Layered]) -> None:
    graph = trace_graph(nothing_closed_on(plan), reading_date(plan))
    told = str(graph.as_json())
    assert "Aapentord" in told
    assert (CLOSED.lower() in told.lower(), INTERNAL.lower() in told.lower()) == (False, False)


def test_a_role_that_sees_no_closed_layer_cannot_put_a_source_there(
    plan: Plan, adviser: Person, visit: Visit
) -> None:
    address = reverse("evidence-add", args=[plan.slug])
    browser = visit(adviser)
    assert 'value="closed"' not in browser.get(address).content.decode()
    sent = {"title": "Skjult", "kind": "report", "layer": "closed"}
    assert browser.post(address, sent).status_code == 422
    assert Evidence.objects.count() == 0


def test_what_was_written_while_a_source_was_closed_is_not_in_its_history_later(
    plan: Plan, rows: dict[str, Layered], group_member: Person, planner: Person, visit: Visit
) -> None:
    each = rows["closed"]
    change_finding(each.finding, text="Renset funn {1}", by=planner, revision=1)
    change_evidence(
        each.evidence,
        by=planner,
        changes={"title": "Åpnet", "author": "Noen", "description": "Renset", "layer": "public"},
        revision=each.evidence.revision,
    )
    row = Finding.objects.get(pk=each.finding.pk)
    change_finding(row, text="Renset funn nå {1}", by=planner, revision=row.revision)
    browser = visit(group_member)
    for name, slug in (("evidence", each.evidence.slug), ("finding", row.slug)):
        response = browser.get(reverse(name, args=[plan.slug, slug]))
        history = response.content.decode().partition('class="ds-details history"')[2]
        # the address and the region of the run still hold the word; the history must not
        assert CLOSED not in history, name
    assert (
        CLOSED
        in visit(planner)
        .get(reverse("evidence", args=[plan.slug, each.evidence.slug]))
        .content.decode()
    )


def test_a_history_names_no_closed_row_that_was_once_linked(
    plan: Plan, rows: dict[str, Layered], group_member: Person, planner: Person, visit: Visit
) -> None:
    finding = rows["public"].finding
    change_object(finding, by=planner, changes={"evidence": rows["closed"].evidence}, revision=1)
    row = Finding.objects.get(pk=finding.pk)
    change_object(row, by=planner, changes={"evidence": rows["public"].evidence}, revision=2)
    address = reverse("finding", args=[plan.slug, finding.slug])
    assert CLOSED.lower() not in visit(group_member).get(address).content.decode().lower()
    assert f"Kilde {CLOSED}" in visit(planner).get(address).content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("planner", 200), ("reader", 404), ("group_member", 404)]
)
def test_a_file_of_a_closed_source_is_out_of_reach(
    who: str, status: int, planner: Person, visit: Visit, request: pytest.FixtureRequest
) -> None:
    plan = request.getfixturevalue("plan")
    upload = SimpleUploadedFile("notat.txt", b"Lukket innhold\n")
    row = add_evidence(
        plan=plan,
        by=planner,
        values={"title": "Notat", "kind": "report", "layer": "closed"},
        upload=upload,
    )
    assert row.file is not None
    address = reverse("attachment", args=[plan.slug, row.file.slug])
    assert visit(request.getfixturevalue(who)).get(address).status_code == status


def test_a_file_is_opened_with_its_source_and_closed_with_it(
    plan: Plan, planner: Person, group_member: Person, visit: Visit
) -> None:
    row = add_evidence(
        plan=plan,
        by=planner,
        values={"title": "Notat", "kind": "report", "layer": "internal"},
        upload=SimpleUploadedFile("notat.txt", b"Internt\n"),
    )
    address = reverse("attachment", args=[plan.slug, row.file.slug])
    assert visit(group_member).get(address).status_code == 404
    row = change_evidence(row, by=planner, changes={"layer": "public"}, revision=row.revision)
    assert visit(group_member).get(address).status_code == 200
    change_evidence(row, by=planner, changes={"layer": "internal"}, revision=row.revision)
    assert visit(group_member).get(address).status_code == 404


def test_a_file_taken_from_a_closed_source_is_not_left_open_behind_it(
    plan: Plan, planner: Person, reader: Person
) -> None:
    row = add_evidence(
        plan=plan,
        by=planner,
        values={"title": "Notat", "kind": "report", "layer": "closed"},
        upload=SimpleUploadedFile("notat.txt", b"Lukket\n"),
    )
    change_evidence(row, by=planner, changes={}, revision=row.revision, remove_file=True)
    assert list(visible_files(Attachment.objects.all(), access_for(reader, plan))) == []
