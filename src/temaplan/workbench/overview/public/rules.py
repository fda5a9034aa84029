"""The public page of every rule that plans are judged by, with its words and its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.overview.rule_engine.catalogue import RULES
from temaplan.workbench.overview.rule_engine.rule import Rule, RuleText
from temaplan.workbench.overview.rule_engine.sources import READ_ON
from temaplan.workbench.overview.rule_engine.words import type_in_words
from temaplan.workbench.overview.views.rule_words import ShownSource, shown_source
from temaplan.workbench.overview.vocabulary import SEVERITY
from temaplan.workbench.plan.doors import public
from temaplan.workbench.plan.wording import listed
from temaplan.workbench.plan.working_days import COUNTING_RULE


@dataclass(frozen=True)
class ShownText:
    """One version of a rule's wording."""

    paragraph: str
    quotes: Sequence[str]
    sources: Sequence[ShownSource]
    weights: Sequence[str]
    in_force: bool


@dataclass(frozen=True)
class ListedRule:
    """A rule as everybody reads it."""

    id: str
    anchor: str
    title: str
    by_person: bool
    texts: Sequence[ShownText]


@public
def rules(request: HttpRequest) -> HttpResponse:
    """List the rules, each with its words, its source and the plan types it is for."""
    shown = [listed_rule(each) for each in RULES]
    context = {"rules": shown, "read_on": READ_ON, "counting_rule": COUNTING_RULE}
    return render(request, "public/rules.html", context)


def listed_rule(rule: Rule) -> ListedRule:
    """Return a rule as everybody reads it, the wording in force first."""
    texts = sorted(rule.texts, key=lambda text: text.adopted_only)
    return ListedRule(
        id=rule.id,
        anchor=rule.id.lower(),
        title=str(rule.title),
        by_person=rule.confirmed_by_person,
        texts=[_text(text) for text in texts],
    )


def _text(text: RuleText) -> ShownText:
    return ShownText(
        paragraph=text.paragraph,
        quotes=text.words,
        sources=[shown_source(source) for source in text.sources],
        weights=weights_of(text),
        in_force=not text.adopted_only,
    )


def weights_of(text: RuleText) -> Sequence[str]:
    """Say for which plan types a wording holds, and how much it weighs there."""
    held: dict[str, list[str]] = {}
    for plan_type, severity in text.severities.items():
        held.setdefault(severity, []).append(type_in_words(plan_type))
    return [
        _("%(severity)s for %(types)s")
        % {"severity": SEVERITY[severity].label, "types": listed(types)}
        for severity, types in held.items()
    ]
