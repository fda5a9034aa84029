"""The contact log: when an actor was invited, took part, said something or was answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.actor.models.organisation import Organisation
from temaplan.workbench.actor.vocabulary import CONTACT_KINDS
from temaplan.workbench.plan.dates import written_date
from temaplan.workbench.plan.models import PlanObject
from temaplan.workbench.plan.terms import TermField


class Contact(PlanObject):
    """One time the municipality and an actor had to do with each other about the plan."""

    record = Record(
        kind="contact",
        path="actor/contacts.csv",
        fields=("organisation", "date", "kind", "what", "who"),
        internal=True,
    )

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="contacts", verbose_name=_("aktør")
    )
    date = models.DateField(_("dato"))
    kind = TermField(_("hva slags kontakt"), terms=CONTACT_KINDS)
    what = models.CharField(_("hva det gjaldt"), max_length=300)
    who = models.CharField(
        _("hvem hos aktøren"),
        max_length=120,
        blank=True,
        help_text=_("Stilling eller kontor holder som regel."),
    )

    class Meta(PlanObject.Meta):
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakter")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()} {written_date(self.date)}"
