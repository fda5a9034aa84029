"""The leading eigenpairs of a symmetric matrix, without the whole spectrum.

Block power iteration with Rayleigh-Ritz: a few columns are multiplied by the matrix
until the pairs that are asked for stand still. The start is fixed, so the same matrix
gives the same answer every time. The error of a value is the square of its vector's, so
the last pair, whose value alone is used, may be found more roughly.
"""

import numpy as np

from temaplan.analysis.regional.cells import FloatArray

_BLOCK = 10
_ROUNDS = 200
_STILL = 1e-11
_ROUGH = 3e-8
_SMALL = 48  # below this the whole spectrum costs less than iterating


def leading_eigenpairs(gram: FloatArray, wanted: int) -> tuple[FloatArray, FloatArray]:
    """Return the largest eigenvalues of a symmetric matrix with non-negative ones, and vectors.

    Values fall; vectors stand in columns. A matrix that iteration cannot settle is
    solved whole.
    """
    if len(gram) <= _SMALL:
        return _whole(gram, wanted)
    enough = np.full(wanted, _STILL)
    enough[-1] = _ROUGH
    block = _start(len(gram))
    for _ in range(_ROUNDS):
        block = np.linalg.qr(block)[0]
        image = gram @ block
        values, turn = np.linalg.eigh(block.T @ image)
        found, turn = values[::-1][:wanted], turn[:, ::-1]
        vectors, image = (block @ turn)[:, :wanted], image @ turn
        rest = np.abs(image[:, :wanted] - vectors * found).max(axis=0)
        if (rest < enough).all():
            return found, vectors
        block = gram @ (gram @ image)
    return _whole(gram, wanted)


def _whole(gram: FloatArray, wanted: int) -> tuple[FloatArray, FloatArray]:
    values, vectors = np.linalg.eigh(gram)
    return values[::-1][:wanted], vectors[:, ::-1][:, :wanted]


def _start(size: int) -> FloatArray:
    """Return fixed columns that lean on no direction."""
    return np.random.default_rng(1).standard_normal((size, _BLOCK))
