"""Where the targets of a document lead, from its web page and from a file.

Links in a page are relative to it. So a stored page is right below `/nn/` too.
"""

import re
from collections.abc import Callable
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

from temaplan.documents.document import Figure, PlanDocument
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.plan.models import Milestone, Plan, Theme
from temaplan.workbench.plan.trace import traced

# What `documents/html` asks for beside a figure: its figures, and the chart as a picture.
FIGURES_BEHIND = re.compile(r"(csv|png):(.+)")
OTHER_DOCUMENT = "document"
PLAN_FRONT = "../../"

LinkTo = Callable[[str], str]


def page_links(document: PlanDocument) -> LinkTo:
    """Return where targets lead from the web page of the document."""
    runs = {block.anchor: block.method for block in document.blocks if isinstance(block, Figure)}
    in_trace = {kind.kind for kind in traced()}

    def link(target: str) -> str:
        if beside := FIGURES_BEHIND.fullmatch(target):
            run = runs.get(beside[2], "")
            return f"../../data/{_slug(run)}.{beside[1]}" if run else ""
        return _address(target, in_trace)

    return link


def file_links(document: PlanDocument, plan: Plan) -> LinkTo:
    """Return where targets lead from a PDF or Word file: whole addresses."""
    on_page = page_links(document)
    own_form = document.language == plan.written_language
    form = "" if own_form else f"/{document.language}"
    base = f"{settings.BASE_URL}{form}/plan/{plan.slug}/dokument/{document.name}/"

    def link(target: str) -> str:
        relative = on_page(target)
        return urljoin(base, relative) if relative else ""

    return link


# What `page_links` wrote: a row in the trace or on the plan's front page, or figures with or
# without file.
_TO_A_ROW = re.compile(r'href="\.\./\.\./(?:sporing/)?#([a-z_]+)/([\w-]+)"')
_TO_FIGURES = re.compile(r'href="\.\./\.\./data/([\w-]+)(?:/|\.csv|\.png)"')


def to_workbench(body: str, plan: Plan) -> str:
    """Let the links of a document's page lead to the pages where the rows are worked with.

    Their public pages may not be there: a document is read in the workbench before its
    plan is published.
    """

    def row(kind: str, slug: str) -> str:
        return f'href="{reverse("row", args=[plan.slug, kind, slug])}"'

    body = _TO_A_ROW.sub(lambda found: row(found[1], found[2]), body)
    return _TO_FIGURES.sub(lambda found: row(AnalysisRun.record.kind, found[1]), body)


def _address(ref: str, in_trace: set[str]) -> str:
    kind = ref.partition("/")[0]
    if kind == OTHER_DOCUMENT:
        return f"../{_slug(ref)}/"
    if kind == AnalysisRun.record.kind:
        return f"../../data/{_slug(ref)}/"
    if kind in (Milestone.record.kind, Theme.record.kind, Plan.record.kind):
        return PLAN_FRONT if kind == Plan.record.kind else f"{PLAN_FRONT}#{ref}"
    return f"../../sporing/#{ref}" if kind in in_trace else ""


def _slug(ref: str) -> str:
    return ref.partition("/")[2]
