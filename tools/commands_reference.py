"""Write docs/reference/commands.md from the parser, below the prose that stands in it.

Run it with `uv run python tools/commands_reference.py`.
"""

import os
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs/reference/commands.md"
MARK = "<!-- Herfra er siden laget av tools/commands_reference.py. -->\n"
WIDTH = "80"  # what argparse fills; the page shall not follow the terminal of its maker


def reference_page(written: str) -> str:
    """Return the whole page: the prose that stands in it, and the help of each command."""
    prose = written.partition(MARK)[0]
    return prose + MARK + "".join(_commands())


def _commands() -> list[str]:
    from temaplan.cli.argparse_texts import speak_norwegian
    from temaplan.cli.commands import COMMANDS
    from temaplan.cli.parser import build_parser

    os.environ["COLUMNS"] = WIDTH
    speak_norwegian()
    parts = []
    for name in COMMANDS:
        parser = build_parser([name])
        commands = next(a for a in parser._actions if a.dest == "command")
        own = commands.choices[name]  # type: ignore[index] # argparse calls it Iterable
        parts.append(f"\n## {name}\n\n```text\n{own.format_help()}```\n")
    return parts


if __name__ == "__main__":
    PAGE.write_text(reference_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
