"""The drawings that are more than bars and lines, each with its figures told in words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from temaplan.documents.charts.spec import Chart
from temaplan.documents.charts.specs import (
    Area,
    Band,
    Bands,
    Bubble,
    Bubbles,
    Choropleth,
    Commuters,
    Commuting,
    Parts,
    PartsRow,
    Profile,
    Quotient,
    Spec,
)
from temaplan.documents.charts.specs.base import Written
from temaplan.report.drawing import Drawing
from temaplan.report.grid import UNKNOWN
from temaplan.report.language import Said, decimal, percent, signed, whole

FEWER, MORE = Said("færre", "færre"), Said("flere", "fleire")
LESS_HERE, MORE_HERE = (
    Said("mindre andel enn", "mindre del enn"),
    Said("større andel enn", "større del enn"),
)
Line = tuple[float | None, ...]
DRAWN = 10  # industries of a profile; the table has them all


def written_form(form: str) -> Written:
    """Return the form as the drawings name it."""
    return "nn" if form == "nn" else "nb"


def drawn(make: Callable[[Written], Spec], told: Callable[[str], str]) -> Drawing:
    """Return a drawing that is made in the form it is asked for in."""

    def chart(form: str) -> Chart:
        return make(written_form(form)).as_chart()

    return Drawing(chart, told)


@dataclass(frozen=True)
class Weight:
    """An industry's quotient and its share of the jobs."""

    name: str
    quotient: float
    share: float


def profile(rows: Sequence[Weight], against: str) -> Drawing:
    """Draw quotients around 1, for those that differ the most in jobs."""

    def make(form: Written) -> Spec:
        return Profile(
            language=form,
            rows=tuple(
                Quotient(row.name, row.quotient, row.share, highlight=row.quotient > 1)
                for row in rows
            ),
            reference=Said(f"1 = som {against}", f"1 = som {against}").in_form(form),
            share=Said("andel av sysselsatte", "del av sysselsette").in_form(form),
            left=f"{LESS_HERE.in_form(form)} {against}",
            right=f"{MORE_HERE.in_form(form)} {against}",
            most=DRAWN,
        )

    def told(form: str) -> str:
        share = Said("andel", "del").in_form(form)
        return _sentence(
            f"{row.name}: LQ {decimal(row.quotient)}, {share} {percent(row.share)}" for row in rows
        )

    return drawn(make, told)


def steps(parts: Sequence[tuple[Said, float]], name: str) -> Drawing:
    """Draw one change as steps, part by part, the sum last."""

    def make(form: Written) -> Spec:
        return Parts(
            language=form,
            components=tuple(part.in_form(form) for part, _ in parts),
            rows=(PartsRow(name, tuple(value for _, value in parts), highlight=True),),
            left=FEWER.in_form(form),
            right=MORE.in_form(form),
            sum=Said("Endring i alt", "Endring i alt").in_form(form),
        )

    return drawn(
        make, lambda form: _sentence(f"{part.in_form(form)}: {signed(v)}" for part, v in parts)
    )


@dataclass(frozen=True)
class Place:
    """Those who live and work in a place, who come, and who go."""

    name: str
    own: float
    arriving: float
    leaving: float


def commuters(rows: Sequence[Place]) -> Drawing:
    """Draw who goes out, who stays and who comes in."""

    def make(form: Written) -> Spec:
        return Commuting(
            language=form,
            rows=tuple(
                Commuters(row.name, row.own, row.arriving, row.leaving, highlight=True)
                for row in rows
            ),
        )

    def told(form: str) -> str:
        out, stay, come = (
            Said("pendler ut", "pendlar ut").in_form(form),
            Said("bor og arbeider der", "bur og arbeider der").in_form(form),
            Said("pendler inn", "pendlar inn").in_form(form),
        )
        return _sentence(
            f"{row.name}: {whole(row.leaving)} {out}, {whole(row.own)} {stay}, "
            f"{whole(row.arriving)} {come}"
            for row in rows
        )

    return drawn(make, told)


@dataclass(frozen=True)
class Course:
    """What was, and the band of what may come; every line has one value for each year."""

    name: str
    history: Line
    low: Line
    middle: Line
    high: Line


def course(years: Sequence[int], of: Course) -> Drawing:
    """Draw a history and its band."""

    def make(form: Written) -> Spec:
        return Bands(
            language=form,
            periods=tuple(map(str, years)),
            series=(Band(of.name, of.history, of.low, of.middle, of.high, highlight=True),),
            history=Said("Registrert", "Registrert").in_form(form),
            forward=Said("Midtre bane", "Midtre bane").in_form(form),
        )

    def told(form: str) -> str:
        known = [(year, v) for year, v in zip(years, of.history, strict=True) if v is not None]
        low, middle, high = (
            next(value for value in reversed(line) if value is not None)
            for line in (of.low, of.middle, of.high)
        )
        (start, first), (end, last) = known[0], known[-1]
        return Said(
            f"Registrert: {whole(first)} i {start}, {whole(last)} i {end}. I {years[-1]}: lav bane "
            f"{whole(low)}, midtre {whole(middle)}, høy {whole(high)}.",
            f"Registrert: {whole(first)} i {start}, {whole(last)} i {end}. I {years[-1]}: låg bane "
            f"{whole(low)}, midtre {whole(middle)}, høg {whole(high)}.",
        ).in_form(form)

    return drawn(make, told)


@dataclass(frozen=True)
class Spot:
    """An industry: its quotient, its growth, its jobs."""

    name: str
    quotient: float
    growth: float
    jobs: float

    @property
    def stands_out(self) -> bool:
        """Tell whether it is both larger than elsewhere and growing."""
        return self.quotient > 1 and self.growth > 0


def bubbles(spots: Sequence[Spot], against: str, base: int, end: int) -> Drawing:
    """Draw growth against specialisation, with the jobs as size."""

    def make(form: Written) -> Spec:
        small, large = LESS_HERE.in_form(form), MORE_HERE.in_form(form)
        grew, fell = Said("vokste", "voks"), Said("gikk ned", "gjekk ned")
        return Bubbles(
            language=form,
            points=tuple(
                Bubble(spot.name, spot.quotient, spot.growth, spot.jobs, spot.stands_out)
                for spot in spots
            ),
            x_label=Said(
                f"Lokaliseringskvotient mot {against}", f"Lokaliseringskvotient mot {against}"
            ).in_form(form),
            y_label=Said(f"Vekst {base}–{end}", f"Vekst {base}–{end}").in_form(form),
            size_label=Said("sysselsatte", "sysselsette").in_form(form),
            corners=(
                f"{small} {against}, {grew.in_form(form)}",
                f"{large} {against}, {grew.in_form(form)}",
                f"{small} {against}, {fell.in_form(form)}",
                f"{large} {against}, {fell.in_form(form)}",
            ),
        )

    return drawn(
        make,
        lambda form: _sentence(
            f"{spot.name}: LQ {decimal(spot.quotient)}, {percent(spot.growth)}, {whole(spot.jobs)}"
            for spot in spots
        ),
    )


@dataclass(frozen=True)
class Mapped:
    """A municipality with its figure, a share; the report's own stand out."""

    code: str
    name: str
    value: float | None
    stands_out: bool


def growth_map(places: Sequence[Mapped], unit: Said) -> Drawing:
    """Draw shares on the map, growth and decline in different kinds of tone."""

    def make(form: Written) -> Spec:
        return Choropleth(
            language=form,
            areas=tuple(
                Area(place.code, place.name, place.value, highlight=place.stands_out)
                for place in places
            ),
            unit=unit.in_form(form),
            number={"decimals": 1, "percent": True, "sign": True},
            middle=0.0,
        )

    return drawn(
        make,
        lambda form: _sentence(
            f"{place.name}: "
            f"{UNKNOWN.in_form(form) if place.value is None else percent(place.value)}"
            for place in places
        ),
    )


def _sentence(parts: Iterable[str]) -> str:
    return f"{'; '.join(parts)}."
