"""The page that makes the default report of industrial structure a source of the plan."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.actions.standard_report import add_standard_report
from temaplan.workbench.evidence.forms.standard_report import StandardReportForm
from temaplan.workbench.evidence.queries.layers import readable_layers
from temaplan.workbench.evidence.views.addresses import house_url, row_url, to_register
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.EDIT)
def standard_report(request: HttpRequest, access: Access) -> HttpResponse:
    """Choose municipalities; the figures and their findings are made of open data."""
    form = StandardReportForm(request.POST, access=access)
    page = FormPage(
        title=_("Standardrapport om næringsstruktur"),
        form=form,
        submit=_("Lag standardrapport"),
        cancel=house_url(access),
        intro=_(
            "Temaplan lager en kilde med figurer av åpne tall: folketall, sysselsatte, "
            "egendekning, næringer og endring. Hver figur er en analyse, og funnene siterer den. "
            "Det tar noen sekunder."
        ),
        back=to_register(access),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: add_standard_report(
            plan=access.plan,
            by=access.person,
            regions=form.codes(),
            period=form.period(),
            layer=form.values()["layer"],
            readable=readable_layers(access),
            submission=form.submission_key,
        ),
        then=lambda row: row_url(access, row, "evidence"),
        said=_("Rapporten er laget. Figurene og funnene står under kilden."),
    )
