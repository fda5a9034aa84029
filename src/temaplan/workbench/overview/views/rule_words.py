"""A rule and its answer as the pages show them: every value as text, every place as an address."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from temaplan.workbench.overview.rule_engine.engine import Result
from temaplan.workbench.overview.rule_engine.rule import Place, Rule, Source
from temaplan.workbench.overview.vocabulary import SEVERITY, VERDICT
from temaplan.workbench.pages.cells import Action, Cell
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.vocabulary import Capability

_TAG_OF_COLOUR = {"red": "danger", "amber": "warning", "green": "success", "grey": "neutral"}


@dataclass(frozen=True)
class ShownSource:
    """Where the words stand, and when they were read."""

    words: str
    address: str
    note: str


@dataclass(frozen=True)
class ShownRule:
    """One rule's answer about a plan, ready for a template."""

    id: str
    title: str
    url: str
    tags: Sequence[Cell]
    message: str
    quotes: Sequence[str]
    paragraph: str
    sources: Sequence[ShownSource]
    responsible: str
    latest: str
    cure: Action | None
    asks: bool  # somebody has something to do with it


def shown_rule(result: Result, access: Access) -> ShownRule:
    """Return one answer as the pages show it."""
    asks = result.verdict in {"broken", "not_yet"}
    return ShownRule(
        id=result.rule.id,
        title=str(result.rule.title),
        url=rule_url(access, result.rule),
        tags=tags_of(result),
        message=result.message,
        quotes=result.text.words,
        paragraph=result.text.paragraph,
        sources=[shown_source(each) for each in result.text.sources],
        responsible=result.judgement.responsible,
        latest=written_date(result.latest) if asks and result.latest else "",
        cure=_cure(result, access) if asks else None,
        asks=asks,
    )


def rule_url(access: Access, rule: Rule) -> str:
    """Return the address of a rule's page on a plan."""
    return reverse("rule", args=[access.plan.slug, rule.id.lower()])


def tags_of(result: Result) -> Sequence[Cell]:
    """Return the verdict as a word with its colour, and what the rule rests on."""
    verdict = Cell(str(VERDICT[result.verdict].label), tag=_TAG_OF_COLOUR[result.colour])
    if not result.severity:
        return [verdict]
    return [verdict, Cell(str(SEVERITY[result.severity].label), tag="neutral")]


def shown_source(source: Source) -> ShownSource:
    """Return a source with its number and the day it was read."""
    words = f"{source.title} ({source.number})" if source.number else source.title
    if source.read_on:
        words = _("%(source)s, lest %(day)s") % {
            "source": words,
            "day": written_date(source.read_on),
        }
    return ShownSource(words, source.address, str(source.note))


def _cure(result: Result, access: Access) -> Action | None:
    """Return where it is put right, for those who may do it there."""
    may_edit = access.may(Capability.EDIT)
    place, slug = result.place, access.plan.slug
    if place.kind == "rule" and access.may(Capability.DECIDE):
        url = reverse("rule-confirm", args=[slug, result.rule.id.lower()])
        return Action(_("Bekreft regelen"), url)
    if place.kind == "profile" and may_edit:
        return Action(_("Endre profilen"), reverse("plan-profile-change", args=[slug]))
    if place.kind == "municipality":
        return Action(_("Kommunens innstillinger"), reverse("municipality", args=[slug]))
    return _in_the_timeline(place, slug)


def _in_the_timeline(place: Place, plan: str) -> Action | None:
    if place.kind == "milestone":
        return Action(_("Se milepælen"), reverse("milestone", args=[plan, place.slug]))
    if place.kind == "timeline":
        return Action(_("Gå til tidslinjen"), reverse("timeline", args=[plan]))
    return None
