"""What argparse says, in Norwegian. A test holds the table against argparse's own source."""

import argparse
from typing import Any

from temaplan.cli.language import chosen_language, gettext

# English text of argparse → bokmål. Texts that only a programmer can cause are not here.
BOKMAL = {
    "usage: ": "bruk: ",
    "options": "valg",
    "positional arguments": "argumenter",
    "subcommands": "kommandoer",
    "show this help message and exit": "vis denne hjelpen",
    "show program's version number and exit": "vis versjonen",
    "%(heading)s:": "%(heading)s:",
    " (default: %(default)s)": " (vanlig verdi: %(default)s)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: advarsel: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "disse argumentene mangler: %s",
    "one of the arguments %s is required": "ett av disse argumentene må være med: %s",
    "unrecognized arguments: %s": "ukjente argumenter: %s",
    "unexpected option string: %s": "uventet valg: %s",
    "ambiguous option: %(option)s could match %(matches)s": (
        "«%(option)s» kan bety flere valg: %(matches)s"
    ),
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "«%(value)s» finnes ikke. Velg mellom %(choices)s"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "«%(parser_name)s» finnes ikke. Velg mellom %(choices)s"
    ),
    "invalid %(type)s value: %(value)r": "«%(value)s» er ikke en gyldig verdi",
    "expected one argument": "verdien mangler",
    "expected at most one argument": "høyst én verdi er mulig",
    "expected at least one argument": "minst én verdi må være med",
    "expected %s argument": "%s verdi må være med",
    "expected %s arguments": "%s verdier må være med",
    "not allowed with argument %s": "kan ikke brukes sammen med %s",
    "ignored explicit argument %r": "tar ingen verdi, men fikk «%s»",
    "can't open '%(filename)s': %(error)s": "kan ikke åpne «%(filename)s»: %(error)s",
}


def speak_norwegian() -> None:
    """Put the table in the place of argparse's gettext, which knows no Norwegian."""
    shim: Any = argparse
    shim._ = _translated
    shim.ngettext = _translated_number


def _translated(message: str) -> str:
    norwegian = BOKMAL.get(message)
    if norwegian is None or chosen_language() == "en":
        return message
    return gettext(norwegian)


def _translated_number(singular: str, plural: str, count: int) -> str:
    return _translated(singular if count == 1 else plural)
