"""Which groups of actors have been met, heard and answered (S15)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.actor.queries.contacts import Coverage, coverage, without_contact
from temaplan.workbench.actor.rules.contacts import lacks_contact
from temaplan.workbench.actor.views.addresses import actor_url, back, list_url
from temaplan.workbench.actor.vocabulary import ACTOR_GROUP, CONTACT_KINDS
from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.pages.csv_file import csv_response
from temaplan.workbench.pages.list_page import neighbouring_pages, page_of
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import file_name


@dataclass(frozen=True)
class ShownGroup:
    """One group across the kinds of contact."""

    group: Cell
    tag: Cell | None
    numbers: Sequence[tuple[str, int]]


@on_plan(Capability.SEE_INTERNAL)
def actor_coverage(request: HttpRequest, access: Access) -> HttpResponse:
    """Show how many actors of each group each kind of contact has reached, or give it as CSV."""
    found = coverage(access.plan)
    if request.GET.get("format") == "csv":
        name = file_name(f"{access.plan.slug}-dekning", access.municipality)
        return csv_response(name, _head(), _lines(found))
    shown = page_of(without_contact(access.plan), request.GET.get("side", "1"))
    context = {
        "back": back(access),
        "head": _head(),
        "groups": [_shown(access, each) for each in found],
        "shown": shown,
        "unmet": [Cell(actor.name, actor_url(access, actor)) for actor in shown.object_list],
        **neighbouring_pages(request, shown),
    }
    return render(request, "actor/coverage.html", context)


def _shown(access: Access, row: Coverage) -> ShownGroup:
    label = str(ACTOR_GROUP[row.group].label)
    unmet = lacks_contact(row.group, is_met=row.is_met)
    return ShownGroup(
        group=Cell(label, f"{list_url(access)}?gruppe={row.group}"),
        tag=Cell(_("ingen kontakt"), tag="warning") if unmet else None,
        numbers=list(zip(_head()[1:], _numbers(row), strict=True)),
    )


def _numbers(row: Coverage) -> list[int]:
    return [row.actors, *(row.reached[kind.code] for kind in CONTACT_KINDS)]


def _head() -> list[str]:
    return [_("Gruppe"), _("Aktører"), *(str(kind.label) for kind in CONTACT_KINDS)]


def _lines(found: Sequence[Coverage]) -> Iterator[list[str]]:
    for row in found:
        yield [str(ACTOR_GROUP[row.group].label), *map(str, _numbers(row))]
