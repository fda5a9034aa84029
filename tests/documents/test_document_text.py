"""Page, PDF and Word say the same, block by block."""

from collections.abc import Callable

import pytest

from temaplan.documents.document import Paragraph, PlanDocument, Run
from temaplan.documents.docx import render_docx
from temaplan.documents.html import render_html
from temaplan.documents.pdf import render_pdf
from tests.fixtures import sample_documents as samples
from tests.fixtures.document_text import docx_blocks, html_blocks, normal, pdf_blocks

DOCUMENTS = [samples.rich, samples.hostile, samples.empty, samples.nynorsk]


def somewhere(target: str) -> str:
    return f"https://plan.example/{target}" if "/" in target else ""


@pytest.mark.parametrize("made", DOCUMENTS)
def test_page_pdf_and_word_have_equal_text(made: Callable[[], PlanDocument]) -> None:
    document = made()

    page = html_blocks(render_html(document, link=somewhere))

    assert pdf_blocks(render_pdf(document, link=somewhere)) == page
    assert docx_blocks(render_docx(document, link=somewhere)) == page


def test_rich_document_says_everything_in_order() -> None:
    assert html_blocks(render_html(samples.rich(), link=somewhere)) == [
        "Utfordringsdokument",
        "Næringsplan for Eksempelvik",
        "Stand per 1. februar 2026 (antatt dato)",
        "1 Hva planen bygger på",
        "Planen svarer på seks ordrer. Se figuren, ordren fra 20251 og saken. Den er gjentatt1.",
        "Kommunedirektøren bes fremme en handlingsplan i første tertial 2026.",
        "Kildene sier ikke hvem som bestilte arbeidet.",
        "Tallene er avrundet.",
        "1.1 Ordrer med frist",
        "Utrede",
        "Fremme raskt",
        "Først",
        "Så",
        "Kvotienter etter næring",
        *("Næring", "Kvotient", "Endring"),
        *("Industri", "1,53", "+3 120"),
        *("Informasjon og kommunikasjon", "0,45", "−1 210"),
        "2 Næringsstrukturen",
        *_figure(1, "Industriens andel er halvannen gang landets"),
        *_figure(2, "Fylket tapte arbeidsplasser av egen kraft"),
        *_figure(3, "Folketallet vokser raskere enn hos naboene"),
        "Mer om metoden2.",
        "Noter",
        "1 Budsjett 2025, side 4",
        "2 Lokaliseringskvotient etter sysselsatte.",
    ]


def _figure(number: int, title: str) -> list[str]:
    return [
        f"Figur {number}. {title}",
        "Kilde: Statistisk sentralbyrå, tabell 11713.",
        f"Tallene i figur {number}",
        *("Næring", "Kvotient", "Industri", "1,53"),
    ]


@pytest.mark.parametrize("text", samples.HOSTILE[:4])
def test_hostile_text_stands_as_it_was_written(text: str) -> None:
    document = samples.document(Paragraph((Run(text),)))

    assert html_blocks(render_html(document, link=somewhere))[-1] == normal(text)
    assert pdf_blocks(render_pdf(document))[-1] == normal(text)


def test_sign_that_the_font_lacks_is_a_square_in_the_pdf_and_kept_elsewhere() -> None:
    document = samples.document(Paragraph((Run("Kinesisk 中, smil 😀, arabisk م."),)))

    assert pdf_blocks(render_pdf(document))[-1] == "Kinesisk □, smil □, arabisk □."
    assert docx_blocks(render_docx(document))[-1] == "Kinesisk 中, smil 😀, arabisk م."
    assert html_blocks(render_html(document, link=somewhere))[-1] == (
        "Kinesisk 中, smil 😀, arabisk م."
    )


def test_note_that_does_not_exist_and_link_to_nowhere_leave_the_words() -> None:
    document = samples.document(Paragraph((Run("Se der", href="#borte", note=9), Run("."))))

    assert html_blocks(render_html(document, link=somewhere))[-1] == "Se der."
    assert pdf_blocks(render_pdf(document))[-1] == "Se der."
    assert docx_blocks(render_docx(document))[-1] == "Se der."


def test_pdf_says_that_signs_are_missing_and_only_then() -> None:
    told = "Skriften i denne filen mangler noen tegn."
    lacking = samples.document(Paragraph(samples.words("Kinesisk 中.")))
    whole = samples.document(Paragraph(samples.words("Київ, Αθήνα og Việt Nam □ → ≈.")))

    assert told in " ".join(pdf_blocks(render_pdf(lacking)))
    assert told not in " ".join(pdf_blocks(render_pdf(whole)))
    assert "Київ, Αθήνα og Việt Nam □ → ≈." in pdf_blocks(render_pdf(whole))
