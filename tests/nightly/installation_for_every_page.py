"""Driver, run as a program inside an installation with the examples: rows, people and paths.

Adds a plan with one row of every kind, one that several people save in, one without a
row, and somebody in each role. Prints the addresses of their pages and the session of
each person: {"paths": {plan: {address: path}}, "sessions": {person: key}}.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import django

django.setup()

from django.test import Client  # noqa: E402
from django.urls import resolve  # noqa: E402

from temaplan.workbench.overview.documents import ahead  # noqa: E402
from temaplan.workbench.plan.actions.start import start_plan  # noqa: E402
from temaplan.workbench.plan.doors import Door  # noqa: E402
from temaplan.workbench.plan.models import Membership, Municipality, Person, Plan  # noqa: E402
from temaplan.workbench.plan.vocabulary import ROLES, Capability  # noqa: E402
from tests.fixtures.addresses import addresses  # noqa: E402
from tests.fixtures.whole_plan import whole_plan  # noqa: E402
from tests.nightly.plans_and_people import (  # noqa: E402
    EMPTY,
    EVERYTHING,
    EXAMPLES,
    SAMPLE,
    SAVED_IN,
    WHOLE_MUNICIPALITY,
    WITHOUT_ROLE,
)


def main() -> None:
    """Fill the installation and tell what is in it."""
    _make_plans()
    sessions = {name: _session(name) for name in _people()}
    paths = {SAMPLE: _filled(Plan.objects.get(slug=SAMPLE))}
    paths |= {slug: _found_by_links(slug) for slug in EXAMPLES}
    print(json.dumps({"paths": paths, "sessions": sessions}))


def _make_plans() -> None:
    municipality = whole_plan(SAMPLE, "prove").municipality
    whole_plan(SAVED_IN, "lagre")
    Municipality.objects.filter(slug="lagre").update(name="Lagrevik kommune")
    start_plan(
        municipality=municipality,
        by=None,
        values={"title": "Plan uten innhold", "plan_type": "thematic_plan"},
        template="tom",
        first_year=2026,
        slug=EMPTY,
    )
    Plan.objects.update(is_public=True)
    for plan in Plan.objects.filter(slug__in=(SAMPLE, SAVED_IN, EMPTY)):
        ahead.make_pages(plan)


def _people() -> Iterator[str]:
    """Make one person per role on the sample plan, and one who may do everything everywhere."""
    plan = Plan.objects.get(slug=SAMPLE)
    for role in ROLES:
        person = _person(role.code)
        Membership.objects.create(
            person=person,
            municipality=plan.municipality,
            plan=None if role.code in WHOLE_MUNICIPALITY else plan,
            role=role.code,
        )
        yield role.code
    _person(WITHOUT_ROLE)
    yield WITHOUT_ROLE
    everywhere = _person(EVERYTHING)
    for municipality in Municipality.objects.all():
        Membership.objects.create(
            person=everywhere, municipality=municipality, plan=None, role="administrator"
        )
    Person.objects.filter(email=f"{EVERYTHING}@eksempel.test").update(name="Administrator")
    yield EVERYTHING


def _person(word: str) -> Any:
    return Person.objects.create(email=f"{word}@eksempel.test", name=word)


def _client(word: str) -> Any:
    client = Client(SERVER_NAME="127.0.0.1")  # the only host that an installation answers to
    client.force_login(Person.objects.get(email=f"{word}@eksempel.test"))
    return client


def _session(word: str) -> str:
    key: str = _client(word).cookies["sessionid"].value
    return key


def _filled(plan: Any) -> dict[str, str]:
    """Fill every address with the plan's first row of its kind."""
    return {address.name: address.path(plan) for address in addresses()}


def _found_by_links(slug: str) -> dict[str, str]:
    """Walk the pages of a plan that are read; of each kind keep the one that says most."""
    client = _client(EVERYTHING)
    waiting = [f"/arbeid/{slug}/oversikt/", f"/plan/{slug}/"]
    longest: dict[str, tuple[int, str]] = {}
    for path in waiting:  # grows while it is walked
        answer = client.get(path)
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            name = str(resolve(path).url_name)
            longest[name] = max(longest.get(name, (0, "")), (len(answer.content), path))
            waiting += [link for link in _links(answer, slug) if link not in waiting]
    return {name: path for name, (_length, path) in longest.items()}


def _links(answer: Any, slug: str) -> list[str]:
    found = re.findall(r'href="(/(?:arbeid|plan)/[^"#?]*)"', answer.content.decode())
    return sorted({link for link in found if f"/{slug}/" in link and _is_read(link)})


def _is_read(link: str) -> bool:
    """Forms are tried with the rows of the sample plan; `row` only leads on."""
    match = resolve(link)
    door: Door = match.func.door  # type: ignore[attr-defined]
    return match.url_name != "row" and door.capability in {None, Capability.SEE}


if __name__ == "__main__":
    main()
