"""The themes of a plan: what it takes up, what it leaves, and where that is handled."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action, Cell, Empty, Fact, Verb
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.models import Theme
from temaplan.workbench.plan.queries.documents import stands_in_a_document
from temaplan.workbench.plan.queries.themes import theme_for, themes
from temaplan.workbench.plan.rules.themes import may_discard_theme
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import THEME_SCOPE, THEME_SCOPES, Capability


@on_plan(Capability.SEE)
def theme_list(request: HttpRequest, access: Access) -> HttpResponse:
    """List the themes in their order."""
    plan = access.plan
    profile = Action(_("Planens profil"), reverse("plan-profile", args=[plan.slug]))
    return show_list(
        request,
        access,
        ListPage(
            title=_("Temaer"),
            sentence=_(
                "Hva planen tar opp, og hva den ikke tar opp. For det siste står det hvor temaet "
                "blir behandlet i stedet."
            ),
            rows=themes(plan),
            columns=_columns(access),
            filters=[_scope_filter()],
            empty=_empty(access),
            action=_add(access),
            links=[profile],
            file_name=f"{plan.slug}-temaer",
        ),
    )


def _columns(access: Access) -> Sequence[Column]:
    address = reverse("themes", args=[access.plan.slug])

    def title(row: Theme) -> Cell:
        return Cell(row.title, f"{address}{row.slug}/")

    return [
        Column("tema", _("Tema"), title, header=True),
        Column("avgrensning", _("Avgrensning"), _scope, sort=("scope", "position")),
        Column("begrunnelse", _("Begrunnelse"), lambda row: row.reason),
        Column("behandles", _("Behandles i stedet i"), lambda row: row.handled_in),
    ]


def _scope(row: Theme) -> Cell:
    scope = THEME_SCOPE[row.scope]
    return Cell(str(scope.label), tag=scope.colour)


def _scope_filter() -> Filter:
    def apply(rows: Any, value: str) -> Any:
        return rows.filter(scope=value)

    return Filter("avgrensning", _("Avgrensning"), choices(THEME_SCOPES), apply)


def _add(access: Access) -> Action | None:
    if not access.may(Capability.EDIT):
        return None
    return Action(_("Legg til tema"), reverse("theme-add", args=[access.plan.slug]))


def _empty(access: Access) -> Empty:
    return Empty(
        _("Her kommer temaene som noen vil at planen skal ta opp, med det som er avklart."),
        example=_("For eksempel «Handel i sentrum»: ikke med, blir behandlet i sentrumsplanen."),
        action=_add(access),
    )


@on_plan(Capability.SEE)
def theme_page(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one theme."""
    row = theme_for(access, slug)
    return show_object(
        request,
        access,
        ObjectPage(
            row=row,
            kind_label=_("tema"),
            back=to_themes(access),
            title=row.title,
            tags=[_scope(row)],
            facts=[
                Fact(_("Begrunnelse"), row.reason, missing=_("ikke skrevet")),
                Fact(_("Behandles i stedet i"), row.handled_in, missing=_("ikke oppgitt")),
            ],
            verbs=_verbs(row, access),
        ),
    )


def _verbs(row: Theme, access: Access) -> Sequence[Verb]:
    if not access.may(Capability.EDIT):
        return []
    address = [access.plan.slug, row.slug]
    verdict = may_discard_theme(in_a_document=stands_in_a_document(row))
    return [
        Verb(_("Endre tema"), reverse("theme-change", args=address), primary=True),
        Verb(_("Forkast tema"), reverse("theme-discard", args=address), verdict.reason),
    ]


def to_themes(access: Access) -> Action:
    """Return the way back to the list."""
    return Action(_("Temaer"), reverse("themes", args=[access.plan.slug]))
