"""How long hearings last: R04, R05 and R06."""

from django.utils.translation import gettext as _

from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.hearing_time import (
    PLAN_HEARING,
    PROGRAMME_HEARING,
    HearingSteps,
    HearingTime,
    hearing_time,
)
from temaplan.workbench.overview.rule_engine.rule import Judgement, Place, Rule, RuleText
from temaplan.workbench.overview.rule_engine.words import (
    day_in_words,
    days_in_words,
    month_reading,
    sentences,
    type_in_words,
)
from temaplan.workbench.plan.working_days import why_free

SIX_WEEKS = 42
SUGGESTED_NORM = 28  # what four weeks are; handbook of the field, R06


def programme_hearing(facts: PlanFacts, text: RuleText) -> Judgement:
    """R04: the planprogram is heard for six weeks."""
    time = hearing_time(facts, PROGRAMME_HEARING)
    if time is not None:
        return _measured(facts, time, SIX_WEEKS)
    if facts.of("programme_hearing"):
        return _waits(
            facts,
            PROGRAMME_HEARING,
            _("Kontrolleres når tidslinjen har høringsfristen for planprogrammet."),
        )
    return _waits(
        facts,
        PROGRAMME_HEARING,
        _(
            "Planprogrammet mangler. Kontrolleres når tidslinjen sier når det sendes på høring, "
            "og når fristen er."
        ),
    )


def plan_hearing(facts: PlanFacts, text: RuleText) -> Judgement:
    """R05: the plan is heard for six weeks."""
    return _plan_hearing(facts, SIX_WEEKS, "")


def local_hearing(facts: PlanFacts, text: RuleText) -> Judgement:
    """R06: the plan is heard as long as the municipality itself has said."""
    norm, given = hearing_norm(facts)
    return _plan_hearing(facts, norm, given)


def hearing_norm(facts: PlanFacts) -> tuple[int, str]:
    """Return the norm in days, and where it comes from as a sentence."""
    if facts.hearing_norm is None:
        return SUGGESTED_NORM, _("Kommunen har ikke satt en egen norm. Vi foreslår %(days)s.") % {
            "days": days_in_words(SUGGESTED_NORM)
        }
    return facts.hearing_norm.days, _("Kommunens egen norm er %(days)s (%(source)s).") % {
        "days": days_in_words(facts.hearing_norm.days),
        "source": facts.hearing_norm.source,
    }


def programme_spared(facts: PlanFacts, rule: Rule) -> str:
    """Say that the plan needs no planprogram at all."""
    return _("Ikke et krav for %(type)s. Loven krever planprogram bare for kommuneplaner.") % {
        "type": type_in_words(facts.plan_type)
    }


def six_weeks_spared(facts: PlanFacts, rule: Rule) -> str:
    """Say that the six weeks are no duty here, and what counts instead."""
    if facts.plan_type != "thematic_plan":
        return _("Ikke et krav for en handlingsdel. Se R26 om de 14 dagene før vedtaket.")
    return sentences(
        _("Ikke et krav for en temaplan. Loven har ingen høringsfrist for temaplaner."),
        hearing_norm(facts)[1],
    )


def local_norm_spared(facts: PlanFacts, rule: Rule) -> str:
    """Say which rule the length of the hearing is judged by instead."""
    if facts.plan_type == "action_part":
        return _("Gjelder ikke for en handlingsdel. Se R26 om de 14 dagene før vedtaket.")
    return _("Gjelder ikke for %(type)s. Der er lovens frist minst seks uker, se R05.") % {
        "type": type_in_words(facts.plan_type)
    }


def _plan_hearing(facts: PlanFacts, needed: int, given: str) -> Judgement:
    time = hearing_time(facts, PLAN_HEARING)
    if time is not None:
        return _measured(facts, time, needed, given)
    if facts.of("hearing"):
        when = _("Kontrolleres når tidslinjen har en høringsfrist eller en dag for behandlingen.")
    else:
        when = _("Kontrolleres når tidslinjen sier når planen sendes på høring.")
    return _waits(facts, PLAN_HEARING, sentences(when, given))


def _waits(facts: PlanFacts, steps: HearingSteps, message: str) -> Judgement:
    start = facts.first_of(steps.start)
    return Judgement("not_yet", message, facts.responsible(start), place=Place("timeline"))


def _measured(facts: PlanFacts, time: HearingTime, needed: int, given: str = "") -> Judgement:
    latest = time.latest_start(needed)
    enough = time.days >= needed
    return Judgement(
        verdict="ok" if enough else "broken",
        message=sentences(
            _long_enough(time, needed, given) if enough else _too_short(time, needed, given),
            month_reading(time.start, time.end),
            _free_deadline(time),
            given,
        ),
        responsible=facts.responsible(time.start),
        latest=None if enough else latest,
        place=Place("milestone", time.start.slug),
        facts={
            "needed_days": needed,
            "available_days": time.days,
            "start": time.start.first_day.isoformat(),
            "end": time.end.last_day.isoformat(),
            "latest_start": latest.isoformat(),
        },
    )


def _long_enough(time: HearingTime, needed: int, given: str) -> str:
    return _(
        "Høringen varer i %(days)s, fra %(start)s til %(end)s. Den %(must)s vare i minst "
        "%(needed)s."
    ) % _values(time, needed, given)


def _too_short(time: HearingTime, needed: int, given: str) -> str:
    values = _values(time, needed, given)
    if time.days < 1:
        return (
            _(
                "Høringen begynner %(start)s, men «%(what)s» er satt til %(end)s. Høringen "
                "%(must)s vare i minst %(needed)s. Skal det stå, %(must)s planen sendes på høring "
                "senest %(latest)s."
            )
            % values
        )
    if time.has_deadline:
        return (
            _(
                "Høringen varer i %(days)s, fra %(start)s til fristen %(end)s. Den %(must)s vare "
                "i minst %(needed)s. Skal fristen stå, %(must)s planen sendes på høring senest "
                "%(latest)s."
            )
            % values
        )
    return (
        _(
            "Høringen %(must)s vare i minst %(needed)s. Fra %(start)s til «%(what)s» %(end)s er "
            "det %(days)s, når siste dag er regnet med. Planen %(must)s sendes på høring senest "
            "%(latest)s, og da er det ingen dager igjen til å gå gjennom uttalelsene."
        )
        % values
    )


def _values(time: HearingTime, needed: int, given: str) -> dict[str, str]:
    return {
        # A norm of one's own is advice, six weeks are the law.
        "must": _("bør") if given else _("må"),
        "days": days_in_words(time.days),
        "needed": days_in_words(needed),
        "start": day_in_words(time.start.first_day),
        "end": day_in_words(time.end.last_day),
        "what": time.end.title,
        "latest": day_in_words(time.latest_start(needed)),
    }


def _free_deadline(time: HearingTime) -> str:
    """Tell of a deadline on a day off; it is lawful, and people lose by it."""
    free = why_free(time.end.last_day)
    if free is None or not time.has_deadline or time.end.precision == "month":
        return ""
    return _("Fristen %(day)s er %(free)s. Velg gjerne en virkedag.") % {
        "day": day_in_words(time.end.last_day),
        "free": free,
    }
