"""The document in a real browser: accessible, readable at every width, nothing clipped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from temaplan.documents.document import PlanDocument
from temaplan.documents.html import render_html
from tests.fixtures import sample_documents as samples
from tests.fixtures.browser import axe_findings
from tests.fixtures.html_elements import Elements

STATIC = Path(__file__).parents[2] / "src" / "temaplan" / "workbench" / "static"
STYLES = (
    "vendor/designsystemet/index.css",
    "vendor/designsystemet/theme.css",
    "temaplan/frame.css",
    "temaplan/pages.css",
    "temaplan/public.css",
    "temaplan/article.css",
)
Written = Callable[[PlanDocument], str]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a document in the frame of the reading page; returns its address."""

    def write(document: PlanDocument) -> str:
        styles = "".join(f'<link rel="stylesheet" href="{STATIC / name}">' for name in STYLES)
        body = render_html(document, link=lambda target: f"/{target}")
        file = tmp_path / "document.html"
        file.write_text(
            '<!doctype html><html lang="nb" data-color-scheme="auto"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>Dokument</title>{styles}</head><body class='public'>"
            '<div class="public-body"><main><div class="with-contents"><nav class="contents" '
            'aria-label="Innhold"><a href="#noter">Noter</a></nav><div class="reading">'
            '<p class="stamp"><a href="/word">Word</a></p>'
            f"<article>{body}</article></div></div></main></div></body></html>",
            encoding="utf-8",
        )
        return file.as_uri()

    return write


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_320_pixels(page: Page, written: Written, scheme: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(written(samples.rich()))
    for summary in page.locator("summary").all():
        summary.click()

    assert axe_findings(page) == []


@pytest.mark.parametrize("made", [samples.rich, samples.hostile])
def test_page_is_never_wider_than_the_screen(
    page: Page, written: Written, made: Callable[[], PlanDocument]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(written(made()))

    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("made", [samples.rich, samples.hostile, samples.empty])
def test_browser_finds_the_elements_that_were_written_and_no_others(
    page: Page, written: Written, made: Callable[[], PlanDocument]
) -> None:
    article = render_html(made(), link=lambda target: f"/{target}")
    page.goto(written(made()))

    names = page.evaluate(
        "Array.from(document.querySelectorAll('article *'), one => one.localName)"
    )

    assert names == [tag for tag, _attrs in Elements(article).found]


@pytest.mark.parametrize(("width", "shown"), [(320, "narrow"), (640, "wide"), (1280, "wide")])
def test_chart_suits_the_room_and_nothing_of_it_is_clipped(
    page: Page, written: Written, width: int, shown: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(written(samples.rich()))
    page.evaluate("document.fonts.ready")

    visible = page.locator(".chart svg:visible")
    assert [one.get_attribute("class") for one in visible.all()] == [f"chart-{shown}"] * 3
    outside = page.evaluate(
        """Array.from(document.querySelectorAll('.chart svg')).flatMap(svg => {
          const sheet = svg.getBoundingClientRect();
          return Array.from(svg.querySelectorAll('text')).filter(text => {
            const box = text.getBoundingClientRect();
            return box.width && (box.left < sheet.left - 1 || box.right > sheet.right + 1
              || box.top < sheet.top - 3 || box.bottom > sheet.bottom + 3);
          }).map(text => text.textContent);
        })"""
    )
    assert outside == []


def test_letters_of_a_chart_can_be_read_on_a_telephone(page: Page, written: Written) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(written(samples.rich()))

    smallest = page.evaluate(
        """Math.min(...Array.from(document.querySelectorAll('.chart-narrow text'), text =>
          parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a))"""
    )
    assert smallest >= 12


def test_charts_follow_dark_mode(page: Page, written: Written) -> None:
    page.goto(written(samples.rich()))
    colour = "getComputedStyle(document.querySelector('.chart-ink')).fill"

    page.emulate_media(color_scheme="light")
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")

    assert (light, page.evaluate(colour)) == ("rgb(27, 31, 35)", "rgb(236, 238, 239)")


def test_keyboard_alone_opens_the_table_and_goes_from_note_to_text(
    page: Page, written: Written
) -> None:
    page.goto(written(samples.rich()))
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "table-frame"
    assert page.get_by_role("cell", name="1,53").first.is_visible()

    page.get_by_role("link", name="Note 2").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#note-2")
    page.get_by_role("link", name="2, tilbake til teksten").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#note-2-i-teksten")


def test_title_stands_over_the_formats_though_it_comes_after_them(
    page: Page, written: Written
) -> None:
    page.goto(written(samples.rich()))

    tops = [
        page.locator(place).first.bounding_box() for place in ("h1", ".stamp", ".document-body")
    ]

    heights = [box["y"] for box in tops if box]
    assert len(heights) == 3
    assert heights == sorted(heights)


def test_words_are_there_when_the_browser_prints(browser: Browser, written: Written) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(written(samples.rich()))
    page.emulate_media(media="print")

    assert page.get_by_role("cell", name="1,53").nth(1).is_visible()
    assert not page.locator(".link-sign").first.is_visible()
    context.close()
