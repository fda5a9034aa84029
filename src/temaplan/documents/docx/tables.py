"""Tables whose head is repeated on every page, and that are as wide as the text."""

from collections.abc import Sequence

from temaplan.documents.columns import SMALL_SIZE, Columns, columns_of
from temaplan.documents.document import Inline, Table, plain
from temaplan.documents.docx.inline import inline_xml, marked, run_xml, text_xml
from temaplan.documents.docx.paragraphs import ROOM, on_its_side, paragraph
from temaplan.documents.docx.writing import Writing


def table_xml(table: Table, depth: int, writing: Writing) -> str:
    """Return a table with its title and source."""
    return titled_grid(table, writing, "Caption")


def titled_grid(table: Table, writing: Writing, style: str) -> str:
    """Return a table under its title, in the given style, and over its source.

    Two tables without words between them would grow together, so a small gap is
    written where nothing else follows or goes before.
    """
    columns = columns_of(table, ROOM)
    title = run_xml(table.title)
    before = paragraph(style, marked(table.anchor, title, writing)) if title else ""
    whole = before + _grid(table, columns, writing) + (source_xml(table.source, writing) or GAP)
    return on_its_side(whole) if columns.sideways else whole


GAP = paragraph("TableGap", "")


def source_xml(source: Inline, writing: Writing) -> str:
    """Return the line that says where figures are from."""
    return paragraph("Source", inline_xml(source, writing)) if plain(source) else ""


def _grid(table: Table, shared: Columns, writing: Writing) -> str:
    widths = [round(width * 20) for width in shared.widths]
    small = "Small" if shared.size == SMALL_SIZE else ""
    styles = [
        f"{small}TableNumber" if place in table.numeric else f"{small}TableText"
        for place in range(len(widths))
    ]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row([run_xml(text) for text in table.head], widths, styles, head=True)
    rows = "".join(
        _row([inline_xml(cell, writing) for cell in row], widths, styles) for row in table.rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        f'w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{text_xml(table.title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(
    cells: Sequence[str], widths: Sequence[int], styles: Sequence[str], *, head: bool = False
) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    full = [*cells, *[""] * (len(widths) - len(cells))]
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, cell)}</w:tc>'
        for cell, width, style in zip(full, widths, styles, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{content}</w:tr>"
