"""Forms about how milestones hang together: order, and milestones shared with another plan."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.forms.choosing import LongSelect
from temaplan.workbench.plan.queries.sharing import Offered
from temaplan.workbench.plan.rules.dependencies import LONGEST_DAYS

_CHOOSE = [("", _("Velg"))]
_GONE = {"invalid_choice": _("Milepælen finnes ikke lenger i listen. Velg en annen.")}


def _with_day(title: str, day: Any, precision: str) -> str:
    return f"{title} ({written_date(day, precision)})"


class DependencyForm(PlanForm):
    """What a milestone comes after."""

    after = forms.ChoiceField(
        label=_("Kommer etter"),
        choices=_CHOOSE,
        widget=LongSelect,
        error_messages=_GONE,
    )
    least_days = forms.IntegerField(
        label=_("Minst antall dager mellom"),
        required=False,
        min_value=0,
        max_value=LONGEST_DAYS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 6}),
        help_text=_("Tomt eller 0 betyr at den kan komme samme dag."),
        error_messages={
            "invalid": _("Skriv antallet som et helt tall."),
            "min_value": _("Antallet kan ikke være mindre enn 0."),
            "max_value": _("Antallet kan ikke være større enn 3660."),
        },
    )

    def __init__(self, *args: Any, others: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["after"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*_CHOOSE, *((slug, _with_day(*rest)) for slug, *rest in others)]


class ShareForm(PlanForm):
    """Which milestone of another plan to show here."""

    theirs = forms.ChoiceField(
        label=_("Milepæl i en annen plan"),
        choices=_CHOOSE,
        widget=LongSelect,
        help_text=_("Kommende milepæler i kommunens andre planer, der du kan skrive."),
        error_messages=_GONE,
    )

    def __init__(self, *args: Any, offered: Iterable[Offered], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["theirs"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*_CHOOSE, *_by_plan(offered)]


def _by_plan(offered: Iterable[Offered]) -> Sequence[tuple[str, Any]]:
    """Return the choices with the plan as the heading of each group."""
    return [
        (title, [(row.pk, _with_day(row.title, row.day, row.precision)) for row in rows])
        for title, rows in groupby(offered, key=lambda row: row.plan_title)
    ]


class FollowForm(PlanForm):
    """Why a shared milestone follows the plan that owns it."""

    reason = forms.CharField(
        label=_("Hvorfor er den flyttet"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Begrunnelsen står ved siden av datoene i tidslinjen."),
    )


class UnfollowForm(PlanForm):
    """Why a milestone no longer follows the other plan."""

    reason = forms.CharField(
        label=_("Hvorfor slutter den å følge"), widget=forms.Textarea(attrs={"rows": 3})
    )
