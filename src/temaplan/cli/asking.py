"""Questions on a terminal for what was not given on the command line.

The questions go to standard error, so that standard output carries the result only.
"""

import sys
from collections.abc import Mapping

from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _
from temaplan.cli.parser import USAGE_ERROR, Finished


def can_ask() -> bool:
    """Tell whether somebody sits at the other end."""
    return sys.stdin.isatty()


def lacking(sentence: str) -> Finished:
    """Say what is missing on the command line; returns what ends the command."""
    print(printable(sentence), file=sys.stderr)
    return Finished(USAGE_ERROR)


def ask(question: str, *, usual: str = "") -> str:
    """Ask for a text; the usual answer is taken when nothing is typed."""
    hint = f" [{usual}]" if usual else ""
    while True:
        typed = _typed(f"{question}{hint}: ") or usual
        if typed:
            return typed


def ask_which(question: str, choices: Mapping[str, str]) -> str:
    """Ask for one of the choices, by number or by its word; nothing is chosen beforehand."""
    words = list(choices)
    lines = [f"  {number}. {choices[word]}" for number, word in enumerate(words, start=1)]
    print(printable("\n".join([question, *lines])), file=sys.stderr)
    while True:
        typed = _typed(_("Nummer: "))
        if typed in choices:
            return typed
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(words):
            return words[int(typed) - 1]


def _typed(prompt: str) -> str:
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:  # the end of the input: nobody answers any more
        print(file=sys.stderr)
        raise KeyboardInterrupt
    return line.strip()
