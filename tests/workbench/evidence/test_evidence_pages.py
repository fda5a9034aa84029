"""The register, its forms, and a number that goes from a run into a finding in three steps."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.actions.findings import add_finding
from temaplan.workbench.evidence.actions.register import add_evidence
from temaplan.workbench.evidence.actions.runs import compute_run
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence, Finding
from temaplan.workbench.evidence.queries import finding_text
from temaplan.workbench.plan.models import Artefact, Attachment, Event, Person, Plan

Visit = Callable[[Person | None], Client]


def main_of(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def hidden_of(text: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    found = re.findall(r'<input type="hidden" name="(revision|submission)" value="([^"]*)"', text)
    return {name: value for name, value in found if value}


@pytest.fixture
def at(plan: Plan) -> Callable[..., str]:
    """Return the address of a page of the plan."""

    def address(name: str, *slugs: str) -> str:
        return reverse(name, args=[plan.slug, *slugs])

    return address


@pytest.fixture
def browser_of_planner(planner: Person, visit: Visit) -> Client:
    """A browser in which the planner is logged in."""
    return visit(planner)


At = Callable[..., str]


def test_the_empty_register_says_what_belongs_there_and_how_to_begin(
    at: At, planner: Person, visit: Visit
) -> None:
    text = visit(planner).get(at("evidence-list")).content.decode()
    assert "Planen har ingen kilder ennå." in text
    assert f'href="{at("evidence-add")}"' in text


def test_a_reader_is_offered_nothing_to_change(
    at: At, reader: Person, source: Evidence, run: AnalysisRun, visit: Visit
) -> None:
    browser = visit(reader)
    for address in (at("evidence-list"), at("evidence", source.slug), at("run", run.slug)):
        text = main_of(browser.get(address).content.decode())
        assert not re.search(r"Legg til|Endre|Forkast|sitat", text), address
    assert browser.get(at("evidence-add")).status_code == 403


def test_a_source_is_registered_with_two_fields(at: At, planner: Person, visit: Visit) -> None:
    browser = visit(planner)
    form = browser.get(at("evidence-add")).content.decode()
    sent = {"title": "Intervjuer", "kind": "interviews", "layer": "public", **hidden_of(form)}
    response = browser.post(at("evidence-add"), sent, follow=True)
    row = Evidence.objects.get()
    assert response.redirect_chain == [(at("evidence", row.slug), 302)]
    assert (row.title, row.kind, row.position, row.layer) == (
        "Intervjuer",
        "interviews",
        1,
        "public",
    )
    assert browser.post(at("evidence-add"), sent).status_code == 302
    assert Evidence.objects.count() == 1


def test_a_title_that_is_a_word_of_the_address_gets_another_slug(plan: Plan) -> None:
    assert add_evidence(plan=plan, by=None, values={"title": "Funn", "kind": "other"}).slug == (
        "kilde-funn"
    )


def test_two_who_change_a_source_see_both_texts(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    browser = visit(planner)
    sent = {"title": "Min tittel", "kind": "report", "layer": "public", "revision": "1"}
    assert browser.post(at("evidence-change", source.slug), sent).status_code == 302
    late = browser.post(at("evidence-change", source.slug), sent | {"title": "Deres tittel"})
    assert late.status_code == 409
    text = late.content.decode()
    assert ("Min tittel" in text, "Deres tittel" in text) == (True, True)
    assert Evidence.objects.get().title == "Min tittel"


def test_an_impossible_year_is_refused_at_its_field(at: At, planner: Person, visit: Visit) -> None:
    sent = {"title": "Rapport", "kind": "report", "layer": "public", "year": "20111"}
    response = visit(planner).post(at("evidence-add"), sent)
    assert response.status_code == 422
    assert "aria-invalid" in response.content.decode()
    assert Evidence.objects.count() == 0


def test_a_report_shows_in_one_step_where_it_is_used(
    at: At, plan: Plan, planner: Person, source: Evidence, visit: Visit
) -> None:
    finding = add_finding(evidence=source, text="Færre arbeidsplasser", by=planner)
    challenge = Challenge.objects.create(plan=plan, slug="u", number=1, title="Nye jobber")
    challenge.findings.add(finding)
    browser = visit(planner)
    page = main_of(browser.get(at("evidence", source.slug)).content.decode())
    used = page.partition('id="bruk"')[2].partition("</section>")[0]
    assert ("brukt ett sted" in page, "Nye jobber" in used) == (True, True)
    text = main_of(browser.get(at("finding", finding.slug)).content.decode())
    assert ("<h1>Færre arbeidsplasser</h1>" in text, "Nye jobber" in text) == (True, True)


def test_the_used_count_counts_a_challenge_once_however_many_findings_it_rests_on(
    at: At, plan: Plan, planner: Person, source: Evidence, visit: Visit
) -> None:
    findings = [add_finding(evidence=source, text=f"Funn {n}", by=planner) for n in range(3)]
    for number in (1, 2):
        challenge = Challenge.objects.create(plan=plan, slug=f"u{number}", number=number, title="U")
        challenge.findings.set(findings)
    text = visit(planner).get(at("evidence-list")).content.decode()
    assert "brukt 2 steder" in text


def test_unused_sources_are_listed(
    at: At, plan: Plan, planner: Person, source: Evidence, visit: Visit
) -> None:
    used = add_evidence(plan=plan, by=None, values={"title": "Brukt rapport", "kind": "report"})
    finding = add_finding(evidence=used, text="Funn", by=None)
    Challenge.objects.create(plan=plan, slug="u", number=1, title="U").findings.add(finding)
    browser = visit(planner)
    unused = main_of(browser.get(at("evidence-list") + "?bruk=ubrukt").content.decode())
    assert ("Næringsanalysen" in unused, "Brukt rapport" in unused) == (True, False)
    others = main_of(browser.get(at("evidence-list") + "?bruk=brukt").content.decode())
    assert ("Næringsanalysen" in others, "Brukt rapport" in others) == (False, True)


def test_a_source_with_findings_is_not_discarded_and_the_page_says_why(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    add_finding(evidence=source, text="Funn", by=None)
    browser = visit(planner)
    sentence = "Funn, analyser eller andre rader bygger på kilden. Forkast eller flytt dem først."
    assert sentence in browser.get(at("evidence", source.slug)).content.decode()
    response = browser.post(at("evidence-discard", source.slug), {"reason": "x"})
    assert (response.status_code, sentence in response.content.decode()) == (422, True)
    assert Evidence.objects.count() == 1


def test_a_source_that_nothing_rests_on_is_discarded_with_its_reason(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    visit(planner).post(at("evidence-discard", source.slug), {"reason": "Ført to ganger"})
    assert Evidence.objects.count() == 0
    event = Event.objects.get(verb="discarded")
    assert (event.ref, event.reason) == (source.ref, "Ført to ganger")


def test_a_source_in_a_fetched_document_stays(
    at: At, plan: Plan, planner: Person, source: Evidence, visit: Visit
) -> None:
    Artefact.objects.create(
        plan=plan,
        document="status",
        language="nb",
        format="docx",
        content_hash="x",
        refs=[source.ref],
        as_of="2026-03-02",
        file="documents/x.docx",
        sha256="x",
        size=1,
    )
    response = visit(planner).post(at("evidence-discard", source.slug), {"reason": "x"})
    assert "Rett den i stedet." in response.content.decode()
    assert Evidence.objects.count() == 1


# «Put a figure from a run into a finding without typing the number: 3 steps» (experience.md).


def link_of(text: str, words: str) -> str:
    for address, inner in re.findall(r'<a[^>]*href="([^"]+)"[^>]*>(.*?)</a>', text, re.DOTALL):
        if words in inner:
            return address.replace("&amp;", "&")
    raise AssertionError(words)


def test_a_figure_goes_from_the_run_into_a_finding_in_three_steps(
    at: At, planner: Person, source: Evidence, run: AnalysisRun, visit: Visit
) -> None:
    finding = add_finding(evidence=source, text="Industrien er stor.", by=None)
    browser = visit(planner)
    page = browser.get(at("run", run.slug)).content.decode()
    first = browser.get(link_of(page, "Lokaliseringskvotient, Vik, Industri, 2025"))  # 1: cell
    chosen = link_of(main_of(first.content.decode()), "Industrien er stor.")
    second = browser.get(chosen)  # 2: finding
    text = second.content.decode()
    assert "Industrien er stor. {1}" in text
    sent = {
        "text": "Industrien er {1} ganger så stor som i landet.",
        "format": "two_decimals",
        **hidden_of(text),
    }
    third = browser.post(chosen, sent, follow=True)  # 3: done
    assert third.redirect_chain == [(at("finding", finding.slug), 302)]
    assert finding_text(Finding.objects.get()) == "Industrien er 2,29 ganger så stor som i landet."
    assert "2,29" in main_of(third.content.decode())


def test_a_new_finding_is_written_around_a_figure(
    at: At, planner: Person, run: AnalysisRun, visit: Visit
) -> None:
    browser = visit(planner)
    page = browser.get(at("run", run.slug)).content.decode()
    first = browser.get(link_of(page, "Andel, Vik, Helse, 2025")).content.decode()
    address = link_of(first, "Skriv nytt funn")
    text = browser.get(address).content.decode()
    sent = {"text": "Helse har {1}.", "format": "percent", **hidden_of(text)}
    assert browser.post(address, sent).status_code == 302
    assert browser.post(address, sent).status_code == 302
    # 130 of 400
    assert [finding_text(row) for row in Finding.objects.all()] == ["Helse har 32,5\u00a0prosent."]


@pytest.mark.parametrize(
    "query",
    [
        "?region=Vik&industry=Fiske&period=2025&column=lq",
        "?region=Vik&industry=Industri&period=2025&column=state",
        "?region=Vik&industry=Industri&period=2025",
        "?region=Vik&column=lq",
        "",
    ],
)
def test_an_address_that_names_no_figure_is_not_found(
    query: str, at: At, planner: Person, run: AnalysisRun, visit: Visit
) -> None:
    assert visit(planner).get(at("run-quote", run.slug) + query).status_code == 404


def test_cells_without_figure_say_why_and_what_is_not_allocated_has_a_row(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    browser = visit(planner)
    address = at("run-add", source.slug) + "?tabell=ssb/11713"
    sent = {
        "title": "Buskerud i 2011",
        "method": "location_quotient",
        "measure": "employed_persons",
        "regions": ["06"],
        "reference": "0",
        "first_year": "2011",
        "last_year": "2011",
        "totals": "on",
        "show": "on",
        **hidden_of(browser.get(address).content.decode()),
    }
    response = browser.post(address, sent, follow=True)
    text = main_of(response.content.decode())
    run = AnalysisRun.objects.get()
    assert run.chart["column"] == "lq"
    assert (text.count("skjermet") > 0, text.count("ikke publisert") > 0) == (True, True)
    assert re.search(r'<th scope="row">ikke fordelt</th><td class="number">0,8</td>', text)
    assert "1,53" in text


def test_a_run_is_made_in_the_browser_from_the_plans_own_table(
    at: At, planner: Person, source: Evidence, table: DataTable, visit: Visit
) -> None:
    browser = visit(planner)
    address = at("run-add", source.slug)
    chosen = browser.post(address, {"table": f"egen/{table.slug}"})
    assert unquote(chosen["Location"]) == f"{address}?tabell=egen/{table.slug}"
    form = browser.get(chosen["Location"]).content.decode()
    sent = {
        "title": "Industrien krymper",
        "method": "growth",
        "regions": ["Vik"],
        "first_year": "2015",
        "last_year": "2025",
        **hidden_of(form),
    }
    page = browser.post(chosen["Location"], sent, follow=True).content.decode()
    # 200 to 150 jobs
    assert "\u221225,0\u00a0prosent" in page
    assert AnalysisRun.objects.get().data_table == table


def test_regions_are_written_by_name_where_there_are_many(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    browser = visit(planner)
    address = at("run-add", source.slug) + "?tabell=ssb/07459"
    sent = {
        "title": "Folketall",
        "method": "series",
        "regions": "Drammen, Lier, 3314",
        "first_year": "2005",
        "last_year": "2026",
    }
    assert browser.post(address, sent).status_code == 302
    assert AnalysisRun.objects.get().selection["regions"] == ["3301", "3312", "3314"]
    wrong = browser.post(address, sent | {"regions": "Herøy, Atlantis"}).content.decode()
    assert "Flere kommuner heter «Herøy». Skriv kommunenummeret" in wrong


def test_the_four_municipalities_of_2011_become_three_and_the_run_says_why(
    at: At, source: Evidence, browser_of_planner: Client
) -> None:
    sent = {
        "title": "Folketall",
        "method": "series",
        "regions": "0602, Nedre Eiker, Øvre Eiker, 0626",
        "first_year": "2011",
        "last_year": "2026",
        "caveats": "Folketall 1. januar.",
    }
    browser_of_planner.post(at("run-add", source.slug) + "?tabell=ssb/07459", sent)
    run = AnalysisRun.objects.get()
    assert run.selection["regions"] == ["3301", "3314", "3312"]
    # Klass 131: 0602, 0625 and 0711 became 3005 in 2020 and 3301 in 2024; Øvre Eiker kept its name
    assert run.caveats == (
        "Folketall 1. januar. 3301 Drammen er i dag det som var 0602 Drammen, 0625 Nedre Eiker "
        "og 0711 Svelvik. 0626 Lier er nå 3312 Lier."
    )


def test_a_question_without_answer_keeps_what_was_filled_in(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    address = at("run-add", source.slug) + "?tabell=ssb/13470"
    sent = {
        "title": "Porsgrunn mot landet",
        "method": "location_quotient",
        "regions": ["4001"],
        "reference": "0",
        "first_year": "2024",
        "last_year": "2025",
    }
    response = visit(planner).post(address, sent)
    assert response.status_code == 422
    assert 'value="Porsgrunn mot landet"' in response.content.decode()
    assert AnalysisRun.objects.count() == 0


def test_an_unknown_table_is_not_found(
    at: At, planner: Person, source: Evidence, visit: Visit
) -> None:
    address = at("run-add", source.slug)
    browser = visit(planner)
    assert browser.get(f"{address}?tabell=ssb/1").status_code == 404
    assert browser.get(f"{address}?tabell=egen/borte").status_code == 404


def test_the_result_file_has_every_digit(
    at: At, reader: Person, run: AnalysisRun, visit: Visit
) -> None:
    response = visit(reader).get(at("run-file", run.slug))
    assert response.content.decode() == run.result
    assert response["Content-Disposition"].startswith("attachment")


def test_parts_of_a_change_stand_side_by_side_and_each_can_be_quoted(
    at: At, source: Evidence, table: DataTable, browser_of_planner: Client
) -> None:
    run = compute_run(
        evidence=source,
        method="shift_share",
        table=table,
        selection={"regions": ["Vik"]},
        parameters={"base": 2015, "end": 2025, "reference": "Landet"},
        title="Vik taper på industrien",
        by=None,
    )
    text = main_of(browser_of_planner.get(at("run", run.slug)).content.decode())
    assert text.count("<tr>") == 1 + 3 + 1  # heading, industries, all together
    assert ">veksten i referansen</th>" in text
    # Industri: 150 - 200 * 1800 / 2000 = -30
    quoted = link_of(text, "Verdi, Vik, Industri, området selv")
    assert "\u221230" in browser_of_planner.get(quoted).content.decode()


# Files.


def test_a_file_is_kept_with_its_checksum_and_given_back_as_it_came(
    at: At, planner: Person, visit: Visit
) -> None:
    browser = visit(planner)
    content = b"%PDF-1.7\n\xc3\x28 noe\n%%EOF\n"
    sent = {
        "title": "Rapport",
        "kind": "report",
        "layer": "public",
        "upload": SimpleUploadedFile("Årsrapport \u202e2025.pdf", content),
    }
    assert browser.post(at("evidence-add"), sent).status_code == 302
    file = Attachment.objects.get()
    assert (file.name, file.media_type, file.size) == (
        "Årsrapport 2025.pdf",
        "application/pdf",
        len(content),
    )
    response = browser.get(at("attachment", file.slug))
    assert b"".join(response.streaming_content) == content  # type: ignore[attr-defined]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''%C3%85rsrapport%202025.pdf"
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "rapport.pdf",
            b"<html><script>alert(1)</script></html>",
            "Filen heter «rapport.pdf», men innholdet er ikke PDF. Åpne den og lagre på nytt.",
        ),
        (
            "rapport.docx",
            b"%PDF-1.7\n%%EOF",
            "Filen heter «rapport.docx», men innholdet er PDF. Gi den riktig navn først.",
        ),
        (
            "program.exe",
            b"MZ\x90\x00",
            "Filen «program.exe» kan ikke legges ved. Bruk en av typene PDF, Word, Excel, PNG, "
            "JPEG, CSV og TXT.",
        ),
        (
            "bilde.png",
            b"bare tekst",
            "Filen heter «bilde.png», men innholdet er TXT. Gi den riktig navn først.",
        ),
        (
            "kuttet.pdf",
            b"%PDF-1.7 halv",
            "Filen heter «kuttet.pdf», men innholdet er TXT. Gi den riktig navn først.",
        ),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_with_the_text_kept(
    name: str, content: bytes, sentence: str, at: At, browser_of_planner: Client
) -> None:
    sent = {
        "title": "Rapport om alt",
        "kind": "report",
        "layer": "public",
        "upload": SimpleUploadedFile(name, content),
    }
    response = browser_of_planner.post(at("evidence-add"), sent)
    text = response.content.decode()
    assert (response.status_code, sentence in text, 'value="Rapport om alt"' in text) == (
        422,
        True,
        True,
    )
    assert (Evidence.objects.count(), Attachment.objects.count()) == (0, 0)


def test_a_file_that_is_too_large_is_refused(
    at: At, planner: Person, visit: Visit, settings: object
) -> None:
    settings.MAX_ATTACHMENT_BYTES = 2_000_000  # type: ignore[attr-defined]
    sent = {
        "title": "R",
        "kind": "report",
        "layer": "public",
        "upload": SimpleUploadedFile("stor.txt", b"x" * 2_000_001),
    }
    text = visit(planner).post(at("evidence-add"), sent).content.decode()
    assert "Filen «stor.txt» er 3 MB. Grensen er 2 MB." in text
    assert Attachment.objects.count() == 0


# Statements: at most 8 on a list, constant in the number of rows.


@pytest.mark.parametrize("name", ["evidence-list", "findings", "data-tables"])
def test_a_list_asks_the_same_few_statements_however_many_rows(
    name: str, at: At, plan: Plan, table: DataTable, browser_of_planner: Client
) -> None:
    browser = browser_of_planner
    counted = []
    for total in (1, 3, 60):
        for number in range(Evidence.objects.count(), total):
            row = Evidence.objects.create(
                plan=plan, slug=f"k{number}", title=f"Kilde {number}", kind="report"
            )
            finding = Finding.objects.create(
                plan=plan, slug=f"f{number}", evidence=row, number=number + 1, text="Funn"
            )
            challenge = Challenge.objects.create(
                plan=plan, slug=f"u{number}", number=number + 1, title="U"
            )
            challenge.findings.add(finding)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert browser.get(at(name)).status_code == 200
        counted.append(len(asked))
    assert len(set(counted)) == 1, counted
    assert counted[0] <= 8, [each["sql"][:120] for each in asked.captured_queries]
