"""What a person does on a page to bring it into the state that is looked at."""

from uuid import uuid4

from playwright.sync_api import Page

# A form of a page type: not the filters of a list, not the log-out.
FORM = "main form.plan-form"
SEND = f"{FORM} button[type=submit]"
_EMPTIED = """form => {
  for (const one of form.elements) {
    if (one.type === "checkbox" || one.type === "radio") one.checked = false;
    else if (one.tagName === "SELECT") one.value = "";
    else if (["text", "textarea", "number", "email", "url", "date"].includes(one.type))
      one.value = "";
  }
}"""


def sends_nothing(page: Page) -> None:
    """Empty every field and send: the form comes back with what is wrong."""
    page.locator(FORM).evaluate(_EMPTIED)
    page.locator(SEND).first.click()
    page.locator("#feil").wait_for()


def saves(page: Page) -> None:
    """Change a text and save: the next page says that it is done."""
    _write(page)
    page.locator(SEND).first.click()
    page.locator(".said").wait_for()


def saves_after_another(page: Page) -> None:
    """Save the form that somebody has saved since it was opened: both texts are shown."""
    other = page.context.new_page()
    other.goto(page.url)
    saves(other)
    other.close()
    _write(page)
    page.locator(SEND).first.click()
    page.locator(".merge-form").wait_for()


def sends_without_cookies(page: Page) -> None:
    """Send a form that the browser has forgotten the token of."""
    page.context.clear_cookies()
    page.locator("main form button[type=submit]").first.click()
    page.locator("h1").wait_for()


def logs_in_as_nobody(page: Page) -> None:
    """Send the log-in form without a name."""
    page.get_by_role("button", name="Logg inn", exact=True).click()
    page.locator("#feil").wait_for()


def writes_after_log_out(page: Page) -> None:
    """Send a form after the session has ended: what was written is kept."""
    _write(page)
    page.context.clear_cookies(name="sessionid")
    page.locator(SEND).first.click()
    page.locator("[name=login]").wait_for()


def _write(page: Page) -> None:
    """Put a word that nobody else writes into the first text of the form that is no date."""
    short, long = f"{FORM} [type=text]:not([name=date]):visible", f"{FORM} textarea:visible"
    page.locator(f"{short}, {long}").first.fill(f"Rad {uuid4().hex[:6]}")
