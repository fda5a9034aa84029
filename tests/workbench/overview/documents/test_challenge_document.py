"""*Utfordringsdokument* keeps its sections apart: one change is seen in one place (S24–S26)."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from temaplan.documents.document import (
    Block,
    Heading,
    Listing,
    Paragraph,
    PlanDocument,
    Table,
    plain,
)
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.models import Plan

Build = Callable[[str, str], PlanDocument]
Cut = Callable[[PlanDocument], Mapping[str, Sequence[Block]]]
Challenges = Callable[[Plan], PlanDocument]


@pytest.fixture
def challenges(build: Build) -> Challenges:
    return lambda plan: build(plan.slug, "challenges")


@pytest.fixture
def second(sample_plan: Plan) -> Challenge:
    """A challenge that rests on nothing, numbered after the one of the sample."""
    return add_object(
        Challenge,
        plan=sample_plan,
        by=None,
        values={"slug": "havna", "number": 7, "title": "Havna er ledig", "what_we_see": "Tomt."},
    )


def test_chapters_stand_in_a_fixed_order(sample_plan: Plan, challenges: Challenges) -> None:
    chapters = [each for each in challenges(sample_plan).headings if each.level == 1]

    assert [f"{each.number} {each.text}".strip() for each in chapters] == [
        "1 Hva dokumentet bygger på",
        "2 Funn og tall",
        "3 Utfordringer",
        "4 Roller",
        "5 Hva som ikke er kjent",
        "Kilder",
    ]


def test_built_twice_from_the_same_data_it_has_the_same_checksum(
    sample_plan: Plan, challenges: Challenges
) -> None:
    assert challenges(sample_plan).sha256 == challenges(sample_plan).sha256


def test_changed_challenge_changes_only_its_own_section(
    sample_plan: Plan, second: Challenge, challenges: Challenges, sections: Cut
) -> None:
    before = sections(challenges(sample_plan))
    change_object(
        second,
        by=None,
        changes={"what_we_see": "120 dekar blir ledige.", "why_it_matters": "Plass til mange."},
        revision=second.revision,
    )

    after = sections(challenges(sample_plan))

    assert list(before) == list(after)
    assert [anchor for anchor in after if before[anchor] != after[anchor]] == [section_of(second)]


def section_of(challenge: Challenge) -> str:
    from temaplan.workbench.overview.documents.anchors import anchor_of

    return anchor_of(challenge)


def test_challenge_keeps_number_and_anchor_when_the_one_before_it_goes(
    sample_plan: Plan, second: Challenge, challenges: Challenges
) -> None:
    before = heading_of(challenges(sample_plan), "Havna er ledig")
    first = Challenge.objects.get(number=1)
    for role in first.roles.all():
        discard_object(role, by=None, reason="Slått sammen.")
    discard_object(first, by=None, reason="Slått sammen.")

    after = heading_of(challenges(sample_plan), "Havna er ledig")

    assert (after.number, after.anchor) == (before.number, before.anchor) == ("3.7", after.anchor)


def heading_of(document: PlanDocument, text: str) -> Heading:
    [found] = [each for each in document.headings if each.text == text]
    return found


def test_challenge_ends_with_what_it_rests_on(
    sample_plan: Plan, challenges: Challenges, sections: Cut
) -> None:
    *_, sources, follow = sections(challenges(sample_plan))[section_of(Challenge.objects.get())]

    assert isinstance(sources, Listing)
    assert isinstance(follow, Paragraph)
    assert [plain(item) for item in sources.items] == [
        "«Arbeidsplasser etter næring» (Prøvevik kommune, 2025): funn\u00a01"
    ]
    assert [run.href for run in follow.runs] == ["challenge/etter-linje-2"]


def test_challenge_without_ground_says_that_it_is_not_documented(
    sample_plan: Plan, second: Challenge, challenges: Challenges, sections: Cut
) -> None:
    missing = [
        plain(block.runs)
        for block in sections(challenges(sample_plan))[section_of(second)]
        if isinstance(block, Paragraph) and block.kind == "missing"
    ]

    assert missing[-1] == "Ikke dokumentert: ingen åpen kilde ligger til grunn for utfordringen."


def test_matrix_has_a_row_for_each_challenge_and_names_who_leads(
    sample_plan: Plan, second: Challenge, challenges: Challenges, sections: Cut
) -> None:
    add_object(
        RoleAssignment,
        plan=sample_plan,
        by=None,
        values={
            "slug": "havna-verket",
            "challenge": second,
            "organisation": Organisation.objects.get(slug="verket"),
            "role": "partner",
        },
    )

    found = sections(challenges(sample_plan))["hvem-kan-gjore-hva"]

    [table] = [block for block in found if isinstance(block, Table)]
    assert table.head == ("Utfordring", "Kommunen selv", "Lokalt og regionalt næringsliv")
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["1 Arbeidsplassene etter linje 2", "Prøvevik kommune: tilrettelegger, leder", "–"],
        ["7 Havna er ledig", "–", "Verket: samarbeidspartner"],
    ]
    told = [plain(block.runs) for block in found if isinstance(block, Paragraph)]
    assert told[-1] == "Ingen er pekt ut til å lede «Havna er ledig»."
