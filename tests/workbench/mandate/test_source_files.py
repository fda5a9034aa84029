"""The file of a source document: what its name says, replaced and removed without a trace left."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.plan.models import Attachment, Person
from tests.fixtures.cast import Visit
from tests.workbench.mandate.test_order_pages import refusals, text_of

SOURCES = "/arbeid/prove-naering/mandat/dokumenter/"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
VALUES = {"title": "Økonomiplan 2008–2011", "kind": "financial_plan"}


@pytest.fixture
def client(visit: Visit, planner: Person) -> Iterator[Client]:
    yield visit(planner)
    for file in Attachment.objects.all():
        file.content.delete(save=False)


def with_file(name: str, content: bytes, **values: str) -> dict[str, object]:
    return {**VALUES, **values, "upload": SimpleUploadedFile(name, content)}


def test_file_is_kept_shown_and_given_out(client: Client) -> None:
    added = client.post(f"{SOURCES}ny/", with_file("vedtak.pdf", PDF))

    page = client.get(added["Location"])
    assert "Fil vedtak.pdf" in text_of(page)
    assert "Mangler vedtaksdato og saksnummer" in text_of(page)
    kept = Attachment.objects.get()
    given = client.get(f"/arbeid/prove-naering/kunnskap/filer/{kept.slug}/")
    assert b"".join(given.streaming_content) == PDF


def test_file_that_is_not_what_its_name_says_is_refused_and_nothing_is_stored(
    client: Client,
) -> None:
    refused = client.post(f"{SOURCES}ny/", with_file("vedtak.pdf", b"MZ\x90\x00 et program"))

    assert refused.status_code == 422
    assert refusals(refused) == [
        "Filen heter «vedtak.pdf», men innholdet er ikke PDF. Åpne den og lagre på nytt."
    ]
    assert not SourceDocument.objects.exists()
    assert not Attachment.objects.exists()


def test_new_file_takes_the_place_of_the_old_and_may_be_removed(client: Client) -> None:
    page = client.post(f"{SOURCES}ny/", with_file("vedtak.pdf", PDF))["Location"]

    client.post(f"{page}endre/", with_file("vedtak.txt", b"Vedtak\n", revision="1"))
    assert [file.name for file in Attachment.objects.all()] == ["vedtak.txt"]

    client.post(f"{page}endre/", {**VALUES, "remove_file": "on", "revision": "2"})
    assert not Attachment.objects.exists()
    assert SourceDocument.objects.get().file is None


def test_change_without_a_new_file_keeps_the_one_that_is_there(client: Client) -> None:
    page = client.post(f"{SOURCES}ny/", with_file("vedtak.pdf", PDF))["Location"]

    client.post(f"{page}endre/", {**VALUES, "case_number": "PS 1/08", "revision": "1"})

    assert SourceDocument.objects.get().file == Attachment.objects.get()


def test_save_over_a_newer_one_keeps_no_file(client: Client) -> None:
    page = client.post(f"{SOURCES}ny/", VALUES)["Location"]
    client.post(f"{page}endre/", {**VALUES, "case_number": "PS 1/08", "revision": "1"})

    conflict = client.post(f"{page}endre/", with_file("vedtak.pdf", PDF, revision="1"))

    assert conflict.status_code == 409
    assert not Attachment.objects.exists()


def test_name_of_an_internal_file_is_not_told_to_a_group_member(
    client: Client, visit: Visit, group_member: Person
) -> None:
    page = client.post(f"{SOURCES}ny/", with_file("hemmelig-navn.pdf", PDF))["Location"]
    Attachment.objects.update(internal=True)

    assert "hemmelig-navn" in text_of(client.get(page))
    shown = visit(group_member).get(page)
    assert "Fil intern fil" in text_of(shown)
    assert "hemmelig-navn" not in shown.content.decode()
