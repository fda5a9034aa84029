"""Forms about a calculation: which table, then what is asked of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.errors import BadInput
from temaplan.sources.table import SourceTable
from temaplan.workbench.evidence.calculation.calculate import PUBLISHED, SUM_OF_ALL, Question
from temaplan.workbench.evidence.calculation.inputs import MEASURE, InputTable
from temaplan.workbench.evidence.calculation.methods import METHOD, methods_for
from temaplan.workbench.evidence.calculation.regions import chosen_regions
from temaplan.workbench.pages.forms import PlanForm, describe

MOST_BOXES = 40  # of more regions than this the names are written
_LINES = {"rows": 3}


class RunForm(PlanForm):
    """What is asked of a table."""

    first = ("title", "method", "measure", "regions", "reference", "first_year", "last_year")
    more = ("industries", "totals", "show", "description", "caveats")

    title = forms.CharField(
        label=_("Tittel"),
        max_length=200,
        help_text=_("Si hva tallene viser, som i en overskrift."),
    )
    method = forms.ChoiceField(label=_("Metode"), widget=forms.RadioSelect)
    measure = forms.ChoiceField(label=_("Hva som telles"))
    reference = forms.ChoiceField(
        label=_("Referanse"),
        required=False,
        help_text=_(
            "Det området sammenlignes med. Brukes av lokaliseringskvotient og skift-andel."
        ),
    )
    first_year = forms.TypedChoiceField(label=_("Fra år"), coerce=int)
    last_year = forms.TypedChoiceField(label=_("Til år"), coerce=int)
    industries = forms.MultipleChoiceField(
        label=_("Bare disse næringene"), required=False, widget=forms.CheckboxSelectMultiple
    )
    totals = forms.BooleanField(
        label=_("Regn andeler av de publiserte totaltallene"), required=False, initial=True
    )
    show = forms.BooleanField(label=_("Vis som figur i dokumentene"), required=False)
    description = forms.CharField(
        label=_("Hva figuren viser, for dem som ikke ser den"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
    )
    caveats = forms.CharField(
        label=_("Forbehold"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Står ved siden av tallene overalt."),
    )

    def __init__(
        self, *args: Any, table: InputTable, shipped: SourceTable | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        self.explanations: Sequence[str] = ()
        fields: dict[str, Any] = self.fields
        fields["method"].choices = [
            (method.code, f"{method.label}: {method.question}")
            for method in methods_for(table.shape)
        ]
        self.initial.setdefault("caveats", " ".join(table.caveats))
        self._offer_measures(shipped)
        self._offer_regions()
        self._offer_years()
        self._offer_industries()
        if not table.statistics.totals:
            del self.fields["totals"]

    def clean(self) -> dict[str, Any]:
        """Turn names of regions into codes, and find years in the wrong order."""
        cleaned: dict[str, Any] = super().clean() or {}
        if isinstance(cleaned.get("regions"), str):
            try:
                chosen = chosen_regions(cleaned["regions"], self.table.statistics)
                cleaned["regions"], self.explanations = chosen.codes, chosen.explanations
            except BadInput as error:
                self.add_error("regions", error.message)
        first, last = cleaned.get("first_year"), cleaned.get("last_year")
        if first and last and first > last:
            self.add_error("last_year", gettext("Siste år må være etter det første."))
        method = METHOD.get(cleaned.get("method", ""))
        if method and "reference" in method.asks and not cleaned.get("reference"):
            self.add_error("reference", gettext("Velg hva området skal sammenlignes med."))
        return cleaned

    def question(self) -> Question:
        """Return what is asked, as a run keeps it."""
        values = self.values()
        method = METHOD[values["method"]]
        selection: dict[str, Any] = {"regions": values["regions"]}
        if values.get("measure"):
            selection[MEASURE] = values["measure"]
        if values.get("industries"):
            selection["industries"] = values["industries"]
        parameters: dict[str, Any] = {}
        if "base" in method.asks:
            parameters |= {"base": values["first_year"], "end": values["last_year"]}
        else:
            selection["periods"] = self._periods(values)
        if "reference" in method.asks:
            parameters["reference"] = values["reference"]
        if method.takes_totals and values.get("totals"):
            parameters["totals"] = PUBLISHED
        return Question(method.code, selection, parameters)

    def all_caveats(self) -> str:
        """Return what must stand beside the figures: what was typed, and changed borders."""
        return " ".join([self.values()["caveats"], *self.explanations]).strip()

    def _periods(self, values: dict[str, Any]) -> list[int]:
        first, last = values["first_year"], values["last_year"]
        return [year for year in self.table.statistics.periods if first <= year <= last]

    def _offer_measures(self, shipped: SourceTable | None) -> None:
        fields: dict[str, Any] = self.fields
        measures = shipped.measures if shipped else ()
        if len(measures) > 1:
            fields["measure"].choices = [
                (each.code, f"{gettext(each.label)} ({gettext(each.unit)})") for each in measures
            ]
        else:
            del fields["measure"]

    def _offer_regions(self) -> None:
        fields: dict[str, Any] = self.fields
        statistics = self.table.statistics
        named = [(code, statistics.region_names.get(code, code)) for code in statistics.regions]
        if len(named) <= MOST_BOXES:
            fields["regions"] = forms.MultipleChoiceField(
                label=_("Områder"), choices=named, widget=forms.CheckboxSelectMultiple
            )
        else:
            fields["regions"] = forms.CharField(
                label=_("Områder"),
                help_text=_("Navn eller kommunenummer med komma imellom: Drammen, Lier, 3314."),
            )
        describe(self, "regions", fields["regions"])
        fields["reference"].choices = [
            ("", _("Velg")),
            (SUM_OF_ALL, _("summen av områdene som er valgt")),
            *named,
        ]
        if not any("reference" in method.asks for method in methods_for(self.table.shape)):
            del fields["reference"]

    def _offer_years(self) -> None:
        fields: dict[str, Any] = self.fields
        years = [(year, str(year)) for year in self.table.statistics.periods]
        for name, usual in (("first_year", years[0][0]), ("last_year", years[-1][0])):
            fields[name].choices = years
            self.initial.setdefault(name, usual)

    def _offer_industries(self) -> None:
        fields: dict[str, Any] = self.fields
        statistics = self.table.statistics
        names = [
            (code, statistics.industry_names.get(code, code)) for code in statistics.industries
        ]
        known = [(code, name) for code, name in names if code]
        if known:
            fields["industries"].choices = known
        else:
            del fields["industries"]


class RunWordsForm(PlanForm):
    """What is said about a calculation; the numbers themselves are never typed."""

    title = forms.CharField(
        label=_("Tittel"),
        max_length=200,
        help_text=_("Si hva tallene viser, som i en overskrift."),
    )
    caveats = forms.CharField(
        label=_("Forbehold"), required=False, widget=forms.Textarea(attrs=_LINES)
    )
