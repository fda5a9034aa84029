"""The matrix: challenge × actor, with the roles where they meet."""

from collections.abc import Sequence
from dataclasses import dataclass

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.queries.actors import actors
from temaplan.workbench.challenge.models import Challenge, RoleAssignment
from temaplan.workbench.challenge.queries.challenges import challenges
from temaplan.workbench.plan.models import Plan


@dataclass(frozen=True)
class MatrixCell:
    """What one actor is to one challenge: nothing, or one role or more."""

    actor: Organisation
    roles: Sequence[RoleAssignment]

    @property
    def leads(self) -> bool:
        """Tell whether the actor leads."""
        return any(role.leads for role in self.roles)


@dataclass(frozen=True)
class MatrixRow:
    """One challenge across all actors."""

    challenge: Challenge
    cells: Sequence[MatrixCell]

    @property
    def roles(self) -> list[RoleAssignment]:
        """Every role in the challenge."""
        return [role for cell in self.cells for role in cell.roles]

    @property
    def has_lead(self) -> bool:
        """Tell whether anybody leads."""
        return any(cell.leads for cell in self.cells)

    @property
    def municipality_alone(self) -> bool:
        """Tell whether nobody but the municipality has a role."""
        groups = {cell.actor.group for cell in self.cells if cell.roles}
        return groups == {"municipality"}


@dataclass(frozen=True)
class Matrix:
    """Actors that have a role anywhere, the municipality first, and a row per challenge."""

    actors: Sequence[Organisation]
    rows: Sequence[MatrixRow]


def matrix(plan: Plan) -> Matrix:
    """Return the matrix of a plan in three statements."""
    held: dict[tuple[int, int], list[RoleAssignment]] = {}
    for role in RoleAssignment.objects.filter(plan=plan):
        held.setdefault((role.challenge_id, role.organisation_id), []).append(role)
    acting = {actor for _challenge, actor in held}
    shown = sorted(
        (actor for actor in actors(plan) if actor.pk in acting),
        key=lambda actor: actor.group != "municipality",
    )
    rows = [
        MatrixRow(
            challenge,
            [MatrixCell(actor, held.get((challenge.pk, actor.pk), [])) for actor in shown],
        )
        for challenge in challenges(plan)
    ]
    return Matrix(shown, rows)
