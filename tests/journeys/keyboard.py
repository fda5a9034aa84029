"""A hand on the keyboard: Tab to what is called so, Enter on it, words into it."""

from playwright.sync_api import Page

MOST_STOPS = 150  # of the Tab key on one page
_WHERE = """() => {
    const here = document.activeElement;
    const label = here.labels && here.labels.length ? here.labels[0].innerText : "";
    return (label || here.innerText || here.value || "").trim().replace(/\\s+/g, " ");
}"""


def reach(page: Page, words: str) -> None:
    """Press Tab until the focus stands on what is called so."""
    passed = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(_WHERE))
        if passed[-1].startswith(words):
            return
    raise AssertionError(f"the keyboard never reaches «{words}», only {passed}")


def follow(page: Page, words: str) -> None:
    """Go where a link or a button leads."""
    reach(page, words)
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    page.wait_for_load_state()


def write(page: Page, label: str, text: str) -> None:
    """Put a text in a field instead of what stands there."""
    reach(page, label)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
