"""`build` writes the documents of a plan as files that say the same."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import is_zipfile

import pytest
from django.utils import translation

from temaplan.cli import main
from tests.fixtures.commands import SAMPLE

pytestmark = pytest.mark.django_db

SLUG = "provevik-2026"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A command speaks for its whole process; these share one."""
    with translation.override("nb"):
        yield


@pytest.fixture(autouse=True)
def plan(capsys: Captured) -> None:
    assert main(["import", str(SAMPLE)]) == 0
    capsys.readouterr()


def test_list_names_each_document_with_its_title(capsys: Captured) -> None:
    assert main(["build", SLUG, "--list"]) == 0
    assert capsys.readouterr().out == (
        "status\tStatus og videre arbeid\nchallenges\tUtfordringsdokument\n"
    )


@pytest.mark.parametrize("code", ["status", "challenges"])
def test_all_forms_are_written_when_none_is_chosen(
    tmp_path: Path, capsys: Captured, code: str
) -> None:
    out = tmp_path / "ut"
    assert main(["build", SLUG, code, "--out", str(out)]) == 0
    said, steps = capsys.readouterr()
    assert said.splitlines() == [str(out / f"{code}.{form}") for form in ("html", "pdf", "docx")]
    assert steps.splitlines()[0] == f"[1/3] Bygger {out}/{code}.html"
    assert (out / f"{code}.html").read_text().startswith('<!doctype html>\n<html lang="nb">')
    assert (out / f"{code}.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert is_zipfile(out / f"{code}.docx")


def test_only_the_forms_that_were_asked_for_are_written(tmp_path: Path, capsys: Captured) -> None:
    assert main(["build", SLUG, "status", "--format", "html,html", "--out", str(tmp_path)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["status.html"]


def test_same_plan_gives_the_same_bytes(tmp_path: Path, capsys: Captured) -> None:
    for folder in ("a", "b"):
        assert main(["build", SLUG, "status", "--out", str(tmp_path / folder), "--quiet"]) == 0
    for form in ("html", "pdf", "docx"):
        first = (tmp_path / "a" / f"status.{form}").read_bytes()
        assert (tmp_path / "b" / f"status.{form}").read_bytes() == first


def test_document_can_be_read_as_of_an_earlier_day(tmp_path: Path, capsys: Captured) -> None:
    arguments = ["build", SLUG, "status", "--format", "html", "--out", str(tmp_path)]
    assert main([*arguments, "--as-of", "2024-05-01"]) == 0
    assert "Stand per 1. mai 2024" in (tmp_path / "status.html").read_text()


def test_quiet_leaves_the_result_alone_on_standard_output(tmp_path: Path, capsys: Captured) -> None:
    main(["build", SLUG, "status", "--format", "html", "--out", str(tmp_path), "--quiet"])
    assert capsys.readouterr() == (f"{tmp_path}/status.html\n", "")


def test_unknown_document_is_status_3_and_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    assert main(["build", SLUG, "sammendrag", "--out", str(tmp_path / "ut")]) == 3
    assert capsys.readouterr() == (
        "",
        "Dokumentet «sammendrag» finnes ikke. Velg mellom status, challenges.\n",
    )
    assert not (tmp_path / "ut").exists()


def test_unknown_plan_is_status_3(capsys: Captured) -> None:
    assert main(["build", "drammen", "status"]) == 3
    assert capsys.readouterr().err == (f"Planen «drammen» finnes ikke. Velg en av: {SLUG}.\n")


def test_unknown_form_is_wrong_usage(capsys: Captured) -> None:
    assert main(["build", SLUG, "status", "--format", "pdf,odt"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        "temaplan build: --format: «odt» er ikke et format. "
        "Velg ett eller flere av html, pdf, docx."
    )


def test_document_that_is_not_named_is_wrong_usage(capsys: Captured) -> None:
    assert main(["build", SLUG]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        "temaplan build: Si hvilket dokument som skal bygges. "
        f"Se dem med «temaplan build {SLUG} --list»."
    )
