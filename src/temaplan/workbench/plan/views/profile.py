"""The plan as a whole: what it says about itself, and whether everybody may read it."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action, Cell, Fact, Verb
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.actions.profile import change_profile
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.forms.profile import ProfileForm
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.plan_templates import template_label
from temaplan.workbench.plan.rules.profile import may_publish
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import body_word, first_up, years


@on_plan(Capability.SEE)
def profile(request: HttpRequest, access: Access) -> HttpResponse:
    """Show what kind of plan it is, for what, for whom and for how long."""
    plan = access.plan
    return show_object(
        request,
        access,
        ObjectPage(
            row=plan,
            kind_label=_("planens profil"),
            back=Action(_("Oversikt"), reverse("overview", args=[plan.slug])),
            title=plan.title,
            tags=[Cell(str(plan.get_plan_type_display()), tag="neutral"), _publicity(plan)],
            facts=[*_facts(access), *_frame_facts(access)],
            verbs=_verbs(access),
        ),
    )


def _publicity(plan: Plan) -> Cell:
    if plan.is_public:
        return Cell(_("publisert"), reverse("public-plan", args=[plan.slug]), tag="success")
    return Cell(_("ikke publisert"), tag="neutral")


def _facts(access: Access) -> Sequence[Fact]:
    plan, municipality = access.plan, access.municipality
    return [
        Fact(_("Kort om planen"), plan.summary, missing=_("ikke skrevet")),
        Fact(_("Formål"), plan.purpose, missing=_("ikke skrevet")),
        Fact(_("Hvorfor denne plantypen"), plan.plan_type_reason, missing=_("ikke begrunnet")),
        Fact(
            _("Regler"),
            Cell(
                _("Se hvilke regler plantypen gir, og hvilke den sparer planen for"),
                reverse("rules", args=[plan.slug]),
            ),
        ),
        Fact(_("Periode"), years(plan.period_start, plan.period_end)),
        Fact(_("Planeier"), first_up(body_word(plan.owner, municipality))),
        Fact(_("Vedtas av"), first_up(body_word(plan.adopting_body, municipality))),
        Fact(_("Forhold til andre planer"), plan.related_plans, missing=_("ikke skrevet")),
    ]


def _frame_facts(access: Access) -> Sequence[Fact]:
    plan, address = access.plan, [access.plan.slug]
    facts = [
        Fact(_("Avgrensning"), Cell(_("Se temaene i planen"), reverse("themes", args=address))),
        Fact(_("Målform"), _language(plan)),
        Fact(_("Mal"), template_label(plan.template)),
        Fact(_("Kommune"), Cell(access.municipality.name, reverse("municipality", args=address))),
    ]
    if access.may(Capability.MANAGE_PEOPLE):
        facts.append(
            Fact(_("Personer"), Cell(_("Se og inviter"), reverse("plan-people", args=address)))
        )
    if plan.as_of is not None:
        as_of = Cell(written_date(plan.as_of), note=plan.as_of_note)
        facts.append(Fact(_("Stand per"), as_of))
    return facts


def _language(plan: Plan) -> str:
    if plan.language:
        return str(plan.get_language_display())
    return _("%(form)s, som kommunen") % {"form": plan.municipality.get_language_display()}


def _verbs(access: Access) -> Sequence[Verb]:
    plan, address = access.plan, [access.plan.slug]
    verbs: list[Verb] = []
    if access.may(Capability.EDIT):
        change = reverse("plan-profile-change", args=address)
        verbs.append(Verb(_("Endre profilen"), change, primary=True))
    if access.may(Capability.DECIDE) and plan.is_public:
        verbs.append(Verb(_("Trekk publiseringen"), reverse("plan-unpublish", args=address)))
    elif access.may(Capability.DECIDE):
        verdict = may_publish(summary=plan.summary)
        verbs.append(
            Verb(_("Publiser planen"), reverse("plan-publish", args=address), verdict.reason)
        )
    return verbs


@on_plan(Capability.EDIT)
def profile_change(request: HttpRequest, access: Access) -> HttpResponse:
    """Change what the plan says about itself."""
    address = reverse("plan-profile", args=[access.plan.slug])
    form = ProfileForm(request.POST, access=access, row=access.plan)
    page = FormPage(
        title=_("Endre planens profil"),
        form=form,
        submit=_("Lagre profilen"),
        cancel=address,
        back=Action(_("Planens profil"), address),
    )

    def act() -> Plan:
        return change_profile(
            access.plan, by=access.person, values=form.values(), revision=form.revision_read
        )

    return answer_form(request, access, page, act=act, then=lambda plan: address)
