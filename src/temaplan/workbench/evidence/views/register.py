"""The register of sources as a list."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.queries.layers import readable_layers
from temaplan.workbench.evidence.queries.register import register_with_counts
from temaplan.workbench.evidence.views.addresses import house_url, row_url
from temaplan.workbench.evidence.views.words import layer_tag, outdated_tag, use_cell
from temaplan.workbench.evidence.vocabulary import EVIDENCE_KINDS, LAYER
from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
def evidence_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the sources that the person may see, with how much each is used."""
    add = Action(_("Legg til kilde"), house_url(access, "evidence-add"))
    may_add = add if access.may(Capability.EDIT) else None
    page = ListPage(
        title=_("Kunnskap"),
        sentence=_("Kildene planen bygger på, og hva de har funnet."),
        rows=register_with_counts(access),
        columns=_columns(access),
        filters=_filters(access),
        empty=Empty(
            _("Planen har ingen kilder ennå. En kilde er en rapport, en analyse eller et møte."),
            example=_("For eksempel en analyse av næringsstrukturen i kommunen."),
            action=may_add,
        ),
        file_name=f"{access.plan.slug}-kunnskap",
        action=may_add,
        links=_links(access),
        counted=_("kilder"),
    )
    return show_list(request, access, page)


def _links(access: Access) -> Sequence[Action]:
    report = Action(_("Lag standardrapport"), house_url(access, "standard-report"))
    return [
        Action(_("Funn"), house_url(access, "findings")),
        Action(_("Datatabeller"), house_url(access, "data-tables")),
        Action(_("Analyser"), house_url(access, "runs")),
        *([report] if access.may(Capability.EDIT) else []),
    ]


def _columns(access: Access) -> Sequence[Column]:
    return (
        Column(
            "kilde",
            _("Kilde"),
            lambda row: Cell(row.title, row_url(access, row, "evidence"), note=row.author),
            sort=("title",),
            header=True,
        ),
        Column("type", _("Type"), lambda row: str(row.get_kind_display()), sort=("kind",)),
        Column("ar", _("År"), lambda row: str(row.year or _("ukjent")), sort=("year",)),
        Column("funn", _("Funn"), lambda row: str(len(row.seen_findings)), numeric=True),
        Column("bruk", _("Brukt"), lambda row: use_cell(row.used_count), sort=("used_count",)),
        Column("tall", _("Tall"), lambda row: outdated_tag() if row.is_outdated else ""),
        Column("lag", _("Hvem kan lese"), layer_tag, sort=("layer",)),
    )


def _filters(access: Access) -> Sequence[Filter]:
    layers = [(code, LAYER[code].label) for code in readable_layers(access)]
    return (
        Filter(
            "type",
            _("type"),
            choices(EVIDENCE_KINDS),
            lambda rows, kind: rows.filter(kind=kind),
        ),
        Filter("lag", _("lag"), layers, lambda rows, layer: rows.filter(layer=layer)),
        Filter(
            "bruk",
            _("bruk"),
            [("ubrukt", _("ikke brukt ennå")), ("brukt", _("brukt"))],
            _by_use,
        ),
        Filter(
            "tall",
            _("tall"),
            [("utdatert", _("utdatert"))],
            lambda rows, _chosen: rows.filter(is_outdated=True),
        ),
    )


def _by_use(rows: Any, chosen: str) -> Any:
    return rows.filter(used_count=0) if chosen == "ubrukt" else rows.filter(used_count__gt=0)
