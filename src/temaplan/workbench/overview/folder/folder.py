"""Plan to folder and folder to plan, as the commands and the demo use them."""

from pathlib import Path

from django.utils.translation import gettext as _

from temaplan.documents.exchange.plan_folder import (
    Folder,
    PlanSnapshot,
    parse,
    read_folder,
    write,
    write_folder,
)
from temaplan.documents.exchange.plan_folder.earlier import is_export_of
from temaplan.documents.exchange.plan_folder.writing import HISTORY
from temaplan.errors import BadInput
from temaplan.workbench.overview.folder.history import history_of
from temaplan.workbench.overview.folder.shapes import plan_shapes
from temaplan.workbench.overview.folder.snapshot import snapshot_of
from temaplan.workbench.overview.folder.store import Stored, store
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Person, Plan


def folder_of(plan: Plan, *, public: bool = False, access: Access | None = None) -> Folder:
    """Return a plan as its canonical folder, with its history."""
    snapshot = snapshot_of(plan, public=public, access=access)
    everything = not public and access is None
    history = history_of(plan, snapshot, everything=everything)
    return dict(sorted({**write(snapshot, plan_shapes()), HISTORY: history}.items()))


def export_plan(plan: Plan, target: Path, *, public: bool = False) -> Folder:
    """Write a plan's folder in one step.

    Raises `BadInput` when the target holds something else than an earlier export of this
    plan, and `MachineLacks` when it cannot be written; then nothing is left there.
    """
    if not is_export_of(target, plan.slug):
        raise BadInput(
            _(
                "Mappen %(target)s er ikke tom, og er ikke en tidligere eksport av planen "
                "«%(slug)s». Ingenting er skrevet. Velg en tom mappe."
            )
            % {"target": target, "slug": plan.slug}
        )
    folder = folder_of(plan, public=public)
    write_folder(target, folder)
    return folder


def snapshot_in(source: Path) -> PlanSnapshot:
    """Read and check a folder. Raises `BadInput` with every fault."""
    return parse(read_folder(source), plan_shapes())


def import_folder(source: Path, *, by: Person | None = None, replace: bool = False) -> Stored:
    """Take a folder's plan in, whole or not at all."""
    return store(snapshot_in(source), by=by, replace=replace)
