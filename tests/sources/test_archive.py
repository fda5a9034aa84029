"""What was fetched lies there as it came, or a sentence says what happened to it."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from temaplan.sources.archive import (
    Archive,
    DamagedAnswer,
    UnknownKeptTable,
    find_table,
    kept_tables,
    read_table,
)
from temaplan.sources.archive.durable import remove_half_written, write_durably
from temaplan.sources.network.choosing import Wanted
from temaplan.sources.network.tables import TableFetcher
from tests.sources.statistics_office import NOON, Office, Reply

WANTED = Wanted("13470", regions=("K-3301", "0"), periods="2024")


def test_figures_are_read_again_without_the_network(
    tables: TableFetcher, archive: Archive, office: Office
) -> None:
    kept = tables.fetch(WANTED)
    office.answers.clear()
    asked = len(office.asked)

    again = Archive(archive.folder)
    assert read_table(again, find_table(again, "kept:13470")) == read_table(archive, kept)
    assert len(office.asked) == asked


def test_table_is_found_by_its_number_or_its_whole_name(
    tables: TableFetcher, archive: Archive
) -> None:
    kept = tables.fetch(WANTED)

    assert find_table(archive, "13470") == kept
    assert find_table(archive, f"kept:{kept.name}") == kept


@pytest.mark.parametrize("name", ["11616", "kept:", "13470/nothing", "../13470", "*", "kept:*/*"])
def test_table_that_was_not_fetched_is_unknown(
    tables: TableFetcher, archive: Archive, name: str
) -> None:
    tables.fetch(WANTED)

    with pytest.raises(UnknownKeptTable, match=r"er ikke hentet"):
        find_table(archive, name)


def test_cut_fetch_is_no_table(tables: TableFetcher, archive: Archive, office: Office) -> None:
    office.answers["/v2/tables/13470/data"] = Reply(status=400)
    with pytest.raises(Exception, match=r"spørringen er feil"):
        tables.fetch(WANTED)

    with pytest.raises(UnknownKeptTable):
        find_table(archive, "13470")


def test_changed_figures_are_found_by_their_checksum(
    tables: TableFetcher, archive: Archive
) -> None:
    kept = tables.fetch(WANTED)
    path = archive.answer(kept.blocks[0].parts[0].paper).path
    path.write_bytes(path.read_bytes().replace(b"10-33", b"10-34"))

    with pytest.raises(DamagedAnswer) as damaged:
        read_table(archive, kept)
    assert damaged.value.message == (
        f"Filen {path} er endret etter at den ble hentet: kontrollsummen stemmer ikke. "
        "Hent tabellen på nytt."
    )


def test_checksum_that_was_changed_with_the_figures_is_found_too(
    tables: TableFetcher, archive: Archive
) -> None:
    kept = tables.fetch(WANTED)
    first, other = (block.parts[0].paper for block in kept.blocks)
    papers = archive.folder / "papers"
    (papers / f"{first}.json").write_bytes((papers / f"{other}.json").read_bytes())

    with pytest.raises(DamagedAnswer, match=r"nevner et annet svar enn det som kom"):
        read_table(archive, kept)


def test_figures_that_are_gone_are_missed(tables: TableFetcher, archive: Archive) -> None:
    kept = tables.fetch(WANTED)
    archive.answer(kept.blocks[0].parts[0].paper).path.unlink()

    with pytest.raises(DamagedAnswer, match=r"er borte fra .*answers. Hent tabellen på nytt"):
        read_table(archive, kept)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"number": "13470"}'])
def test_torn_paper_is_told_with_its_name(
    tables: TableFetcher, archive: Archive, content: str
) -> None:
    kept = tables.fetch(WANTED)
    paper = archive.folder / "tables" / f"{kept.name}.json"
    paper.write_text(content)

    with pytest.raises(DamagedAnswer, match=paper.name):
        list(kept_tables(archive))


def test_paper_cannot_lead_out_of_the_archive(tables: TableFetcher, archive: Archive) -> None:
    kept = tables.fetch(WANTED)
    name = kept.blocks[0].parts[0].paper
    paper = archive.folder / "papers" / f"{name}.json"
    about = json.loads(paper.read_text())
    paper.write_text(json.dumps({**about, "sha256": "../../secret.key"}))

    with pytest.raises(DamagedAnswer):
        archive.answer(name)


def test_fetch_mends_what_was_changed(tables: TableFetcher, archive: Archive) -> None:
    kept = tables.fetch(WANTED)
    path = archive.answer(kept.blocks[0].parts[0].paper).path
    right = path.read_bytes()
    path.write_bytes(b"x")
    tables.fetch(WANTED)

    assert path.read_bytes() == right


def test_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "folder" / "file"
    write_durably(target, b"before")

    def no_room(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(OSError, match="No space left"):
        write_durably(target, b"after")

    assert target.read_bytes() == b"before"
    assert [path.name for path in target.parent.iterdir()] == ["file"]


def test_what_a_killed_process_left_is_taken_away_after_an_hour(tmp_path: Path) -> None:
    old, new = tmp_path / ".halvskrevet-old", tmp_path / "a" / ".halvskrevet-new"
    new.parent.mkdir()
    for path, age in ((old, timedelta(hours=2)), (new, timedelta(minutes=1))):
        path.touch()
        begun = (NOON - age).timestamp()
        os.utime(path, (begun, begun))

    remove_half_written(tmp_path, now=NOON)

    assert (old.exists(), new.exists()) == (False, True)
