"""The folder of a report: its files, and the checksums that tell whether they are up to date."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import temaplan
from temaplan.cli.language import gettext as _
from temaplan.cli.progress import Progress
from temaplan.documents.document import PlanDocument
from temaplan.documents.links import nowhere
from temaplan.report import Question, make_report
from temaplan.sources.catalogue import TABLES

FIGURES = "figures"
# What the files are made with: another line in any of these may give another report.
MADE_WITH = ("analysis", "documents", "report", "sources", "workbench/overview/documents")
KINDS = {".py", ".typ", ".xml", ".css", ".html"}


@dataclass(frozen=True)
class ReportFolder:
    """A folder with `<code>.<format>`, the figures' numbers, and a file with the checksums."""

    path: Path
    code: str
    kept: str

    def holds(self, question: Question, formats: Sequence[str]) -> bool:
        """Tell whether the files of this very question are there, whole."""
        try:
            kept = json.loads((self.path / self.kept).read_bytes())
            files: Mapping[str, str] = kept["files"]
            wanted = {f"{self.code}.{form}" for form in formats}
            return (
                kept["input"] == _input_sum(question)
                and wanted <= set(files)
                and all(_sum_of(self.path / name) == told for name, told in files.items())
            )
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def write(self, question: Question, formats: Sequence[str], progress: Progress) -> None:
        """Make the report and write its files."""
        progress.step(_("Leser tallene og skriver kapitlene"))
        report = make_report(question)
        self.path.mkdir(parents=True, exist_ok=True)
        files: dict[str, bytes] = {}
        for form in formats:
            name = f"{self.code}.{form}"
            progress.step(_("Bygger {path}").format(path=self.path / name))
            files[name] = _RENDERED[form](report.document)
        progress.step(_("Skriver tallene bak figurene"))
        (self.path / FIGURES).mkdir(exist_ok=True)
        for anchor, text in report.downloads.items():
            files[f"{FIGURES}/{anchor}.csv"] = text.encode()
        for name, content in files.items():
            (self.path / name).write_bytes(content)
        self._keep(question, files)

    def _keep(self, question: Question, files: Mapping[str, bytes]) -> None:
        told = {
            "format": 1,
            "input": _input_sum(question),
            "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        }
        text = json.dumps(told, indent=2, sort_keys=True) + "\n"
        (self.path / self.kept).write_text(text, encoding="utf-8")


def _sum_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _input_sum(question: Question) -> str:
    """Return the checksum of all that a report rests on: question, figures, program."""
    asked: dict[str, Any] = {
        "regions": question.regions,
        "period": question.period,
        "form": question.form,
        "brought": [
            None if table is None else [table.name, {k: list(v) for k, v in table.columns.items()}]
            for table in (question.turnover, question.quotas, question.areas)
        ],
        "tables": [table.sha256 for table in TABLES],
        "program": _program_sum(),
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _program_sum() -> str:
    root = Path(temaplan.__file__).parent
    sums = hashlib.sha256()
    for part in MADE_WITH:
        for path in sorted((root / part).rglob("*")):
            if path.suffix in KINDS:
                sums.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return sums.hexdigest()


def _html(document: PlanDocument) -> bytes:
    from temaplan.workbench.overview.documents.files import standalone_page

    return standalone_page(document, _to_numbers).encode()


def _to_numbers(target: str) -> str:
    """Let the figures on the page lead to the files beside it."""
    anchor = target.removeprefix("csv:")
    return f"{FIGURES}/{anchor}.csv" if anchor != target else ""


def _pdf(document: PlanDocument) -> bytes:
    from temaplan.documents.pdf import render_pdf

    return render_pdf(document, link=nowhere)


def _docx(document: PlanDocument) -> bytes:
    from temaplan.documents.docx import render_docx

    return render_docx(document, link=nowhere)


_RENDERED: Mapping[str, Callable[[PlanDocument], bytes]] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
}
