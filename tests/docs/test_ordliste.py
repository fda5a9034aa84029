"""ORDLISTE is the contract between the words of the product and the names in the code."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.utils import translation

ORDLISTE = Path(__file__).resolve().parents[2] / "docs" / "ORDLISTE.md"
Row = tuple[str, ...]


def rows_under(heading: str) -> list[Row]:
    text = ORDLISTE.read_text(encoding="utf-8")
    part = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return cells[2:]  # after the heading row and its rule


CLASSES = rows_under("Klasser")
WORDS = rows_under("Ord i lister")
MODELS = {model.__name__: model for model in apps.get_app_config("temaplan").get_models()}


def code_of(cell: str) -> str:
    return cell.strip("`")


def house_of(model: Any) -> str:
    found = re.match(r"temaplan\.workbench\.([a-z_]+)\.models", model.__module__)
    assert found, f"{model.__name__} lives outside the houses"
    return found[1]


def labels_of(house: str) -> dict[str, set[str]]:
    """Return every label that a code has in the vocabularies of a house."""
    found: dict[str, set[str]] = {}
    with translation.override("nb"):
        for value in vars(import_module(f"temaplan.workbench.{house}.vocabulary")).values():
            if isinstance(value, tuple):
                for term in value:
                    if hasattr(term, "code") and hasattr(term, "label"):
                        found.setdefault(term.code, set()).add(str(term.label))
    return found


def test_every_model_has_one_row() -> None:
    names = [code_of(row[2]) for row in CLASSES]

    assert sorted(names) == sorted(MODELS)


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row[2])
def test_row_says_what_the_class_says(row: Row) -> None:
    norwegian, _nynorsk, name, house, explanation = row
    model = MODELS[code_of(name)]

    with translation.override("nb"):
        assert norwegian == str(model._meta.verbose_name)
    assert house == house_of(model)
    assert explanation.endswith(".")


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row[2])
def test_nynorsk_of_a_class_is_that_of_the_catalogue(row: Row) -> None:
    _norwegian, nynorsk, name, _house, _explanation = row

    with translation.override("nn"):
        assert nynorsk == str(MODELS[code_of(name)]._meta.verbose_name)


@pytest.mark.parametrize("row", WORDS, ids=lambda row: f"{row[3]}.{row[2]}")
def test_word_of_a_list_has_the_label_of_its_code(row: Row) -> None:
    norwegian, _nynorsk, code, house, _explanation = row

    assert norwegian in labels_of(house).get(code_of(code), set())


def test_nothing_is_left_out_of_a_row() -> None:
    whole = [*CLASSES, *WORDS, *rows_under("Fagord")]

    assert [row for row in whole if not all(row)] == []
