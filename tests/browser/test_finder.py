"""The search box while one types: a list that is gone through by keys, and never changes what was typed by itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from tests.browser.site import Site
from tests.browser.watch import accessibility_faults, too_wide


def open_list(page: Page, typed: str, *, address: str = "/") -> Locator:
    """Type once the script is ready, and return the list once it is there."""
    page.goto(address)
    expect(page.locator("form.finder[data-ready]")).to_have_count(1)
    page.get_by_role("combobox").press_sequentially(typed)
    expect(page.get_by_role("listbox")).to_be_visible()
    return page.get_by_role("listbox")


def active(page: Page) -> Locator:
    return page.get_by_role("listbox").locator("[aria-selected=true]")


def test_a_name_is_chosen_by_keys(page: Page) -> None:
    offered = open_list(page, "evakuasi zakh")
    expect(offered.get_by_role("group", name="Names").get_by_role("option").first).to_contain_text("Maria Zakharova")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_contain_text("Maria Zakharova")
    expect(box).to_be_focused()
    expect(box).to_have_value("evakuasi zakh")
    assert box.get_attribute("aria-activedescendant") == active(page).get_attribute("id")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=evakuasi&actor=maria-zakharova$"))


def test_the_page_of_a_name_lies_to_the_right(page: Page) -> None:
    open_list(page, "zakh")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(active(page)).to_have_accessible_name("Page of Maria Zakharova")
    page.keyboard.press("ArrowLeft")
    expect(active(page)).to_contain_text("person")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/people/maria-zakharova/$"))


def test_up_and_down_go_round_by_way_of_the_box(page: Page) -> None:
    lines = open_list(page, "gaza").locator("[role=option]:first-child")
    count = lines.count()
    assert count > 2
    page.keyboard.press("ArrowUp")
    expect(lines.last).to_have_attribute("aria-selected", "true")
    expect(lines.last).to_have_attribute("aria-posinset", str(count))
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(lines.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(lines.first).to_have_attribute("aria-selected", "true")


def test_escape_closes_the_list_and_leaves_what_was_typed(page: Page) -> None:
    offered = open_list(page, "zakh")
    page.keyboard.press("ArrowDown")
    for _ in range(2):
        page.keyboard.press("Escape")
        expect(offered).to_be_hidden()
        expect(page.get_by_role("combobox")).to_have_value("zakh")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(active(page)).to_have_count(0)


def test_enter_without_a_choice_searches_for_what_was_typed(page: Page) -> None:
    open_list(page, "zakh")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=zakh$"))


def test_leaving_the_box_closes_the_list(page: Page) -> None:
    offered = open_list(page, "zakh")
    page.keyboard.press("Tab")
    expect(offered).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()
    offered = open_list(page, "zakh")
    page.get_by_role("heading", level=1).click()
    expect(offered).to_be_hidden()


def test_the_name_of_a_field_is_written_into_the_box_and_followed_by_its_values(page: Page) -> None:
    open_list(page, "by")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox")).to_have_value("by:")
    page.get_by_role("combobox").press_sequentially("zak")
    page.get_by_role("option", name="Maria Zakharova").first.click()
    expect(page).to_have_url(re.compile(r"\?q=by%3A%22Maria\+Zakharova%22$"))
    expect(page.locator("#results")).to_contain_text("Putin Tawarkan Bantuan")


def test_a_headline_leads_to_its_article(page: Page) -> None:
    open_list(page, "putin taw", address="/people/")
    page.get_by_role("group", name="Headlines").get_by_role("option").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Putin Tawarkan Bantuan")


def test_conditions_beside_the_words_are_kept(page: Page) -> None:
    open_list(page, "zakh", address="/search/?topic=evakuasi-warga-rusia")
    page.get_by_role("option", name="Maria Zakharova").first.click()
    expect(page).to_have_url(re.compile(r"\?topic=evakuasi-warga-rusia&actor=maria-zakharova$"))


def test_how_many_there_are_is_told_to_those_who_do_not_see_the_list(page: Page) -> None:
    offered = open_list(page, "gaza")
    count = offered.locator("[role=option]:first-child").count()
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(f"{count} suggestions.")
    page.get_by_role("combobox").fill("tidakada")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("No suggestions.")
    expect(offered).to_be_hidden()


def test_an_answer_that_comes_late_is_not_shown(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/search/suggest/\?q=z$"), lambda route: held.append(route))
    page.goto("/")
    expect(page.locator("form.finder[data-ready]")).to_have_count(1)
    with page.expect_request(re.compile(r"q=z$")):
        page.get_by_role("combobox").press_sequentially("z")
    page.get_by_role("combobox").press_sequentially("akh")
    expect(page.get_by_role("option").first).to_contain_text("Maria Zakharova")
    for route in held:
        route.abort()
    expect(page.get_by_role("option").first).to_contain_text("Maria Zakharova")


def test_what_was_asked_before_is_not_asked_again(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if "/suggest/" in request.url else None)
    open_list(page, "zakh")
    page.keyboard.type("a")
    expect(page.locator("mark", has_text=re.compile("^Zakha$"))).to_be_visible()
    page.keyboard.press("Backspace")
    expect(page.locator("mark", has_text=re.compile("^Zakh$"))).to_be_visible()
    assert [request.url.rpartition("=")[2] for request in asked] == ["zakh", "zakha"]


def test_nothing_is_asked_while_a_character_is_being_composed(page: Page) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if "/suggest/" in request.url else None)
    page.goto("/")
    expect(page.locator("form.finder[data-ready]")).to_have_count(1)
    page.get_by_role("combobox").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "zak", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(400)  # more than the pause after which a key is answered
    assert asked == []
    session.send("Input.insertText", {"text": "zakh"})
    expect(page.get_by_role("option").first).to_contain_text("Maria Zakharova")


@pytest.mark.parametrize("address", ["/", "/people/"])
@pytest.mark.parametrize("width", [360, 1440])
def test_everyone_can_use_the_open_list_and_nothing_moves_for_it(page: Page, address: str, width: int) -> None:
    page.emulate_media(reduced_motion="reduce", color_scheme="dark" if width == 360 else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    before = page.locator("main").bounding_box()
    open_list(page, "gaza", address=address)
    page.keyboard.press("ArrowDown")
    assert page.locator("main").bounding_box() == before
    assert accessibility_faults(page) == []
    assert too_wide(page) == []
    # Nothing of the page lies over it.
    for option in page.get_by_role("option").all():
        option.click(trial=True)


def test_without_a_script_it_is_a_plain_box_and_the_suggestions_are_a_page(chromium: Browser, site: Site) -> None:
    with chromium.new_context(base_url=site.origin, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/search/suggest/?q=zakh")
        expect(page.get_by_role("combobox")).to_have_count(0)
        expect(page.get_by_role("searchbox")).to_have_value("zakh")
        page.get_by_role("link", name="Maria Zakharova", exact=True).click()
        expect(page).to_have_url(re.compile(r"/search/\?actor=maria-zakharova$"))
