"""A time series and what may come: the middle, and the band that holds eight of ten draws."""

from dataclasses import dataclass, field

from temaplan.documents.charts.spec import NumberFormat
from temaplan.documents.charts.specs.base import Spec, check
from temaplan.documents.charts.specs.formats import whole

Values = tuple[float | None, ...]


@dataclass(frozen=True)
class Band:
    """One series. Every tuple has one value for each period, None where there is none.

    `history` is what was observed; `p10`, `p50`, `p90` what is projected. `backtest` is what the
    same method would have said of years that are known now, and `error` says in a sentence how
    far off it was.
    """

    label: str
    history: Values
    p10: Values
    p50: Values
    p90: Values
    backtest: Values = ()
    error: str = ""
    highlight: bool = False

    @property
    def lines(self) -> tuple[Values, ...]:
        """All its courses."""
        return (self.history, self.p10, self.p50, self.p90, self.backtest)


@dataclass(frozen=True, kw_only=True)
class Bands(Spec):
    """History as a solid line, the projection dashed within its band, each series in a panel.

    The last figure of the history and P10, P50 and P90 of the last period are written. `history`,
    `forward` and `backtest` name the lines; the drawing has words of its own for them.
    """

    kind = "bands"
    periods: tuple[str, ...]
    series: tuple[Band, ...]
    number: NumberFormat = field(default_factory=whole)
    history: str = ""
    forward: str = ""
    backtest: str = ""

    def __post_init__(self) -> None:
        """Refuse a series that does not fit the periods."""
        fits = all(
            len(line) in (0, len(self.periods)) for each in self.series for line in each.lines
        )
        check(fits, "every line needs one value for each period")
