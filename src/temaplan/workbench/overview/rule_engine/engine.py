"""The judgement of a whole plan: each rule, with how much it weighs and the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from temaplan.workbench.overview.rule_engine.catalogue import RULES
from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.rule import Judgement, Place, Rule, RuleText
from temaplan.workbench.overview.rule_engine.sources import READ_ON
from temaplan.workbench.overview.rule_engine.words import day_in_words, sentences
from temaplan.workbench.overview.vocabulary import SEVERITY, VERDICT

_COLOURS = {"ok": "green", "confirmed": "green"}


@dataclass(frozen=True)
class Result:
    """One rule's answer about one plan. `severity` is empty where the rule does not apply."""

    rule: Rule
    text: RuleText
    severity: str
    judgement: Judgement
    message: str

    @property
    def verdict(self) -> str:
        """Return the word for what was found."""
        return self.judgement.verdict

    @property
    def colour(self) -> str:
        """Return red or amber for a broken rule, green for a kept one, else grey."""
        if self.verdict == "broken":
            return SEVERITY[self.severity].colour
        return _COLOURS.get(self.verdict, "grey")

    @property
    def is_red(self) -> bool:
        """Tell whether law or regulation is broken."""
        return self.colour == "red"

    @property
    def latest(self) -> date | None:
        """Return the last day on which it can still be cured, where one is known."""
        return self.judgement.latest

    @property
    def place(self) -> Place:
        """Return where it is cured."""
        return self.judgement.place


def judge(facts: PlanFacts, rules: Sequence[Rule] = RULES) -> list[Result]:
    """Return every rule's answer, in the order of their numbers."""
    return [judged_by(rule, facts) for rule in rules]


def judged_by(rule: Rule, facts: PlanFacts) -> Result:
    """Return one rule's answer about a plan."""
    text = rule.text_on(max(facts.as_of, READ_ON))
    severity = text.severities.get(facts.plan_type, "")
    found = (
        rule.judge(facts, text)
        if severity
        else Judgement("not_applicable", rule.spared(facts, rule))
    )
    return Result(rule, text, severity, found, sentences(found.message, older_than_law(facts)))


def older_than_law(facts: PlanFacts) -> str:
    """Say that a plan read as of an earlier day is judged by the rules of now."""
    if facts.as_of >= READ_ON:
        return ""
    return _("Vurdert etter dagens regler (lest %(read)s), ikke etter dem som gjaldt %(day)s.") % {
        "read": day_in_words(READ_ON),
        "day": day_in_words(facts.as_of),
    }


def red_first(results: Sequence[Result]) -> list[Result]:
    """Return the answers with what needs somebody first: red, amber, then what waits."""
    order = ("red", "amber", "grey", "green")
    return sorted(
        results,
        key=lambda each: (
            each.verdict == "not_applicable",
            order.index(each.colour),
            VERDICT[each.verdict].rank,
            each.latest or date.max,  # what must be done first
            each.rule.id,
        ),
    )
