"""Figures as data: what the report draws, told in words too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.spec import Bar, Chart, Line, NumberFormat
from temaplan.documents.numbers import written
from temaplan.report.grid import UNKNOWN
from temaplan.report.language import Said, same


@dataclass(frozen=True)
class OneBar:
    """A bar with its name. None is a figure that is not known."""

    label: Said
    value: float | None
    stands_out: bool = False


@dataclass(frozen=True)
class OneLine:
    """A time series with its name."""

    label: Said
    values: Sequence[float | None]
    stands_out: bool = False


@dataclass(frozen=True)
class Drawing:
    """A chart in either written form, and what a seeing reader sees."""

    chart: Callable[[str], Chart]
    told: Callable[[str], str]


def bar(name: str, value: float | None, *, stands_out: bool = False) -> OneBar:
    """Return a bar whose name is alike in both forms."""
    return OneBar(same(name), value, stands_out)


def line(name: str, values: Sequence[float | None], *, stands_out: bool = False) -> OneLine:
    """Return a line whose name is alike in both forms."""
    return OneLine(same(name), values, stands_out)


def bars(
    rows: Sequence[OneBar], number: NumberFormat, reference: tuple[float, Said] | None = None
) -> Drawing:
    """Draw bars from zero, with a line to compare with where there is one."""

    def chart(form: str) -> Chart:
        drawn = Chart(kind="bars", number=number, bars=[_bar(row, form) for row in rows])
        if reference is not None:
            drawn["reference"] = {"value": reference[0], "label": reference[1].in_form(form)}
        return drawn

    return Drawing(chart, lambda form: _told_bars(rows, number, form))


def two_sided(rows: Sequence[OneBar], number: NumberFormat, left: Said, right: Said) -> Drawing:
    """Draw bars to both sides of zero; `left` and `right` say what a side means."""

    def chart(form: str) -> Chart:
        return Chart(
            kind="diverging",
            number=number,
            bars=[_bar(row, form) for row in rows],
            left=left.in_form(form),
            right=right.in_form(form),
        )

    return Drawing(chart, lambda form: _told_bars(rows, number, form))


def lines(rows: Sequence[OneLine], years: Sequence[int], number: NumberFormat) -> Drawing:
    """Draw time series."""

    def chart(form: str) -> Chart:
        return Chart(
            kind="lines",
            number=number,
            periods=[str(year) for year in years],
            lines=[
                Line(
                    label=row.label.in_form(form),
                    values=list(row.values),
                    highlight=row.stands_out,
                )
                for row in rows
            ],
        )

    return Drawing(chart, lambda form: _told_lines(rows, years, number, form))


def _bar(row: OneBar, form: str) -> Bar:
    made = Bar(label=row.label.in_form(form), value=row.value, highlight=row.stands_out)
    if row.value is None:
        made["missing"] = UNKNOWN.in_form(form)
    return made


def _figure(value: float | None, number: NumberFormat, form: str) -> str:
    return UNKNOWN.in_form(form) if value is None else written(value, **number)


def _told_bars(rows: Sequence[OneBar], number: NumberFormat, form: str) -> str:
    told = [f"{row.label.in_form(form)}: {_figure(row.value, number, form)}" for row in rows]
    return f"{'; '.join(told)}."


def _told_lines(
    rows: Sequence[OneLine], years: Sequence[int], number: NumberFormat, form: str
) -> str:
    return f"{'; '.join(_course(row, years, number, form) for row in rows)}."


def _course(row: OneLine, years: Sequence[int], number: NumberFormat, form: str) -> str:
    name = row.label.in_form(form)
    known = [
        (year, value) for year, value in zip(years, row.values, strict=True) if value is not None
    ]
    if not known:
        return f"{name}: {UNKNOWN.in_form(form)}"
    (start, first), (end, last) = known[0], known[-1]
    goes = Said("går fra", "går frå").in_form(form)
    before = written(first, **number)
    after = written(last, **number)
    between = Said("til", "til").in_form(form)
    return f"{name} {goes} {before} i {start} {between} {after} i {end}"
