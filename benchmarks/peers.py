"""Ask the other packages the questions of the comparison, and tell whether they still answer so.

    uv run --with ecomplexity --with econcomplex --with inequality python benchmarks/peers.py
    … python benchmarks/peers.py --record    keep what they say now, with their versions

Ends with 1 when a package that is installed answers otherwise than `benchmarks/peers.json`
says. After `--record`, write the page anew with `tools/peers_reference.py` and read it.
"""

import json
import sys
import warnings
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.peer_cases import CASES, COUNTS, GROUPS, RECORDED, plain, recorded, standardised, table

SAME = 1e-9


def answers(package: str) -> dict[str, Any]:
    """Return what a package says to each of its cases."""
    ask: Callable[[str, Any], Any] = globals()[f"_{package}"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {case.name: ask(case.name, case.matrix) for case in CASES[package]}


def _econcomplex(name: str, matrix: Any) -> Any:
    import econcomplex

    if name == "growth":
        before, after = (np.array(each, dtype=float) for each in matrix)
        return plain(econcomplex.growth_matrix(before, after))
    array = np.array(matrix, dtype=float)
    if name in ("eci", "pci", "pieces"):
        pair = econcomplex.eci_pci(array)
        return plain(pair[0]) if name == "pieces" else standardised(pair[name == "pci"])
    ask = {
        "lq": econcomplex.location_quotient,
        "lq_gap": econcomplex.location_quotient,
        "krugman_empty": econcomplex.krugman_index,
        "hhi_empty": econcomplex.hhi,
        "density": econcomplex.density,
    }[name]
    return plain(ask(array))


def _ecomplexity(name: str, matrix: Any) -> Any:
    import pandas as pd
    from ecomplexity import ecomplexity

    frame = pd.DataFrame(table(matrix))
    if name == "twice":
        frame = pd.concat([frame, frame.iloc[[0]].assign(value=99)])
    columns = {"time": "period", "loc": "region", "prod": "industry", "val": "value"}
    found = ecomplexity(frame, columns, verbose=False, check_logsupermodularity=False)
    ordered = found.sort_values(["region", "industry"])
    by_region, by_industry = found.groupby("region").first(), found.groupby("industry").first()
    told: dict[str, Callable[[], Any]] = {
        "twice": lambda: int(found["rca"].notna().sum()) - len(COUNTS) * len(COUNTS[0]) + 1,
        "pieces": lambda: plain(by_region["eci"]),
        "eci": lambda: standardised(by_region["eci"]),
        "empty": lambda: standardised(by_region["eci"]),
        "pci_scale": lambda: plain(by_industry["pci"]),
        "gap_diversity": lambda: plain(by_region["diversity"]),
        "gain": lambda: plain(ordered["cog"])[: len(COUNTS[0])],
        "gap": lambda: plain(ordered["rca"])[:2],
        "density": lambda: plain(ordered["density"]),
    }
    return told[name]()


def _inequality(name: str, matrix: Any) -> Any:
    from inequality.gini import Gini
    from inequality.theil import Theil, TheilD

    figures = np.array(matrix, dtype=float)
    if name == "theil_parts":
        found = TheilD(figures, np.array(GROUPS))
        return plain([found.T, float(found.bg[0]), float(found.wg[0])])
    measures = {"gini": [Gini], "theil": [Theil], "theil_zero": [Theil], "gap": [Gini, Theil]}[name]
    return plain([each(figures).g if each is Gini else each(figures).T for each in measures])


def differing(package: str, now: dict[str, Any], kept: dict[str, Any]) -> list[str]:
    """Return the cases that a package answers otherwise than it did."""
    before = kept.get(package, {}).get("answers", {})
    return [name for name, answer in now.items() if not _same(answer, before.get(name))]


def _same(one: Any, other: Any) -> bool:
    if not isinstance(one, list) or not isinstance(other, list):
        return bool(one == other)
    return len(one) == len(other) and all(
        a == b or (a is not None and b is not None and abs(a - b) <= SAME)
        for a, b in zip(one, other, strict=True)
    )


def main(arguments: list[str]) -> int:
    """Ask every package that is there; return the exit status."""
    kept = recorded() if RECORDED.exists() else {}
    status = 0
    for package in CASES:
        try:
            number = version(package)
        except PackageNotFoundError:
            print(f"{package} er ikke installert, og er ikke spurt.", file=sys.stderr)
            continue
        now = answers(package)
        changed = differing(package, now, kept)
        if "--record" in arguments:
            kept[package] = {"version": number, "answers": now}
        elif changed:
            status = 1
        print(f"{package} {number}: {', '.join(changed) or 'svarer som før'}")
    if "--record" in arguments:
        RECORDED.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
