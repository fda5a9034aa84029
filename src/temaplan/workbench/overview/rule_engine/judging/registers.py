"""What the municipality's settings and the plan's own log show: R17, R30 and R32."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.rule import Judgement, Place, RuleText
from temaplan.workbench.overview.rule_engine.words import day_in_words, days_in_words, sentences


def papers_in_time(facts: PlanFacts, text: RuleText) -> Judgement:
    """R17: papers go out so many days before the meeting as the municipality has said."""
    if facts.paper_days is None:
        return Judgement(
            "not_yet",
            _(
                "Kontrolleres når kommunen har skrevet inn fristen for sakspapirer, og når møter i "
                "folkevalgte organ føres i Temaplan."
            ),
            facts.responsible(),
            place=Place("municipality"),
        )
    step = facts.first_of("treatment", "adoption")
    latest = step.last_day - timedelta(days=facts.paper_days.days) if step else None
    norm = _(
        "Sakspapirene skal ut senest %(days)s før møtet (%(source)s). Kontrolleres når møter i "
        "folkevalgte organ føres i Temaplan."
    ) % {"days": days_in_words(facts.paper_days.days), "source": facts.paper_days.source}
    due = ""
    if step and latest:
        due = _("For «%(what)s» er siste dag %(day)s.") % {
            "what": step.title,
            "day": day_in_words(latest),
        }
    return Judgement(
        "not_yet",
        sentences(norm, due),
        facts.responsible(step),
        latest,
        Place("milestone", step.slug) if step else Place("timeline"),
        {"needed_days": facts.paper_days.days},
    )


def closed_with_a_basis(facts: PlanFacts, text: RuleText) -> Judgement:
    """R30: closed information has its basis. The basis has no field of its own yet."""
    number = facts.closed_evidence
    there = (
        ngettext(
            "Planen har %(number)d lukket kunnskapskilde.",
            "Planen har %(number)d lukkede kunnskapskilder.",
            number,
        )
        % {"number": number}
        if number
        else _("Planen har ingen lukkede kunnskapskilder nå.")
    )
    when = _("Kontrolleres når hjemmel og vurdering av merinnsyn kan føres på det som er lukket.")
    return Judgement(
        "not_yet", sentences(when, there), facts.responsible(), facts={"closed_evidence": number}
    )


def nothing_overwritten(facts: PlanFacts, text: RuleText) -> Judgement:
    """R32: who, when and what is logged of every change, and the log is whole."""
    known: dict[str, object] = {"events": facts.events}
    if facts.log_is_whole:
        message = ngettext(
            "Loggen har %(number)d hendelse med hvem, når og hva. Kjeden er hel.",
            "Loggen har %(number)d hendelser med hvem, når og hva. Kjeden er hel.",
            facts.events,
        )
        return Judgement("ok", message % {"number": facts.events}, facts.responsible(), facts=known)
    return Judgement(
        "broken",
        _(
            "Hendelsesloggen er ikke hel: det siste som skal stå der, mangler. Hent tilbake en "
            "sikkerhetskopi, og si fra til den som drifter Temaplan."
        ),
        facts.responsible(),
        facts.as_of,
        facts=known,
    )
