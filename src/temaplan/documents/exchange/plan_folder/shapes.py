"""What a plan's folder may hold, as plain data: kinds, their fields and what a field takes.

The workbench derives these from its models, so the folder format follows a new
field by itself, and this floor needs to know nothing of Django.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from temaplan.documents.exchange.record import Record

FORMAT = 1

# What a field holds when it says nothing; a field at this value is left out.
NOTHING: Mapping[str, Any] = {
    "text": "",
    "url": "",
    "choice": "",
    "colour": "",
    "int": None,
    "date": None,
    "ref": None,
    "bool": False,
}


@dataclass(frozen=True)
class FieldShape:
    """One field: the name it has in the folder, its type, and the limits of its value.

    `type` is text, url, colour, int, date, bool, ref, refs, json or choice. `words` maps each
    stored code to the word that stands in the folder. `default` is what a required
    field gets when the folder leaves it out; None means that it must be given.
    """

    name: str
    type: str
    required: bool = False
    default: Any = None
    key: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    longest: int | None = None
    smallest: int | None = None
    largest: int | None = None
    empty_json: Any = None
    label: str = ""

    @property
    def key_in_folder(self) -> str:
        """The name that stands in the folder."""
        return self.key or self.name

    @property
    def nothing(self) -> Any:
        """The value that is the same as saying nothing."""
        if self.type == "refs":
            return []
        return self.empty_json if self.type == "json" else NOTHING[self.type]


@dataclass(frozen=True)
class KindShape:
    """One kind of row: where it stands, its fields, and what must not come twice.

    `reserved` are words that no slug may be, because pages have them in their addresses.
    """

    record: Record
    fields: tuple[FieldShape, ...]
    label: str = ""
    unique: tuple[tuple[str, ...], ...] = ()
    exactly_one: tuple[tuple[str, ...], ...] = ()
    reserved: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """Code name, the first half of a reference."""
        return self.record.kind

    @property
    def head_fields(self) -> tuple[FieldShape, ...]:
        """The fields that stand in the head or the line: not the body, not the sidecar."""
        beside = {self.record.body, self.record.sidecar[0] if self.record.sidecar else ""}
        return tuple(shape for shape in self.fields if shape.name not in beside)

    def field(self, name: str) -> FieldShape:
        """Return the field of a name."""
        return next(shape for shape in self.fields if shape.name == name)

    @property
    def folder(self) -> str:
        """The folder that its files stand in, with a slash at the end."""
        return self.record.path.rpartition("/")[0] + "/"

    @property
    def extension(self) -> str:
        """`.md`, `.toml` or `.csv`."""
        return "." + self.record.path.rpartition(".")[2]

    @property
    def is_table(self) -> bool:
        """Tell whether all rows stand in one CSV file."""
        return self.extension == ".csv"

    def page(self, slug: str) -> str:
        """Return the path of one row's own file."""
        return f"{self.folder}{slug}{self.extension}"

    def sidecar(self, slug: str) -> str:
        """Return the path of the file that stands beside one row's page."""
        return f"{self.folder}{slug}{self.record.sidecar[1]}" if self.record.sidecar else ""


@dataclass(frozen=True)
class PlanShapes:
    """Everything a folder may hold; `kinds` stand in an order that never refers forwards."""

    municipality: KindShape
    plan: KindShape
    kinds: tuple[KindShape, ...]

    def __iter__(self) -> Iterator[KindShape]:
        return iter(self.kinds)

    def kind(self, name: str) -> KindShape:
        """Return the kind of a code name."""
        return next(shape for shape in self.kinds if shape.kind == name)
