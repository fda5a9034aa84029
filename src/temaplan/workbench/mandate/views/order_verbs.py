"""What may be done with an order now, and why not."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.course import may_take
from temaplan.workbench.mandate.actions.orders import may_discard
from temaplan.workbench.mandate.models import Mandate
from temaplan.workbench.mandate.views.addresses import order_url
from temaplan.workbench.mandate.vocabulary import STEPS
from temaplan.workbench.pages.cells import Verb
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability


def verbs(access: Access, order: Mandate, *, alone: bool) -> Sequence[Verb]:
    """Return the verbs; a step that the order's state does not allow is left out.

    `alone` says that the plan has no other order that could take this one in.
    """
    if not access.may(Capability.EDIT):
        return ()
    return (
        Verb(_("Endre ordren"), order_url(access, order, "mandate-change"), primary=True),
        *(
            Verb(str(step.label), order_url(access, order, f"mandate-{step.code}"))
            for step in STEPS
            if access.may(step.needs)
            and may_take(step, order).allowed
            and not (alone and step.code == "absorb")
        ),
        Verb(
            _("Forkast ordren"),
            order_url(access, order, "mandate-discard"),
            reason=may_discard(order).reason,
        ),
    )
