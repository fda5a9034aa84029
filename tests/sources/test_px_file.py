"""PX files are read with their signs, and refused when they are cut."""

import pytest

from temaplan.sources.cells import Cell
from temaplan.sources.cube import UnreadableTable
from temaplan.sources.px_file import read_px
from tests.sources.statistics_office import recorded

SMALL = """CHARSET="ANSI";
CODEPAGE="utf-8";
TITLE="Sysselsatte; etter "
"region og år";
STUB="region";
HEADING="år";
VALUES("region")="Drammen","Øvre Eiker";
CODES("region")="3301","3314";
VALUES("år")="2024","2025";
TIMEVAL("år")=TLIST(A1),"2024","2025";
DATA=
1 ":"
".." "-";
"""


def small(**swaps: str) -> bytes:
    text = SMALL
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text.encode()


def test_recorded_file_has_every_cell() -> None:
    cube = read_px(recorded("PxWebApi_TAB004.px"))

    assert [each.code for each in cube.dimensions] == [
        "SECTOR",
        "GREENHOUSEGAS",
        "ContentsCode",
        "TIME",
    ]
    assert len(cube.cells) == 14 * 11 * 28
    assert cube.dimension("TIME").role == "time"


def test_one_cell_is_the_one_in_the_whole_table() -> None:
    whole = dict(read_px(recorded("PxWebApi_TAB004.px")).rows())
    part = dict(read_px(recorded("PxWebApi_tab4_fewcells.px")).rows())

    assert part == {key: whole[key] for key in part}


def test_signs_and_codes_are_kept() -> None:
    rows = dict(read_px(small()).rows())

    assert rows == {
        ("3301", "2024"): Cell(1.0, "observed"),
        ("3301", "2025"): Cell(None, "suppressed"),
        ("3314", "2024"): Cell(None, "missing"),
        ("3314", "2025"): Cell(0.0, "zero"),
    }


def test_text_in_pieces_is_one_text_and_a_semicolon_in_it_is_no_end() -> None:
    assert read_px(small()).label == "Sysselsatte; etter region og år"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (small()[:-3], "PX-fila slutter midt i en opplysning. Hent den på nytt."),
        (small(**{'1 ":"': '":"'}), "Tabellen skal ha 4 tall, men har 3. Hent den på nytt."),
        (
            small(**{"1 ": "én "}),
            "PX-fila holder én, som verken er et tall eller et tegn.",
        ),
        (
            small(**{'STUB="region";\nHEADING="år";\n': ""}),
            "PX-fila sier ikke hvilke variabler tabellen har (STUB, HEADING).",
        ),
        (
            small(**{'"3301","3314"': '"3301","3301"'}),
            "Variabelen «region» i PX-fila mangler verdier, eller har dem dobbelt.",
        ),
        (b"<html>", "PX-fila er ikke forstått på linje 1."),
        (
            small().decode().encode("latin-1"),
            "PX-fila sier at tegnsettet er «utf-8», men det går ikke opp. Hent fila på nytt.",
        ),
    ],
)
def test_damaged_file_is_refused_with_the_reason(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableTable) as refused:
        read_px(content)

    assert refused.value.message == sentence
