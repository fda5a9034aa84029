"""The profile of a plan as facts: what it is, for how long, who owns and adopts it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import body_word, first_up, years


@dataclass(frozen=True)
class ProfileFact:
    """One line of the profile; `value` is empty when nobody has said it."""

    label: str
    value: str


def profile_facts(reading: Reading) -> Sequence[ProfileFact]:
    """Return the profile in the order in which it is read."""
    plan, municipality = reading.plan, reading.municipality
    return (
        ProfileFact(_("Plantype"), first_up(plan.get_plan_type_display())),
        ProfileFact(_("Hvorfor denne plantypen"), plan.plan_type_reason),
        ProfileFact(_("Formål"), plan.purpose),
        ProfileFact(_("Periode"), years(plan.period_start, plan.period_end)),
        ProfileFact(_("Planeier"), first_up(body_word(plan.owner, municipality))),
        ProfileFact(_("Vedtas av"), first_up(body_word(plan.adopting_body, municipality))),
        ProfileFact(_("Forhold til andre planer"), plan.related_plans),
    )
