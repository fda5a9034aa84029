"""Verbs of the themes: which there are, and whether the plan takes them up."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan, Theme
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.themes import next_position, titles_of_others
from temaplan.workbench.plan.rules import themes as rules
from temaplan.workbench.plan.verdicts import require


@transaction.atomic
def add_theme(
    *, plan: Plan, by: Person | None, values: Mapping[str, Any], submission: UUID | None = None
) -> Theme:
    """Put a theme last on the list."""
    refuse_repeat(Theme, plan=plan, submission=submission)
    take_turn(plan)
    require(rules.theme_is_new(str(values["title"]), titles=titles_of_others(plan)))
    _require_explained(values)
    return add_object(
        Theme,
        plan=plan,
        by=by,
        values={"position": next_position(plan), **_cleared(values)},
        slug_from=str(values["title"]),
        submission=submission,
    )


@transaction.atomic
def change_theme(
    theme: Theme, *, by: Person | None, values: Mapping[str, Any], revision: int
) -> Theme:
    """Change what a theme is called, or whether the plan takes it up."""
    take_turn(theme.plan)
    others = titles_of_others(theme.plan, but=theme)
    require(rules.theme_is_new(str(values["title"]), titles=others))
    _require_explained(values)
    return change_object(theme, by=by, changes=_cleared(values), revision=revision)


def discard_theme(theme: Theme, *, by: Person | None, reason: str) -> None:
    """Remove a theme that nobody has read of in a document; the event keeps what it was."""
    require(rules.may_discard_theme(in_a_document=stands_in_a_document(theme)))
    discard_object(theme, by=by, reason=reason)


def _require_explained(values: Mapping[str, Any]) -> None:
    require(
        rules.scope_is_explained(
            scope=values["scope"],
            reason=values.get("reason", ""),
            handled_in=values.get("handled_in", ""),
        )
    )


def _cleared(values: Mapping[str, Any]) -> dict[str, Any]:
    """Say nowhere else of a theme that the plan itself takes up."""
    if values["scope"] == "included":
        return {**values, "handled_in": ""}
    return dict(values)
