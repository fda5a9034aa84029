"""S11: the profile is printed in the status paper without retyping."""

from tests.deck.outsider import Outsider, words_of


def test_profile_is_printed_as_it_stands(in_drammen: Outsider) -> None:
    in_drammen.saves(
        "plan/endre/",
        period_start="2012",
        period_end="2022",
        owner="rådmannen",
        related_plans="Bystrategien følger planen.",
    )

    page = words_of(in_drammen.document("status-og-videre-arbeid"))

    for told in ("2012–2022", "Rådmannen", "Bystrategien følger planen.", "temaplan"):
        assert told in page or told.casefold() in page.casefold(), told
