"""The municipality: sender of the plan, with its own words for its own bodies."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from temaplan.documents.exchange.record import Record
from temaplan.workbench.plan.models.event_chain import EventChain
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.vocabulary import LANGUAGE_FORMS


class Municipality(EventChain):
    """A municipality on this installation; the host name may choose it."""

    record: ClassVar[Record] = Record(
        kind="municipality",
        path="municipality.toml",
        fields=(
            "name",
            "numbers",
            "language",
            "council_name",
            "executive_committee_name",
            "chief_executive_title",
            "colour",
            "arms_alt",
            "fictional",
            "hearing_norm_days",
            "hearing_norm_source",
            "paper_days",
            "paper_days_source",
        ),
        file_field="arms",
    )

    slug = models.SlugField(_("kortnavn"), max_length=60, unique=True)
    name = models.CharField(
        _("navn"), max_length=120, help_text=_("Navnet slik det står på dokumenter.")
    )
    numbers = models.JSONField(
        _("kommunenummer"),
        default=list,
        blank=True,
        help_text=_("Nummer over tid. Tomt betyr «ikke tildelt»."),
    )  # [{"number": "0602", "valid_from": "1838-01-01", "valid_to": "2020-01-01"}, …]
    language = TermField(_("målform"), terms=LANGUAGE_FORMS, default="nb")
    council_name = models.CharField(
        _("navn på øverste organ"),
        max_length=60,
        default="kommunestyret",
        help_text=_("Bestemt form: kommunestyret, bystyret eller heradsstyret."),
    )
    executive_committee_name = models.CharField(
        _("navn på formannskapet"), max_length=60, default="formannskapet"
    )
    chief_executive_title = models.CharField(
        _("tittel på øverste leder"),
        max_length=60,
        default="kommunedirektøren",
        help_text=_("Bestemt form: kommunedirektøren eller rådmannen."),
    )
    colour = models.CharField(
        _("farge"),
        max_length=7,
        default="#0b4f3a",
        help_text=_("Farge på lenker og streker. Må ha kontrast 4,5:1 mot hvitt."),
    )
    arms = models.FileField(_("kommunevåpen"), upload_to="arms/", blank=True)
    arms_alt = models.CharField(_("alternativ tekst til våpenet"), max_length=200, blank=True)
    host = models.CharField(
        _("vertsnavn"),
        max_length=200,
        blank=True,
        help_text=_("Nettadressen som viser bare denne kommunen."),
    )
    fictional = models.BooleanField(_("oppdiktet"), default=False)
    hearing_norm_days = models.PositiveSmallIntegerField(
        _("norm for høring i dager"),
        null=True,
        blank=True,
        help_text=_("Hvor lenge en temaplan er på høring i kommunen."),
    )
    hearing_norm_source = models.CharField(
        _("kilde for normen"), max_length=300, blank=True, help_text=_("Hvor det er bestemt.")
    )
    paper_days = models.PositiveSmallIntegerField(
        _("dager fra sakspapirer til møte"),
        null=True,
        blank=True,
        help_text=_("Hvor mange dager før et politisk møte sakspapirene skal være sendt."),
    )
    paper_days_source = models.CharField(
        _("kilde for fristen"), max_length=300, blank=True, help_text=_("Hvor det er bestemt.")
    )
    revision = models.PositiveIntegerField(_("revisjon"), default=1)

    class Meta:
        verbose_name = _("kommune")
        verbose_name_plural = _("kommuner")
        constraints = [
            models.UniqueConstraint(
                fields=["host"], condition=~models.Q(host=""), name="one_municipality_per_host"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> str:
        """Stable reference in the event log."""
        return f"municipality/{self.slug}"
