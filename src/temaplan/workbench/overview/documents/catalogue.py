"""Every page that is built from a plan and stored: its front page, its documents, its trace."""

from collections.abc import Callable, Mapping
from typing import Any

from temaplan.documents.document import PlanDocument
from temaplan.workbench.overview.documents.challenges import challenge_document
from temaplan.workbench.overview.documents.document_page import document_page
from temaplan.workbench.overview.documents.front import front_page
from temaplan.workbench.overview.documents.kinds import (
    CHALLENGES,
    DOCUMENT_KINDS,
    STATUS,
    DocumentKind,
    document_coded,
    document_named,
)
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.status import status_document
from temaplan.workbench.overview.documents.trace_page import trace_page
from temaplan.workbench.overview.lacks import lacks_page

__all__ = [
    "BUILDERS",
    "DOCUMENT_KINDS",
    "PAGES",
    "DocumentKind",
    "document_coded",
    "document_named",
]

BUILDERS: Mapping[str, Callable[[Reading], PlanDocument]] = {
    STATUS.code: status_document,
    CHALLENGES.code: challenge_document,
}


def _page_of(code: str) -> Callable[[Reading], dict[str, Any]]:
    return lambda reading: document_page(BUILDERS[code](reading))


PAGES: Mapping[str, Callable[[Reading], dict[str, Any]]] = {
    "front": front_page,
    **{code: _page_of(code) for code in BUILDERS},
    "trace": trace_page,
    "lacks": lacks_page,
}
