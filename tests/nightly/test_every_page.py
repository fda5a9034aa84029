"""Every page state × light and dark × 320, 360, 768 and 1280 px × bokmål and nynorsk.

Nothing for axe, nothing wider than the screen, nothing in the browser's console, and a focus
that is seen and not covered. The states stand in `table.py`; what is looked for in `look.py`.
"""

import json
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from temaplan.config.environment import DEMO_FOLDER
from tests.fixtures.commands import clean_surroundings, run_driver, serving
from tests.nightly.look import Heard, faults_of
from tests.nightly.plans_and_people import SAMPLE
from tests.nightly.table import NOBODY, State, states

pytestmark = pytest.mark.nightly
DRIVER = Path(__file__).parent / "installation_for_every_page.py"
LONGEST_WAIT = 30_000  # of the browser, while several of its pages are built


@dataclass(frozen=True)
class Installation:
    """A demo that answers, with every plan, person and address that the table speaks of."""

    url: str
    paths: dict[str, dict[str, str]]
    sessions: dict[str, str]

    def address(self, state: State, language: str) -> str:
        """Return where a state begins, in a written form."""
        path = self.paths.get(state.plan, {}).get(state.page)
        if state.page.startswith("/"):
            path = state.page
        elif path is None:  # the same rows as the sample plan, or no row at all
            path = self.paths[SAMPLE][state.page].replace(f"/{SAMPLE}/", f"/{state.plan}/")
        return f"{self.url}/{language}{path}{state.query}"


@pytest.fixture(scope="module")
def installation(
    built_demo: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """A demo of one's own that is served while the table is walked."""
    folder = tmp_path_factory.mktemp("every-page") / "data"
    shutil.copytree(built_demo, folder)
    surroundings = clean_surroundings(folder)
    in_demo = {**surroundings, "TEMAPLAN_DATA": str(folder / DEMO_FOLDER)}
    told = json.loads(run_driver(in_demo, DRIVER))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = int(listener.getsockname()[1])
    with serving(surroundings, port, command="demo"):
        yield Installation(f"http://127.0.0.1:{port}", told["paths"], told["sessions"])


@pytest.fixture
def visitor(browser: Browser, installation: Installation, state: State) -> Iterator[BrowserContext]:
    """The person of the state, logged in."""
    context = browser.new_context(locale="nb-NO", timezone_id="Europe/Oslo")
    if state.person != NOBODY:
        session = installation.sessions[state.person]
        context.add_cookies([{"name": "sessionid", "value": session, "url": installation.url}])
    yield context
    context.close()


@pytest.fixture
def opened(visitor: BrowserContext) -> Page:
    page = visitor.new_page()
    page.set_default_timeout(LONGEST_WAIT)
    return page


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("state", states(), ids=str)
def test_nothing_is_found_in_any_theme_and_width(
    state: State, language: str, installation: Installation, opened: Page
) -> None:
    heard = Heard()
    heard.listen_to(opened)
    opened.goto(installation.address(state, language))
    if state.act:
        state.act(opened)
    assert opened.get_attribute("html", "lang") == language

    faults = [*faults_of(opened), *heard.complaints]
    assert not faults, "\n".join(faults)
