"""S9: comparing 2008-2011 with 2011-2014 lists one new order; the others are «ikke gjentatt»."""

from tests.deck.outsider import Outsider, words_of


def test_comparison_has_one_new_order_and_drops_none(in_drammen: Outsider) -> None:
    page = in_drammen.open("mandat/sammenlign/").content.decode().split("<main")[1]
    text = words_of(page)

    new = text[text.index("Nye") : text.index("Ikke gjentatt")]
    assert "handel" in new
    assert "koordinator" not in new
    rest = text[text.index("Ikke gjentatt") :]
    assert "koordinator" in rest
    assert "handlingsplan" in rest
    assert "droppet" not in text.casefold()


def test_comparison_is_one_click_from_the_list(in_drammen: Outsider) -> None:
    assert in_drammen.address("mandat/sammenlign/") in in_drammen.open("mandat/").content.decode()
