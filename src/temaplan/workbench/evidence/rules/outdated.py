"""When a calculation is outdated, told from what it used and what is stored now."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from temaplan.sources.editions import Edition, newer_edition
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.wording import listed


@dataclass(frozen=True)
class Used:
    """What a calculation was made of: its table's checksum, source line and edition.

    `last_year` is the last year that it shows.
    """

    sha256: str
    last_year: int | None = None
    source: str = ""
    vintage: str = ""


@dataclass(frozen=True)
class Stored:
    """The same table as it is stored now."""

    sha256: str
    vintage: str = ""
    last_year: int | None = None


@dataclass(frozen=True)
class Outdated:
    """Why a calculation is outdated: a newer year, or other figures for the same years.

    `edition` is that of another table of the plan, when it is there that the newer
    figures are.
    """

    vintage: str
    newer_year: int | None = None
    edition: Edition | None = None

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        if self.newer_year is not None:
            return _("Tabellen har nå tall for %(year)d.") % {"year": self.newer_year}
        if self.edition is not None:
            return _("Planen har en nyere utgave av tabellen: %(vintage)s.") % {
                "vintage": self.vintage
            }
        return _("Tabellen har fått nye tall siden analysen ble beregnet.")


def outdated_by(
    used: Used, stored: Stored | None, known: Collection[Edition] = ()
) -> Outdated | None:
    """Tell whether newer figures are stored than those a calculation used.

    `stored` is its own table as it is now, None when that is not stored here; `known` are
    the editions of published tables that the plan has. A calculation may well show an
    earlier year than its table has: that alone makes nothing outdated.
    """
    if stored is not None and stored.sha256 != used.sha256:
        return Outdated(stored.vintage, _newer(stored.last_year, used.last_year))
    latest = newer_edition(used.source, used.vintage, known)
    if latest is None:
        return None
    last = int(latest.last[:4]) if latest.last[:4].isdigit() else None
    return Outdated(latest.vintage, _newer(last, used.last_year), latest)


def _newer(stored: int | None, used: int | None) -> int | None:
    """Return the year up to which figures are stored, when the calculation has not come there."""
    return stored if stored is not None and used is not None and stored > used else None


def may_refresh(*, outdated: bool, refreshed: bool) -> Verdict:
    """Tell whether a calculation may be made again."""
    if refreshed:
        return Refused(_("Analysen er alt oppdatert. Se den nye."))
    if not outdated:
        return Refused(_("Analysen er beregnet av de nyeste tallene."))
    return Allowed()


def are_those_seen(*, seen: str, now: str) -> Verdict:
    """Tell whether the figures are those that the person has looked at."""
    if seen == now:
        return Allowed()
    return Refused(_("Tabellen fikk nye tall mens du leste. Se over tallene på nytt."))


def figures_remain(gone: list[int]) -> Verdict:
    """Tell whether every finding that quotes the calculation has its figure in the new one."""
    if not gone:
        return Allowed()
    return Refused(
        _("Funn %(numbers)s siterer tall som ikke finnes i de nye tallene. Rett funnene først.")
        % {"numbers": listed([str(number) for number in gone])}
    )
