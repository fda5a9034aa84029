"""Refuse UPDATE and DELETE of events on both databases; both answer IntegrityError.

The values beside an event may be erased by duty, so only their UPDATE is refused.
"""

from typing import Any

from django.db import migrations

REFUSED = (
    ("temaplan_event", "UPDATE"),
    ("temaplan_event", "DELETE"),
    ("temaplan_eventvalues", "UPDATE"),
)


def _name(table: str, act: str) -> str:
    return f"{table}_no_{act.lower()}"


def install(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        # Class 23 lets Django raise IntegrityError, as SQLite's ABORT does.
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION temaplan_refuse() RETURNS trigger AS $$ "
            "BEGIN RAISE EXCEPTION 'the event log is append only' USING ERRCODE = '23000'; "
            "END $$ LANGUAGE plpgsql"
        )
        for table, act in REFUSED:
            schema_editor.execute(
                f"CREATE TRIGGER {_name(table, act)} BEFORE {act} ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION temaplan_refuse()"
            )
        return
    for table, act in REFUSED:
        schema_editor.execute(
            f"CREATE TRIGGER {_name(table, act)} BEFORE {act} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the event log is append only'); END"
        )


def remove(apps: Any, schema_editor: Any) -> None:
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table, act in REFUSED:
        on_table = f" ON {table}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, act)}{on_table}")


class Migration(migrations.Migration):
    dependencies = [("temaplan", "0001_start")]
    operations = [migrations.RunPython(install, remove)]
