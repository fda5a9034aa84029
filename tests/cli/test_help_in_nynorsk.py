"""The help of each command in nynorsk says nothing that can only be bokmål."""

from collections.abc import Iterator

import pytest

from temaplan.cli.commands import COMMANDS
from temaplan.cli.language import choose_language
from temaplan.cli.main import main
from tests.fixtures.bokmal import bokmal_in


@pytest.fixture(autouse=True)
def in_bokmal_again() -> Iterator[None]:
    yield
    choose_language([])


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_word_that_is_bokmal_only(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--language", "nn", *command.split(), "--help"]) == 0
    said = capsys.readouterr().out

    assert "vis denne hjelpa" in said
    # The choices of --language are codes: {nb,nn,en}.
    assert bokmal_in(said.replace("{nb,nn,en}", "")) == []
