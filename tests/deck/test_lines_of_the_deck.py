"""Every line of the source deck stands in the Drammen example, in its own words."""

import re
from pathlib import Path
from typing import Any

import pytest

from temaplan.documents.exchange.plan_folder import PlanSnapshot
from temaplan.workbench.overview.folder.folder import snapshot_in
from tools.deck_reference import PAGE, deck, page

ROOT = Path(__file__).resolve().parents[2]
DRAMMEN = ROOT / "examples" / "drammen-2011"
DECK = deck()


@pytest.fixture(scope="module")
def drammen() -> PlanSnapshot:
    return snapshot_in(DRAMMEN)


def told_by(snapshot: PlanSnapshot, ref: str) -> str:
    kind, _, slug = ref.partition("/")
    if kind == "plan":
        return _words(snapshot.plan)
    row = next(row for row in snapshot.of(kind) if row["slug"] == slug)
    return _words(row)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(_words(each) for each in value.values())
    if isinstance(value, list):
        return " ".join(_words(each) for each in value)
    return "" if value is None else str(value)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


@pytest.mark.parametrize("line", DECK["line"], ids=lambda line: f"{line['s']} {line['text'][:30]}")
def test_line_stands_in_its_object_or_is_the_name_of_a_place(
    drammen: PlanSnapshot, line: dict[str, Any]
) -> None:
    where = [ref for ref in line["at"] if flat(line["text"]) in flat(told_by(drammen, ref))]

    assert where or line.get("place"), f"{line['text']} stands nowhere"


def test_every_line_of_the_deck_has_its_own_check() -> None:
    numbers = {line["s"] for line in DECK["line"]}

    assert numbers == {f"S{number}" for number in range(1, 47)}  # S47 and S48 are implied


def test_every_check_is_told_with_what_it_lacks() -> None:
    assert [check["s"] for check in DECK["check"]] == [f"S{number}" for number in range(1, 49)]
    silent = [
        check["s"]
        for check in DECK["check"]
        if check["holds"] != "whole" and not check.get("lacks")
    ]
    assert silent == []


def test_reference_page_is_made_from_the_deck() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run tools/deck_reference.py"
