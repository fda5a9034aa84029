"""Make the invented figures of Eksempelvik: jobs, population and commuting, from one seed.

    .venv/bin/python tools/eksempelvik.py

The place does not exist, so its figures cannot be fetched. They are drawn around the
facts of the example (first and last year), with an invented reference area, and are
never mixed with those of Statistics Norway. Writes `examples/eksempelvik/evidence/tables/`.
"""

import csv
import hashlib
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "examples" / "eksempelvik" / "evidence" / "tables"
SEED = 2026
FIRST, LAST = 2015, 2025
HERE, COUNTRY = "Eksempelvik", "Landet (oppdiktet)"

Row = tuple[str, str, int, int]


@dataclass(frozen=True)
class Series:
    """One industry or group: its figure in the first and the last year, here and in the country."""

    name: str
    here: tuple[int, int]
    country: tuple[int, int] = (0, 0)


JOBS = (
    Series("Jordbruk, skogbruk og fiske", (310, 240), (79_000, 71_000)),
    Series("Industri", (1805, 1480), (236_000, 229_000)),
    Series("Bygg og anlegg", (735, 790), (214_000, 243_000)),
    Series("Varehandel", (1225, 1060), (368_000, 361_000)),
    Series("Transport og havn", (590, 610), (140_000, 151_000)),
    Series("Overnatting og servering", (315, 330), (89_000, 106_000)),
    Series("IKT og media", (60, 150), (92_000, 131_000)),
    Series("Faglig tjenesteyting", (335, 420), (265_000, 331_000)),
    Series("Offentlig administrasjon", (505, 520), (152_000, 172_000)),
    Series("Undervisning", (725, 760), (211_000, 229_000)),
    Series("Helse og omsorg", (1479, 1790), (531_000, 626_000)),
)
POPULATION = (
    Series("Alle innbyggere", (17_900, 18_400)),
    Series("20–34 år", (3_340, 2_970)),
)
CENTRE_TRADE = (Series("Handel i Vikbyen sentrum", (480, 360)),)
COMMUTING = (
    ("jobs", 8150),
    ("employed_residents", 8900),
    ("in_commuters", 1650),
    ("out_commuters", 2400),
)


def path_between(first: int, last: int, rng: random.Random) -> list[int]:
    """Return a figure for each year: a straight way with small steps aside, true at both ends."""
    years = LAST - FIRST
    values = []
    for step in range(years + 1):
        aside = 0.0 if step in (0, years) else rng.uniform(-0.012, 0.012)
        values.append(round((first + (last - first) * step / years) * (1 + aside)))
    return values


def rows_of(series: tuple[Series, ...], rng: random.Random) -> Iterator[Row]:
    """Return region, group, year and figure for every series."""
    for each in series:
        for region, (first, last) in ((HERE, each.here), (COUNTRY, each.country)):
            if last:
                for step, value in enumerate(path_between(first, last, rng)):
                    yield region, each.name, FIRST + step, value


def as_csv(rows: list[Row]) -> str:
    """Return the table as text in the one order of a plan's folder."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["region", "industry", "period", "value"])
    writer.writerows(sorted(rows, key=lambda row: (row[0], row[1], row[2])))
    return text.getvalue()


def commuting_csv() -> str:
    """Return the one line of commuting totals."""
    names = [name for name, _ in COMMUTING]
    values = [str(value) for _, value in COMMUTING]
    return f"region,period,{','.join(names)}\n{HERE},{LAST},{','.join(values)}\n"


def tables() -> dict[str, str]:
    """Return every invented table by its slug."""
    rng = random.Random(SEED)
    made = {
        slug: as_csv(list(rows_of(series, rng)))
        for slug, series in (
            ("arbeidsplasser", JOBS),
            ("folketall", POPULATION),
            ("handel-i-sentrum", CENTRE_TRADE),
        )
    }
    return made | {"pendling": commuting_csv()}


def main() -> None:
    """Write the tables and print their checksums, which their heads must carry."""
    TABLES.mkdir(parents=True, exist_ok=True)
    for slug, content in tables().items():
        (TABLES / f"{slug}.csv").write_text(content, encoding="utf-8", newline="")
        print(f"{slug}: {hashlib.sha256(content.encode()).hexdigest()}")


if __name__ == "__main__":
    main()
