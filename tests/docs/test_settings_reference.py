"""Every setting that the program reads has its line on the page about settings."""

import re
from pathlib import Path

CLONE = Path(__file__).resolve().parents[2]
PAGE = CLONE / "docs/reference/settings.md"
# The program says these to its own processes; nobody sets them.
INTERNAL = {"TEMAPLAN_DEMO", "TEMAPLAN_DEMO_HOST", "TEMAPLAN_SERVED_BY"}
_SETTING = re.compile(r'"(TEMAPLAN_[A-Z_]+|DATABASE_URL)"')


def read_by_the_program() -> set[str]:
    sources = (CLONE / "src").rglob("*.py")
    return {name for path in sources for name in _SETTING.findall(path.read_text("utf-8"))}


def told_on_the_page() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))


def test_page_tells_of_every_setting_and_of_no_other() -> None:
    assert told_on_the_page() == read_by_the_program() - INTERNAL
