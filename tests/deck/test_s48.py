"""S48: from ten rows picked at random the chain is complete or its break is named."""

import json
import random
from typing import Any

import pytest

from temaplan.workbench.plan.models import Plan
from tests.deck.outsider import words_of

SEEDS = range(10)


def graph(reading: Any, plan: Plan) -> Any:
    return json.loads(reading(f"/plan/{plan.slug}/sporing.json").content)


@pytest.mark.parametrize("seed", SEEDS)
def test_chain_is_complete_or_its_break_has_a_name(
    eksempelvik: Plan, reading: Any, seed: int
) -> None:
    whole = graph(reading, eksempelvik)
    mandates = [node["ref"] for node in whole["nodes"] if node["kind"] == "mandate"]
    start = random.Random(seed).choice(mandates)

    page = reading(f"/plan/{eksempelvik.slug}/sporing/?fra={start}")
    text = words_of(page.content.decode())

    rests_on_it = {edge["from"] for edge in whole["edges"] if edge["to"] == start}
    named = {found["ref"] for found in whole["breaks"]}
    assert page.status_code == 200
    assert rests_on_it or start in named
    assert "Hvor kjeden stopper" in text


def test_export_of_all_chains_has_no_dangling_reference(
    eksempelvik: Plan, drammen: Plan, reading: Any
) -> None:
    for plan in (eksempelvik, drammen):
        whole = graph(reading, plan)
        known = {node["ref"] for node in whole["nodes"]}
        ends = {end for edge in whole["edges"] for end in (edge["from"], edge["to"])}
        broken = {found["ref"] for found in whole["breaks"]}

        assert ends <= known
        assert broken <= known
        assert whole["format"] == 1
