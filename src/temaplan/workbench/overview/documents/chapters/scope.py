"""«Avgrensning»: what the plan takes up, and where the rest is handled instead (S29)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from temaplan.documents.document import Inline, Run, Table
from temaplan.workbench.overview.documents.reading import Reading
from temaplan.workbench.overview.documents.wording import first_up
from temaplan.workbench.overview.documents.writer import SECTION, Writer
from temaplan.workbench.plan.models import Theme
from temaplan.workbench.plan.vocabulary import THEME_SCOPE


def write_scope(writer: Writer, reading: Reading, number: str) -> None:
    """Write the section, for a plan that has a list of themes."""
    if not reading.themes:
        return
    writer.heading(SECTION, number, _("Avgrensning"), "avgrensning")
    head = (_("Tema"), _("Avgrensning"), _("Begrunnelse"), _("Behandles i stedet i"))
    rows = tuple(tuple(_row(theme)) for theme in reading.themes)
    writer.table(Table(_("Temaene i planen"), "tabell-temaer", head, rows))


def _row(theme: Theme) -> Iterator[Inline]:
    yield (Run(theme.title, href=theme.ref),)
    yield (Run(first_up(str(THEME_SCOPE[theme.scope].label))),)
    yield (Run(theme.reason or "–"),)
    yield (Run(theme.handled_in or "–"),)
