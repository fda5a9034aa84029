"""What all kinds share, and the way from a frozen value to plain JSON and back."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import (
    Any,
    ClassVar,
    Literal,
    Self,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from temaplan.documents.charts.spec import Chart

Written = Literal["nb", "nn"]

_KINDS: dict[str, type["Spec"]] = {}


@dataclass(frozen=True, kw_only=True)
class Spec:
    """A chart as a value.

    `colour` is the municipality's (of what is highlighted), `marking` is written in the drawing
    itself («Oppdiktet eksempel»), `language` is the written form of the words that the drawing
    adds.
    """

    kind: ClassVar[str]
    colour: str = ""
    marking: str = ""
    language: Written = "nb"

    def __init_subclass__(cls) -> None:
        _KINDS[cls.kind] = cls

    def as_chart(self) -> Chart:
        """Return the chart as plain JSON, without what is as usual."""
        return cast("Chart", {"kind": self.kind, **_plain_fields(self)})

    @classmethod
    def from_chart(cls, chart: Mapping[str, Any]) -> Self:
        """Return the value that plain JSON stands for."""
        return _rebuilt(cls, {name: told for name, told in chart.items() if name != "kind"})


def spec_of(chart: Mapping[str, Any]) -> Spec | None:
    """Return the frozen value of a chart, or None for bars and lines, which have none."""
    kind = _KINDS.get(str(chart["kind"]))
    return kind.from_chart(chart) if kind else None


def check(true: bool, sentence: str) -> None:
    """Refuse a chart that cannot be drawn: the caller's mistake, not the reader's."""
    if not true:
        raise ValueError(sentence)


def _plain_fields(value: Any) -> dict[str, Any]:
    return {
        each.name: _plain(getattr(value, each.name))
        for each in fields(value)
        if getattr(value, each.name) != _usual(each)
    }


def _usual(each: Field[Any]) -> Any:
    return each.default if each.default_factory is MISSING else each.default_factory()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _plain_fields(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _rebuilt[Value](cls: type[Value], told: Mapping[str, Any]) -> Value:
    hints = get_type_hints(cls)
    return cls(**{name: _value(hints[name], given) for name, given in told.items()})


def _value(hint: Any, given: Any) -> Any:
    """Return a list as the tuple that the field holds, of values where it holds values."""
    if get_origin(hint) is not tuple or not isinstance(given, list | tuple):
        return given
    of = get_args(hint)[0]
    if isinstance(of, type) and is_dataclass(of):
        return tuple(_rebuilt(of, each) for each in given)
    return tuple(given)
