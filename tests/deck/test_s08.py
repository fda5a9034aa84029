"""S8: the order and the melding that took it in lead to each other; closing warns."""

from tests.deck.outsider import Outsider, words_of

ORDER, REPORT = "mandat/2008-koordinator/", "mandat/2008-melding/"


def test_order_and_melding_lead_to_each_other(in_drammen: Outsider) -> None:
    order = in_drammen.open(ORDER).content.decode()
    report = in_drammen.open(REPORT).content.decode()

    assert in_drammen.address(REPORT) in order
    assert in_drammen.address(ORDER) in report


def test_order_that_was_taken_in_is_neither_lost_nor_counted_as_done(in_drammen: Outsider) -> None:
    rows = in_drammen.open("mandat/").content.decode().split("<tbody>")[1].split("<tr>")[1:]

    row = words_of(next(row for row in rows if "2008-koordinator" in row))
    assert "inngår i annen ordre" in row
    assert "besvart" not in row.replace("ikke besvart", "")


def test_closing_the_melding_without_deciding_the_question_warns(in_drammen: Outsider) -> None:
    before = words_of(in_drammen.open(f"{REPORT}besvar/").content.decode())
    after = in_drammen.saves(f"{REPORT}besvar/", reason="Meldingen er lagt fram.")

    warning = "og det spørsmålet er ikke avgjort"
    assert warning in before
    assert warning in words_of(after.content.decode())
