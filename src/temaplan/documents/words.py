"""The few words that are the furniture of a document, in both written forms.

They are data beside the value and not texts of the workbench, because documents are
also built where no web framework is. `PlanDocument.extra` may say some of them
otherwise.
"""

from collections.abc import Mapping

from temaplan.documents.document import PlanDocument

WORDS: Mapping[str, Mapping[str, str]] = {
    "nb": {
        "language": "nb-NO",
        "figure": "Figur {number}. {title}",
        "show_table": "Vis tabell",
        "download": "Last ned tallene",
        "download_picture": "Last ned figuren (PNG)",
        "method": "Slik er det regnet",
        "table": "Tabell",
        "notes": "Noter",
        "note": "Note {number}",
        "back": "{number}, tilbake til teksten",
        "link_to": "Lenke til «{title}»",
        "page": "Side {page} av {pages}",
        "signs": "Skriften i denne filen mangler noen tegn. De står som □ her, og riktig på "
        "nettsiden og i Word.",
    },
    "nn": {
        "language": "nn-NO",
        "figure": "Figur {number}. {title}",
        "show_table": "Vis tabell",
        "download": "Last ned tala",
        "download_picture": "Last ned figuren (PNG)",
        "method": "Slik er det rekna",
        "table": "Tabell",
        "notes": "Notar",
        "note": "Note {number}",
        "back": "{number}, tilbake til teksten",
        "link_to": "Lenkje til «{title}»",
        "page": "Side {page} av {pages}",
        "signs": "Skrifta i denne fila manglar nokre teikn. Dei står som □ her, og rett på "
        "nettsida og i Word.",
    },
}


def words_of(document: PlanDocument) -> Mapping[str, str]:
    """Return the furniture of a document in its own written form."""
    return {**WORDS[document.language], **document.extra}
