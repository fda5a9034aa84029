"""How rare a mix of industries does a region have, and how rare a company does an industry keep?

Formula: M says which industries each region has (location quotient against the sum of the
regions ≥ `presence`), D and U its row and column sums. ECI is the second eigenvector of
D⁻¹ M U⁻¹ Mᵀ, PCI that of U⁻¹ Mᵀ D⁻¹ M. Both come from one pair of singular vectors of
D^-½ M U^-½, so they share one sign: the one that makes ECI follow diversity. Each is
standardised with its own mean and its own population standard deviation.

Source: Hidalgo & Hausmann (2009), PNAS 106(26), 10570-10575; as eigenvectors: Mealy,
Farmer & Teytelboym (2019), Science Advances 5(1), eaau1705.

Edge rules: a region with no industry, or an industry in no region, has null and does not
disturb the rest. Refused for a period when the network falls apart in pieces that share
no industry (the answer would only say which piece one is in), and when the second and the
third eigenvalue are so close that the direction between them is chance.

Not for: a handful of regions. With four municipalities it says little more than who is
large. `corr_eci_diversity` in the diagnostics tells how much more than diversity it is.
"""

from dataclasses import dataclass
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.frames import Coded, build
from temaplan.analysis.regional.panel import Columns, Panel, panel_of
from temaplan.analysis.regional.presence import presences
from temaplan.analysis.regional.singular import leading_eigenpairs

_PAIRS = 3
_CLOSE = 1e-6
_FEWEST = 3


@dataclass(frozen=True)
class Complexity:
    """Tables of the same kind as the input: `regions`, `industries`, `diagnostics`."""

    regions: Any  # region, period, diversity, eci
    industries: Any  # industry, period, ubiquity, pci
    diagnostics: Any  # period, lambda2, lambda3, corr_eci_diversity


@dataclass(frozen=True)
class PeriodComplexity:
    """The answer for one period as dense arrays; NaN for units that have nothing."""

    eci: FloatArray
    pci: FloatArray
    diversity: FloatArray
    ubiquity: FloatArray
    lambda2: float
    lambda3: float
    correlation: float


def complexity(data: Any, *, presence: float = 1.0, **columns: Unpack[Columns]) -> Complexity:
    """Return economic and product complexity for every period.

    Raises `BadTable`, and `BadQuestion` for a period whose network gives no answer.
    """
    panel = panel_of(data, **columns)
    found = [
        complexity_of(presences(values, presence), period)
        for period, values in zip(panel.periods, panel.values, strict=True)
    ]
    return Complexity(
        regions=_units(panel, "region", found, "diversity", "eci"),
        industries=_units(panel, "industry", found, "ubiquity", "pci"),
        diagnostics=build(
            {
                "period": Coded(np.arange(len(found)), panel.periods),
                "lambda2": np.array([each.lambda2 for each in found]),
                "lambda3": np.array([each.lambda3 for each in found]),
                "corr_eci_diversity": np.array([each.correlation for each in found]),
            },
            panel.backend,
        ),
    )


def complexity_of(present: BoolArray, period: object) -> PeriodComplexity:
    """Return the complexity of one period from its presences, shape (regions, industries)."""
    kept_regions, kept_industries = present.any(axis=1), present.any(axis=0)
    inside = present[np.ix_(kept_regions, kept_industries)].astype(np.float64)
    if min(inside.shape) < _FEWEST:
        raise BadQuestion(
            f"Perioden {period} har {inside.shape[0]} regioner og {inside.shape[1]} næringer "
            f"med noe i. Kompleksitet krever minst {_FEWEST} av hver.",
            code="too_small",
        )
    diversity, ubiquity = inside.sum(axis=1), inside.sum(axis=0)
    values, of_regions, of_industries = _pairs(inside, diversity, ubiquity)
    _refuse_without_answer(values, period)
    eci, pci = of_regions / np.sqrt(diversity), of_industries / np.sqrt(ubiquity)
    correlation = float(np.corrcoef(eci, diversity)[0, 1]) if diversity.std() > 0 else 0.0
    sign = -1.0 if correlation < 0 else 1.0
    return PeriodComplexity(
        eci=_spread(_standardised(sign * eci), kept_regions),
        pci=_spread(_standardised(sign * pci), kept_industries),
        diversity=present.sum(axis=1).astype(np.float64),
        ubiquity=present.sum(axis=0).astype(np.float64),
        lambda2=float(values[1]),
        lambda3=float(values[2]),
        correlation=abs(correlation),
    )


def _pairs(
    inside: FloatArray, diversity: FloatArray, ubiquity: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the three largest eigenvalues and the second pair of singular vectors."""
    scaled = inside * (1 / np.sqrt(diversity))[:, None]
    scaled *= 1 / np.sqrt(ubiquity)
    if scaled.shape[0] <= scaled.shape[1]:
        values, vectors = leading_eigenpairs(scaled @ scaled.T, _PAIRS)
        left = vectors[:, 1]
        return values, left, scaled.T @ left
    values, vectors = leading_eigenpairs(scaled.T @ scaled, _PAIRS)
    right = vectors[:, 1]
    return values, scaled @ right, right


def _refuse_without_answer(values: FloatArray, period: object) -> None:
    if values[1] > 1 - _CLOSE:
        raise BadQuestion(
            f"Perioden {period}: nettverket henger ikke sammen. Noen regioner deler ingen næring "
            "med resten. Ta dem ut, eller bruk grovere næringer.",
            code="disconnected",
        )
    if values[1] - values[2] < _CLOSE:
        raise BadQuestion(
            f"Perioden {period}: den andre og tredje egenverdien er like ({values[1]:.6f}). "
            "Retningen mellom dem er tilfeldig, så kompleksitet har ikke noe svar her.",
            code="no_gap",
        )


def _standardised(values: FloatArray) -> FloatArray:
    result: FloatArray = (values - values.mean()) / values.std()
    return result


def _spread(values: FloatArray, kept: BoolArray) -> FloatArray:
    whole = np.full(len(kept), np.nan)
    whole[kept] = values
    return whole


def _units(panel: Panel, unit: str, found: list[PeriodComplexity], count: str, measure: str) -> Any:
    labels = panel.regions if unit == "region" else panel.industries
    periods = len(panel.periods)
    return build(
        {
            unit: Coded(np.tile(np.arange(len(labels)), periods), labels),
            "period": Coded(np.repeat(np.arange(periods), len(labels)), panel.periods),
            count: np.concatenate([getattr(each, count) for each in found]),
            measure: np.concatenate([getattr(each, measure) for each in found]),
        },
        panel.backend,
    )
