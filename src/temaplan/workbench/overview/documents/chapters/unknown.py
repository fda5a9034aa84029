"""«Det vi ikke vet»: the gaps along the chain, told and never filled."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run
from temaplan.workbench.overview.documents.gaps import Gap
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.writer import CHAPTER, Writer

_TITLE = re.compile("«[^»]+»")


def write_unknown(
    writer: Writer, reading: Reading, chapter: int, title: str, found: Sequence[Gap]
) -> None:
    """Write the chapter; each sentence leads to the thing that it is about."""
    writer.heading(CHAPTER, f"{chapter}", title, "ikke-kjent")
    if not found:
        writer.say(_("Alle opplysninger som planen spør etter, er fylt ut."))
    writer.listing(_linked(gap, reading.plan.ref) for gap in found)


def _linked(gap: Gap, plan_ref: str) -> Inline:
    """Let the title in the sentence be the link; a sentence about the plan has none."""
    title = None if gap.ref == plan_ref else _TITLE.search(gap.sentence)
    if title is None:
        return (Run(gap.sentence),)
    start, end = title.span()
    return (
        Run(gap.sentence[:start]),
        Run(title[0], href=gap.ref),
        Run(gap.sentence[end:]),
    )
