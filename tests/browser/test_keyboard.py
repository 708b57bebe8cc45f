"""Everything can be reached and done without a mouse, and one always sees where one is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site

# Whether what has the focus looks otherwise than without it, by what is drawn in it or round it, and is in sight.
SEEN = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const look = () => {
    const chain = [element, element.parentElement, ...element.querySelectorAll("*")];
    return chain.map((one) => {
      const style = getComputedStyle(one);
      const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "" : style.outline;
      const drawn = [style.boxShadow, style.borderColor, style.stroke, style.strokeWidth, style.backgroundColor];
      return [outline, ...drawn].join();
    }).join("|");
  };
  const focused = look();
  const box = element.getBoundingClientRect();
  element.blur();
  const blurred = look();
  element.focus({ preventScroll: true });
  return {
    name: `${element.localName} ${element.getAttribute("href") ?? element.getAttribute("name") ?? element.id}`,
    changes: focused !== blurred,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
    covered: (() => {
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
      const top = document.elementFromPoint(x, y);
      return Boolean(top && !element.contains(top) && !top.contains(element));
    })(),
  };
}"""
PAGES = ("home", "search filtered", "article_detail", "person_detail", "quote_list filtered", "series_detail", "day")


def test_the_first_key_leads_past_what_every_page_repeats(page: Page) -> None:
    page.goto("/people/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", PAGES)
def test_one_sees_where_one_is_at_every_step(page: Page, site: Site, name: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.addresses[name])
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate(SEEN)
        if place is None:
            break
        assert place["changes"], f"{place['name']} looks the same with the focus"
        assert place["inside"], f"{place['name']} has the focus out of sight"
        assert not place["covered"], f"{place['name']} has the focus under something else"
        seen.add(place["name"])
    assert len(seen) > 8


def test_a_slash_leads_to_the_search_box_and_is_not_typed_there(page: Page) -> None:
    for address, box in (("/", "#q"), ("/people/", "#q-head"), ("/search/?q=gaza", "#q")):
        page.goto(address)
        page.keyboard.press("/")
        expect(page.locator(box)).to_be_focused()
        page.keyboard.type("a/b")
        # What stood there was selected, so that typing replaces it.
        expect(page.locator(box)).to_have_value("a/b")


def test_the_key_can_be_turned_off_and_on_again(page: Page) -> None:
    page.goto("/help/")
    choice = page.locator("#keys-choice input")
    expect(choice).to_be_checked()
    choice.uncheck()
    page.goto("/people/")
    page.keyboard.press("/")
    expect(page.locator("#q-head")).not_to_be_focused()
    page.goto("/help/")
    expect(choice).not_to_be_checked()
    choice.check()
    page.keyboard.press("Tab")
    page.keyboard.press("/")
    expect(page.locator("#q-head")).to_be_focused()


def test_a_slash_with_another_key_is_left_to_the_browser(page: Page) -> None:
    page.goto("/people/")
    for chord in ("Control+/", "Alt+/", "Meta+/"):
        page.keyboard.press(chord)
        expect(page.locator("#q-head")).not_to_be_focused()


def test_from_a_question_to_the_printed_words_without_a_mouse(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("evakuasi")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=evakuasi$"))
    page.locator("#results article h3 a").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Putin Tawarkan Bantuan")
    page.locator("a.ref").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()


def test_what_is_folded_away_opens_by_a_key(page: Page) -> None:
    page.goto("/")
    words = page.locator("summary", has_text="The same in words")
    words.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("4 not on one day").locator("visible=true").last).to_be_visible()
