"""Presence, entry and exit, relatedness, density, complexity and outlook, by hand."""

from typing import Any

import numpy as np
import pytest

from temaplan.analysis.regional import BadQuestion, Panel
from temaplan.analysis.regional.complexity import complexity
from temaplan.analysis.regional.entry_exit import entry_exit
from temaplan.analysis.regional.outlook import outlook
from temaplan.analysis.regional.relatedness import METHODS, relatedness
from temaplan.analysis.regional.relatedness_density import relatedness_density
from temaplan.analysis.regional.singular import leading_eigenpairs

# Presences as in a nested country: the diverse region a has what b and c have, and more.
NESTED = np.array([[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]], dtype=np.float64)


def panel(matrix: Any, *, period: int = 2020) -> Panel:
    values = np.asarray(matrix, dtype=np.float64)[None]
    regions = tuple(f"r{number}" for number in range(values.shape[1]))
    industries = tuple(f"i{number}" for number in range(values.shape[2]))
    return Panel((period,), regions, industries, values, np.zeros(values.shape, dtype=np.uint8))


def long(*rows: tuple[str, str, int, float | None]) -> dict[str, list[Any]]:
    names = ("region", "industry", "period", "value")
    return {name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


# --- entry and exit -----------------------------------------------------------------------

# 2010: A 8 of 10 in x, B 2 of 10: LQ(A,x) = 0.8/0.5 = 1.6, LQ(B,x) = 0.4. 2020: turned round.
TURNED = long(
    ("A", "x", 2010, 8.0), ("A", "y", 2010, 2.0), ("B", "x", 2010, 2.0), ("B", "y", 2010, 8.0),
    ("A", "x", 2020, 2.0), ("A", "y", 2020, 8.0), ("B", "x", 2020, 8.0), ("B", "y", 2020, 2.0),
)  # fmt: skip


def test_entry_is_asked_only_of_what_was_not_there() -> None:
    result = entry_exit(TURNED, base=2010, end=2020)

    assert result["present_base"] == [1.0, 0.0, 0.0, 1.0]
    assert result["entry"] == [None, 1.0, 1.0, None]
    assert result["exit"] == [1.0, None, None, 1.0]


def test_cell_without_a_figure_is_not_at_risk() -> None:
    broken = TURNED | {"value": [None, *TURNED["value"][1:]]}

    result = entry_exit(broken, base=2010, end=2020)

    assert (result["present_base"][0], result["entry"][0], result["exit"][0]) == (None, None, None)


# --- relatedness --------------------------------------------------------------------------


def test_proximity_is_the_smaller_conditional_probability() -> None:
    # Two industries, three regions: x in all three, y in one: shared 1, max count 3.
    figures = [[10.0, 5.0, 5.0], [10.0, 0.0, 5.0], [10.0, 0.0, 5.0]]
    result = relatedness(panel(figures))
    keys = list(zip(result["industry"], result["other"], strict=True))

    values = dict(zip(keys, result["relatedness"], strict=True))

    # Sums: rows 20, 15, 15; columns 30, 5, 15; whole 50. LQ(r0,i0) = .5/.6 < 1, LQ(r1,i0) = 1.11.
    # i0 is in r1, r2; i1 in r0 alone; i2 (.25/.3 < 1; .333/.3 ≥ 1) in r1, r2.
    assert values["i0", "i2"] == 1.0
    assert values["i0", "i1"] == 0.0
    assert values["i1", "i1"] == 1.0


@pytest.mark.parametrize("method", METHODS)
def test_relatedness_is_symmetric_and_does_not_depend_on_the_order(method: Any) -> None:
    rng = np.random.default_rng(3)
    matrix = rng.poisson(4, (12, 6)).astype(float)
    whole = relatedness(panel(matrix), method=method)
    turned = relatedness(panel(matrix[::-1]), method=method)

    square = np.array(whole["relatedness"], dtype=float).reshape(6, 6)

    assert np.allclose(square, square.T, equal_nan=True)
    assert whole["relatedness"] == turned["relatedness"]


def test_association_cosine_and_jaccard_by_hand() -> None:
    from temaplan.analysis.regional.relatedness import relatedness_of

    # Co-occurrences without diagonal: (0,1) 2, (0,2) 1, (1,2) 1; sums 3, 3, 2; whole 8.
    present = np.array([[1, 1, 1], [1, 1, 0]], dtype=bool)

    assert relatedness_of(present, "association")[0, 1] == pytest.approx(2 * 8 / 9, rel=1e-12)
    assert relatedness_of(present, "cosine")[0, 1] == pytest.approx(2 / 3, rel=1e-12)
    assert relatedness_of(present, "jaccard")[0, 1] == pytest.approx(2 / (3 + 3 - 2), rel=1e-12)
    # chance: 3/8·3/5 + 3/8·3/5 = 0.45, times 4
    assert relatedness_of(present, "probability")[0, 1] == pytest.approx(2 / 1.8, rel=1e-12)


def test_unknown_method_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadQuestion, match=r"method=«kosinus» finnes ikke\. Velg mellom proximity"):
        relatedness(panel(NESTED), method="kosinus")  # type: ignore[arg-type]


# --- density ------------------------------------------------------------------------------


def test_density_with_and_without_the_industry_itself() -> None:
    from temaplan.analysis.regional.relatedness import relatedness_of
    from temaplan.analysis.regional.relatedness_density import density_of

    present = np.array([[1, 1, 0], [1, 0, 0], [0, 1, 1]], dtype=bool)
    related = relatedness_of(present, "proximity")
    # Counts 2, 2, 1; φ01 = 1/2, φ02 = 0, φ12 = 1/2, diagonal 1.
    with_self = density_of(present, related, include_self=True)
    without = density_of(present, related, include_self=False)

    assert with_self[1] == pytest.approx([1 / 1.5, 0.5 / 2, 0.0])
    assert without[1] == pytest.approx([0.0, 0.5 / 1, 0.0])
    assert with_self.max() <= 1


def test_density_is_between_0_and_1_on_every_row() -> None:
    rng = np.random.default_rng(5)
    result = relatedness_density(panel(rng.poisson(3, (20, 8)).astype(float)))

    assert all(0 <= value <= 1 for value in result["density"] if value is not None)


# --- complexity ---------------------------------------------------------------------------


def test_complexity_follows_diversity_in_a_nested_country() -> None:
    from temaplan.analysis.regional.complexity import complexity_of

    found = complexity_of(NESTED.astype(bool), 2020)

    assert list(np.argsort(-found.eci)) == [0, 1, 2, 3]
    assert list(np.argsort(-found.pci)) == [3, 2, 1, 0]
    assert found.eci.std() == pytest.approx(1)
    assert found.eci.mean() == pytest.approx(0, abs=1e-12)
    assert found.lambda2 > found.lambda3


def test_complexity_is_the_second_eigenvector_of_the_published_matrix() -> None:
    from temaplan.analysis.regional.complexity import complexity_of

    rng = np.random.default_rng(11)
    present = rng.random((14, 9)) < np.linspace(0.9, 0.25, 14)[:, None]
    found = complexity_of(present, 2020)
    m = present.astype(float)
    published = (m / m.sum(axis=1, keepdims=True)) @ (m / m.sum(axis=0, keepdims=True)).T
    values, vectors = np.linalg.eig(published)
    second = vectors[:, np.argsort(-values.real)[1]].real

    assert abs(np.corrcoef(second, found.eci)[0, 1]) == pytest.approx(1, abs=1e-10)
    assert found.lambda2 == pytest.approx(np.sort(values.real)[-2], rel=1e-10)


def test_region_without_industries_keeps_its_label_and_spoils_nothing() -> None:
    from temaplan.analysis.regional.complexity import complexity_of

    with_empty = np.vstack([NESTED, np.zeros(4)]).astype(bool)
    found = complexity_of(with_empty, 2020)

    assert np.isnan(found.eci[4])
    assert found.eci[:4] == pytest.approx(complexity_of(NESTED.astype(bool), 2020).eci)


def test_network_in_two_pieces_is_refused() -> None:
    from temaplan.analysis.regional.complexity import complexity_of

    pieces = np.kron(np.eye(2), np.ones((2, 2))).astype(bool)

    with pytest.raises(BadQuestion) as refused:
        complexity_of(pieces, 2020)

    assert refused.value.code == "disconnected"
    assert refused.value.message.startswith("Perioden 2020: nettverket henger ikke sammen.")


def test_too_small_a_country_is_refused() -> None:
    with pytest.raises(BadQuestion, match=r"Kompleksitet krever minst 3 av hver"):
        complexity(panel([[1.0, 2.0], [2.0, 1.0]]))


def test_table_comes_back_with_every_region_and_period() -> None:
    rng = np.random.default_rng(2)
    result = complexity(panel(rng.poisson(5, (10, 7)).astype(float)))

    assert len(result.regions["eci"]) == 10
    assert len(result.industries["pci"]) == 7
    assert set(result.diagnostics) == {"period", "lambda2", "lambda3", "corr_eci_diversity"}


@pytest.mark.parametrize("size", [30, 450])
def test_iteration_agrees_with_the_whole_spectrum(size: int) -> None:
    rng = np.random.default_rng(size)
    half = rng.random((size, 2 * size)) < np.linspace(0.9, 0.02, size)[:, None]
    scaled = half / np.sqrt(half.sum(axis=1))[:, None] / np.sqrt(np.maximum(half.sum(axis=0), 1))
    gram = scaled @ scaled.T

    values, vectors = leading_eigenpairs(gram, 3)

    whole = np.linalg.eigvalsh(gram)[::-1][:3]
    assert values == pytest.approx(whole, abs=1e-10)
    assert np.abs(gram @ vectors - vectors * values).max() < 1e-7


# --- outlook ------------------------------------------------------------------------------


def test_outlook_gains_nothing_from_what_is_there() -> None:
    rng = np.random.default_rng(8)
    figures = rng.poisson(6, (12, 6)).astype(float)
    presence = relatedness_density(panel(figures))["present"]

    gain = outlook(panel(figures)).industries["outlook_gain"]

    assert all(value == 0 for value, here in zip(gain, presence, strict=True) if here == 1)


def test_outlook_index_is_the_sum_of_density_times_complexity_of_what_lacks() -> None:
    rng = np.random.default_rng(9)
    figures = panel(rng.poisson(6, (12, 6)).astype(float))
    around = relatedness_density(figures)
    pci = dict(zip(*(complexity(figures).industries[k] for k in ("industry", "pci")), strict=True))
    by_hand: dict[str, float] = {}
    for region, industry, here, density in zip(
        *(around[name] for name in ("region", "industry", "present", "density")), strict=True
    ):
        by_hand[region] = by_hand.get(region, 0.0) + (1 - here) * density * pci[industry]

    result = outlook(figures).regions

    assert result["outlook_index"] == pytest.approx([by_hand[each] for each in result["region"]])


def test_a_network_that_is_alike_from_both_sides_has_no_sign() -> None:
    from temaplan.analysis.regional.complexity import complexity_of

    chain = np.eye(6, dtype=bool) | np.eye(6, k=1, dtype=bool)
    both_ways = np.vstack([chain[:-1], np.eye(6, dtype=bool)[[0, -1]]])

    with pytest.raises(BadQuestion) as refused:
        complexity_of(both_ways, 2020)

    assert refused.value.code == "no_sign"


def test_the_sign_does_not_depend_on_names_where_all_are_equally_diverse() -> None:
    from temaplan.analysis.regional.complexity import complexity_of

    # Two industries in each region, so diversity tells nothing; rarity does.
    pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 5)]
    present = np.zeros((len(pairs), 6), dtype=bool)
    for region, industries in enumerate(pairs):
        present[region, list(industries)] = True

    one, turned = complexity_of(present, 1), complexity_of(present[::-1, ::-1], 1)

    assert turned.eci[::-1] == pytest.approx(one.eci, abs=1e-9)
    assert turned.pci[::-1] == pytest.approx(one.pci, abs=1e-9)
    assert np.corrcoef(one.pci, one.ubiquity)[0, 1] < 0
