"""The list of actors."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from stdnum.no import orgnr

from temaplan.workbench.actor.queries.actors import actors
from temaplan.workbench.actor.views.addresses import actor_url, list_url
from temaplan.workbench.actor.vocabulary import ACTOR_GROUPS, LEVELS
from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def actor_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the actors, narrowed by group and level."""
    add = Action(_("Legg til aktør"), list_url(access, "actor-add"))
    page = ListPage(
        title=_("Aktører"),
        sentence=_("De som kan gjøre noe med utfordringene, og de som skal bli hørt."),
        rows=actors(access.plan),
        columns=_columns(access),
        filters=(
            Filter("gruppe", _("gruppe"), choices(ACTOR_GROUPS), _in_group),
            Filter("niva", _("nivå"), choices(LEVELS), _on_level),
        ),
        empty=Empty(
            _("Planen har ingen aktører ennå. Begynn med de fire gruppene som skal forankre den."),
            example=_("For eksempel næringsforeningen, en høyskole, fylkeskommunen."),
            action=add if access.may(Capability.EDIT) else None,
        ),
        file_name=f"{access.plan.slug}-aktorer",
        action=add if access.may(Capability.EDIT) else None,
        links=_links(access),
        counted=_("aktører"),
    )
    return show_list(request, access, page)


def _links(access: Access) -> tuple[Action, ...]:
    wanted = (
        (Capability.SEE, _("Grupper og råd"), "groups"),
        (Capability.SEE_INTERNAL, _("Dekning per gruppe"), "actor-coverage"),
        (Capability.EDIT, _("Hent aktører fra en fil"), "actor-import"),
    )
    return tuple(
        Action(label, list_url(access, name)) for needs, label, name in wanted if access.may(needs)
    )


def _columns(access: Access) -> tuple[Column, ...]:
    return (
        Column(
            "navn",
            _("Navn"),
            lambda actor: Cell(actor.name, actor_url(access, actor), note=actor.short_name),
            sort=("name_order",),
            header=True,
        ),
        Column("gruppe", _("Gruppe"), lambda actor: str(actor.get_group_display()), ("group",)),
        Column(
            "niva",
            _("Nivå"),
            lambda actor: str(actor.get_level_display()) if actor.level else _("ukjent"),
            ("level",),
        ),
        Column(
            "nummer",
            _("Organisasjonsnummer"),
            lambda actor: orgnr.format(actor.org_number) if actor.org_number else _("ukjent"),
        ),
    )


def _in_group(rows: Any, group: str) -> Any:
    return rows.filter(group=group)


def _on_level(rows: Any, level: str) -> Any:
    return rows.filter(level=level)
