"""Numbered findings, with every quoted figure taken from its calculation."""

from django.utils.translation import gettext as _

from temaplan.documents.document import Run
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.evidence.queries import finding_parts
from temaplan.workbench.evidence.queries.outdated import is_marked
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.chapters.run_words import outdated_words
from temaplan.workbench.overview.documents.writer import Writer


def write_findings(writer: Writer, entry: Evidence) -> None:
    """Write the findings of a source: the number leads to the trace, each figure to its run."""
    for finding in entry.findings.all():
        label = _("Funn %(number)d") % {"number": finding.number}
        parts = [Run(part.text, href=part.run_ref) for part in finding_parts(finding)]
        if is_marked(finding):
            parts += [Run(" "), outdated_words()]
        writer.say(
            Run(label, href=finding.ref, strong=True), ": ", *parts, anchor=anchor_of(finding)
        )
