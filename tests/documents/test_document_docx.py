"""The Word file of a document: real headings, lists, tables and links, looks in styles."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from temaplan.documents.document import Heading, Listing, Paragraph, PlanDocument, Run
from temaplan.documents.docx import render_docx
from tests.fixtures import sample_documents as samples


def opened(document: PlanDocument, **link: Any) -> Any:
    return docx.Document(BytesIO(render_docx(document, **link)))


def parts(document: PlanDocument) -> dict[str, bytes]:
    with ZipFile(BytesIO(render_docx(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def found(word: Any, tag: str) -> list[Any]:
    return list(word.element.body.iter(qn(tag)))


def words_in(element: Any) -> str:
    return "".join(part.text for part in element.iter(qn("w:t")))


def test_paragraphs_have_the_styles_of_what_they_are() -> None:
    styles = [(part.style.name, part.text) for part in opened(samples.rich()).paragraphs]

    assert styles[:12] == [
        ("Title", "Utfordringsdokument"),
        ("Subtitle", "Næringsplan for Eksempelvik"),
        ("Stamp", "Stand per 1. februar 2026 (antatt dato)"),
        ("Heading 1", "1 Hva planen bygger på"),
        (
            "Lead",
            "Planen svarer på seks ordrer. Se figuren, ordren fra 20251 og saken. "
            "Den er gjentatt1.",
        ),
        ("Quote", "Kommunedirektøren bes fremme en handlingsplan i første tertial 2026."),
        ("Missing", "Kildene sier ikke hvem som bestilte arbeidet."),
        ("Remark", "Tallene er avrundet."),
        ("Heading 2", "1.1 Ordrer med frist"),
        ("List Bullet", "Utrede"),
        ("List Bullet", "Fremme raskt"),
        ("List Number", "Først"),
    ]


@pytest.mark.parametrize("made", [samples.rich, samples.hostile, samples.empty])
def test_every_part_is_sound_and_looks_come_from_styles(made: Any) -> None:
    files = parts(made())

    for name, content in files.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)
    body = etree.fromstring(files["word/document.xml"])
    styles = etree.fromstring(files["word/styles.xml"])
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    used = {
        part.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for part in body.iter(qn(tag))
    }
    assert used <= known
    direct = {child.tag for dress in body.iter(qn("w:rPr")) for child in dress}
    assert direct <= {qn("w:rStyle")}


@pytest.mark.parametrize(
    ("made", "language"), [(samples.rich, "nb-NO"), (samples.nynorsk, "nn-NO")]
)
def test_language_is_said_in_styles_settings_and_properties(made: Any, language: str) -> None:
    files = parts(made())
    styles = etree.fromstring(files["word/styles.xml"])
    settings = etree.fromstring(files["word/settings.xml"])

    assert [part.get(qn("w:val")) for part in styles.iter(qn("w:lang"))] == [language]
    assert [part.get(qn("w:val")) for part in settings.iter(qn("w:themeFontLang"))] == [language]
    assert opened(made()).core_properties.language == language


def test_properties_tell_title_sender_and_the_date_of_the_document() -> None:
    properties = opened(samples.rich()).core_properties

    assert properties.title == "Utfordringsdokument"
    assert properties.author == "Eksempelvik kommune"
    assert properties.subject == "Næringsplan for Eksempelvik"
    assert properties.created.isoformat() == "2026-02-01T00:00:00+00:00"
    assert properties.modified == properties.created


def test_head_of_every_table_is_repeated_and_named_by_style() -> None:
    word = opened(samples.rich())

    assert len(word.tables) == 4
    for table in word.tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(table.rows) - 1)
        look = table._tbl.find(f".//{qn('w:tblLook')}")
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


def test_figures_in_tables_stand_to_the_right_by_style() -> None:
    cells = opened(samples.rich()).tables[0].rows[1].cells

    assert [cell.paragraphs[0].style.name for cell in cells] == [
        "Table Text",
        "Table Number",
        "Table Number",
    ]


def test_pictures_have_the_description_as_alternative_text() -> None:
    word = opened(samples.rich())

    told = [part.get("descr") for part in found(word, "wp:docPr")]

    assert told == [f"Beskrivelse av figur {number}." for number in (1, 2, 3)]
    assert len(word.part.package.image_parts) == 3


def test_same_picture_is_stored_once() -> None:
    twice = samples.document(
        samples.figure(1, "En", samples.BARS), samples.figure(2, "To", samples.BARS)
    )

    assert len([name for name in parts(twice) if name.endswith(".png")]) == 1


def test_notes_are_linked_both_ways() -> None:
    word = opened(samples.rich())
    places = {part.get(qn("w:name")): part.getparent() for part in found(word, "w:bookmarkStart")}
    links = [
        (words_in(link), places[link.get(qn("w:anchor"))])
        for link in found(word, "w:hyperlink")
        if link.get(qn("w:anchor"))
    ]

    led = [(text, words_in(paragraph)[:12]) for text, paragraph in links]

    assert led == [
        ("Se figuren", "Figur 1. Ind"),
        ("1", "1Budsjett 20"),  # called in the text
        ("1", "1Budsjett 20"),  # called again
        ("2", "2Lokaliserin"),
        ("1", "Planen svare"),  # back from the note
        ("2", "Mer om metod"),
    ]


def test_names_of_places_keep_to_the_limits_of_word() -> None:
    anchor = "kapittel-med-et-svært-langt-navn-som-word-ikke-godtar-i-et-bokmerke"
    document = samples.document(
        Heading(1, "1", "Kapittel", anchor), Paragraph((Run("Dit", href=f"#{anchor}"),))
    )

    word = opened(document)

    names = [part.get(qn("w:name")) for part in found(word, "w:bookmarkStart")]
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() for name in names)
    assert [link.get(qn("w:anchor")) for link in found(word, "w:hyperlink")] == names


def test_links_lead_out() -> None:
    word = opened(samples.rich(), link=lambda target: f"https://plan.example/{target}")

    addresses = {rel.target_ref for rel in word.part.rels.values() if rel.is_external}

    assert addresses == {
        "https://plan.example/mandate/2025-handlingsplan",
        "https://example.org/sak?a=1&b=2",
        "https://example.org/b",
    }


def test_each_numbered_list_begins_at_one() -> None:
    listing = Listing((samples.words("Først"), samples.words("Så")), ordered=True)
    word = opened(samples.document(listing, Paragraph(samples.words("Mellom")), listing))

    lists = [part.get(qn("w:val")) for part in found(word, "w:numId")]

    assert lists == ["3", "3", "4", "4"]
    numbering = word.part.numbering_part.element
    begun = {
        num.get(qn("w:numId")): num.find(f".//{qn('w:startOverride')}").get(qn("w:val"))
        for num in numbering.iter(qn("w:num"))
        if num.find(f".//{qn('w:startOverride')}") is not None
    }
    assert begun == {"3": "1", "4": "1"}


def test_every_page_has_the_marking_and_its_number() -> None:
    section = opened(samples.rich()).sections[0]

    assert section.header.paragraphs[0].text == (
        "Eksempelvik kommune · Næringsplan for Eksempelvik\tOppdiktet eksempel"
    )
    footer = section.footer.paragraphs[0]._p
    fields = [part.get(qn("w:instr")).strip() for part in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert words_in(footer) == (
        "Utfordringsdokument · Stand per 1. februar 2026 (antatt dato)Side 1 av 1"
    )


def test_wide_table_stands_on_a_sheet_of_its_own_with_the_same_head() -> None:
    head = ("Næring", *(str(year) for year in range(2010, 2022)))
    wide = samples.table("Bred", "b", head, ("Industri", *["1\u202f234\u202f567"] * 12))

    sections = opened(samples.document(wide, Paragraph(samples.words("Etter")))).sections

    assert [section.page_width > section.page_height for section in sections] == [
        False,
        True,
        False,
    ]
    assert {section.header.paragraphs[0].text for section in sections} == {
        "Eksempelvik kommune · Næringsplan for Eksempelvik\tOppdiktet eksempel"
    }
