"""No page of the documentation leads nowhere."""

import re
from pathlib import Path

import pytest

CLONE = Path(__file__).resolve().parents[2]
PAGES = sorted([*CLONE.glob("*.md"), *(CLONE / "docs").rglob("*.md"), *CLONE.glob("*/README.md")])
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(CLONE)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []
