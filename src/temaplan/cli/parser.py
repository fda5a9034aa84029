"""The parser: global options before and after the command, usage errors in Norwegian."""

import sys
from argparse import (
    SUPPRESS,
    Action,
    ArgumentError,
    ArgumentParser,
    ArgumentTypeError,
    RawDescriptionHelpFormatter,
)
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from typing import Any, NoReturn

from temaplan.cli.commands import COMMANDS, load
from temaplan.cli.language import LANGUAGES, chosen_language
from temaplan.cli.language import gettext as _

USAGE_ERROR = 2


class Finished(Exception):
    """The parser has said what there was to say; `status` is the exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Parser(ArgumentParser):
    """A parser that reports instead of ending the process."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Report the status to `main`."""
        if message:
            sys.stderr.write(message)
        raise Finished(status)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; the whole usage would hide it."""
        hint = _("Skriv «{command} --help» for hjelp.").format(command=self.prog)
        self.exit(USAGE_ERROR, f"{self.prog}: {message}\n{hint}\n")

    def _check_value(self, action: Action, value: Any) -> None:
        # argparse lists the choices as Python writes them, in quotes.
        if action.choices is None or value in action.choices or chosen_language() == "en":
            super()._check_value(action, value)
            return
        known = ", ".join(map(str, action.choices))
        sentence = _("«{value}» finnes ikke. Velg mellom {known}.")
        raise ArgumentError(action, sentence.format(value=value, known=known))


def build_parser(arguments: Sequence[str]) -> Parser:
    """Build the parser with the full arguments of the one command that is asked for."""
    parser = Parser(
        prog="temaplan",
        description=_("Arbeidsbenk for kommunale temaplaner: fra mandat til sporbar kunnskap."),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"temaplan {version('temaplan')}")
    _add_global_options(parser)
    parser.set_defaults(
        quiet=False, verbose=False, debug=False, as_of=None, language=None, command=None
    )
    commands = parser.add_subparsers(dest="command", metavar=_("KOMMANDO"), parser_class=Parser)
    asked = asked_command(arguments)
    for name in COMMANDS:
        if name == asked or asked is None:
            _add_command(commands, name)
        else:
            # Known by name only: enough for «finnes ikke. Velg mellom …».
            commands.add_parser(name, add_help=False)
    return parser


def asked_command(arguments: Sequence[str]) -> str | None:
    """Find the command among the global options that may stand before it."""
    waiting = False
    for argument in arguments:
        if waiting:
            waiting = False
        elif argument in {"--language", "--as-of"}:
            waiting = True
        elif not argument.startswith("-"):
            return argument
    return None


def _add_command(commands: object, name: str) -> None:
    module = load(name)
    text = _(module.HELP)
    parser: Parser = commands.add_parser(  # type: ignore[attr-defined] # argparse names no type
        name,
        help=text,
        description=text,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    _add_global_options(parser)
    parser.set_defaults(module=module)


def _add_global_options(parser: ArgumentParser) -> None:
    # SUPPRESS: a value given before the command must not be undone by the command's parser.
    group = parser.add_argument_group(_("valg for alle kommandoer"))
    add = group.add_argument
    add("--quiet", action="store_true", default=SUPPRESS, help=_("si ikke hva som skjer"))
    add("--verbose", action="store_true", default=SUPPRESS, help=_("si mer om hva som skjer"))
    add("--language", choices=LANGUAGES, default=SUPPRESS, help=_("språk for meldinger"))
    add(
        *("--as-of",),
        type=iso_date,
        metavar=_("DATO"),
        default=SUPPRESS,
        help=_("les planen slik den sto denne dagen, for eksempel 2011-02-01"),
    )
    add("--debug", action="store_true", default=SUPPRESS, help=_("vis teknisk sporing ved feil"))


def iso_date(text: str) -> date:
    """Return a date from text, or tell argparse why it is none."""
    from temaplan.documents.exchange.plan_folder.dates import why_no_date

    why = why_no_date(text)
    if why:
        raise ArgumentTypeError(why)
    return date.fromisoformat(text)
