"""From an exception to one clear sentence and an exit status (docs/reference/commands.md)."""

import errno
import sys

from temaplan.cli.language import gettext as _
from temaplan.errors import MachineLacks, TemaplanError

BAD_INPUT = 3
MACHINE_LACKS = 4
FAULT_IN_TEMAPLAN = 70
INTERRUPTED = 130

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def explain(error: BaseException) -> tuple[int, str]:
    """Return the exit status and the sentence for a fault."""
    match error:
        case KeyboardInterrupt():
            return INTERRUPTED, _("Avbrutt.")
        case MachineLacks():
            return MACHINE_LACKS, error.message
        case TemaplanError():
            return BAD_INPUT, error.message
        case OSError() if error.errno in _FULL:
            return MACHINE_LACKS, _("Disken er full. Frigjør plass og prøv igjen.")
        case OSError() if error.errno in _CLOSED:
            return MACHINE_LACKS, _(
                "Temaplan får ikke skrive til {path}. Gi deg selv tilgang, eller velg en annen "
                "mappe med TEMAPLAN_DATA."
            ).format(path=error.filename)
        case _ if _is_database_fault(error):
            return MACHINE_LACKS, _(
                "Databasen svarer ikke: {reason}. Kjør «temaplan doctor» for å se hva som mangler."
            ).format(reason=_first_line(error))
    return FAULT_IN_TEMAPLAN, _(
        "Det er en feil i Temaplan: {reason}. Kjør kommandoen igjen med --debug og meld fra "
        "slik SECURITY.md eller CONTRIBUTING.md sier."
    ).format(reason=f"{type(error).__name__}: {_first_line(error)}")


def _is_database_fault(error: BaseException) -> bool:
    """Ask without importing Django: a bare installation has none."""
    database = sys.modules.get("django.db")
    return database is not None and isinstance(error, database.OperationalError)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0]


def printable(text: str) -> str:
    """Make control characters visible, so that a title cannot command the terminal."""
    return "".join(
        character
        if character in "\n\t" or character.isprintable()
        else f"\\u{ord(character):04x}"
        for character in text
    )
