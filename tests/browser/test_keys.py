"""Single keys: from result to result, from place to place, and a list of those that work on the page."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.site import Site
from tests.browser.watch import accessibility_faults


def told(page: Page) -> Locator:
    return page.get_by_role("dialog").locator("[data-key]")


def test_from_result_to_result_and_into_one(page: Page) -> None:
    page.goto("/search/?q=Rusia&kind=quotes&sort=oldest")
    links = page.locator("#results .quote-item .by a[href*='/quotes/']")
    assert links.count() > 2
    page.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("k")
    expect(links.nth(0)).to_be_focused()  # there is none before the first
    address = links.nth(0).get_attribute("href") or ""
    page.keyboard.press("o")
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))


def test_an_article_is_opened_and_its_places_are_gone_through(page: Page) -> None:
    page.goto("/search/?q=evakuasi")
    page.keyboard.press("j")
    expect(page.locator("#results .card h3 a")).to_be_focused()
    page.keyboard.press("o")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Putin Tawarkan Bantuan")
    places = []
    for key in ("n", "n", "p"):
        page.keyboard.press(key)
        expect(page.locator(":target")).to_be_in_viewport()
        places.append(page.evaluate("location.hash"))
    assert len(set(places)) >= 2
    assert places[0] == places[2]


def test_a_question_mark_tells_the_keys_that_work_here_and_no_others(page: Page, site: Site) -> None:
    for address, keys in {
        "/about/": ["/", "?"],
        "/search/": ["/", "j", "o", "?"],
        site.addresses["article_detail words marked"]: ["/", "n", "?"],
    }.items():
        page.goto(address)
        page.keyboard.press("?")
        expect(told(page).first).to_be_visible()
        assert [row.get_attribute("data-key") for row in told(page).all()] == keys
        assert accessibility_faults(page) == []
        page.keyboard.press("j")  # nothing behind it moves
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_no_key_acts_where_one_types_or_after_all_are_turned_off(page: Page) -> None:
    page.goto("/search/?q=evakuasi")
    box = page.get_by_role("combobox")
    box.fill("")
    page.keyboard.type("jko?np/")
    expect(box).to_have_value("jko?np/")
    page.goto("/help/")
    page.get_by_label("Use single keys on this device").uncheck()
    page.goto("/search/?q=evakuasi")
    for key in ("j", "?"):
        page.keyboard.press(key)
    expect(page.locator("#results .card h3 a")).not_to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
