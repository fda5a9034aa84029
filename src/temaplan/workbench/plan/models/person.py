"""People who log in, their roles, and one-time addresses."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.models.municipality import Municipality
from temaplan.workbench.plan.models.plan import Plan
from temaplan.workbench.plan.terms import Term, TermField
from temaplan.workbench.plan.vocabulary import ROLES

LINK_PURPOSES = (
    Term("first_administrator", _("første administrator")),
    Term("invitation", _("invitasjon")),
    Term("reset", _("nytt passord")),
)


class PersonManager(BaseUserManager["Person"]):
    """Django asks for this name when it looks a person up by e-mail."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by e-mail address, whatever its case."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who can log in. What they may do is in their memberships."""

    email = models.EmailField(_("e-postadresse"), unique=True)
    name = models.CharField(
        _("navn"), max_length=120, help_text=_("Navn eller kontor, slik det vises i historikken.")
    )
    language = models.CharField(_("målform"), max_length=2, blank=True)
    is_active = models.BooleanField(_("aktiv"), default=True)
    is_operator = models.BooleanField(_("driftsansvarlig"), default=False)
    demo_cast = models.BooleanField(_("rolle i demoen"), default=False)
    created_at = models.DateTimeField(_("registrert"), auto_now_add=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")

    def __str__(self) -> str:
        return self.name

    @property
    def has_password(self) -> bool:
        """Tell whether the person has chosen a password; empty is none, unlike for Django."""
        return bool(self.password) and self.has_usable_password()


class Membership(models.Model):
    """A role of a person: on one plan, or on every plan of a municipality."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("kommune"),
    )
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("plan"),
    )
    role = TermField(_("rolle"), terms=ROLES)
    ends_on = models.DateField(_("til og med"), null=True, blank=True)
    created_at = models.DateTimeField(_("gitt"), auto_now_add=True)

    class Meta:
        verbose_name = _("rolle på en plan")
        verbose_name_plural = _("roller på planer")
        constraints = [
            # Two constraints, since SQLite holds every NULL for different.
            models.UniqueConstraint(
                fields=["person", "municipality", "plan", "role"], name="role_on_a_plan_once"
            ),
            models.UniqueConstraint(
                fields=["person", "municipality", "role"],
                condition=models.Q(plan__isnull=True),
                name="role_in_a_municipality_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"


class OneTimeLink(models.Model):
    """An address that lets somebody choose a password once; only its hash is kept."""

    purpose = TermField(_("formål"), terms=LINK_PURPOSES)
    person = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="one_time_links",
        verbose_name=_("person"),
    )
    token_hash = models.CharField(_("kontrollsum"), max_length=64, unique=True)
    expires_at = models.DateTimeField(_("gjelder til"))
    used_at = models.DateTimeField(_("brukt"), null=True, blank=True)

    class Meta:
        verbose_name = _("engangslenke")
        verbose_name_plural = _("engangslenker")

    def __str__(self) -> str:
        return str(self.get_purpose_display())
