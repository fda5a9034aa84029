"""`import` and `export`: exact inverses, refused as a whole, with the difference in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from temaplan.cli import main
from temaplan.documents.exchange.plan_folder import read_folder
from temaplan.workbench.plan.models import Event, Milestone, Plan
from tests.fixtures.commands import SAMPLE

pytestmark = pytest.mark.django_db

SLUG = "provevik-2026"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A command speaks for its whole process; these share one."""
    with translation.override("nb"):
        yield


def plan_of(folder: Path) -> dict[str, bytes]:
    """Return a folder without its history, as every statement of identity here."""
    return {name: text for name, text in read_folder(folder).items() if name != "history.jsonl"}


def changed_sample(tmp_path: Path, file: str, old: str, new: str) -> Path:
    folder = tmp_path / "changed"
    for name, content in read_folder(SAMPLE).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content.replace(old.encode(), new.encode()) if name == file else content
        assert name != file or text != content
        path.write_bytes(text)
    return folder


def test_export_of_import_is_the_same_folder(tmp_path: Path, capsys: Captured) -> None:
    assert main(["import", str(SAMPLE)]) == 0
    assert main(["export", SLUG, str(tmp_path / "ut")]) == 0
    assert plan_of(tmp_path / "ut") == plan_of(SAMPLE)


def test_import_tells_what_came(capsys: Captured) -> None:
    assert main(["import", str(SAMPLE)]) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[:3], err) == (
        [f"Planen «{SLUG}» er lest inn.", "  1 vedlegg", "  3 milepæler"],
        "",
    )


def test_export_lists_its_files(tmp_path: Path, capsys: Captured) -> None:
    main(["import", str(SAMPLE)])
    capsys.readouterr()
    assert main(["export", SLUG, str(tmp_path / "ut")]) == 0
    out, err = capsys.readouterr()
    names = sorted([*read_folder(SAMPLE), "history.jsonl"])
    assert out.splitlines() == [str(tmp_path / "ut" / name) for name in names]
    assert err == f"Skrev {len(names)} filer til {tmp_path}/ut.\n"


def test_quiet_leaves_the_result_alone_on_standard_output(tmp_path: Path, capsys: Captured) -> None:
    main(["import", str(SAMPLE)])
    capsys.readouterr()
    main(["export", SLUG, str(tmp_path / "ut"), "--quiet"])
    assert capsys.readouterr().err == ""


def test_unknown_plan_is_status_3_and_names_those_there_are(
    tmp_path: Path, capsys: Captured
) -> None:
    main(["import", str(SAMPLE)])
    capsys.readouterr()
    assert main(["export", "drammen", str(tmp_path / "ut")]) == 3
    assert capsys.readouterr() == (
        "",
        f"Planen «drammen» finnes ikke. Velg en av: {SLUG}.\n",
    )
    assert not (tmp_path / "ut").exists()


def test_plan_that_is_there_is_not_overwritten(capsys: Captured) -> None:
    main(["import", str(SAMPLE)])
    capsys.readouterr()
    assert main(["import", str(SAMPLE)]) == 3
    assert capsys.readouterr() == (
        "",
        f"Planen «{SLUG}» finnes allerede. Ingenting er endret. Bruk --replace for å erstatte den "
        "med mappen, eller gi planen i mappen en annen slug i plan.toml.\n",
    )
    assert Event.objects.filter(chain=Plan.objects.get().chain).count() == 1


def test_replace_with_the_same_changes_nothing(capsys: Captured) -> None:
    main(["import", str(SAMPLE)])
    capsys.readouterr()
    assert main(["import", str(SAMPLE), "--replace"]) == 0
    assert capsys.readouterr().out == (f"Planen «{SLUG}» er lik mappen. Ingenting er endret.\n")
    assert Event.objects.filter(chain=Plan.objects.get().chain).count() == 1


def test_replace_shows_the_difference_and_is_one_event(tmp_path: Path, capsys: Captured) -> None:
    main(["import", str(SAMPLE)])
    row = Milestone.objects.get(slug="horing")
    capsys.readouterr()
    changed = changed_sample(tmp_path, "plan/milestones.csv", "2026-05-01", "2026-05-08")

    assert main(["import", str(changed), "--replace"]) == 0

    assert capsys.readouterr().out == (
        f"Planen «{SLUG}» er erstattet. 1 ting er annerledes:\n"
        "  endret: milestone/horing\n"
        "    dato: «2026-05-01» → «2026-05-08»\n"
    )
    again = Milestone.objects.get(slug="horing")
    assert (again.pk, again.revision) == (row.pk, row.revision + 1)
    events = Event.objects.filter(chain=Plan.objects.get().chain).order_by("number")
    assert [event.verb for event in events] == ["imported", "replaced"]
    values = events[1].values
    assert values.before["milestone/horing"]["date"] == "2026-05-01"
    assert values.after["milestone/horing"]["date"] == "2026-05-08"


def test_every_fault_of_a_folder_is_told_and_nothing_is_stored(
    tmp_path: Path, capsys: Captured
) -> None:
    changed = changed_sample(tmp_path, "plan/milestones.csv", "2026-05-01", "2026-05-32")
    assert main(["import", str(changed)]) == 3
    assert capsys.readouterr() == (
        "",
        "Mappen er ikke lest inn. Ingenting er endret.\n"
        "plan/milestones.csv, linje 2: Feltet «date»: 32. mai 2026 finnes ikke. "
        "Mai har 31 dager.\n",
    )
    assert not Plan.objects.exists()


def test_export_does_not_touch_a_folder_with_something_else(
    tmp_path: Path, capsys: Captured
) -> None:
    main(["import", str(SAMPLE)])
    capsys.readouterr()
    target = tmp_path / "notater"
    target.mkdir()
    (target / "viktig.txt").write_text("mitt")
    assert main(["export", SLUG, str(target)]) == 3
    assert capsys.readouterr() == (
        "",
        f"Mappen {target} er ikke tom, og er ikke en tidligere eksport av planen «{SLUG}». "
        "Ingenting er skrevet. Velg en tom mappe.\n",
    )
    assert [path.name for path in target.iterdir()] == ["viktig.txt"]


def test_later_export_takes_the_place_of_an_earlier_one(tmp_path: Path, capsys: Captured) -> None:
    main(["import", str(SAMPLE)])
    target = tmp_path / "ut"
    assert main(["export", SLUG, str(target)]) == 0
    Milestone.objects.filter(slug="horing").update(title="Åpen høring")
    assert main(["export", SLUG, str(target)]) == 0
    assert "Åpen høring" in (target / "plan/milestones.csv").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["ut"]


def test_public_export_leaves_closed_evidence_out(tmp_path: Path) -> None:
    # Something that could leak: a closed entry, and a file that only it refers to.
    document = "mandate/documents/okonomiplan-2024.md"
    closed = changed_sample(tmp_path, document, 'file = "attachment/referat"\n', "")
    main(["import", str(closed)])
    main(["export", SLUG, str(tmp_path / "alt")])
    assert main(["export", SLUG, str(tmp_path / "apent"), "--public"]) == 0

    whole, public = read_folder(tmp_path / "alt"), read_folder(tmp_path / "apent")
    secret = [
        "actor/contacts.csv",
        "actor/group_members.csv",
        "attachments/attachments.csv",
        "attachments/files/referat.txt",
        "evidence/samtaler.md",
        "overview/rule_confirmations.csv",
    ]
    assert sorted(whole.keys() - public.keys()) == secret
    assert b"Samtaler med bedriftene" in b"".join(whole.values())
    assert b"Samtaler med bedriftene" not in b"".join(public.values())
    assert b"samtaler" not in public["history.jsonl"]
    assert b"Samtale om linje 2" in b"".join(whole.values())
    assert b"Samtale om linje 2" not in b"".join(public.values())


def test_public_export_can_be_taken_in_again(tmp_path: Path) -> None:
    main(["import", str(SAMPLE)])
    main(["export", SLUG, str(tmp_path / "apent"), "--public"])
    assert main(["import", str(tmp_path / "apent"), "--replace"]) == 0
    main(["export", SLUG, str(tmp_path / "igjen")])
    assert plan_of(tmp_path / "igjen") == plan_of(tmp_path / "apent")
