"""Typst, with our font and no other, fed with data and never with markup.

Only worker and command line come here: the library takes some 60 MB of memory.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typst

from temaplan.documents.lettering import FONTS

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATES = Path(__file__).parent / "templates"
# For pictures: 96 units of a drawing are an inch, so this doubles them.
PIXELS_PER_INCH = 192


def typeset(
    template: str,
    *,
    data: dict[str, str],
    form: Literal["pdf", "png"],
    standards: "Sequence[PDFStandard]" = (),
    timestamp: int = 0,
) -> bytes:
    """Return a template filled with data, as one file.

    The same data and timestamp give the same bytes.
    """
    made = _compiler(template).compile(
        format=form,
        ppi=PIXELS_PER_INCH,
        sys_inputs=data,
        pdf_standards=list(standards),
        timestamp=timestamp,
    )
    assert isinstance(made, bytes), "a picture is one page, a PDF one file"
    return made


@cache
def _compiler(template: str) -> "typst.Compiler":
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(str(TEMPLATES / template), root=str(TEMPLATES), font_paths=fonts)
