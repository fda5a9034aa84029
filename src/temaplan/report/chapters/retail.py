"""Whether people shop here, on a table of turnover that the user brings."""

import math

from temaplan.analysis.regional.retail_coverage import retail_coverage
from temaplan.errors import BadInput
from temaplan.report.areas import COUNTRY
from temaplan.report.drawing import bar, bars
from temaplan.report.grid import ONE, PEOPLE, THREE, TWO, Grid, figures, words
from temaplan.report.language import Said, decimal
from temaplan.report.page import Page
from temaplan.report.question import Brought, Ground
from temaplan.report.source_line import Source
from temaplan.report.titles.levels import HIGH, level_title
from temaplan.sources import municipalities
from temaplan.sources.catalogue import POPULATION
from temaplan.sources.reading import read

COLUMNS = "region period value#"
_KRONER = 1_000_000  # the table is in million kroner, turnover per head in kroner


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    turnover = ground.question.turnover
    if turnover is None:
        _nothing(page)
    else:
        _coverage(page, ground, turnover)
    page.cannot_answer(
        Said(
            "De åpne tallene sier ikke hvor i kommunen det handles. Sentrum og kjøpesentre, "
            "netthandel, hytteeiere og turister kan ikke skilles fra hverandre.",
            "Dei opne tala seier ikkje kvar i kommunen det blir handla. Sentrum og kjøpesenter, "
            "netthandel, hytteeigarar og turistar kan ikkje skiljast frå kvarandre.",
        ),
        Said(
            "Omsetning etter bydel eller en handelsundersøkelse i sentrum fyller hullet.",
            "Omsetning etter bydel eller ei handelsundersøking i sentrum fyller holet.",
        ),
    )


def _nothing(page: Page) -> None:
    page.cannot_answer(
        Said(
            "Ingen av tabellene som følger med, har omsetning i varehandelen. Uten den kan "
            "dekningsgrad og handelslekkasje ikke regnes.",
            "Ingen av tabellane som følgjer med, har omsetning i varehandelen. Utan han kan "
            "dekningsgrad og handelslekkasje ikkje reknast.",
        ),
        Said(
            "En CSV-fil med kolonnene region, period og value (omsetning i millioner kroner), gitt "
            "med --turnover, fyller hullet. Ta med en rad for hele landet med region 0.",
            "Ei CSV-fil med kolonnane region, period og value (omsetning i millionar kroner), gitt "
            "med --turnover, fyller holet. Ta med ei rad for heile landet med region 0.",
        ),
    )


def _coverage(page: Page, ground: Ground, turnover: Brought) -> None:
    columns = turnover.columns
    year = max(int(period) for period in columns["period"])
    rows = [
        (region, int(period), value)
        for region, period, value in zip(
            columns["region"], columns["period"], columns["value"], strict=True
        )
        if int(period) == year
    ]
    population = _population([region for region, _, _ in rows], year)
    reference = COUNTRY if COUNTRY in population else "total"
    answer = retail_coverage(
        {
            "region": [region for region, _, _ in rows],
            "period": [period for _, period, _ in rows],
            "value": [value for _, _, value in rows],
        },
        {
            "region": list(population),
            "period": [year] * len(population),
            "value": list(population.values()),
        },
        reference=reference,
    )
    against = "landet" if reference == COUNTRY else "området i tabellen"
    found = {
        region: figures
        for region, *figures in zip(
            *(answer[name] for name in ("region", "turnover_per_head", "coverage", "leakage")),
            strict=True,
        )
        if region != COUNTRY
    }
    found = {region: found[region] for region, _, _ in rows if region in found}
    named = [
        (municipalities.name_of(region), values[1])
        for region, values in found.items()
        if values[1] is not None
    ]
    named.sort(key=lambda each: -each[1])
    page.figure(
        "dekningsgrad",
        title=level_title(
            Said("Dekningsgraden for varehandel", "Dekningsgraden for varehandel"),
            named,
            decimal,
            year,
            ends=HIGH,
        ),
        reading=Said(
            f"{named[0][0]} omsetter {decimal(named[0][1])} ganger så mye per innbygger som "
            f"{against}. Over 1 handler flere her enn de som bor her, under 1 lekker handel ut.",
            f"{named[0][0]} omset {decimal(named[0][1])} gonger så mykje per innbyggjar som "
            f"{against}. Over 1 handlar fleire her enn dei som bur her, under 1 lek handel ut.",
        ),
        drawing=bars(
            [bar(name, value, stands_out=value >= 1) for name, value in named],
            TWO,
            (1.0, Said(f"1 = som {against}", f"1 = som {against}")),
        ),
        grid=Grid(
            (
                words("Kommune"),
                figures("Innbyggere", "Innbyggjarar"),
                figures("Omsetning per innbygger, kr", "Omsetning per innbyggjar, kr", PEOPLE),
                figures("Dekningsgrad", "Dekningsgrad", THREE),
                figures("Lekkasje, mill. kr", "Lekkasje, mill. kr", ONE),
            ),
            tuple(
                (
                    municipalities.name_of(region),
                    population[region],
                    None if per_head is None else per_head * _KRONER,
                    coverage,
                    leakage,
                )
                for region, (per_head, coverage, leakage) in found.items()
            ),
        ),
        source=Source(
            (POPULATION,),
            ("retail_coverage",),
            Said(
                f"Omsetningen er tall du selv har tatt med. Folketall 1. januar {year}.",
                f"Omsetninga er tal du sjølv har teke med. Folketal 1. januar {year}.",
            ),
            turnover.name,
        ),
    )


def _population(regions: list[str], year: int) -> dict[str, float]:
    statistics = read(POPULATION.id)
    if year not in statistics.periods:
        raise BadInput(
            f"Omsetningen gjelder {year}, men folketallet finnes for {statistics.periods[0]} til "
            f"{statistics.periods[-1]}."
        )
    counts = {row[0]: row[3] for row in statistics.totals if row[2] == year}
    counts[COUNTRY] = math.fsum(counts.values())
    unknown = [region for region in regions if region not in counts]
    if unknown:
        raise BadInput(
            f"Omsetningen har «{unknown[0]}», som ikke er en kommune i grensene fra 2024. Skriv "
            "kommunenummeret, eller 0 for hele landet."
        )
    return {region: counts[region] for region in regions}
