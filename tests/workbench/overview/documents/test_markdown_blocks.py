"""Texts in Markdown become blocks of a document, and nothing more."""

from temaplan.documents.document import Listing, Paragraph, Run
from temaplan.workbench.overview.documents.markdown import blocks_of, line_of


def test_paragraphs_lists_and_quotes_become_blocks() -> None:
    text = "Først.\n\n- én\n- to\n\n> Rådmannen skal utrede."

    assert blocks_of(text) == [
        Paragraph((Run("Først."),)),
        Listing(((Run("én"),), (Run("to"),))),
        Paragraph((Run("Rådmannen skal utrede."),), "quote"),
    ]


def test_line_ends_within_a_paragraph_are_blanks() -> None:
    assert blocks_of("en linje\nog en til") == [Paragraph((Run("en linje og en til"),))]


def test_strong_and_emphasis_are_kept() -> None:
    assert blocks_of("a **b** *c*") == [
        Paragraph((Run("a "), Run("b", strong=True), Run(" "), Run("c", emphasis=True)))
    ]


def test_tags_are_shown_as_text() -> None:
    [block] = blocks_of("<script>alert(1)</script> <b>fet</b>")

    assert isinstance(block, Paragraph)
    assert block.runs == (Run("<script>alert(1)</script> <b>fet</b>"),)


def test_link_to_the_web_is_kept_and_any_other_is_only_words() -> None:
    [block] = blocks_of("[ssb](https://ssb.no) [x](mandate/hemmelig) [y](javascript:alert)")

    assert isinstance(block, Paragraph)
    assert [run.href for run in block.runs if run.href] == ["https://ssb.no"]


def test_heading_of_the_writer_is_a_strong_line() -> None:
    assert blocks_of("## Bakgrunn") == [Paragraph((Run("Bakgrunn", strong=True),))]


def test_items_of_a_list_within_a_list_follow_their_parent() -> None:
    assert blocks_of("- a\n    - b\n- c") == [Listing(((Run("a"),), (Run("b"),), (Run("c"),)))]


def test_text_on_one_line_joins_its_paragraphs_and_items() -> None:
    line = "".join(run.text for run in line_of("Først.\n\n- én\n- to"))

    assert line == "Først. én to"


def test_no_text_gives_no_blocks() -> None:
    assert blocks_of("") == []
    assert line_of("") == ()
