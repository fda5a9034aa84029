"""Short ways to write a rule down, so that the lists read as the tables they are."""

from collections.abc import Callable, Mapping
from datetime import date

from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.rule import Judge, Rule, RuleText, Source, Words
from temaplan.workbench.overview.rule_engine.sources import READ_ON
from temaplan.workbench.overview.rule_engine.words import for_other_types

T, K, S, H = "thematic_plan", "municipal_sub_plan", "societal_plan", "action_part"
Severities = Mapping[str, str]


def weighs(severity: str, *plan_types: str) -> dict[str, str]:
    """Return the same severity for these plan types."""
    return dict.fromkeys(plan_types, severity)


def for_all(severity: str) -> dict[str, str]:
    """Return the same severity for every plan type."""
    return weighs(severity, T, K, S, H)


def in_force(
    paragraph: str,
    source: Source,
    severities: Severities,
    *words: str,
    also: tuple[Source, ...] = (),
    since: date | None = None,
) -> RuleText:
    """Return the wording in force when the texts were read."""
    version = READ_ON.isoformat()
    return RuleText(version, paragraph, (source, *also), severities, words, since)


def adopted(paragraph: str, source: Source, severities: Severities, *words: str) -> RuleText:
    """Return a wording that is adopted and not in force."""
    return RuleText(source.number, paragraph, (source,), severities, words, adopted_only=True)


def rule(
    number: str,
    title: Words,
    judge: Judge,
    *texts: RuleText,
    spared: Callable[[PlanFacts, Rule], str] = for_other_types,
    by_person: bool = False,
) -> Rule:
    """Return a rule."""
    return Rule(number, title, texts, judge, spared, by_person)
