"""Two people saved the same row: yours and theirs, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from temaplan.workbench.pages.forms import PlanForm


@dataclass(frozen=True)
class MergeField:
    """One field of the form, with what each of the two wrote."""

    name: str
    label: str
    differs: bool
    mine: str
    theirs: str
    mine_raw: Sequence[str]
    theirs_raw: Sequence[str]


def differing_fields(form: PlanForm, current: Any) -> list[MergeField]:
    """Return every field of the form with both texts, those that differ marked."""
    theirs = type(form)(access=form.access, row=current)
    return [
        _field(form, theirs, name)
        for name in form.fields
        if name not in {"revision", "submission"}
    ]


def _field(form: PlanForm, theirs: PlanForm, name: str) -> MergeField:
    mine_raw = _raw(form[name].data)
    theirs_raw = _raw(form.fields[name].prepare_value(theirs[name].value()))
    mine, other = _shown(form, name, mine_raw), _shown(theirs, name, theirs_raw)
    return MergeField(
        name=name,
        label=str(form[name].label),
        differs=mine != other,
        mine=mine,
        theirs=other,
        mine_raw=mine_raw,
        theirs_raw=theirs_raw,
    )


def _raw(value: Any) -> list[str]:
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["on"]
    values = value if isinstance(value, list | tuple) else [value]
    return [str(each) for each in values]


def _shown(form: PlanForm, name: str, raw: Sequence[str]) -> str:
    """Return the values in the words of the form's own choices."""
    words = {str(code): str(label) for code, label in getattr(form.fields[name], "choices", ())}
    return ", ".join(words.get(value, value) for value in raw)
