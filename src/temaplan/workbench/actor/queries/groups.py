"""Questions about groups and their members."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Group, GroupMember
from temaplan.workbench.actor.rules.groups import Seat
from temaplan.workbench.actor.vocabulary import DECLARING_KINDS
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.sorting import norwegian


def sitting(day: date, through: str = "") -> Q:
    """Return the condition that a member sits on a day; `through` leads to the member."""
    started = Q(**{f"{through}member_from__isnull": True}) | Q(
        **{f"{through}member_from__lte": day}
    )
    not_over = Q(**{f"{through}member_to__isnull": True}) | Q(**{f"{through}member_to__gte": day})
    return started & not_over


def groups(plan: Plan, day: date) -> QuerySet[Group, Any]:
    """Return the plan's groups by name, each with its numbers on a day."""
    now = sitting(day, "members__")
    there = now & Q(members__isnull=False)
    undeclared = there & Q(members__declared_on__isnull=True, kind__in=DECLARING_KINDS)
    return (
        Group.objects.filter(plan=plan)
        .annotate(
            name_order=norwegian("name"),
            sitting=Count("members", filter=there),
            women=Count("members", filter=there & Q(members__gender="woman")),
            men=Count("members", filter=there & Q(members__gender="man")),
            undeclared=Count("members", filter=undeclared),
        )
        .order_by("name_order", "pk")
    )


def group_named(access: Access, slug: str) -> Group:
    """Fetch one group, or answer 404."""
    row = Group.objects.filter(plan=access.plan, slug=slug).select_related("plan").first()
    if row is None:
        raise Http404(_("Planen har ingen gruppe med adressen «%(slug)s».") % {"slug": slug})
    return row


def member_of(group: Group, slug: str) -> GroupMember:
    """Fetch one member of the group, or answer 404."""
    row = group.members.select_related("plan", "group").filter(slug=slug).first()
    if row is None:
        raise Http404(_("Gruppen har ikke det medlemmet som adressen nevner."))
    return row


def members_of(group: Group) -> QuerySet[GroupMember]:
    """Return the members in the order in which they came, with whom they represent."""
    return group.members.select_related("organisation", "came_from").order_by("pk")


def seats_beside(group: Group, *, but: GroupMember | None = None) -> list[Seat]:
    """Return who sits or has sat in a group, except one."""
    rows = group.members.exclude(pk=but.pk) if but is not None else group.members.all()
    return [seat_of(row) for row in rows]


def seat_of(row: GroupMember) -> Seat:
    """Return what the rules know of a member."""
    return Seat(row.name, row.organisation_id, row.role, row.member_from, row.member_to)


def to_copy(
    source: Group, target: Group, actor_groups: Collection[str], day: date
) -> list[GroupMember]:
    """Return those who sit in one group on a day, for these groups of actors, and not in the other.

    Who represents nobody belongs to no group of actors, and is left out.
    """
    there = {(row.name.casefold(), row.organisation_id) for row in target.members.all()}
    rows = members_of(source).filter(sitting(day), organisation__group__in=actor_groups)
    return [row for row in rows if (row.name.casefold(), row.organisation_id) not in there]
