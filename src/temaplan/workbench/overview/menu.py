"""The chain as the workbench's only menu: what stands where, and which number matters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.counting import count_each
from temaplan.workbench.overview.documents.kinds import DOCUMENT_KINDS
from temaplan.workbench.plan.access import Access, reading_date
from temaplan.workbench.plan.menu import Count, MenuLink, declared
from temaplan.workbench.plan.queries.sharing import moved_by_their_owner
from temaplan.workbench.plan.queries.timeline import late_milestones, milestones
from temaplan.workbench.plan.vocabulary import Capability


def _late(access: Access) -> Any:
    return late_milestones(access.plan, reading_date(access.plan))


def _late_words(number: int) -> str:
    return ngettext("%(number)d forsinket", "%(number)d forsinket", number) % {"number": number}


def _moved(access: Access) -> Any:
    return moved_by_their_owner(access.plan)


def _moved_words(number: int) -> str:
    words = ngettext(
        "%(number)d endret i en annen plan", "%(number)d endret i en annen plan", number
    )
    return words % {"number": number}


OVERVIEW = MenuLink("overview", _("Oversikt"), "overview")
MENU = (
    MenuLink(
        "timeline",
        _("Tidslinje"),
        "timeline",
        number=lambda access: milestones(access.plan),
        notes=(
            Count(_moved, _moved_words, query="vis=endret-av-eier"),
            Count(_late, _late_words, query="vis=forsinket"),
        ),
        beside=True,
    ),
    MenuLink("documents", _("Dokumenter"), "documents", beside=True),
)


@dataclass(frozen=True)
class Told:
    """A number with its words, and the list behind it."""

    words: str
    url: str
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ShownLink:
    """A link as it stands in the menu."""

    code: str
    label: str
    url: str
    number: int | None
    notes: Sequence[Told]
    content: Sequence[Told]
    current: bool

    @property
    def note(self) -> str:
        """The one note that the menu has room for: the first."""
        return self.notes[0].words if self.notes else ""


@dataclass(frozen=True)
class Menu:
    """The chain, and what stands beside it."""

    links: Sequence[ShownLink]
    also: Sequence[ShownLink]

    @property
    def current(self) -> ShownLink | None:
        """The link that the page belongs to, where it belongs to one."""
        return next((link for link in (*self.links, *self.also) if link.current), None)


def menu_for(request: HttpRequest, access: Access | None) -> Menu | None:
    """Return the menu of a plan for those who may see its workbench, counted in one statement."""
    if access is None or not access.may(Capability.SEE):
        return None
    return counted_menu(request, access)


def counted_menu(request: HttpRequest, access: Access) -> Menu:
    """Count and return the menu; whether the visitor may see it is asked before."""
    shown = list(_shown(request, access, (OVERVIEW, *declared())))
    return Menu(
        links=[link for link, beside in shown if not beside],
        also=[_with_documents(link) for link, beside in shown if beside],
    )


def _with_documents(link: ShownLink) -> ShownLink:
    """Documents are built, not stored, so their number is known without asking."""
    return replace(link, number=len(DOCUMENT_KINDS)) if link.code == "documents" else link


def _shown(
    request: HttpRequest, access: Access, links: Sequence[MenuLink]
) -> Iterator[tuple[ShownLink, bool]]:
    numbers = iter(count_each([rows(access) for link in links for rows in _asked(link)]))
    for link in links:
        url = reverse(link.url_name, args=[access.plan.slug])
        number = next(numbers) if link.number else None
        yield (
            ShownLink(
                code=link.code,
                label=str(link.label),
                url=url,
                number=number,
                notes=_told(link.notes, numbers, url),
                content=_told(link.content, numbers, url),
                current=request.path.startswith(url),
            ),
            link.beside,
        )


def _asked(link: MenuLink) -> Iterator[Any]:
    if link.number:
        yield link.number
    yield from (count.rows for count in (*link.notes, *link.content))


def _told(counts: Sequence[Count], numbers: Iterator[int], url: str) -> Sequence[Told]:
    found = [(count, next(numbers)) for count in counts]
    return [
        Told(count.words(number), f"{url}?{count.query}" if count.query else url, count.rules)
        for count, number in found
        if number
    ]
