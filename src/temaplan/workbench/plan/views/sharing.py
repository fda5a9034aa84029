"""Milestones that belong to another plan: fetched, followed, and no longer followed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.sharing import follow_owner, share_milestone, stop_following
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.order import FollowForm, ShareForm, UnfollowForm
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.queries.sharing import may_be_shared_with, offered_to
from temaplan.workbench.plan.queries.timeline_rows import shown_milestone
from temaplan.workbench.plan.rules.sharing import follows_another
from temaplan.workbench.plan.verdicts import require
from temaplan.workbench.plan.views.milestone_words import owner_words, when_words
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def milestone_share(request: HttpRequest, access: Access) -> HttpResponse:
    """Show a milestone of another of the municipality's plans in this timeline too."""
    offered = offered_to(access)
    form = ShareForm(request.POST, access=access, offered=offered)
    timeline = reverse("timeline", args=[access.plan.slug])

    def act() -> Milestone:
        theirs = may_be_shared_with(access).get(pk=form.cleaned_data["theirs"])
        return share_milestone(
            theirs, into=access.plan, by=access.person, submission=form.submission_key
        )

    page = FormPage(
        title=_("Hent felles milepæl"),
        form=form,
        submit=_("Hent felles milepæl"),
        cancel=timeline,
        back=Action(_("Tidslinje"), timeline),
        intro=_(
            "Milepælen vises i begge tidslinjene og flyttes i planen som eier den. Blir den "
            "flyttet der, sier denne tidslinjen fra."
        ),
        warning=""
        if offered
        else _("Du kan ikke skrive i noen annen plan med kommende milepæler."),
    )
    said = _("Milepælen er hentet.")
    return answer_form(request, access, page, act=act, then=lambda _row: timeline, said=said)


@on_plan(Capability.EDIT)
def milestone_follow(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Take over the date that a shared milestone has in the plan that owns it."""
    row = _shared(access, slug)
    form = FollowForm(request.POST, access=access, row=row)

    def act() -> Milestone:
        return follow_owner(
            row, by=access.person, reason=form.values()["reason"], revision=form.revision_read
        )

    words = {"here": when_words(row), "owner": owner_words(row)}
    page = _page(
        access,
        row,
        form,
        title=_("Følg den andre planen for «%(title)s»") % {"title": row.title},
        submit=_("Følg den andre planen"),
        intro=_("Her står den på %(here)s. %(owner)s") % words,
    )
    timeline = reverse("timeline", args=[access.plan.slug])
    return answer_form(
        request, access, page, act=act, then=lambda _row: timeline, said=_("Flyttet.")
    )


@on_plan(Capability.EDIT)
def milestone_unfollow(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Make a shared milestone the plan's own."""
    row = _shared(access, slug)
    form = UnfollowForm(request.POST, access=access, row=row)

    def act() -> Milestone:
        return stop_following(
            row, by=access.person, reason=form.values()["reason"], revision=form.revision_read
        )

    page = _page(
        access,
        row,
        form,
        title=_("Slutt å følge den andre planen for «%(title)s»") % {"title": row.title},
        submit=_("Slutt å følge"),
        consequence=Consequence(
            changes=[_("Milepælen blir planens egen, og kan flyttes her.")],
            stays=[_("Datoen den har her, og milepælen i den andre planen.")],
        ),
    )
    address = reverse("milestone", args=[access.plan.slug, row.slug])
    return answer_form(request, access, page, act=act, then=lambda _row: address)


def _shared(access: Access, slug: str) -> Any:
    row = shown_milestone(access, slug)
    require(follows_another(owner=row.owner_plan))
    return row


def _page(access: Access, row: Any, form: Any, **words: Any) -> FormPage:
    address = reverse("milestone", args=[access.plan.slug, row.slug])
    return FormPage(form=form, cancel=address, back=Action(row.title, address), **words)
