"""How one kind of row is written in a plan's folder."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """Where and how the rows of one kind stand in the folder.

    `path` ends in `/*.md` (one Markdown page with a TOML head per row), `/*.toml`
    (one file per row) or `.csv` (one line per row). `fields` names the columns in
    their canonical order; the slug comes first by itself. `body` is the field that
    is the text of a Markdown page; `sidecar` a field kept in a file beside the
    page, as (field, extension); `file_field` a field with the bytes of a file.
    Rows that are `internal` are for those who work on the plan, and never leave in a
    public folder.
    """

    kind: str
    path: str
    fields: tuple[str, ...]
    body: str = ""
    sidecar: tuple[str, str] | None = None
    file_field: str = ""
    internal: bool = False
