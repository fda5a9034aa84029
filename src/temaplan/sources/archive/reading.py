"""From kept answers to a table: a step that can be repeated, and needs no network."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from temaplan.sources.archive.answers import Archive, DamagedAnswer
from temaplan.sources.archive.tables import KeptTable, Part
from temaplan.sources.cells import Cell
from temaplan.sources.cube import Cube, UnreadableTable
from temaplan.sources.jsonstat import read_jsonstat


def read_table(archive: Archive, table: KeptTable) -> Cube:
    """Return the figures of a kept table.

    Raises `DamagedAnswer` when an answer is not the one that came, `UnreadableTable` when
    the answers are no whole table.
    """
    blocks = [
        joined([read_jsonstat(_content(archive, part)) for part in block.parts], block.split)
        for block in table.blocks
    ]
    return joined(blocks, table.across)


def _content(archive: Archive, part: Part) -> bytes:
    answer = archive.answer(part.paper)
    if answer.sha256 != part.sha256:
        raise DamagedAnswer(
            f"Papiret {part.paper} er endret: det nevner et annet svar enn det som kom. "
            "Hent tabellen på nytt."
        )
    return answer.content()


def joined(cubes: Sequence[Cube], split: str) -> Cube:
    """Put parts together along the variable that they were split by."""
    first = cubes[0]
    if len(cubes) == 1:
        return first
    _check_alike(cubes, split)
    at = [each.code for each in first.dimensions].index(first.dimension(split).code)
    codes = tuple(chain.from_iterable(cube.dimensions[at].codes for cube in cubes))
    labels = tuple(chain.from_iterable(cube.dimensions[at].labels for cube in cubes))
    dimensions = list(first.dimensions)
    dimensions[at] = replace(dimensions[at], codes=codes, labels=labels)
    return replace(first, dimensions=tuple(dimensions), cells=_interleaved(cubes, at))


def _check_alike(cubes: Sequence[Cube], split: str) -> None:
    shapes = {
        tuple((each.code, each.codes if each.code != split else ()) for each in cube.dimensions)
        for cube in cubes
    }
    if len(shapes) > 1:
        raise UnreadableTable("Delene av tabellen har ulike variabler. Hent den på nytt.")
    if len({cube.updated for cube in cubes}) > 1:
        raise UnreadableTable(
            "SSB oppdaterte tabellen mens den ble hentet, så delene er fra hver sin utgave. "
            "Hent den på nytt."
        )


def _interleaved(cubes: Sequence[Cube], at: int) -> tuple[Cell, ...]:
    """Return the cells in row-major order of the whole: one stretch of each part in turn."""
    stretches = []
    for cube in cubes:
        length = len(cube.cells)
        for dimension in cube.dimensions[:at]:
            length //= len(dimension.codes)
        stretches.append(length)
    rounds = len(cubes[0].cells) // stretches[0]
    return tuple(
        cell
        for turn in range(rounds)
        for cube, length in zip(cubes, stretches, strict=True)
        for cell in cube.cells[turn * length : (turn + 1) * length]
    )
