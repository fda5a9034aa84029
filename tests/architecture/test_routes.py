"""Addresses: each has a door, stands where it belongs, and is never taken away.

`routes.txt` holds every address that has been given out. It may only grow: people have
links to them in case papers and mails. An address that has to change keeps its old form,
which leads on to the new one.
"""

import re
from collections import Counter
from pathlib import Path

from django.urls import resolve

from temaplan.workbench.plan.models import Plan
from tests.fixtures.addresses import Address, addresses
from tests.fixtures.cast import person_with
from tests.fixtures.whole_plan import whole_plan

ROUTES = Path(__file__).parent / "routes.txt"
PUBLIC = ("", "plan/<slug:plan>/", "kommune/<slug:slug>/", "regler/", "tilgjengelighet/")
# Address below which everything has this door.
WORKBENCH = "arbeid/<slug:plan>/"


def given_out() -> list[str]:
    return ROUTES.read_text(encoding="utf-8").splitlines()


def now() -> list[str]:
    return sorted(f"/{each.route}" for each in addresses())


def test_every_view_has_a_door() -> None:
    without = [each.route for each in addresses() if not hasattr(each.view, "door")]
    assert without == [], "put a decorator of plan/doors.py on the view"


def test_no_address_that_was_given_out_is_gone() -> None:
    gone = sorted(set(given_out()) - set(now()))
    assert gone == [], "old addresses must lead on: keep the pattern with a redirect"


def test_every_address_is_in_the_list_of_those_given_out() -> None:
    new = sorted(set(now()) - set(given_out()))
    assert new == [], "add these lines to tests/architecture/routes.txt, in order"


def test_the_list_is_in_order_and_holds_each_address_once() -> None:
    assert given_out() == sorted(set(given_out()))


def test_every_address_stands_where_its_door_says() -> None:
    assert [each.route for each in addresses() if not stands_right(each)] == []


def stands_right(address: Address) -> bool:
    door, route = address.door, address.route
    if route.startswith(WORKBENCH):
        return door.kind == "plan" and door.capability is not None
    if route.startswith("arbeid/"):
        return door.kind == "person"
    if route.startswith("konto/"):
        return door.kind in {"public", "person"}
    known = any(route == each or (each and route.startswith(each)) for each in PUBLIC)
    return known and door.kind in {"public", "public_plan"}


def test_every_address_is_written_in_plain_letters_and_has_a_name() -> None:
    plain = re.compile(r"[a-z/.-]*")
    odd = [
        each.route
        for each in addresses()
        if not each.name or not plain.fullmatch(re.sub(r"<[a-z]+:[a-z]+>", "", each.route))
    ]
    assert odd == []


def test_names_are_given_once() -> None:
    assert [name for name, times in Counter(a.name for a in addresses()).items() if times > 1] == []


def test_no_address_stands_in_the_way_of_another(db: None) -> None:
    """`mandat/dokumenter/` and `mandat/<slug>/`: each must reach its own view."""
    plan: Plan = whole_plan("prove-plan", "prove")
    person_with("reader", plan)
    person_with("administrator", plan, whole_municipality=True)
    reached = {
        each.name: resolve(each.path(plan).partition("?")[0]).url_name for each in addresses()
    }
    assert reached == {name: name for name in reached}
