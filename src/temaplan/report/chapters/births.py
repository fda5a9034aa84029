"""Firms that are born and firms that close."""

from temaplan.report.language import Said
from temaplan.report.page import Page
from temaplan.report.question import Ground


def write(page: Page, ground: Ground) -> None:
    """Say why there are no figures, and what would bring them."""
    page.cannot_answer(
        Said(
            "Ingen av tabellene som følger med, teller nye og nedlagte foretak. Endringen i "
            "sysselsatte sier ikke om den kom av nye bedrifter eller av vekst i de gamle.",
            "Ingen av tabellane som følgjer med, tel nye og nedlagde føretak. Endringa i "
            "sysselsette seier ikkje om ho kom av nye bedrifter eller av vekst i dei gamle.",
        ),
        Said(
            "Statistisk sentralbyrås statistikk over nye og nedlagte foretak etter kommune og "
            "næring, sammen med bestanden av foretak, fyller hullet. Metoden firm_births i "
            "«temaplan analyse» gir da fødselsrate med usikkerhet, også justert for næringer.",
            "Statistikken til Statistisk sentralbyrå over nye og nedlagde føretak etter kommune og "
            "næring, saman med talet på føretak, fyller holet. Metoden firm_births i «temaplan "
            "analyse» gir då fødselsrate med uvisse, også justert for næringar.",
        ),
    )
