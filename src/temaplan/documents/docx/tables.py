"""Tables whose head is repeated on every page, and that are as wide as the text."""

from collections.abc import Sequence

from temaplan.documents.columns import columns_of
from temaplan.documents.document import Inline, Table, plain
from temaplan.documents.docx.inline import inline_xml, marked, run_xml, text_xml
from temaplan.documents.docx.paragraphs import ROOM, TEXT_WIDTH, paragraph
from temaplan.documents.docx.writing import Writing


def table_xml(table: Table, depth: int, writing: Writing) -> str:
    """Return a table with its title and source."""
    return titled_grid(table, writing, "Caption")


def titled_grid(table: Table, writing: Writing, style: str) -> str:
    """Return a table under its title, in the given style, and over its source.

    Two tables without words between them would grow together, so a small gap is
    written where nothing else follows or goes before.
    """
    title = run_xml(table.title)
    before = paragraph(style, marked(table.anchor, title, writing)) if title else ""
    return before + _grid(table, writing) + (source_xml(table.source, writing) or GAP)


GAP = paragraph("TableGap", "")


def source_xml(source: Inline, writing: Writing) -> str:
    """Return the line that says where figures are from."""
    return paragraph("Source", inline_xml(source, writing)) if plain(source) else ""


def _grid(table: Table, writing: Writing) -> str:
    widths = [round(width * 20) for width in columns_of(table, ROOM).widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = [run_xml(text) for text in table.head]
    rows = "".join(
        _row([inline_xml(cell, writing) for cell in row], widths, table) for row in table.rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
        f'w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{text_xml(table.title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{_row(head, widths, table, head=True)}{rows}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], table: Table, *, head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    full = [*cells, *[""] * (len(widths) - len(cells))]
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(_cell_style(place, table), cell)}</w:tc>"
        for place, (cell, width) in enumerate(zip(full, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{content}</w:tr>"


def _cell_style(place: int, table: Table) -> str:
    return "TableNumber" if place in table.numeric else "TableText"
