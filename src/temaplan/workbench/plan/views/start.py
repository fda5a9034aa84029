"""Starting a plan in the browser."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.actions.start import start_plan
from temaplan.workbench.plan.doors import hostname, person_of, person_only
from temaplan.workbench.plan.forms.start import StartForm
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.queries.start import municipalities_to_start_in


@person_only
def plan_new(request: HttpRequest) -> HttpResponse:
    """Ask for type, years and template, and begin."""
    municipalities = municipalities_to_start_in(person_of(request), hostname(request))
    if not municipalities:
        raise PermissionDenied(
            _(
                "Du kan ikke starte planer. "
                "Spør administratoren i kommunen om rollen som planlegger."
            )
        )
    form = StartForm(request.POST, municipalities=municipalities)
    page = FormPage(
        title=_("Start en plan"),
        form=form,
        submit=_("Start planen"),
        cancel=reverse("my-work"),
        intro=_intro(form),
        back=Action(_("Mitt arbeid"), reverse("my-work")),
    )

    def act() -> Plan:
        return start_plan(
            municipality=form.chosen_municipality,
            by=person_of(request),
            values=form.about_the_plan(),
            template=form.cleaned_data["template"],
            first_year=form.cleaned_data["first_year"],
            submission=form.submission_key,
        )

    return answer_form(
        request,
        None,
        page,
        act=act,
        then=lambda plan: reverse("overview", args=[plan.slug]),
        said=_("Planen er startet."),
    )


def _intro(form: StartForm) -> str:
    later = _("Planen kan leses av alle først når du publiserer den. Alt kan endres etterpå.")
    if form.only is None:
        return later
    return _("Planen blir for %(municipality)s. %(later)s") % {
        "municipality": form.only.name,
        "later": later,
    }
