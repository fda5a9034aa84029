"""How rows hang together: references that lead nowhere, rings, and what comes twice."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from temaplan.documents.exchange.plan_folder.problems import Problems, quoted
from temaplan.documents.exchange.plan_folder.rows import Row

Rows = Mapping[str, list[Row]]


def connection_problems(rows: Rows, partly_read: set[str], problems: Problems) -> None:
    """Note everything that is wrong between rows.

    What points to a kind that could only partly be read is not judged: the fault in
    that file is told, and would drown in what follows from it.
    """
    known = {row.ref for found in rows.values() for row in found}
    for found in rows.values():
        _twice(found, problems)
        for row in found:
            _dangling(row, known, partly_read, problems)
            _one_of(row, problems)
    _rings([row for found in rows.values() for row in found], problems)


def _dangling(row: Row, known: set[str], partly_read: set[str], problems: Problems) -> None:
    for name, ref in references(row):
        if ref not in known and ref.split("/")[0] not in partly_read:
            key = row.shape.field(name).key_in_folder
            problems.add(
                row.file,
                row.line_of(name),
                f"Feltet {quoted(key)}: {quoted(ref)} finnes ikke i mappen. "
                "Rett slugen, eller legg til det som mangler.",
            )


def references(row: Row) -> Iterator[tuple[str, str]]:
    """Yield (field, reference) for everything that a row refers to."""
    for shape in row.shape.fields:
        value = row.values.get(shape.name)
        if shape.type == "ref" and value:
            yield shape.name, value
        elif shape.type == "refs":
            yield from ((shape.name, ref) for ref in value or ())


def _one_of(row: Row, problems: Problems) -> None:
    for names in row.shape.exactly_one:
        if sum(bool(row.values[name]) for name in names) != 1:
            listed = " eller ".join(f"«{name}»" for name in names)
            problems.add(row.file, row.line_of(names[0]), f"Fyll ut {listed}, nøyaktig ett av dem.")


def _twice(found: Iterable[Row], problems: Problems) -> None:
    first: dict[tuple[Any, ...], Row] = {}
    for row in found:
        for names in (("slug",), *row.shape.unique):
            key = (names, *(row.values[name] for name in names))
            if None in key or "" in key:
                continue
            earlier = first.setdefault(key, row)
            if earlier is not row:
                where = f"{earlier.file}, linje {earlier.line}"
                listed = " og ".join(f"«{name}»" for name in names)
                shown = ", ".join(str(row.values[name]) for name in names)
                problems.add(
                    row.file,
                    row.line,
                    f"{listed} er {quoted(shown)}, som også står i {where}. Hver må være ulik.",
                )


def _rings(rows: list[Row], problems: Problems) -> None:
    """Note each ring once, at the row that closes it.

    A row with two references to one kind says that the first comes after the second
    (a later order and an earlier one); a reference to the own kind says the same.
    """
    onward: dict[str, list[str]] = {}
    said_by: dict[tuple[str, str], tuple[Row, str]] = {}
    for row in rows:
        for start, name, end in _arrows(row):
            onward.setdefault(start, []).append(end)
            said_by.setdefault((start, end), (row, name))
    for ring in rings(onward):
        row, name = said_by[ring[-2], ring[-1]]
        problems.add(
            row.file,
            row.line_of(name),
            f"Henvisningene går i ring: {' → '.join(ring)}. Ta bort ett av leddene.",
        )


def _arrows(row: Row) -> Iterator[tuple[str, str, str]]:
    first: dict[str, str] = {}
    for shape in row.shape.fields:
        value = row.values.get(shape.name)
        if shape.type != "ref" or not value:
            continue
        if shape.kind == row.shape.kind:
            yield row.ref, shape.name, value
        elif shape.kind in first:
            yield first[shape.kind], shape.name, value
        else:
            first[shape.kind] = value


def rings(onward: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Yield rings of a directed graph, each as its nodes with the first again at the end."""
    done: set[str] = set()
    for start in sorted(onward):
        if start in done:
            continue
        path, waiting = [start], [iter(sorted(set(onward[start])))]
        while path:
            node = next(waiting[-1], None)
            if node is None:
                done.add(path.pop())
                waiting.pop()
            elif node in path:
                yield [*path[path.index(node) :], node]
            elif node not in done:
                path.append(node)
                waiting.append(iter(sorted(set(onward.get(node, ())))))
