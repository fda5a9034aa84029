"""Closed lists of the mandate house, with their consequences attached."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code
from temaplan.workbench.plan.vocabulary import Capability

SOURCE_KINDS = (
    Term("financial_plan", _("økonomiplan")),
    Term("tertial_report", _("tertialrapport")),
    Term("report_to_council", _("melding")),
    Term("resolution", _("vedtak")),
    Term("other", _("annet dokument")),
)
SOURCE_KIND = by_code(SOURCE_KINDS)

MANDATE_VERBS = (
    Term("examine", _("utrede")),
    Term("bring_forward", _("fremme")),
    Term("initiate", _("igangsette")),
    Term("cooperate", _("samarbeide")),
    Term("clarify", _("avklare")),
    Term("prepare", _("utarbeide")),
    Term("other", _("annet")),
)

CATEGORIES = (
    Term("plan_work", _("planarbeid")),
    Term("organisation", _("organisering")),
    Term("trade", _("handel og sentrum")),
    Term("land", _("areal")),
    Term("innovation", _("innovasjon og kompetanse")),
    Term("other", _("annet")),
)


@dataclass(frozen=True)
class MandateState(Term):
    """Where an order stands. A `closed` one no longer waits for an answer."""

    closed: bool = False
    needs_reason: bool = True


MANDATE_STATES = (
    MandateState("open", _("ikke besvart"), needs_reason=False),
    MandateState("postponed", _("utsatt")),
    MandateState("absorbed", _("inngår i annen ordre")),
    MandateState("answered", _("besvart"), closed=True),
    MandateState("withdrawn", _("trukket"), closed=True),
)
MANDATE_STATE = by_code(MANDATE_STATES)
CLOSED_STATES = tuple(state.code for state in MANDATE_STATES if state.closed)


@dataclass(frozen=True)
class Step(Term):
    """Something that is decided about an order: `label` is the button, `becomes` its new state.

    `word` stands in the address, `possible_from` holds the states in which it can be taken.
    """

    word: str = ""
    becomes: str = ""
    possible_from: tuple[str, ...] = ()
    needs: Capability = Capability.EDIT


STEPS = (
    Step("answer", _("Merk som besvart"), "besvar", "answered", ("open", "postponed", "absorbed")),
    Step("postpone", _("Utsett ordren"), "utsett", "postponed", ("open", "postponed")),
    Step("absorb", _("La inngå i en annen ordre"), "la-innga", "absorbed", ("open", "postponed")),
    Step(
        "withdraw",
        _("Trekk ordren"),
        "trekk",
        "withdrawn",
        ("open", "postponed", "absorbed"),
        Capability.DECIDE,
    ),
    Step(
        "reopen",
        _("Åpne ordren igjen"),
        "apne",
        "open",
        ("postponed", "absorbed", "answered", "withdrawn"),
    ),
)
STEP = by_code(STEPS)


@dataclass(frozen=True)
class Relation(Term):
    """How a later order or document relates to an earlier order; `inverse` reads backwards.

    `target_becomes` is the state that the earlier order gets when the relation is made.
    """

    inverse: str | Promise = ""
    target_becomes: str = ""


# Read from the earlier order: «<earlier> inngår i <later>» is stored as later → earlier.
RELATIONS = (
    Relation("answers", _("besvarer"), _("besvares av"), "answered"),
    Relation("postpones", _("utsetter"), _("utsettes av"), "postponed"),
    Relation("absorbs", _("tar opp i seg"), _("inngår i"), "absorbed"),
    Relation("repeats", _("gjentar"), _("gjentas i"), ""),
    Relation("replaces", _("erstatter"), _("erstattes av"), "withdrawn"),
)
RELATION = by_code(RELATIONS)

DELIVERABLE_KINDS = (
    Term("study", _("studie")),
    Term("action_plan", _("tiltaksplan")),
    Term("report_to_council", _("melding")),
    Term("examination", _("utredning")),
    Term("plan", _("plan")),
    Term("other", _("annet")),
)
DELIVERABLE_STATES = (
    Term("not_started", _("ikke begynt")),
    Term("ongoing", _("i arbeid")),
    Term("delivered", _("levert")),
    Term("unknown", _("ukjent")),
)
