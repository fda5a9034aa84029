"""What lacks its ground: the breaks of the chain, each with the row that it is about.

Every rule asks the database in its own way, so the answers are built after each change
and kept, as the documents are. What a row may be seen by is kept with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import get_script_prefix

from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.red_rules import red_rules
from temaplan.workbench.overview.rule_engine.reading import facts_of
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.trace import Traced, break_rules, traced
from temaplan.workbench.plan.vocabulary import Capability

Content = dict[str, Any]

# From the most open: who has none of them sees what everybody may see.
_SEEING = ("", Capability.SEE_INTERNAL, Capability.SEE_CLOSED)
# An order that is late is told of among the things to do; it does not lack its ground.
_TOLD_ELSEWHERE = frozenset({"mandate_late"})


@dataclass(frozen=True)
class Lack:
    """One break: the sentence, split where it names its row, and where that row is."""

    house: str
    rule: str
    before: str
    title: str
    after: str
    address: str


def lacks_page(reading: Reading) -> Content:
    """Return every break with the capability that it takes to see its row, and the red rules."""
    red = red_rules(facts_of(reading.plan))
    return {"rows": list(_found(reading.plan)), "red": [each.kept() for each in red]}


def lacks_seen_by(access: Access, content: Content) -> Sequence[Lack]:
    """Return the breaks of rows that the visitor may know of."""
    return [
        _lack(row)
        for row in content["rows"]
        if not row["needs"] or access.may(Capability(row["needs"]))
    ]


def _lack(row: Content) -> Lack:
    before, title, after = row["sentence"]
    return Lack(
        row["house"], row["rule"], before, title, after, get_script_prefix() + row["address"]
    )


def _found(plan: Plan) -> Iterator[Content]:
    kinds = {kind.model: kind for kind in traced()}
    for rule in break_rules():
        rows = [] if rule.code in _TOLD_ELSEWHERE else list(rule.rows(plan))
        if not rows or type(rows[0]) not in kinds:
            continue
        kind = kinds[type(rows[0])]
        needs = _needed(kind, plan, [row.pk for row in rows])
        for row in rows:
            if row.pk in needs:
                row.plan = plan
                sentence = _split(str(rule.message(row)), kind.title(row))
                address = kind.address(row).removeprefix(get_script_prefix())
                yield {
                    "house": kind.house,
                    "rule": rule.code,
                    "sentence": sentence,
                    "address": address,
                    "needs": needs[row.pk],
                }


def _needed(kind: Traced, plan: Plan, keys: Sequence[int]) -> dict[int, str]:
    """Return for each row the least capability with which it is seen."""
    needed: dict[int, str] = {}
    for capability in _SEEING:
        held = frozenset({Capability(capability)} if capability else ())
        rows = kind.model._default_manager.filter(plan=plan, pk__in=keys)
        for key in kind.visible(rows, Access(None, plan, held)).values_list("pk", flat=True):
            needed.setdefault(key, str(capability))
    return needed


def _split(sentence: str, title: str) -> tuple[str, str, str]:
    """Split a sentence around the title in it; one that does not name it is a link as a whole."""
    before, found, after = sentence.partition(title)
    return (before, found, after) if found else ("", sentence, "")
