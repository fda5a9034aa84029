"""What areas are measured against: the country where it has figures, else what is around."""

from dataclasses import dataclass

from temaplan.report.areas import COUNTRY
from temaplan.report.jobs import AROUND, GROUP, Jobs
from temaplan.report.language import Said, years


@dataclass(frozen=True)
class Yardstick:
    """The code of a reference, and what it is called in a sentence."""

    code: str
    name: str
    why: Said | None = None  # said where the country would have been better


def yardstick(jobs: Jobs, *wanted: int) -> Yardstick:
    """Return the widest reference that has figures in all of these years."""
    if jobs.has_country(*wanted):
        return Yardstick(COUNTRY, "landet")
    known = sorted(jobs.country_years)
    have = years(known[0], known[-1]) if known else Said("ingen år", "ingen år").nb
    if jobs.around is not None:
        name = jobs.around.name
        return Yardstick(AROUND, name, _why(have, name))
    return Yardstick(GROUP, "området", _why(have, "området samlet", "området samla"))


def _why(have: str, nb: str, nn: str = "") -> Said:
    return Said(
        f"Tabellen har hele landet bare for {have}. Her er det derfor målt mot {nb}.",
        f"Tabellen har heile landet berre for {have}. Her er det difor målt mot {nn or nb}.",
    )
