"""A number stands in one place: the run. Findings quote it and never hold it."""

from uuid import uuid4

import pytest

from temaplan.workbench.evidence.actions.findings import (
    Quotation,
    add_finding,
    change_finding,
    discard_finding,
    quote_figure,
)
from temaplan.workbench.evidence.actions.register import add_evidence, change_evidence
from temaplan.workbench.evidence.actions.runs import compute_run, discard_run
from temaplan.workbench.evidence.models import AnalysisRun, Evidence, Finding, QuotedFigure
from temaplan.workbench.evidence.queries import finding_parts, finding_text
from temaplan.workbench.evidence.results import written_figure
from temaplan.workbench.plan.actions.objects import AlreadySubmitted, Conflict
from temaplan.workbench.plan.models import Artefact, Event, Person, Plan
from temaplan.workbench.plan.verdicts import NotAllowed

INDUSTRY = {"region": "Vik", "industry": "Industri", "period": "2025"}


def of_industry(run: AnalysisRun, column: str = "share", form: str = "percent") -> Quotation:
    return Quotation(run, INDUSTRY, column, form)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (1.5280876, "two_decimals", "1,53"),
        (125200.0, "whole", "125\u202f200"),
        (0.5665, "percent", "56,7\u00a0prosent"),
        (0.5665, "whole_percent", "57\u00a0prosent"),
        (-0.0174, "percent", "\u22121,7\u00a0prosent"),
        (2.5, "whole", "3"),
        (124.35, "one_decimal", "124,4"),
    ],
)
def test_a_figure_is_written_as_norwegians_do(value: float, form: str, expected: str) -> None:
    assert written_figure(value, form) == expected


def test_a_finding_says_the_figure_of_its_run(source: Evidence, run: AnalysisRun) -> None:
    finding = add_finding(
        evidence=source,
        text="Industrien har {1} av arbeidsplassene.",
        by=None,
        quotation=of_industry(run),
    )
    assert finding_text(finding) == "Industrien har 37,5\u00a0prosent av arbeidsplassene."
    assert [(part.text, part.run_ref) for part in finding_parts(finding)] == [
        ("Industrien har ", ""),
        ("37,5\u00a0prosent", run.ref),
        (" av arbeidsplassene.", ""),
    ]
    assert "37" not in Finding.objects.get().text


def test_findings_are_numbered_through_the_whole_plan(source: Evidence) -> None:
    numbers = [add_finding(evidence=source, text=f"Funn {n}", by=None).number for n in range(3)]
    assert numbers == [1, 2, 3]


def test_a_second_figure_gets_the_next_place(source: Evidence, run: AnalysisRun) -> None:
    finding = add_finding(evidence=source, text="Andel {1}", by=None, quotation=of_industry(run))
    changed = quote_figure(
        finding,
        quotation=of_industry(run, "lq", "two_decimals"),
        text="Andelen er {1}, som er {2} ganger landets.",
        by=None,
        revision=finding.revision,
    )
    # (150 / 400) / (1800 / 11000) = 2.2917
    assert finding_text(changed) == "Andelen er 37,5\u00a0prosent, som er 2,29 ganger landets."
    verbs = list(
        Event.objects.filter(ref__startswith="quoted_figure/").values_list("verb", flat=True)
    )
    assert verbs == ["quoted", "quoted"]


def test_a_figure_taken_out_of_the_text_is_no_longer_quoted(
    source: Evidence, run: AnalysisRun
) -> None:
    finding = add_finding(evidence=source, text="Andel {1}", by=None, quotation=of_industry(run))
    change_finding(finding, text="Industrien er stor.", by=None, revision=finding.revision)
    assert QuotedFigure.objects.count() == 0
    assert Event.objects.filter(ref__startswith="quoted_figure/", verb="discarded").count() == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Andel {2}",
            "Teksten viser til {2}, men funnet har bare {1}.",
        ),
        ("   ", "Skriv hva som er funnet."),
    ],
)
def test_a_place_without_figure_is_refused(
    source: Evidence, run: AnalysisRun, text: str, sentence: str
) -> None:
    finding = add_finding(evidence=source, text="Andel {1}", by=None, quotation=of_industry(run))
    with pytest.raises(NotAllowed) as refused:
        change_finding(finding, text=text, by=None, revision=finding.revision)
    assert refused.value.message == sentence
    assert Finding.objects.get().text == "Andel {1}"


def test_a_typed_place_without_any_figure_is_refused(source: Evidence) -> None:
    with pytest.raises(NotAllowed) as refused:
        add_finding(evidence=source, text="Andel {1}", by=None)
    assert refused.value.message == (
        "Teksten viser til {1}, men funnet siterer ingen tall. Hent tallet fra en analyse."
    )


def test_a_quoted_figure_must_stand_in_the_text(source: Evidence, run: AnalysisRun) -> None:
    with pytest.raises(NotAllowed) as refused:
        add_finding(evidence=source, text="Stor industri", by=None, quotation=of_industry(run))
    assert refused.value.message == "Sett {1} i teksten der tallet skal stå."
    assert Finding.objects.count() == 0


def test_a_cell_without_figure_cannot_be_quoted(source: Evidence, run: AnalysisRun) -> None:
    nowhere = Quotation(
        run, {"region": "Vik", "industry": "Fiske", "period": "2025"}, "lq", "whole"
    )
    with pytest.raises(NotAllowed):
        add_finding(evidence=source, text="Fiske {1}", by=None, quotation=nowhere)


def test_a_suppressed_cell_is_refused_with_its_word(source: Evidence) -> None:
    run = compute_run(
        evidence=source,
        method="location_quotient",
        table="ssb/11713",
        selection={"regions": ["06"], "periods": [2011]},
        parameters={"reference": "0", "totals": "published"},
        title="Buskerud",
        by=None,
    )
    fish = {"region": "06", "industry": "Fiske, fangst og akvakultur", "period": "2011"}
    with pytest.raises(NotAllowed) as refused:
        add_finding(
            evidence=source, text="{1}", by=None, quotation=Quotation(run, fish, "lq", "whole")
        )
    assert refused.value.message == "Cellen er skjermet og har ikke noe tall å sette inn."


def test_an_open_finding_may_not_quote_a_closed_run(
    plan: Plan, source: Evidence, run: AnalysisRun
) -> None:
    other = add_evidence(plan=plan, by=None, values={"title": "Åpen", "kind": "report"})
    change_evidence(source, by=None, changes={"layer": "closed"}, revision=source.revision)
    run = AnalysisRun.objects.select_related("evidence").get()
    with pytest.raises(NotAllowed) as refused:
        add_finding(evidence=other, text="{1}", by=None, quotation=of_industry(run))
    assert refused.value.message == (
        "Analysen er lukket og funnet er åpen. Da ville flere få se tallet enn de som kan lese "
        "analysen. Velg et funn i samme lag."
    )


def test_a_figure_that_is_gone_from_its_run_is_told(source: Evidence, run: AnalysisRun) -> None:
    finding = add_finding(evidence=source, text="Andel {1}", by=None, quotation=of_industry(run))
    AnalysisRun.objects.update(result="region,industry,period,share\n")
    finding = Finding.objects.get(pk=finding.pk)
    assert finding_text(finding) == "Andel (tallet finnes ikke i analysen)"


def test_two_people_who_change_a_finding_are_told_of_each_other(source: Evidence) -> None:
    finding = add_finding(evidence=source, text="Først", by=None)
    change_finding(finding, text="Så", by=None, revision=1)
    with pytest.raises(Conflict):
        change_finding(finding, text="Samtidig", by=None, revision=1)
    assert Finding.objects.get().text == "Så"


def test_a_form_sent_twice_stores_one_finding(source: Evidence) -> None:
    key = uuid4()
    add_finding(evidence=source, text="Én gang", by=None, submission=key)
    with pytest.raises(AlreadySubmitted):
        add_finding(evidence=source, text="Én gang", by=None, submission=key)
    assert Finding.objects.count() == 1


def test_a_finding_that_nothing_rests_on_may_be_discarded_and_its_event_remains(
    source: Evidence, run: AnalysisRun, planner: Person
) -> None:
    finding = add_finding(evidence=source, text="Andel {1}", by=None, quotation=of_industry(run))
    discard_finding(finding, by=planner, reason="Feil næring")
    assert (Finding.objects.count(), QuotedFigure.objects.count()) == (0, 0)
    event = Event.objects.get(ref=f"finding/{finding.slug}", verb="discarded")
    assert (event.reason, event.person_name) == ("Feil næring", planner.name)


def test_a_finding_in_a_fetched_document_is_not_discarded(source: Evidence, plan: Plan) -> None:
    finding = add_finding(evidence=source, text="Står i dokumentet", by=None)
    Artefact.objects.create(
        plan=plan,
        document="status",
        language="nb",
        format="pdf",
        content_hash="x",
        refs=[finding.ref],
        as_of="2026-03-02",
        file="documents/x.pdf",
        sha256="x",
        size=1,
    )
    with pytest.raises(NotAllowed) as refused:
        discard_finding(finding, by=None, reason="x")
    assert refused.value.message == (
        "Funnet står i et dokument som er hentet ut som fil. Rett det i stedet."
    )
    assert Finding.objects.count() == 1


def test_a_run_that_is_quoted_is_not_discarded(source: Evidence, run: AnalysisRun) -> None:
    add_finding(evidence=source, text="Andel {1}", by=None, quotation=of_industry(run))
    with pytest.raises(NotAllowed) as refused:
        discard_run(run, by=None, reason="x")
    assert refused.value.message == (
        "Funn siterer tall fra analysen. Ta tallene ut av funnene først."
    )
