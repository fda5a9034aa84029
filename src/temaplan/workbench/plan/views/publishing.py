"""Letting everybody read the plan, and taking it back: what that means is said first."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import Consequence, FormPage, answer_form
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.profile import publish_plan, unpublish_plan
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.profile import PublishForm, UnpublishForm
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.vocabulary import Capability

Act = Callable[..., Plan]


@on_plan(Capability.DECIDE)
def publish(request: HttpRequest, access: Access) -> HttpResponse:
    """Say who will be able to read what, and do it."""
    if access.plan.is_public:
        return _to_profile(access)
    address = reverse("public-plan", args=[access.plan.slug])
    consequence = Consequence(
        changes=[
            _("Alle kan lese planen på %(address)s, uten å logge inn.") % {"address": address},
            _("Dokumentene kan hentes som Word og PDF."),
            _("Endringer du lagrer, er synlige for alle med en gang."),
        ],
        stays=[_("Kunnskap som er intern eller lukket, vises ikke.")],
    )
    return _answer(
        request,
        access,
        form=PublishForm(request.POST, access=access, row=access.plan),
        act=publish_plan,
        words=(_("Publiser planen"), _("Planen er publisert.")),
        consequence=consequence,
    )


@on_plan(Capability.DECIDE)
def unpublish(request: HttpRequest, access: Access) -> HttpResponse:
    """Say what nobody outside will find any longer, and do it."""
    if not access.plan.is_public:
        return _to_profile(access)
    address = reverse("public-plan", args=[access.plan.slug])
    consequence = Consequence(
        loses=[_("Lenker til %(address)s virker ikke lenger.") % {"address": address}],
        stays=[
            _("De som arbeider med planen, ser alt som før."),
            _("Filer som noen har lastet ned, kan du ikke hente tilbake."),
        ],
    )
    return _answer(
        request,
        access,
        form=UnpublishForm(request.POST, access=access, row=access.plan),
        act=unpublish_plan,
        words=(_("Trekk publiseringen"), _("Planen er ikke lenger publisert.")),
        consequence=consequence,
    )


def _to_profile(access: Access) -> HttpResponse:
    """Lead somebody to the page that says how things are already."""
    return HttpResponseRedirect(reverse("plan-profile", args=[access.plan.slug]))


def _answer(
    request: HttpRequest,
    access: Access,
    *,
    form: PlanForm,
    act: Act,
    words: tuple[str, str],
    consequence: Consequence,
) -> HttpResponse:
    profile = reverse("plan-profile", args=[access.plan.slug])
    page = FormPage(
        title=words[0],
        form=form,
        submit=words[0],
        cancel=profile,
        back=Action(_("Planens profil"), profile),
        consequence=consequence,
    )

    def done() -> Plan:
        reason = form.values()["reason"]
        return act(access.plan, by=access.person, reason=reason, revision=form.revision_read)

    return answer_form(request, access, page, act=done, then=lambda plan: profile, said=words[1])
