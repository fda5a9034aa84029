"""What stands before the chapters: what the report is, what it found, what it could not."""

from collections.abc import Iterator

from temaplan.documents.document import Block, Heading, Inline, Listing, Paragraph, Run
from temaplan.report.language import Said, first_up, years
from temaplan.report.page import Page
from temaplan.report.question import Ground
from temaplan.report.yardstick import yardstick


def opening(page: Page, ground: Ground) -> list[Block]:
    """Return the blocks before the first chapter, from what the chapters found."""
    form = page.form
    return [
        Paragraph((Run(_lead(ground).in_form(form)),), "lead"),
        *(Paragraph((Run(told.in_form(form)),)) for told in ground.chosen.borders),
        Heading(1, "", Said("Det viktigste", "Det viktigaste").in_form(form), "viktigst"),
        Listing(tuple(_findings(page))),
        *_unanswered(page),
        Heading(1, "", Said("Innhold", "Innhald").in_form(form), "innhold"),
        Listing(tuple(_contents(page))),
    ]


def _lead(ground: Ground) -> Said:
    stress = f", med vekt på {years(ground.base, ground.end)}" if ground.jobs else ""
    told = Said(
        f"Denne rapporten viser næringsstrukturen i {ground.names}{stress}. Tallene "
        "er åpne tall fra Statistisk sentralbyrå. Titlene sier hva figurene viser. Hva tallene "
        "betyr for planen, må leserne svare på.",
        f"Denne rapporten viser næringsstrukturen i {ground.names}{stress}. Tala er "
        "opne tal frå Statistisk sentralbyrå. Titlane seier kva figurane viser. Kva tala tyder for "
        "planen, må lesarane svare på.",
    )
    if ground.jobs is None:
        return told
    against = first_up(yardstick(ground.jobs, ground.base, ground.end).name)
    around = ground.jobs.around
    also = f" og {around.name}" if around and around.name != against else ""
    together = len(ground.chosen.areas) > 1
    group = Said(
        f" {first_up(ground.areas_word.nb)} samlet kalles området." if together else "",
        f" {first_up(ground.areas_word.nn)} samla blir kalla området." if together else "",
    )
    return Said(
        f"{told.nb}{group.nb} Det sammenlignes med {against.lower()}{also}."
        if against == "Landet"
        else f"{told.nb}{group.nb} Det sammenlignes med {against}.",
        f"{told.nn}{group.nn} Det blir samanlikna med {against.lower()}{also}."
        if against == "Landet"
        else f"{told.nn}{group.nn} Det blir samanlikna med {against}.",
    )


def _contents(page: Page) -> Iterator[Inline]:
    for block in page.blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield (Run(f"{block.number} {block.text}", href=f"#{block.anchor}"),)


def _findings(page: Page) -> Iterator[Inline]:
    """Return the first finding of every section, with a link to its figure."""
    seen: set[str] = set()
    for found in page.findings:
        if found.chapter not in seen:
            seen.add(found.chapter)
            yield (Run(found.title, href=f"#{found.anchor}"),)


def _unanswered(page: Page) -> Iterator[Block]:
    if not page.unanswered:
        return
    first = {each.anchor: each for each in reversed(page.unanswered)}
    kept = [each for each in page.unanswered if first[each.anchor] is each]
    heading = Said("Det tallene ikke svarer på", "Det tala ikkje svarer på").in_form(page.form)
    yield Heading(1, "", heading, "ubesvart")
    yield Listing(
        tuple((Run(each.title, href=f"#{each.anchor}"), Run(f": {each.reason}")) for each in kept)
    )
