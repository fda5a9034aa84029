"""The page about the commands says what the commands themselves say."""

import pytest

from tools.commands_reference import PAGE, reference_page


def test_page_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    written = PAGE.read_text(encoding="utf-8")

    assert reference_page(written) == written
