"""What hangs on a row: documents that show it, and other rows that rest on it."""

from typing import Any

from temaplan.workbench.plan.queries.documents import document_showing
from temaplan.workbench.plan.trace import links


def stands_in_a_document(row: Any) -> bool:
    """Tell whether the row stands in a document that somebody has fetched as a file."""
    return bool(document_showing(row))


def something_rests_on(row: Any) -> bool:
    """Tell whether any row of the chain rests on this one, seen by the visitor or not."""
    return any(link.results_of(row).exists() for link in links() if link.target is type(row))
