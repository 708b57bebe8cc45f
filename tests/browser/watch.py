"""Watches a page for what must never happen on it, and measures what a reader sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

AXE = next((Path(__file__).parents[1] / "data/vendor/axe-core").glob("*/axe.min.js"))
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# Runs in every page before its own scripts; not bound by the page's policy, which it listens to.
LISTENER = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} refuses ${event.blockedURI}`));
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
RUN_AXE = """async (tags) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return found.violations.map((one) =>
    `${one.id} (${one.help}): ` + one.nodes.slice(0, 4).map((node) => node.target.join(" ")).join("; "));
}"""
# What sticks out of the screen, and nothing that can be scrolled by itself.
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  // One pixel more is a matter of rounding.
  if (document.documentElement.scrollWidth <= width + 1) return [];
  const own = (element) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX);
  const scrolls = (element) => element && element !== document.body && (own(element) || scrolls(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
    .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`)
    .concat(`${document.documentElement.scrollWidth} px`)
    .slice(-6);
}"""


class Watch:
    """Collects what goes wrong on a page from its opening on."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.faults: list[str] = []
        page.add_init_script(LISTENER)
        page.on("console", self._told)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def _told(self, message: ConsoleMessage) -> None:
        # The answer of the page itself may be a 404 or 400 on purpose; what it loads is judged below.
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "about:")):
            self.faults.append(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page ends what it still loads.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.faults.append(f"{response.status}: {urlsplit(response.url).path}")


def accessibility_faults(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands once it is loaded, rule by rule."""
    page.wait_for_load_state()  # after a click it may be half there
    if not page.evaluate("() => Boolean(window.axe)"):
        # Evaluated, not added as an element, which the page's policy would refuse.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN_AXE, list(RULES))
    return found


def too_wide(page: Page) -> list[str]:
    """Return what makes the page scroll sideways once it is loaded; nothing when it does not."""
    page.wait_for_load_state()
    found: list[str] = page.evaluate(TOO_WIDE)
    return found


def style(page: Page, selector: str, name: str) -> Any:
    """Return a computed property of the first element that matches."""
    return page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)
