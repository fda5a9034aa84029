"""The profile of a plan as facts: what it is, for how long, who owns and adopts it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import body_word, first_up, years
from temaplan.workbench.plan.vocabulary import LANGUAGE_FORMS


@dataclass(frozen=True)
class ProfileFact:
    """One line of the profile; `value` is empty when nobody has said it."""

    label: str
    value: str


def front_facts(reading: Reading) -> Sequence[ProfileFact]:
    """Return what a reader wants to know first."""
    plan, municipality = reading.plan, reading.municipality
    return (
        ProfileFact(_("Plantype"), first_up(str(plan.get_plan_type_display()))),
        ProfileFact(_("Periode"), years(plan.period_start, plan.period_end)),
        ProfileFact(_("Planeier"), first_up(body_word(plan.owner, municipality))),
        ProfileFact(_("Vedtas av"), first_up(body_word(plan.adopting_body, municipality))),
    )


def frame_facts(reading: Reading) -> Sequence[ProfileFact]:
    """Return the short facts of the profile in the order in which they are read."""
    plan = reading.plan
    forms = {form.code: str(form.label) for form in LANGUAGE_FORMS}
    kind, *rest = front_facts(reading)
    return (
        kind,
        ProfileFact(_("Hvorfor denne plantypen"), plan.plan_type_reason),
        *rest,
        ProfileFact(_("Målform"), first_up(forms[plan.written_language])),
        ProfileFact(_("Mal"), plan.template),
    )
