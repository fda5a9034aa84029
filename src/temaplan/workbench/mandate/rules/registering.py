"""Registering and discarding orders and their sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

TERTIALS_IN_A_YEAR = 3
FIRST_YEAR, LAST_YEAR = 1838, 2200  # the first Norwegian municipalities were made in 1838


def has_a_source(*, chosen: bool, new_title: str, new_kind: str) -> Verdict:
    """Tell whether an order comes with one source: one of the list, or a new one."""
    new = bool(new_title or new_kind)
    if chosen and new:
        return Refused(
            _("Du har både valgt et kildedokument og skrevet et nytt. Behold bare ett av dem.")
        )
    if not chosen and not new:
        return Refused(
            _("En ordre må ha et kildedokument. Velg ett, eller skriv tittel og type på et nytt.")
        )
    if not chosen and not new_title:
        return Refused(_("Skriv tittelen på det nye kildedokumentet."))
    if not chosen and not new_kind:
        return Refused(_("Velg hva slags dokument det nye kildedokumentet er."))
    return Allowed()


def title_is_free(title: str, taken: Iterable[str]) -> Verdict:
    """Tell whether a source document may have this title."""
    plain = " ".join(title.casefold().split())
    if plain in {" ".join(other.casefold().split()) for other in taken}:
        return Refused(
            _(
                "Planen har allerede kildedokumentet «%(title)s». Velg det i listen, eller "
                "skriv en tittel som skiller dem."
            )
            % {"title": title}
        )
    return Allowed()


@dataclass(frozen=True)
class SourceYears:
    """When a source belongs: a year, a part of it, or a period."""

    year: int | None = None
    tertial: int | None = None
    period_start: int | None = None
    period_end: int | None = None


def years_fit(years: SourceYears) -> Verdict:
    """Tell whether the years of a source can be right."""
    given = (years.year, years.period_start, years.period_end)
    odd = next((each for each in given if each and not FIRST_YEAR <= each <= LAST_YEAR), None)
    if odd is not None:
        return Refused(_("Året %(year)s finnes ikke i en plan. Skriv fire siffer.") % {"year": odd})
    if years.tertial is not None and not 1 <= years.tertial <= TERTIALS_IN_A_YEAR:
        return Refused(
            _("Tertial %(number)d finnes ikke. Året har tre.") % {"number": years.tertial}
        )
    if years.period_end and not years.period_start:
        return Refused(_("Skriv også det første året i perioden."))
    if years.period_start and years.period_end and years.period_end < years.period_start:
        return Refused(
            _("Perioden slutter i %(end)s, før den begynner i %(start)s.")
            % {"end": years.period_end, "start": years.period_start}
        )
    return Allowed()


def may_discard_order(*, in_a_document: bool, used: bool) -> Verdict:
    """Tell whether an order may be removed. One that has been read is withdrawn instead."""
    if in_a_document:
        return Refused(_("Ordren står i et dokument som er hentet ut som fil. Trekk den i stedet."))
    if used:
        return Refused(
            _("Noe i planen bygger på ordren. Fjern koblingene først, eller trekk ordren.")
        )
    return Allowed()


def may_discard_part(*, in_a_document: bool) -> Verdict:
    """Tell whether a criterion or a deliverable may be removed."""
    if in_a_document:
        return Refused(
            _("Dette står i et dokument som er hentet ut som fil. Rett teksten i stedet.")
        )
    return Allowed()


def may_discard_source(*, in_a_document: bool, orders: int, steps: int) -> Verdict:
    """Tell whether a source document may be removed."""
    if orders:
        return Refused(
            ngettext(
                "%(number)d ordre har dette som kilde. Flytt den til en annen kilde først.",
                "%(number)d ordrer har dette som kilde. Flytt dem til en annen kilde først.",
                orders,
            )
            % {"number": orders}
        )
    if steps:
        return Refused(
            _("Historikken til en ordre viser til dette dokumentet. Det må bli stående.")
        )
    if in_a_document:
        return Refused(_("Kilden står i et dokument som er hentet ut som fil, og må bli stående."))
    return Allowed()
