"""Forms about accounts: logging in, passwords, one's own page, the first administrator."""

from typing import Any, ClassVar

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from temaplan.workbench.pages.forms import PlanForm, describe
from temaplan.workbench.plan.models import Municipality, Person
from temaplan.workbench.plan.terms import choices
from temaplan.workbench.plan.vocabulary import LANGUAGE_FORMS

EMAIL_FAULT = gettext_lazy("Skriv en hel e-postadresse, for eksempel navn@kommunen.no.")


def _password(label: Any, autocomplete: str, **kept: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, max_length=4096, widget=widget, **kept)


def email_field(**kept: Any) -> forms.EmailField:
    """Return the field for an e-mail address, with our own sentence when it is not one."""
    field = forms.EmailField(
        label=gettext_lazy("E-postadresse"), error_messages={"invalid": EMAIL_FAULT}, **kept
    )
    field.widget.attrs["autocomplete"] = "username"
    return field


class LogInForm(LoginForm):
    """Allauth's form in our words and with our marks for those who cannot see them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["login"] = email_field()
        self.fields["password"] = _password(gettext_lazy("Passord"), "current-password")
        for name, field in self.fields.items():
            describe(self, name, field)

    def clean_login(self) -> str:
        """Take the address as we store it."""
        return str(self.cleaned_data["login"]).strip().lower()


class AccountForm(PlanForm):
    """A form about a person and no plan."""

    def __init__(self, data: Any = None, *, person: Person | None = None, **kept: Any) -> None:
        self.person = person
        super().__init__(data, access=None, row=person, **kept)  # type: ignore[arg-type]


class PasswordForm(AccountForm):
    """Choose a password, written twice."""

    password1 = _password(
        gettext_lazy("Passord"),
        "new-password",
        help_text=gettext_lazy("Minst 12 tegn. Noen ord som ikke hører sammen, er lett å huske."),
    )
    password2 = _password(gettext_lazy("Passordet en gang til"), "new-password")

    def clean(self) -> dict[str, Any]:
        """Check that both are the same, and that it is hard to guess."""
        values = super().clean() or self.cleaned_data
        first, second = values.get("password1"), values.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("De to passordene er ikke like."))
        elif first:
            self._check(first)
        return values

    def _check(self, password: str) -> None:
        try:
            validate_password(password, self.person_meant())
        except forms.ValidationError as refusal:
            self.add_error("password1", refusal)

    def person_meant(self) -> Person | None:
        """Return the person whose password it will be."""
        return self.person


class NewPasswordForm(PasswordForm):
    """Change one's own password: the one that is used now, then the new."""

    first: ClassVar[tuple[str, ...]] = ("old_password", "password1", "password2")

    old_password = _password(gettext_lazy("Passordet du bruker nå"), "current-password")

    def __init__(self, data: Any = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        self.fields["password1"].label = _("Nytt passord")
        self.fields["password2"].label = _("Det nye passordet en gang til")

    def clean_old_password(self) -> str:
        """Check that it is the owner who asks."""
        password = str(self.cleaned_data["old_password"])
        if self.person is None or not self.person.check_password(password):
            raise forms.ValidationError(_("Dette er ikke passordet du bruker nå."))
        return password


class MyAccountForm(AccountForm):
    """One's own name and written form."""

    name = forms.CharField(
        label=gettext_lazy("Navn"),
        max_length=120,
        help_text=gettext_lazy("Navn eller kontor. Slik står du i historikken fra nå av."),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Målform"),
        required=False,
        choices=[("", gettext_lazy("som planen er skrevet i")), *choices(LANGUAGE_FORMS)],
        help_text=gettext_lazy("Målformen på arbeidsbenken. Planene beholder sin."),
    )


class FirstAdministratorForm(PasswordForm):
    """The first administrator: who, of which municipality, and a password."""

    first: ClassVar[tuple[str, ...]] = (
        "name", "email", "municipality", "municipality_name", "password1", "password2",
    )  # fmt: skip

    name = forms.CharField(label=gettext_lazy("Navnet ditt"), max_length=120)
    email = email_field(help_text=gettext_lazy("Du logger inn med denne."))
    municipality = forms.ModelChoiceField(
        label=gettext_lazy("Kommune"),
        queryset=Municipality.objects.none(),
        required=False,
        empty_label=gettext_lazy("en ny kommune"),
    )
    municipality_name = forms.CharField(
        label=gettext_lazy("Navnet på kommunen"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Slik det står på dokumenter, for eksempel «Eksempelvik kommune»."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        known = Municipality.objects.order_by("name")
        if known.exists():
            self.fields["municipality"].queryset = known  # type: ignore[attr-defined]
        else:
            del self.fields["municipality"]
            self.fields["municipality_name"].required = True
            describe(self, "municipality_name", self.fields["municipality_name"])

    def clean_email(self) -> str:
        """Store addresses in small letters, so that one person has one."""
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        """Ask for the name of a municipality that is not here yet."""
        values = super().clean()
        named = values.get("municipality") or values.get("municipality_name")
        if not named and "municipality_name" not in self.errors:
            self.add_error("municipality_name", _("Skriv navnet på kommunen."))
        return values

    def person_meant(self) -> Person:
        """Return the person that will be made, to compare the password with."""
        values = self.cleaned_data
        return Person(email=values.get("email", ""), name=values.get("name", ""))
