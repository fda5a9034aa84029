"""S3: the demo shows three source documents in order with four orders."""

import re

from tests.deck.outsider import Outsider, words_of

TITLES = ["Økonomiplan 2008–2011", "1. tertialrapport 2008", "Økonomiplan 2011–2014"]


def test_three_source_documents_stand_in_order(in_drammen: Outsider) -> None:
    table = in_drammen.open("mandat/dokumenter/").content.decode().split("<tbody>")[1]

    assert [title for title in re.findall(r">([^<>]+)</a>", table) if title in TITLES] == TITLES


def test_four_orders_stand_in_the_order_they_were_given(in_drammen: Outsider) -> None:
    table = in_drammen.open("mandat/").content.decode().split("<tbody>")[1]
    rows = [words_of(row) for row in table.split("<tr>")[1:]]

    assert len(rows) == 4
    assert "næringslivskoordinator på kommunaldirektørnivå" in rows[0]
    assert "utredning av en handlingsplan" in rows[1]
    assert "melding om kommunens næringsarbeid" in rows[2]
    assert "Studie/tiltaksplan handel og service" in rows[3]
