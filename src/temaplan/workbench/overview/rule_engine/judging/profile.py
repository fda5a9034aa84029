"""What the plan's profile shows: R01, R23 and R25."""

from django.utils.translation import gettext as _

from temaplan.workbench.overview.rule_engine.facts import PlanFacts
from temaplan.workbench.overview.rule_engine.rule import Judgement, Place, RuleText
from temaplan.workbench.overview.rule_engine.words import ended, sentences, type_in_words

FOUR_YEARS = 4
_PROFILE = Place("profile")


def type_has_a_reason(facts: PlanFacts, text: RuleText) -> Judgement:
    """R01: the plan type is chosen, and why."""
    step = facts.first_of("hearing", "treatment", "adoption")
    if facts.plan_type_reason.strip():
        message = _("Plantypen er %(type)s, og valget er begrunnet: %(reason)s")
        return Judgement(
            "ok",
            message
            % {"type": type_in_words(facts.plan_type), "reason": ended(facts.plan_type_reason)},
            facts.responsible(),
            place=_PROFILE,
        )
    return Judgement(
        "broken",
        _(
            "Plantypen er %(type)s, men valget er ikke begrunnet. Skriv hvorfor i planens profil. "
            "Plantypen avgjør hvilke regler som gjelder."
        )
        % {"type": type_in_words(facts.plan_type)},
        facts.responsible(),
        step.last_day if step else None,
        _PROFILE,
    )


def adopted_by_the_council(facts: PlanFacts, text: RuleText) -> Judgement:
    """R23: nobody but the council adopts the plan. The decision itself is no row yet."""
    step = facts.first_of("adoption")
    latest = step.last_day if step else None
    who = facts.responsible(step)
    if not facts.adopting_body:
        message = _(
            "Kontrolleres når vedtaket er registrert. Profilen sier ikke hvem som vedtar planen. "
            "Det må være %(council)s selv."
        )
        return Judgement("not_yet", message % {"council": facts.council}, who, latest, _PROFILE)
    if facts.adopting_body.casefold() != facts.council.casefold():
        message = _(
            "Profilen sier at %(body)s vedtar planen. En plan av typen %(type)s må vedtas av "
            "%(council)s selv."
        )
        return Judgement("broken", message % _bodies(facts), who, latest, _PROFILE)
    message = _("Kontrolleres når vedtaket er registrert. Profilen sier at %(body)s vedtar planen.")
    return Judgement("not_yet", message % _bodies(facts), who, latest, _PROFILE)


def _bodies(facts: PlanFacts) -> dict[str, str]:
    return {
        "body": facts.adopting_body,
        "council": facts.council,
        "type": type_in_words(facts.plan_type),
    }


def four_years(facts: PlanFacts, text: RuleText) -> Judgement:
    """R25: the action part covers four years and is revised every year."""
    revision = _("Kontrolleres når tiltak og årlig rullering er registrert.")
    step = facts.first_of("adoption")
    start, end = facts.period_start, facts.period_end
    if facts.plan_type == "action_part" and start and end and end - start + 1 < FOUR_YEARS:
        return Judgement(
            "broken",
            _("Perioden %(start)d–%(end)d er %(years)d år. En handlingsdel må gjelde i minst fire.")
            % {"start": start, "end": end, "years": end - start + 1},
            facts.responsible(step),
            step.last_day if step else None,
            _PROFILE,
        )
    about = _("Planen har ingen handlingsdel i Temaplan ennå.")
    if facts.plan_type == "action_part":
        about = _("Perioden i profilen er lang nok.") if start and end else ""
    return Judgement("not_yet", sentences(revision, about), facts.responsible(step), None, _PROFILE)
