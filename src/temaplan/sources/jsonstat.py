"""Read JSON-stat 1 and 2 strictly: whole and as it says, or not at all.

Format: json-stat.org/format and /full. A value is a number or null; a sign stands in
`status`. A sparse value (object) is filled with what is missing.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from temaplan.sources.cells import MISSING, NOT_APPLICABLE, OBSERVED, SUPPRESSED, ZERO, Cell
from temaplan.sources.cube import Cube, Dimension, UnreadableTable

# What Statistics Norway writes in `status`; anything else says that a figure is odd, not gone.
_STATES = {":": SUPPRESSED, "..": MISSING, ".": NOT_APPLICABLE, "...": MISSING, "-": ZERO}
_LARGEST_CUBE = 20_000_000


def read_jsonstat(content: bytes) -> Cube:
    """Return the first data set of a JSON-stat answer. Raises `UnreadableTable`."""
    dataset = _dataset(_json(content))
    ids, sizes = _shape(dataset)
    dimensions = tuple(
        _dimension(dataset, code, size) for code, size in zip(ids, sizes, strict=True)
    )
    count = math.prod(sizes)
    if count > _LARGEST_CUBE:
        raise UnreadableTable(f"Tabellen har {count} tall. Velg færre regioner eller år.")
    return Cube(
        label=_text(dataset.get("label")),
        source=_text(dataset.get("source")),
        updated=_text(dataset.get("updated")),
        dimensions=dimensions,
        cells=tuple(_cells(dataset, count)),
        notes=tuple(_text(note) for note in _list(dataset.get("note", []))),
    )


@dataclass(frozen=True)
class Head:
    """A table without its figures, as a statistics bank describes it."""

    label: str
    updated: str
    dimensions: tuple[Dimension, ...]
    may_be_left_out: frozenset[str]
    code_lists: Mapping[str, tuple[str, ...]]  # per dimension, the groupings it can be asked in


def read_jsonstat_head(content: bytes) -> Head:
    """Return the description in a JSON-stat answer, with figures or without."""
    dataset = _dataset(_json(content))
    ids, sizes = _shape(dataset)
    return Head(
        label=_text(dataset.get("label")),
        updated=_text(dataset.get("updated")),
        dimensions=tuple(
            _dimension(dataset, code, size) for code, size in zip(ids, sizes, strict=True)
        ),
        may_be_left_out=frozenset(
            code for code in ids if _extension(dataset, code).get("elimination") is True
        ),
        code_lists={code: _code_lists(dataset, code) for code in ids},
    )


def _extension(dataset: Mapping[str, Any], code: str) -> dict[str, Any]:
    extension = dataset["dimension"][code].get("extension", {})
    return extension if isinstance(extension, dict) else {}


def _code_lists(dataset: Mapping[str, Any], code: str) -> tuple[str, ...]:
    lists = _list(_extension(dataset, code).get("codelists", []))
    return tuple(_text(each.get("id")) for each in lists if isinstance(each, dict))


def _json(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise UnreadableTable(
            "Svaret er ikke hel JSON. Det kan være kuttet på veien. Hent tabellen på nytt."
        ) from fault


def _no_constant(name: str) -> float:
    raise ValueError(name)  # NaN and Infinity are no JSON


def _dataset(value: Any) -> dict[str, Any]:
    """Find the data set: the whole answer in version 2, a named part of it in version 1."""
    if isinstance(value, dict) and value.get("class") == "dataset":
        return value
    if isinstance(value, dict) and "class" not in value:
        inner = [part for part in value.values() if isinstance(part, dict) and "dimension" in part]
        if len(inner) == 1:
            return inner[0]
        if "dimension" in value:
            return value
    raise UnreadableTable("Svaret er JSON, men ikke en tabell i formatet JSON-stat.")


def _shape(dataset: Mapping[str, Any]) -> tuple[list[str], list[int]]:
    inside = dataset.get("dimension")
    if not isinstance(inside, dict):
        raise UnreadableTable("Tabellen sier ikke hvilke variabler den har.")
    ids = dataset.get("id", inside.get("id"))
    sizes = dataset.get("size", inside.get("size"))
    if (
        not isinstance(ids, list)
        or not isinstance(sizes, list)
        or len(ids) != len(sizes)
        or not ids
    ):
        raise UnreadableTable("Tabellen sier ikke hvor mange koder hver variabel har.")
    if not all(isinstance(each, str) for each in ids) or len(set(ids)) != len(ids):
        raise UnreadableTable("To variabler i tabellen har samme navn.")
    if not all(type(size) is int and size > 0 for size in sizes):
        raise UnreadableTable("Tabellen er tom, eller en størrelse er ikke et heltall.")
    return ids, sizes


def _dimension(dataset: Mapping[str, Any], code: str, size: int) -> Dimension:
    about = dataset["dimension"].get(code)
    if not isinstance(about, dict) or not isinstance(about.get("category"), dict):
        raise UnreadableTable(f"Variabelen «{code}» mangler i tabellen.")
    category = about["category"]
    labels = category.get("label", {})
    codes = _codes(code, category.get("index"), labels, size)
    return Dimension(
        code=code,
        label=_text(about.get("label")) or code,
        codes=codes,
        labels=tuple(_text(labels.get(each)) or each for each in codes),
        role=_role(dataset, code),
        units=_units(category.get("unit"), codes),
    )


def _units(told: Any, codes: Sequence[str]) -> tuple[str, ...]:
    if not isinstance(told, dict):
        return ()
    units = (told.get(code) for code in codes)
    return tuple(_text(each.get("base")) if isinstance(each, dict) else "" for each in units)


def _codes(code: str, index: Any, labels: Any, size: int) -> tuple[str, ...]:
    if not isinstance(labels, dict):
        raise UnreadableTable(f"Variabelen «{code}» har navn i en form vi ikke kjenner.")
    if isinstance(index, list):
        codes = index
    elif isinstance(index, dict):
        if sorted(index.values(), key=str) != sorted(range(size), key=str):
            raise UnreadableTable(f"Kodene i «{code}» har plasser som ikke går opp.")
        codes = sorted(index, key=lambda each: int(index[each]))
    elif index is None and len(labels) == 1:
        codes = list(labels)
    else:
        raise UnreadableTable(f"Variabelen «{code}» har ingen koder.")
    if len(codes) != size or len(set(codes)) != size:
        raise UnreadableTable(
            f"Variabelen «{code}» skal ha {size} ulike koder, men har {len(set(codes))}."
        )
    return tuple(str(each) for each in codes)


def _role(dataset: Mapping[str, Any], code: str) -> str:
    roles = dataset.get("role", dataset["dimension"].get("role", {}))
    if not isinstance(roles, dict):
        return ""
    return next((role for role, ids in roles.items() if code in _list(ids)), "")


def _cells(dataset: Mapping[str, Any], count: int) -> list[Cell]:
    values = _sequence(dataset.get("value"), count, "tall")
    signs = _signs(dataset.get("status"), count)
    return [
        _cell(value, sign, at) for at, (value, sign) in enumerate(zip(values, signs, strict=True))
    ]


def _signs(status: Any, count: int) -> list[Any]:
    if status is None:
        return [None] * count
    if isinstance(status, str):
        return [status] * count
    return _sequence(status, count, "tegn")


def _sequence(given: Any, count: int, what: str) -> list[Any]:
    """Return one entry for each cell from a list, or from an object with positions as keys."""
    if isinstance(given, list):
        if len(given) != count:
            raise UnreadableTable(f"Tabellen skal ha {count} {what}, men har {len(given)}.")
        return given
    if isinstance(given, dict):
        if not all(key.isdigit() and int(key) < count for key in given):
            raise UnreadableTable(f"Tabellen har {what} utenfor rutene sine.")
        return [given.get(str(at)) for at in range(count)]
    raise UnreadableTable(f"Tabellen har ingen {what}.")


def _cell(value: Any, sign: Any, at: int) -> Cell:
    if value is None:
        return Cell(None, _STATES.get(str(sign), MISSING) if sign else MISSING)
    if type(value) not in (int, float) or not math.isfinite(value):
        raise UnreadableTable(f"Rute {at + 1} holder «{value}», som ikke er et tall.")
    return Cell(float(value), ZERO if value == 0 and sign == "-" else OBSERVED)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
