"""The list of calculations, the page that the addresses of each lie below."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.calculation.methods import METHOD
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.queries.runs import runs_of
from temaplan.workbench.evidence.views.addresses import house_url, row_url, to_register
from temaplan.workbench.evidence.views.words import outdated_tag
from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def runs(request: HttpRequest, access: Access) -> HttpResponse:
    """List the calculations that the person may see."""
    page = ListPage(
        title=_("Analyser"),
        sentence=_("Det som er beregnet av statistikk og egne tabeller. Funnene siterer tallene."),
        rows=runs_of(access),
        columns=_columns(access),
        empty=Empty(
            _("Planen har ingen analyser ennå. En analyse lages på siden til kilden sin."),
            action=Action(_("Se kildene"), house_url(access)),
        ),
        file_name=f"{access.plan.slug}-analyser",
        links=[to_register(access)],
        counted=_("analyser"),
    )
    return show_list(request, access, page)


def _columns(access: Access) -> Sequence[Column]:
    return (
        Column(
            "analyse",
            _("Analyse"),
            lambda row: Cell(row.title, row_url(access, row, "run")),
            sort=("title",),
            header=True,
        ),
        Column("metode", _("Metode"), _method, sort=("method",)),
        Column(
            "kilde",
            _("Kilde"),
            lambda row: Cell(row.evidence.title, row_url(access, row.evidence, "evidence")),
            sort=("evidence__title",),
        ),
        Column("utgave", _("Utgave"), lambda row: row.vintage, sort=("vintage",)),
        Column("tall", _("Tall"), _state),
    )


def _method(row: AnalysisRun) -> str:
    method = METHOD.get(row.method)
    return str(method.label) if method else row.method  # of a later or an earlier Temaplan


def _state(row: Any) -> Cell | str:
    """Say what keeps its figures from being quoted anew."""
    if row.is_replaced:
        return Cell(_("erstattet"), tag="warning")
    return outdated_tag() if row.is_outdated else ""
