"""Keep the catalogues of messages: take texts out of the source, merge, compile, tell what lacks.

    .venv/bin/python tools/messages.py            # update and compile every catalogue
    .venv/bin/python tools/messages.py --check    # change nothing; exit 1 when something lacks

Bokmål stands in the source, so it has no catalogue. Needs no program of the machine:
Babel reads Python, and Django turns its templates into something that Babel can read.
A message that is gone from the source is dropped; one that is new waits without a text.
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
# A compiled catalogue holds a date; one that is always the same lets it be compared.
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
SOURCE = ROOT / "src" / "temaplan"
Found = tuple[Any, str, Any]  # message or messages, place, context
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@dataclass(frozen=True)
class Domain:
    """Texts that are translated together: where they stand, and into which languages."""

    name: str
    folders: tuple[str, ...]
    locale: str
    languages: tuple[str, ...]

    def catalogue(self, language: str) -> Path:
        """Return the path of a language's catalogue, to be read and changed by people."""
        return SOURCE / self.locale / language / "LC_MESSAGES" / f"{self.name}.po"


DOMAINS = (
    # What pages and documents say. `sources` names its tables and `analysis` its methods
    # with gettext_noop; both are shown here and by commands.
    Domain("django", ("workbench", "config", "sources", "analysis"), "workbench/locale", ("nn",)),
    # What commands say; apart from Django, so that a bare installation speaks too.
    Domain("cli", ("cli", "sources", "analysis"), "cli/locale", ("nn", "en")),
)
_LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
# A call as `templatize` writes it among its filling for the text of the template.
_CALL = re.compile(rf"\b(?:n?p?gettext|_)\(\s*{_LITERAL}(?:\s*,\s*(?:{_LITERAL}|\w+))*\s*\)")
# Texts of libraries that have no nynorsk of their own; they are shown on our pages.
FOREIGN = ROOT / "tools" / "foreign_messages.txt"


def messages_of(domain: Domain) -> Iterator[Found]:
    """Return every text of a domain: (message or messages, place, context)."""
    for folder in domain.folders:
        for path in sorted((SOURCE / folder).rglob("*")):
            yield from _messages_in(path)
    yield from _plain_texts_of_commands() if domain.name == "cli" else _foreign_texts()


def _messages_in(path: Path) -> Iterator[Found]:
    if path.suffix == ".py" and "/migrations/" not in str(path):
        yield from _found(path, path.read_bytes())
    elif path.suffix in {".html", ".txt"} and "/templates/" in str(path):
        yield from _found(path, _template_as_python(path))


def _foreign_texts() -> Iterator[Found]:
    for line in FOREIGN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line, "allauth", None


def _plain_texts_of_commands() -> Iterator[Found]:
    """Return what the parser translates itself: help lines, and the words of argparse."""
    from temaplan.cli.argparse_texts import BOKMAL
    from temaplan.cli.commands import COMMANDS, load

    for command in COMMANDS:
        yield load(command).HELP, f"src/temaplan/cli/commands/{COMMANDS[command]}.py", None
    for text in BOKMAL.values():
        yield text, "src/temaplan/cli/argparse_texts.py", None


def _found(path: Path, content: bytes) -> Iterator[Found]:
    for _line, message, _comments, context in extract("python", io.BytesIO(content), KEYWORDS):
        yield message, path.relative_to(ROOT).as_posix(), context


def _template_as_python(path: Path) -> bytes:
    from django.utils.translation.template import templatize

    text = templatize(path.read_text(encoding="utf-8"), origin=path.name)
    return "\n".join(call.group(0) for call in _CALL.finditer(text)).encode()


def updated(domain: Domain, language: str) -> Catalog:
    """Return the catalogue as it should be: every text of today, with what is translated."""
    path = domain.catalogue(language)
    before = _read(path, language) if path.exists() else Catalog(locale=language)
    new = Catalog(
        locale=language,
        project="Temaplan",
        header_comment="# Temaplan. Lisens: CC BY 4.0.",
        fuzzy=False,
    )
    for message, place, context in messages_of(domain):
        if not _has_text(message):
            continue
        kept = before.get(message if isinstance(message, str) else message[0], context)
        string = kept.string if kept is not None and not kept.fuzzy else ""
        new.add(message, string, locations=[(place, 0)], context=context)
    return new


def _has_text(message: Any) -> bool:
    return bool(message if isinstance(message, str) else message[0])


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def lacking(catalogue: Catalog) -> list[str]:
    """Return the messages without a text, and those that are only guessed."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not _is_translated(message.string))
    ]


def _is_translated(string: Any) -> bool:
    return all(string) if isinstance(string, tuple | list) and string else bool(string)


def po_text(catalogue: Catalog) -> bytes:
    """Return the catalogue as text, the same for the same messages on every day."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True, omit_header=True, include_lineno=False)
    head = (
        "# Temaplan. Lisens: CC BY 4.0.\n"
        'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + buffer.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the compiled catalogue, which is what a program reads."""
    buffer = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = _NO_DAY
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def faults() -> Iterator[str]:
    """Return what is not as it should be in the catalogues that are kept."""
    for domain in DOMAINS:
        for language in domain.languages:
            path = domain.catalogue(language)
            name = path.relative_to(ROOT).as_posix()
            if not path.exists() or path.read_bytes() != po_text(updated(domain, language)):
                yield f"{name}: the source has other texts; run tools/messages.py"
                continue
            catalogue = _read(path, language)
            yield from (f"{name}: no text for «{each}»" for each in lacking(catalogue))
            if path.with_suffix(".mo").read_bytes() != mo_bytes(catalogue):
                yield f"{name}: not compiled; run tools/messages.py"


def write() -> None:
    """Update and compile every catalogue; tell how much lacks."""
    for domain in DOMAINS:
        for language in domain.languages:
            path = domain.catalogue(language)
            text = po_text(updated(domain, language))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            catalogue = _read(path, language)
            path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
            waiting = lacking(catalogue)
            print(
                f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {len(waiting)} without text"
            )


def main(arguments: Iterable[str]) -> int:
    """Update, or with --check only tell."""
    if "--check" not in arguments:
        write()
        return 0
    found = list(faults())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
