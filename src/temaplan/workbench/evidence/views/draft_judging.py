"""Answer for something odd in a file on its way in, with one's name and a reason."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.drafts import (
    accept,
    looked_over,
    to_judge,
    withdraw_acceptance,
)
from temaplan.workbench.evidence.calculation.looking_over import Odd
from temaplan.workbench.evidence.forms.drafts import AcceptForm
from temaplan.workbench.evidence.models import TableDraft
from temaplan.workbench.evidence.queries.drafts import draft_for
from temaplan.workbench.evidence.views.addresses import draft_url
from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access, today
from temaplan.workbench.plan.doors import on_plan, person_of
from temaplan.workbench.plan.vocabulary import Capability

MOST_TOLD = 20


@on_plan(Capability.EDIT)
def draft_accept(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Ask why the figures can be used all the same; the name is that of who is logged in."""
    draft = draft_for(access, key)
    chosen = _chosen(request, draft)
    form = AcceptForm(request.POST, access=access, row=draft)
    person = person_of(request)
    page = FormPage(
        title=_("Godta funn i «%(title)s»") % {"title": draft},
        form=form,
        submit=_("Godta funnet") if len(chosen) == 1 else _("Godta funnene"),
        cancel=draft_url(access, draft),
        back=Action(str(draft), draft_url(access, draft)),
        intro=_("%(name)s svarer for at tallene kan brukes.") % {"name": person.name},
        warning=_("Dette er en feil. Metodene kan gi gale svar av slike tall.")
        if any(each.is_error for each in chosen)
        else "",
        consequence=Consequence(stays=_told(chosen)),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: accept(
            draft,
            keys=[each.key for each in chosen],
            reason=form.values()["reason"],
            by=person,
            on=today(),
        ),
        then=lambda changed: draft_url(access, changed),
        said=_("Godtatt. Navnet ditt og begrunnelsen står ved funnet."),
    )


@on_plan(Capability.EDIT)
def draft_withdraw(request: HttpRequest, access: Access, key: UUID) -> HttpResponse:
    """Take back that somebody answered for something."""
    draft = draft_for(access, key)
    wanted = request.GET.get("funn", "")
    chosen = [each for each in looked_over(draft).odd if each.key == wanted]
    form = PlanForm(request.POST, access=access, row=draft)
    page = FormPage(
        title=_("Angre godkjenning"),
        form=form,
        submit=_("Angre godkjenningen"),
        cancel=draft_url(access, draft),
        back=Action(str(draft), draft_url(access, draft)),
        consequence=Consequence(changes=_told(chosen)),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: withdraw_acceptance(draft, key=wanted),
        then=lambda changed: draft_url(access, changed),
        said=_("Godkjenningen er trukket tilbake."),
    )


def _chosen(request: HttpRequest, draft: TableDraft) -> list[Odd]:
    """Return what the address names: one thing, or all warnings of a kind that wait."""
    kind, wanted = request.GET.get("alle", ""), request.GET.get("funn", "")
    if kind:
        found = [each for each in to_judge(draft) if each.finding == kind and not each.is_error]
    else:
        found = [each for each in looked_over(draft).odd if each.key == wanted]
    if not found and request.method != "POST":
        raise Http404(_("Kladden har ikke det funnet som adressen nevner."))
    return found


def _told(chosen: list[Odd]) -> list[str]:
    told = [each.message for each in chosen[:MOST_TOLD]]
    left = len(chosen) - len(told)
    return [*told, _("og %(number)d til") % {"number": left}] if left else told
