"""What a new plan begins with: its first milestones, in the months where they usually lie.

The months are those of the source deck (S28): a plan made in one spring. Titles are
written in the plan's own form when it is started; bodies are stored under their usual
name and shown with the municipality's own word.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from temaplan.workbench.plan.terms import Term, by_code

FEBRUARY, MARCH, APRIL, MAY, JUNE = 2, 3, 4, 5, 6


@dataclass(frozen=True)
class PlannedStep:
    """One milestone of a template: its stable name, its title and the month it lies in."""

    slug: str
    month: int
    title: str | Promise
    body: str = ""
    step: str = ""  # what rules and deadlines are counted from


@dataclass(frozen=True)
class PlanTemplate(Term):
    """A way to begin a plan. `steps` become its first milestones."""

    sentence: str | Promise = ""
    steps: tuple[PlannedStep, ...] = ()


SPRING = (
    PlannedStep("temaer", FEBRUARY, _("Avklare og avgrense temaene for planen")),
    PlannedStep("referansegruppe", FEBRUARY, _("Opprette en faglig referansegruppe")),
    PlannedStep("status", FEBRUARY, _("Kartlegge status ut fra det som er undersøkt før")),
    PlannedStep("andre-prosesser", FEBRUARY, _("Samordne med andre planer som er i arbeid")),
    PlannedStep("kontaktutvalg", MARCH, _("Utvidet møte i kontaktutvalget om status")),
    PlannedStep("swot", MARCH, _("Lage SWOT-analyse av det som er funnet ut")),
    PlannedStep("strategier", APRIL, _("Utarbeide og beskrive 4–6 strategier")),
    PlannedStep("strategimote", APRIL, _("Drøfte strategiene med referansegruppen")),
    PlannedStep("kommuneplan", APRIL, _("Samordne med kommuneplanen, på kort og lang sikt")),
    PlannedStep("utkast", MAY, _("Legge fram utkast til plan"), step="draft"),
    PlannedStep("samordne-utkast", MAY, _("Samordne utkastet med kommuneplanen")),
    PlannedStep("horing", MAY, _("Sende utkastet på høring"), step="hearing"),
    PlannedStep("bearbeide", MAY, _("Bearbeide utkastet etter høringen")),
    PlannedStep("sluttbehandling", MAY, _("Drøfte planen i referansegruppen en siste gang")),
    PlannedStep(
        "politisk-behandling",
        JUNE,
        _("Politisk behandling av planen"),
        "formannskapet",
        "treatment",
    ),
    PlannedStep("vedtak", JUNE, _("Endelig vedtak av planen"), "kommunestyret", "adoption"),
    PlannedStep("konferanse", JUNE, _("Presentere strategiene på en konferanse")),
)

PLAN_TEMPLATES = (
    PlanTemplate(
        "temaplan",
        _("temaplan, vår"),
        _("Milepæler fra februar til juni, fra avklaring av temaer til vedtak. Du kan flytte dem."),
        SPRING,
    ),
    PlanTemplate("tom", _("uten milepæler"), _("Tidslinjen er tom, og du fyller den selv.")),
)
PLAN_TEMPLATE = by_code(PLAN_TEMPLATES)


def template_label(code: str) -> str:
    """Return the words for a template; one from another installation keeps its own name."""
    template = PLAN_TEMPLATE.get(code)
    return str(template.label) if template else code
