"""S15: who has been met, heard and answered; an organisation number with a wrong check digit."""

from temaplan.workbench.actor.models import Contact, Organisation
from tests.deck.outsider import Outsider, words_of

GROUP = "research_education"
GAP = "Ingen kontakt er registrert med"


def test_group_whose_contacts_are_deleted_is_a_gap(in_eksempelvik: Outsider) -> None:
    with_contact = Contact.objects.filter(
        plan=in_eksempelvik.plan, organisation__group=GROUP
    ).select_related("organisation")
    assert with_contact.exists()
    assert "forskning og utdanning" not in gap(in_eksempelvik)

    for contact in with_contact:
        page = f"aktor/{contact.organisation.slug}/kontakt/{contact.slug}/fjern/"
        in_eksempelvik.saves(page, reason="Prøve")

    line = coverage(in_eksempelvik)["forskning og utdanning"]
    assert line[1:] == ["0", "0", "0", "0"]
    assert "forskning og utdanning" in gap(in_eksempelvik)


def coverage(outsider: Outsider) -> dict[str, list[str]]:
    text = outsider.open("aktor/dekning/?format=csv").content.decode("utf-8-sig")
    cells = [line.split(";") for line in text.splitlines()]
    return {first: rest for first, *rest in cells}


def gap(outsider: Outsider) -> str:
    words = words_of(outsider.document("status-og-videre-arbeid"))
    return words.partition(GAP)[2].partition(".")[0]


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
