"""A paragraph: a style and its words. The sheet of paper it stands on."""

# A4 less the margins, in twentieths of a point and in points.
TEXT_WIDTH = 9072
ROOM = TEXT_WIDTH / 20
SHORT_SIDE, LONG_SIDE = 11_906, 16_838


def paragraph(style: str, content: str, *, number_list: int = 0) -> str:
    """Return a paragraph; without a style it is body text."""
    dress = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number_list:
        dress += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number_list}"/></w:numPr>'
    return f"<w:p><w:pPr>{dress}</w:pPr>{content}</w:p>" if dress else f"<w:p>{content}</w:p>"


def paper(*, sideways: bool = False, new: bool = False) -> str:
    """Return the sheet that what stands before it is written on, with head and foot."""
    width, height = (LONG_SIDE, SHORT_SIDE) if sideways else (SHORT_SIDE, LONG_SIDE)
    turned = ' w:orient="landscape"' if sideways else ""
    break_kind = '<w:type w:val="nextPage"/>' if new else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:footerReference w:type="default" r:id="rId5"/>{break_kind}'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        '<w:pgMar w:top="1701" w:right="1417" w:bottom="1531" w:left="1417" w:header="794" '
        'w:footer="709" w:gutter="0"/></w:sectPr>'
    )


def on_its_side(content: str) -> str:
    """Return content on sheets of its own that are turned."""
    before, after = (
        f'<w:p><w:pPr><w:pStyle w:val="TableGap"/>{sheet}</w:pPr></w:p>'
        for sheet in (paper(new=True), paper(sideways=True, new=True))
    )
    return before + content + after
