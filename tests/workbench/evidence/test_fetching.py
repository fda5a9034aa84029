"""A planner fetches figures from an office on this machine, looks them over and takes them in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from temaplan.sources.archive import durable
from temaplan.workbench.evidence import fetching
from temaplan.workbench.evidence.actions.drafts import accept, let_go, take_in, to_judge
from temaplan.workbench.evidence.actions.fetches import Wish, ask_for_table, look_over, try_again
from temaplan.workbench.evidence.actions.runs import compute_run
from temaplan.workbench.evidence.fetching import carry_out
from temaplan.workbench.evidence.models import (
    AnalysisRun,
    DataTable,
    Evidence,
    TableDraft,
    TableFetch,
)
from temaplan.workbench.evidence.queries.fetches import (
    latest_fetch,
    stage,
    table_of,
    with_stages,
)
from temaplan.workbench.evidence.queries.outdated import outdated_keys
from temaplan.workbench.plan.models import Municipality, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed
from tests.sources.statistics_office import (
    STANDARD_ROOT,
    Asked,
    Office,
    Reply,
    open_office,
    pxweb2_figures,
    pxweb2_metadata,
    serve_table,
)

Visit = Callable[[Person | None], Client]
DATA = f"{STANDARD_ROOT}/tables/13470/data"
DESCRIPTION = f"{STANDARD_ROOT}/tables/13470/metadata"
DRAMMEN = [{"number": "3301", "valid_from": "2024-01-01"}]
WISH = Wish("13470", ["K-3301", "K-3312", "0"], "2021:2023")


@pytest.fixture
def office(settings: Any, tmp_path: Path) -> Iterator[Office]:
    with open_office() as opened:
        serve_table(opened, STANDARD_ROOT)
        settings.STATISTICS_FROM = opened.address
        settings.STATISTICS_FOLDER = tmp_path / "statistics"
        yield opened


@pytest.fixture
def asked(office: Office, plan: Plan, planner: Person) -> TableFetch:
    return ask_for_table(plan=plan, by=planner, wish=WISH)


@pytest.fixture
def client_of_planner(planner: Person, visit: Visit) -> Client:
    return visit(planner)


def now(fetch: TableFetch) -> TableFetch:
    return with_stages(TableFetch.objects.all()).get(pk=fetch.pk)


def done(fetch: TableFetch) -> TableFetch:
    carry_out(fetch.pk)
    return now(fetch)


def page(client: Client, fetch: TableFetch) -> str:
    text = client.get(reverse("table-fetch", args=[fetch.plan.slug, fetch.key])).content.decode()
    return text.partition("<main")[2].partition("</main>")[0]


# --- asked, fetched, taken in -------------------------------------------------------------


def test_wish_is_stored_with_its_task(asked: TableFetch, planner: Person) -> None:
    assert (asked.state, asked.begun_by) == ("waiting", str(planner))
    queued = DBTaskResult.objects.get(task_path__endswith="evidence.tasks.fetch_table")
    assert queued.args_kwargs == {"args": [asked.pk], "kwargs": {}}


def test_fetched_figures_wait_to_be_looked_over(asked: TableFetch) -> None:
    fetch = done(asked)

    assert (fetch.state, fetch.parts_done, fetch.parts_wanted) == ("fetched", 2, 2)
    assert fetch.content.splitlines()[:2] == [
        "region,industry,period,value,state",
        '3301 Drammen,"01-03 Jordbruk, skogbruk og fiske",2021,10,observed',
    ]
    assert (fetch.about["source"], fetch.about["vintage"]) == (
        "Statistisk sentralbyrå, tabell 13470",
        "2021–2024, oppdatert 2026-06-10",
    )
    assert not DataTable.objects.exists()


def test_task_that_runs_twice_gives_the_same(asked: TableFetch, office: Office) -> None:
    first = done(asked)
    questions = len(office.asked)

    assert done(asked) == first
    assert len(office.asked) == questions


def test_task_of_a_killed_worker_goes_on(
    asked: TableFetch, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(fetch: TableFetch, **changes: Any) -> None:
        note(fetch, **changes)
        if changes.get("parts_done") == 1:
            raise SystemExit

    note = fetching._note
    with monkeypatch.context() as patched:
        patched.setattr(fetching, "_note", killed)
        with pytest.raises(SystemExit):
            carry_out(asked.pk)
    assert (now(asked).state, now(asked).parts_done) == ("running", 1)

    questions = len(office.asked)
    assert done(asked).state == "fetched"
    assert sum(each.path.startswith(DATA) for each in office.asked[questions:]) == 1


def test_figures_that_were_looked_over_are_a_table_that_analyses_are_made_of(
    asked: TableFetch, planner: Person, source: Evidence
) -> None:
    draft = look_over(done(asked), by=planner)
    assert look_over(now(asked), by=planner) == draft  # the button was pressed twice
    assert stage(now(asked)) == "looked_over"
    table = taken_in(draft, planner)

    assert (table.title, table.unit, table.source, table.licence, table.vintage) == (
        "Sysselsatte etter arbeidssted 2021–2023",
        "sysselsatte etter arbeidssted",
        "Statistisk sentralbyrå, tabell 13470",
        "NLOD eller CC BY 4.0",
        "2021–2024, oppdatert 2026-06-10",
    )
    assert table.retrieved_on == timezone.localdate()
    run = growth_of(table, source, planner)
    assert "3301,Drammen,10-33,Industri,20.0,22.0,2.0," in run.result
    assert (stage(now(asked)), table_of(now(asked))) == ("taken_in", table)
    assert latest_fetch(table) == asked
    with pytest.raises(NotAllowed, match="Tallene er tatt inn"):
        look_over(now(asked), by=planner)


def test_draft_that_was_let_go_can_be_looked_over_again(asked: TableFetch, planner: Person) -> None:
    let_go(look_over(done(asked), by=planner))

    assert stage(now(asked)) == "fetched"
    assert look_over(now(asked), by=planner).content == now(asked).content


def test_newer_edition_takes_the_place_and_outdates_the_runs(
    asked: TableFetch, planner: Person, source: Evidence, office: Office
) -> None:
    table = taken_in(look_over(done(asked), by=planner), planner)
    run = growth_of(table, source, planner)
    described = pxweb2_metadata(Asked("GET", "", b"")).content
    office.answers[DESCRIPTION] = Reply(described.replace(b"2026-06-10", b"2027-06-11"))
    wish = replace(WISH, periods="2021:")
    newer = done(ask_for_table(plan=asked.plan, by=planner, wish=wish, table=table))
    assert stage(newer) == "fetched"
    changed = taken_in(look_over(newer, by=planner), planner)

    assert changed.pk == table.pk
    assert changed.vintage == "2021–2024, oppdatert 2027-06-11"
    assert "2024" in changed.content
    assert outdated_keys(asked.plan) == {run.pk}
    assert stage(now(newer)) == "taken_in"
    assert latest_fetch(changed) == newer


def taken_in(draft: TableDraft, by: Person) -> DataTable:
    """Answer for what is odd about the made-up figures, and take them in."""
    for odd in to_judge(draft):
        accept(draft, keys=[odd.key], reason="Oppdiktet", by=by, on=timezone.localdate())
    draft.refresh_from_db()
    return take_in(draft, by=by, revision=draft.revision)


def growth_of(table: DataTable, source: Evidence, by: Person) -> AnalysisRun:
    return compute_run(
        evidence=source,
        method="growth",
        table=table,
        selection={"regions": ["3301"]},
        parameters={"base": 2021, "end": 2023},
        title="Veksten",
        by=by,
    )


# --- what goes wrong ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Reply(b"<html>", media_type="text/html"), "SSB svarte med «text/html», ikke med tall."),
        (Reply(status=400), "SSB svarte ikke med tall: spørringen er feil."),
        (Reply(b'{"value": [1'), "Svaret er ikke hel JSON."),
    ],
)
def test_failure_is_told_with_its_cause_and_can_be_tried_again(
    asked: TableFetch, office: Office, client_of_planner: Client, answer: Reply, told: str
) -> None:
    office.answers[DATA] = answer
    fetch = done(asked)

    assert fetch.state == "failed"
    assert fetch.reason.startswith(told)
    assert (fetch.content, DataTable.objects.count()) == ("", 0)
    text = page(client_of_planner, fetch)
    assert told in text
    assert "Ingenting i planen er endret." in text
    assert "Prøv igjen" in text

    office.answers[DATA] = pxweb2_figures
    assert done(try_again(fetch)).state == "fetched"


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (replace(WISH, contents="SysselsatteArb,Sysselsatte"), "Tabellen teller flere ting. Velg"),
        (replace(WISH, regions=["K-0602"]), "Tabellen har ikke K-0602"),
        (replace(WISH, number="99999"), "tabellen finnes ikke på denne adressen"),
        (replace(WISH, periods="1990:1995"), "Den går fra 2021 til 2024."),
    ],
)
def test_wish_that_cannot_be_met_says_what_to_choose(
    office: Office, plan: Plan, planner: Person, wish: Wish, told: str
) -> None:
    fetch = done(ask_for_table(plan=plan, by=planner, wish=wish))

    assert fetch.state == "failed"
    assert told in fetch.reason


def test_fault_of_ours_is_told_and_raised_for_the_log(asked: TableFetch, settings: Any) -> None:
    settings.STATISTICS_FOLDER = None
    with pytest.raises(AttributeError):
        carry_out(asked.pk)

    assert (now(asked).state, now(asked).reason) == (
        "failed",
        "Det er en feil i Temaplan. Meld fra om den.",
    )


def test_full_disk_is_told_and_raised_for_the_log(
    asked: TableFetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", no_room)
    with pytest.raises(OSError, match="No space left"):
        carry_out(asked.pk)

    assert now(asked).reason == (
        "Svaret kunne ikke lagres på tjeneren: No space left on device. Si fra til den som "
        "drifter den."
    )


def test_nothing_is_asked_for_without_the_setting(plan: Plan, planner: Person) -> None:
    with pytest.raises(NotAllowed, match="Henting fra SSB er ikke slått på her"):
        ask_for_table(plan=plan, by=planner, wish=WISH)

    assert not DBTaskResult.objects.filter(task_path__endswith="fetch_table").exists()


def test_setting_that_was_taken_away_stops_a_fetch_that_waits(
    asked: TableFetch, settings: Any, office: Office
) -> None:
    settings.STATISTICS_FROM = ""
    fetch = done(asked)

    assert fetch.state == "failed"
    assert "Temaplan henter ikke noe over nettet før det er tillatt." in fetch.reason
    assert office.asked == []


def test_fetch_that_nothing_is_heard_of_can_be_tried_again(asked: TableFetch) -> None:
    with pytest.raises(NotAllowed, match="Hentingen har ikke stoppet"):
        try_again(asked)

    long_ago = timezone.now() - timedelta(minutes=11)
    TableFetch.objects.filter(pk=asked.pk).update(changed_at=long_ago, state="running")
    assert try_again(now(asked)).state == "waiting"


# --- the pages ----------------------------------------------------------------------------


def test_planner_goes_from_the_button_to_a_table(
    office: Office, plan: Plan, planner: Person, visit: Visit
) -> None:
    Municipality.objects.filter(pk=plan.municipality.pk).update(numbers=DRAMMEN)
    client = visit(planner)
    tables = client.get(reverse("data-tables", args=[plan.slug])).content.decode()
    add = reverse("table-fetch-add", args=[plan.slug])
    assert re.search(rf'class="ds-button"[^>]*href="{add}">Hent tall fra SSB</a>', tables)

    form = client.get(add).content.decode()
    offered = re.findall(r'name="regions" value="(\d+)"[^>]*?( checked)?[ >]', form)
    assert [code for code, _checked in offered] == ["3301", "3903", "3312", "3316", "3314", "0"]
    checked = re.findall(r'name="regions" value="(\d+)"[^>]*checked', form)
    assert checked == ["3301", "0"]

    sent = {"number": "13470", "regions": ["3301", "3312", "0"], "other_regions": "øvre eiker"}
    answer = client.post(add, sent)
    fetch = TableFetch.objects.get()
    assert answer["Location"] == reverse("table-fetch", args=[plan.slug, fetch.key])
    assert (fetch.number, fetch.regions) == ("13470", ["K-3301", "K-3312", "K-3314", "0"])
    assert "Hentingen venter på tur." in page(client, fetch)

    carry_out(fetch.pk)
    text = page(client, fetch)
    assert "Tallene er kommet. Se over dem, og ta dem inn." in text
    assert "2021–2024, oppdatert 2026-06-10" in text
    assert "3301 Drammen,10-33 Industri,2021,20,observed" in text
    look = reverse("table-fetch-look-over", args=[plan.slug, fetch.key])
    assert f'action="{look}"' in text
    answer = client.post(look)
    draft = TableDraft.objects.get()
    assert answer["Location"] == reverse("table-draft", args=[plan.slug, draft.key])
    table = taken_in(draft, planner)
    shown = client.get(reverse("data-table", args=[plan.slug, table.slug])).content.decode()
    newer = reverse("data-table-fetch", args=[plan.slug, table.slug])
    assert f'href="{newer}"' in shown
    assert "Drammen, Lier, Øvre Eiker og hele landet" in client.get(newer).content.decode()
    asked_again = client.post(newer, {"submission": str(uuid4())})
    again = TableFetch.objects.exclude(pk=fetch.pk).get()
    assert asked_again["Location"] == reverse("table-fetch", args=[plan.slug, again.key])
    assert (again.table, again.regions) == (table, fetch.regions)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"number": "1347", "regions": ["0"]}, "Skriv tabellnummeret med fem sifre, som 13470."),
        ({"number": "13470"}, "Fyll ut «Områder»."),
        ({"number": "13470", "regions": ["3301"]}, "3301"),  # no neighbour of this municipality
        (
            {"number": "13470", "regions": ["0"], "other_regions": "Atlantis"},
            "«Atlantis» er ingen kommune i dag.",
        ),
        (
            {"number": "13470", "regions": ["0"], "first_year": "2024", "last_year": "2021"},
            "Til år kan ikke være før fra år.",
        ),
        ({"number": "13470", "regions": ["0"], "contents": "a b"}, "Skriv koden slik SSB har den"),
    ],
)
def test_refused_form_names_the_field(
    office: Office, plan: Plan, client_of_planner: Client, sent: dict[str, Any], told: str
) -> None:
    answer = client_of_planner.post(reverse("table-fetch-add", args=[plan.slug]), sent)

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not TableFetch.objects.exists()


def test_without_the_setting_there_is_no_button_and_a_file_is_the_way(
    plan: Plan, planner: Person, visit: Visit, settings: Any
) -> None:
    assert settings.STATISTICS_FROM == ""
    client = visit(planner)
    text = client.get(reverse("data-tables", args=[plan.slug])).content.decode()

    assert "Hent tall fra SSB" not in text
    assert (
        "Henting fra SSB er ikke slått på her. Last ned tabellen som CSV fra ssb.no, og legg den "
        "til som fil."
    ) in text
    refused = client.post(
        reverse("table-fetch-add", args=[plan.slug]), {"number": "13470", "regions": ["0"]}
    )
    assert refused.status_code == 422
    assert "er ikke slått på her" in refused.content.decode()
    assert not TableFetch.objects.exists()


def test_reader_sees_the_state_and_no_verb(asked: TableFetch, reader: Person, visit: Visit) -> None:
    client, fetch = visit(reader), done(asked)

    assert "Se over tallene" not in page(client, fetch)
    for name in ("table-fetch-look-over", "table-fetch-again"):
        answer = client.post(reverse(name, args=[fetch.plan.slug, fetch.key]))
        assert answer.status_code == 403
    assert now(fetch).state == "fetched"


def test_planner_of_another_municipality_sees_nothing(
    asked: TableFetch, plan_of_nabo: Plan, planner_of_nabo: Person, visit: Visit
) -> None:
    client = visit(planner_of_nabo)
    for plan in (asked.plan, plan_of_nabo):
        answer = client.get(reverse("table-fetch", args=[plan.slug, asked.key]))
        assert answer.status_code == 404


def test_list_costs_the_same_for_one_and_for_many(
    asked: TableFetch,
    planner: Person,
    visit: Visit,
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:
    for number in range(10):
        TableFetch.objects.create(plan=asked.plan, number=f"1000{number}", regions=["0"])
    client = visit(planner)
    with django_assert_max_num_queries(8):
        text = client.get(reverse("table-fetches", args=[asked.plan.slug])).content.decode()
    assert text.count("<tr") == 12
