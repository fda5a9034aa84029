"""The plans that come with the clone, taken in once."""

from pathlib import Path

from temaplan.workbench.overview.folder.folder import snapshot_in
from temaplan.workbench.overview.folder.store import store
from temaplan.workbench.plan.models import Person, Plan


def load_example(folder: Path, *, by: Person | None = None) -> Plan:
    """Return the plan of an example's folder, taken in when it is not there yet.

    A plan that is there stays as the user has made it.
    """
    snapshot = snapshot_in(folder)
    there = Plan.objects.filter(
        slug=snapshot.plan["slug"], municipality__slug=snapshot.municipality["slug"]
    ).first()
    return there or store(snapshot, by=by).plan
