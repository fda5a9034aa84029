"""PDF and Word files of documents, made once for each content and kept."""

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import translation

from temaplan.documents.document import PlanDocument
from temaplan.workbench.overview.documents.catalogue import BUILDERS
from temaplan.workbench.overview.documents.reading import read
from temaplan.workbench.plan.models import Artefact, Plan

FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def stored_artefact(
    plan: Plan,
    code: str,
    language: str,
    format: str,
    content_hash: str,
) -> Artefact | None:
    """Return the file of exactly this content, if it has been made."""
    return Artefact.objects.filter(
        plan=plan, document=code, language=language, format=format, content_hash=content_hash
    ).first()


def build_artefact(plan: Plan, code: str, language: str, format: str) -> Artefact:
    """Make the file of a document as the plan is now, unless it is there; store its row."""
    with translation.override(language):
        document = BUILDERS[code](read(plan))
        stored = stored_artefact(plan, code, language, format, document.sha256)
        return stored or _store(plan, document, format, _rendered(document, format))


def _rendered(document: PlanDocument, format: str) -> bytes:
    from temaplan.documents import docx, pdf

    return {"pdf": pdf.render_pdf, "docx": docx.render_docx}[format](document)


def _store(plan: Plan, document: PlanDocument, format: str, content: bytes) -> Artefact:
    artefact = Artefact(
        plan=plan,
        document=document.code,
        language=document.language,
        format=format,
        content_hash=document.sha256,
        refs=list(document.refs),
        as_of=document.as_of,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
    )
    name = Path(plan.slug) / f"{document.code}-{document.sha256[:16]}.{format}"
    artefact.file.save(str(name), ContentFile(content), save=False)
    artefact.save(force_insert=True)
    return artefact
