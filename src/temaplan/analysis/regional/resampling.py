"""Years drawn again and again in blocks, so that what happens together stays together."""

import numpy as np
from numpy.typing import NDArray

from temaplan.analysis.regional.cells import FloatArray

BLOCK = 2  # years: long enough for a bad year to be followed by what followed it


def drawn_years(history: int, horizon: int, draws: int, seed: int) -> NDArray[np.int64]:
    """Return positions of years of history, shape (draws, horizon): circular blocks.

    Source: Politis & Romano (1992), in Exploring the Limits of Bootstrap, p. 263-270.
    """
    generator = np.random.default_rng(seed)
    blocks = -(-horizon // BLOCK)
    starts = generator.integers(0, history, size=(draws, blocks))
    years: NDArray[np.int64] = (starts[:, :, None] + np.arange(BLOCK)) % history
    return years.reshape(draws, -1)[:, :horizon]


def paths(log_growth: FloatArray, years: NDArray[np.int64], quantiles: FloatArray) -> FloatArray:
    """Return quantiles of the growth since the start, shape (horizon, quantiles, cells).

    `log_growth` has the shape (history, cells); the same drawn year holds for all cells.
    """
    draws, horizon = years.shape
    counts = np.zeros((draws, len(log_growth)))
    rows = np.arange(draws)
    positions = quantiles * (draws - 1)
    low, high = np.floor(positions).astype(int), np.ceil(positions).astype(int)
    wanted = np.unique(np.concatenate([low, high]))
    found = np.empty((horizon, len(quantiles), log_growth.shape[1]))
    for year in range(horizon):
        counts[rows, years[:, year]] += 1
        grown = np.partition((counts @ log_growth).T, wanted, axis=1)
        between = positions - low
        found[year] = (grown[:, low] * (1 - between) + grown[:, high] * between).T
    return np.exp(found)
