"""The page of a document: nothing breaks out, everything can be linked to."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

import pytest

from temaplan.documents.document import Heading, Paragraph, PlanDocument, Run
from temaplan.documents.html import render_html
from tests.fixtures import sample_documents as samples
from tests.fixtures.html_elements import Elements


def somewhere(target: str) -> str:
    return f"/plan/eksempelvik/{target}"


def nowhere(target: str) -> str:
    return ""


@pytest.mark.parametrize("made", [samples.rich, samples.hostile, samples.empty])
def test_page_holds_no_style_no_script_and_no_identity_twice(
    made: Callable[[], PlanDocument],
) -> None:
    article = render_html(made(), link=somewhere)
    elements = Elements(article)

    assert "script" not in {tag for tag, _attrs in elements.found}
    assert [name for _tag, attrs in elements.found for name in attrs if name == "style"] == []
    assert not [name for _tag, attrs in elements.found for name in attrs if name.startswith("on")]
    assert [place for place, times in Counter(elements.values("id")).items() if times > 1] == []


def test_links_within_the_page_lead_to_places_that_are_there() -> None:
    elements = Elements(render_html(samples.rich(), link=somewhere))

    inside = {href[1:] for href in elements.values("href") if href.startswith("#")}

    assert inside == {
        "grunnlag",
        "frister",
        "struktur",
        "figur-1",
        "note-1",
        "note-2",
        "note-1-i-teksten",
        "note-2-i-teksten",
    }
    assert inside <= set(elements.values("id"))


def test_references_and_files_are_asked_for_and_web_addresses_are_not() -> None:
    asked: list[str] = []

    def link(target: str) -> str:
        asked.append(target)
        return f"/her/{target}"

    elements = Elements(render_html(samples.rich(), link=link))

    assert sorted(set(asked)) == [
        "analysis_run/kvotienter",
        "csv:figur-1",
        "csv:figur-2",
        "csv:figur-3",
        "mandate/2025-handlingsplan",
        "png:figur-1",
        "png:figur-2",
        "png:figur-3",
    ]
    hrefs = elements.values("href")
    assert "/her/mandate/2025-handlingsplan" in hrefs
    assert "https://example.org/sak?a=1&b=2" in hrefs
    assert [attrs["href"] for attrs in elements.of("a") if "download" in attrs] == [
        "/her/csv:figur-1",
        "/her/png:figur-1",
        "/her/csv:figur-2",
        "/her/png:figur-2",
        "/her/csv:figur-3",
        "/her/png:figur-3",
    ]


def test_script_address_is_no_link() -> None:
    document = samples.document(Paragraph((Run("Klikk", href="javascript:alert(1)"),)))

    assert Elements(render_html(document, link=nowhere)).of("a") == []


def test_headings_follow_each_other_without_a_gap() -> None:
    document = samples.document(
        Heading(1, "1", "Kapittel", "a"),
        Heading(3, "1.0.1", "Hopper over et nivå", "b"),
        Heading(2, "1.1", "Del", "c"),
        Heading(9, "1.1.1", "Svært dypt", "d"),
    )

    tags = [tag for tag, _a in Elements(render_html(document, link=nowhere)).found]

    assert [tag for tag in tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3", "h3", "h4"]


def test_each_heading_has_a_link_sign_that_says_where_it_leads() -> None:
    elements = Elements(render_html(samples.rich(), link=nowhere))

    signs = [attrs for attrs in elements.of("a") if attrs.get("class") == "link-sign"]

    assert [(sign["href"], sign["aria-label"]) for sign in signs] == [
        ("#grunnlag", "Lenke til «1 Hva planen bygger på»"),
        ("#frister", "Lenke til «1.1 Ordrer med frist»"),
        ("#struktur", "Lenke til «2 Næringsstrukturen»"),
    ]


def test_tables_name_their_columns_and_rows_and_can_be_reached_by_keyboard() -> None:
    article = render_html(samples.rich(), link=nowhere)
    elements = Elements(article)

    assert [attrs["scope"] for attrs in elements.of("th")] == (
        ["col", "col", "col", "row", "row"] + ["col", "col", "row"] * 3
    )
    frames = [attrs for attrs in elements.of("div") if attrs.get("class") == "table-frame"]
    assert {frame["tabindex"] for frame in frames} == {"0"}
    assert [frame["aria-label"] for frame in frames] == [
        "Kvotienter etter næring",
        "Tallene i figur 1",
        "Tallene i figur 2",
        "Tallene i figur 3",
    ]
    assert '<td class="number">+3\u202f120</td>' in article


def test_cell_without_words_is_no_heading() -> None:
    table = samples.table("Tabell", "t", ("", "Antall"), ("", "1"))
    article = render_html(samples.document(table), link=nowhere)

    assert [attrs["scope"] for attrs in Elements(article).of("th")] == ["col"]


def test_chart_is_told_once_and_drawn_for_two_widths() -> None:
    article = render_html(samples.rich(), link=nowhere)
    elements = Elements(article)

    charts = [attrs for attrs in elements.of("div") if attrs.get("role") == "img"]
    assert [chart["aria-label"] for chart in charts] == [
        "Beskrivelse av figur 1.",
        "Beskrivelse av figur 2.",
        "Beskrivelse av figur 3.",
    ]
    assert [attrs["class"] for attrs in elements.of("svg")] == ["chart-wide", "chart-narrow"] * 3


def test_nynorsk_document_has_nynorsk_furniture() -> None:
    article = render_html(samples.nynorsk(), link=somewhere)

    for bokmaal, nynorsk in (
        (">Noter<", ">Notar<"),
        ("Last ned tallene", "Last ned tala"),
        ("Slik er det regnet", "Slik er det rekna"),
        ("Lenke til", "Lenkje til"),
    ):
        assert bokmaal not in article
        assert nynorsk in article


def test_document_may_say_its_furniture_otherwise() -> None:
    document = samples.document(extra={"link_to": "Fast lenke til {title}"})
    with_heading = samples.document(Heading(1, "", "Kilder", "kilder"), extra=document.extra)

    assert "Fast lenke til Kilder" in render_html(with_heading, link=nowhere)


def test_page_is_made_without_the_libraries_that_draw_and_typeset() -> None:
    code = (
        "import sys; from tests.fixtures.sample_documents import rich;"
        "from temaplan.documents.html import render_html; render_html(rich(), link=str);"
        "print(sorted({'typst', 'vl_convert', 'docx', 'lxml', 'PIL', 'django'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
