"""What may be done with a source document now, and why not."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from temaplan.workbench.mandate.actions.sources import may_discard_source
from temaplan.workbench.mandate.models import SourceDocument
from temaplan.workbench.mandate.views.addresses import source_url
from temaplan.workbench.pages.cells import Verb
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.vocabulary import Capability


def verbs(access: Access, source: SourceDocument) -> Sequence[Verb]:
    """Return the verbs for those who may change the plan."""
    if not access.may(Capability.EDIT):
        return ()
    return (
        Verb(_("Endre kildedokumentet"), source_url(access, source, "source-change"), primary=True),
        Verb(
            _("Forkast kildedokumentet"),
            source_url(access, source, "source-discard"),
            reason=may_discard_source(source).reason,
        ),
    )
