"""S24, without versions: same data, same hash; one changed challenge changes only its section."""

from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.overview.documents.challenges import challenge_document
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.plan.models import Plan
from tests.deck.outsider import Outsider


def blocks(plan: Plan) -> tuple[object, ...]:
    return challenge_document(read(Plan.objects.get(pk=plan.pk))).blocks


def test_same_data_gives_the_same_hash(eksempelvik: Plan) -> None:
    first, second = (challenge_document(read(eksempelvik)).sha256 for _ in range(2))

    assert first == second


def test_one_changed_challenge_changes_only_its_section(in_eksempelvik: Outsider) -> None:
    before = blocks(in_eksempelvik.plan)
    challenge = Challenge.objects.get(plan=in_eksempelvik.plan, slug="fagfolk")

    in_eksempelvik.saves(
        "utfordring/fagfolk/endre/", why_it_matters="Bedriftene sier nei til oppdrag."
    )

    after = blocks(in_eksempelvik.plan)
    assert len(before) == len(after)
    changed = [old for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    assert challenge.why_it_matters in str(changed[0])
