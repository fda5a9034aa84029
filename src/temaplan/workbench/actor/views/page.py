"""The page of one actor."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from stdnum.no import orgnr

from temaplan.workbench.actor.actions.actors import may_discard
from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.actor.queries.actors import actor_named
from temaplan.workbench.actor.views.addresses import actor_url, back
from temaplan.workbench.actor.views.contacts import contact_log
from temaplan.workbench.pages.cells import Fact, Verb
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def actor_page(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one actor, the orders it partners in and the roles it has."""
    actor = actor_named(access, slug)
    number = orgnr.format(actor.org_number) if actor.org_number else ""
    page = ObjectPage(
        row=actor,
        kind_label=str(actor.get_group_display()),
        back=back(access),
        title=actor.name,
        facts=(
            Fact(_("Gruppe"), str(actor.get_group_display())),
            Fact(_("Nivå"), str(actor.get_level_display() if actor.level else "")),
            Fact(_("Organisasjonsnummer"), number),
            Fact(_("Kortnavn"), actor.short_name, missing=_("ingen")),
            Fact(_("Merknad"), actor.note, missing=_("ingen")),
        ),
        verbs=_verbs(access, actor),
        blocks=(contact_log(access, actor),) if access.may(Capability.SEE_INTERNAL) else (),
    )
    return show_object(request, access, page)


def _verbs(access: Access, actor: Organisation) -> tuple[Verb, ...]:
    if not access.may(Capability.EDIT):
        return ()
    return (
        Verb(_("Endre aktøren"), actor_url(access, actor, "actor-change"), primary=True),
        Verb(
            _("Forkast aktøren"),
            actor_url(access, actor, "actor-discard"),
            reason=may_discard(actor).reason,
        ),
    )
