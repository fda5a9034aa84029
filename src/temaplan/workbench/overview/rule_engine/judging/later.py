"""Rules about links that the plan does not have in Temaplan yet: they say when, never green."""

from django.utils.functional import Promise

from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.rule import Judge, Judgement, RuleText


def later(when: str | Promise, *answers_for: str) -> Judge:
    """Return a judge that only says when the rule will be checked.

    `answers_for` are the steps whose milestone may name who is responsible.
    """

    def judge(facts: PlanFacts, text: RuleText) -> Judgement:
        step = facts.first_of(*answers_for)
        return Judgement("not_yet", str(when), facts.responsible(step))

    return judge
