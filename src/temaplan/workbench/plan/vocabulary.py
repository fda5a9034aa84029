"""Closed lists of the plan house: plan types, roles, milestone states, verbs of the log."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code

LANGUAGE_FORMS = (Term("nb", _("bokmål")), Term("nn", _("nynorsk")))

PLAN_TYPES = (
    Term("thematic_plan", _("temaplan")),
    Term("municipal_sub_plan", _("kommunedelplan")),
    Term("societal_plan", _("kommuneplanens samfunnsdel")),
    Term("action_part", _("handlingsdel")),
)

# The folder of a plan says `type = "temaplan"`: the word people use (interfaces, section 3).
PLAN_TYPE_WORDS = {
    "thematic_plan": "temaplan",
    "municipal_sub_plan": "kommunedelplan",
    "societal_plan": "samfunnsdel",
    "action_part": "handlingsdel",
}

DATE_PRECISIONS = (Term("day", _("dag")), Term("month", _("måned")))


class Capability(StrEnum):
    """What a role on a plan lets a person do."""

    SEE = "see"  # read the workbench of the plan
    SEE_INTERNAL = "see_internal"  # evidence in the internal layer
    SEE_CLOSED = "see_closed"  # evidence in the closed layer
    EDIT = "edit"  # add, change, discard rows
    DECIDE = "decide"  # approve the timeline, withdraw an order, publish the plan
    MANAGE_PEOPLE = "manage_people"  # invite people and give them roles
    ADMINISTER = "administer"  # settings of the municipality
    START_PLAN = "start_plan"  # begin a plan in the municipality


# About the municipality as a whole: no role on a single plan gives these.
ABOUT_THE_MUNICIPALITY = frozenset({Capability.ADMINISTER, Capability.START_PLAN})


@dataclass(frozen=True)
class Role(Term):
    """A role on a plan, with what it allows and the words for it.

    `on_plan` and `in_municipality` say where people can be given it from a page;
    `by_contract` ones must have an end date.
    """

    capabilities: frozenset[Capability] = frozenset()
    on_plan: bool = True
    in_municipality: bool = True
    by_contract: bool = False
    meaning: str | Promise = ""


def _may(*capabilities: Capability) -> frozenset[Capability]:
    return frozenset(capabilities)


_C = Capability
ROLES = (
    Role(
        "reader",
        _("leser"),
        _may(_C.SEE, _C.SEE_INTERNAL),
        meaning=_("ser planen og intern kunnskap"),
    ),
    Role(
        "group_member",
        _("gruppemedlem"),
        _may(_C.SEE),
        in_municipality=False,
        meaning=_("ser planen, men ikke intern kunnskap"),
    ),
    Role(
        "adviser",
        _("ekstern rådgiver"),
        _may(_C.SEE, _C.SEE_INTERNAL, _C.EDIT),
        in_municipality=False,
        by_contract=True,
        meaning=_("skriver på planen, men vedtar og publiserer ikke"),
    ),
    # What an adviser is when the end date has passed; nobody is given it.
    Role(
        "adviser_after_contract",
        _("ekstern rådgiver etter avtalen"),
        _may(),
        on_plan=False,
        in_municipality=False,
    ),
    Role(
        "editor",
        _("redaktør"),
        _may(_C.SEE, _C.SEE_INTERNAL, _C.EDIT),
        meaning=_("skriver på planen"),
    ),
    Role(
        "planner",
        _("planlegger"),
        _may(
            _C.SEE,
            _C.SEE_INTERNAL,
            _C.SEE_CLOSED,
            _C.EDIT,
            _C.DECIDE,
            _C.MANAGE_PEOPLE,
            _C.START_PLAN,
        ),
        meaning=_("skriver, vedtar framdriftsplanen, publiserer og gir roller"),
    ),
    Role(
        "interviewer",
        _("intervjuer"),
        _may(_C.SEE, _C.SEE_INTERNAL, _C.EDIT),
        in_municipality=False,
        meaning=_("skriver på planen"),
    ),
    Role(
        "secretary",
        _("sekretær"),
        _may(_C.SEE, _C.SEE_INTERNAL, _C.EDIT),
        meaning=_("skriver på planen"),
    ),
    Role(
        "administrator",
        _("administrator i kommunen"),
        frozenset(_C),
        on_plan=False,
        meaning=_("alt, også kommunens innstillinger"),
    ),
    # The operator keeps the installation running and sees no content.
    Role("operator", _("driftsansvarlig"), _may(), on_plan=False, in_municipality=False),
)
ROLE = by_code(ROLES)


@dataclass(frozen=True)
class MilestoneState(Term):
    """Where a milestone stands; `over` ones no longer ask for anything."""

    over: bool = False
    needs_reason: bool = False


@dataclass(frozen=True)
class ThemeScope(Term):
    """Whether a theme is in the plan; `colour` is that of its word on a page."""

    needs_reason: bool = False
    colour: str = "neutral"


MILESTONE_STATES = (
    MilestoneState("planned", _("planlagt")),
    MilestoneState("started", _("i gang")),
    MilestoneState("done", _("gjennomført"), over=True),
    MilestoneState("cancelled", _("avlyst"), over=True, needs_reason=True),
)
MILESTONE_STATE = by_code(MILESTONE_STATES)

# What a milestone is in the process. Rules and latest dates are counted from these, never
# from a title; a milestone that no rule asks for has none.
MILESTONE_STEPS = (
    Term("start_notice", _("oppstart varsles")),
    Term("programme_hearing", _("planprogrammet sendes på høring")),
    Term("programme_deadline", _("høringsfrist for planprogrammet")),
    Term("draft", _("utkast foreligger")),
    Term("hearing", _("planen sendes på høring")),
    Term("hearing_deadline", _("høringsfrist for planen")),
    Term("treatment", _("planforslaget behandles politisk")),
    Term("adoption", _("planen vedtas")),
)

# Whether the plan takes a theme up. What is left out is handled somewhere, and that is said.
THEME_SCOPES = (
    ThemeScope("included", _("med i planen"), colour="success"),
    ThemeScope("excluded", _("ikke med i planen"), needs_reason=True),
    ThemeScope("undecided", _("ikke avklart"), colour="warning"),
)
THEME_SCOPE = by_code(THEME_SCOPES)

# What the event log can say. The label completes «<who> …».
VERBS = (
    Term("added", _("registrerte")),
    Term("changed", _("endret")),
    Term("discarded", _("forkastet")),
    Term("state_changed", _("endret status på")),
    Term("moved", _("flyttet")),
    Term("baseline_approved", _("vedtok framdriftsplanen for")),
    Term("kept", _("tok vare på")),
    Term("shared", _("hentet felles milepæl")),
    Term("followed", _("fulgte den andre planen for")),
    Term("confirmed", _("bekreftet")),
    Term("confirmation_withdrawn", _("trakk bekreftelsen av")),
    Term("linked", _("koblet")),
    Term("unlinked", _("fjernet koblingen til")),
    Term("quoted", _("hentet et tall inn i")),
    Term("computed", _("beregnet")),
    Term("imported", _("leste inn")),
    Term("replaced", _("erstattet")),
    Term("started", _("startet")),
    Term("published", _("publiserte")),
    Term("unpublished", _("trakk tilbake publiseringen av")),
    Term("role_given", _("ga rolle på")),
    Term("role_changed", _("endret rolle på")),
    Term("role_ended", _("avsluttet rolle på")),
    Term("password_link_made", _("laget adresse for nytt passord på")),
)
VERB = by_code(VERBS)
