"""What every kind of page keeps to in a browser: on a phone and a desk, in light and dark, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.site import Site
from tests.browser.watch import Watch, accessibility_faults, style, too_wide
from tests.pages import PAGES

WIDTHS = (360, 768, 1440)
MOST_SHIFT = 0.02  # of 1: what moves while it loads, times how far
# Answers that are pages too, though no address is meant to give them.
ANSWERS = {
    "400 a wrong value": "/search/?q=gaza&from=31/02/2023",
    "400 cannot be read": "/help/?q=%00",
    "404": "/people/maria-zaharova/",
}
NAMES = (*(str(page) for page in PAGES), *ANSWERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    page: Page
    watch: Watch


@pytest.fixture(scope="module")
def tab(chromium: Browser, site: Site) -> Iterator[Shown]:
    """One tab for all pages; colours that fade from light to dark would be measured on their way."""
    with chromium.new_context(base_url=site.origin, reduced_motion="reduce") as context:
        page = context.new_page()
        yield Shown(page=page, watch=Watch(page, site.origin))


@pytest.fixture(scope="module", params=NAMES)
def shown(request: pytest.FixtureRequest, tab: Shown, site: Site) -> Shown:
    """Each kind of page in turn, opened once for all tests below."""
    tab.watch.faults.clear()
    tab.page.goto({**site.addresses, **ANSWERS}[request.param])
    return tab


@pytest.fixture(autouse=True)
def at_a_desk_in_light(shown: Shown) -> None:
    set_width(shown.page, 1440)
    shown.page.emulate_media(media="screen", color_scheme="light")


def set_width(page: Page, width: int) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=900))


def test_it_loads_without_fault_and_from_this_host_alone(shown: Shown) -> None:
    assert shown.watch.faults == []


def test_nothing_moves_while_it_loads(shown: Shown) -> None:
    assert shown.page.evaluate("window.shift") <= MOST_SHIFT


def test_nothing_is_wider_than_the_screen(shown: Shown) -> None:
    for width in WIDTHS:
        set_width(shown.page, width)
        assert too_wide(shown.page) == [], f"at {width} px"


def test_everyone_can_use_it_at_a_desk_in_light(shown: Shown) -> None:
    assert accessibility_faults(shown.page) == []


def test_everyone_can_use_it_on_a_phone_in_the_dark(shown: Shown) -> None:
    set_width(shown.page, 360)
    shown.page.emulate_media(color_scheme="dark")
    assert accessibility_faults(shown.page) == []


def test_the_dark_is_dark(shown: Shown) -> None:
    light = (style(shown.page, "body", "backgroundColor"), style(shown.page, "body", "color"))
    shown.page.emulate_media(color_scheme="dark")
    dark = (style(shown.page, "body", "backgroundColor"), style(shown.page, "body", "color"))
    assert brightness(light[0]) > 0.85 > 0.4 > brightness(light[1])
    assert brightness(dark[0]) < 0.2 < 0.6 < brightness(dark[1])


def test_on_paper_it_is_dark_on_white_and_has_no_ways_to_click(shown: Shown) -> None:
    shown.page.emulate_media(media="print", color_scheme="dark")
    set_width(shown.page, 720)
    assert brightness(style(shown.page, "body", "backgroundColor")) > 0.98
    assert brightness(style(shown.page, "h1", "color")) < 0.4
    assert shown.page.locator("header.masthead nav").is_hidden()
    assert (
        shown.page.locator("header.masthead form").count() == 0
        or shown.page.locator("header.masthead form").is_hidden()
    )
    assert shown.page.locator("main").is_visible()
    assert too_wide(shown.page) == []


def brightness(colour: object) -> float:
    """Return how bright a computed colour is, from 0 to 1; what is transparent lies on white paper."""
    text = str(colour)
    if text.startswith(("oklch", "oklab")):
        return float(text.partition("(")[2].split()[0])
    red, green, blue, *alpha = (
        float(part) for part in text.strip("rgba()").replace(",", " ").replace("/", " ").split()
    )
    return 1.0 if alpha and not alpha[0] else (0.299 * red + 0.587 * green + 0.114 * blue) / 255
