"""Pages about figures from the statistics office: ask for a table, follow it, look it over."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from temaplan.workbench.evidence.actions import fetches as actions
from temaplan.workbench.evidence.forms.fetches import FetchForm, NewerForm
from temaplan.workbench.evidence.models import TableFetch
from temaplan.workbench.evidence.queries.fetches import (
    fetch_for,
    fetches,
    latest_fetch,
    may_fetch,
)
from temaplan.workbench.evidence.queries.runs import table_for
from temaplan.workbench.evidence.views.addresses import draft_url, house_url, row_url
from temaplan.workbench.evidence.views.fetch_words import (
    columns,
    region_names,
    show_fetch,
    to_tables,
    years_asked,
)
from temaplan.workbench.pages.cells import Action, Empty
from temaplan.workbench.pages.form_page import FormPage, answer_form
from temaplan.workbench.pages.list_page import ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.verdicts import require
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def table_fetches(request: HttpRequest, access: Access) -> HttpResponse:
    """List what was asked for, and how far it has come."""
    verdict = may_fetch()
    add = Action(_("Hent tall fra SSB"), house_url(access, "table-fetch-add"))
    may_add = add if verdict.allowed and access.may(Capability.EDIT) else None
    page = ListPage(
        title=_("Hentinger fra SSB"),
        sentence=_("Tabeller som noen har bedt om. Tallene er med i planen når de er tatt inn."),
        rows=fetches(access),
        columns=columns(access),
        empty=Empty(verdict.reason or _("Ingen har bedt om tall fra SSB ennå."), action=may_add),
        file_name=f"{access.plan.slug}-hentinger",
        action=may_add,
        links=[to_tables(access)],
        counted=_("hentinger"),
    )
    return show_list(request, access, page)


@on_plan(Capability.EDIT)
def table_fetch_add(request: HttpRequest, access: Access) -> HttpResponse:
    """Ask for a table."""
    require(may_fetch())
    form = FetchForm(request.POST, access=access)
    page = FormPage(
        title=_("Hent tall fra SSB"),
        form=form,
        submit=_("Hent tall"),
        cancel=house_url(access, "data-tables"),
        back=to_tables(access),
        intro=_("Tallene hentes mens du arbeider videre. Du ser over dem før de blir tatt inn."),
    )
    return answer_form(
        request,
        access,
        page,
        act=lambda: actions.ask_for_table(
            plan=access.plan, by=access.person, wish=form.wish(), submission=form.submission_key
        ),
        then=_url,
        said=_("Du har bedt om tallene."),
    )


@on_plan(Capability.EDIT)
def data_table_fetch(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Ask for newer figures of a table that was fetched."""
    require(may_fetch())
    table = table_for(access, slug)
    earlier = latest_fetch(table)
    if earlier is None:
        return HttpResponseRedirect(row_url(access, table, "data-table"))
    form = NewerForm(request.POST, access=access)
    page = FormPage(
        title=_("Hent nyere tall til «%(title)s»") % {"title": table.title},
        form=form,
        submit=_("Hent nyere tall"),
        cancel=row_url(access, table, "data-table"),
        back=Action(table.title, row_url(access, table, "data-table")),
        intro=_(
            "Tabell %(number)s hentes for %(regions)s, med de årene SSB har nå. Du ser over "
            "tallene før de tar plassen til de gamle."
        )
        % {"number": earlier.number, "regions": region_names(earlier)},
    )
    wish = actions.Wish(earlier.number, earlier.regions, years_asked(earlier), earlier.contents)
    return answer_form(
        request,
        access,
        page,
        act=lambda: actions.ask_for_table(
            plan=access.plan,
            by=access.person,
            wish=wish,
            table=table,
            submission=form.submission_key,
        ),
        then=_url,
        said=_("Du har bedt om tallene."),
    )


@on_plan(Capability.SEE)
def table_fetch(request: HttpRequest, access: Access, key: str) -> HttpResponse:
    """Show how far a fetch has come."""
    return show_fetch(request, access, fetch_for(access, key))


@on_plan(Capability.EDIT)
@require_POST
def table_fetch_again(request: HttpRequest, access: Access, key: str) -> HttpResponse:
    """Go on with a fetch that stopped."""
    return HttpResponseRedirect(_url(actions.try_again(fetch_for(access, key))))


@on_plan(Capability.EDIT)
@require_POST
def table_fetch_look_over(request: HttpRequest, access: Access, key: str) -> HttpResponse:
    """Look over the figures that came, as one looks over a file."""
    draft = actions.look_over(fetch_for(access, key), by=access.person)
    return HttpResponseRedirect(draft_url(access, draft))


def _url(fetch: TableFetch) -> str:
    return reverse("table-fetch", args=[fetch.plan.slug, fetch.key])
