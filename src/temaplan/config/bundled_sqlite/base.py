"""SQLite backend that prefers the library bundled with pysqlite3.

SQLite 3.7.0-3.51.2 can corrupt a WAL database when two connections write and
checkpoint at the same moment (fixed in 3.51.3). Debian 12 ships 3.40.1, so the
bundled 3.53 is put in place of the standard module before Django's backend
loads. The swap must sit here: in settings.py it meets a circular import.
Where no wheel exists (Linux on ARM) the standard library is used, and
`temaplan doctor` says so.
"""

import sys
from typing import Any

try:
    import pysqlite3
    import pysqlite3.dbapi2
except ImportError:  # no wheel for this platform
    BUNDLED = False
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
    BUNDLED = True

from django.db.backends.sqlite3 import base, features, operations

from temaplan.config.bundled_sqlite.collation import norwegian_order


class DatabaseFeatures(features.DatabaseFeatures):
    """pysqlite3 lacks `Connection.getlimit`, which Django would ask for this number."""

    max_query_params = 32766


class DatabaseOperations(operations.DatabaseOperations):
    """For the same reason a statement that is written down keeps its values beside it."""

    def last_executed_query(self, cursor: Any, sql: str, params: Any) -> str:
        """Return the statement as a test or a developer reads it."""
        return f"{sql} -- {params!r}" if params else sql


class DatabaseWrapper(base.DatabaseWrapper):
    """The backend itself, with Norwegian order (æ, ø, å) for sorting."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open a connection and teach it Norwegian order."""
        connection = super().get_new_connection(conn_params)
        connection.create_collation("norwegian", norwegian_order)
        return connection
