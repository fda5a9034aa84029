"""The analyses there are, in the order in which a planner asks.

Adding one: its file in `regional/`, a place here, and its spec in `tests/spec/`.
`docs/how-to/` names every file.
"""

from collections.abc import Mapping
from typing import Final

from temaplan.analysis.descriptor import Analysis, by_code
from temaplan.analysis.words import gettext_noop as _

_PANEL: Final = "region industry period value# [state]"
_COMMUTING: Final = (
    "region period jobs employed_residents own in_commuters out_commuters net "
    "supply_containment demand_containment coverage note"
)

ANALYSES: Final = (
    Analysis(
        "validate",
        _("Kontroll av en tabell"),
        "1",
        _("Kan tabellen brukes, og hva må du vite om den først?"),
        _PANEL,
        {"findings": "finding severity row message"},
    ),
    Analysis(
        "series",
        _("Tallene som de er"),
        "1",
        _("Hvordan går tallene selv?"),
        _PANEL,
        {"cells": "region industry period value state"},
    ),
    Analysis(
        "location_quotient",
        _("Lokaliseringskvotient"),
        "1",
        _("Er en næring større her enn man skulle vente?"),
        _PANEL,
        {
            "quotients": "region industry period value share reference_share lq excess state note "
            "[rsca] [z] [lq_low] [lq_high]"
        },
    ),
    Analysis(
        "growth",
        _("Vekst"),
        "1",
        _("Hvor mye vokste hver næring?"),
        _PANEL,
        {"growth": "region industry base_value end_value change growth note"},
    ),
    Analysis(
        "shift_share",
        _("Skift-andel-analyse"),
        "1",
        _("Skyldes endringen landet, næringssammensetningen eller regionen selv?"),
        _PANEL,
        {"components": "region industry [period] component value note"},
    ),
    Analysis(
        "specialisation",
        _("Spesialisering"),
        "1",
        _("Hvor mye lever regionen av få næringer, og hvor ulik er den andre?"),
        _PANEL,
        {
            "regions": "region period krugman krugman_others hoover hhi hhi_normalised "
            "effective_industries entropy hachman gini note"
        },
    ),
    Analysis(
        "concentration",
        _("Konsentrasjon"),
        "1",
        _("Hvor samlet på få steder ligger hver næring?"),
        _PANEL,
        {"industries": "industry period krugman krugman_others hoover hhi gini note"},
    ),
    Analysis(
        "inequality",
        _("Ulikhet mellom regioner"),
        "1",
        _("Hvor ulike er regionene, og hvor mye av det ligger mellom grupper av dem?"),
        "region period value# [weight#] [group]",
        {
            "periods": "period gini theil theil_between theil_within mean_log_deviation atkinson "
            "hoover cv williamson"
        },
    ),
    Analysis(
        "commuting_totals",
        _("Pendling fra totaltall"),
        "1",
        _("Hvor mange av dem som bor her, arbeider her, når bare totaltall er publisert?"),
        "region period [employed_residents#] [in_commuters#] [out_commuters#] [jobs#]",
        {"regions": _COMMUTING},
    ),
    Analysis(
        "commuting",
        _("Pendling"),
        "1",
        _("Hvor arbeider de som bor her, og hvor bor de som arbeider her?"),
        "home work period value# [state]",
        {"regions": _COMMUTING},
    ),
    Analysis(
        "labour_areas",
        _("Arbeidsmarkedsområder"),
        "1",
        _("Hvilke kommuner hører sammen i ett arbeidsmarked?"),
        "home work [period] value# [state]",
        {"regions": "region area strength"},
    ),
    Analysis(
        "economic_base",
        _("Økonomisk base"),
        "1",
        _("Hvor mange jobber henter penger utenfra, og hvor mange andre bærer hver av dem?"),
        _PANEL,
        {"regions": "region period basic multiplier note"},
    ),
    Analysis(
        "regional_multipliers",
        _("Regionale multiplikatorer"),
        "1",
        _("Hvor mye vokser hele regionens produksjon når en næring selger for én krone mer?"),
        "input industry coefficient#",
        {"multipliers": "region industry delta output_multiplier"},
    ),
    Analysis(
        "firm_births",
        _("Nye foretak"),
        "1",
        _("Hvor ofte fødes foretak her, og er det mer enn næringene tilsier?"),
        "region industry period value#",
        {"regions": "region period births birth_rate births_per_1000 adjusted_rate low high note"},
    ),
    Analysis(
        "productivity",
        _("Produktivitet"),
        "1",
        _("Steg verdiskapingen per jobb fordi næringene ble bedre, eller fordi jobber flyttet?"),
        "region industry period value#",
        {"components": "region industry component value"},
    ),
    Analysis(
        "entry_exit",
        _("Næringer som kommer og går"),
        "1",
        _("Hvilke næringer har regionen fått, og hvilke har den mistet?"),
        _PANEL,
        {"cells": "region industry present_base present_end entry exit"},
    ),
    Analysis(
        "complexity",
        _("Økonomisk kompleksitet"),
        "1",
        _("Hvor sjelden blanding av næringer har regionen?"),
        _PANEL,
        {
            "regions": "region period diversity eci",
            "industries": "industry period ubiquity pci",
            "diagnostics": "period lambda2 lambda3 corr_eci_diversity",
        },
    ),
    Analysis(
        "relatedness",
        _("Slektskap mellom næringer"),
        "1",
        _("Hvilke næringer pleier å ligge på de samme stedene?"),
        _PANEL,
        {"pairs": "industry other period relatedness"},
    ),
    Analysis(
        "relatedness_density",
        _("Tetthet av beslektede næringer"),
        "1",
        _("Hvor mye av det en næring er i slekt med, har regionen alt?"),
        _PANEL,
        {"cells": "region industry period present density"},
    ),
    Analysis(
        "outlook",
        _("Vekstmuligheter"),
        "1",
        _("Hvor nær er regionen sjeldne næringer den ikke har, og hva ville hver av dem åpne?"),
        _PANEL,
        {
            "regions": "region period outlook_index",
            "industries": "region industry period outlook_gain",
        },
    ),
    Analysis(
        "retail_coverage",
        _("Dekningsgrad for varehandel"),
        "1",
        _("Handler folk her, eller drar de andre steder?"),
        "region period value#",
        {"regions": "region period turnover_per_head coverage leakage note"},
    ),
    Analysis(
        "huff_shares",
        _("Handelsstrømmer"),
        "1",
        _("Hvor drar folk for å handle når stedene har ulik størrelse og avstand?"),
        "place attraction#",
        {"flows": "origin place share flow"},
    ),
    Analysis(
        "business_land_demand",
        _("Behov for næringsareal"),
        "1",
        _("Hvor mye areal vil bedriftene be om i årene som kommer?"),
        "industry value#",
        {"years": "industry year jobs land"},
    ),
    Analysis(
        "projection",
        _("Framskriving"),
        "1",
        _("Hvor mange arbeidsplasser blir det hvis de neste årene ligner dem vi har sett?"),
        _PANEL,
        {"paths": "region industry period p10 p50 p90 note"},
    ),
    Analysis(
        "backtest",
        _("Etterprøving av framskrivingen"),
        "1",
        _("Hva ville den samme framskrivingen sagt for noen år siden, og hvor feil tok den?"),
        _PANEL,
        {"errors": "region industry period observed p10 p50 p90 error inside note"},
    ),
    Analysis(
        "harmonise",
        _("Tall i andre grenser"),
        "1",
        _("Hva ville tallene vært i grensene fra en annen dag?"),
        _PANEL,
        {"cells": "region industry period value state note"},
    ),
)
ANALYSIS: Final[Mapping[str, Analysis]] = by_code(ANALYSES)
