"""How the plan is written, and whether everybody can use the pages."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.catalogue.making import for_all, in_force, rule
from temaplan.workbench.overview.rule_engine.judging.confirming import confirmed
from temaplan.workbench.overview.rule_engine.judging.later import later
from temaplan.workbench.overview.rule_engine.sources import (
    ACCESSIBILITY_REGULATION,
    EQUALITY_ACT,
    LANGUAGE_ACT,
)

TEXT_AND_ACCESS = (
    rule(
        "R35",
        _(
            "De åpne sidene følger EN 301 549, og tilgjengelighetserklæringen er lenket og under "
            "ett år gammel"
        ),
        later(_("Kontrolleres når kommunen kan legge inn lenken til tilgjengelighetserklæringen.")),
        in_force(
            "forskrift om universell utforming av ikt-løsninger §§ 4b og 4e og likestillings- og "
            "diskrimineringsloven § 18",
            ACCESSIBILITY_REGULATION,
            for_all("regulation"),
            also=(EQUALITY_ACT,),
        ),
    ),
    rule(
        "R36",
        _("Arbeidsbenken er universelt utformet, som de åpne sidene"),
        confirmed("R36", _("Bekreft at arbeidsbenken er prøvd av eller for dem som trenger det.")),
        in_force(
            "forskrift om universell utforming av ikt-løsninger § 4b fjerde ledd",
            ACCESSIBILITY_REGULATION,
            for_all("regulation"),
        ),
        by_person=True,
    ),
    rule(
        "R37",
        _("Teksten er klar og følger offisiell rettskrivning"),
        confirmed(
            "R37",
            _("Bekreft at noen har lest planen for klart språk og rettskrivning."),
            "adoption",
            "treatment",
        ),
        in_force("språklova §§ 9 og 10", LANGUAGE_ACT, for_all("law")),
        by_person=True,
    ),
)
