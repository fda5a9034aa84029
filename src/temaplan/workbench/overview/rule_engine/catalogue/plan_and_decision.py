"""What kind of plan it is, its programme, its adoption and its action part."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.catalogue.making import (
    H,
    K,
    S,
    T,
    for_all,
    in_force,
    rule,
    weighs,
)
from temaplan.workbench.overview.rule_engine.judging.later import later
from temaplan.workbench.overview.rule_engine.judging.profile import (
    adopted_by_the_council,
    four_years,
    type_has_a_reason,
)
from temaplan.workbench.overview.rule_engine.sources import OMBUDSMAN, PLANNING_ACT

PLAN_AND_DECISION = (
    rule(
        "R01",
        _("Plantypen er valgt, og valget er begrunnet"),
        type_has_a_reason,
        in_force(
            "plan- og bygningsloven § 11-1 tredje ledd",
            PLANNING_ACT,
            for_all("practice"),
            "Det kan utarbeides kommunedelplan for bestemte områder, temaer eller "
            "virksomhetsområder.",
        ),
    ),
    rule(
        "R02",
        _(
            "Planprogrammet sier hva formålet er, hvordan prosessen går, hvem som får medvirke, "
            "hvilke alternativer som vurderes, og hva som må utredes"
        ),
        later(
            _(
                "Planprogrammet mangler. Kontrolleres når planprogrammet kan skrives i Temaplan, "
                "med alle de fem delene."
            ),
            "programme_hearing",
        ),
        in_force(
            "plan- og bygningsloven § 4-1 andre ledd og § 11-13",
            PLANNING_ACT,
            weighs("law", K, S),
        ),
    ),
    rule(
        "R03",
        _("Oppstart er varslet og kunngjort i minst én avis og på internett"),
        later(
            _("Kontrolleres når varsel og kunngjøring om oppstart kan registreres i Temaplan."),
            "start_notice",
        ),
        in_force(
            "plan- og bygningsloven § 11-12 andre ledd",
            PLANNING_ACT,
            weighs("law", K, S),
            "på internett",
        ),
    ),
    rule(
        "R23",
        _("Planen vedtas av det øverste folkevalgte organet selv"),
        adopted_by_the_council,
        in_force(
            "plan- og bygningsloven § 11-15 første ledd",
            PLANNING_ACT,
            weighs("law", K, S),
            "selv",
        ),
    ),
    rule(
        "R24",
        _(
            "Vedtaket er kunngjort, lagt ut på internett og sendt videre, og sier at det ikke kan "
            "påklages"
        ),
        later(_("Kontrolleres når vedtaket er registrert."), "adoption"),
        in_force(
            "plan- og bygningsloven § 11-15 andre og tredje ledd",
            PLANNING_ACT,
            weighs("law", K, S),
        ),
    ),
    rule(
        "R25",
        _("Handlingsdelen gjelder i minst fire år og er revidert de siste tolv månedene"),
        four_years,
        in_force(
            "plan- og bygningsloven § 11-1 fjerde ledd og § 11-2 tredje ledd",
            PLANNING_ACT,
            weighs("law", K, S, H),
        ),
    ),
    rule(
        "R26",
        _("Ved årlig rullering er de ansvarlige spurt, og forslaget er offentlig i 14 dager"),
        later(_("Kontrolleres når rulleringen av handlingsdelen er registrert."), "adoption"),
        in_force(
            "plan- og bygningsloven § 11-4 andre ledd",
            PLANNING_ACT,
            weighs("law", H),
        ),
    ),
    rule(
        "R27",
        _("Planen står i planstrategien, som var offentlig i 30 dager og ble vedtatt i tide"),
        later(_("Kontrolleres når planstrategien er registrert.")),
        in_force(
            "plan- og bygningsloven § 10-1",
            PLANNING_ACT,
            {**weighs("law", K, S), **weighs("practice", T)},
        ),
    ),
    rule(
        "R28",
        _("Er planen vesentlig endret etter høringen, er ny høring vurdert og begrunnet"),
        later(_("Kontrolleres når høringen og endringene etter den er registrert."), "treatment"),
        in_force(
            "plan- og bygningsloven § 11-15 første ledd (bare arealdelen)",
            OMBUDSMAN,
            for_all("practice"),
        ),
    ),
)
