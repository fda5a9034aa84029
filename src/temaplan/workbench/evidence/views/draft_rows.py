"""A draft as its page shows it: what is odd beside each line, and what has been answered for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import HttpRequest

from temaplan.workbench.evidence.acceptance import Acceptance, covering
from temaplan.workbench.evidence.actions.drafts import accepted_in, looked_over
from temaplan.workbench.evidence.calculation.lines import lines_in
from temaplan.workbench.evidence.calculation.looking_over import LookedOver, Odd
from temaplan.workbench.evidence.models import TableDraft
from temaplan.workbench.evidence.views.addresses import draft_url
from temaplan.workbench.evidence.views.words import accepted_words
from temaplan.workbench.evidence.vocabulary import FILE_FINDING
from temaplan.workbench.pages.list_page import page_of
from temaplan.workbench.plan.access import Access

EVERY_LINE = "alle"


@dataclass(frozen=True)
class ShownOdd:
    """Something odd with what can be done about it."""

    odd: Odd
    kind: str
    acceptance: Acceptance | None
    accept_url: str
    withdraw_url: str
    remove_url: str = ""

    @property
    def accepted(self) -> str:
        """Say who answers for it, and why."""
        return accepted_words(self.acceptance) if self.acceptance else ""


@dataclass(frozen=True)
class ShownLine:
    """One line of the file."""

    number: int
    text: str
    url: str
    odd: Sequence[ShownOdd]


@dataclass(frozen=True)
class ShownKind:
    """All that is odd in one way."""

    label: str
    number: int
    waiting: int
    is_error: bool
    accept_url: str


@dataclass(frozen=True)
class DraftRows:
    """Everything the page of a draft shows of its file."""

    access: Access
    draft: TableDraft
    request: HttpRequest

    @cached_property
    def over(self) -> LookedOver:
        """The file, looked over."""
        return looked_over(self.draft)

    @cached_property
    def shows_every_line(self) -> bool:
        """Whether lines with nothing odd about them are shown too."""
        return self.request.GET.get("linjer") == EVERY_LINE or not self.over.odd_lines

    @cached_property
    def page(self) -> Page[int]:
        """One page of line numbers, the heading left out."""
        every = range(2, len(self._lines) + 1)
        numbers = every if self.shows_every_line else self.over.odd_lines
        return page_of(list(numbers), self.request.GET.get("side", "1"))

    @cached_property
    def lines(self) -> Sequence[ShownLine]:
        """The lines of the page, each with what is odd about it."""
        return [
            ShownLine(
                number,
                self._lines[number - 1],
                draft_url(self.access, self.draft, "table-draft-line", line=number),
                [self._shown[each.key] for each in self.over.beside(number)],
            )
            for number in self.page.object_list
            if number <= len(self._lines)
        ]

    @property
    def heading(self) -> str:
        """The first line of the file."""
        return self._lines[0] if self._lines else ""

    @cached_property
    def about_the_whole(self) -> Sequence[ShownOdd]:
        """What is odd about no single line."""
        return [self._shown[each.key] for each in self.over.about_the_whole]

    @cached_property
    def kinds(self) -> Sequence[ShownKind]:
        """What is odd, counted by its kind; errors first."""
        names = dict.fromkeys((each.finding, each.is_error) for each in self.over.odd)
        return [self._kind(finding, is_error=is_error) for finding, is_error in names]

    @cached_property
    def _lines(self) -> list[str]:
        return lines_in(self.over.text)

    @cached_property
    def _accepted(self) -> Sequence[Acceptance]:
        return accepted_in(self.draft)

    @cached_property
    def _shown(self) -> Mapping[str, ShownOdd]:
        return {each.key: self._of(each) for each in self.over.odd}

    def _of(self, odd: Odd) -> ShownOdd:
        asked = urlencode({"funn": odd.key})
        accept = draft_url(self.access, self.draft, "table-draft-accept")
        withdraw = draft_url(self.access, self.draft, "table-draft-withdraw")
        remove = draft_url(self.access, self.draft, "table-draft-without")
        is_sum = odd.finding == "total_row" and odd.must_mend
        return ShownOdd(
            odd,
            str(FILE_FINDING[odd.finding].label),
            covering(self._accepted, odd),
            f"{accept}?{asked}" if not odd.must_mend else "",
            f"{withdraw}?{asked}",
            f"{remove}?{asked}" if is_sum else "",
        )

    def _kind(self, finding: str, *, is_error: bool) -> ShownKind:
        found = [
            each for each in self.over.odd if (each.finding, each.is_error) == (finding, is_error)
        ]
        waiting = [each for each in found if self._shown[each.key].acceptance is None]
        together = len(waiting) > 1 and not is_error
        accept = draft_url(self.access, self.draft, "table-draft-accept")
        return ShownKind(
            str(FILE_FINDING[finding].label),
            len(found),
            len(waiting),
            is_error,
            f"{accept}?{urlencode({'alle': finding})}" if together else "",
        )
