"""The two example plans as an outsider meets them: taken in, with a planner at the door."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from temaplan.workbench.overview.folder.folder import import_folder
from temaplan.workbench.plan.models import Person, Plan
from tests.deck.outsider import Outsider
from tests.fixtures.cast import person_with

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Visit = Callable[[Person | None], Client]


@pytest.fixture
def drammen(db: None) -> Plan:
    """The plan of Drammen as of February 2011."""
    return import_folder(EXAMPLES / "drammen-2011").plan


@pytest.fixture
def eksempelvik(db: None) -> Plan:
    """The plan of the invented municipality."""
    return import_folder(EXAMPLES / "eksempelvik").plan


@pytest.fixture
def planner_of_drammen(drammen: Plan) -> Person:
    """A planner of Drammen, named by office."""
    return person_with("planner", drammen, name="Planlegger, Drammen kommune")


@pytest.fixture
def in_drammen(drammen: Plan, planner_of_drammen: Person, visit: Visit) -> Outsider:
    """The planner of Drammen at work, without JavaScript."""
    return Outsider(visit(planner_of_drammen), drammen)


@pytest.fixture
def in_eksempelvik(eksempelvik: Plan, visit: Visit) -> Outsider:
    """A planner of Eksempelvik at work, without JavaScript."""
    return Outsider(visit(person_with("planner", eksempelvik)), eksempelvik)


@pytest.fixture
def group_member_of_eksempelvik(eksempelvik: Plan, visit: Visit) -> Client:
    """Somebody in the reference group, logged in."""
    return visit(person_with("group_member", eksempelvik))


@pytest.fixture
def reading(visit: Visit) -> Iterator[Callable[[str], HttpResponse]]:
    """Somebody who reads the public pages and is not logged in."""
    client = visit(None)

    def read(address: str) -> Any:
        return client.get(address)

    return read
