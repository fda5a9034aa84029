"""S1: change one milestone and one mandate status; the status page and its DOCX change.

Every statement in it links to its object; the DOCX uses heading styles and is readable
without images.
"""

import re

from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.documents.status import status_document
from temaplan.workbench.overview.trace_graph import nothing_closed_on, trace_graph
from tests.deck.outsider import Outsider, words_of, words_of_docx

STATUS = "status-og-videre-arbeid"


def test_page_and_word_follow_a_milestone(in_drammen: Outsider) -> None:
    assert "15. juni 2011" in words_of(in_drammen.document(STATUS))

    in_drammen.saves("tidslinje/juni-bystyre/flytt/", when="22. juni 2011")

    for text in (words_of(in_drammen.document(STATUS)), words_of_docx(in_drammen.word("status"))):
        assert "22. juni 2011" in text
        assert "15. juni 2011" not in text


def test_page_and_word_follow_the_state_of_an_order(in_drammen: Outsider) -> None:
    reason = "Studien ble lagt fram som egen sak."
    assert reason not in in_drammen.document(STATUS)

    in_drammen.saves("mandat/2011-handel-i-sentrum/besvar/", reason=reason)

    for text in (words_of(in_drammen.document(STATUS)), words_of_docx(in_drammen.word("status"))):
        assert reason in text


def test_every_object_of_the_status_paper_is_in_the_trace(in_drammen: Outsider) -> None:
    plan = in_drammen.plan
    named = set(status_document(read(plan)).refs) - {plan.ref}
    graph = trace_graph(nothing_closed_on(plan), read(plan).as_of)

    kinds = {node.kind for node in graph.nodes}
    assert {ref for ref in named if ref.split("/")[0] in kinds} <= set(graph.node)
    assert {ref.split("/")[0] for ref in named} >= {"mandate", "source_document", "evidence"}


def test_every_link_of_the_page_leads_somewhere(in_drammen: Outsider) -> None:
    article = in_drammen.document(STATUS)
    anchors = set(re.findall(r'id="([^"]+)"', article))

    for address in set(re.findall(r'href="([^"]+)"', article)):
        if address.startswith("#"):
            assert address[1:] in anchors
        elif address.startswith("/"):
            page = in_drammen.client.get(address.split("#")[0], follow=True)
            assert page.status_code == 200, address


def test_word_has_heading_styles_and_says_everything_without_pictures(in_drammen: Outsider) -> None:
    word = in_drammen.word("status")
    headings = [each.text for each in word.paragraphs if each.style.name.startswith("Heading")]
    on_page = re.findall(r"<h[2-4][^>]*>(.*?)</h[2-4]>", in_drammen.document(STATUS), re.DOTALL)

    assert len(headings) >= 6
    assert len(headings) >= len(on_page) - 1  # a figure's heading is its title
    pictures = word.element.body.findall(".//{*}docPr")
    assert all(each.get("descr") for each in pictures)
