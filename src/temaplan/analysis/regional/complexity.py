"""How rare a mix of industries does a region have, and how rare a company does an industry keep?

Formula: M says which industries each region has (location quotient against the sum of the
regions ≥ `presence`), D and U its row and column sums. ECI is the second eigenvector of
D⁻¹ M U⁻¹ Mᵀ, PCI that of U⁻¹ Mᵀ D⁻¹ M. Both come from one pair of singular vectors of
D^-½ M U^-½, so they share one sign: the one that makes ECI follow diversity. Where it has
nothing to do with diversity, PCI follows rarity, or else the longer tail is the high one.
Each is standardised with its own mean and its own population standard deviation.

Source: Hidalgo & Hausmann (2009), PNAS 106(26), 10570-10575; as eigenvectors: Mealy,
Farmer & Teytelboym (2019), Science Advances 5(1), eaau1705.

Edge rules: a region with no industry, or an industry in no region, has null and does not
disturb the rest. Refused for a period when the network falls apart in pieces that share
no industry (the answer would only say which piece one is in), and when the second and the
third eigenvalue are so close that the direction between them is chance, or nothing tells one
end of it from the other.

Not for: a handful of regions. With four municipalities it says little more than who is
large. `corr_eci_diversity` in the diagnostics tells how much more than diversity it is.
"""

from dataclasses import dataclass
from typing import Any, Unpack

import numpy as np

from temaplan.analysis.regional.cells import BoolArray, FloatArray
from temaplan.analysis.regional.errors import BadQuestion
from temaplan.analysis.regional.panel import Columns
from temaplan.analysis.regional.presence import check_mark, network_of, presences
from temaplan.analysis.regional.results import industry_table, period_table, region_table
from temaplan.analysis.regional.singular import leading_eigenpairs

_PAIRS = 3
_CLOSE = 1e-6
_FEWEST = 3
_NOTHING = 1e-9  # a correlation below is chance of the arithmetic


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


def complexity(
    data: Any, *, presence: float = 1.0, as_panel: bool = False, **columns: Unpack[Columns]
) -> Complexity:
    """Return economic and product complexity for every period.

    Raises `BadTable`, and `BadQuestion` for a period whose network gives no answer.
    """
    mark = check_mark(presence, "presence")
    panel = network_of(data, **columns)
    found = [
        complexity_of(presences(values, mark), period)
        for period, values in zip(panel.periods, panel.values, strict=True)
    ]

    def stacked(*names: str) -> dict[str, Any]:
        return {name: np.stack([getattr(each, name) for each in found]) for name in names}

    by_period = {
        "lambda2": np.array([each.lambda2 for each in found]),
        "lambda3": np.array([each.lambda3 for each in found]),
        "corr_eci_diversity": np.array([each.correlation for each in found]),
    }
    return Complexity(
        regions=region_table(panel, stacked("diversity", "eci"), as_panel=as_panel),
        industries=industry_table(panel, stacked("ubiquity", "pci"), as_panel=as_panel),
        diagnostics=period_table(panel, by_period, as_panel=as_panel),
    )


def complexity_of(present: BoolArray, period: object) -> PeriodComplexity:
    """Return the complexity of one period from its presences, shape (regions, industries)."""
    diversity, ubiquity = (_counted(present, axis) for axis in (1, 0))
    sizes = np.count_nonzero(diversity), np.count_nonzero(ubiquity)
    if min(sizes) < _FEWEST:
        raise BadQuestion(
            f"Perioden {period} har {sizes[0]} regioner og {sizes[1]} næringer "
            f"med noe i. Kompleksitet krever minst {_FEWEST} av hver.",
            code="too_small",
        )
    values, of_regions, of_industries = _pairs(present, diversity, ubiquity)
    _refuse_without_answer(values, period)
    eci, pci = of_regions * _root(diversity), of_industries * _root(ubiquity)
    eci[diversity == 0] = pci[ubiquity == 0] = np.nan
    eci, pci = _standardised(eci), _standardised(pci)
    correlation = _correlation(eci, diversity)
    grounds = correlation, -_correlation(pci, ubiquity), _lean(eci), _lean(pci)
    sign = _sign(grounds, period)
    return PeriodComplexity(
        eci=sign * eci,
        pci=sign * pci,
        diversity=diversity,
        ubiquity=ubiquity,
        lambda2=float(values[1]),
        lambda3=float(values[2]),
        correlation=abs(correlation),
    )


def _counted(present: BoolArray, axis: int) -> FloatArray:
    """Count along an axis; whole numbers in single bytes are added up fast."""
    return present.sum(axis=axis, dtype=np.int32).astype(np.float64)


def _root(counts: FloatArray) -> FloatArray:
    """Return 1/√ of counts, 0 for a unit that has nothing: it then touches no other."""
    return np.divide(1.0, np.sqrt(counts), out=np.zeros_like(counts), where=counts > 0)


def _pairs(
    present: BoolArray, diversity: FloatArray, ubiquity: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the three largest eigenvalues and the second pair of singular vectors."""
    scaled = present * _root(ubiquity)
    scaled *= _root(diversity)[:, None]
    if scaled.shape[0] <= scaled.shape[1]:
        values, vectors = leading_eigenpairs(scaled @ scaled.T, _PAIRS)
        left = vectors[:, 1]
        return values, left, scaled.T @ left
    values, vectors = leading_eigenpairs(scaled.T @ scaled, _PAIRS)
    right = vectors[:, 1]
    return values, scaled @ right, right


def _correlation(measure: FloatArray, counts: FloatArray) -> float:
    there = counts > 0
    if counts[there].std() == 0:
        return 0.0
    return float(np.corrcoef(measure[there], counts[there])[0, 1])


def _lean(measure: FloatArray) -> float:
    """Tell to which side a measure has its longer tail."""
    return float(np.nanmean(measure**3))


def _sign(grounds: tuple[float, ...], period: object) -> float:
    """Return the sign by the first of some grounds that tells it; none depends on names."""
    ground = next((each for each in grounds if abs(each) > _NOTHING), None)
    if ground is None:
        raise BadQuestion(
            f"Perioden {period}: nettverket er likt fra begge sider, så ingenting sier hvilken "
            "ende som er sammensatt. Bruk finere næringer eller flere regioner.",
            code="no_sign",
        )
    return -1.0 if ground < 0 else 1.0


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
    """Return distances from the mean in population standard deviations; NaN stays."""
    known = values[~np.isnan(values)]
    result: FloatArray = (values - known.mean()) / known.std()
    return result
