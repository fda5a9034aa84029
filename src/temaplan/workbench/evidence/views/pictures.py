"""The chart of a calculation as a file, when the worker has drawn it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.charting import picture_of
from temaplan.workbench.evidence.models import AnalysisRun
from temaplan.workbench.evidence.queries.runs import run_for
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability

PICTURES = {"png": "image/png", "svg": "image/svg+xml"}


@on_plan(Capability.SEE)
def run_picture(request: HttpRequest, access: Access, slug: str, format: str) -> HttpResponse:
    """Give the chart of a calculation as a picture."""
    return picture_file(run_for(access, slug), access, format)


def picture_file(row: AnalysisRun, access: Access, format: str) -> HttpResponse:
    """Send the drawing as it is now, or say that there is none."""
    image = picture_of(row, access.municipality) if row.chart and format in PICTURES else None
    if image is None:
        raise Http404(_("Figuren er ikke tegnet. Prøv igjen om litt, eller last ned tallene."))
    content = bytes(image.picture) if format == "png" else image.wide.encode()
    response = HttpResponse(content, content_type=PICTURES[format])
    name = f"{access.plan.slug}-{row.slug}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
