"""*Status og videre arbeid* says what the plan's rows say, and follows when they change."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from temaplan.documents.document import (
    Block,
    Figure,
    Heading,
    Inline,
    Listing,
    Paragraph,
    PlanDocument,
    Table,
    plain,
)
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.trace_graph import nothing_closed_on
from temaplan.workbench.plan.actions.objects import change_head, change_object
from temaplan.workbench.plan.models import Milestone, Plan
from temaplan.workbench.plan.trace import traced

Build = Callable[[str, str], PlanDocument]
Cut = Callable[[PlanDocument], Mapping[str, Sequence[Block]]]


@pytest.fixture
def status(build: Build) -> Callable[[Plan], PlanDocument]:
    return lambda plan: build(plan.slug, "status")


Status = Callable[[Plan], PlanDocument]


def lines(blocks: Sequence[Block]) -> list[str]:
    """Return what is written, a line for each heading, paragraph, item and row."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading():
                found.append(f"{block.number} {block.text}".strip())
            case Paragraph():
                found.append(plain(block.runs))
            case Listing():
                found += [plain(item) for item in block.items]
            case Table():
                found += [" | ".join(plain(cell) for cell in row) for row in block.rows]
            case Figure():
                found.append(block.title)
    return found


def changed(before: PlanDocument, after: PlanDocument, cut: Cut) -> list[str]:
    """Return the anchors of the sections that differ."""
    old, new = cut(before), cut(after)
    return [anchor for anchor in new if old.get(anchor) != new[anchor]]


def test_chapters_follow_the_source_deck(sample_plan: Plan, status: Status) -> None:
    chapters = [each for each in status(sample_plan).headings if each.level == 1]

    # The order of the deck's slides: about, background, follow-up, challenges, further work.
    assert [f"{each.number} {each.text}".strip() for each in chapters] == [
        "1 Om planen",
        "2 Bakgrunn: hva som er bestilt",
        "3 Hva som er funnet ut",
        "4 Utfordringer og roller",
        "5 Videre arbeid",
        "6 Det vi ikke vet",
        "Kilder",
    ]


def test_same_data_and_same_date_give_the_same_checksum(sample_plan: Plan, status: Status) -> None:
    assert status(sample_plan).sha256 == status(sample_plan).sha256


def test_another_date_gives_another_document(sample_plan: Plan) -> None:
    on_time = BUILDERS["status"](read(sample_plan, date(2024, 4, 30)))
    day_after = BUILDERS["status"](read(sample_plan, date(2024, 5, 1)))

    assert "2 ordrer er gitt i 2 dokumenter." in lines(on_time.blocks)
    assert "2 ordrer er gitt i 2 dokumenter. Én er over frist." in lines(day_after.blocks)


def test_moved_milestone_changes_the_timeline_and_nothing_else(
    sample_plan: Plan, status: Status, sections: Cut
) -> None:
    before = status(sample_plan)
    step = Milestone.objects.get(slug="oppstart")
    change_object(step, by=None, changes={"date": date(2026, 1, 19)}, revision=step.revision)

    after = status(sample_plan)

    assert changed(before, after, sections) == ["tidslinje"]
    assert (
        "Oppstart | 19. januar 2026 | 12. januar 2026 | formannskapet, planlegger | gjennomført"
        in (lines(sections(after)["tidslinje"]))
    )


def test_changed_state_of_an_order_changes_its_section_and_the_overview(
    sample_plan: Plan, status: Status, sections: Cut
) -> None:
    before = status(sample_plan)
    order = Mandate.objects.get(slug="2024-melding")
    change_object(order, by=None, changes={"state": "answered"}, revision=order.revision)

    after = status(sample_plan)

    assert changed(before, after, sections) == ["bakgrunn", "kilde-tertialrapport-1-2024"]
    assert "Status: besvart" in lines(sections(after)["kilde-tertialrapport-1-2024"])


def test_order_stands_word_for_word_whatever_the_settings_say(
    sample_plan: Plan, status: Status
) -> None:
    municipality = sample_plan.municipality
    change_head(
        municipality,
        by=None,
        changes={"council_name": "heradsstyret", "chief_executive_title": "kommunedirektøren"},
        revision=municipality.revision,
    )

    document = status(sample_plan)

    quotes = [plain(each.runs) for each in document.blocks if is_quote(each)]
    assert quotes == [
        "Rådmannen bes utrede en koordinerende funksjon for næringsutvikling.",
        "Saken legges fram i første tertial 2024.",
        "Det legges fram en melding som tar opp i seg utredningen.",
    ]
    text = "\n".join(line for line in lines(document.blocks) if line not in quotes)
    assert "Mottaker: kommunedirektøren" in text  # the row says «rådmannen»
    assert "Organ: heradsstyret." in text  # the row says «kommunestyret»
    assert "rådmannen" not in text.casefold()


def is_quote(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind == "quote"


def test_order_tells_who_when_and_where_it_stands(
    sample_plan: Plan, status: Status, sections: Cut
) -> None:
    assert lines(sections(status(sample_plan))["kilde-okonomiplan-2024"])[5:] == [
        "Oppdrag: utrede",
        "Mottaker: kommunedirektøren",
        "Frist: «første tertial 2024», det vil si 30. april 2024",
        "Status: inngår i annen ordre, over frist",
        "Kategori: organisering",
        "Sammen med: Verket AS, avdeling 2",
        "Kriterier: Forslaget skal virke for grønn omstilling.",
        "Skal gi: Utredning av koordinerende funksjon (status: i arbeid)",
        "Inngår i «Melding om næring». Sagt i tertialrapporten.",
        "Slik har det gått:",
        "12. desember 2023: gitt i Økonomiplan 2024–2027.",
        "18. juni 2024: inngår i annen ordre, i 1. tertialrapport 2024. Tas opp i meldingen.",
        "Følg «Koordinator for næring» i sporingen",
    ]


def test_shift_of_a_milestone_stands_with_its_reason(
    sample_plan: Plan, status: Status, sections: Cut
) -> None:
    assert lines(sections(status(sample_plan))["flyttinger"]) == [
        "5.2 Det som er flyttet",
        "«Høring» ble flyttet fra april 2026 til mai 2026 den 2. februar 2026. Påsken kom i veien.",
    ]


def test_what_the_source_does_not_say_stands_in_its_chapter_and_among_the_gaps(
    sample_plan: Plan, status: Status, sections: Cut
) -> None:
    found = sections(status(sample_plan))

    silence = "Kilden sier ikke hvem som eier utfordringene."
    assert silence in lines(found["utfordringer"])
    assert silence in lines(found["ikke-kjent"])


def test_each_row_of_the_trace_stands_where_its_house_says(sample_plan: Plan, build: Build) -> None:
    anchors = {code: anchors_of(build(sample_plan.slug, code)) for code in BUILDERS}
    placed = {
        row.ref: place
        for kind in traced()
        for row in kind.model._default_manager.filter(plan=sample_plan).select_related("plan")
        if kind.visible(
            kind.model._default_manager.filter(pk=row.pk), nothing_closed_on(sample_plan)
        ).exists()
        and (place := kind.public_anchor(row))
    }

    assert len(placed) >= 6  # two sources, two orders, evidence, finding, challenge
    missing = {ref for ref, (code, anchor) in placed.items() if anchor not in anchors[code]}
    assert missing == set()


def anchors_of(document: PlanDocument) -> list[str]:
    found = [
        block.anchor
        for block in document.blocks
        if isinstance(block, Heading | Paragraph | Table | Figure) and block.anchor
    ]
    return found + [block.table.anchor for block in document.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("code", BUILDERS)
def test_every_anchor_stands_once(sample_plan: Plan, build: Build, code: str) -> None:
    anchors = anchors_of(build(sample_plan.slug, code))

    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("code", BUILDERS)
def test_every_link_within_the_document_leads_to_an_anchor(
    sample_plan: Plan, build: Build, code: str
) -> None:
    document = build(sample_plan.slug, code)

    wanted = {run.href[1:] for inline in inlines(document) for run in inline if run.href[:1] == "#"}
    assert wanted - set(anchors_of(document)) == set()


def inlines(document: PlanDocument) -> list[Inline]:
    found: list[Inline] = []
    for block in document.blocks:
        match block:
            case Paragraph():
                found.append(block.runs)
            case Listing():
                found += block.items
            case Table():
                found += [cell for row in block.rows for cell in row]
            case Figure():
                found.append(block.source)
    return found


def test_every_open_row_is_named_as_standing_in_the_document(
    sample_plan: Plan, status: Status
) -> None:
    assert set(status(sample_plan).refs) == {
        "analysis_run/fordeling-2025",
        "challenge/etter-linje-2",
        "evidence/naeringsstruktur",
        "finding/industri",
        "mandate/2024-koordinator",
        "mandate/2024-melding",
        "milestone/horing",
        "milestone/oppstart",
        "milestone/sentrum",
        "organisation/verket",
        "plan/provevik-2026",
        "source_document/okonomiplan-2024",
        "source_document/tertialrapport-1-2024",
        "theme/handel",
        "theme/industri",
    }
