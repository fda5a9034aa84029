"""S31: a newer year comes, and the figures of the status chapter are outdated until refreshed."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from temaplan.workbench.evidence.models import DataTable, TableDraft
from tests.deck.outsider import Outsider, words_of

STATUS = "dokumenter/status-og-videre-arbeid/"
CHALLENGES = "dokumenter/utfordringsdokument/"
# Beside each in the file: 2025 as the example has it, and what comes for 2026.
COMMUTING = "region,period,jobs,employed_residents,in_commuters,out_commuters\n"
OLD, NEW = "Eksempelvik,2025,8150,8900,1650,2400\n", "Eksempelvik,2026,8100,9000,1700,2600\n"
RUN = "kunnskap/analyser/pendling-2025/"
# 8150 of 8900, and 8100 of 9000.
OLD_WORDS, NEW_WORDS = "92\u00a0prosent", "90\u00a0prosent"
MARK = "Utdatert: det finnes nyere tall."


def document(who: Outsider, address: str) -> str:
    answer = who.client.get(who.address(address), follow=True)
    assert answer.status_code == 200
    return words_of(answer.content.decode())


def bring_newer_year(who: Outsider) -> None:
    """Put a file with 2026 in the table of commuting, and take it in."""
    table = DataTable.objects.get(plan__slug=who.plan.slug, slug="pendling")
    sent = {
        "title": table.title,
        "source": table.source,
        "unit": table.unit,
        "licence": table.licence,
        "vintage": "4. kvartal 2026",
        "retrieved_on": "12. januar 2027",
        "invented": "on",
        "revision": table.revision,
        "file": SimpleUploadedFile("pendling.csv", (COMMUTING + OLD + NEW).encode()),
    }
    who.client.post(who.address("kunnskap/tabeller/pendling/endre/"), sent)
    draft = TableDraft.objects.get()
    done = who.client.post(
        who.address(f"kunnskap/tabeller/kladd/{draft.key}/ta-inn/"), {"revision": draft.revision}
    )
    assert done.status_code == 302


def refresh(who: Outsider) -> None:
    """Look at old and new side by side, to the newest year, and accept."""
    page = who.client.get(who.address(f"{RUN}beregn/?til=2026")).content.decode()
    form = page.partition('class="plan-form"')[2]
    action = re.search(r'action="([^"]+)"', form)
    assert action is not None
    hidden = dict(re.findall(r'name="(revision|submission)" value="([^"]+)"', form))
    title = "Ni av ti arbeidsplasser per sysselsatt"
    sent = {"title": title, "caveats": "Oppdiktede tall for 2026.", **hidden}
    address = who.address(f"{RUN}beregn/") + action[1].replace("&amp;", "&")
    assert who.client.post(address, sent).status_code == 302


def test_a_newer_year_marks_the_figures_until_they_are_refreshed(
    in_eksempelvik: Outsider,
) -> None:
    assert MARK not in document(in_eksempelvik, STATUS)
    bring_newer_year(in_eksempelvik)
    for address in (STATUS, CHALLENGES):
        assert MARK in document(in_eksempelvik, address)
    refresh(in_eksempelvik)
    for address in (STATUS, CHALLENGES):
        assert MARK not in document(in_eksempelvik, address)


def test_refreshing_changes_number_year_and_footnote_together(in_eksempelvik: Outsider) -> None:
    bring_newer_year(in_eksempelvik)
    for address in (STATUS, CHALLENGES):
        before = document(in_eksempelvik, address)
        assert (words_of(OLD_WORDS) in before, words_of(NEW_WORDS) in before) == (True, False)
        assert "4. kvartal 2026" not in before
    refresh(in_eksempelvik)
    for address in (STATUS, CHALLENGES):
        after = document(in_eksempelvik, address)
        assert (words_of(OLD_WORDS) in after, words_of(NEW_WORDS) in after) == (False, True)
        assert "4. kvartal 2026" in after
        assert "Oppdiktede tall for 2026." in after
    old = words_of(in_eksempelvik.client.get(in_eksempelvik.address(RUN)).content.decode())
    assert "Analysen er erstattet av" in old


def test_the_age_of_each_source_is_visible(in_eksempelvik: Outsider) -> None:
    status = document(in_eksempelvik, STATUS)
    assert "4. kvartal 2025, hentet 12. januar 2026" in status
