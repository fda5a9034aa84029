"""Nynorsk is complete: no message without a text, none that is only guessed, all compiled."""

from tools.messages import faults


def test_catalogues_hold_every_text_of_the_source() -> None:
    assert list(faults()) == []
