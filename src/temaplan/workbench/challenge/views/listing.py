"""The list of challenges."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.challenge.queries.challenges import challenges_with_counts
from temaplan.workbench.challenge.rules import lacks_ground, lacks_lead
from temaplan.workbench.challenge.views.addresses import challenge_url, house_url
from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import listed


@on_plan(Capability.SEE)
def challenge_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the challenges, and what each of them lacks."""
    add = Action(_("Legg til utfordring"), house_url(access, "challenge-add"))
    may_add = add if access.may(Capability.EDIT) else None
    page = ListPage(
        title=_("Utfordringer"),
        sentence=_("Det planen må svare på, med funnene det bygger på og hvem som kan gjøre noe."),
        rows=challenges_with_counts(access),
        columns=_columns(access),
        filters=(
            Filter(
                "mangler",
                _("mangler"),
                [("funn", _("ikke dokumentert")), ("leder", _("ingen leder"))],
                _lacking,
            ),
        ),
        empty=Empty(
            _("Planen har ingen utfordringer ennå. En utfordring sier hva funnene betyr."),
            example=_("For eksempel «Handelen flytter ut av sentrum», med funnene som viser det."),
            action=may_add,
        ),
        file_name=f"{access.plan.slug}-utfordringer",
        action=may_add,
        links=(Action(_("Kommunens roller og andre aktørers"), house_url(access, "roles")),),
        counted=_("utfordringer"),
    )
    return show_list(request, access, page)


def _columns(access: Access) -> tuple[Column, ...]:
    return (
        Column("nummer", _("Nr."), lambda row: str(row.number), ("number",), numeric=True),
        Column(
            "utfordring",
            _("Utfordring"),
            lambda row: Cell(row.title, challenge_url(access, row)),
            sort=("title",),
            header=True,
        ),
        Column("grunnlag", _("Grunnlag"), _ground, sort=("finding_count",)),
        Column("leder", _("Leder"), _lead),
    )


def _ground(row: Any) -> Cell:
    """Tell how many findings it rests on, of those that the person may see."""
    lacking = lacks_ground(row.finding_count)
    if lacking:
        return Cell(lacking, tag="danger")
    if row.seen_finding_count == 0:
        return Cell(_("i en lukket kilde"))
    number = row.seen_finding_count
    return Cell(ngettext("%(number)d funn", "%(number)d funn", number) % {"number": number})


def _lead(row: Any) -> Cell:
    leaders = listed([each.organisation.label for each in row.leading])
    lacking = lacks_lead(roles=row.role_count, leads=row.lead_count)
    if not leaders:
        return Cell(lacking, tag="warning")
    return Cell(leaders, note=lacking)


def _lacking(rows: Any, what: str) -> Any:
    if what == "funn":
        return rows.filter(finding_count=0)
    return rows.filter(role_count__gt=0, lead_count=0)
