"""What is wrong with a page as it stands now: for axe, for its width, for the keyboard."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Page

from tests.fixtures.browser import axe_findings

THEMES = ("light", "dark")
WIDTHS = (320, 360, 768, 1280)
HEIGHT = 800
# After a key the browser takes the reader for somebody with a keyboard, and a focus that a
# script moves is shown as theirs. Each stop must change its looks, or those of its label or
# the box around it, must have a size, and must not lie under anything else (WCAG 2.4.7, 2.4.11).
_STOPS = """() => {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary,"
    + " [tabindex='0']";
  const shown = one => one.checkVisibility({visibilityProperty: true}) && !one.disabled;
  const looks = one => [one, one.parentElement, ...(one.labels || [])].map(each => {
    const style = getComputedStyle(each);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
      style.backgroundColor, style.borderColor].join();
  }).join();
  const uncovered = one => [one, ...(one.labels || [])].some(each =>
    Array.from(each.getClientRects()).some(box => {
      const spots = [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]];
      return spots.some(([across, down]) => {
        const there = document.elementFromPoint(
          box.left + box.width * across, box.top + box.height * down);
        return there && (each.contains(there) || there.contains(each));
      });
    }));
  const name = one => one.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
  const faults = [];
  for (const one of Array.from(document.querySelectorAll(wanted)).filter(shown)) {
    document.activeElement.blur();
    const before = looks(one);
    one.focus();
    if (document.activeElement !== one) faults.push("takes no focus: " + name(one));
    else if (!one.matches(":focus-visible")) faults.push("not taken for focused: " + name(one));
    else if (looks(one) === before) faults.push("focus is not seen: " + name(one));
    else if (!uncovered(one)) faults.push("focus is covered: " + name(one));
  }
  document.activeElement.blur();
  window.scrollTo(0, 0);
  return faults;
}"""
_WIDER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return Array.from(document.querySelectorAll("body *"))
    .filter(one => one.getBoundingClientRect().right > room + 1)
    .map(one => one.outerHTML.replace(/\\s+/g, " ").slice(0, 120)).slice(0, 3);
}"""
# A screen that changes its width takes a moment, in which nothing is measured. What unfolds
# would take longer, but the reader here has asked for no movement.
_SETTLED = """async width => {
  const frame = () => new Promise(next => requestAnimationFrame(next));
  while (window.innerWidth !== width) await frame();
  await frame();
  await frame();
}"""
_OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


@dataclass
class Heard:
    """What the browser complained of while the page was opened and looked at."""

    complaints: list[str] = field(default_factory=list)

    def listen_to(self, page: Page) -> None:
        """Note what comes from now on."""
        page.on("console", self._note)
        page.on("pageerror", self._note_error)

    def _note(self, message: ConsoleMessage) -> None:
        told = message.type in {"error", "warning"}
        if told and not _is_about_the_answer_itself(message):
            self.complaints.append(message.text)

    def _note_error(self, error: Error) -> None:
        self.complaints.append(str(error))


def _is_about_the_answer_itself(message: ConsoleMessage) -> bool:
    """Chromium complains of every page that is answered 404, 403, 409 or 422, as it shall be."""
    return (
        message.text.startswith("Failed to load resource: the server responded with a status of 4")
        and "/statisk/" not in message.location["url"]
    )


def faults_of(page: Page) -> list[str]:
    """Look at the page in every theme and width, with everything that folds opened."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(_OPEN)
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")  # the way past the menu folds up again
    found: dict[str, list[str]] = {}
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate(_SETTLED, width)
            for fault in _faults_now(page):
                found.setdefault(fault, []).append(f"{theme} {width}")
    return [f"{fault} ({', '.join(places)})" for fault, places in found.items()]


def _faults_now(page: Page) -> list[str]:
    axe = [f"{each['rule']}: {'; '.join(each['elements'])}" for each in axe_findings(page)]
    wider = [f"wider than the screen: {each}" for each in page.evaluate(_WIDER)]
    return [*axe, *wider, *page.evaluate(_STOPS)]
