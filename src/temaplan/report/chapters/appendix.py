"""What a reader must know of the figures: definitions, sources, borders, breaks."""

from temaplan.documents.document import Paragraph, Run
from temaplan.report.grid import Grid, words
from temaplan.report.language import Said, day
from temaplan.report.methods import METHODS
from temaplan.report.page import Page
from temaplan.report.question import Ground
from temaplan.report.source_line import Source, method_anchor, source_name

_LETTERS = 12  # of a checksum, enough to compare by eye


def write(page: Page, ground: Ground) -> None:
    """Write the chapter."""
    _methods(page)
    _sources(page)
    _borders(page, ground)
    _marks(page)


def _methods(page: Page) -> None:
    page.section("metoder", Said("Slik er det regnet", "Slik er det rekna"))
    for code in METHODS:
        if code in page.methods:
            method = METHODS[code]
            name = method.name.in_form(page.form)
            page.blocks.append(
                Paragraph(
                    (
                        Run(f"{name[:1].upper()}{name[1:]}. ", strong=True),
                        Run(method.definition.in_form(page.form)),
                    ),
                    anchor=method_anchor(code),
                )
            )


def _sources(page: Page) -> None:
    page.section("kilder", Said("Kilder og vilkår", "Kjelder og vilkår"))
    tables = page.tables
    page.table(
        "kildeliste",
        Said("Tabellene tallene er hentet fra", "Tabellane tala er henta frå"),
        Grid(
            (
                words("Kilde", "Kjelde"),
                words("Utgave", "Utgåve"),
                words("Tatt inn", "Teken inn"),
                words("Vilkår"),
                words("Kontrollsum"),
            ),
            tuple(
                (
                    source_name(table),
                    table.vintage,
                    day(table.retrieved_on),
                    table.licence,
                    table.sha256[:_LETTERS],
                )
                for table in tables.values()
            ),
        ),
        Source(),
    )
    for table in tables.values():
        page.say(Said(f"Om {source_name(table).nb}:", f"Om {source_name(table).nn}:"), kind="body")
        page.listing((Run(page.translate(trap)),) for trap in table.traps)


def _borders(page: Page, ground: Ground) -> None:
    page.section("brudd", Said("Grenser og brudd i seriene", "Grenser og brot i seriane"))
    for told in ground.chosen.borders:
        page.say(told)
    if ground.chosen.level == "county":
        page.say(
            Said(
                "Fylkene har grensene fra før 2020. De er ikke de samme som fylkene i dag med "
                "samme navn.",
                "Fylka har grensene frå før 2020. Dei er ikkje dei same som fylka i dag med same "
                "namn.",
            )
        )
        return
    page.say(
        Said(
            "Sysselsatte og folketall er i grensene fra 2024 for alle år. Der en kommune er delt, "
            "er tallene fra før delingen et anslag. Pendlingstallene har kommunenumrene fra sitt "
            "eget år, og er bare brukt der kommunen er den samme i dag.",
            "Sysselsette og folketal er i grensene frå 2024 for alle år. Der ein kommune er delt, "
            "er tala frå før delinga eit anslag. Pendlingstala har kommunenumra frå sitt eige år, "
            "og er berre brukte der kommunen er den same i dag.",
        )
    )
    page.say(
        Said(
            "Sysselsatte telles i 4. kvartal, folketallet 1. januar, og regnskapstallene er for "
            "hele året. Tallene skal derfor ikke deles på hverandre uten å si det.",
            "Sysselsette blir talde i 4. kvartal, folketalet 1. januar, og rekneskapstala er for "
            "heile året. Tala skal difor ikkje delast på kvarandre utan å seie det.",
        )
    )


def _marks(page: Page) -> None:
    page.section("merking", Said("Slik er tallene merket", "Slik er tala merkte"))
    page.say(
        Said(
            "«Ukjent» betyr at tallet ikke finnes i tabellen, og er ikke null. 0 er et tall. "
            "Anslag er merket i linjen med kilden. Tall i teksten er avrundet, filen bak hver "
            "figur har alle desimaler. Delene summerer til endringen før de blir avrundet.",
            "«Ukjend» tyder at talet ikkje finst i tabellen, og er ikkje null. 0 er eit tal. "
            "Anslag er merkte i linja med kjelda. Tal i teksten er avrunda, fila bak kvar figur "
            "har alle desimalar. Delane summerer til endringa før dei blir avrunda.",
        )
    )
