"""The case paper and the political meetings; who may prepare and decide."""

from django.utils.translation import gettext_lazy as _

from temaplan.workbench.overview.rule_engine.catalogue.making import (
    adopted,
    for_all,
    in_force,
    rule,
)
from temaplan.workbench.overview.rule_engine.judging.confirming import confirmed
from temaplan.workbench.overview.rule_engine.judging.impartiality import who_must_be_impartial
from temaplan.workbench.overview.rule_engine.judging.later import later
from temaplan.workbench.overview.rule_engine.judging.registers import papers_in_time
from temaplan.workbench.overview.rule_engine.sources import (
    ADMINISTRATION_ACT,
    CASE_PAPER_GUIDE,
    MUNICIPAL_ACT,
    NEW_ADMINISTRATION_ACT,
)

_MEETINGS = _("Kontrolleres når møter i folkevalgte organ føres i Temaplan.")

MEETINGS = (
    rule(
        "R14",
        _(
            "Saksframlegget har bakgrunn, kunnskapsgrunnlag med kilder, rettsgrunnlag, økonomi og "
            "alternativer"
        ),
        later(_("Kontrolleres når saksframlegget kan lages i Temaplan."), "treatment"),
        in_force(
            "kommuneloven § 13-1 tredje ledd",
            MUNICIPAL_ACT,
            for_all("law"),
            "forsvarlig utredet … faktisk og rettslig grunnlag",
        ),
    ),
    rule(
        "R15",
        _("Virkninger og avveining står hver for seg i teksten"),
        confirmed(
            "R15",
            _("Bekreft at virkningene er beskrevet for seg, og avveiningen for seg."),
            "treatment",
            "adoption",
        ),
        in_force("", CASE_PAPER_GUIDE, for_all("practice")),
        by_person=True,
    ),
    rule(
        "R16",
        _(
            "Innkallingen er sendt med saksliste og dokumenter, møtet er kunngjort, og dokumentene "
            "er offentlige"
        ),
        later(_MEETINGS, "treatment"),
        in_force(
            "kommuneloven § 11-3 første til tredje ledd",
            MUNICIPAL_ACT,
            for_all("law"),
            "rimelig varsel",
        ),
    ),
    rule(
        "R17",
        _("Sakspapirene er sendt ut så mange dager før møtet som kommunens reglement sier"),
        papers_in_time,
        in_force("kommuneloven § 11-12", MUNICIPAL_ACT, for_all("local")),
    ),
    rule(
        "R18",
        _("Ved sak utenom sakslisten er det opplyst at møtelederen eller en tredel kan nekte"),
        later(_MEETINGS, "treatment"),
        in_force("kommuneloven § 11-3 femte ledd", MUNICIPAL_ACT, for_all("law")),
    ),
    rule(
        "R19",
        _(
            "Møteboken har tid og sted, hvem som var der, saker, vedtak, stemmetall og grunnlaget "
            "for lukking og inhabilitet"
        ),
        later(_MEETINGS, "treatment"),
        in_force("kommuneloven § 11-4", MUNICIPAL_ACT, for_all("law")),
    ),
    rule(
        "R20",
        _("Minst halvparten er til stede, og flertallet av stemmene avgjør"),
        later(_MEETINGS, "treatment"),
        in_force("kommuneloven § 11-9", MUNICIPAL_ACT, for_all("law")),
    ),
    rule(
        "R21",
        _("Møtet er lukket bare når loven gir grunnlag for det, og da ikke alltid som fjernmøte"),
        later(_MEETINGS, "treatment"),
        in_force("kommuneloven §§ 11-5 og 11-7", MUNICIPAL_ACT, for_all("law")),
    ),
    rule(
        "R22",
        _(
            "Habiliteten er vurdert for alle som forbereder eller avgjør saken, også konsulenter "
            "og medlemmer av referansegruppen som arbeider for kommunen"
        ),
        confirmed(
            "R22",
            _("Bekreft at habiliteten er vurdert for alle som forbereder eller avgjør saken."),
            "treatment",
            "adoption",
            about=who_must_be_impartial,
        ),
        in_force(
            "forvaltningsloven §§ 6, 8 og 10 og kommuneloven § 11-10 andre ledd og § 13-3",
            ADMINISTRATION_ACT,
            for_all("law"),
            also=(MUNICIPAL_ACT,),
        ),
        adopted("ny forvaltningslov §§ 25–29", NEW_ADMINISTRATION_ACT, for_all("law")),
        by_person=True,
    ),
)
