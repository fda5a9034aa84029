"""The tables of statistics that come with Temaplan, described as data.

A descriptor says what a page, a document or an export must say beside a figure: where
it is from, on which terms, which edition, and what is odd about it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from temaplan.errors import BadInput
from temaplan.sources.files import KeptFile
from temaplan.sources.table import Measure, SourceTable
from temaplan.sources.words import gettext_noop as _

# Statistics Norway publishes under either; the user of a figure may choose.
TERMS = "NLOD eller CC BY 4.0"

REGIONAL_ACCOUNTS = SourceTable(
    id="ssb/11713",
    title=_("Sysselsatte og bruttoprodukt etter fylke og næring"),
    source="Statistisk sentralbyrå, tabell 11713",
    licence=TERMS,
    vintage="2008–2019",
    files=(
        KeptFile(
            "11713_regional_accounts_counties_2008_2019.csv",
            "fe043c19057699357233e2291a7af70632b761f5dc9ce8a718a6fe927de17741",
        ),
    ),
    shape="industry",
    measures=(
        Measure("employed_persons", _("sysselsatte"), _("1 000 personer"), half_unit=0.05),
        Measure("gross_product", _("bruttoprodukt"), _("mill. kr"), half_unit=0.5),
    ),
    regions=_("hele landet og 20 fylker, i grensene før 2020"),
    years=tuple(range(2008, 2020)),
    used_for=_("Næringsstruktur, lokaliseringskvotient, vekst og skift-andel for fylker."),
    traps=(
        _("Sysselsatte står i tusen med én desimal. Et tall kan derfor være 50 personer feil."),
        _("Næringene summerer ikke alltid til det publiserte totaltallet."),
        _("Helheter står ved siden av deler: hele landet, totalen og to linjer med «¬¬»."),
        _("Et fylke som ikke fantes det året, står med 0. Her regnes det som ikke aktuelt."),
        _("«:» er skjermet av hensyn til enkeltbedrifter, «..» er ikke publisert."),
    ),
)

EMPLOYED = SourceTable(
    id="ssb/13470",
    title=_("Sysselsatte etter arbeidssted og næring, 4. kvartal"),
    source="Statistisk sentralbyrå, tabell 13470",
    licence=TERMS,
    vintage="2016–2025",
    files=(
        KeptFile(
            "13470_employed_by_workplace_telemark_2016_2025.csv",
            "ceb1aa5d9f231e396a378140d54ca4d26087096a17a5c4f9c5034c23bceb72f1",
        ),
        KeptFile(
            "13470_employed_norway_2021_2022.csv",
            "79e60a3508843cdab2bfdfc6cc97585eb2437e1f241957cedbb983ff6ac3fe59",
        ),
    ),
    shape="industry",
    measures=(Measure("employed_persons", _("sysselsatte"), _("personer")),),
    regions=_("17 kommuner i Telemark i grensene fra 2024, og hele landet"),
    years=tuple(range(2016, 2026)),
    used_for=_("Næringsstruktur og vekst for kommuner i Telemark."),
    traps=(
        _("Hele landet finnes bare for 2021 og 2022."),
        _("Næringen «Uoppgitt» er med."),
        _("Tabellen har navn på kommunene, ikke nummer. Numrene er slått opp i Klass."),
    ),
)

POPULATION = SourceTable(
    id="ssb/07459",
    title=_("Folkemengde 1. januar etter kommune og alder"),
    source="Statistisk sentralbyrå, tabell 07459, ordnet av Folkehelseinstituttet (csdata)",
    licence=f"{TERMS}; csdata: MIT",
    vintage="2005–2026",
    files=(
        KeptFile(
            "07459_population_municipalities_2005_2026.csv.gz",
            "b789fde9fb968524114aa541ea9a086ccd69db9230a79e2ac150ad2e8cb9515d",
        ),
    ),
    shape="population",
    measures=(Measure("population", _("innbyggere"), _("personer")),),
    regions=_("357 kommuner, i grensene fra 2024"),
    years=tuple(range(2005, 2027)),
    used_for=_("Folketall over tid."),
    traps=(
        _("Alle år er regnet om til grensene fra 2024: Drammen har med Nedre Eiker og Svelvik."),
        _("Der en kommune er delt, er tallene fra før delingen et anslag."),
        _("1160 Vindafjord og 1576 Aure mangler i 2005."),
    ),
)

COMMUTING = SourceTable(
    id="ssb/11616",
    title=_("Sysselsatte, innpendlere og utpendlere etter kommune"),
    source="Statistisk sentralbyrå, tabell 11616",
    licence=TERMS,
    vintage="2021 og 2023",
    files=(
        KeptFile(
            "11616_commuting_vestfold_telemark_2021.csv",
            "53a33be3c0386df6409df2ec67b02bd9a3da9fae40bc7514e210aedffb6c8016",
        ),
        KeptFile(
            "11616_commuting_seven_municipalities_2023.csv",
            "97fc0dc5adb2bad172f8e8a6911f651d08121fd3d3e6d76264e89529fa1c7bec",
        ),
    ),
    shape="commuting",
    measures=(Measure("employed_persons", _("sysselsatte"), _("personer")),),
    regions=_("23 kommuner i Vestfold og Telemark (2021) og sju på Østlandet (2023)"),
    years=(2021, 2023),
    used_for=_("Pendling og egendekning av arbeidsplasser."),
    traps=(
        _("Bare summer: hvor pendlerne kommer fra og reiser til, er ikke med."),
        _("Tallene gjelder kommunegrensene fra 2020 til 2023."),
    ),
)

TABLES = (REGIONAL_ACCOUNTS, EMPLOYED, POPULATION, COMMUTING)
TABLE: Mapping[str, SourceTable] = MappingProxyType({each.id: each for each in TABLES})


class UnknownTable(BadInput):
    """No table of this name comes with Temaplan."""

    code = "unknown_table"


def table(table_id: str) -> SourceTable:
    """Return the descriptor of a table. Raises `UnknownTable`."""
    if table_id not in TABLE:
        known = ", ".join(TABLE)
        raise UnknownTable(f"Tabellen «{table_id}» følger ikke med. Velg mellom {known}.")
    return TABLE[table_id]
