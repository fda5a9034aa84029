"""The graph of border changes: what a code became, what it came from, and whether it was in use.

A change says that on a day `from_code` became (a part of) `to_code`. Every change of a day
is listed, also onto the same code, so a code that goes on beside a split is seen.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from temaplan.analysis.regional.columns import codes_of
from temaplan.analysis.regional.errors import BadQuestion, BadTable, listed
from temaplan.analysis.regional.figures import figures_of
from temaplan.analysis.regional.frames import Table

Step = Mapping[str, tuple[str, ...]]
Weights = Mapping[tuple[str, str, date], float]
_SUM_IS_ONE = 1e-6


@dataclass(frozen=True)
class Reached:
    """A code that another one leads to, with the weight, and whether a split was crossed."""

    code: str
    weight: float = 1.0
    estimated: bool = False


@dataclass(frozen=True)
class BorderChanges:
    """Changes by day, each day as code → codes, in the direction of time."""

    days: tuple[date, ...]
    steps: Mapping[date, Step]

    @classmethod
    def read(cls, changes: Any) -> "BorderChanges":
        """Read a table with the columns from_code, to_code, date. Raises `BadTable`."""
        table = Table.read(changes).refuse_empty()
        froms, tos = (codes_of(table, name) for name in ("from_code", "to_code"))
        by_day: dict[date, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row, day in enumerate(days_of(table, "date")):
            target = tos.labels[tos.codes[row]]
            known = by_day[day][froms.labels[froms.codes[row]]]
            if target in known:
                raise BadTable(
                    f"Samme endring står to ganger ({target}, {day}). Ta bort den ene.",
                    code="duplicate",
                    row=row + 1,
                )
            known.append(target)
        steps = {
            day: {code: tuple(sorted(targets)) for code, targets in step.items()}
            for day, step in by_day.items()
        }
        return cls(tuple(sorted(steps)), steps)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that a change names."""
        return frozenset(
            code for step in self.steps.values() for pair in step.items() for code in _both(pair)
        )

    def in_use(self, code: str, day: date) -> bool:
        """Tell whether a code was in use at the end of a day; one never changed always was."""
        earlier = [each for each in self.days if each <= day and self._names(code, each)]
        if earlier:
            return code in _targets(self.steps[earlier[-1]])
        later = next((each for each in self.days if each > day and self._names(code, each)), None)
        return later is None or code in self.steps[later]

    def way(self, start: date, end: date) -> Sequence[tuple[date, Step]]:
        """Return the steps from the end of one day to the end of another, also back in time."""
        if start <= end:
            return [(day, self.steps[day]) for day in self.days if start < day <= end]
        backwards = [day for day in reversed(self.days) if end < day <= start]
        return [(day, _turned(self.steps[day])) for day in backwards]

    def reached(
        self, code: str, way: Sequence[tuple[date, Step]], weights: Weights | None
    ) -> list[Reached]:
        """Follow a code along the steps. Raises `BadQuestion` at a split without weights."""
        found = [Reached(code)]
        for day, step in way:
            found = [after for one in found for after in _after(one, day, step, weights)]
        return found

    def everything_behind(self, code: str, way: Sequence[tuple[date, Step]]) -> frozenset[str]:
        """Return every code that a code along the steps is made of, weights aside."""
        found = {code}
        for _day, step in way:
            found = {after for one in found for after in step.get(one, (one,))}
        return frozenset(found)

    def _names(self, code: str, day: date) -> bool:
        return code in self.steps[day] or code in _targets(self.steps[day])


def days_of(table: Table, name: str) -> list[date]:
    """Read a column of days: dates, or text like 2024-01-01."""
    return [_day(table, name, row, value) for row, value in enumerate(table.column(name))]


def day_of(value: Any, named: str) -> date:
    """Read one day given by the caller: a date, ISO text, or a year (its 31 December)."""
    if isinstance(value, int) or (isinstance(value, str) and value.isdigit()):
        return date(int(value), 12, 31)
    try:
        return _as_date(value)
    except ValueError as error:
        raise BadQuestion(
            f"{named}=«{value}» er ikke en dato. Skriv for eksempel 2024-01-01.", code="not_a_date"
        ) from error


def weights_of(splits: Any) -> Weights | None:
    """Read the weights of splits: a table from_code, to_code, date, weight; "refuse" has none."""
    if isinstance(splits, str):
        if splits != "refuse":
            raise BadQuestion("splits er enten «refuse» eller en tabell med vekter.")
        return None
    table = Table.read(splits).refuse_empty()
    froms, tos = (codes_of(table, name) for name in ("from_code", "to_code"))
    shares = figures_of(table, "weight")
    return {
        (froms.labels[froms.codes[row]], tos.labels[tos.codes[row]], day): float(shares[row])
        for row, day in enumerate(days_of(table, "date"))
    }


def _after(one: Reached, day: date, step: Step, weights: Weights | None) -> list[Reached]:
    targets = step.get(one.code, (one.code,))
    if len(targets) == 1:
        return [Reached(targets[0], one.weight, one.estimated)]
    shares = [(weights or {}).get((one.code, target, day)) for target in targets]
    if any(share is None for share in shares):
        raise BadQuestion(
            f"{one.code} ble delt {day.isoformat()} i {listed(targets)}. Tall kan ikke deles uten "
            "vekter. Gi vektene i splits, eller velg en annen dato.",
            code="split",
        )
    given = [share for share in shares if share is not None]
    if abs(sum(given) - 1) > _SUM_IS_ONE:
        raise BadQuestion(
            f"Vektene for {one.code} {day.isoformat()} summerer til {sum(given):g}, ikke 1.",
            code="weights",
        )
    return [
        Reached(target, one.weight * share, estimated=True)
        for target, share in zip(targets, given, strict=True)
    ]


def _turned(step: Step) -> Step:
    back: dict[str, list[str]] = defaultdict(list)
    for code, targets in step.items():
        for target in targets:
            back[target].append(code)
    return {code: tuple(sorted(sources)) for code, sources in back.items()}


def _targets(step: Step) -> frozenset[str]:
    return frozenset(target for targets in step.values() for target in targets)


def _both(pair: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
    return (pair[0], *pair[1])


def _as_date(value: Any) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    return date.fromisoformat(str(value).strip()[:10])


def _day(table: Table, name: str, row: int, value: Any) -> date:
    try:
        return _as_date(value)
    except ValueError as error:
        place = table.place(row)
        raise BadTable(
            f"{place[0].upper()}{place[1:]}, kolonnen «{name}»: «{value}» er ikke en dato. "
            "Skriv for eksempel 2024-01-01.",
            code="not_a_date",
            row=row + 1,
            column=name,
        ) from error
