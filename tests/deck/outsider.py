"""Somebody who knows the pages and not the code: opens, fills in, sends, reads."""

import re
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import Any

from django.test import Client
from docx import Document

from temaplan.workbench.overview.documents.artefacts import build_artefact
from temaplan.workbench.plan.models import Plan

_HIDDEN = {"csrfmiddlewaretoken"}


@dataclass(frozen=True)
class Outsider:
    """A person at the workbench of one plan."""

    client: Client
    plan: Plan

    def open(self, path: str, *, status: int = 200) -> Any:
        """Open a page of the plan's workbench."""
        response = self.client.get(self.address(path))
        assert response.status_code == status, f"{path}: {response.status_code}"
        return response

    def address(self, path: str) -> str:
        """Return the whole address of a page of the plan."""
        return path if path.startswith("/") else f"/arbeid/{self.plan.slug}/{path}"

    def send(self, path: str, **values: Any) -> Any:
        """Fill in the form of a page as it stands there, with these values, and send it."""
        form = self.open(path).context["form"]
        filled = {name: _typed(form[name].value()) for name in form.fields}
        kept = {name: value for name, value in {**filled, **values}.items() if value is not None}
        return self.client.post(self.address(path), kept)

    def saves(self, path: str, **values: Any) -> Any:
        """Send a form that is taken; return the page one comes to."""
        response = self.send(path, **values)
        assert response.status_code == 302, _errors(response)
        return self.client.get(response["Location"])

    def refused(self, path: str, **values: Any) -> str:
        """Send a form that is refused; return what the error summary says."""
        response = self.send(path, **values)
        assert response.status_code == 422, response.status_code
        return _errors(response)

    def document(self, name: str) -> str:
        """Return the article of a document, as it is read in the workbench."""
        page = self.open(f"dokumenter/{name}/").content.decode()
        return page.split("<article")[1].split("</article>")[0]

    def word(self, code: str) -> Any:
        """Return a document as Word."""
        artefact = build_artefact(self.plan, code, self.plan.written_language, "docx")
        return Document(BytesIO(artefact.file.read()))


def words_of(html: str) -> str:
    """Return the text of a piece of HTML on one line, no-break blanks as blanks."""
    joined = re.sub(r"</?(?:a|strong|em|span|time|ins|del)\b[^>]*>", "", html)
    text = unescape(re.sub(r"<[^>]+>", " ", joined)).replace("\u00ad", "")
    return re.sub(r"\s+", " ", text).strip()


def words_of_docx(document: Any) -> str:
    """Return the text of a Word document, tables included, on one line."""
    texts = [element.text for element in document.element.body.iter() if element.tag.endswith("}t")]
    return re.sub(r"\s+", " ", " ".join(text or "" for text in texts))


def _typed(value: Any) -> Any:
    return "on" if value is True else None if value in (False, None) else value


def _errors(response: Any) -> str:
    found = re.search(r'class="ds-error-summary".*?</div>', response.content.decode(), re.DOTALL)
    return words_of(found[0]) if found else f"status {response.status_code}"
