"""A file is whole and on disk before the row that names it is stored."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from temaplan.workbench.overview.folder.folder import import_folder
from temaplan.workbench.plan.files import DurableStorage
from temaplan.workbench.plan.models import Attachment
from tests.fixtures.commands import SAMPLE

Told = list[tuple[str, str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """What happens to files and rows, in order."""
    acts: Told = []
    where: dict[int, str] = {}

    def listen(name: str, path_of: Callable[..., Any]) -> None:
        call = getattr(os, name)

        def heard(*arguments: Any, **kept: Any) -> Any:
            answer = call(*arguments, **kept)
            acts.append((name, str(path_of(*arguments, answer=answer))))
            return answer

        monkeypatch.setattr(os, name, heard)

    def opened(path: Any, *rest: Any, answer: int) -> Any:
        where[answer] = str(path)
        return path

    listen("open", opened)
    listen("fsync", lambda descriptor, answer: Path(f"/proc/self/fd/{descriptor}").readlink())
    listen("link", lambda source, target, answer: target)

    def statement(execute: Any, sql: str, *rest: Any) -> Any:
        acts.append(("sql", sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(statement):
        yield acts


def kinds(acts: Told, *wanted: str) -> list[str]:
    return [kind for kind, _ in acts if kind in wanted]


def test_file_is_synced_then_put_in_place_then_its_folders_are_synced(
    tmp_path: Path, db: None, told: Told
) -> None:
    name = DurableStorage(location=tmp_path).save("a/b.txt", ContentFile(b"ord"))
    acts = [(kind, path) for kind, path in told if kind in {"fsync", "link"}]
    (_, temporary), placed, *folders = acts
    assert Path(temporary).parent == tmp_path / "a"
    assert placed == ("link", str(tmp_path / "a/b.txt"))
    around = [tmp_path / "a", tmp_path, tmp_path.parent]  # `a` may have been made just now
    assert folders == [("fsync", str(folder)) for folder in around]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
    assert (tmp_path / name).read_bytes() == b"ord"


def test_file_that_has_the_name_already_is_not_overwritten(tmp_path: Path) -> None:
    storage = DurableStorage(location=tmp_path)
    first, second = (storage.save("b.txt", ContentFile(text)) for text in (b"en", b"to"))
    assert first != second
    assert [(tmp_path / name).read_bytes() for name in (first, second)] == [b"en", b"to"]


def test_import_has_synced_each_file_before_the_row_that_names_it(db: None, told: Told) -> None:
    import_folder(SAMPLE)
    file = default_storage.path(Attachment.objects.get().content.name)
    placed = told.index(("link", file))
    named = next(
        place
        for place, (kind, text) in enumerate(told)
        if kind == "sql" and text.startswith('INSERT INTO "temaplan_attachment"')
    )
    assert kinds(told[placed - 1 : placed + 1], "fsync", "link") == ["fsync", "link"]
    assert placed < named
    assert (
        kinds(told[placed + 1 : named], "fsync") == ["fsync"] * 3
    )  # its own folder and those around it


def test_file_of_an_import_that_is_refused_does_not_stay(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **kept: Any) -> None:
        raise RuntimeError("stopped after the files")

    monkeypatch.setattr("temaplan.workbench.overview.folder.store.apply_changes", refuse)
    folder = Path(default_storage.location)
    before = sorted(folder.rglob("*.*"))
    with pytest.raises(RuntimeError), transaction.atomic():
        import_folder(SAMPLE)
    assert sorted(folder.rglob("*.*")) == before
