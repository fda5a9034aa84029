"""From a plan's values to its folder, byte for byte the same each time."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from temaplan.documents.exchange.plan_folder.csv_text import csv_document, guarded
from temaplan.documents.exchange.plan_folder.hidden import HIDDEN
from temaplan.documents.exchange.plan_folder.shapes import (
    FORMAT,
    FieldShape,
    KindShape,
    PlanShapes,
)
from temaplan.documents.exchange.plan_folder.snapshot import PlanSnapshot, Values, suffix_of
from temaplan.documents.exchange.plan_folder.toml_text import (
    FENCE,
    fits_toml,
    json_text,
    toml_document,
)

Folder = dict[str, bytes]  # path inside the folder, with slashes → content

CHECKSUMS = "checksums.txt"
HISTORY = "history.jsonl"
ATTACHMENTS = "attachments/"


def write(snapshot: PlanSnapshot, shapes: PlanShapes) -> Folder:
    """Return the canonical folder of a plan."""
    folder: Folder = {}
    summed: set[str] = set()
    folder["municipality.toml"] = _municipality(snapshot, shapes).encode()
    folder["plan.toml"] = _plan(snapshot.plan, shapes.plan).encode()
    for ref, kept in snapshot.files.items():
        path = path_of_file(ref, kept.suffix)
        folder[path] = kept.content
        summed.add(path)
    for shape in shapes:
        rows = sorted(snapshot.of(shape.kind), key=_slug)
        for path, content in _kind(shape, rows):
            folder[path] = content.encode()
        summed |= {path for row in rows if (path := sidecar_path(shape, row)) in folder}
    if summed:
        folder[CHECKSUMS] = checksum_list({path: folder[path] for path in summed})
    return dict(sorted(folder.items()))


def path_of_file(ref: str, suffix: str) -> str:
    """Return where the bytes of an attachment, or of the arms, stand in the folder."""
    kind, _, slug = ref.partition("/")
    if kind == "municipality":
        return f"{ATTACHMENTS}arms{suffix}"
    return f"{ATTACHMENTS}files/{slug}{suffix}"


def path_of_row_file(shape: KindShape, row: Values) -> str:
    """Return where the bytes that belong to a row must stand."""
    return path_of_file(f"{shape.kind}/{row['slug']}", suffix_of(row["name"]))


def sidecar_path(shape: KindShape, row: Values) -> str:
    """Return the path of a row's sidecar, empty when the kind has none."""
    return shape.sidecar(row["slug"])


def checksum_list(folder: Folder) -> bytes:
    """Return lines that `sha256sum --check` reads, sorted by path."""
    lines = (f"{hashlib.sha256(folder[path]).hexdigest()}  {path}\n" for path in sorted(folder))
    return "".join(lines).encode()


def _slug(row: Values) -> str:
    return str(row["slug"])


def _municipality(snapshot: PlanSnapshot, shapes: PlanShapes) -> str:
    values = snapshot.municipality
    entries = list(_entries(shapes.municipality, values))
    arms = snapshot.files.get(f"municipality/{values['slug']}")
    if arms is not None:
        entries.append(("arms", path_of_file("municipality/", arms.suffix)))
    return toml_document(entries)


def _plan(values: Values, shape: KindShape) -> str:
    head: list[tuple[str, Any]] = [("format", FORMAT)]
    return toml_document(head + list(_entries(shape, values)))


def _kind(shape: KindShape, rows: list[Values]) -> Iterator[tuple[str, str]]:
    if shape.is_table:
        if rows:
            yield shape.record.path, _table(shape, rows)
        return
    for row in rows:
        yield shape.page(row["slug"]), _page(shape, row)
        if shape.record.sidecar and row[shape.record.sidecar[0]]:
            yield sidecar_path(shape, row), row[shape.record.sidecar[0]]


def _page(shape: KindShape, row: Values) -> str:
    entries = [(key, value) for key, value in _entries(shape, row) if key != "slug"]
    if shape.extension == ".toml":
        return toml_document(entries)
    body = row[shape.record.body]
    if HIDDEN.search(body):  # in the head it stands with its escapes, for all to see
        entries.append((shape.record.body, body))
        body = ""
    text = f"\n{body}\n" if body else ""
    return f"{FENCE}\n{toml_document(entries)}{FENCE}\n{text}"


def _entries(shape: KindShape, row: Values) -> Iterator[tuple[str, Any]]:
    yield "slug", row["slug"]
    for field in shape.head_fields:
        value = row[field.name]
        if value != field.nothing:
            yield field.key_in_folder, _in_toml(field, value)


def _in_toml(field: FieldShape, value: Any) -> Any:
    if field.type == "date":
        return date.fromisoformat(value)
    if field.type == "choice":
        return field.words.get(value, value)
    if field.type == "json" and not fits_toml(value):
        return json_text(value)
    return value


def _table(shape: KindShape, rows: list[Values]) -> str:
    head = ["slug", *(field.key_in_folder for field in shape.head_fields)]
    lines = ([row["slug"], *(_in_csv(f, row[f.name]) for f in shape.head_fields)] for row in rows)
    return csv_document(head, lines)


def _in_csv(field: FieldShape, value: Any) -> str:
    if value == field.nothing:
        return ""
    if field.type == "refs":
        return " ".join(value)
    if field.type == "bool":
        return "true"
    if field.type == "json":
        return json_text(value)
    if field.type == "choice":
        return field.words.get(value, value)
    return guarded(value) if field.type in {"text", "url"} else str(value)
