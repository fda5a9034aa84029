"""Two periods side by side: which orders are new, repeated, not repeated.

A period is that of a financial plan. A document without period of its own, such as a
tertial report, belongs to the period that had begun last in its year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from temaplan.workbench.mandate.models import Mandate, MandateRelation, SourceDocument
from temaplan.workbench.mandate.queries.orders import orders
from temaplan.workbench.plan.models import Plan
from temaplan.workbench.plan.wording import years


@dataclass(frozen=True, order=True)
class Period:
    """The years of a financial plan."""

    start: int
    end: int

    @property
    def code(self) -> str:
        """How it stands in an address: `2008-2011`."""
        return f"{self.start}-{self.end}"

    @property
    def label(self) -> str:
        """How people write it: «2008–2011»."""
        return years(self.start, self.end)


@dataclass(frozen=True)
class Repeated:
    """An order given again, with the one that it repeats."""

    later: Mandate
    earlier: Mandate


@dataclass(frozen=True)
class Comparison:
    """What the later of two periods does with the orders of the earlier one."""

    new: Sequence[Mandate]
    repeated: Sequence[Repeated]
    not_repeated: Sequence[Mandate]


def periods(sources: Iterable[SourceDocument]) -> list[Period]:
    """Return the periods that the documents name, oldest first."""
    return sorted({own for source in sources if (own := _own_period(source))})


def period_of(source: SourceDocument, known: Sequence[Period]) -> Period | None:
    """Return the period that a document belongs to."""
    own = _own_period(source)
    if own or source.year is None:
        return own
    begun = [each for each in known if each.start <= source.year <= each.end]
    return max(begun, default=None)


def compare(plan: Plan, earlier: Period, later: Period) -> Comparison:
    """Compare the orders of two periods of a plan."""
    rows = list(orders(plan))
    known = periods(row.document for row in rows)
    before = [row for row in rows if period_of(row.document, known) == earlier]
    after = [row for row in rows if period_of(row.document, known) == later]
    given_in_later = {row.pk for row in after}
    repeated = [
        Repeated(each.later, each.earlier)
        for each in MandateRelation.objects.filter(plan=plan, relation="repeats")
        .select_related("later__document", "earlier__document")
        .order_by("later__position", "pk")
        if each.later_id in given_in_later
    ]
    again, first = {pair.later.pk for pair in repeated}, {pair.earlier.pk for pair in repeated}
    return Comparison(
        new=[row for row in after if row.pk not in again],
        repeated=repeated,
        not_repeated=[row for row in before if row.pk not in first],
    )


def _own_period(source: SourceDocument) -> Period | None:
    if source.period_start is None or source.period_end is None:
        return None
    return Period(source.period_start, source.period_end)
