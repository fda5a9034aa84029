"""A file is made once for each content, kept, and made again when it is gone."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.test import Client

from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.overview.documents.artefacts import build_artefact, stored_artefact
from temaplan.workbench.overview.documents.pages import page, store_pages
from temaplan.workbench.overview.documents.tasks import build_file
from temaplan.workbench.plan.actions.objects import change_head, change_object
from temaplan.workbench.plan.files import DurableStorage
from temaplan.workbench.plan.models import Artefact, Plan

FORMATS = ("pdf", "docx")
FILE = "/plan/provevik-2026/dokument/status-og-videre-arbeid"


@pytest.mark.parametrize("format_", FORMATS)
def test_file_is_made_once_for_the_same_content(sample_plan: Plan, format_: str) -> None:
    first = build_artefact(sample_plan, "status", "nb", format_)
    second = build_artefact(sample_plan, "status", "nb", format_)

    assert (first.pk, first.file.name) == (second.pk, second.file.name)
    assert Artefact.objects.count() == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_row_says_what_the_file_is(sample_plan: Plan, format_: str) -> None:
    artefact = build_artefact(sample_plan, "status", "nb", format_)

    content = Path(artefact.file.path).read_bytes()
    assert artefact.sha256 == hashlib.sha256(content).hexdigest()
    assert artefact.size == len(content)
    assert "mandate/2024-koordinator" in artefact.refs
    assert artefact.content_hash == page(sample_plan, "status", "nb")["hash"]


@pytest.mark.parametrize("format_", FORMATS)
def test_same_content_gives_the_same_bytes(sample_plan: Plan, format_: str) -> None:
    first = build_artefact(sample_plan, "challenges", "nb", format_).sha256
    Artefact.objects.all().delete()

    assert build_artefact(sample_plan, "challenges", "nb", format_).sha256 == first


def test_changed_plan_gives_a_new_file_and_keeps_the_old(sample_plan: Plan) -> None:
    old = build_artefact(sample_plan, "status", "nb", "docx")
    order = Mandate.objects.get(slug="2024-melding")
    change_object(order, by=None, changes={"state": "answered"}, revision=order.revision)

    new = build_artefact(sample_plan, "status", "nb", "docx")

    assert new.content_hash != old.content_hash
    assert Path(old.file.path).exists()


def test_file_that_is_gone_is_made_again(sample_plan: Plan) -> None:
    artefact = build_artefact(sample_plan, "status", "nb", "docx")
    Path(artefact.file.path).unlink()
    key = (sample_plan, "status", "nb", "docx", artefact.content_hash)
    assert stored_artefact(*key) is None

    again = build_artefact(sample_plan, "status", "nb", "docx")

    assert again.pk == artefact.pk
    assert stored_artefact(*key) == again


def test_failed_drawing_of_a_file_leaves_no_row(
    sample_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DurableStorage, "save", full_disk)

    with pytest.raises(OSError, match="full"):
        build_artefact(sample_plan, "status", "nb", "docx")

    assert Artefact.objects.count() == 0


def full_disk(*_given: object, **_kept: object) -> str:
    raise OSError(28, "disken er full")


def test_reader_is_sent_the_file_when_it_is_made(sample_plan: Plan, client: Client) -> None:
    artefact = build_artefact(sample_plan, "status", "nb", "pdf")

    response = client.get(f"{FILE}.pdf")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/pdf"
    assert hashlib.sha256(b"".join(response.streaming_content)).hexdigest() == artefact.sha256
    assert response.cookies == {}
    known = client.get(f"{FILE}.pdf", headers={"If-None-Match": response.headers["ETag"]})
    assert known.status_code == 304


def test_reader_waits_on_a_page_while_the_file_is_made(
    sample_plan: Plan, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("temaplan.workbench.overview.public.files.LONGEST_WAIT", 0.0)

    response = client.get(f"{FILE}.docx")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "3"
    page_ = response.content.decode()
    assert "Dokumentet bygges" in page_
    assert f'href="{FILE}/"' in page_

    build_file.call(sample_plan.pk, "status", "nb", "docx")

    assert client.get(f"{FILE}.docx").status_code == 200


def test_file_of_an_unpublished_plan_is_not_sent(sample_plan: Plan, client: Client) -> None:
    build_artefact(sample_plan, "status", "nb", "pdf")
    change_head(sample_plan, by=None, changes={"is_public": False}, revision=sample_plan.revision)

    assert client.get(f"{FILE}.pdf").status_code == 404


def test_sending_a_file_needs_few_statements(
    sample_plan: Plan,
    client: Client,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    build_artefact(sample_plan, "status", "nb", "pdf")
    store_pages(sample_plan)
    with django_assert_max_num_queries(6):
        client.get(f"{FILE}.pdf")
