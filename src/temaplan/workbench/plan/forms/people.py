"""Forms about people on a plan and in a municipality."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.pages.forms import NorwegianDateField, PlanForm
from temaplan.workbench.plan.forms.accounts import email_field
from temaplan.workbench.plan.vocabulary import ROLES, Role


def _ends_on() -> NorwegianDateField:
    return NorwegianDateField(
        label=gettext_lazy("Siste dag med tilgang"),
        what=gettext_lazy("Siste dag"),
        help_text=gettext_lazy(
            "For eksempel 31.12.2027. En ekstern rådgiver må ha en siste dag. "
            "Andre kan ha rollen til den blir avsluttet."
        ),
    )


class InviteForm(PlanForm):
    """Invite somebody to a plan, or to all plans of a municipality."""

    first: ClassVar[tuple[str, ...]] = ("email", "name", "role", "ends_on")
    offered: ClassVar[Callable[[Role], bool]] = lambda role: role.on_plan

    email = email_field(help_text=gettext_lazy("Den som inviteres, logger inn med denne."))
    name = forms.CharField(
        label=gettext_lazy("Navn"),
        max_length=120,
        help_text=gettext_lazy("Navn eller kontor, slik det skal stå i historikken."),
    )
    role = forms.ChoiceField(label=gettext_lazy("Rolle"), widget=forms.RadioSelect)
    ends_on = _ends_on()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role.code, _("%(role)s: %(meaning)s") % {"role": role.label, "meaning": role.meaning})
            for role in ROLES
            if type(self).offered(role)
        ]


class InviteToMunicipalityForm(InviteForm):
    """Invite somebody to all plans of the municipality."""

    offered: ClassVar[Callable[[Role], bool]] = lambda role: role.in_municipality


class RoleEndForm(PlanForm):
    """Let a role hold until another day."""

    ends_on = _ends_on()
