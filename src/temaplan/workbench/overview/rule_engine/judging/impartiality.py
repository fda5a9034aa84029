"""Who must be impartial (R22): what the plan's data tell of it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.words import sentences


def who_must_be_impartial(facts: PlanFacts) -> str:
    """Tell of members, advisers, and councillors who have prepared a temaplan as employees."""
    councillors = ""
    if facts.plan_type == "thematic_plan":
        councillors = _(
            "Vurder også folkevalgte som har forberedt saken som ansatte: unntaket i "
            "kommuneloven § 11-10 andre ledd nevner ikke temaplaner. Det er én lesemåte, og "
            "spørsmålet er ikke avgjort."
        )
    return sentences(_undeclared(facts.undeclared), _advisers(facts.advisers), councillors)


def _advisers(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "Planen har %(number)d ekstern rådgiver, som også må vurderes.",
        "Planen har %(number)d eksterne rådgivere, som også må vurderes.",
        number,
    )
    return words % {"number": number}


def _undeclared(number: int) -> str:
    if not number:
        return ""
    words = ngettext(
        "%(number)d medlem av gruppene har ikke erklært om det er habilt.",
        "%(number)d medlemmer av gruppene har ikke erklært om de er habile.",
        number,
    )
    return words % {"number": number}
