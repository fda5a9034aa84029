"""Sources in three layers, each with a finding and a run; what is closed has a planted word."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from temaplan.workbench.evidence.actions.findings import Quotation, add_finding
from temaplan.workbench.evidence.actions.register import add_evidence
from temaplan.workbench.evidence.actions.runs import compute_run
from temaplan.workbench.evidence.actions.tables import add_table
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence, Finding
from temaplan.workbench.plan.models import Person, Plan

JOBS = """region,industry,period,value
Vik,Industri,2015,200
Vik,Industri,2025,150
Vik,Handel,2015,100
Vik,Handel,2025,120
Vik,Helse,2015,100
Vik,Helse,2025,130
Landet,Industri,2015,2000
Landet,Industri,2025,1800
Landet,Handel,2015,3000
Landet,Handel,2025,3300
Landet,Helse,2015,5000
Landet,Helse,2025,5900
"""


@dataclass(frozen=True)
class Layered:
    """A source of one layer with all that hangs on it."""

    evidence: Evidence
    table: DataTable
    run: AnalysisRun
    finding: Finding


@pytest.fixture
def source(plan: Plan, planner: Person) -> Evidence:
    """An open source without findings."""
    return add_evidence(
        plan=plan,
        by=planner,
        values={"title": "Næringsanalysen", "kind": "industrial_structure", "year": 2026},
    )


@pytest.fixture
def table(plan: Plan, planner: Person) -> DataTable:
    """Jobs in an invented place and country."""
    return add_table(
        plan=plan,
        by=planner,
        content=JOBS,
        values={"title": "Arbeidsplasser", "source": "Oppdiktet", "unit": "sysselsatte"},
    )


@pytest.fixture
def run(source: Evidence, table: DataTable, planner: Person) -> AnalysisRun:
    """Location quotients of Vik in 2025 against the country."""
    return compute_run(
        evidence=source,
        method="location_quotient",
        table=table,
        selection={"regions": ["Vik"], "periods": [2025]},
        parameters={"reference": "Landet"},
        title="Industrien står sterkt i Vik",
        by=planner,
    )


@pytest.fixture
def layered(plan: Plan, planner: Person) -> Callable[[str, str], Layered]:
    """Return a maker of a source in a layer, with a word planted in everything about it."""

    def make(layer: str, word: str) -> Layered:
        evidence = add_evidence(
            plan=plan,
            by=planner,
            values={
                "title": f"Kilde {word}",
                "kind": "report",
                "layer": layer,
                "author": f"Forfatter {word}",
                "description": f"Tekst {word}",
            },
        )
        table = add_table(
            plan=plan,
            by=planner,
            content=JOBS.replace("Vik", word),
            values={"title": f"Tabell {word}", "source": "Oppdiktet", "unit": "sysselsatte"},
        )
        run = compute_run(
            evidence=evidence,
            method="growth",
            table=table,
            selection={"regions": [word]},
            parameters={"base": 2015, "end": 2025},
            title=f"Analyse {word}",
            by=planner,
        )
        row = {"region": word, "industry": "Industri"}
        finding = add_finding(
            evidence=evidence,
            text=f"Funn {word} {{1}}",
            by=planner,
            quotation=Quotation(run, row, "change", "whole"),
        )
        return Layered(evidence, table, run, finding)

    return make
