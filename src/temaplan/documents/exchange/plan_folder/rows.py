"""Rows as they are read: the values, and where in the folder each of them stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from temaplan.documents.exchange.plan_folder.field_values import SLUG, Unfit
from temaplan.documents.exchange.plan_folder.problems import Problems, quoted
from temaplan.documents.exchange.plan_folder.shapes import FieldShape, KindShape
from temaplan.documents.exchange.plan_folder.snapshot import Values

LONGEST_SLUG = {"plan": 60, "municipality": 60}
_LONGEST_SLUG = 80


@dataclass
class Row:
    """One row with its place in the folder."""

    shape: KindShape
    values: Values
    file: str
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        """Its reference."""
        return f"{self.shape.kind}/{self.values['slug']}"

    def line_of(self, name: str) -> int:
        """Return the line that one of its fields stands on."""
        return self.lines.get(self.shape.field(name).key_in_folder, self.line)


def good_slug(shape: KindShape, slug: Any, file: str, line: int, problems: Problems) -> bool:
    """Tell whether a slug may be one, and note why not."""
    longest = LONGEST_SLUG.get(shape.kind, _LONGEST_SLUG)
    if not isinstance(slug, str) or not SLUG.fullmatch(slug):
        problems.add(
            file,
            line,
            f"Slugen {quoted(slug)} kan ikke brukes. Bruk bare a–z, siffer og bindestrek.",
        )
        return False
    if len(slug) > longest:
        problems.add(file, line, f"Slugen {quoted(slug)} har over {longest} tegn. Kort den ned.")
        return False
    if slug in shape.reserved:
        problems.add(
            file, line, f"Slugen {quoted(slug)} er en del av Temaplans adresser. Velg en annen."
        )
        return False
    return True


def fill_row(
    row: Row,
    given: Mapping[str, Any],
    read: Callable[[FieldShape, Any], Any],
    problems: Problems,
) -> None:
    """Put the given raw values into a row, and note every one that does not fit."""
    for shape in row.shape.head_fields:
        key = shape.key_in_folder
        value = shape.nothing
        if key in given:
            try:
                value = read(shape, given[key])
            except Unfit as why:
                problems.add(row.file, row.line_of(shape.name), f"Feltet {quoted(key)}: {why}")
                row.values[shape.name] = value
                continue
        row.values[shape.name] = value
        fill_missing(row, shape, problems)


def fill_missing(row: Row, shape: FieldShape, problems: Problems) -> None:
    """Give a required field its default, or note that it must be given."""
    if not shape.required or row.values[shape.name] != shape.nothing:
        return
    if shape.default is not None:
        row.values[shape.name] = shape.default
        return
    problems.add(
        row.file,
        row.line_of(shape.name),
        f"Feltet {quoted(shape.key_in_folder)} ({shape.label}) mangler. Skriv det inn.",
    )


def unknown_keys(row: Row, given: Mapping[str, Any], also: set[str], problems: Problems) -> None:
    """Note each key that no field has."""
    known = {shape.key_in_folder for shape in row.shape.head_fields} | also
    for key in given:
        if key not in known:
            problems.add(
                row.file,
                row.lines.get(key, row.line),
                f"Nøkkelen {quoted(key)} er ukjent. Ta den bort, eller rett den til en av: "
                f"{', '.join(sorted(known))}.",
            )
