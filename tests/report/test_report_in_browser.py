"""The report's page in a real browser: accessible, and inside a narrow screen."""

from pathlib import Path

from playwright.sync_api import Page

from temaplan.cli.progress import Progress
from temaplan.cli.report_files import ReportFolder
from temaplan.report import Question
from tests.fixtures.browser import axe_findings


def test_axe_finds_nothing_and_nothing_is_wider_than_360_pixels(page: Page, tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path, "report", "report.json")
    question = Question(("4003", "4001", "4012", "4010"), (2021, 2022))
    folder.write(question, ["html"], Progress(steps=3, quiet=True))
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((tmp_path / "report.html").as_uri())
    for summary in page.locator("summary").all():
        summary.click()

    assert axe_findings(page) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 360
