"""Tables of figures that belong to the plan: the list, and the page of one."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.errors import BadInput
from temaplan.sources.brought import read_kept
from temaplan.workbench.evidence.actions.tables import may_discard
from temaplan.workbench.evidence.models import DataTable
from temaplan.workbench.evidence.queries.drafts import drafts
from temaplan.workbench.evidence.queries.fetches import latest_fetch, may_fetch
from temaplan.workbench.evidence.queries.runs import table_for, tables
from temaplan.workbench.evidence.views.accepted import accepted_block
from temaplan.workbench.evidence.views.addresses import (
    draft_url,
    house_url,
    row_url,
    to_register,
)
from temaplan.workbench.pages.cells import Action, Block, Cell, Empty, Fact, Verb
from temaplan.workbench.pages.list_page import Column, ListPage, show_list
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import listed, years

LINES_SHOWN = 20


@on_plan(Capability.SEE)
def data_tables(request: HttpRequest, access: Access) -> HttpResponse:
    """List the plan's own tables of figures."""
    add = Action(_("Legg til datatabell"), house_url(access, "data-table-add"))
    may_add = add if access.may(Capability.EDIT) else None
    fetching = may_fetch() if may_add else None
    page = ListPage(
        title=_("Datatabeller"),
        sentence=" ".join(
            [
                _("Tall som hører til planen. Analysene beregnes av dem og av åpen statistikk."),
                fetching.reason if fetching else "",
            ]
        ).strip(),
        rows=tables(access),
        columns=_columns(access),
        empty=Empty(
            _("Planen har ingen egne datatabeller ennå."),
            example=_("For eksempel arbeidsplasser etter næring fra en egen bestilling."),
            action=may_add,
        ),
        file_name=f"{access.plan.slug}-datatabeller",
        action=may_add,
        second=Action(_("Hent tall fra SSB"), house_url(access, "table-fetch-add"))
        if fetching and fetching.allowed
        else None,
        links=[to_register(access), *_to_fetches(access), *_to_drafts(access)],
        counted=_("datatabeller"),
    )
    return show_list(request, access, page)


def _to_drafts(access: Access) -> Sequence[Action]:
    """Lead to files that were read and are not taken in yet."""
    return [
        Action(_("Kladd: %(title)s") % {"title": draft}, draft_url(access, draft))
        for draft in drafts(access)
    ]


def _to_fetches(access: Access) -> Sequence[Action]:
    if not may_fetch().allowed:
        return ()
    return (Action(_("Hentinger fra SSB"), house_url(access, "table-fetches")),)


def _columns(access: Access) -> Sequence[Column]:
    return (
        Column(
            "tabell",
            _("Tabell"),
            lambda row: Cell(row.title, row_url(access, row, "data-table"), note=row.unit),
            sort=("title",),
            header=True,
        ),
        Column("kilde", _("Kilde"), lambda row: row.source, sort=("source",)),
        Column("utgave", _("Utgave"), lambda row: row.vintage or _("ukjent")),
        Column("analyser", _("Analyser"), lambda row: str(row.run_count), numeric=True),
    )


@on_plan(Capability.SEE)
def data_table(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show a table of figures with what is known of it."""
    row = table_for(access, slug)
    page = ObjectPage(
        row=row,
        kind_label=_("datatabell"),
        back=Action(_("Datatabeller"), house_url(access, "data-tables")),
        title=row.title,
        tags=[Cell(_("oppdiktede tall"), tag="warning")] if row.invented else [],
        facts=_facts(row),
        verbs=_verbs(access, row),
        blocks=[*accepted_block([row]), _lines(access, row)],
    )
    return show_object(request, access, page)


@on_plan(Capability.SEE)
def data_table_file(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Give the figures as they were taken in."""
    row = table_for(access, slug)
    response = HttpResponse(row.content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{access.plan.slug}-{row.slug}.csv"'
    return response


def _facts(row: DataTable) -> Sequence[Fact]:
    return (
        Fact(_("Kilde"), row.source),
        Fact(_("Vilkår"), row.licence),
        Fact(_("Enhet"), row.unit),
        Fact(_("Utgave"), row.vintage),
        Fact(_("Hentet"), written_date(row.retrieved_on)),
        *_extent(row),
        Fact(_("Kontrollsum"), row.sha256),
    )


def _extent(row: DataTable) -> Sequence[Fact]:
    try:
        statistics = read_kept(row.content)
    except BadInput as error:  # came in with a folder; a person must mend it
        return (Fact(_("Innhold"), error.message),)
    names = [statistics.region_names.get(code, code) for code in statistics.regions]
    periods = statistics.periods
    return (
        Fact(_("Områder"), listed(names)),
        Fact(_("År"), years(periods[0], periods[-1])),
        Fact(
            _("Linjer"),
            ngettext("%(number)d linje", "%(number)d linjer", len(statistics.rows))
            % {"number": len(statistics.rows)},
        ),
    )


def _lines(access: Access, row: DataTable) -> Block:
    lines = row.content.splitlines()
    context = {
        "lines": lines[:LINES_SHOWN],
        "left_out": max(0, len(lines) - LINES_SHOWN),
        "file_url": row_url(access, row, "data-table-file"),
    }
    return Block(_("De første linjene"), "evidence/lines.html", context, anchor="linjer")


def _verbs(access: Access, row: DataTable) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return ()

    def verb(label: str, name: str, reason: str = "") -> Verb:
        return Verb(label, reverse(name, args=[access.plan.slug, row.slug]), reason)

    newer = [verb(_("Hent nyere tall"), "data-table-fetch")] if _may_fetch_newer(row) else []
    return (
        *newer,
        verb(_("Endre datatabell"), "data-table-change"),
        verb(_("Forkast datatabell"), "data-table-discard", may_discard(row).reason),
    )


def _may_fetch_newer(row: DataTable) -> bool:
    return may_fetch().allowed and latest_fetch(row) is not None
