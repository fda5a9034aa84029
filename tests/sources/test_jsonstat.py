"""JSON-stat is taken in whole and as it says, or not at all."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from temaplan.sources.cells import Cell
from temaplan.sources.cube import UnreadableTable
from temaplan.sources.jsonstat import read_jsonstat
from tests.sources.statistics_office import recorded

Damage = Callable[[dict[str, Any]], Any]


def small() -> dict[str, Any]:
    return {
        "version": "2.0",
        "class": "dataset",
        "label": "Prøve",
        "id": ["Region", "Tid"],
        "size": [2, 2],
        "role": {"geo": ["Region"], "time": ["Tid"]},
        "dimension": {
            "Region": {
                "label": "region",
                "category": {
                    "index": {"3301": 1, "3312": 0},
                    "label": {"3301": "Drammen", "3312": "Lier"},
                },
            },
            "Tid": {"label": "år", "category": {"index": ["2024", "2025"]}},
        },
        "value": [1, 2, None, 0],
        "status": {"2": ":", "3": "-"},
    }


def read(value: Any) -> Any:
    return read_jsonstat(json.dumps(value).encode())


def test_real_answer_of_statistics_norway_is_read() -> None:
    cube = read_jsonstat(recorded("ssb_12134_jsonstat2_real_response.json"))

    assert [each.code for each in cube.dimensions] == [
        "KOKkommuneregion0000",
        "ContentsCode",
        "Tid",
    ]
    assert cube.dimension("KOKkommuneregion0000").labels[0] == "Oslo - Oslove"
    assert [cell.value for cell in cube.cells] == [81240.0, 66605.0, 62853.0]
    assert cube.updated == "2026-03-16T07:00:00Z"


def test_large_answer_has_as_many_cells_as_its_sides_say() -> None:
    cube = read_jsonstat(recorded("pxwebpy_TAB6471_data.json"))

    assert len(cube.cells) == 21 * 11 * 3 * 1 * 4


def test_codes_stand_in_the_order_of_their_index() -> None:
    rows = dict(read(small()).rows())

    assert list(rows) == [("3312", "2024"), ("3312", "2025"), ("3301", "2024"), ("3301", "2025")]


def test_sign_says_why_there_is_no_number_and_zero_stays_zero() -> None:
    rows = dict(read(small()).rows())

    assert rows["3301", "2024"] == Cell(None, "suppressed")
    assert rows["3301", "2025"] == Cell(0.0, "zero")


def test_sparse_values_are_missing_where_nothing_stands() -> None:
    value = small() | {"value": {"0": 7}, "status": None}

    assert [cell.state for cell in read(value).cells] == ["observed", *["missing"] * 3]


def test_version_1_has_its_table_one_level_down() -> None:
    inner = small()
    inner["dimension"] |= {
        "id": inner.pop("id"),
        "size": inner.pop("size"),
        "role": inner.pop("role"),
    }
    for key in ("version", "class"):
        del inner[key]

    cube = read({"dataset": inner})

    assert [each.role for each in cube.dimensions] == ["geo", "time"]
    assert len(cube.cells) == 4


def set_to(path: str, value: Any) -> Damage:
    def damage(whole: dict[str, Any]) -> None:
        *way, last = path.split("/")
        at: Any = whole
        for step in way:
            at = at[step]
        at[last] = value

    return damage


def without(key: str) -> Damage:
    return lambda whole: whole.pop(key)


DAMAGES: dict[str, tuple[Damage, str]] = {
    "too few values": (set_to("value", [1, 2, 3]), "Tabellen skal ha 4 tall, men har 3."),
    "too many values": (set_to("value", [1] * 5), "Tabellen skal ha 4 tall, men har 5."),
    "value outside": (set_to("value", {"4": 1}), "Tabellen har tall utenfor rutene sine."),
    "value is text": (
        set_to("value", [1, "2", 3, 4]),
        "Rute 2 holder «2», som ikke er et tall.",
    ),
    "value is true": (
        set_to("value", [True, 2, 3, 4]),
        "Rute 1 holder «True», som ikke er et tall.",
    ),
    "no values": (without("value"), "Tabellen har ingen tall."),
    "too few signs": (set_to("status", [":"]), "Tabellen skal ha 4 tegn, men har 1."),
    "no dimensions": (without("dimension"), "Tabellen sier ikke hvilke variabler den har."),
    "no size": (without("size"), "Tabellen sier ikke hvor mange koder hver variabel har."),
    "size of zero": (
        set_to("size", [0, 2]),
        "Tabellen er tom, eller en størrelse er ikke et heltall.",
    ),
    "size is text": (
        set_to("size", ["2", 2]),
        "Tabellen er tom, eller en størrelse er ikke et heltall.",
    ),
    "size and id differ": (
        set_to("size", [4]),
        "Tabellen sier ikke hvor mange koder hver variabel har.",
    ),
    "same variable twice": (
        set_to("id", ["Tid", "Tid"]),
        "To variabler i tabellen har samme navn.",
    ),
    "variable is gone": (
        set_to("dimension", {"Tid": small()["dimension"]["Tid"]}),
        "Variabelen «Region» mangler i tabellen.",
    ),
    "index with a hole": (
        set_to("dimension/Region/category/index", {"3301": 0, "3312": 2}),
        "Kodene i «Region» har plasser som ikke går opp.",
    ),
    "same place twice": (
        set_to("dimension/Region/category/index", {"3301": 0, "3312": 0}),
        "Kodene i «Region» har plasser som ikke går opp.",
    ),
    "same code twice": (
        set_to("dimension/Tid/category/index", ["2024", "2024"]),
        "Variabelen «Tid» skal ha 2 ulike koder, men har 1.",
    ),
    "no codes": (
        set_to("dimension/Tid/category", {}),
        "Variabelen «Tid» har ingen koder.",
    ),
    "another class": (
        set_to("class", "collection"),
        "Svaret er JSON, men ikke en tabell i formatet JSON-stat.",
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_answer_is_refused_whole(name: str) -> None:
    damage, sentence = DAMAGES[name]
    value = small()
    damage(value)

    with pytest.raises(UnreadableTable) as refused:
        read(value)

    assert refused.value.message == sentence


@pytest.mark.parametrize("content", [b"", b"{", b'{"value": NaN}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_not_json_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableTable, match=r"Svaret er ikke hel JSON\."):
        read_jsonstat(content)


def test_gigantic_cube_is_refused_before_it_is_unpacked() -> None:
    value = small() | {"size": [2, 2], "value": {}}
    value["dimension"]["Tid"]["category"]["index"] = [str(number) for number in range(4000)]
    value["dimension"]["Region"]["category"] = {"index": [str(n) for n in range(6000)]}
    value["size"] = [6000, 4000]

    with pytest.raises(UnreadableTable, match=r"Velg færre regioner eller år\."):
        read(value)
