"""The database brought up to this version of the program, or refused when it is newer."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from temaplan.config.locks import held
from temaplan.errors import MachineLacks

LABEL = "temaplan"
SECONDS_FOR_SERVER = 10


class NewerDatabase(MachineLacks):
    """The database was made by a newer version of Temaplan."""

    code = "newer_database"


def bring_up_to_date() -> int:
    """Make or migrate the database; return how many steps were taken.

    One process at a time: two that migrate at once would both fail. Raises
    `NewerDatabase` with nothing changed.
    """
    check_server()
    if not waiting_steps():
        return 0
    with held(Path(settings.DATA) / "migrating.lock", wait=True):
        steps = waiting_steps()
        if steps:
            call_command("migrate", verbosity=0, interactive=False)
        return len(steps)


def check_server() -> None:
    """Ask a database server once. The pool would go on asking, and tell the log each time."""
    if connection.vendor != "postgresql":
        return
    import psycopg

    wanted = connection.settings_dict
    try:
        psycopg.connect(
            dbname=wanted["NAME"],
            user=wanted["USER"],
            password=wanted["PASSWORD"],
            host=wanted["HOST"],
            port=wanted["PORT"],
            connect_timeout=SECONDS_FOR_SERVER,
        ).close()
    except psycopg.OperationalError as error:
        raise OperationalError(str(error)) from error


def waiting_steps() -> list[str]:
    """Return the migrations that the database lacks. Raises `NewerDatabase`."""
    executor = MigrationExecutor(connection)
    unknown = sorted(_unknown(executor))
    if unknown:
        raise NewerDatabase(
            _(
                "Databasen er laget av en nyere utgave av Temaplan (%(step)s). Ingenting er "
                "endret. Oppgrader programmet, eller velg en annen datamappe med TEMAPLAN_DATA."
            )
            % {"step": unknown[-1]}
        )
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def _unknown(executor: MigrationExecutor) -> Iterator[str]:
    """Yield applied migrations of ours that this program does not have."""
    known = set(executor.loader.disk_migrations)
    for migration in executor.loader.disk_migrations.values():
        known |= set(migration.replaces)
    for label, name in executor.loader.applied_migrations:
        if label == LABEL and (label, name) not in known:
            yield name
