"""The parts of a Word file: what is fixed from templates, what is written around it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template

from temaplan.documents.charts.sheet import subject_colour
from temaplan.documents.document import PlanDocument
from temaplan.documents.docx.inline import run_xml, text_xml
from temaplan.documents.docx.paragraphs import paper, paragraph
from temaplan.documents.docx.writing import FIRST_LIST, Writing

TEMPLATES = Path(__file__).parents[1] / "templates" / "word"
SEPARATOR = " · "

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_RELATION}" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
)
_FIXED = ("styles", "numbering", "settings", "header", "footer")


def parts_of(document: PlanDocument, body: str, writing: Writing) -> dict[str, bytes]:
    """Return the parts by name, in the order in which they are stored."""
    said = {
        "language": writing.words["language"],
        "accent": subject_colour(document.colour)[1:].upper(),
        "title": text_xml(document.title),
        "plan": text_xml(document.plan),
        "sender": text_xml(document.sender),
        "marking": text_xml(document.marking),
        "as_of": document.as_of.isoformat(),
        "lists": _lists(writing),
    }
    texts = {
        "[Content_Types].xml": _filled("content_types.xml", said),
        "_rels/.rels": _filled("package_links.xml", said),
        "docProps/core.xml": _filled("core.xml", said),
        "word/document.xml": _whole("document", f"<w:body>{body}{paper()}</w:body>"),
        "word/styles.xml": _filled("styles.xml", said),
        "word/numbering.xml": _filled("numbering.xml", said),
        "word/settings.xml": _filled("settings.xml", said),
        "word/header1.xml": _whole("hdr", _head(document)),
        "word/footer1.xml": _whole("ftr", _foot(document, writing)),
        "word/_rels/document.xml.rels": _links(writing),
    }
    pictures = {f"word/media/{link}.png": png for png, link in writing.pictures.items()}
    return {name: text.encode() for name, text in texts.items()} | pictures


@cache
def _template(name: str) -> Template:
    return Template((TEMPLATES / name).read_text(encoding="utf-8"))


def _filled(name: str, said: dict[str, str]) -> str:
    return _template(name).substitute(said)


def _whole(element: str, content: str) -> str:
    return f"{_DECLARATION}<w:{element} {_NAMESPACES}>{content}</w:{element}>"


def _lists(writing: Writing) -> str:
    begin = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return "".join(
        f'<w:num w:numId="{FIRST_LIST + place}"><w:abstractNumId w:val="2"/>{begin}</w:num>'
        for place in range(writing.number_lists)
    )


def _head(document: PlanDocument) -> str:
    words = run_xml(SEPARATOR.join([document.sender, document.plan]))
    marking = f"<w:r><w:tab/></w:r>{run_xml(document.marking, 'Strong')}"
    return paragraph("Header", words + (marking if document.marking else ""))


def _foot(document: PlanDocument, writing: Writing) -> str:
    words = run_xml(SEPARATOR.join([document.title, document.stamp]))
    return paragraph("Footer", f"{words}<w:r><w:tab/></w:r>{_page_numbers(writing)}")


def _page_numbers(writing: Writing) -> str:
    before, _sign, rest = writing.words["page"].partition("{page}")
    between, _sign, after = rest.partition("{pages}")
    return "".join(
        [run_xml(before), _field("PAGE"), run_xml(between), _field("NUMPAGES"), run_xml(after)]
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run_xml("1")}</w:fldSimple>'


def _links(writing: Writing) -> str:
    return (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{"".join(_relationships(writing))}</Relationships>'
    )


def _relationships(writing: Writing) -> Iterator[str]:
    for place, part in enumerate(_FIXED, start=1):
        file = f"{part}1.xml" if part in {"header", "footer"} else f"{part}.xml"
        yield f'<Relationship Id="rId{place}" Type="{_RELATION}/{part}" Target="{file}"/>'
    for link in writing.pictures.values():
        yield (f'<Relationship Id="{link}" Type="{_RELATION}/image" Target="media/{link}.png"/>')
    for address, link in writing.addresses.items():
        yield (
            f'<Relationship Id="{link}" Type="{_RELATION}/hyperlink" '
            f'Target="{text_xml(address)}" TargetMode="External"/>'
        )
