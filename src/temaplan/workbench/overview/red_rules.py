"""What is red in a plan: who answers for it, and until when it can be cured."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from temaplan.workbench.overview.rule_engine.engine import judge
from temaplan.workbench.overview.rule_engine.facts import PlanFacts


@dataclass(frozen=True)
class RedRule:
    """A red rule, short enough to be kept with the page that shows it."""

    id: str
    title: str
    paragraph: str
    responsible: str
    latest: date | None

    def kept(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {**vars(self), "latest": self.latest.isoformat() if self.latest else None}


def red_rules(facts: PlanFacts) -> list[RedRule]:
    """Return what is red, the one that must be cured first before the others."""
    found = [
        RedRule(
            each.rule.id,
            str(each.rule.title),
            each.text.paragraph,
            each.judgement.responsible,
            each.latest,
        )
        for each in judge(facts)
        if each.is_red
    ]
    return sorted(found, key=lambda each: (each.latest or date.max, each.id))


def red_from_kept(rows: Iterable[Mapping[str, Any]]) -> list[RedRule]:
    """Return red rules from the JSON values that they were kept as."""
    return [
        RedRule(**{**row, "latest": date.fromisoformat(row["latest"]) if row["latest"] else None})
        for row in rows
    ]
