"""The page about the rules says what the catalogue says."""

from tools.rules_reference import PAGE, reference_page


def test_page_is_up_to_date() -> None:
    assert reference_page() == PAGE.read_text(encoding="utf-8")
