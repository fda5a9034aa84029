"""From the command line to a command and back to an exit status."""

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import nullcontext

from temaplan.cli.argparse_texts import speak_norwegian
from temaplan.cli.faults import explain, printable
from temaplan.cli.language import choose_language, chosen_language
from temaplan.cli.parser import USAGE_ERROR, Finished, build_parser
from temaplan.cli.web import start_web


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises and never ends the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    choose_language(arguments)
    try:
        return _run(arguments)
    except Finished as finished:
        return finished.status
    except BrokenPipeError:
        # `temaplan trace … | head`: the reader has what it wants. Without this Python
        # complains once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        return _report(error, debug="--debug" in arguments)


def _run(arguments: list[str]) -> int:
    speak_norwegian()
    parser = build_parser(arguments)
    args = parser.parse_args(arguments)
    args.language = chosen_language()
    if args.command is None:
        parser.print_help(sys.stderr)
        return USAGE_ERROR
    with getattr(args.module, "surroundings", nullcontext)(args):
        if getattr(args.module, "NEEDS_WEB", False):
            start_web(args)
        status: int = args.module.run(args)
    sys.stdout.flush()
    return status


def _report(error: BaseException, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    status, sentence = explain(error)
    print(printable(sentence), file=sys.stderr)
    return status
