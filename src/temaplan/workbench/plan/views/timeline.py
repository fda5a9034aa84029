"""The timeline as a list: when, what, who, and what was approved."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.list_page import Column, Filter, ListPage, show_list
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.models import Milestone, Plan
from temaplan.workbench.plan.queries import timeline as queries
from temaplan.workbench.plan.queries.sharing import moved_by_their_owner, shared_here
from temaplan.workbench.plan.queries.timeline_rows import shown_milestones
from temaplan.workbench.plan.views.milestone_words import baseline_words, state_in_list, when_cell
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import body_word, first_up
from temaplan.workbench.plan.working_days import COUNTING_RULE

MOVABLE = frozenset({"planned", "started"})


@on_plan(Capability.SEE)
def timeline(request: HttpRequest, access: Access) -> HttpResponse:
    """Show every milestone with its date, and the approved one beside it."""
    plan, as_of = access.plan, reading_date(access.plan)
    return show_list(
        request,
        access,
        ListPage(
            title=_("Tidslinje"),
            sentence=timeline_sentence(plan),
            rows=shown_milestones(plan),
            columns=_columns(access, as_of),
            filters=[_what_to_show(plan, as_of)],
            empty=_empty(access),
            action=_action(access),
            links=list(_links(access)),
            file_name=f"{plan.slug}-tidslinje",
            explained=counting_words(),
        ),
    )


def timeline_sentence(plan: Plan) -> str:
    """Say whether the timeline is approved, when, and by whom."""
    if plan.baseline_approved_on is None:
        return _(
            "Hva som skal skje, når, og hvem som har ansvaret. "
            "Framdriftsplanen er et forslag til den er vedtatt."
        )
    day = written_date(plan.baseline_approved_on)
    if plan.baseline_reason:
        said = _(
            "Framdriftsplanen ble vedtatt %(day)s (%(reason)s). Senere flyttinger står med "
            "begrunnelse."
        )
        return said % {"day": day, "reason": plan.baseline_reason}
    return _("Framdriftsplanen ble vedtatt %(day)s. Senere flyttinger står med begrunnelse.") % {
        "day": day
    }


def counting_words() -> list[Any]:
    """Say how days are counted, and how a milestone with only a month is read."""
    only_month = _("En milepæl som bare har en måned, regnes fra første dag i måneden.")
    return [only_month, COUNTING_RULE]


def _columns(access: Access, as_of: date) -> list[Column]:
    plan = access.plan
    columns = [
        Column("dato", _("Når"), when_cell, sort=("date", "position"), narrow=True),
        Column("milepael", _("Milepæl"), _title_cell(plan), header=True),
        Column("ansvarlig", _("Ansvarlig"), _responsible_cell(access), sort=("responsible",)),
        Column("status", _("Status"), lambda row: state_in_list(row, as_of), sort=("state",)),
    ]
    if plan.baseline_approved_on is not None:
        approved = Column(
            "vedtatt", _("Vedtatt dato"), baseline_words, sort=("baseline_date",), narrow=True
        )
        columns.insert(1, approved)
    if access.may(Capability.EDIT):
        columns.append(Column("flytt", _("Flytt"), _move_cell(plan), in_file=False))
    return columns


def _title_cell(plan: Plan) -> Any:
    timeline = reverse("timeline", args=[plan.slug])

    def cell(row: Milestone) -> Cell:
        return Cell(row.title, f"{timeline}{row.slug}/")

    return cell


def _responsible_cell(access: Access) -> Any:
    def cell(row: Milestone) -> Cell:
        who = first_up(body_word(row.responsible, access.municipality))
        body = body_word(row.body, access.municipality)
        return Cell(who or _("ukjent"), note=first_up(body))

    return cell


def _move_cell(plan: Plan) -> Any:
    timeline = reverse("timeline", args=[plan.slug])

    def cell(row: Milestone) -> Cell:
        if row.state not in MOVABLE or row.is_shared:
            return Cell("")
        return Cell(_("Flytt"), f"{timeline}{row.slug}/flytt/", about=row.title)

    return cell


def _what_to_show(plan: Plan, as_of: date) -> Filter:
    # Functions, so that only the one that is asked for is put together.
    narrowed: dict[str, Callable[[], QuerySet[Milestone]]] = {
        "forsinket": lambda: queries.late_milestones(plan, as_of),
        "kommende": lambda: queries.coming_milestones(plan, as_of),
        "uten-dato": lambda: queries.milestones(plan).filter(date__isnull=True),
        "ferdig": lambda: queries.milestones(plan).filter(state__in=queries.OVER),
        "felles": lambda: shared_here(plan),
        "endret-av-eier": lambda: moved_by_their_owner(plan),
    }

    def apply(rows: QuerySet[Milestone], value: str) -> QuerySet[Milestone]:
        return rows.filter(pk__in=narrowed[value]().order_by().values("pk"))

    options: Sequence[tuple[str, str]] = [
        ("forsinket", _("forsinket")),
        ("kommende", _("kommende")),
        ("uten-dato", _("uten dato")),
        ("ferdig", _("gjennomført eller avlyst")),
        ("felles", _("felles med en annen plan")),
        ("endret-av-eier", _("endret av planen som eier den")),
    ]
    return Filter("vis", _("Milepæler"), options, apply)


def _action(access: Access) -> Action | None:
    if not access.may(Capability.EDIT):
        return None
    return Action(_("Legg til milepæl"), reverse("milestone-add", args=[access.plan.slug]))


def _links(access: Access) -> Iterator[Action]:
    """Offer other ways to see the timeline, and what can be done with all of it."""
    address = [access.plan.slug]
    yield Action(_("Framdriftsbilde"), reverse("timeline-picture", args=address))
    yield Action(_("Kalender"), reverse("calendar", args=address))
    yield Action(_("Regn bakover fra vedtaket"), reverse("latest-dates", args=address))
    if access.may(Capability.EDIT):
        yield Action(_("Hent felles milepæl"), reverse("milestone-share", args=address))
    if access.plan.baseline_approved_on:
        yield Action(_("Vedtak om framdriften"), reverse("approvals", args=address))
    if access.may(Capability.DECIDE):
        again = access.plan.baseline_approved_on is not None
        word = _("Vedta framdriftsplanen på nytt") if again else _("Vedta framdriftsplanen")
        yield Action(word, reverse("timeline-approve", args=address))


def _empty(access: Access) -> Empty:
    return Empty(
        _(
            "Her kommer det som skal skje fram til planen er vedtatt: "
            "møter, utkast, høring og vedtak."
        ),
        example=_("For eksempel «Send utkastet på høring», mai, prosjektleder."),
        action=_action(access),
    )
