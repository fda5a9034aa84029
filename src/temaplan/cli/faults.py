"""From an exception to one clear sentence and an exit status (docs/reference/commands.md)."""

import errno
import shutil
import sys

from temaplan.cli.language import gettext as _
from temaplan.errors import MachineLacks, TemaplanError

BAD_INPUT = 3
MACHINE_LACKS = 4
FAULT_IN_TEMAPLAN = 70
INTERRUPTED = 130
LEAST_ROOM = 100_000  # bytes; less than the side files of an open database

_FULL = {errno.ENOSPC, errno.EDQUOT}
# As SQLite and PostgreSQL say it.
_DATABASE_IS_FULL = ("database or disk is full", "No space left on device")
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
    sentence = _about_the_machine(error)
    if sentence:
        return MACHINE_LACKS, sentence
    return FAULT_IN_TEMAPLAN, _(
        "Det er en feil i Temaplan: {reason}. Kjør kommandoen igjen med --debug og meld fra "
        "slik SECURITY.md eller CONTRIBUTING.md sier."
    ).format(reason=f"{type(error).__name__}: {_first_line(error)}")


def _about_the_machine(error: BaseException) -> str:
    """Return the sentence for a fault that lies outside Temaplan, empty for a bug."""
    full = _("Disken er full. Frigjør plass og prøv igjen.")
    if isinstance(error, OSError) and error.errno in _FULL:
        return full
    if isinstance(error, OSError) and error.errno in _CLOSED:
        return _(
            "Temaplan får ikke skrive til {path}. Gi deg selv tilgang, eller velg en annen "
            "mappe med TEMAPLAN_DATA."
        ).format(path=error.filename)
    if not _is_database_fault(error):
        return ""
    if any(words in str(error) for words in _DATABASE_IS_FULL) or _no_room_for_data():
        return full
    return _(
        "Databasen svarer ikke: {reason}. Kjør «temaplan doctor» for å se hva som mangler."
    ).format(reason=_first_line(error))


def _no_room_for_data() -> bool:
    """Ask the disk: SQLite says «disk I/O error» when it cannot open its side files."""
    from temaplan.config.environment import data_folder

    return shutil.disk_usage(data_folder()).free < LEAST_ROOM


def _is_database_fault(error: BaseException) -> bool:
    """Ask without importing Django: a bare installation has none."""
    database = sys.modules.get("django.db")
    return database is not None and isinstance(error, database.OperationalError)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0]


def printable(text: str) -> str:
    """Make control characters visible, so that a title cannot command the terminal."""
    return "".join(
        character if character in "\n\t" or character.isprintable() else f"\\u{ord(character):04x}"
        for character in text
    )
