"""What every test stands on: own data folder, own database, a browser when one is there.

The settings are read as soon as this file is loaded, so the surroundings are
cleaned first: a test never sees the developer's own data folder or mail server.
"""

import atexit
import os
import shutil
import tempfile

for _name in [name for name in os.environ if name.startswith("TEMAPLAN_")]:
    del os.environ[_name]
_DATA = tempfile.mkdtemp(prefix="temaplan-tests-")
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
os.environ["TEMAPLAN_DATA"] = _DATA
os.environ["DJANGO_SETTINGS_MODULE"] = "temaplan.config.settings"
# Playwright runs an event loop in the test's own thread, where Django would refuse the ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

import django  # noqa: E402
import pytest  # noqa: E402

django.setup()

pytest_plugins = [
    "tests.fixtures.browser",
    "tests.fixtures.cast",
    "tests.fixtures.commands",
    "tests.fixtures.databases",
    "tests.fixtures.demo",
    "tests.fixtures.emptying",
]

USES_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup", "installation"}
USES_BROWSER = {"browser", "context", "page"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by what a test uses, so that no marker is forgotten."""
    for item in items:
        used = set(getattr(item, "fixturenames", ()))
        if used & USES_BROWSER:
            item.add_marker(pytest.mark.browser)
        if used & USES_DATABASE or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)
