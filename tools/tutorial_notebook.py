"""Write the notebook of a tutorial from its page: text, code and what the code prints.

Run it with `uv run python tools/tutorial_notebook.py`. The page is the source; a block of
`text` after a block of `python` is what the code prints, and the tests run it.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CLONE = Path(__file__).resolve().parents[1]
PAGE = CLONE / "docs" / "tutorials" / "fra-ssb-til-side.md"
NOTEBOOK = PAGE.with_suffix(".ipynb")
_BLOCK = re.compile(
    r"```python\n(?P<code>.*?)```(?:\n\n```text\n(?P<printed>.*?)```)?\n", re.DOTALL
)


def cells() -> Iterator[dict[str, Any]]:
    """Yield the cells of the page in order."""
    page = PAGE.read_text(encoding="utf-8")
    at = 0
    for number, block in enumerate(_BLOCK.finditer(page), start=1):
        yield _text(page[at : block.start()], number)
        yield _code(block["code"], block["printed"] or "", number)
        at = block.end()
    yield _text(page[at:], 0)


def notebook() -> str:
    """Return the notebook as its file holds it."""
    written = {
        "cells": list(cells()),
        "metadata": {"language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _text(words: str, number: int) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": f"tekst-{number}",
        "metadata": {},
        "source": _lines(words.strip()),
    }


def _code(code: str, printed: str, number: int) -> dict[str, Any]:
    outputs = [{"name": "stdout", "output_type": "stream", "text": _lines(printed)}]
    return {
        "cell_type": "code",
        "execution_count": number,
        "id": f"kode-{number}",
        "metadata": {},
        "outputs": outputs if printed else [],
        "source": _lines(code.rstrip("\n")),
    }


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def main() -> None:
    """Write the notebook anew."""
    NOTEBOOK.write_text(notebook(), encoding="utf-8")
    print(f"Skrev {NOTEBOOK.relative_to(CLONE)}", file=sys.stderr)


if __name__ == "__main__":
    main()
