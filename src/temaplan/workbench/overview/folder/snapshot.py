"""A plan's rows as plain values, in the same number of queries however many rows."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from temaplan.documents.exchange.plan_folder import KeptFile, PlanSnapshot, suffix_of
from temaplan.errors import MachineLacks
from temaplan.workbench.overview.folder.layers import seen_by
from temaplan.workbench.overview.folder.shapes import models_of_rows
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Attachment, Municipality, Plan, PlanObject
from temaplan.workbench.plan.records import recorded_fields, values_of


def snapshot_of(plan: Plan, *, public: bool = False, access: Access | None = None) -> PlanSnapshot:
    """Return a plan as it stands now.

    With `public` only the open layer, with `access` what this visitor may see; without
    either everything, as a municipality takes its own plan with it.
    """
    rows = {model.record.kind: rows_of(model, plan) for model in models_of_rows()}
    values = {kind: tuple(values_of(row) for row in found) for kind, found in rows.items()}
    kept = seen_by(values, public=public, access=access)
    files = {
        row.ref: _file(row.content, row.name)
        for row in rows[Attachment.record.kind]
        if any(row.slug == seen["slug"] for seen in kept.get(Attachment.record.kind, ()))
    }
    municipality = plan.municipality
    return PlanSnapshot(
        values_of(municipality),
        values_of(plan),
        {kind: found for kind, found in kept.items() if found},
        files | arms_of(municipality),
    )


def arms_of(municipality: Municipality) -> dict[str, KeptFile]:
    """Return the municipality's coat of arms by its reference, when it has one."""
    arms = municipality.arms
    return {municipality.ref: _file(arms, str(arms.name))} if arms else {}


def rows_of(model: type[PlanObject], plan: Plan) -> list[Any]:
    """Return a plan's rows of one kind with what their values need, sorted by slug."""
    fields = [model._meta.get_field(name) for name in recorded_fields(model)]
    single = [field.name for field in fields if isinstance(field, models.ForeignKey)]
    several = [field.name for field in fields if isinstance(field, models.ManyToManyField)]
    rows = model._default_manager.filter(plan=plan).order_by()
    rows = rows.select_related(*single) if single else rows
    # Sorted here, since each database orders text in its own way.
    return sorted(rows.prefetch_related(*several), key=lambda row: row.slug)


def _file(stored: Any, name: str) -> KeptFile:
    try:
        with stored.open("rb") as file:
            return KeptFile(suffix_of(name), file.read())
    except FileNotFoundError as error:
        raise MachineLacks(
            _(
                "Fila «%(name)s» er borte fra datamappen. Hent %(path)s tilbake fra en "
                "sikkerhetskopi og prøv igjen."
            )
            % {"name": name, "path": stored.name}
        ) from error
