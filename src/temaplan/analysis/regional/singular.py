"""The leading eigenpairs of a symmetric matrix, without the whole spectrum.

Subspace iteration with Rayleigh-Ritz: a few columns are multiplied by a polynomial of the
matrix until the pairs that are asked for stand still. The polynomial is Chebyshev's, which
is small on the eigenvalues that are not wanted and grows fast above them. The start is
fixed, so the same matrix gives the same answer every time. The error of a value is the
square of its vector's, so the last pair, whose value alone is used, may be found more roughly.

Source: Zhou, Saad, Tiago & Chelikowsky (2006), Journal of Computational Physics 219, 172-184.
"""

from functools import lru_cache
from typing import Final

import numpy as np

from temaplan.analysis.regional.cells import FloatArray

_BLOCK: Final = 6
_DEGREE: Final = 5
_ROUNDS: Final = 60
_STILL: Final = 1e-11
_ROUGH: Final = 1e-6
_LEAST_CUT: Final = 1e-6  # eigenvalues below are as good as 0
_SMALL: Final = 48  # below this the whole spectrum costs less than iterating


def leading_eigenpairs(gram: FloatArray, wanted: int) -> tuple[FloatArray, FloatArray]:
    """Return the largest eigenvalues of a symmetric matrix with non-negative ones, and vectors.

    Values fall; vectors stand in columns. A matrix that iteration cannot settle is
    solved whole.
    """
    if len(gram) <= _SMALL:
        return _whole(gram, wanted)
    enough = np.full(wanted, _STILL)
    enough[-1] = _ROUGH
    block = gram @ (gram @ _start(len(gram)))
    for _ in range(_ROUNDS):
        block = np.linalg.qr(block)[0]
        image = gram @ block
        values, turn = np.linalg.eigh(block.T @ image)
        block, image = block @ turn[:, ::-1], image @ turn[:, ::-1]
        found, vectors = values[::-1][:wanted], block[:, :wanted]
        rest = np.abs(image[:, :wanted] - vectors * found).max(axis=0)
        if (rest < enough).all():
            return found, vectors
        block = _filtered(gram, block, image, cut=max(float(values[0]), _LEAST_CUT))
    return _whole(gram, wanted)


def _filtered(gram: FloatArray, block: FloatArray, image: FloatArray, *, cut: float) -> FloatArray:
    """Apply Chebyshev's polynomial of 2·gram/cut − 1: at most 1 on eigenvalues from 0 to the cut.

    Each column is scaled by itself, for it belongs to an eigenvalue of its own.
    """
    before, now = block, image * (2 / cut) - block
    for _ in range(_DEGREE - 1):
        before, now = now, (gram @ now) * (4 / cut) - 2 * now - before
    now /= np.abs(now).max(axis=0)
    return now


def _whole(gram: FloatArray, wanted: int) -> tuple[FloatArray, FloatArray]:
    values, vectors = np.linalg.eigh(gram)
    return values[::-1][:wanted], vectors[:, ::-1][:, :wanted]


@lru_cache(maxsize=8)
def _start(size: int) -> FloatArray:
    """Return fixed columns that lean on no direction."""
    return np.random.default_rng(1).standard_normal((size, _BLOCK))
