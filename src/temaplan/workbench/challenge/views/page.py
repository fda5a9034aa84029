"""The page of one challenge."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.challenge.actions.challenges import may_discard
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.challenge.queries.challenges import challenge_named
from temaplan.workbench.challenge.rules import lacks_ground, lacks_lead
from temaplan.workbench.challenge.views.addresses import challenge_url, to_challenges
from temaplan.workbench.challenge.views.role_rows import role_block
from temaplan.workbench.pages.cells import Block, Cell, Verb
from temaplan.workbench.pages.object_page import ObjectPage, as_html, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def challenge_page(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one challenge, what it rests on and who can do what."""
    challenge = challenge_named(access, slug)
    page = ObjectPage(
        row=challenge,
        kind_label=_("utfordring %(number)d") % {"number": challenge.number},
        back=to_challenges(access),
        title=challenge.title,
        tags=_tags(challenge),
        verbs=_verbs(access, challenge),
        blocks=(*_texts(challenge), role_block(access, challenge)),
    )
    return show_object(request, access, page)


def _tags(challenge: Challenge) -> list[Cell]:
    roles = list(challenge.roles.all())
    leads = sum(role.leads for role in roles)
    found = (
        (lacks_ground(challenge.findings.count()), "danger"),
        (lacks_lead(roles=len(roles), leads=leads), "warning"),
    )
    return [Cell(words, tag=colour) for words, colour in found if words]


def _texts(challenge: Challenge) -> list[Block]:
    written = (
        (_("Hva vi ser"), challenge.what_we_see),
        (_("Hvorfor det betyr noe"), challenge.why_it_matters),
        (_("Hvem kan gjøre noe"), challenge.who_can_act),
    )
    return [
        Block(heading, "challenge/text.html", {"html": as_html(text)})
        for heading, text in written
        if text
    ]


def _verbs(access: Access, challenge: Challenge) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return ()
    return (
        Verb(
            _("Endre utfordringen"),
            challenge_url(access, challenge, "challenge-change"),
            primary=True,
        ),
        Verb(
            _("Forkast utfordringen"),
            challenge_url(access, challenge, "challenge-discard"),
            reason=may_discard(challenge).reason,
        ),
    )
