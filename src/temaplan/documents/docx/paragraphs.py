"""A paragraph: a style and its words."""

# A4 less the margins, in twentieths of a point and in points.
TEXT_WIDTH = 9072
ROOM = TEXT_WIDTH / 20


def paragraph(style: str, content: str, *, number_list: int = 0) -> str:
    """Return a paragraph; without a style it is body text."""
    dress = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number_list:
        dress += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number_list}"/></w:numPr>'
    return f"<w:p><w:pPr>{dress}</w:pPr>{content}</w:p>" if dress else f"<w:p>{content}</w:p>"
