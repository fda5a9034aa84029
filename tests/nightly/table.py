"""The table of page states: which page, of which plan, for whom, and what was done on it.

Every address of the program is in it by itself, from the URL resolver. An address that
answers no page of its own is named in `NO_PAGE`, with the reason.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from playwright.sync_api import Page

from temaplan.workbench.plan.vocabulary import ROLES, Capability
from tests.fixtures.addresses import addresses
from tests.nightly import acts
from tests.nightly.plans_and_people import (
    EMPTY,
    EVERYTHING,
    EXAMPLES,
    SAMPLE,
    SAVED_IN,
    WITHOUT_ROLE,
)

NOBODY = ""
Act = Callable[[Page], None]

FILE = "answers a file"
LEADS_ON = "leads on to another page"
NO_PAGE = {
    "attachment": FILE,
    "calendar-feed": FILE,
    "calendar-file": FILE,
    "data-table-file": FILE,
    "document-file": FILE,
    "municipality-arms": FILE,
    "public-document-file": FILE,
    "public-figures-file": FILE,
    "public-figures-picture": FILE,
    "public-trace-file": FILE,
    "run-file": FILE,
    "account_login": "leads on who is logged in; among the states of nobody",
    "kept-form": LEADS_ON,
    "latest-dates-apply": LEADS_ON,
    "plan-publish": "leads on when the plan is published; among the states of its own",
    "plan-root": LEADS_ON,
    "row": LEADS_ON,
    "run-again": LEADS_ON,
    "run-picture": FILE,
    "table-draft-take-in": LEADS_ON,
}


@dataclass(frozen=True)
class State:
    """One row of the table. `page` is the name of an address, or a path of its own."""

    page: str
    plan: str = SAMPLE
    person: str = EVERYTHING
    act: Act | None = None
    query: str = ""

    def __str__(self) -> str:
        """Name of the test."""
        done = self.act.__name__ if self.act else ""
        return " ".join(
            filter(None, (self.plan, self.person or "nobody", self.page + self.query, done))
        )


def states() -> list[State]:
    """Return every state, each once."""
    parts = (
        _every_address(),
        _empty_plan(),
        _examples(),
        _variants(),
        _refused_forms(),
        _saved_forms(),
        _closed_doors(),
        _roles(),
    )
    return list(dict.fromkeys(chain(*parts)))


def _every_address() -> Iterator[State]:
    for address in addresses():
        if address.name not in NO_PAGE:
            yield State(address.name)


def _about_the_whole_plan() -> Iterator[str]:
    """Yield the pages that are read and name no row: a plan without any row has them too."""
    for each in addresses():
        read = each.door.kind == "public_plan" or each.door.capability == Capability.SEE
        if read and set(each.parts) <= {"plan", "name"} and each.name not in NO_PAGE:
            yield each.name


def _empty_plan() -> Iterator[State]:
    yield from (State(page, plan=EMPTY) for page in _about_the_whole_plan())


# What an example has a row of; Drammen's slides name no challenge, and its figures come with
# the program instead of lying in the plan.
OBJECTS = ("actor", "evidence", "finding", "mandate", "milestone", "run", "source")
ONLY_IN_EKSEMPELVIK = ("challenge", "data-table")


def _examples() -> Iterator[State]:
    for plan in EXAMPLES:
        objects = OBJECTS if plan == "drammen-2011" else OBJECTS + ONLY_IN_EKSEMPELVIK
        yield from (State(page, plan=plan) for page in (*_about_the_whole_plan(), *objects))


def _variants() -> Iterator[State]:
    """Yield the other faces of a page, as the links on it ask for them."""
    yield State("timeline", query="?vis=kommende")
    yield State("timeline", plan="eksempelvik", query="?vis=kommende")
    yield State("mandates", query="?tilstand=finnes-ikke")
    yield State("public-trace", query="?fra=mandate/rad")
    yield State("public-trace", plan="eksempelvik", query="?fra=challenge/linje-2")
    yield State("/plan/eksempelvik/dokument/utfordringsdokument/", plan="eksempelvik")
    yield State("/arbeid/eksempelvik/dokumenter/utfordringsdokument/", plan="eksempelvik")
    yield State("plan-publish", plan=SAVED_IN)


# Forms that have something one must fill in.
REFUSED = (
    "plan-new", "password-change", "plan-profile-change", "municipality-change",
    "person-invite", "municipality-invite", "milestone-add", "milestone-change",
    "milestone-move", "milestone-state", "actor-add", "actor-change", "mandate-add",
    "mandate-change", "mandate-answer", "mandate-postpone", "mandate-absorb",
    "mandate-withdraw", "mandate-reopen", "mandate-criterion-add", "mandate-criterion-change",
    "mandate-deliverable-add", "mandate-deliverable-change", "mandate-relation-add",
    "source-add", "source-change", "evidence-add", "evidence-change", "finding-add",
    "finding-change", "data-table-add", "data-table-change", "run-add", "run-change",
    "challenge-add", "challenge-change", "role-add", "role-change",
    "theme-add", "theme-change", "dependency-add", "group-add", "group-change", "member-add",
    "contact-add", "contact-change", "standard-report", "table-draft-about",
)  # fmt: skip
# Forms over a row that is there, so that two can have it open at once.
CHANGES = (
    "plan-profile-change", "municipality-change", "milestone-change", "actor-change",
    "mandate-change", "mandate-criterion-change", "mandate-deliverable-change",
    "source-change", "evidence-change", "finding-change", "data-table-change",
    "challenge-change", "role-change", "theme-change", "group-change", "member-change",
    "contact-change",
)  # fmt: skip


def _refused_forms() -> Iterator[State]:
    yield from (State(page, act=acts.sends_nothing) for page in REFUSED)


def _saved_forms() -> Iterator[State]:
    for page in CHANGES:
        yield State(page, plan=SAVED_IN, act=acts.saves)
        yield State(page, plan=SAVED_IN, act=acts.saves_after_another)


def _closed_doors() -> Iterator[State]:
    """Yield what is shown instead of a page: not there, not allowed, not logged in."""
    yield State("/finnes-ikke/", person=NOBODY)
    yield State(f"/plan/{SAMPLE}/dokument/finnes-ikke/", person=NOBODY)
    yield State("/arbeid/finnes-ikke/oversikt/")
    yield State(f"/arbeid/{SAMPLE}/mandat/finnes-ikke/")
    yield State("overview", person=WITHOUT_ROLE)
    yield State("mandate-change", person="reader")
    yield State("municipality-change", person="planner")
    yield State("account_login", person=NOBODY)
    yield State("account_login", person=NOBODY, act=acts.logs_in_as_nobody)
    yield State("account_login", person=NOBODY, act=acts.sends_without_cookies)
    yield State("overview", person=NOBODY)
    yield State("milestone-add", person="secretary", act=acts.writes_after_log_out)
    for page in ("public-front", "public-plan", "public-document", "public-trace", "accessibility"):
        yield State(page, person=NOBODY)


# What a role changes: who may do what stands on these.
SEEN_BY_ROLES = (
    "my-work", "my-account", "overview", "plan-profile", "timeline", "milestone", "mandate",
    "evidence-list", "evidence", "run", "challenge", "documents",
)  # fmt: skip


def _roles() -> Iterator[State]:
    for person in (*(role.code for role in ROLES), WITHOUT_ROLE):
        yield from (State(page, person=person) for page in SEEN_BY_ROLES)
