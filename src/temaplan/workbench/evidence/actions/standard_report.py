"""The default report of industrial structure as a source of the plan: a calculation a figure."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from temaplan.report.question import Ground, Question, ground_of
from temaplan.report.runs import Run, runs_of
from temaplan.workbench.evidence.actions.findings import Quotation, add_finding
from temaplan.workbench.evidence.actions.register import EVERY_LAYER, OPEN, add_evidence
from temaplan.workbench.evidence.actions.runs import compute_run
from temaplan.workbench.evidence.calculation import Question as Asked
from temaplan.workbench.evidence.calculation import calculate, input_table
from temaplan.workbench.evidence.calculation.charts import usual_chart
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.plan.models import Person, Plan

KIND = "industrial_structure"
LONGEST = 300  # what a source says of its geography


@transaction.atomic
def add_standard_report(
    *,
    plan: Plan,
    by: Person | None,
    regions: Sequence[str],
    period: tuple[int, int] | None = None,
    layer: str = OPEN,
    readable: Collection[str] = EVERY_LAYER,
    submission: UUID | None = None,
) -> Evidence:
    """Make the figures of the report for some municipalities, with findings that quote them.

    Raises `BadInput` with what can be chosen instead. All of it is stored, or nothing.
    """
    with translation.override("nb"):  # stored once for all readers, as every result is
        ground = ground_of(Question(tuple(regions), period, translate=_))
        evidence = add_evidence(
            plan=plan,
            by=by,
            values={**_about(ground), "layer": layer},
            readable=readable,
            submission=submission,
        )
        for run in runs_of(ground):
            _keep(evidence, run, caveats=_borders(ground), by=by)
    return evidence


def _about(ground: Ground) -> dict[str, object]:
    names = ground.title_names.nb
    return {
        "title": _("Næringsstruktur i %(areas)s") % {"areas": names},
        "kind": KIND,
        "description": _(
            "Figurer fra standardrapporten om næringsstruktur. Hver figur er en analyse av åpne "
            "tall, og funnene siterer dem."
        ),
        "author": "Temaplan",
        "year": ground.end,
        "geography": f"{ground.title_names.nb}. {_borders(ground)}".strip()[:LONGEST],
        "method": _(
            "Vekst, egendekning, lokaliseringskvotient og skift-andel. Hver analyse sier hvordan "
            "den er regnet, og av hvilken tabell."
        ),
        "limits": _(
            "Tallene er åpne og grove. De viser ikke enkeltbedrifter, nye foretak eller hvor "
            "pendlerne kommer fra. «temaplan report» skriver hele rapporten med det den mangler."
        ),
    }


def _borders(ground: Ground) -> str:
    """Return what must be said where today's municipality is more than its name was."""
    return " ".join(each.nb for each in ground.chosen.borders)


def _keep(evidence: Evidence, run: Run, *, caveats: str, by: Person | None) -> None:
    kept = compute_run(
        evidence=evidence,
        method=run.method,
        table=run.table,
        selection=run.selection,
        parameters=run.parameters,
        title=run.title,
        by=by,
        caveats=caveats,
        chart=run.chart if run.chart is not None else _usual(run),
    )
    for finding in run.findings:
        quotation = Quotation(kept, finding.row, finding.column, finding.form)
        add_finding(evidence=evidence, text=finding.text, by=by, quotation=quotation)


def _usual(run: Run) -> dict[str, object]:
    question = Asked(run.method, run.selection, run.parameters)
    return usual_chart(calculate(input_table(run.table, None), question), question)
