"""*Mitt arbeid*: the first page after logging in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from temaplan.workbench.overview.my_work import plans_of
from temaplan.workbench.plan.access import on_host, plans_for
from temaplan.workbench.plan.doors import hostname, person_only
from temaplan.workbench.plan.queries.start import municipalities_to_start_in


@person_only
def my_work(request: HttpRequest) -> HttpResponse:
    """Show the person's plans and what is due in each."""
    host = hostname(request)
    plans = list(plans_for(request.user).filter(on_host(host)))
    return render(
        request,
        "overview/my_work.html",
        {
            "groups": plans_of(plans),
            "may_start": municipalities_to_start_in(request.user, host).exists(),
        },
    )
