"""A cell as markup: what people wrote is text, whatever it looks like."""

import pytest

from temaplan.workbench.pages.cells import Cell

EVIL = "<b>\"x\"</b> & 'y'"
SAFE = "&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#x27;y&#x27;"


@pytest.mark.parametrize(
    ("cell", "markup"),
    [
        (Cell(EVIL), SAFE),
        (Cell("to\nlinjer"), "to<br>linjer"),
        (Cell(EVIL, href='/a/?b=1&c="2"'), f'<a href="/a/?b=1&amp;c=&quot;2&quot;">{SAFE}</a>'),
        (
            Cell("Flytt", "/a/", about=EVIL),
            f'<a href="/a/">Flytt<span class="hidden"> {SAFE}</span></a>',
        ),
        (
            Cell(EVIL, tag="danger", note=EVIL),
            f'<span class="ds-tag" data-color="danger">{SAFE}</span>'
            f'<span class="cell-note">{SAFE}</span>',
        ),
        (Cell(""), ""),
    ],
)
def test_cell_is_drawn_with_every_word_as_text(cell: Cell, markup: str) -> None:
    assert str(cell.drawn) == markup
