"""Numbered findings, with every quoted figure taken from its calculation."""

from django.utils.translation import gettext as _

from temaplan.documents.document import Run
from temaplan.workbench.evidence.models import Evidence
from temaplan.workbench.overview.documents.anchors import anchor_of
from temaplan.workbench.overview.documents.writer import Writer


def write_findings(writer: Writer, entry: Evidence) -> None:
    """Write the findings of a source, each with its number as the link to the trace."""
    from temaplan.workbench.evidence.queries import finding_text

    for finding in entry.findings.all():
        label = _("Funn %(number)d") % {"number": finding.number}
        writer.say(
            Run(label, href=finding.ref, strong=True),
            f": {finding_text(finding)}",
            anchor=anchor_of(finding),
        )
