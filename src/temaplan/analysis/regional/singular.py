"""The leading singular pairs of a tall or wide matrix of presences, without the whole spectrum.

Block power iteration with Rayleigh-Ritz: a dozen columns are multiplied by the smaller
of the two Gram matrices until the pairs that are asked for stand still. The start is
fixed, so the same matrix gives the same answer every time.
"""

import numpy as np

from temaplan.analysis.regional.cells import FloatArray

_BLOCK = 12
_ROUNDS = 400
_STILL = 1e-13
_SMALL = 400  # below this the whole spectrum costs less than iterating


def leading_eigenpairs(gram: FloatArray, wanted: int) -> tuple[FloatArray, FloatArray]:
    """Return the largest eigenvalues of a symmetric matrix with non-negative ones, and vectors.

    Values fall; vectors stand in columns. A matrix that iteration cannot settle is
    solved whole.
    """
    size = len(gram)
    if size <= _SMALL:
        return _whole(gram, wanted)
    block = np.linalg.qr(_start(size, min(_BLOCK, size)))[0]
    before = np.zeros(wanted)
    for _ in range(_ROUNDS):
        block = np.linalg.qr(gram @ (gram @ block))[0]
        values, turn = np.linalg.eigh(block.T @ gram @ block)
        found = values[::-1][:wanted]
        block = block @ turn[:, ::-1]
        if _has_settled(gram, block[:, :wanted], found, before):
            return found, block[:, :wanted]
        before = found
    return _whole(gram, wanted)


def _has_settled(
    gram: FloatArray, vectors: FloatArray, values: FloatArray, before: FloatArray
) -> bool:
    if np.abs(values - before).max() > _STILL:
        return False
    rest = gram @ vectors - vectors * values
    return bool(np.abs(rest).max() < np.sqrt(_STILL) * 1e-2)


def _whole(gram: FloatArray, wanted: int) -> tuple[FloatArray, FloatArray]:
    values, vectors = np.linalg.eigh(gram)
    return values[::-1][:wanted], vectors[:, ::-1][:, :wanted]


def _start(size: int, columns: int) -> FloatArray:
    """Return fixed columns that lean on no direction."""
    return np.random.default_rng(1).standard_normal((size, columns))
