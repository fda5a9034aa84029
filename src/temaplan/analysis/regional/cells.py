"""What a cell is, and what is said about a result: closed lists with their numbers.

Missing is not zero. A cell without a figure holds NaN in the dense arrays, and
its state says why; a cell with a figure never does.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
ByteArray = NDArray[np.uint8]
BoolArray = NDArray[np.bool_]

OBSERVED: Final = 0
ZERO: Final = 1
ROUNDED: Final = 2
SUPPRESSED: Final = 3
MISSING: Final = 4
NOT_APPLICABLE: Final = 5

STATES: Final = ("observed", "zero", "rounded", "suppressed", "missing", "not_applicable")

ENTRY: Final = 1
EXIT: Final = 2
NO_REFERENCE: Final = 4
NO_TOTAL: Final = 8
INCOMPLETE: Final = 16
ESTIMATED: Final = 32

_NOTES: Final = ("entry", "exit", "no_reference", "no_total", "incomplete", "estimated")


def note_text(bits: int) -> str:
    """Return the notes whose bits are set, joined by a comma; nothing for 0."""
    return ",".join(name for bit, name in enumerate(_NOTES) if bits >> bit & 1)


NOTE_TEXTS: Final = tuple(note_text(bits) for bits in range(1 << len(_NOTES)))


def marked(bit: int, where: BoolArray) -> ByteArray:
    """Return the note `bit` for the cells named, nothing for the others."""
    return where.astype(np.uint8) * np.uint8(bit)


def unknown(states: ByteArray) -> BoolArray:
    """Tell which cells have a figure that we do not know."""
    lacking: BoolArray = states >= SUPPRESSED
    if lacking.any():
        lacking &= states <= MISSING
    return lacking
