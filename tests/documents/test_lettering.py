"""What is measured is what the typesetting library sets; what is cleaned stays readable."""

import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from temaplan.documents.lettering import (
    FONTS,
    SEMIBOLD,
    clean,
    printable,
    text_width,
    wrapped,
)

TEXTS = [
    "Industri",
    "Finansiering og forsikring",
    "1\u202f234,56\u00a0%",
    "ÆØÅ æøå čđŋšŧž",
    "iiiiilllll",
    "Offentlig administrasjon og forsvar, trygdeordninger",
    "+\u22120,4",
]
MEASURE = b"""
#set text(font: "Inter", size: 100pt)
#context [#metadata(json(bytes(sys.inputs.texts)).map(t => (
  measure(text(t)).width.pt(), measure(text(weight: 600, t)).width.pt(),
))) <widths>]
"""


def test_widths_are_those_of_the_typesetting_library() -> None:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    compiler = typst.Compiler(MEASURE, font_paths=fonts, sys_inputs={"texts": json.dumps(TEXTS)})

    measured = json.loads(compiler.query("<widths>", field="value", one=True))

    for text, (regular, semibold) in zip(TEXTS, measured, strict=True):
        assert text_width(text, 100) == pytest.approx(regular, rel=0.02)  # kerning is left out
        assert semibold <= text_width(text, 100, bold=True)


@given(st.text(alphabet="abcæøå iWM-", max_size=80), st.integers(20, 200))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrapped(text, width, 14)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, 14) <= width or len(line) == 1 for line in lines)


def test_semibold_bound_is_not_far_off() -> None:
    assert 1.05 < SEMIBOLD < 1.12


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Nei\u0000, \u0007stopp", "Nei, stopp"),
        ("halvt \ud800tegn", "halvt tegn"),
        ("linje\r\nskift\t her", "linje skift her"),
        ("\ufeffsnudd \u202etekst\u202c", "snudd tekst"),
        ("av\u00addeling og 1\u202f000", "av\u00addeling og 1\u202f000"),
    ],
)
def test_clean_text_keeps_wording_only(given_text: str, expected: str) -> None:
    assert clean(given_text) == expected


def test_printable_text_composes_letters_and_marks_the_missing_ones() -> None:
    assert printable("A\u030a og 中 og čáhci") == "Å og □ og čáhci"
