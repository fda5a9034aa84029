"""The pages about the analyses are those that the catalogue, the methods and the specs make."""

from pathlib import Path

import pytest

from tools.analyses_reference import FOLDER, pages

MADE = pages()


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.stem)
def test_page_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == MADE[path]


def test_no_page_is_about_a_method_that_is_gone() -> None:
    assert set(FOLDER.glob("*.md")) == set(MADE)
