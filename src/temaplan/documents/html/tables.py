"""Tables that people can reach by keyboard and scroll when they are wider than the page."""

from temaplan.documents.document import Inline, Table, plain
from temaplan.documents.html.inline import Setting, identity, inline_html, text_html


def table_html(table: Table, depth: int, setting: Setting) -> str:
    """Return a table with its source."""
    return (
        f'<div class="document-table"{identity(table.anchor)}>{grid_html(table, setting)}'
        f"{source_html(table.source, setting)}</div>"
    )


def grid_html(table: Table, setting: Setting) -> str:
    """Return the table itself in a frame of its own."""
    caption = f"<caption>{text_html(table.title)}</caption>" if table.title else ""
    head = "".join(_head_cell(text, place, table) for place, text in enumerate(table.head))
    rows = "".join(f"<tr>{_cells(row, table, setting)}</tr>" for row in table.rows)
    name = text_html(table.title or setting.words["table"])
    return (
        f'<div class="table-frame" role="group" tabindex="0" aria-label="{name}"><table>'
        f"{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def source_html(source: Inline, setting: Setting) -> str:
    """Return the line that says where the figures are from."""
    return f'<p class="source">{inline_html(source, setting)}</p>' if plain(source) else ""


def _head_cell(text: str, place: int, table: Table) -> str:
    number = _number(place, table)
    if not text.strip():
        return f"<td{number}></td>"
    return f'<th scope="col"{number}>{text_html(text)}</th>'


def _cells(row: tuple[Inline, ...], table: Table, setting: Setting) -> str:
    return "".join(_cell(cell, place, table, setting) for place, cell in enumerate(row))


def _cell(cell: Inline, place: int, table: Table, setting: Setting) -> str:
    words, number = inline_html(cell, setting), _number(place, table)
    if place == 0 and plain(cell).strip():
        return f'<th scope="row"{number}>{words}</th>'
    return f"<td{number}>{words}</td>"


def _number(place: int, table: Table) -> str:
    return ' class="number"' if place in table.numeric else ""
