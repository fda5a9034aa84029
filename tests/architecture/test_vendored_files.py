"""The front-end files are those that `tools/vendor.py` copied, and nothing besides."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTED: list[dict[str, Any]] = json.loads(
    (ROOT / "tools" / "vendor" / "vendor.json").read_text(encoding="utf-8")
)["files"]
FOLDERS = (
    "src/temaplan/workbench/static/vendor",
    "src/temaplan/documents/fonts",
    "tests/vendor",
)


@pytest.mark.parametrize("entry", LISTED, ids=lambda entry: Path(entry["file"]).name)
def test_copy_has_the_listed_checksum(entry: dict[str, Any]) -> None:
    content = (ROOT / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]


def test_no_file_lies_among_the_copies_without_being_listed() -> None:
    lying = {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert lying == {entry["file"] for entry in LISTED}


def test_versions_are_those_that_the_lock_pins() -> None:
    lock = json.loads((ROOT / "tools" / "vendor" / "package-lock.json").read_text(encoding="utf-8"))
    pinned = {
        path.removeprefix("node_modules/"): about.get("version")
        for path, about in lock["packages"].items()
    }
    assert {entry["package"]: entry["version"] for entry in LISTED}.items() <= pinned.items()


def test_lock_names_no_registry() -> None:
    text = (ROOT / "tools" / "vendor" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text


def test_no_copy_points_to_a_source_map() -> None:
    pointing = [
        entry["file"]
        for entry in LISTED
        if b"sourceMappingURL=" in (ROOT / entry["file"]).read_bytes()
    ]
    assert pointing == []
