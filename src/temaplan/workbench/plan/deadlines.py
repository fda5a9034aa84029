"""How many days each part of the way to a decision takes, with where the number comes from.

What the law says stands first. The rest are numbers that a municipality sets itself; the
ones here hold until it has.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Days:
    """A number of days and its source. `working` ones leave out weekends and holidays."""

    number: int
    source: str | Promise
    working: bool = False


_OWN_NORM = _("forslag i Temaplan, kommunen kan sette sitt eget tall")
_SIX_WEEKS = Days(42, _("plan- og bygningsloven § 11-14: fristen skal være minst seks uker"))
_PUBLIC_BEFORE_COUNCIL = Days(
    14,
    _(
        "plan- og bygningsloven § 11-4: forslaget skal være offentlig minst 14 dager før "
        "behandlingen"
    ),
)

# Hearing, by plan type. A temaplan has no statutory one.
HEARING_DAYS: Mapping[str, Days] = {
    "thematic_plan": Days(28, _("ikke lovbestemt for en temaplan; fire uker er vanlig")),
    "municipal_sub_plan": _SIX_WEEKS,
    "societal_plan": _SIX_WEEKS,
    "action_part": _PUBLIC_BEFORE_COUNCIL,
}
PAPER_DAYS = Days(7, _OWN_NORM)  # papers out so long before a political meeting
MINUTES_DAYS = Days(1, _OWN_NORM, working=True)  # from a committee to the council's papers
PRINTING_DAYS = Days(2, _OWN_NORM, working=True)  # from finished text to sending
STATEMENT_DAYS = Days(10, _OWN_NORM, working=True)  # from deadline to finished case paper


@dataclass(frozen=True)
class WayToDecision:
    """The numbers that hold for one plan."""

    hearing: Days
    papers: Days = PAPER_DAYS
    minutes: Days = MINUTES_DAYS
    printing: Days = PRINTING_DAYS
    statements: Days = STATEMENT_DAYS


def way_for(
    plan_type: str, *, hearing_norm: Days | None = None, papers: Days | None = None
) -> WayToDecision:
    """Return the numbers for a plan type, with the municipality's own where it has set them.

    Its norm for hearings is about a temaplan; for the others the law has the number.
    """
    own = hearing_norm if plan_type == "thematic_plan" else None
    return WayToDecision(hearing=own or HEARING_DAYS[plan_type], papers=papers or PAPER_DAYS)
