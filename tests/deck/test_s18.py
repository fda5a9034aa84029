"""S18: five entries from the deck beside open statistics; each shows what builds on it."""

import re

from tests.deck.outsider import Outsider, words_of

FROM_THE_DECK = (
    "naeringsstruktur", "swot-med-scenarier", "intervjuer", "mote-med-eiendomsaktorer",
    "framtidens-byer",
)  # fmt: skip


def test_five_entries_of_the_deck_and_the_statistics_beside(in_drammen: Outsider) -> None:
    table = in_drammen.open("kunnskap/").content.decode().split("<tbody>")[1]
    slugs = list(dict.fromkeys(re.findall(r"/kunnskap/([a-z0-9-]+)/", table)))

    assert [slug for slug in slugs if slug in FROM_THE_DECK] == list(FROM_THE_DECK)
    assert [slug for slug in slugs if slug not in FROM_THE_DECK] != []


def test_entry_shows_the_challenges_that_build_on_it(in_eksempelvik: Outsider) -> None:
    page = in_eksempelvik.open("kunnskap/naeringsanalyse/").content.decode()

    assert "Arbeidsplassene etter linje 2" in words_of(page)


def test_unused_evidence_is_listed(in_drammen: Outsider) -> None:
    page = words_of(in_drammen.open("kunnskap/?bruk=ubrukt").content.decode())

    assert "Intervjuer med nøkkelpersoner" in page


def test_closed_fields_are_said_to_be_unknown(in_drammen: Outsider) -> None:
    page = words_of(in_drammen.document("status-og-videre-arbeid"))

    assert "«Intervjuer med nøkkelpersoner»: ukjent" in page
