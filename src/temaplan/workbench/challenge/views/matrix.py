"""The matrix of roles: challenge × actor, as a table and as CSV."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.challenge.queries.matrix import Matrix, MatrixCell, matrix
from temaplan.workbench.challenge.views.addresses import (
    actor_url,
    challenge_url,
    house_url,
    to_challenges,
)
from temaplan.workbench.pages.cells import Action, Cell
from temaplan.workbench.pages.csv_file import csv_response
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import file_name


@dataclass(frozen=True)
class ShownCell:
    """One place of the matrix as it is read: empty where nobody has considered it."""

    label: str
    words: str
    leads: bool


@dataclass(frozen=True)
class ShownRow:
    """One challenge across the actors."""

    challenge: Cell
    cells: Sequence[ShownCell]


@on_plan(Capability.SEE)
def role_matrix(request: HttpRequest, access: Access) -> HttpResponse:
    """Show who can and should do what, or give it as CSV."""
    found = matrix(access.plan)
    if request.GET.get("format") == "csv":
        name = file_name(f"{access.plan.slug}-roller", access.municipality)
        return csv_response(name, _head(found), _lines(found))
    context = {
        "back": to_challenges(access),
        "heads": [Cell(actor.label, actor_url(access, actor)) for actor in found.actors],
        "rows": [
            ShownRow(
                Cell(str(row.challenge), challenge_url(access, row.challenge)),
                [_shown(cell) for cell in row.cells],
            )
            for row in found.rows
        ],
        "warnings": list(_warnings(access, found)),
        "begin": Action(_("Til utfordringene"), house_url(access)),
    }
    return render(request, "challenge/matrix.html", context)


def _shown(cell: MatrixCell) -> ShownCell:
    roles = [str(role.get_role_display()) for role in cell.roles]
    words = [_("leder"), *roles] if cell.leads else roles
    return ShownCell(cell.actor.label, " · ".join(words), cell.leads)


def _warnings(access: Access, found: Matrix) -> Iterator[tuple[Cell, Sequence[Cell]]]:
    """Name the challenges without lead, and those where the municipality stands alone."""
    unled = [row.challenge for row in found.rows if not row.has_lead]
    alone = [row.challenge for row in found.rows if row.municipality_alone]
    yield Cell(_("Ingen leder"), tag="danger" if unled else "neutral"), _links(access, unled)
    yield Cell(_("Kommunen alene"), tag="warning" if alone else "neutral"), _links(access, alone)


def _links(access: Access, rows: Sequence[Challenge]) -> Sequence[Cell]:
    return [Cell(str(row), challenge_url(access, row)) for row in rows] or [Cell(_("ingen"))]


def _head(found: Matrix) -> list[str]:
    return [_("Utfordring"), *(actor.name for actor in found.actors)]


def _lines(found: Matrix) -> Iterator[list[str]]:
    for row in found.rows:
        yield [str(row.challenge), *(_shown(cell).words for cell in row.cells)]
