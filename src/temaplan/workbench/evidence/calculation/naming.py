"""A result in the order of its table, with names beside codes."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import translation

from temaplan.sources.statistics import Statistics
from temaplan.workbench.evidence.vocabulary import COMPONENT, COMPONENTS

Rows = list[Sequence[Any]]


def ordered(
    columns: Sequence[str], rows: Rows, statistics: Statistics, selection: Mapping[str, Any]
) -> Rows:
    """Return the rows by region as chosen, by year, and by industry as in the table."""
    places = {
        "region": _places(selection["regions"]),
        "industry": _places(statistics.industries),
        "component": _places([term.code for term in COMPONENTS]),
    }
    keys = [name for name in ("region", "period", "industry", "component") if name in columns]

    def place(row: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(
            row[columns.index(name)]
            if name == "period"
            else places[name].get(row[columns.index(name)], len(places[name]))
            for name in keys
        )

    return sorted(rows, key=place)


def _places(labels: Sequence[str]) -> dict[str, int]:
    return {label: position for position, label in enumerate(labels)}


def named(
    columns: Sequence[str], rows: Rows, statistics: Statistics
) -> tuple[tuple[str, ...], tuple[Sequence[Any], ...]]:
    """Add a column of names after each column of codes that has other names."""
    names: dict[str, Mapping[str, str]] = {
        "region": statistics.region_names,
        "industry": statistics.industry_names,
        "component": _component_names(),
    }
    added = [
        (name, words)
        for name, words in names.items()
        if name in columns and any(words.get(label, label) != label for label in set(words))
    ]
    wide = [*columns]
    for name, _words in added:
        wide.insert(wide.index(name) + 1, f"{name}_name")
    return tuple(wide), tuple(_widened(columns, row, wide, dict(added)) for row in rows)


def _component_names() -> dict[str, str]:
    """Return the parts in bokmål, whoever asks: a result is stored once for all readers."""
    with translation.override("nb"):
        return {code: str(term.label) for code, term in COMPONENT.items()}


def _widened(
    columns: Sequence[str],
    row: Sequence[Any],
    wide: Sequence[str],
    words: Mapping[str, Mapping[str, str]],
) -> list[Any]:
    cells = dict(zip(columns, row, strict=True))
    for name, known in words.items():
        cells[f"{name}_name"] = known.get(cells[name], cells[name])
    return [cells[name] for name in wide]
