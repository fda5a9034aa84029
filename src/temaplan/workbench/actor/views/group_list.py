"""The list of groups."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.actor.models import Group
from temaplan.workbench.actor.queries.groups import groups
from temaplan.workbench.actor.views.addresses import back, group_url, list_url
from temaplan.workbench.actor.views.group_words import balance, period
from temaplan.workbench.actor.vocabulary import GROUP_KINDS
from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def group_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the groups with how many sit in them, and who has not declared."""
    add = Action(_("Legg til gruppe"), list_url(access, "group-add"))
    page = ListPage(
        title=_("Grupper"),
        sentence=_("Utvalg, råd og grupper som gir råd, styrer eller skal bli hørt."),
        rows=groups(access.plan, reading_date(access.plan)),
        columns=_columns(access),
        filters=(
            Filter(
                "type", _("type"), choices(GROUP_KINDS), lambda rows, kind: rows.filter(kind=kind)
            ),
        ),
        empty=Empty(
            _("Planen har ingen grupper ennå. Begynn med dem som finnes fra før."),
            example=_("For eksempel kontaktutvalget og de tre rådene."),
            action=add if access.may(Capability.EDIT) else None,
        ),
        file_name=f"{access.plan.slug}-grupper",
        action=add if access.may(Capability.EDIT) else None,
        links=(back(access),),
        counted=_("grupper"),
    )
    return show_list(request, access, page)


def _columns(access: Access) -> tuple[Column, ...]:
    return (
        Column(
            "navn",
            _("Navn"),
            lambda group: Cell(group.name, group_url(access, group)),
            sort=("name_order",),
            header=True,
        ),
        Column("type", _("Type"), lambda group: str(group.get_kind_display()), ("kind",)),
        Column("periode", _("Periode"), period),
        Column("medlemmer", _("Medlemmer"), lambda group: str(group.sitting), numeric=True),
        Column("kjonn", _("Kjønn"), lambda group: balance(group.women, group.men, group.sitting)),
        Column("habilitet", _("Mangler erklæring"), _undeclared),
    )


def _undeclared(group: Group) -> Cell:
    number: int = getattr(group, "undeclared")  # noqa: B009 – annotated by the query
    if not group.needs_declaration:
        return Cell(_("kreves ikke"))
    if not number:
        return Cell(_("ingen"))
    words = ngettext("%(number)d medlem", "%(number)d medlemmer", number) % {"number": number}
    return Cell(words, tag="warning")
