"""When a calculation is outdated, told from what it used and what is stored now."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.wording import listed


@dataclass(frozen=True)
class Used:
    """What a calculation was made of: the checksum of its table, and the last year it shows."""

    sha256: str
    last_year: int | None = None


@dataclass(frozen=True)
class Stored:
    """The table as it is stored now."""

    sha256: str
    vintage: str = ""
    last_year: int | None = None


@dataclass(frozen=True)
class Outdated:
    """Why a calculation is outdated: a newer year, or other figures for the same years."""

    vintage: str
    newer_year: int | None = None

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        if self.newer_year is not None:
            return _("Tabellen har nå tall for %(year)d.") % {"year": self.newer_year}
        return _("Tabellen har fått nye tall siden analysen ble beregnet.")


def outdated_by(used: Used, stored: Stored | None) -> Outdated | None:
    """Tell whether newer figures are stored than those a calculation used.

    A calculation may well show an earlier year than its table has: only a table that is
    not the one it used makes it outdated. One whose table is not stored here is not judged.
    """
    if stored is None or stored.sha256 == used.sha256:
        return None
    known = used.last_year is not None and stored.last_year is not None
    newer = known and stored.last_year > used.last_year  # type: ignore[operator]
    return Outdated(stored.vintage, stored.last_year if newer else None)


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
