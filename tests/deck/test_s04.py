"""S4: no mandate without a source document; an unknown date is allowed and listed as lacking."""

from temaplan.workbench.mandate.models import Mandate
from tests.deck.outsider import Outsider, words_of

NEW = {
    "wording": "Rådmannen skal lage en oversikt over næringsareal.",
    "title": "Oversikt over næringsareal",
    "verb": "prepare",
}


def test_order_without_a_source_is_not_stored(in_drammen: Outsider) -> None:
    said = in_drammen.refused("mandat/ny/", **NEW)

    assert "kilde" in said.casefold()
    assert Mandate.objects.filter(plan=in_drammen.plan).count() == 4


def test_unknown_date_is_allowed_and_told(in_drammen: Outsider) -> None:
    in_drammen.saves(
        "mandat/dokumenter/ny/", title="Vedtak om areal", kind="resolution", body_name="bystyret"
    )

    page = words_of(in_drammen.document("status-og-videre-arbeid"))
    assert "«Vedtak om areal»: ukjent vedtaksdato" in page
