"""Two periods side by side: new, repeated and not repeated orders."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.queries.periods import Comparison, Period, compare, periods
from temaplan.workbench.mandate.queries.sources import sources
from temaplan.workbench.mandate.views.addresses import order_url, to_orders
from temaplan.workbench.mandate.views.words import state_tag
from temaplan.workbench.pages.cells import Cell, Line
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability

_TWO = 2


@on_plan(Capability.SEE)
def comparison(request: HttpRequest, access: Access) -> HttpResponse:
    """Compare two periods; the two newest when the address names none."""
    known = periods(sources(access.plan))
    context = {"back": to_orders(access), "periods": known}
    if len(known) >= _TWO:
        earlier = _chosen(request.GET.get("fra", ""), known, known[-2])
        later = _chosen(request.GET.get("til", ""), known, known[-1])
        context |= {
            "earlier": earlier,
            "later": later,
            "groups": _groups(access, compare(access.plan, earlier, later)),
        }
    return render(request, "mandate/comparison.html", context)


def _chosen(code: str, known: Sequence[Period], usual: Period) -> Period:
    if not code:
        return usual
    found = next((period for period in known if period.code == code), None)
    if found is None:
        raise Http404(_("Planen har ingen kilder fra perioden %(code)s.") % {"code": code})
    return found


def _groups(access: Access, found: Comparison) -> list[dict[str, object]]:
    return [
        {
            "heading": _("Nye"),
            "lines": [_line(access, order) for order in found.new],
            "none": _("Ingen ordrer er nye."),
        },
        {
            "heading": _("Gjentatt"),
            "lines": [
                Line(
                    [
                        *_line(access, pair.later).cells,
                        Cell(
                            _("gjentar «%(title)s»") % {"title": pair.earlier.title},
                            order_url(access, pair.earlier),
                            note=pair.earlier.document.title,
                        ),
                    ]
                )
                for pair in found.repeated
            ],
            "none": _("Ingen ordrer er gjentatt."),
        },
        {
            "heading": _("Ikke gjentatt"),
            "lines": [_line(access, order) for order in found.not_repeated],
            "none": _("Alle ordrene er gjentatt."),
        },
    ]


def _line(access: Access, order: Mandate) -> Line:
    return Line(
        [state_tag(order), Cell(order.title, order_url(access, order), note=order.document.title)]
    )
