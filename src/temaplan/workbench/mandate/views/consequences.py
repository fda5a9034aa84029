"""What happens when a step is taken: what loses its ground, what changes, what stays."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.queries.course import undecided_in
from temaplan.workbench.mandate.rules.course import undecided_warning
from temaplan.workbench.mandate.vocabulary import MANDATE_STATE, STEP, Step
from temaplan.workbench.pages.cells import Cell
from temaplan.workbench.pages.form_page import Consequence
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.trace import used_in


def consequence_of(step: Step, order: Mandate, access: Access) -> Consequence:
    """Return the consequences of a step as sentences and links."""
    becomes = MANDATE_STATE[step.becomes]
    return Consequence(
        loses=list(_loses(order, access)) if step is STEP["withdraw"] else (),
        changes=[_("Ordren får status «%(state)s».") % {"state": becomes.label}],
        stays=[_("Ordlyden, kilden og hele forløpet blir stående. Ingenting blir slettet.")],
    )


def warning_before(step: Step, order: Mandate) -> str:
    """Warn that closing the order leaves a question that it took in undecided."""
    if not MANDATE_STATE[step.becomes].closed:
        return ""
    return undecided_warning(order.title, [each.title for each in undecided_in(order)])


def _loses(order: Mandate, access: Access) -> Iterator[Cell]:
    for each in used_in(order, access):
        yield Cell(each.title, each.address, note=f"{each.relation} · {each.kind_label}")
