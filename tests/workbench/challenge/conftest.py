"""Findings, actors and challenges for the tests of this house."""

from collections.abc import Callable
from typing import Any

import pytest

from temaplan.workbench.actor.models import Organisation
from temaplan.workbench.challenge.models import Challenge
from temaplan.workbench.evidence.models import Evidence, Finding
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.slugs import slugify_norwegian

NewChallenge = Callable[..., Challenge]
NewFinding = Callable[..., Finding]
NewActor = Callable[..., Organisation]


@pytest.fixture
def new_finding(plan: Plan) -> NewFinding:
    """Make a finding of a source in a layer."""

    def make(number: int, text: str, layer: str = "public") -> Finding:
        evidence, _made = Evidence.objects.get_or_create(
            plan=plan, slug=f"kilde-{layer}", title=f"Kilde {layer}", kind="report", layer=layer
        )
        return Finding.objects.create(
            plan=plan, slug=f"funn-{number}", number=number, text=text, evidence=evidence
        )

    return make


@pytest.fixture
def new_actor(plan: Plan) -> NewActor:
    """Make an actor of the plan."""

    def make(name: str, group: str = "business") -> Organisation:
        return Organisation.objects.create(
            plan=plan, slug=slugify_norwegian(name), name=name, group=group
        )

    return make


@pytest.fixture
def new_challenge(plan: Plan) -> NewChallenge:
    """Make a challenge without going through the form."""

    def make(number: int, title: str, **values: Any) -> Challenge:
        return Challenge.objects.create(
            plan=plan, slug=f"utfordring-{number}", number=number, title=title, **values
        )

    return make
