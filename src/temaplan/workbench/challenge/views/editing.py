"""Forms about a challenge: add, change, discard."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.challenge.actions.challenges import (
    add_challenge,
    change_challenge,
    discard_challenge,
)
from temaplan.workbench.challenge.forms.challenges import ChallengeForm
from temaplan.workbench.challenge.queries.challenges import challenge_named
from temaplan.workbench.challenge.views.addresses import (
    challenge_url,
    house_url,
    to_challenge,
    to_challenges,
)
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import DiscardForm
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def challenge_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Add a challenge."""
    form = ChallengeForm(request.POST, access=access)
    page = FormPage(
        title=_("Ny utfordring"),
        form=form,
        submit=_("Legg til utfordring"),
        cancel=house_url(access),
        back=to_challenges(access),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_challenge(
            plan=access.plan, by=access.person, values=form.values(), submission=form.submission_key
        ),
        then=lambda challenge: challenge_url(access, challenge),
        said=_("Utfordringen er registrert."),
    )


@on_plan(Capability.EDIT)
def challenge_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change a challenge, its number and the findings that it rests on."""
    challenge = challenge_named(access, slug)
    form = ChallengeForm(request.POST, access=access, row=challenge)
    page = FormPage(
        title=_("Endre utfordring %(number)d") % {"number": challenge.number},
        form=form,
        submit=_("Lagre utfordringen"),
        cancel=challenge_url(access, challenge),
        back=to_challenge(access, challenge),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: change_challenge(
            challenge,
            by=access.person,
            changes=form.values(),
            revision=form.revision_read,
            seen=form.seen,
        ),
        then=lambda changed: challenge_url(access, changed),
    )


@on_plan(Capability.EDIT)
def challenge_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a challenge that nobody has read in a document."""
    challenge = challenge_named(access, slug)
    form = DiscardForm(request.POST, access=access)
    page = FormPage(
        title=_("Forkast «%(title)s»") % {"title": challenge.title},
        form=form,
        submit=_("Forkast utfordringen"),
        cancel=challenge_url(access, challenge),
        intro=_(
            "Utfordringen blir borte sammen med rollene. Funnene blir stående. Hva den var, står "
            "fortsatt i historikken."
        ),
        back=to_challenge(access, challenge),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: discard_challenge(challenge, by=access.person, reason=form.values()["reason"]),
        then=lambda _nothing: house_url(access),
        said=_("Utfordringen er forkastet."),
    )
