"""What was odd about tables and taken in all the same, as a part of a page."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from temaplan.workbench.evidence.acceptance import acceptances_in
from temaplan.workbench.evidence.models import DataTable
from temaplan.workbench.evidence.views.words import accepted_words
from temaplan.workbench.evidence.vocabulary import FILE_FINDING
from temaplan.workbench.pages.cells import Block


def accepted_block(tables: Iterable[DataTable | None]) -> Sequence[Block]:
    """Return the block, or nothing when there was nothing odd about any of the tables."""
    found = [
        {
            "kind": str(FILE_FINDING[each.finding].label) if each.finding in FILE_FINDING else "",
            "message": each.message,
            "is_error": each.severity == "error",
            "accepted": accepted_words(each),
            "title": table.title,
        }
        for table in {each.pk: each for each in tables if each is not None}.values()
        for each in acceptances_in(table.accepted)
    ]
    if not found:
        return ()
    context = {"found": found, "several": len({each["title"] for each in found}) > 1}
    heading = _("Godtatt da tallene ble tatt inn")
    return (Block(heading, "evidence/accepted.html", context, anchor="godtatt"),)
