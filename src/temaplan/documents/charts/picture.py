"""Turns a drawing into a picture for Word, which does not show SVG everywhere."""

from temaplan.documents.typesetting import typeset


def picture_of(svg: str) -> bytes:
    """Return an SVG as PNG, twice its size."""
    return typeset("picture.typ", data={"drawing": svg}, form="png")
