"""From a folder to a plan's values: all of it, or every fault at once."""

from collections.abc import Iterator
from typing import Any

from temaplan.documents.exchange.plan_folder.connections import connection_problems
from temaplan.documents.exchange.plan_folder.csv_text import BadCsv, Line, read_csv
from temaplan.documents.exchange.plan_folder.field_values import from_csv, from_toml
from temaplan.documents.exchange.plan_folder.hidden import IMPOSSIBLE, named
from temaplan.documents.exchange.plan_folder.kept_files import FolderFiles
from temaplan.documents.exchange.plan_folder.problems import Problems, quoted
from temaplan.documents.exchange.plan_folder.rows import (
    Row,
    fill_missing,
    fill_row,
    good_slug,
    unknown_keys,
)
from temaplan.documents.exchange.plan_folder.shapes import FORMAT, KindShape, PlanShapes
from temaplan.documents.exchange.plan_folder.snapshot import KeptFile, PlanSnapshot
from temaplan.documents.exchange.plan_folder.text_files import decoded, read_text
from temaplan.documents.exchange.plan_folder.toml_reading import Head, read_toml
from temaplan.documents.exchange.plan_folder.toml_text import FENCE
from temaplan.documents.exchange.plan_folder.writing import Folder

_FENCE_LINE = f"{FENCE}\n"


def parse(folder: Folder, shapes: PlanShapes) -> PlanSnapshot:
    """Return the plan that a folder holds. Raises `FolderRefused` with every fault."""
    return _Reading(folder, shapes).snapshot()


class _Reading:
    """One folder being read: what was found so far, and what is wrong with it."""

    def __init__(self, folder: Folder, shapes: PlanShapes) -> None:
        self.shapes = shapes
        self.problems = Problems()
        self.files = FolderFiles(folder, self.problems)
        self.partly_read: set[str] = set()  # kinds of which a row could not be read

    def snapshot(self) -> PlanSnapshot:
        """Read everything, then stop or answer."""
        plan = self._single(self.shapes.plan, {"format"}, check=self._stop_if_newer)
        municipality = self._single(self.shapes.municipality, {"arms"})
        rows = {shape.kind: list(self._rows_of(shape)) for shape in self.shapes}
        kept: dict[str, KeptFile] = {}
        if municipality is not None:
            kept |= self.files.arms(municipality)
        for row in (row for found in rows.values() for row in found):
            kept |= self.files.of_row(row)
        self.files.check_sums()
        self.files.note_unnamed()
        connection_problems(rows, self.partly_read, self.problems)
        self.problems.stop_if_any()
        assert plan is not None  # a missing file is a problem, and stopped above
        assert municipality is not None
        return PlanSnapshot(
            municipality.values,
            plan.values,
            {
                kind: tuple(sorted((row.values for row in found), key=lambda v: str(v["slug"])))
                for kind, found in rows.items()
                if found
            },
            kept,
        )

    def _single(self, shape: KindShape, also: set[str], check: Any = None) -> Row | None:
        file = shape.record.path
        head = self._toml(file)
        if head is None:
            return None
        if check is not None:
            check(file, head)
        slug = head.values.get("slug")
        row = Row(shape, {"slug": slug}, file, lines=head.lines)
        if slug is None:
            self.problems.add(file, 0, "Feltet «slug» mangler. Skriv det inn.")
        else:
            good_slug(shape, slug, file, head.lines.get("slug", 0), self.problems)
        unknown_keys(row, head.values, also | {"slug"}, self.problems)
        fill_row(row, head.values, from_toml, self.problems)
        if "arms" in also:
            row.values["arms"] = head.values.get("arms")
        return row

    def _stop_if_newer(self, file: str, head: Head) -> None:
        line = head.lines.get("format", 0)
        found = head.values.get("format")
        if type(found) is not int or found < FORMAT:
            self.problems.add(file, line, f"Skriv format = {FORMAT} øverst i fila.")
        elif found > FORMAT:
            self.problems.found.clear()  # what a newer format means is not ours to judge
            self.problems.add(
                file,
                line,
                f"Mappen har format {quoted(found)}. Denne utgaven av Temaplan leser format "
                f"{FORMAT}. Oppgrader Temaplan, eller eksporter mappen fra en eldre utgave.",
            )
            self.problems.stop_if_any()

    def _toml(self, file: str) -> Head | None:
        content = self.files.take(file)
        if content is None:
            self.problems.add(file, 0, "Fila mangler. Uten den er mappen ingen plan.")
            return None
        text = read_text(file, content, self.problems)
        return None if text is None else read_toml(file, text, self.problems)

    def _rows_of(self, shape: KindShape) -> Iterator[Row]:
        if shape.is_table:
            yield from self._table(shape)
            return
        for file in self.files.pages(shape):
            content = self.files.take(file) or b""
            row = self._page(shape, file, content)
            if row is None:
                self.partly_read.add(shape.kind)
            else:
                yield row

    def _page(self, shape: KindShape, file: str, content: bytes) -> Row | None:
        text = read_text(file, content, self.problems)
        slug = file.removeprefix(shape.folder).removesuffix(shape.extension)
        if text is None or not good_slug(shape, slug, file, 0, self.problems):
            return None
        body, above = "", 0
        if shape.extension == ".md":
            parts = _parted(text)
            if parts is None:
                self.problems.add(
                    file, 1, "Hodet mangler. Fila må begynne med et hode mellom to linjer med +++."
                )
                return None
            text, body = parts
            above = 1
        head = read_toml(file, text, self.problems, lines_above=above)
        if head is None:
            return None
        row = Row(shape, {"slug": slug}, file, lines=head.lines)
        self._fill_page(row, head, body)
        return row

    def _fill_page(self, row: Row, head: Head, body: str) -> None:
        record, problems = row.shape.record, self.problems
        given = dict(head.values)
        if record.body:
            held = given.pop(record.body, None)
            if held is not None and (body or not isinstance(held, str)):
                problems.add(
                    row.file,
                    row.lines.get(record.body, 1),
                    f"«{record.body}» er teksten under hodet. Ta nøkkelen bort fra hodet.",
                )
            row.values[record.body] = held if isinstance(held, str) and not body else body
        unknown_keys(row, given, set(), problems)
        fill_row(row, given, from_toml, problems)
        if record.body:
            self._check_text(row, record.body, row.file)
            fill_missing(row, row.shape.field(record.body), problems)
        if record.sidecar:
            self._read_sidecar(row, record.sidecar[0])

    def _check_text(self, row: Row, name: str, file: str) -> None:
        if match := IMPOSSIBLE.search(row.values[name]):
            self.problems.add(file, 0, f"Tegnet {named(match[0])} kan ikke lagres. Ta det bort.")

    def _read_sidecar(self, row: Row, name: str) -> None:
        file = row.shape.sidecar(row.values["slug"])
        content = self.files.take(file)
        row.values[name] = ""
        if content is None:
            if row.shape.field(name).required:
                self.problems.add(
                    file, 0, f"Fila mangler. Den hører til {row.file}. Legg den i mappen."
                )
            return
        row.values[name] = decoded(file, content, self.problems) or ""
        self._check_text(row, name, file)
        self.files.sum_of(file, row, content)

    def _table(self, shape: KindShape) -> Iterator[Row]:
        file = shape.record.path
        content = self.files.take(file)
        if content is None:
            return
        lines = self._lines(file, content)
        if not lines or not self._good_head(shape, lines[0]):
            self.partly_read.add(shape.kind)
            return
        for line in lines[1:]:
            row = self._line(shape, lines[0].cells, line)
            if row is None:
                self.partly_read.add(shape.kind)
            else:
                yield row

    def _lines(self, file: str, content: bytes) -> list[Line]:
        text = read_text(file, content, self.problems)
        if text is None:
            return []
        try:
            lines = read_csv(text)
        except BadCsv as fault:
            self.problems.add(file, fault.line, fault.message)
            return []
        if not lines:
            self.problems.add(file, 1, "Fila er tom. Skriv navnene på feltene på første linje.")
        return lines

    def _good_head(self, shape: KindShape, line: Line) -> bool:
        head, file = line.cells, shape.record.path
        unknown_keys(Row(shape, {}, file), dict.fromkeys(head), {"slug"}, self.problems)
        twice = {name for name in head if head.count(name) > 1}
        for name in sorted(twice):
            self.problems.add(file, 1, f"Feltet {quoted(name)} står to ganger. Behold det ene.")
        if "slug" not in head:
            self.problems.add(file, 1, "Feltet «slug» mangler. Det må stå på første linje.")
        return not twice and "slug" in head

    def _line(self, shape: KindShape, head: tuple[str, ...], line: Line) -> Row | None:
        file = shape.record.path
        if len(line.cells) != len(head):
            self.problems.add(
                file,
                line.number,
                f"Linjen har {len(line.cells)} felt, men første linje har {len(head)} navn. "
                "Rett kommaene, og sett celler med komma i anførselstegn.",
            )
            return None
        cells = dict(zip(head, line.cells, strict=True))
        slug = cells.pop("slug")
        if not good_slug(shape, slug, file, line.number, self.problems):
            return None
        row = Row(shape, {"slug": slug}, file, line.number)
        fill_row(row, cells, from_csv, self.problems)
        return row


def _parted(text: str) -> tuple[str, str] | None:
    """Return the head and the body of a page, or None when it has no head."""
    if not text.startswith(_FENCE_LINE):
        return None
    rest = text.removeprefix(_FENCE_LINE)
    if rest == FENCE or rest.startswith(_FENCE_LINE):
        head, body = "", rest[len(_FENCE_LINE) :]
    else:
        head, found, body = rest.partition(f"\n{_FENCE_LINE}")
        if not found:
            if not rest.endswith(f"\n{FENCE}"):
                return None
            head, body = rest.removesuffix(FENCE), ""
    return f"{head}\n", body.removeprefix("\n").removesuffix("\n")
