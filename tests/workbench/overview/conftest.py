"""A whole small plan, read in from the folder that shows every file of the format."""

from collections.abc import Callable
from pathlib import Path

import pytest

from temaplan.documents.document import Block, Heading, PlanDocument
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.overview.folder.folder import import_folder
from temaplan.workbench.plan.models import Plan

SAMPLE = Path(__file__).parents[2] / "documents" / "exchange" / "sample"


@pytest.fixture
def sample_plan(db: None) -> Plan:
    """The published plan of an invented municipality, read as of 5 February 2026."""
    return fetched(import_folder(SAMPLE).plan.slug)


def fetched(slug: str) -> Plan:
    return Plan.objects.select_related("municipality").get(slug=slug)


@pytest.fixture
def build() -> Callable[[str, str], PlanDocument]:
    """Build a document from the plan as it is stored now."""
    return lambda slug, code: BUILDERS[code](read(fetched(slug)))


@pytest.fixture
def sections() -> Callable[[PlanDocument], dict[str, list[Block]]]:
    """Cut a document at its chapters and sections: anchor → blocks."""

    def cut(document: PlanDocument) -> dict[str, list[Block]]:
        found: dict[str, list[Block]] = {"": []}
        here = ""
        for block in document.blocks:
            if isinstance(block, Heading) and block.level <= 2:
                here = block.anchor
            found.setdefault(here, []).append(block)
        return found

    return cut
