"""From a sentence in the public document of Eksempelvik to what it rests on, by keyboard.

A reader without log-in, JavaScript on and off, touches only Tab and Enter: the sentence →
its finding → the evidence → the analysis → the table of figures; the evidence → the order →
the document that gave it; and takes the document home as PDF and as Word.
"""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import docx
import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from tests.fixtures.commands import clean_surroundings, serving
from tests.fixtures.document_text import docx_blocks, pdf_blocks
from tests.journeys.keyboard import follow, reach

PLAN = "/plan/eksempelvik/"
CHALLENGE = "Arbeidsplassene etter linje 2"
FINDING = "Funn 2: På ti år har tallet på arbeidsplasser i industrien endret seg med −18,0 prosent."
EVIDENCE = "Arbeidsplasser etter næring 2015–2025"
RUN = "IKT og helse vokser, industri og primærnæringer går tilbake"
TABLE = "Arbeidsplasser etter næring i Eksempelvik og landet (oppdiktet)"
ORDER = "Legge fram næringsplanen"
SOURCE = "Økonomiplan 2026–2029"
# What the challenge says, as examples/eksempelvik/challenge/linje-2.md has it.
SAID = "Industrien betyr mer i Eksempelvik enn i landet ellers, og den går fortere tilbake."


@pytest.fixture(scope="module")
def address(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A demo that answers."""
    folder = tmp_path_factory.mktemp("journey") / "data"
    shutil.copytree(built_demo, folder)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    with serving(clean_surroundings(folder), port, command="demo"):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reader(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Somebody who is not logged in, in the challenge document."""
    visitor = browser.new_context(java_script_enabled=request.param, locale="nb-NO")
    page = visitor.new_page()
    page.set_default_timeout(10_000)
    page.goto(f"{address}{PLAN}dokument/utfordringsdokument/")
    yield page
    visitor.close()


def heading_here(page: Page) -> str:
    """Return the title of what the address points at."""
    return page.locator(":target").get_by_role("heading", level=3).inner_text()


def taken_home(page: Page, format_: str, folder: Path) -> Path:
    """Press Enter on a format, and keep what comes."""
    reach(page, f"{format_} (Utfordringsdokument)")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_sentence_is_followed_to_its_sources(reader: Page) -> None:
    page = reader
    follow(page, f"3.1 {CHALLENGE}")  # in the list of contents
    follow(page, f"Følg «{CHALLENGE}» i sporingen")
    assert heading_here(page) == f"1 {CHALLENGE}"
    follow(page, FINDING)
    assert heading_here(page).startswith(FINDING)
    follow(page, EVIDENCE)
    assert heading_here(page) == EVIDENCE
    at_evidence = page.url

    follow(page, RUN)
    assert heading_here(page) == RUN
    follow(page, TABLE)
    assert heading_here(page) == TABLE

    page.goto("about:blank")
    page.goto(at_evidence)
    follow(page, ORDER)
    assert heading_here(page) == ORDER
    follow(page, SOURCE)
    assert heading_here(page) == SOURCE


def test_document_is_taken_home_as_pdf_and_word(reader: Page, tmp_path: Path) -> None:
    page = reader
    follow(page, "Eksempelvik kommune")
    assert page.url.endswith(PLAN)

    word = taken_home(page, "Word", tmp_path)
    pdf = taken_home(page, "PDF", tmp_path)

    assert (pdf.suffix, word.suffix) == (".pdf", ".docx")
    with pikepdf.open(pdf) as opened:
        assert str(opened.Root.Lang) == "nb-NO"
        assert bool(opened.Root.MarkInfo.Marked)
        assert str(opened.docinfo["/Title"]).startswith("Utfordringsdokument")
    assert docx.Document(str(word)).core_properties.title.startswith("Utfordringsdokument")
    assert any(SAID in block for block in pdf_blocks(pdf.read_bytes()))
    assert any(SAID in block for block in docx_blocks(word.read_bytes()))
