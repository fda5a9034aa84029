"""The page about the plan folder says what the models and the sample folder say."""

from tools.plan_folder_reference import PAGE, reference_page


def test_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert reference_page(written) == written
