"""What is wrong with a folder: everything at once, each with file, line and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from temaplan.documents.exchange.plan_folder.hidden import HIDDEN, named
from temaplan.errors import BadInput

SHOWN = 50


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, in a whole sentence."""

    file: str
    line: int  # 0 where the fault is the file itself
    message: str

    def __str__(self) -> str:
        where = f"{self.file}, linje {self.line}" if self.line else self.file
        return shown(f"{where}: {self.message}")


class FolderRefused(BadInput):
    """A folder that cannot be a plan; nothing was changed."""

    code = "folder_refused"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        count = len(self.problems)
        lines = [str(problem) for problem in self.problems[:SHOWN]]
        if count > SHOWN:
            lines.append(f"… og {count - SHOWN} feil til.")
        super().__init__("Mappen er ikke lest inn. Ingenting er endret.\n" + "\n".join(lines))


@dataclass
class Problems:
    """Collects faults while a folder is read."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: str, line: int, message: str) -> None:
        """Note one fault."""
        self.found.append(Problem(file, line, message))

    def stop_if_any(self) -> None:
        """Refuse the folder when something was found."""
        if self.found:
            raise FolderRefused(self.found)


def shown(text: str) -> str:
    """Return a text that does nothing to a terminal (escapes, overrides) but says what is there."""
    return HIDDEN.sub(lambda match: f"‹{named(match[0])}›", text)


def quoted(value: object, *, longest: int = 60) -> str:
    """Return a value as it stands in a sentence, cut when it is long."""
    text = str(value).replace("\n", " ")
    return f"«{text if len(text) <= longest else text[:longest] + ' …'}»"
