"""S30: the reference group comes from the contact committee's business members."""

from django.test import Client

from tests.deck.outsider import Outsider, words_of

GROUP = "aktor/grupper/referansegruppen/"


def set_up(outsider: Outsider) -> str:
    outsider.saves("aktor/grupper/ny/", name="Referansegruppen", kind="reference_group")
    form = outsider.open(f"{GROUP}hent-medlemmer/").context["form"]
    (source,) = [row for row in form.fields["source"].queryset if row.name == "Kontaktutvalget"]
    outsider.saves(f"{GROUP}hent-medlemmer/", source=source.pk)
    return words_of(outsider.open(GROUP).content.decode())


def test_only_business_members_come_along(in_eksempelvik: Outsider) -> None:
    told = set_up(in_eksempelvik)
    members = told.partition("Mangler habilitetserklæring")[0]
    of_business = ("Bedrift 5", "Nordsund Slip", "Vikbyen Sentrum", "Verket", "Næringsforum")
    of_others = ("ordfører", "rektor", "studieleder", "havnesjef")

    assert "3 kvinner, 2 menn" in members
    assert [name for name in of_business if name not in told] == []
    assert [name for name in of_others if name in told] == []


def test_member_without_declaration_is_shown_until_it_comes(in_eksempelvik: Outsider) -> None:
    told = set_up(in_eksempelvik)
    assert told.count("mangler habilitetserklæring") == 5
    member = f"{GROUP}medlem/referansegruppen-fabrikksjef-verket/endre/"

    in_eksempelvik.saves(member, declared_on="5. februar 2026", declaration="Ansatt i Verket.")

    told = words_of(in_eksempelvik.open(GROUP).content.decode())
    assert told.count("mangler habilitetserklæring") == 4
    assert "habilitet erklært 5. februar 2026" in told


def test_group_member_neither_edits_nor_decides(
    in_eksempelvik: Outsider, group_member_of_eksempelvik: Client
) -> None:
    set_up(in_eksempelvik)
    page = f"/arbeid/{in_eksempelvik.plan.slug}/{GROUP}"
    assert group_member_of_eksempelvik.get(page).status_code == 200
    for verb in ("endre/", "medlem/ny/", "hent-medlemmer/", "forkast/"):
        assert group_member_of_eksempelvik.post(f"{page}{verb}").status_code == 403
