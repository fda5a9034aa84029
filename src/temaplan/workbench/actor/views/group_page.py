"""The page of one group: its task, who sits in it, who has not declared."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.actor.actions.groups import may_discard_group
from temaplan.workbench.actor.models import Group, GroupMember
from temaplan.workbench.actor.queries.groups import group_named, members_of
from temaplan.workbench.actor.rules.groups import lacks_declaration, sits
from temaplan.workbench.actor.views.addresses import actor_url, group_url, member_url, to_groups
from temaplan.workbench.actor.views.group_words import balance, period, seat_period
from temaplan.workbench.pages.cells import Action, Block, Cell, Fact, Line, Verb, lines_block
from temaplan.workbench.pages.object_page import ObjectPage, show_object
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability
from temaplan.workbench.plan.wording import body_word, listed


@on_plan(Capability.SEE)
def group_page(request: HttpRequest, access: Access, slug: str) -> HttpResponse:
    """Show one group; its members are for those who see what is internal."""
    group = group_named(access, slug)
    members = list(members_of(group)) if access.may(Capability.SEE_INTERNAL) else []
    today = reading_date(access.plan)
    now = [row for row in members if sits(row.member_from, row.member_to, today)]
    page = ObjectPage(
        row=group,
        kind_label=str(group.get_kind_display()),
        back=to_groups(access),
        title=group.name,
        body=group.task,
        facts=(
            Fact(_("Oppnevnt av"), body_word(group.appointed_by, access.municipality)),
            Fact(_("Periode"), period(group)),
            *_numbers(group, now, access),
        ),
        verbs=_verbs(access, group),
        blocks=_members(access, group, members, today),
    )
    return show_object(request, access, page)


def _numbers(group: Group, now: Sequence[GroupMember], access: Access) -> list[Fact]:
    if not access.may(Capability.SEE_INTERNAL):
        return []
    women, men = (sum(row.gender == gender for row in now) for gender in ("woman", "man"))
    undeclared = [row.name for row in now if lacks_declaration(row.declared_on, group.kind)]
    lacking = Cell(listed(undeclared), tag="warning") if undeclared else ""
    none = _("ingen") if group.needs_declaration else _("kreves ikke av denne typen gruppe")
    return [
        Fact(_("Medlemmer"), balance(women, men, len(now))),
        Fact(_("Mangler habilitetserklæring"), lacking, missing=none),
    ]


def _members(
    access: Access, group: Group, members: Sequence[GroupMember], today: date
) -> tuple[Block, ...]:
    if not access.may(Capability.SEE_INTERNAL):
        return ()
    add = Action(_("Legg til medlem"), group_url(access, group, "member-add"))
    block = lines_block(
        _("Medlemmer"),
        [_line(access, group, row, today) for row in members],
        none=_("Gruppen har ingen medlemmer ennå."),
        add=add if access.may(Capability.EDIT) else None,
        anchor="medlemmer",
    )
    return (block,)


def _line(access: Access, group: Group, row: GroupMember, today: date) -> Line:
    role = str(row.get_role_display())
    left = not sits(row.member_from, row.member_to, today)
    return Line(
        [
            Cell(_("%(role)s, ikke nå") % {"role": role} if left else role, tag="neutral"),
            Cell(row.name, note=seat_period(row)),
            *_represents(access, row),
            *_declared(group, row),
        ],
        _links(access, group, row),
    )


def _represents(access: Access, row: GroupMember) -> list[Cell]:
    came = _("hentet fra %(group)s") % {"group": row.came_from} if row.came_from else ""
    if row.organisation is None:
        return [Cell(came)] if came else []
    return [Cell(row.organisation.name, actor_url(access, row.organisation), note=came)]


def _declared(group: Group, row: GroupMember) -> list[Cell]:
    if row.declared_on:
        words = _("habilitet erklært %(date)s") % {"date": written_date(row.declared_on)}
        return [Cell(words, note=row.declaration)]
    if lacks_declaration(row.declared_on, group.kind):
        return [Cell(_("mangler habilitetserklæring"), tag="warning")]
    return []


def _links(access: Access, group: Group, row: GroupMember) -> list[Cell]:
    if not access.may(Capability.EDIT):
        return []
    return [
        Cell(_("Endre"), member_url(access, group, row.slug, "member-change"), about=row.name),
        Cell(_("Fjern"), member_url(access, group, row.slug, "member-discard"), about=row.name),
    ]


def _verbs(access: Access, group: Group) -> tuple[Verb, ...]:
    if not access.may(Capability.EDIT):
        return ()
    return (
        Verb(_("Endre gruppen"), group_url(access, group, "group-change"), primary=True),
        Verb(_("Hent medlemmer"), group_url(access, group, "group-copy")),
        Verb(
            _("Forkast gruppen"),
            group_url(access, group, "group-discard"),
            reason=may_discard_group(group).reason,
        ),
    )
