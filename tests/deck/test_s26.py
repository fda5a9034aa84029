"""S26, in part: the roles are an accessible table with room for action and who leads."""

import re

from tests.deck.outsider import Outsider, words_of


def test_matrix_is_a_table_with_headings_for_rows_and_columns(in_eksempelvik: Outsider) -> None:
    page = in_eksempelvik.open("utfordring/roller/").content.decode()

    assert "<caption" in page
    assert len(re.findall(r'<th scope="col"', page)) >= 3
    assert len(re.findall(r'<th scope="row"', page)) >= 12


def test_roles_leaders_and_room_are_told_in_the_document(in_eksempelvik: Outsider) -> None:
    told = words_of(in_eksempelvik.document("utfordringsdokument"))

    for word in ("tilrettelegger", "pådriver", "Næringsfondet", "leder"):
        assert word in told, word


def test_challenge_that_nobody_leads_is_told(in_eksempelvik: Outsider) -> None:
    page = words_of(in_eksempelvik.open("utfordring/reiseliv/").content.decode())

    assert "ingen leder" in page.casefold()
