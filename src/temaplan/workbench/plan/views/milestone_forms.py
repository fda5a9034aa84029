"""Adding, changing, moving and discarding a milestone, and saying where it stands."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions import timeline as actions
from temaplan.workbench.plan.dates import ReadDate
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.milestone import (
    DiscardForm,
    MilestoneForm,
    MoveForm,
    StateForm,
)
from temaplan.workbench.plan.models import Milestone
from temaplan.workbench.plan.queries.timeline import milestone_for
from temaplan.workbench.plan.views.milestone_words import (
    baseline_words,
    free_day_warning,
    when_words,
)
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def milestone_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Add a step to the timeline."""
    form = MilestoneForm(request.POST, access=access)
    timeline = reverse("timeline", args=[access.plan.slug])

    def act() -> Milestone:
        values = form.values()
        when = values.pop("when")
        added = actions.add_milestone(
            plan=access.plan,
            by=access.person,
            when=when,
            values=values,
            submission=form.submission_key,
        )
        _warn_of_free_day(request, when)
        return added

    page = FormPage(
        title=_("Legg til milepæl"),
        form=form,
        submit=_("Legg til milepæl"),
        cancel=timeline,
        back=Action(_("Tidslinje"), timeline),
    )
    return answer_form(
        request, access, page, act=act, then=lambda row: timeline, said=_("Milepælen er lagt til.")
    )


@on_plan(Capability.EDIT)
def milestone_change(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Change what a step says."""
    row = milestone_for(access, slug)
    form = MilestoneForm(request.POST, access=access, row=row)

    def act() -> Milestone:
        return actions.change_milestone(
            row, by=access.person, values=form.values(), revision=form.revision_read
        )

    page = _page(access, row, form, title=_("Endre milepæl"), submit=_("Lagre milepæl"))
    return answer_form(request, access, page, act=act, then=_to(access))


@on_plan(Capability.EDIT)
def milestone_move(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Give a step another date; the reason is asked for once the timeline is approved."""
    row = milestone_for(access, slug)
    form = MoveForm(request.POST, access=access, row=row)

    def act() -> Milestone:
        values = form.values()
        moved = actions.move_milestone(
            row,
            by=access.person,
            to=values["when"],
            reason=values.get("reason", ""),
            revision=form.revision_read,
        )
        _warn_of_free_day(request, values["when"])
        return moved

    page = _page(
        access,
        row,
        form,
        title=_("Flytt «%(title)s»") % {"title": row.title},
        submit=_("Flytt milepæl"),
        intro=_now(row),
    )
    timeline = reverse("timeline", args=[access.plan.slug])
    return answer_form(
        request, access, page, act=act, then=lambda row: timeline, said=_("Flyttet.")
    )


@on_plan(Capability.EDIT)
def milestone_state(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Say where a step stands."""
    row = milestone_for(access, slug)
    form = StateForm(request.POST, access=access, row=row)

    def act() -> Milestone:
        values = form.values()
        return actions.set_milestone_state(
            row,
            by=access.person,
            state=values["state"],
            reason=values["reason"],
            revision=form.revision_read,
        )

    title = _("Sett status på «%(title)s»") % {"title": row.title}
    page = _page(access, row, form, title=title, submit=_("Sett status"))
    return answer_form(request, access, page, act=act, then=_to(access))


@on_plan(Capability.EDIT)
def milestone_discard(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Remove a step that nobody has approved or read in a document."""
    row = milestone_for(access, slug)
    form = DiscardForm(request.POST, access=access, row=row)

    def act() -> None:
        actions.discard_milestone(row, by=access.person, reason=form.values()["reason"])

    page = _page(
        access,
        row,
        form,
        title=_("Forkast «%(title)s»") % {"title": row.title},
        submit=_("Forkast milepæl"),
        consequence=Consequence(
            changes=[_("Milepælen tas ut av tidslinjen.")],
            stays=[_("Historikken sier at den fantes, hvem som forkastet den, og hvorfor.")],
        ),
    )
    timeline = reverse("timeline", args=[access.plan.slug])
    said = _("Milepælen er forkastet.")
    return answer_form(request, access, page, act=act, then=lambda row: timeline, said=said)


def _warn_of_free_day(request: HttpRequest, when: ReadDate | None) -> None:
    """Say that a day is free, and which is the next that is not. It may be meant so."""
    warning = free_day_warning(when.day) if when and when.precision == "day" else ""
    if warning:
        messages.warning(request, warning)


def _page(access: Access, row: Milestone, form: Any, **words: Any) -> FormPage:
    address = reverse("milestone", args=[access.plan.slug, row.slug])
    return FormPage(form=form, cancel=address, back=Action(row.title, address), **words)


def _to(access: Access) -> Any:
    return lambda row: reverse("milestone", args=[access.plan.slug, row.slug])


def _now(row: Milestone) -> str:
    """Say where the step stands now, beside what was approved."""
    if row.baseline_date is None:
        return _("Står nå på %(now)s.") % {"now": when_words(row)}
    return _("Vedtatt dato: %(approved)s. Står nå på %(now)s.") % {
        "approved": baseline_words(row),
        "now": when_words(row),
    }
