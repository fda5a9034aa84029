"""Rules that no data can show: a named person confirms them, with a date and a reason."""

from collections.abc import Callable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from temaplan.workbench.overview.rule_engine.facts import ConfirmationFact, PlanFacts, StepFact
from temaplan.workbench.overview.rule_engine.rule import Judge, Judgement, Place, RuleText
from temaplan.workbench.overview.rule_engine.words import day_in_words, ended, sentences


def _nothing(facts: PlanFacts) -> str:
    return ""


def confirmed(
    rule: str,
    question: str | Promise,
    *steps: str,
    about: Callable[[PlanFacts], str] = _nothing,
) -> Judge:
    """Return a judge that asks whether somebody has confirmed the rule.

    It must be done by the first of `steps` that the timeline has; without any, no day is
    known and the rule waits. `about` adds what the plan's data tell of the matter.
    """

    def judge(facts: PlanFacts, text: RuleText) -> Judgement:
        found, step = facts.confirmations.get(rule), facts.first_of(*steps)
        if found is not None and found.version == text.version:
            return Judgement(
                "confirmed", sentences(_by(found), about(facts)), found.by, place=_ON_RULE
            )
        earlier = _about_another_text(found) if found else ""
        latest = step.last_day if step else None
        return Judgement(
            verdict="broken" if latest is not None and latest < facts.as_of else "not_yet",
            message=sentences(earlier, str(question), _due(step, facts.as_of), about(facts)),
            responsible=facts.responsible(step),
            latest=latest,
            place=_ON_RULE,
        )

    return judge


_ON_RULE = Place("rule")


def _by(found: ConfirmationFact) -> str:
    return _("Bekreftet av %(who)s %(day)s: %(reason)s") % {
        "who": found.by,
        "day": day_in_words(found.on),
        "reason": ended(found.reason),
    }


def _about_another_text(found: ConfirmationFact) -> str:
    return _(
        "%(who)s bekreftet dette %(day)s, men det gjaldt en annen utgave av regelen. "
        "Bekreft på nytt."
    ) % {"who": found.by, "day": day_in_words(found.on)}


def _due(step: StepFact | None, as_of: date) -> str:
    if step is None:
        return _("Kontrolleres når en navngitt person har bekreftet det.")
    words = (
        _("Ingen har bekreftet det, og dagen for «%(what)s», %(day)s, er passert.")
        if step.last_day < as_of
        else _("Ingen har bekreftet det ennå. Det må være gjort senest til «%(what)s», %(day)s.")
    )
    return words % {"what": step.title, "day": day_in_words(step.last_day)}
