"""The chapters of the report, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from temaplan.report.chapters import (
    appendix,
    births,
    change,
    commuting,
    employment,
    land,
    outlook,
    population,
    productivity,
    relatedness,
    retail,
    specialisation,
    structure,
    vulnerability,
)
from temaplan.report.language import Said
from temaplan.report.page import Page
from temaplan.report.question import Ground


@dataclass(frozen=True)
class Chapter:
    """A chapter: where links lead, what it is called, and what writes it."""

    anchor: str
    title: Said
    write: Callable[[Page, Ground], None]


CHAPTERS = (
    Chapter("befolkning", Said("Befolkning", "Folketal"), population.write),
    Chapter(
        "arbeidsplasser",
        Said("Arbeidsplasser og egendekning", "Arbeidsplassar og eigendekning"),
        employment.write,
    ),
    Chapter("struktur", Said("Næringsstruktur", "Næringsstruktur"), structure.write),
    Chapter("endring", Said("Endring", "Endring"), change.write),
    Chapter("pendling", Said("Pendling", "Pendling"), commuting.write),
    Chapter(
        "foretak",
        Said("Nye og nedlagte foretak", "Nye og nedlagde føretak"),
        births.write,
    ),
    Chapter("verdiskaping", Said("Produktivitet", "Produktivitet"), productivity.write),
    Chapter(
        "spesialisering",
        Said("Spesialisering og mangfold", "Spesialisering og mangfald"),
        specialisation.write,
    ),
    Chapter("sarbarhet", Said("Sårbarhet", "Sårbarheit"), vulnerability.write),
    Chapter(
        "slektskap",
        Said("Beslektede næringer og vekstmuligheter", "Nærskylde næringar og vekstmoglegheiter"),
        relatedness.write,
    ),
    Chapter("handel", Said("Handel i sentrum", "Handel i sentrum"), retail.write),
    Chapter("areal", Said("Behov for næringsareal", "Behov for næringsareal"), land.write),
    Chapter(
        "framover",
        Said("Tre baner framover", "Tre banar framover"),
        outlook.write,
    ),
    Chapter(
        "vedlegg",
        Said("Definisjoner, kilder og brudd", "Definisjonar, kjelder og brot"),
        appendix.write,
    ),
)
