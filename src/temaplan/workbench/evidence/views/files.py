"""Files that belong to the plan, given out to those who may read them."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from temaplan.workbench.evidence.queries.runs import file_for
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.doors import on_plan
from temaplan.workbench.plan.vocabulary import Capability


@on_plan(Capability.SEE)
@require_safe
def attachment(request: HttpRequest, access: Access, slug: str) -> FileResponse:
    """Give a file as it came, to be saved and never shown or run by the browser."""
    file = file_for(access, slug)
    response = FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
