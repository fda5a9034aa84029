"""Which edition some figures are from, and whether a newer one is known."""

import pytest

from temaplan.sources.editions import Edition, newer_edition, newest, table_named_in

JUNE = Edition("ssb/13470", "2016", "2024", "2025-06-10")
NEXT_JUNE = Edition("ssb/13470", "2016", "2025", "2026-06-10")
SOURCE = "Statistisk sentralbyrå, tabell 13470"


@pytest.mark.parametrize(
    ("edition", "line"),
    [
        (NEXT_JUNE, "2016–2025, oppdatert 2026-06-10"),
        (Edition("ssb/13470", "2025", "2025", "2026-06-10"), "2025, oppdatert 2026-06-10"),
        (Edition("ssb/13470", "2016", "2025"), "2016–2025"),
        (Edition("ssb/07459", "2019K1", "2025K4"), "2019K1–2025K4"),
    ],
)
def test_edition_is_written_in_a_line_and_read_back(edition: Edition, line: str) -> None:
    assert edition.vintage == line
    assert Edition.told_by(edition.table, line) == edition


@pytest.mark.parametrize("line", ["", "4. kvartal 2025", "høsten", "2016–2025, oppdatert i går"])
def test_line_of_somebody_else_is_no_edition(line: str) -> None:
    assert Edition.told_by("ssb/13470", line) is None


def test_source_line_names_its_table() -> None:
    assert table_named_in(SOURCE) == "ssb/13470"
    assert table_named_in("Drammen kommune, egen telling") == ""


def test_newer_edition_is_found_from_the_lines_beside_the_figures() -> None:
    assert newer_edition(SOURCE, JUNE.vintage, [JUNE, NEXT_JUNE]) == NEXT_JUNE
    assert newer_edition(SOURCE, NEXT_JUNE.vintage, [JUNE, NEXT_JUNE]) is None


def test_edition_without_a_day_is_compared_by_its_last_period() -> None:
    shipped = "2016–2024"  # as the catalogue of shipped tables says it

    assert newer_edition(SOURCE, shipped, [NEXT_JUNE]) == NEXT_JUNE
    assert newer_edition(SOURCE, "2016–2025", [NEXT_JUNE]) is None


def test_another_table_is_never_a_newer_edition() -> None:
    other = Edition("ssb/11616", "2000", "2030", "2030-01-01")

    assert newer_edition(SOURCE, JUNE.vintage, [other]) is None
    assert not other.is_newer_than(JUNE)
    assert newest("ssb/13470", [other]) is None


def test_nothing_is_said_of_figures_whose_edition_is_unknown() -> None:
    assert newer_edition(SOURCE, "ukjent", [NEXT_JUNE]) is None
    assert newer_edition("Egen telling", JUNE.vintage, [NEXT_JUNE]) is None
