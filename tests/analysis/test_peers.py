"""The page that sets our answers beside other packages' is true, and explains each difference."""

import importlib.util
from typing import Any

import numpy as np
import pytest

from benchmarks.peers import answers, differing
from temaplan.analysis.regional.presence import presences
from temaplan.analysis.regional.relatedness import relatedness_of
from tools.peer_cases import CASES, COUNTS, Case, recorded
from tools.peers_reference import PAGE, page

SAME = 1e-9
EVERY = [case for cases in CASES.values() for case in cases]
KEPT = recorded()


def of(case: Case) -> Any:
    return KEPT[case.package]["answers"][case.name]


def same(ours: Any, theirs: Any) -> bool:
    if not isinstance(ours, list) or len(ours) != len(theirs):
        return False
    pairs = zip(ours, theirs, strict=True)
    return all(a == b or (None not in (a, b) and abs(a - b) <= SAME) for a, b in pairs)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.package}-{case.name}")
def test_answers_are_the_same_or_the_difference_is_explained(case: Case) -> None:
    assert same(case.ours(), of(case)) is case.same


def test_page_is_the_one_that_the_program_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_package_has_a_version_and_an_answer_to_each_case() -> None:
    for package, cases in CASES.items():
        assert KEPT[package]["version"]
        assert set(KEPT[package]["answers"]) == {case.name for case in cases}


def test_pci_of_econcomplex_is_ours_with_the_other_sign() -> None:
    case = next(case for case in CASES["econcomplex"] if case.name == "pci")
    assert of(case) == pytest.approx([-value for value in case.ours()])  # type: ignore[operator] # no nulls


def test_pci_of_ecomplexity_is_ours_on_another_scale() -> None:
    case = next(case for case in CASES["ecomplexity"] if case.name == "pci_scale")
    assert np.corrcoef(case.ours(), of(case))[0, 1] == pytest.approx(1, abs=1e-12)  # type: ignore[arg-type] # no nulls


def test_our_formula_gives_their_outlook_gain_with_their_pci() -> None:
    cases = {case.name: case for case in CASES["ecomplexity"]}
    pci = np.array(of(cases["pci_scale"]))
    present = presences(np.array(COUNTS, dtype=float), 1.0)
    related = relatedness_of(present, "proximity")
    lacks = ~present[0]
    opened = (related / related.sum(axis=0) * lacks)[lacks]
    # Their PCI goes in before its mean is taken away, so it is the one told plus a constant.
    apart = (np.array(of(cases["gain"]))[lacks] - opened @ pci) / opened.sum(axis=1)
    assert apart == pytest.approx([apart[0]] * len(apart), abs=SAME)


@pytest.mark.nightly
@pytest.mark.parametrize("package", CASES)
def test_packages_that_are_installed_still_answer_so(package: str) -> None:
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    assert differing(package, answers(package), KEPT) == []
