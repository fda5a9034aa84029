"""What is wrong with a file of figures: line, sentence, cure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from temaplan.errors import BadInput
from temaplan.sources.words import gettext_noop as _

SHOWN = 50
UNREADABLE = "unreadable"
Translate = Callable[[str], str]


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Problem:
    """One thing about the file. `line` is 0 where it is the file itself; a notice stops nothing.

    `finding` is the kind of trap, named as `regional.validate` names it; a fault that is
    `judged` leaves the figures readable, so that a person may answer for them.
    """

    line: int
    template: str  # bokmål, with `{name}` for each of `facts`
    facts: Mapping[str, Any] = field(default_factory=dict)
    notice: bool = False
    finding: str = UNREADABLE
    judged: bool = False

    def told(self, translate: Translate = _as_it_is) -> str:
        """Return the sentence without its line, in the language that `translate` speaks."""
        return translate(self.template).format(**self.facts)

    def sentence(self, translate: Translate = _as_it_is) -> str:
        """Return the whole sentence with its line."""
        told = self.told(translate)
        if not self.line:
            return told
        return translate(_("Linje {line}: {told}")).format(line=self.line, told=told)

    def __str__(self) -> str:
        return self.sentence()


class BroughtRefused(BadInput):
    """The file cannot be used as it stands; nothing was stored."""

    code = "file_of_figures_refused"

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        lines = [str(problem) for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            lines.append(f"… og {len(self.problems) - SHOWN} feil til.")
        super().__init__("Filen er ikke lest inn. Ingenting er endret.\n" + "\n".join(lines))


class Notes:
    """Collects what is found while a file is read."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(
        self,
        line: int,
        template: str,
        *,
        finding: str = UNREADABLE,
        judged: bool = False,
        **facts: Any,
    ) -> None:
        """Note a fault."""
        self.found.append(Problem(line, template, facts, finding=finding, judged=judged))

    def notice(self, line: int, template: str, **facts: Any) -> None:
        """Note something to look at that need not be wrong."""
        self.found.append(Problem(line, template, facts, notice=True))

    @property
    def faults(self) -> bool:
        """Whether anything found stops the file."""
        return any(not problem.notice for problem in self.found)

    def in_order(self) -> tuple[Problem, ...]:
        """Return everything by line, each once."""
        seen = {str(problem): problem for problem in self.found}
        return tuple(sorted(seen.values(), key=lambda problem: problem.line))
