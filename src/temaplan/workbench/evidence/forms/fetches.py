"""The forms about figures from the statistics office: what to fetch."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from temaplan.sources import municipalities
from temaplan.workbench.evidence.actions.fetches import Wish
from temaplan.workbench.pages.forms import PlanForm
from temaplan.workbench.plan.models import Municipality

COUNTRY = "0"
USUAL_TABLE = "13470"
FIRST_YEAR, LAST_YEAR = 1900, 2200
_NUMBER = re.compile(r"\d{5}", re.ASCII)
_REGION = re.compile(r"\d{4}", re.ASCII)
_CODES = re.compile(r"[A-Za-z0-9_+.-]{1,60}(\s*,\s*[A-Za-z0-9_+.-]{1,60})*", re.ASCII)


class FetchForm(PlanForm):
    """What is wanted from the statistics office: a table, municipalities, years."""

    first = ("number", "regions", "first_year", "last_year")
    more = ("other_regions", "contents")

    number = forms.CharField(
        label=_("Tabell hos SSB"),
        max_length=5,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_(
            "Fem sifre. 13470 er sysselsatte etter arbeidssted og næring, 07459 er folketall."
        ),
    )
    regions = forms.MultipleChoiceField(
        label=_("Områder"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kommunene er i dagens grenser gjennom alle år. Hele landet er referansen."),
    )
    first_year = forms.IntegerField(
        label=_("Fra år"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Tomt betyr fra det første året tabellen har."),
    )
    last_year = forms.IntegerField(
        label=_("Til år"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("Tomt betyr til det siste."),
    )
    other_regions = forms.CharField(
        label=_("Andre kommuner"),
        required=False,
        help_text=_("Kommunenummer eller navn med komma imellom: 3303, Asker."),
    )
    contents = forms.CharField(
        label=_("Statistikkvariabel"),
        max_length=120,
        required=False,
        help_text=_("Koden hos SSB, når tabellen teller flere ting. For 13470 trengs den ikke."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = own_number(self.access.plan.municipality)
        fields: dict[str, Any] = self.fields
        fields["regions"].choices = _offered(own)
        self.initial.setdefault("number", USUAL_TABLE)
        self.initial.setdefault("regions", [each for each in (own, COUNTRY) if each])

    def clean_number(self) -> str:
        """Refuse what is no number of a table."""
        number = str(self.cleaned_data["number"]).strip()
        if not _NUMBER.fullmatch(number):
            raise forms.ValidationError(gettext("Skriv tabellnummeret med fem sifre, som 13470."))
        return number

    def clean_contents(self) -> str:
        """Refuse what can be no code."""
        contents = str(self.cleaned_data["contents"]).strip()
        if contents and not _CODES.fullmatch(contents):
            raise forms.ValidationError(gettext("Skriv koden slik SSB har den, uten mellomrom."))
        return contents

    def clean_other_regions(self) -> list[str]:
        """Find the number of each municipality that is named."""
        named = municipalities.codes_by_name(municipalities.YEAR_OF_BORDERS)
        plain = {name.casefold(): code for name, code in named.items()}
        found = []
        for text in str(self.cleaned_data["other_regions"]).split(","):
            word = text.strip().casefold()
            code = word if word in plain.values() else plain.get(word)
            if word and code is None:
                raise forms.ValidationError(
                    gettext("«%(text)s» er ingen kommune i dag. Skriv nummer eller navn.")
                    % {"text": text.strip()}
                )
            found += [code] if code else []
        return found

    def clean(self) -> dict[str, Any]:
        """Check that the years are in order."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("first_year"), cleaned.get("last_year")
        if first and last and first > last:
            self.add_error("last_year", gettext("Til år kan ikke være før fra år."))
        return cleaned

    def wish(self) -> Wish:
        """Return what is wanted, in the codes of the office."""
        values = self.cleaned_data
        chosen = dict.fromkeys([*values["regions"], *values["other_regions"]])
        codes = [code for code in chosen if code != COUNTRY]
        regions = [f"K-{code}" for code in codes] + [COUNTRY] * (COUNTRY in chosen)
        first, last = values["first_year"] or "", values["last_year"] or ""
        return Wish(
            values["number"],
            regions,
            f"{first}:{last}" if first or last else "",
            values["contents"],
        )


class NewerForm(PlanForm):
    """Asks for nothing: the same is fetched as before."""


def own_number(municipality: Municipality) -> str:
    """Return the number that a municipality has today, empty when it has none."""
    numbers = [each["number"] for each in municipality.numbers if not _is_over(each)]
    in_use = [
        each for each in numbers if municipalities.in_use(each, municipalities.YEAR_OF_BORDERS)
    ]
    return in_use[-1] if in_use else ""


def _is_over(number: dict[str, str]) -> bool:
    until = number.get("valid_to")
    return bool(until) and date.fromisoformat(str(until)) <= municipalities.end_of(
        municipalities.YEAR_OF_BORDERS
    )


def _offered(own: str) -> list[tuple[str, Any]]:
    near = [(each.code, each.name) for each in municipalities.neighbours_of(own)] if own else []
    mine = [(own, municipalities.name_of(own))] if own else []
    return [*mine, *near, (COUNTRY, _("Hele landet"))]
