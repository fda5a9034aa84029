"""Questions to the evidence house. What a person may not see is never fetched."""

from temaplan.workbench.evidence.queries.quoting import (
    FigurePart,
    finding_parts,
    finding_text,
)

__all__ = ["FigurePart", "finding_parts", "finding_text"]
