"""A figure: the finding as title, the chart as a picture, its source and its figures."""

import struct
from typing import cast

from temaplan.documents.charts import Chart, draw
from temaplan.documents.document import Figure
from temaplan.documents.docx.inline import marked, run_xml, text_xml
from temaplan.documents.docx.paragraphs import ROOM, paragraph
from temaplan.documents.docx.tables import source_xml, titled_grid
from temaplan.documents.docx.writing import Writing

EMU_PER_POINT = 12_700
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def figure_xml(figure: Figure, depth: int, writing: Writing) -> str:
    """Return a figure with its data table."""
    title = writing.words["figure"].format(number=figure.number, title=figure.title)
    return (
        paragraph("Caption", marked(figure.anchor, run_xml(title), writing))
        + (paragraph("Figure", _drawing(figure, title, writing)) if figure.chart else "")
        + source_xml(figure.source, writing)
        + titled_grid(figure.table, writing, "SmallCaption")
    )


def _drawing(figure: Figure, title: str, writing: Writing) -> str:
    picture = draw(cast("Chart", figure.chart)).picture
    link, number = writing.picture_id(picture), writing.next_drawing()
    size = _size(picture)
    told = f'descr="{text_xml(figure.description)}" title="{text_xml(title)}"'
    name = f"{number}.png"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="{name}" {told}/>'
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{name}" {told}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _size(picture: bytes) -> str:
    """Return the size that makes a PNG as wide as the text."""
    width, height = struct.unpack_from(">II", picture, 16)
    across = round(ROOM * EMU_PER_POINT)
    return f'cx="{across}" cy="{round(across * height / width)}"'
