"""S7: the history of the coordinator order shows the tertialrapport as the next event."""

from tests.deck.outsider import Outsider, words_of


def test_next_step_of_the_order_is_in_the_tertialrapport(in_drammen: Outsider) -> None:
    page = words_of(in_drammen.open("mandat/2008-koordinator/").content.decode())

    given = page.index("Økonomiplan 2008–2011")
    assert page.index("1. tertialrapport 2008", given) > given
    assert "inngår i" in page
