"""Forms about the plan as a whole."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.rules.profile import period_is_possible
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import LANGUAGE_FORMS, PLAN_TYPES

_YEAR = re.compile(r"[0-9]{4}")


def _text(label: Any, *, rows: int = 3, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class YearField(forms.CharField):
    """A year of four digits. Cleans to an int, or None when empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "size": 6}))
        super().__init__(max_length=20, **kwargs)

    def clean(self, value: Any) -> Any:
        """Read the year; anything else than four digits is explained."""
        text = super().clean(value)
        if not text:
            return None
        if not _YEAR.fullmatch(text):
            raise forms.ValidationError(
                _("«%(text)s» er ikke et årstall. Skriv fire siffer, for eksempel 2027."),
                params={"text": text},
            )
        return int(text)


class PeriodForm(PlanForm):
    """Abstract: a form that asks for the plan's years."""

    period_start = YearField(label=_("Første år"), required=False)
    period_end = YearField(label=_("Siste år"), required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse years that cannot be a period."""
        values = super().clean() or self.cleaned_data
        verdict = period_is_possible(values.get("period_start"), values.get("period_end"))
        if not verdict.allowed:
            name = "period_end" if values.get("period_end") else "period_start"
            self.add_error(name, verdict.reason)
        return values


class ProfileForm(PeriodForm):
    """What the plan says about itself."""

    first = ("title", "summary", "plan_type", "purpose", "period_start", "period_end")
    more = ("plan_type_reason", "owner", "adopting_body", "related_plans", "language")

    title = forms.CharField(label=_("Tittel"), max_length=200)
    summary = forms.CharField(
        label=_("Kort om planen"),
        max_length=400,
        required=False,
        help_text=_("Én setning. Den står på forsiden når planen er publisert."),
    )
    plan_type = forms.ChoiceField(
        label=_("Plantype"), choices=choices(PLAN_TYPES), widget=forms.RadioSelect
    )
    plan_type_reason = _text(
        _("Hvorfor denne plantypen"),
        hint=_(
            "En temaplan har ingen lovbestemt prosess. "
            "En kommunedelplan følger plan- og bygningsloven."
        ),
    )
    purpose = _text(_("Formål"), rows=4, hint=_("Hva planen skal brukes til, og av hvem."))
    owner = forms.CharField(
        label=_("Planeier"),
        max_length=200,
        required=False,
        help_text=_("Kontoret eller lederen som har ansvaret for planen."),
    )
    adopting_body = forms.CharField(
        label=_("Organ som vedtar planen"), max_length=120, required=False
    )
    related_plans = _text(
        _("Forhold til andre planer"),
        hint=_("Hvilke planer den følger, utfyller eller må samordnes med."),
    )
    language = forms.ChoiceField(
        label=_("Målform"),
        choices=[("", _("som kommunen")), *choices(LANGUAGE_FORMS)],
        required=False,
    )


class PublishForm(PlanForm):
    """Letting everybody read the plan."""

    reason = forms.CharField(label=_("Merknad til historikken"), max_length=300, required=False)


class UnpublishForm(PlanForm):
    """Taking the plan back from the public."""

    reason = forms.CharField(
        label=_("Hvorfor skal den ikke lenger kunne leses av alle"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
