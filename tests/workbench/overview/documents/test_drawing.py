"""Charts are drawn by the worker, once for the same data; a page that has none says so."""

import subprocess
import sys

from django.test import Client

from temaplan.workbench.evidence.charting import picture_of
from temaplan.workbench.evidence.models import AnalysisRun, Evidence
from temaplan.workbench.overview.documents.drawing import draw_charts
from temaplan.workbench.overview.documents.pages import are_stored
from temaplan.workbench.overview.documents.tasks import refresh_plan
from temaplan.workbench.plan.actions.objects import change_object
from temaplan.workbench.plan.models import ChartImage, Membership, Person, Plan

FIGURE = "/plan/provevik-2026/data/fordeling-2025"
FORMS = 2  # the marking in the drawing has one form in bokmål and one in nynorsk
RUNS = 2  # the one that the documents show, and the one whose place it took
NOT_DRAWN = "Figuren er ikke tegnet ennå."


def test_worker_draws_and_stores_the_pages(sample_plan: Plan) -> None:
    refresh_plan.call(sample_plan.pk)

    assert ChartImage.objects.count() == RUNS * FORMS
    assert are_stored(sample_plan)


def test_chart_is_drawn_once_for_the_same_data(sample_plan: Plan) -> None:
    draw_charts(sample_plan)
    ChartImage.objects.update(wide="tegnet før")

    draw_charts(sample_plan)

    assert [image.wide for image in ChartImage.objects.all()] == ["tegnet før"] * RUNS * FORMS


def test_other_data_gives_another_drawing(sample_plan: Plan) -> None:
    draw_charts(sample_plan)
    run = AnalysisRun.objects.get(slug="fordeling-2025")
    change_object(
        run, by=None, changes={"chart": {**run.chart, "format": "percent"}}, revision=run.revision
    )

    draw_charts(sample_plan)

    assert ChartImage.objects.count() == (RUNS + 1) * FORMS


def test_a_closed_calculation_is_drawn_for_those_who_may_read_it(
    sample_plan: Plan, client: Client
) -> None:
    Evidence.objects.update(layer="closed")
    draw_charts(sample_plan)
    run = AnalysisRun.objects.get(slug="fordeling-2025")

    assert picture_of(run, sample_plan.municipality) is not None
    assert client.get(f"{FIGURE}.png").status_code == 404


def test_page_says_that_the_figure_is_not_drawn_until_it_is(
    sample_plan: Plan, client: Client
) -> None:
    before = client.get(f"{FIGURE}/")
    draw_charts(sample_plan)
    after = client.get(f"{FIGURE}/", headers={"If-None-Match": before.headers["ETag"]})

    assert NOT_DRAWN in before.content.decode()
    assert after.status_code == 200  # the page is another, though the plan is the same
    assert NOT_DRAWN not in after.content.decode()
    assert "<svg" in after.content.decode()


def test_figure_can_be_taken_away_as_a_picture_when_it_is_drawn(
    sample_plan: Plan, client: Client
) -> None:
    assert client.get(f"{FIGURE}.png").status_code == 404

    draw_charts(sample_plan)

    png, svg = client.get(f"{FIGURE}.png"), client.get(f"{FIGURE}.svg")
    assert png.content.startswith(b"\x89PNG")
    assert svg.headers["Content-Type"] == "image/svg+xml"
    assert "Oppdiktet eksempel" in svg.content.decode()  # the drawing itself is marked
    assert client.get(f"{FIGURE}.gif").status_code == 404


def test_reader_takes_the_figure_from_the_workbench_before_the_plan_is_published(
    sample_plan: Plan, client: Client
) -> None:
    person = Person.objects.create(email="leser@prove.test", name="Leser")
    Membership.objects.create(
        person=person, municipality=sample_plan.municipality, plan=sample_plan, role="reader"
    )
    Plan.objects.filter(pk=sample_plan.pk).update(is_public=False)
    address = "/arbeid/provevik-2026/kunnskap/analyser/fordeling-2025/figur"
    draw_charts(sample_plan)

    assert client.get(f"{FIGURE}.png").status_code == 404
    client.force_login(person)
    assert client.get(f"{address}.png").content.startswith(b"\x89PNG")
    assert client.get(f"{address}.svg").headers["Content-Type"] == "image/svg+xml"
    assert client.get(f"{address}.gif").status_code == 404


def test_web_process_loads_no_library_that_typesets() -> None:
    program = (
        "import django, sys; django.setup(); import temaplan.config.urls; "
        "print(sorted({'docx', 'typst', 'vl_convert'} & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"
