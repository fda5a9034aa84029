"""Whatever a plan holds: its folder is read back as the same plan, and written the same again."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from temaplan.documents.exchange.plan_folder import PlanSnapshot, parse, read_folder, write
from temaplan.workbench.overview.folder.shapes import plan_shapes
from temaplan.workbench.overview.folder.snapshot import snapshot_of
from temaplan.workbench.overview.folder.store import store
from temaplan.workbench.plan.events import broken_events
from temaplan.workbench.plan.models import Municipality, Plan
from tests.documents.exchange.generated_plans import snapshots
from tests.fixtures.commands import SAMPLE

SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
SHAPES = plan_shapes()


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW_IS_FINE)
@given(snapshots(SHAPES))
def test_reading_is_the_inverse_of_writing(snapshot: PlanSnapshot) -> None:
    folder = write(snapshot, SHAPES)
    again = parse(folder, SHAPES)
    assert again == snapshot
    assert write(again, SHAPES) == folder


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[*SLOW_IS_FINE, HealthCheck.function_scoped_fixture],
)
@given(snapshots(SHAPES))
def test_export_of_an_import_is_the_same_folder(snapshot: PlanSnapshot) -> None:
    taken_in = store(snapshot, by=None).plan
    assert write(snapshot_of(Plan.objects.get(pk=taken_in.pk)), SHAPES) == write(snapshot, SHAPES)
    forget(taken_in)


@pytest.mark.django_db
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[*SLOW_IS_FINE, HealthCheck.function_scoped_fixture],
)
@given(snapshots(SHAPES), snapshots(SHAPES))
def test_any_plan_can_take_the_place_of_any_other(old: PlanSnapshot, new: PlanSnapshot) -> None:
    taken_in = store(old, by=None).plan
    wanted = PlanSnapshot(
        with_slug(new.municipality, old.municipality),
        with_slug(new.plan, old.plan),
        new.rows,
        new.files,
    )
    store(wanted, by=None, replace=True)
    assert write(snapshot_of(Plan.objects.get(pk=taken_in.pk)), SHAPES) == write(wanted, SHAPES)
    forget(taken_in)


@pytest.mark.django_db
def test_number_too_large_for_a_fraction_is_the_same_on_both_databases() -> None:
    folder = read_folder(SAMPLE)
    folder["plan.toml"] = folder["plan.toml"].rstrip() + b"\nmye = 1e16\n"
    plan = store(parse(folder, SHAPES), by=None).plan
    exported = write(snapshot_of(Plan.objects.get(pk=plan.pk)), SHAPES)
    assert b"\nmye = 10000000000000000\n" in exported["plan.toml"]
    assert list(broken_events(Plan.objects.get(pk=plan.pk))) == []


def with_slug(values: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "slug": other["slug"]}


def forget(plan: Plan) -> None:
    """Let the next example use the same slugs: the whole test is rolled back as one."""
    number = Plan.objects.count()
    Plan.objects.filter(pk=plan.pk).update(slug=f"glemt-{number}")
    Municipality.objects.filter(pk=plan.municipality_id).update(slug=f"glemt-{number}")
