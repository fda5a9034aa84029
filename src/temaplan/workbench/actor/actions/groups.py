"""Verbs of groups and their members."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from temaplan.workbench.actor.models import Group, GroupMember
from temaplan.workbench.actor.queries.groups import seats_beside, to_copy
from temaplan.workbench.actor.rules import groups as rules
from temaplan.workbench.plan.actions.objects import add_object, change_object, discard_object
from temaplan.workbench.plan.actions.turns import refuse_repeat, take_turn
from temaplan.workbench.plan.models import Person, Plan
from temaplan.workbench.plan.verdicts import Verdict, require

_SEAT = ("name", "organisation", "role", "member_from", "member_to")


@transaction.atomic
def add_group(
    *, plan: Plan, by: Person | None, values: Mapping[str, Any], submission: UUID | None = None
) -> Group:
    """Set up a group."""
    require(rules.in_order(values.get("period_start"), values.get("period_end")))
    return add_object(
        Group,
        plan=plan,
        by=by,
        values=values,
        slug_from=str(values["name"]),
        submission=submission,
    )


@transaction.atomic
def change_group(
    group: Group, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> Group:
    """Change what a group is called, its task or its period."""
    start = changes.get("period_start", group.period_start)
    require(rules.in_order(start, changes.get("period_end", group.period_end)))
    return change_object(group, by=by, changes=changes, revision=revision)


def may_discard_group(group: Group) -> Verdict:
    """Tell whether the group may be removed from the plan."""
    seats = group.members.count() + group.sent_members.count()
    return rules.may_discard_group(members=seats)


@transaction.atomic
def discard_group(group: Group, *, by: Person | None, reason: str) -> None:
    """Remove a group that nobody has sat in; the event keeps what it was."""
    take_turn(group.plan)
    require(may_discard_group(group))
    discard_object(group, by=by, reason=reason)


@transaction.atomic
def add_member(
    group: Group, *, by: Person | None, values: Mapping[str, Any], submission: UUID | None = None
) -> GroupMember:
    """Give somebody a seat in a group."""
    refuse_repeat(GroupMember, plan=group.plan, submission=submission)
    take_turn(group.plan)
    require(rules.may_sit(_seat(values), seats_beside(group)))
    return add_object(
        GroupMember,
        plan=group.plan,
        by=by,
        values={**values, "group": group},
        slug_from=f"{group.slug}-{values['name']}",
        submission=submission,
    )


@transaction.atomic
def change_member(
    member: GroupMember, *, by: Person | None, changes: Mapping[str, Any], revision: int
) -> GroupMember:
    """Change a seat: its holder's role, its end, the declaration."""
    take_turn(member.plan)
    require(rules.may_sit(_seat(changes, member), seats_beside(member.group, but=member)))
    return change_object(member, by=by, changes=changes, revision=revision)


def discard_member(member: GroupMember, *, by: Person | None, reason: str) -> None:
    """Remove a seat that was noted by mistake; who leaves a group gets an end date instead."""
    discard_object(member, by=by, reason=reason)


@transaction.atomic
def copy_members(
    *, source: Group, target: Group, actor_groups: Collection[str], day: date, by: Person | None
) -> list[GroupMember]:
    """Give seats in one group to those who sit in another for these groups of actors.

    Each is noted as come from the other group. What they declared there is not taken
    along: impartiality is about the case, and each group has its own.
    """
    take_turn(target.plan)
    found = to_copy(source, target, actor_groups, day)
    require(rules.something_to_copy(found, group=source.name))
    return [
        add_member(
            target,
            by=by,
            values={
                "name": row.name,
                "organisation": row.organisation,
                "gender": row.gender,
                "member_from": day,
                "came_from": source,
            },
        )
        for row in found
    ]


def _seat(values: Mapping[str, Any], member: GroupMember | None = None) -> rules.Seat:
    """Return the seat as it will be when the values are stored."""
    wanted = {name: getattr(member, name, None) for name in _SEAT} | dict(values)
    organisation = wanted["organisation"]
    return rules.Seat(
        name=str(wanted["name"]),
        organisation=organisation.pk if organisation else None,
        role=wanted["role"] or "member",
        member_from=wanted["member_from"],
        member_to=wanted["member_to"],
    )
