"""Small pieces of the sentences that verdicts are written in."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.rule_engine.facts import PlanFacts, StepFact
from temaplan.workbench.overview.rule_engine.rule import Rule
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.terms import by_code
from temaplan.workbench.plan.vocabulary import PLAN_TYPES
from temaplan.workbench.plan.wording import listed

_PLAN_TYPE = by_code(PLAN_TYPES)


def days_in_words(number: int) -> str:
    """Write a number of days: «1 dag», «42 dager»."""
    return ngettext("%(number)d dag", "%(number)d dager", number) % {"number": number}


def type_in_words(plan_type: str) -> str:
    """Return the word for a plan type: «temaplan»."""
    return str(_PLAN_TYPE[plan_type].label)


def day_in_words(day: date) -> str:
    """Write a day: «7. juni 2011»."""
    return written_date(day)


def month_reading(*steps: StepFact) -> str:
    """Say how a milestone with only a month was read, or nothing when none was."""
    read = []
    for step, day in zip(steps, (steps[0].first_day, steps[-1].last_day), strict=False):
        if step.precision == "month":
            words = _("«%(title)s» har bare måneden %(month)s, og er lest som %(day)s.")
            month = written_date(step.day, "month")
            read.append(words % {"title": step.title, "month": month, "day": written_date(day)})
    if read:
        read.append(_("Det er den gunstigste dagen."))
    return " ".join(read)


def for_other_types(facts: PlanFacts, rule: Rule) -> str:
    """Say which plan types a rule is for, when it is not for this one."""
    others = [type_in_words(code) for code in _PLAN_TYPE if code in rule.newest.severities]
    return _("Gjelder ikke for planer av typen %(type)s. Regelen gjelder for %(others)s.") % {
        "type": type_in_words(facts.plan_type),
        "others": listed(others),
    }


def sentences(*parts: str) -> str:
    """Join sentences, leaving out the empty ones."""
    return " ".join(part for part in parts if part)


def ended(text: str) -> str:
    """Return what somebody has written as a whole sentence, before another one follows."""
    plain = text.strip()
    return plain if plain.endswith((".", "!", "?", "…")) else f"{plain}."
