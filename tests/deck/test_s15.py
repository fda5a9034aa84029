"""S15, in part: an organisation number with a wrong check digit is refused."""

from temaplan.workbench.actor.models import Organisation
from tests.deck.outsider import Outsider


def test_wrong_check_digit_is_refused(in_drammen: Outsider) -> None:
    before = Organisation.objects.count()

    said = in_drammen.refused(
        "aktor/ny/", name="Ny bedrift", group="business", org_number="921 234 555"
    )

    assert "kontrollsiffer" in said
    assert Organisation.objects.count() == before


def test_right_check_digit_is_taken_with_its_blanks(in_drammen: Outsider) -> None:
    in_drammen.saves("aktor/ny/", name="Ny bedrift", group="business", org_number="921 234 554")

    assert Organisation.objects.get(name="Ny bedrift").org_number == "921234554"
