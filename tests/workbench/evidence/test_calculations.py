"""Calculations: the published figures of Buskerud, and everything that a run keeps."""

import csv
import io
import math
from datetime import date

import pytest

from temaplan.errors import BadInput
from temaplan.sources.brought import BroughtRefused
from temaplan.sources.catalogue import TABLE
from temaplan.workbench.evidence.actions.runs import compute_run
from temaplan.workbench.evidence.actions.tables import change_table
from temaplan.workbench.evidence.calculation import Question, calculate, input_table
from temaplan.workbench.evidence.models import AnalysisRun, DataTable, Evidence
from temaplan.workbench.evidence.results import result_of
from temaplan.workbench.evidence.unallocated import unallocated_rows
from temaplan.workbench.plan.models import Event, Person
from tests.workbench.evidence.conftest import JOBS

BUSKERUD = {"regions": ["06"]}


def answer(table_id: str, method: str, selection: dict, parameters: dict) -> list[dict[str, str]]:
    calculated = calculate(
        input_table(table_id, None, selection), Question(method, selection, parameters)
    )
    return list(csv.DictReader(io.StringIO(calculated.text)))


def figure(rows: list[dict[str, str]], column: str, **key: str) -> float:
    found = [row for row in rows if all(row[name] == value for name, value in key.items())]
    assert len(found) == 1, found
    return float(found[0][column])


# Known facts of table 11713 (README of the data): Buskerud 2011 over the published totals.
@pytest.mark.parametrize(
    ("industry", "expected"),
    [
        ("Industri", 1.53),
        ("Bygge- og anleggsvirksomhet", 1.25),
        ("Varehandel og reparasjon av motorvogner", 1.16),
        ("Informasjon og kommunikasjon", 0.45),
        ("Finansierings- og forsikringsvirksomhet", 0.50),
    ],
)
def test_quotients_of_buskerud_are_the_known_ones(industry: str, expected: float) -> None:
    rows = answer(
        "ssb/11713",
        "location_quotient",
        BUSKERUD | {"periods": [2011]},
        {"reference": "0", "totals": "published"},
    )
    assert round(figure(rows, "lq", industry=industry), 2) == expected


def test_a_quotient_can_be_recomputed_by_hand() -> None:
    rows = answer(
        "ssb/11713",
        "location_quotient",
        BUSKERUD | {"periods": [2011]},
        {"reference": "0", "totals": "published"},
    )
    # Table 11713, 2011: 16.9 of 125.2 thousand in Buskerud, 228.7 of 2589 in the country.
    by_hand = (16.9 / 125.2) / (228.7 / 2589)
    assert math.isclose(figure(rows, "lq", industry="Industri"), by_hand, rel_tol=1e-12)


def test_the_reference_itself_has_quotient_1() -> None:
    rows = answer(
        "ssb/11713",
        "location_quotient",
        {"regions": ["0"], "periods": [2011]},
        {"reference": "0", "totals": "published"},
    )
    assert {float(row["lq"]) for row in rows if row["lq"]} == {1.0}


def test_only_the_regions_asked_for_stand_in_the_result() -> None:
    rows = answer(
        "ssb/11713", "location_quotient", BUSKERUD | {"periods": [2011]}, {"reference": "0"}
    )
    assert {(row["region"], row["region_name"]) for row in rows} == {("06", "Buskerud")}


def test_industries_stand_in_the_order_of_the_table() -> None:
    rows = answer(
        "ssb/11713", "location_quotient", BUSKERUD | {"periods": [2011]}, {"reference": "0"}
    )
    assert [row["industry"] for row in rows[:3]] == [
        "Jordbruk og skogbruk",
        "Fiske, fangst og akvakultur",
        "Bergverksdrift",
    ]


def test_what_the_lines_lack_of_the_published_total_is_not_allocated() -> None:
    calculated = calculate(
        input_table("ssb/11713", None),
        Question(
            "location_quotient",
            BUSKERUD | {"periods": [2011]},
            {"reference": "0", "totals": "published"},
        ),
    )
    rest = unallocated_rows(result_of(calculated.text))
    # Buskerud 2011: the lines sum to 124.4, the published total is 125.2 thousand.
    assert [(row["region"], row["industry"], round(float(row["value"]), 6)) for row in rest] == [
        ("06", "ikke fordelt", 0.8)
    ]


def test_parts_of_a_change_sum_to_the_published_change() -> None:
    rows = answer(
        "ssb/11713",
        "shift_share",
        BUSKERUD,
        {"base": 2008, "end": 2011, "reference": "0", "totals": "published"},
    )
    together = math.fsum(float(row["value"]) for row in rows if row["industry"] == "i alt")
    # Table 11713: 124.7 thousand in 2008, 125.2 in 2011.
    assert math.isclose(together, 125.2 - 124.7, rel_tol=1e-9)
    parts = math.fsum(
        float(row["value"]) for row in rows if row["industry"] != "i alt" and row["value"]
    )
    assert math.isclose(parts, together, rel_tol=1e-9)


def test_growth_of_all_industries_is_that_of_the_published_totals() -> None:
    rows = answer(
        "ssb/11713", "growth", BUSKERUD, {"base": 2008, "end": 2011, "totals": "published"}
    )
    assert math.isclose(figure(rows, "growth", industry="i alt"), 125.2 / 124.7 - 1, rel_tol=1e-9)


def test_population_of_three_municipalities_is_a_series() -> None:
    rows = answer("ssb/07459", "series", {"regions": ["3301", "3312", "3314"]}, {})
    assert len(rows) == 3 * 22
    assert figure(rows, "value", region_name="Drammen", period="2026") == 106013


def test_population_by_age_is_asked_for_by_naming_the_ages() -> None:
    rows = answer("ssb/07459", "series", {"regions": ["3301"], "industries": ["75+"]}, {})
    assert figure(rows, "value", period="2005") == 6460


def test_coverage_of_drammen_is_jobs_over_residents() -> None:
    rows = answer("ssb/11616", "commuting_totals", {"regions": ["3005"], "periods": [2023]}, {})
    # Table 11616, 2023: 47 148 jobs, 52 093 employed residents.
    assert math.isclose(figure(rows, "coverage"), 47148 / 52093, rel_tol=1e-12)


@pytest.mark.parametrize(
    ("method", "selection", "parameters", "sentence"),
    [
        ("trylleri", BUSKERUD, {}, "Metoden «trylleri» finnes ikke."),
        ("growth", {}, {"base": 2008, "end": 2011}, "Velg minst ett område."),
        (
            "growth",
            {"regions": ["602"]},
            {"base": 2008, "end": 2011},
            "Tabellen har ikke området «602».",
        ),
        (
            "series",
            BUSKERUD | {"periods": [1999]},
            {},
            "Tabellen har ikke året 1999.",
        ),
        ("location_quotient", BUSKERUD, {}, "Analysen mangler reference."),
        (
            "commuting_totals",
            BUSKERUD,
            {},
            "Metoden «Pendling fra totaltall» kan ikke bruke tabellen «Sysselsatte og "
            "bruttoprodukt etter fylke og næring».",
        ),
    ],
)
def test_a_question_without_answer_is_refused_with_a_sentence(
    method: str, selection: dict, parameters: dict, sentence: str
) -> None:
    with pytest.raises(BadInput) as refused:
        answer("ssb/11713", method, selection, parameters)
    assert refused.value.message == sentence


def test_totals_that_were_never_published_are_refused(table: DataTable) -> None:
    with pytest.raises(BadInput) as refused:
        calculate(
            input_table("", table),
            Question(
                "growth", {"regions": ["Vik"]}, {"base": 2015, "end": 2025, "totals": "published"}
            ),
        )
    assert refused.value.message == "Tabellen har ingen publiserte totaltall."


def test_a_run_keeps_what_its_result_rests_on(source: Evidence, planner: Person) -> None:
    run = compute_run(
        evidence=source,
        method="growth",
        table="ssb/11713",
        selection=BUSKERUD,
        parameters={"base": 2008, "end": 2011, "totals": "published"},
        title="Nesten ingen vekst",
        by=planner,
        caveats="Tall i tusen.",
    )
    kept = AnalysisRun.objects.get(pk=run.pk)
    assert (kept.source_table, kept.data_table, kept.vintage, kept.retrieved_on) == (
        "ssb/11713",
        None,
        "2008–2019",
        date(2026, 11, 25),
    )
    assert kept.input_sha256 == TABLE["ssb/11713"].sha256
    assert (kept.method, kept.method_version, kept.caveats) == ("growth", "1", "Tall i tusen.")
    assert kept.selection == BUSKERUD
    assert kept.parameters == {"base": 2008, "end": 2011, "totals": "published"}
    assert kept.result.startswith("region,region_name,industry,base_value,end_value,change,growth")
    event = Event.objects.get(ref=run.ref)
    assert (event.verb, event.person_name) == ("computed", planner.name)


def test_every_digit_of_a_result_is_kept(run: AnalysisRun) -> None:
    row = result_of(run.result).row({"region": "Vik", "industry": "Industri", "period": 2025})
    assert row is not None
    # 150 of 400 in Vik, 1800 of 11000 in the country.
    assert float(row["lq"]) == (150 / 400) / (1800 / 11000)


def test_the_same_question_gives_the_same_bytes(source: Evidence, table: DataTable) -> None:
    texts = {
        calculate(
            input_table("", table),
            Question("growth", {"regions": ["Vik", "Landet"]}, {"base": 2015, "end": 2025}),
        ).text
        for _ in range(2)
    }
    assert len(texts) == 1


def test_a_refused_question_stores_nothing(source: Evidence, planner: Person) -> None:
    with pytest.raises(BadInput):
        compute_run(
            evidence=source,
            method="growth",
            table="ssb/11713",
            selection={"regions": ["602"]},
            parameters={"base": 2008, "end": 2011},
            title="Feil",
            by=planner,
        )
    assert AnalysisRun.objects.count() == 0


def test_a_table_with_faults_is_refused_and_nothing_stored(
    table: DataTable, planner: Person
) -> None:
    with pytest.raises(BroughtRefused):
        change_table(
            table,
            by=planner,
            changes={},
            revision=table.revision,
            content=JOBS + "Vik,Industri,2015,-1\n",
        )
    assert DataTable.objects.get().content == JOBS
