"""The language of commands: bokmål in the source, catalogues for nynorsk and English.

Apart from Django's catalogues, because `temaplan analyse` speaks Norwegian on a
bare installation too.
"""

import os
from collections.abc import Sequence
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

LANGUAGES = ("nb", "nn", "en")
LOCALE = Path(__file__).parent / "locale"
_chosen = "nb"


def choose_language(arguments: Sequence[str]) -> str:
    """Take the language from the arguments, else from `TEMAPLAN_LANGUAGE`, else bokmål.

    Read before anything is parsed, since the parser itself speaks.
    """
    global _chosen  # noqa: PLW0603 - one process speaks one language
    wanted = _value_of("--language", arguments) or os.environ.get("TEMAPLAN_LANGUAGE", "")
    _chosen = wanted if wanted in LANGUAGES else "nb"
    return _chosen


def chosen_language() -> str:
    """Return the language in use."""
    return _chosen


def gettext(message: str) -> str:
    """Return a bokmål text in the language in use."""
    return _catalogue(_chosen).gettext(message)


@cache
def _catalogue(language: str) -> NullTranslations:
    return translation("cli", LOCALE, languages=[language], fallback=True)


def _value_of(option: str, arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
        if argument == option and position + 1 < len(arguments):
            return arguments[position + 1]
    return ""
