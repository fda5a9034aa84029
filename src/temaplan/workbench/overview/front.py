"""The plan's front page in the workbench: what is due, what lacks its ground, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.lacks import Lack
from temaplan.workbench.overview.menu import Menu, ShownLink, Told
from temaplan.workbench.overview.queries import Due
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import near_date
from temaplan.workbench.plan.wording import body_word, first_up, years

LATE_SHOWN, NEXT_SHOWN = 4, 3


@dataclass(frozen=True)
class DueLine:
    """Something to be done: when, what, who, and where it stands."""

    when: str
    late: bool
    title: str
    url: str
    note: str
    responsible: str


@dataclass(frozen=True)
class ProgressLine:
    """How far one link of the chain is."""

    link: ShownLink
    content: Sequence[Told]
    lacks: Sequence[Told]
    changed: str


def about(access: Access) -> str:
    """Say in one line what kind of plan it is and what it is for."""
    plan = access.plan
    period = years(plan.period_start, plan.period_end)
    words = [first_up(str(plan.get_plan_type_display())), period]
    kind = " ".join(word for word in words if word)
    return f"{kind}. {plan.summary or plan.purpose}".strip()


def spread(lacks: Sequence[Lack], most: int) -> Sequence[Lack]:
    """Return a few of the breaks, one of each rule before a second of any."""
    seen: dict[str, int] = {}
    ranked: list[tuple[int, Lack]] = []
    for lack in lacks:
        seen[lack.rule] = seen.get(lack.rule, 0) + 1
        ranked.append((seen[lack.rule], lack))
    return [lack for _rank, lack in sorted(ranked, key=lambda pair: pair[0])[:most]]


def due_lines(found: Sequence[Due], access: Access, as_of: date) -> Sequence[DueLine]:
    """Return the oldest late things and what comes next, each with a link to itself."""
    late = [each for each in found if each.is_late(as_of)]
    coming = [each for each in found if not each.is_late(as_of)]
    shown = late[:LATE_SHOWN] + coming[:NEXT_SHOWN]
    return [due_line(each, access, as_of) for each in shown]


def due_line(each: Due, access: Access, as_of: date) -> DueLine:
    """Write one thing to be done."""
    municipality = access.municipality
    beside = first_up(body_word(each.beside, municipality))
    return DueLine(
        when=_when(each, as_of),
        late=each.is_late(as_of),
        title=each.title,
        url=reverse(each.kind, args=[access.plan.slug, each.slug]),
        note=" · ".join(word for word in (_kind_word(each), beside) if word),
        responsible=body_word(each.responsible, municipality),
    )


def _when(each: Due, as_of: date) -> str:
    written = near_date(each.day, each.precision, as_of)
    if not each.is_late(as_of):
        return written
    if each.kind == "mandate":
        return _("over frist %(date)s") % {"date": written}
    return _("forsinket fra %(date)s") % {"date": written}


def _kind_word(each: Due) -> str:
    return _("Mandat") if each.kind == "mandate" else _("Tidslinje")


def late_links(menu: Menu) -> Sequence[Told]:
    """Return the numbers of what is late, each a link to its list."""
    wanted = {"mandate", "timeline"}
    links = [link for link in (*menu.links, *menu.also) if link.code in wanted]
    return [note for link in links for note in link.notes[:1]]


def progress(
    access: Access, menu: Menu, lacks: Sequence[Lack], changed: dict[str, datetime]
) -> Sequence[ProgressLine]:
    """Return a line for each link of the chain and for the timeline."""
    links = [*menu.links[1:], *(link for link in menu.also if link.code == "timeline")]
    return [
        ProgressLine(
            link=link,
            content=link.content or _only_number(link),
            lacks=[*link.notes, *_other_breaks(link, lacks, access)],
            changed=_moment(changed.get(link.code)),
        )
        for link in links
    ]


def _other_breaks(link: ShownLink, lacks: Sequence[Lack], access: Access) -> Sequence[Told]:
    """Return the number of breaks in a link that none of its notes tells of."""
    told = frozenset[str]().union(*(note.rules for note in link.notes))
    number = sum(lack.house == link.code and lack.rule not in told for lack in lacks)
    if not number:
        return []
    words = ngettext("%(number)d brudd i kjeden", "%(number)d brudd i kjeden", number)
    url = reverse("what-lacks", args=[access.plan.slug])
    return [Told(words % {"number": number}, f"{url}?ledd={link.code}")]


def _only_number(link: ShownLink) -> Sequence[Told]:
    return [Told(str(link.number), link.url)] if link.number else []


def _moment(at: datetime | None) -> str:
    """Write a moment as people do: with the hour only when it was today or yesterday."""
    if at is None:
        return ""
    local, today = timezone.localtime(at), timezone.localdate()
    days = (today - local.date()).days
    if days > 1:
        return near_date(local.date(), "day", today)
    words = _("i dag kl. %(hour)s") if days == 0 else _("i går kl. %(hour)s")
    return words % {"hour": f"{local:%H.%M}"}
