"""PDF and Word files of documents, made once for each content and kept."""

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import translation

from temaplan.documents.document import PlanDocument
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.overview.documents.links import file_links
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.plan.models import Artefact, Plan

FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
# Enough of the checksum to keep the names of files apart.
NAME_LENGTH = 16


def stored_artefact(
    plan: Plan, code: str, language: str, format: str, content_hash: str
) -> Artefact | None:
    """Return the file of exactly this content, if it has been made and is there."""
    found = _row(plan, code, language, format, content_hash)
    return found if found and found.file.storage.exists(str(found.file.name)) else None


def build_artefact(plan: Plan, code: str, language: str, format: str) -> Artefact:
    """Make the file of a document as the plan is now, unless it is there; store its row.

    May run twice at once: both return the same row.
    """
    with translation.override(language):
        document = BUILDERS[code](read(plan))
        key = (plan, code, language, format, document.sha256)
        return stored_artefact(*key) or _store(plan, document, format)


def rendered(document: PlanDocument, plan: Plan, format: str) -> bytes:
    """Return the bytes of a document as PDF or Word."""
    from temaplan.documents import docx, pdf

    render = {"pdf": pdf.render_pdf, "docx": docx.render_docx}[format]
    return render(document, link=file_links(document, plan))


def _store(plan: Plan, document: PlanDocument, format: str) -> Artefact:
    content = rendered(document, plan, format)
    key = (plan, document.code, document.language, format, document.sha256)
    artefact = _row(*key) or Artefact(
        plan=plan,
        document=document.code,
        language=document.language,
        format=format,
        content_hash=document.sha256,
        refs=list(document.refs),
        as_of=document.as_of,
    )
    artefact.sha256, artefact.size = hashlib.sha256(content).hexdigest(), len(content)
    name = Path(plan.slug) / f"{document.code}-{document.sha256[:NAME_LENGTH]}.{format}"
    artefact.file.save(str(name), ContentFile(content), save=False)
    try:
        with transaction.atomic():
            artefact.save()
    except IntegrityError:  # another worker was first; its file is the same content
        artefact.file.delete(save=False)
        return Artefact.objects.get(**_where(*key))
    return artefact


def _row(plan: Plan, code: str, language: str, format: str, content_hash: str) -> Artefact | None:
    return Artefact.objects.filter(**_where(plan, code, language, format, content_hash)).first()


def _where(
    plan: Plan, code: str, language: str, format: str, content_hash: str
) -> dict[str, object]:
    return {
        "plan": plan,
        "document": code,
        "language": language,
        "format": format,
        "content_hash": content_hash,
    }
