"""S2: the council's name and the language form reach every page; a pale colour is refused."""

from typing import Any

from django.core import mail

from tests.deck.outsider import Outsider, words_of
from tests.fixtures.cast import person_with

PAGES = (
    "oversikt/", "plan/", "tidslinje/", "mandat/", "mandat/ny/", "mandat/dokumenter/", "kunnskap/",
    "utfordring/", "aktor/", "dokumenter/", "kommune/", "kommune/endre/", "personer/",
)  # fmt: skip
COUNCILS = ("bystyre", "kommunestyre")


def as_herad(planner: Outsider) -> Outsider:
    """Let the council be heradsstyret and the language nynorsk."""
    administrator = Outsider(type(planner.client)(), planner.plan)
    administrator.client.force_login(
        person_with("administrator", planner.plan, whole_municipality=True)
    )
    administrator.saves("kommune/endre/", council_name="heradsstyret", language="nn")
    planner.plan.refresh_from_db()
    planner.plan.municipality.refresh_from_db()
    return administrator


def test_no_page_still_says_the_old_name_of_the_council(in_eksempelvik: Outsider) -> None:
    herad = as_herad(in_eksempelvik)
    own = _texts_of(in_eksempelvik)

    for path in PAGES:
        page = words_of(herad.open(path).content.decode().split("<main")[1])
        page = without_own_words(page, own)
        found = [word for word in COUNCILS if word in page.casefold()]
        assert found == [], f"{path}: {found}"


def without_own_words(page: str, own: set[str]) -> str:
    """Take out what people have written, also where a list shows only how it begins."""
    for written in sorted(own, key=len, reverse=True):
        page = page.replace(written, " ")
        begun = next((n for n in range(len(written), 30, -1) if f"{written[:n]}…" in page), 0)
        page = page.replace(f"{written[:begun]}…", " ") if begun else page
    return page


def _texts_of(planner: Outsider) -> set[str]:
    """Return every text that people have written in the plan: those are theirs."""
    from temaplan.workbench.overview.folder.snapshot import snapshot_of

    snapshot = snapshot_of(planner.plan)
    rows = [row for kind in snapshot.rows.values() for row in kind] + [snapshot.plan]
    texts = {value for row in rows for value in row.values() if isinstance(value, str)}
    return {words_of(text) for text in texts if len(text) > 3}


def test_body_of_a_milestone_is_written_as_the_municipality_says(in_eksempelvik: Outsider) -> None:
    as_herad(in_eksempelvik)

    assert "Heradsstyret" in words_of(in_eksempelvik.document("status-og-videre-arbeid"))


def test_pages_speak_nynorsk_when_the_municipality_does(in_eksempelvik: Outsider) -> None:
    herad = as_herad(in_eksempelvik)

    page = herad.open("oversikt/").content.decode()

    assert '<html lang="nn"' in page
    assert "Kva må gjerast no" in page


def test_pale_colour_is_refused_with_the_measured_ratio(in_eksempelvik: Outsider) -> None:
    administrator = as_herad(in_eksempelvik)

    said = administrator.refused("kommune/endre/", colour="#aaaaaa")

    assert "Fargen #aaaaaa har kontrast 2,3:1 mot kvitt. Han må ha minst 4,5:1." in said


def test_mail_is_in_the_language_of_the_municipality(
    in_eksempelvik: Outsider, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.EMAIL_CONFIGURED = True
    administrator = as_herad(in_eksempelvik)

    with django_capture_on_commit_callbacks(execute=True):
        administrator.send(
            "personer/inviter/", email="ny@eksempel.test", name="Ny leser", role="reader"
        )

    subjects = [each.subject for each in mail.outbox if "ny@eksempel.test" in each.to]
    assert subjects == ["Du har fått ei rolle på Næringsplan for Eksempelvik"]
