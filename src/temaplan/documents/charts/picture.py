"""Turns a drawing into a picture for Word, which does not show SVG everywhere."""

from functools import lru_cache

from temaplan.documents.typesetting import typeset

# Some 50 kB each. A document changes far more often than its charts do.
KEPT = 64


@lru_cache(maxsize=KEPT)
def picture_of(svg: str) -> bytes:
    """Return an SVG as PNG, twice its size."""
    return typeset("picture.typ", data={"drawing": svg}, form="png")
