"""S19: the analysis of industrial structure, on the open data that come with Temaplan."""

import csv
import io
import math

from tests.deck.outsider import Outsider, words_of

# Table 11713, thousand employed, as published: Buskerud and the country, 2008 and 2011.
TOTALS = {"here": (124.7, 125.2), "country": (2569.7, 2589.0)}
LINES = {
    "Industri": ((17.2, 16.9), (251.5, 228.7)),
    "Varehandel og reparasjon av motorvogner": ((20.3, 19.7), (365.9, 350.5)),
    "Informasjon og kommunikasjon": ((1.8, 1.9), (84.3, 86.5)),
}
ASK = "kunnskap/statistikk-buskerud/analyse/ny/?tabell=ssb/11713"


def result(who: Outsider, **asked: object) -> tuple[str, list[dict[str, str]]]:
    """Ask for an analysis in the browser; return its page and the file with every digit."""
    sent = {
        "title": "Egen analyse",
        "measure": "employed_persons",
        "first_year": "2008",
        "last_year": "2011",
        "reference": "0",
        "totals": "on",
        **asked,
    }
    answer = who.client.post(who.address(ASK), sent)
    assert answer.status_code == 302, answer.content.decode()
    file = who.client.get(f"{answer['Location']}resultat/").content.decode()
    page = who.client.get(answer["Location"]).content.decode()
    return page, list(csv.DictReader(io.StringIO(file)))


def test_three_quotients_are_those_of_a_spreadsheet(in_drammen: Outsider) -> None:
    _page, rows = result(in_drammen, method="location_quotient", regions=["06"], first_year="2011")
    for industry, (here, country) in LINES.items():
        by_hand = (here[1] / TOTALS["here"][1]) / (country[1] / TOTALS["country"][1])
        found = next(float(row["lq"]) for row in rows if row["industry"] == industry)
        assert math.isclose(found, by_hand, rel_tol=1e-6), industry


def test_the_country_has_quotient_1_in_every_industry(in_drammen: Outsider) -> None:
    _page, rows = result(in_drammen, method="location_quotient", regions=["0"])
    assert {float(row["lq"]) for row in rows if row["lq"]} == {1.0}


def test_a_shift_share_is_that_of_a_spreadsheet_and_its_parts_sum_to_the_change(
    in_drammen: Outsider,
) -> None:
    _page, rows = result(in_drammen, method="shift_share", regions=["06"])
    for industry, (here, country) in LINES.items():
        parts = {row["component"]: row["value"] for row in rows if row["industry"] == industry}
        competitive = here[1] - here[0] * country[1] / country[0]
        assert math.isclose(float(parts["competitive"]), competitive, rel_tol=1e-6), industry
        change = math.fsum(float(value) for value in parts.values())
        assert math.isclose(change, here[1] - here[0], rel_tol=1e-9, abs_tol=1e-12), industry
    whole = [float(row["value"]) for row in rows if row["industry"] == "i alt"]
    assert math.isclose(math.fsum(whole), 125.2 - 124.7, rel_tol=1e-9)


def test_what_the_lines_lack_of_the_total_is_a_row(in_drammen: Outsider) -> None:
    page, _rows = result(in_drammen, method="location_quotient", regions=["06"], first_year="2011")
    # The lines sum to 124.4, the published total is 125.2 thousand.
    assert "ikke fordelt 0,8" in words_of(page)


def test_the_four_municipalities_of_2011_are_today_three_and_the_page_says_why(
    in_drammen: Outsider,
) -> None:
    sent = {
        "title": "Folketall",
        "method": "series",
        "regions": "Øvre Eiker, Nedre Eiker, Drammen, Lier",
        "first_year": "2011",
        "last_year": "2026",
    }
    ask = in_drammen.address("kunnskap/folketall/analyse/ny/?tabell=ssb/07459")
    answer = in_drammen.client.post(ask, sent)
    page = words_of(in_drammen.client.get(answer["Location"]).content.decode())
    assert "Områder Øvre Eiker, Drammen og Lier" in page
    assert (
        "3301 Drammen er i dag det som var 0602 Drammen, 0625 Nedre Eiker og 0711 Svelvik." in page
    )
