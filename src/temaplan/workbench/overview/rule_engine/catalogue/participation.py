"""Who takes part: electronic dialogue, children and young people, the councils, citizens."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.catalogue.making import (
    K,
    S,
    T,
    for_all,
    in_force,
    rule,
    weighs,
)
from temaplan.workbench.overview.rule_engine.judging.confirming import confirmed
from temaplan.workbench.overview.rule_engine.judging.later import later
from temaplan.workbench.overview.rule_engine.sources import (
    MUNICIPAL_ACT,
    PARTICIPATION_REGULATION,
    PLANNING_ACT,
)

PARTICIPATION = (
    rule(
        "R09",
        _("Planen presenteres elektronisk og åpner for dialog i alle faser"),
        confirmed(
            "R09",
            _("Bekreft hvordan planen er lagt fram og drøftet på nett i hver fase."),
            "adoption",
            "treatment",
        ),
        in_force("plan- og bygningsloven § 5-2 tredje ledd", PLANNING_ACT, weighs("law", K, S)),
        by_person=True,
    ),
    rule(
        "R10",
        _("Barn, unge og grupper som trenger tilrettelegging, har en måte å medvirke på"),
        confirmed(
            "R10",
            _("Bekreft hvordan barn, unge og grupper som trenger tilrettelegging, får medvirke."),
            "hearing",
            "treatment",
            "adoption",
        ),
        in_force(
            "plan- og bygningsloven § 5-1 andre ledd og § 3-3 tredje ledd",
            PLANNING_ACT,
            {**weighs("law", K, S), **weighs("practice", T)},
        ),
        by_person=True,
    ),
    rule(
        "R11",
        _(
            "Eldrerådet, rådet for personer med funksjonsnedsettelse og ungdomsrådet er spurt "
            "tidlig nok, eller det er begrunnet at saken ikke gjelder dem"
        ),
        confirmed(
            "R11",
            _("Bekreft for hvert av de tre rådene om planen gjelder dem, og hvorfor."),
            "hearing",
            "treatment",
            "adoption",
        ),
        in_force(
            "kommuneloven § 5-12 og forskrift om medvirkningsordninger § 2",
            MUNICIPAL_ACT,
            for_all("law"),
            "rett til å uttale seg i saker som gjelder …",
            "så tidlig tidspunkt … at uttalelsene … har mulighet til å påvirke utfallet",
            also=(PARTICIPATION_REGULATION,),
        ),
        by_person=True,
    ),
    rule(
        "R12",
        _("Uttalelsene fra rådene følger saken til organet som vedtar planen"),
        later(_("Kontrolleres når uttalelser og saksframlegg er registrert."), "adoption"),
        in_force(
            "forskrift om medvirkningsordninger § 2",
            PARTICIPATION_REGULATION,
            for_all("regulation"),
            "Uttalelsene skal følge saksdokumentene til det … organet som avgjør saken endelig",
        ),
    ),
    rule(
        "R38",
        _("Innbyggerforslag som gjelder planen, er registrert, og fristen på seks måneder passet"),
        later(
            _(
                "Kontrolleres når innbyggerforslag kan registreres i Temaplan. Fristen faller bort "
                "for en pågående plansak etter plan- og bygningsloven. En temaplan er ikke det."
            )
        ),
        in_force(
            "kommuneloven § 12-1 andre ledd",
            MUNICIPAL_ACT,
            for_all("law"),
            "pågående plansak etter plan- og bygningsloven",
        ),
    ),
)
