"""The hearing: how long, to whom, how it is announced, and what becomes of the statements."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.catalogue.making import (
    K,
    S,
    T,
    adopted,
    for_all,
    in_force,
    rule,
    weighs,
)
from temaplan.workbench.overview.rule_engine.judging.confirming import confirmed
from temaplan.workbench.overview.rule_engine.judging.hearing import (
    local_hearing,
    local_norm_spared,
    plan_hearing,
    programme_hearing,
    programme_spared,
    six_weeks_spared,
)
from temaplan.workbench.overview.rule_engine.judging.later import later
from temaplan.workbench.overview.rule_engine.sources import (
    ADMINISTRATION_ACT,
    GOOD_PRACTICE,
    NEW_ADMINISTRATION_ACT,
    OBSERVED_HEARINGS,
    PLANNING_ACT,
)

HEARING = (
    rule(
        "R04",
        _("Planprogrammet er på høring i minst seks uker"),
        programme_hearing,
        in_force(
            "plan- og bygningsloven § 11-13", PLANNING_ACT, weighs("law", K, S), "minst seks uker"
        ),
        spared=programme_spared,
    ),
    rule(
        "R05",
        _("Planen er på høring i minst seks uker"),
        plan_hearing,
        in_force(
            "plan- og bygningsloven § 11-14",
            PLANNING_ACT,
            weighs("law", K, S),
            "Fristen … skal være minst seks uker",
        ),
        spared=six_weeks_spared,
    ),
    rule(
        "R06",
        _("Planen er på høring så lenge som kommunens egen norm sier"),
        local_hearing,
        in_force("", OBSERVED_HEARINGS, weighs("practice", T)),
        spared=local_norm_spared,
    ),
    rule(
        "R07",
        _(
            "Høringen er kunngjort i avis og på internett, et eksemplar er lett tilgjengelig, og "
            "alternative utkast er nevnt"
        ),
        later(_("Kontrolleres når høringen kan kunngjøres i Temaplan."), "hearing"),
        in_force(
            "plan- og bygningsloven § 11-14 og § 5-2 andre ledd", PLANNING_ACT, weighs("law", K, S)
        ),
    ),
    rule(
        "R08",
        _("Planen er sendt til alle myndigheter, organisasjoner og andre som blir berørt"),
        confirmed(
            "R08", _("Bekreft at alle som blir berørt, står på listen over mottakere."), "hearing"
        ),
        in_force("plan- og bygningsloven § 5-2 første ledd", PLANNING_ACT, weighs("law", K, S)),
        by_person=True,
    ),
    rule(
        "R13",
        _(
            "Hvert punkt i hver uttalelse er vurdert, og saksframlegget sier hva uttalelsene har "
            "betydd"
        ),
        later(_("Kontrolleres når uttalelser kan registreres i Temaplan."), "treatment"),
        in_force(
            "plan- og bygningsloven § 11-14 andre ledd",
            PLANNING_ACT,
            {**weighs("law", K, S), **weighs("practice", T)},
            since=date(2025, 7, 1),  # lov 20. juni 2025 nr. 93, res. nr. 1328
        ),
    ),
    rule(
        "R39",
        _("Alle som sender en uttalelse, får kvittering"),
        later(_("Kontrolleres når uttalelser kan sendes inn i Temaplan."), "hearing"),
        in_force("", GOOD_PRACTICE, for_all("practice")),
        adopted(
            "ny forvaltningslov § 10 andre ledd tredje punktum",
            NEW_ADMINISTRATION_ACT,
            for_all("law"),
            "skal det snarest bekrefte at henvendelsen er mottatt",
        ),
    ),
    rule(
        "R40",
        _("Den som må vente mer enn en måned på svar, får et foreløpig svar"),
        later(_("Kontrolleres når uttalelser og svar kan registreres i Temaplan."), "hearing"),
        in_force(
            "forvaltningsloven § 11 a",
            ADMINISTRATION_ACT,
            for_all("law"),
            "uforholdsmessig lang tid",
        ),
        adopted(
            "ny forvaltningslov § 17 andre ledd",
            NEW_ADMINISTRATION_ACT,
            for_all("law"),
            "mer enn én måned",
        ),
    ),
)
