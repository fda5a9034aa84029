"""From bytes to text: UTF-8 without mark, LF, and nothing that a reader cannot see."""

from temaplan.documents.exchange.plan_folder.hidden import HIDDEN, named
from temaplan.documents.exchange.plan_folder.problems import Problems

_BOM = "\ufeff"


def read_text(file: str, content: bytes, problems: Problems) -> str | None:
    """Return a text file's text, or note why it is none.

    Faults that leave the rest readable are noted and put aside, so that the rest is
    checked as well.
    """
    text = decoded(file, content, problems)
    if text is None:
        return None
    if text.startswith(_BOM):
        problems.add(file, 1, "Fila begynner med byte-order mark. Lagre den som UTF-8 uten BOM.")
        text = text.removeprefix(_BOM)
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        problems.add(file, line, "Linjen slutter med CRLF. Lagre fila med LF som linjeslutt.")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, row in enumerate(text.split("\n"), start=1):
        if match := HIDDEN.search(row):
            problems.add(
                file,
                number,
                f"Linjen har tegnet {named(match[0])}, som ikke synes og kan villede. Ta det bort.",
            )
    return HIDDEN.sub("", text)


def decoded(file: str, content: bytes, problems: Problems) -> str | None:
    """Return bytes as text exactly as they are, or note the line that is no UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        problems.add(file, line, "Fila er ikke UTF-8. Lagre den på nytt med UTF-8.")
        return None
