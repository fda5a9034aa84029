"""What `doctor` looks at. Each look is a function that gives its findings."""

from argparse import Namespace
from collections.abc import Iterator

from temaplan.cli.language import gettext as _
from temaplan.cli.machine.found import Found, Level
from temaplan.cli.machine.programs import look_at_programs, look_at_python
from temaplan.cli.web import web_is_installed

__all__ = ["Found", "Level", "machine_findings"]


def machine_findings(args: Namespace) -> Iterator[Found]:
    """Look at everything; what needs the workbench only where it is installed."""
    yield look_at_python()
    if not web_is_installed():
        yield Found(
            _("arbeidsbenken"),
            Level.ACT,
            _("er ikke installert, bare analysebiblioteket."),
            _('Installer den med: pip install "temaplan[web]"'),
        )
        return
    from temaplan.cli.machine.data import look_at_data

    yield from look_at_data(args)
    yield from look_at_programs()
