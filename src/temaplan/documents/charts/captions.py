"""What each side of a middle line means, said over the rows."""

from temaplan.documents.charts.sheet import GAP, SMALL, Anchor, Sheet
from temaplan.documents.lettering import text_width, wrapped

TOP = 2.0
# With less than this beside the line, the two sides are named under each other.
CAPTION_ROOM = 110.0


def write_captions(
    sheet: Sheet, middle: float, left: str, right: str, end: float, *, top: float = 0.0
) -> float:
    """Name the sides of a line at `middle`; words end at `end`. Returns where rows begin."""
    before, after = middle - GAP, end - middle - GAP
    if _is_cramped(left, before) or _is_cramped(right, after):
        bottom = _caption(sheet, 0, top, left, room=end, anchor="start")
        bottom = _caption(sheet, end, bottom, right, room=end, anchor="end")
    else:
        bottom = max(
            _caption(sheet, middle - GAP, top, left, room=before, anchor="end"),
            _caption(sheet, middle + GAP, top, right, room=after, anchor="start"),
        )
    return bottom + (GAP if bottom > top or top else TOP)


def _is_cramped(text: str, room: float) -> bool:
    return bool(text) and room < CAPTION_ROOM and room < text_width(text, SMALL)


def _caption(
    sheet: Sheet, x: float, top: float, text: str, *, room: float, anchor: Anchor
) -> float:
    lines = wrapped(text, room, SMALL) if text else ()
    return sheet.lines_of_words(x, top, lines, anchor)
