"""The answers of the rules as others read them: JSON, and lines of text."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.rule_engine.engine import Result
from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.vocabulary import SEVERITY, VERDICT
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.vocabulary import PLAN_TYPE_WORDS


def as_json(facts: PlanFacts, results: Sequence[Result]) -> dict[str, Any]:
    """Return the answers in the shape that others rely on (interfaces, section 4)."""
    return {
        "format": 1,
        "plan": facts.plan,
        "type": PLAN_TYPE_WORDS[facts.plan_type],
        "as_of": facts.as_of.isoformat(),
        "results": [_result(each) for each in results],
    }


def _result(each: Result) -> dict[str, Any]:
    return {
        "rule": each.rule.id,
        "verdict": each.verdict,
        "severity": each.severity or None,
        "colour": each.colour,
        "paragraph": each.text.paragraph,
        "message": each.message,
        "responsible": each.judgement.responsible,
        "latest": each.latest.isoformat() if each.latest else None,
        "facts": dict(each.judgement.facts),
    }


def as_lines(results: Sequence[Result]) -> Iterator[str]:
    """Yield the answers for people: what needs somebody, then what waits, then the rest."""
    for each in results:
        yield f"{each.rule.id}  {_standing(each)}  {each.rule.title}"
        yield f"     {each.message}"
        if each.verdict in {"broken", "not_yet"}:
            yield f"     {_who_and_when(each)}"


def _standing(each: Result) -> str:
    words = [str(VERDICT[each.verdict].label)]
    if each.severity:
        words.append(str(SEVERITY[each.severity].label))
    if each.text.paragraph:
        words.append(each.text.paragraph)
    return f"[{', '.join(words)}]"


def _who_and_when(each: Result) -> str:
    who = _("Ansvarlig: %(who)s.") % {"who": each.judgement.responsible}
    if each.latest is None:
        return who
    return f"{who} {_('Siste dag: %(latest)s.') % {'latest': written_date(each.latest)}}"


def summary(results: Sequence[Result]) -> str:
    """Return one line with how many are red, amber and so on."""
    red = sum(each.is_red for each in results)
    amber = sum(each.colour == "amber" for each in results)
    waiting = sum(each.verdict == "not_yet" for each in results)
    return ", ".join(
        (
            ngettext("%(number)d rød", "%(number)d røde", red) % {"number": red},
            ngettext("%(number)d gul", "%(number)d gule", amber) % {"number": amber},
            ngettext("%(number)d venter", "%(number)d venter", waiting) % {"number": waiting},
        )
    )
