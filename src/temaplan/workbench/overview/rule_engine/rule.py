"""What a rule is: its wording in each version of the law, and what it can answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise

from temaplan.workbench.overview.rule_engine.facts import PlanFacts

Words = str | Promise


@dataclass(frozen=True)
class Source:
    """Where the wording was read: title, official number, and the day it was read."""

    title: str
    number: str
    read_on: date | None
    address: str = ""
    note: Words = ""


@dataclass(frozen=True)
class RuleText:
    """The wording of a rule in one version.

    `words` are quoted letter for letter, «…» where something is left out. `severities`
    says for which plan types this version holds, and how much it weighs there. A version
    with `adopted_only` is adopted and not in force: it is shown, and judges nothing.
    """

    version: str
    paragraph: str
    sources: tuple[Source, ...]
    severities: Mapping[str, str]
    words: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    adopted_only: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether this version is in force on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return not self.adopted_only and begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Place:
    """Where in the workbench a matter is put right: a word, and for a milestone its slug."""

    kind: str  # profile, timeline, milestone, municipality, rule or nothing
    slug: str = ""


NOWHERE = Place("")


@dataclass(frozen=True)
class Judgement:
    """What a rule says of a plan, as its own function finds it."""

    verdict: str
    message: str
    responsible: str = ""
    latest: date | None = None
    place: Place = NOWHERE
    facts: Mapping[str, object] = field(default_factory=dict)


Judge = Callable[[PlanFacts, RuleText], Judgement]


@dataclass(frozen=True)
class Rule:
    """One thing that is asked of a plan. `texts` are its versions, oldest first."""

    id: str
    title: Words
    texts: tuple[RuleText, ...]
    judge: Judge
    spared: Callable[[PlanFacts, "Rule"], str]  # why it does not apply
    confirmed_by_person: bool = False

    def text_on(self, day: date) -> RuleText:
        """Return the version in force on a day; the oldest known for a day before all."""
        held = [text for text in self.texts if text.holds_on(day)]
        return held[-1] if held else self.texts[0]

    @property
    def newest(self) -> RuleText:
        """The version that holds now, as far as the texts have been read."""
        return [text for text in self.texts if not text.adopted_only][-1]

    @property
    def coming(self) -> tuple[RuleText, ...]:
        """Versions that are adopted and not in force."""
        return tuple(text for text in self.texts if text.adopted_only)
