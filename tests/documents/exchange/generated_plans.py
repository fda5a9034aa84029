"""Plans made at random from the shapes of the models: every kind, every field, odd texts."""

import hashlib
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from temaplan.documents.exchange.plan_folder import (
    FieldShape,
    KeptFile,
    KindShape,
    PlanShapes,
    PlanSnapshot,
    suffix_of,
)

Draw = Callable[[st.SearchStrategy[Any]], Any]
MOST_ROWS = 3

# Halves of characters and NUL cannot be stored, and are refused elsewhere.
_ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_HIDDEN = "\u202e\u2066\ufeff\r\x1b\x7f\u200b\u2028"
_TEMPTING = st.sampled_from(
    ["æøåÆØÅ", "+++", "\n+++\n", '"""', "'''", "\\", '\\"', ",", "=1+1", "-2", "@a", "\t", " a ",
     "a\nb", "\n", "# nei", "[x]", "å\u030a", "𝒳", *_HIDDEN]
)  # fmt: skip
TEXT = st.lists(st.one_of(_TEMPTING, st.text(_ANY, max_size=6)), max_size=5).map("".join)
SLUG = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,12}", fullmatch=True)


def canonical(number: float) -> bool:
    """Tell whether a number is written with its fraction: larger ones are whole numbers."""
    return number != 0 and abs(number) < 1e16


JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**53), 2**53),
        st.floats(allow_nan=False, allow_infinity=False, width=32).filter(canonical),
        TEXT,
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXT, inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def snapshots(draw: Draw, shapes: PlanShapes) -> PlanSnapshot:
    """Return a plan with rows of every kind, hanging together."""
    refs: dict[str, list[str]] = {}
    rows: dict[str, tuple[dict[str, Any], ...]] = {}
    files: dict[str, KeptFile] = {}
    for shape in shapes:
        found = [_row(draw, shape, slug, refs) for slug in _slugs(draw, shape)]
        kept = _without_clashes(shape, [row for row in found if row is not None])
        for row in kept:
            _with_file(draw, shape, row, files)
        refs[shape.kind] = [f"{shape.kind}/{row['slug']}" for row in kept]
        if kept:
            rows[shape.kind] = tuple(sorted(kept, key=lambda row: str(row["slug"])))
    heads = [
        _row(draw, shape, draw(_slug(shape)), refs) for shape in (shapes.municipality, shapes.plan)
    ]
    municipality, plan = (head for head in heads if head is not None)
    return PlanSnapshot(municipality, plan, rows, files)


def _slugs(draw: Draw, shape: KindShape) -> list[str]:
    return draw(st.lists(_slug(shape), max_size=MOST_ROWS, unique=True))


def _slug(shape: KindShape) -> st.SearchStrategy[str]:
    return SLUG.filter(lambda slug: slug not in shape.reserved)


def _row(
    draw: Draw, shape: KindShape, slug: str, refs: dict[str, list[str]]
) -> dict[str, Any] | None:
    """Return a row, or None when there is nothing that it must refer to."""
    row: dict[str, Any] = {"slug": slug}
    for field in shape.fields:
        # A reference to the own kind, or a second one to a kind, could close a ring.
        known = sorted(refs.get(field.kind, ()))
        if field.type == "ref" and field.required and not known:
            return None
        row[field.name] = _value(draw, field, known)
    return _one_of(shape, row) if _no_ring(shape, row) else None


def _value(draw: Draw, field: FieldShape, known: list[str]) -> Any:
    if field.type == "ref":
        some = st.sampled_from(known) if known else st.none()
        return draw(some if field.required else st.one_of(st.none(), some))
    if field.type == "refs":
        return sorted(draw(st.sets(st.sampled_from(known), max_size=2))) if known else []
    value = draw(_PLAIN[field.type](field))
    return field.default if field.required and value == field.nothing else value


def _text(field: FieldShape) -> st.SearchStrategy[str]:
    text = TEXT.map(lambda text: text[: field.longest]) if field.longest else TEXT
    return text.filter(bool) if field.required and field.default is None else text


def _whole(field: FieldShape) -> st.SearchStrategy[int | None]:
    numbers = st.integers(field.smallest or 0, min(field.largest or 32767, 2**31 - 1))
    return numbers if field.required else st.one_of(st.none(), numbers)


def _choice(field: FieldShape) -> st.SearchStrategy[str]:
    words = sorted(field.words)
    return st.sampled_from(words if field.required else ["", *words])


def _date(field: FieldShape) -> st.SearchStrategy[str | None]:
    days = st.dates().map(lambda day: day.isoformat())
    return days if field.required else st.one_of(st.none(), days)


def _json(field: FieldShape) -> st.SearchStrategy[Any]:
    if isinstance(field.empty_json, dict):
        values: st.SearchStrategy[Any] = st.dictionaries(TEXT, JSON, max_size=3)
    else:
        values = st.lists(JSON, max_size=3) if isinstance(field.empty_json, list) else JSON
    return values.filter(lambda value: value != field.nothing) if field.required else values


_PLAIN: dict[str, Callable[[FieldShape], st.SearchStrategy[Any]]] = {
    "text": _text,
    "url": lambda field: st.sampled_from(["", "https://eksempel.test/a?b=1&c=æ"]),
    "colour": lambda field: st.sampled_from(["#0b4f3a", "#123456"]),
    "int": _whole,
    "date": _date,
    "bool": lambda field: st.booleans(),
    "json": _json,
    "choice": _choice,
}


def _no_ring(shape: KindShape, row: dict[str, Any]) -> bool:
    """Let two references to one kind point the same way in every row: the later is greater."""
    by_kind: dict[str, list[str]] = {}
    for field in shape.fields:
        if field.type == "ref" and row[field.name]:
            by_kind.setdefault(field.kind, []).append(row[field.name])
    return all(first > other for first, *rest in by_kind.values() for other in rest)


def _one_of(shape: KindShape, row: dict[str, Any]) -> dict[str, Any] | None:
    for names in shape.exactly_one:
        filled = [name for name in names if row[name]]
        if not filled:
            return None
        for name in filled[1:]:
            row[name] = shape.field(name).nothing
    return row


def _without_clashes(shape: KindShape, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    seen: set[tuple[Any, ...]] = set()
    kept = []
    for row in rows:
        keys = {(names, *(row[name] for name in names)) for names in shape.unique}
        if not keys & seen:
            kept.append(row)
            seen |= keys
    return kept


def _with_file(
    draw: Draw, shape: KindShape, row: dict[str, Any], files: dict[str, KeptFile]
) -> None:
    """Give a row its file, and the sums that must fit it."""
    content: bytes | None = None
    if shape.record.file_field:
        content = draw(st.binary(max_size=40))
        files[f"{shape.kind}/{row['slug']}"] = KeptFile(suffix_of(row["name"]), content)
    elif shape.record.sidecar:
        content = str(row[shape.record.sidecar[0]]).encode()
    if content is not None and "sha256" in row:
        row["sha256"] = hashlib.sha256(content).hexdigest()
    if content is not None and "size" in row:
        row["size"] = len(content)
