"""Two people saved the same row: yours and theirs, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from temaplan.workbench.pages.forms import PlanForm


@dataclass(frozen=True)
class Choice:
    """One entry of a list: whose it is, and whether it is chosen to begin with."""

    raw: str
    words: str
    mine: bool
    theirs: bool


@dataclass(frozen=True)
class MergeField:
    """One field of the form, with what each of the two wrote.

    A list is not chosen as a whole: `choices` holds the entries of both. What the row
    itself does not keep, such as the reason for an act, is `only_mine` and goes along.
    """

    name: str
    label: str
    differs: bool
    mine: str
    theirs: str
    mine_raw: Sequence[str]
    theirs_raw: Sequence[str]
    choices: Sequence[Choice] = ()
    only_mine: bool = False


def differing_fields(form: PlanForm, current: Any) -> list[MergeField]:
    """Return every field of the form with both texts, those that differ marked."""
    theirs = type(form)(access=form.access, row=current)
    return [_field(form, theirs, name) for name, field in form.fields.items() if _is_text(field)]


def lost_files(form: PlanForm) -> list[str]:
    """Return the labels of files that were sent: a browser lets nobody keep them for it."""
    return [
        str(form[name].label)
        for name, field in form.fields.items()
        if isinstance(field, forms.FileField) and form.files.get(name)
    ]


def _is_text(field: forms.Field) -> bool:
    return not field.widget.is_hidden and not isinstance(field, forms.FileField)


def _field(form: PlanForm, theirs: PlanForm, name: str) -> MergeField:
    mine_raw = _raw(form[name].data)
    theirs_raw = _raw(form.fields[name].prepare_value(theirs[name].value()))
    several = bool(getattr(form.fields[name].widget, "allow_multiple_selected", False))
    return MergeField(
        name=name,
        label=str(form[name].label),
        differs=sorted(mine_raw) != sorted(theirs_raw) if several else mine_raw != theirs_raw,
        mine=_shown(form, name, mine_raw),
        theirs=_shown(theirs, name, theirs_raw),
        mine_raw=mine_raw,
        theirs_raw=theirs_raw,
        choices=_entries(form, name, mine_raw, theirs_raw) if several else (),
        only_mine=name not in theirs.initial,
    )


def _entries(
    form: PlanForm, name: str, mine: Sequence[str], theirs: Sequence[str]
) -> Sequence[Choice]:
    both = [*mine, *(raw for raw in theirs if raw not in mine)]
    words = _words(form, name)
    return [Choice(raw, words.get(raw, raw), raw in mine, raw in theirs) for raw in both]


def _raw(value: Any) -> list[str]:
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["on"]
    values = value if isinstance(value, list | tuple) else [value]
    return [str(each) for each in values]


def _shown(form: PlanForm, name: str, raw: Sequence[str]) -> str:
    """Return the values in the words of the form's own choices."""
    if isinstance(form.fields[name], forms.BooleanField):
        return _("ja") if raw else _("nei")
    words = _words(form, name)
    return ", ".join(words.get(value, value) for value in raw)


def _words(form: PlanForm, name: str) -> dict[str, str]:
    return {str(code): str(label) for code, label in getattr(form.fields[name], "choices", ())}
