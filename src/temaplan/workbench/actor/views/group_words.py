"""How a group is told of in lists and on its page."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.actor.models import Group, GroupMember
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.wording import EN_DASH


def period(row: Group) -> str:
    """Write how long a group works."""
    return between(row.period_start, row.period_end)


def seat_period(row: GroupMember) -> str:
    """Write how long somebody sits; nothing where it is as long as the group."""
    return between(row.member_from, row.member_to) if row.member_from or row.member_to else ""


def between(start: date | None, end: date | None) -> str:
    """Write a period of days: «1. mars 2026 – 1. juni 2026», «fra …», «til …» or «ukjent»."""
    if start and end:
        return f"{written_date(start)} {EN_DASH} {written_date(end)}"
    if start:
        return _("fra %(date)s") % {"date": written_date(start)}
    return _("til %(date)s") % {"date": written_date(end)} if end else _("ukjent")


def balance(women: int, men: int, all_of_them: int) -> str:
    """Write how many women and men there are; who has not said is neither."""
    return ", ".join(_balance(women, men, all_of_them - women - men)) or _("ingen medlemmer")


def _balance(women: int, men: int, unknown: int) -> Iterator[str]:
    if women or men:
        yield _("%(women)d kvinner, %(men)d menn") % {"women": women, "men": men}
    if unknown:
        yield _("%(number)d ikke oppgitt") % {"number": unknown}
