"""Names of circles: beside them where there is room, else a number and a key."""

from collections.abc import Sequence

from temaplan.documents.charts.bubble_field import Disc, Field
from temaplan.documents.charts.free_room import FAR, NEAR, Box, Room
from temaplan.documents.charts.sheet import GAP, LINE_HEIGHT, SMALL, Layout, Sheet
from temaplan.documents.lettering import text_width, wrapped

STEP = SMALL * LINE_HEIGHT
WIDEST = {"wide": 150.0, "narrow": 110.0}
MOST_LINES = 2
COLUMNS = {"wide": 2, "narrow": 1}

Key = list[tuple[int, str]]


def write_corners(sheet: Sheet, field: Field, room: Room) -> None:
    """Say in the corners what each of the four fields means, where nothing is in the way."""
    for number, text in enumerate(field.spec.corners):
        right, low = number % 2 == 1, number > 1
        lines = wrapped(text, (field.right - field.left) / 2 - GAP * 2, SMALL)
        width = max(text_width(line, SMALL) for line in lines)
        height = len(lines) * STEP
        left = field.right - width if right else field.left + GAP / 2
        top = field.bottom - height - 1 if low else field.top + 1
        box = Box(left, top, width, height)
        if room.is_free(box):
            anchor_at = field.right if right else left
            sheet.lines_of_words(anchor_at, top, lines, "end" if right else "start")
            room.take(box)


def write_names(sheet: Sheet, discs: Sequence[Disc], room: Room, layout: Layout, named: int) -> Key:
    """Write names for those that have room, numbers for the rest; returns the key."""
    unnamed: list[Disc] = []
    for place, disc in enumerate(discs):
        tries = layout.name == "wide" or place < named
        if not tries or not _write_name(sheet, disc, room, layout):
            unnamed.append(disc)
    key: Key = []
    for disc in unnamed:
        number = len(key) + 1
        if _write_number(sheet, disc, room, str(number)):
            key.append((number, disc.told.label))
    without = {disc.told.label for disc in unnamed} - {label for _number, label in key}
    return [*key, *((0, label) for label in sorted(without))]


def _write_name(sheet: Sheet, disc: Disc, room: Room, layout: Layout) -> bool:
    lines = wrapped(disc.told.label, WIDEST[layout.name], SMALL)
    if len(lines) > MOST_LINES:
        return False
    size = (max(text_width(line, SMALL) for line in lines), len(lines) * STEP)
    found = room.find((disc.x, disc.y, disc.radius), size, NEAR)
    if found is None:
        return False
    box, _distance = found
    for place, line in enumerate(lines):
        x = box.left if box.left >= disc.x else box.right - text_width(line, SMALL)
        if box.left < disc.x < box.right:
            x = box.left + (box.width - text_width(line, SMALL)) / 2
        sheet.words(x, box.top + (place + 0.5) * STEP, line, size=SMALL, halo=True)
    room.take(box)
    return True


def _write_number(sheet: Sheet, disc: Disc, room: Room, number: str) -> bool:
    size = (text_width(number, SMALL, bold=True), STEP)
    found = room.find((disc.x, disc.y, disc.radius), size, (*NEAR, *FAR))
    if found is None:
        return False
    box, distance = found
    if distance > NEAR[0]:
        middle = (box.left + box.width / 2, box.top + box.height / 2)
        sheet.rule(disc.x, disc.y, *_toward((disc.x, disc.y), middle, STEP / 2))
    sheet.words(box.left, box.top + STEP / 2, number, size=SMALL, bold=True, halo=True)
    room.take(box)
    return True


def _toward(
    start: tuple[float, float], end: tuple[float, float], short: float
) -> tuple[float, float]:
    """Return the point that lies a little before the end of a line."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = (across**2 + up**2) ** 0.5
    part = max(length - short, 0.0) / length if length else 0.0
    return start[0] + across * part, start[1] + up * part


def write_key(sheet: Sheet, top: float, key: Key) -> float:
    """Write which number is whose, in columns; returns where that ends."""
    if not key:
        return top
    columns = COLUMNS["wide" if sheet.width > WIDEST["wide"] * 3 else "narrow"]
    rows = -(-len(key) // columns)
    room = sheet.width / columns - GAP
    bottom = top + GAP
    for row in range(rows):
        bottom = _write_key_row(sheet, bottom, key[row::rows], room)
    return bottom


def _write_key_row(sheet: Sheet, top: float, entries: Key, room: float) -> float:
    bottom = top
    for column, (number, label) in enumerate(entries):
        x, indent = column * (room + GAP), text_width("00", SMALL, bold=True) + GAP
        lines = wrapped(label, room - indent, SMALL)
        sheet.words(x, top + STEP / 2, str(number or "–"), size=SMALL, bold=True)
        for place, line in enumerate(lines):
            sheet.words(x + indent, top + (place + 0.5) * STEP, line, size=SMALL)
        bottom = max(bottom, top + len(lines) * STEP)
    return bottom
