"""Filters in a browser: put beside the list by a script, on a page of their own without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.site import Site
from tests.browser.watch import Watch, accessibility_faults

ALL_NOTES = "/search/?notes=1"


@pytest.fixture
def plain(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page on which no script runs."""
    with chromium.new_context(base_url=site.origin, java_script_enabled=False) as context:
        page = context.new_page()
        watch = Watch(page, site.origin)
        yield page
        assert watch.faults == []


def facet(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def test_include_and_exclude_change_the_list_and_going_back_brings_it_again(page: Page) -> None:
    page.goto(ALL_NOTES)
    expect(page.locator("#filters")).not_to_have_attribute("aria-busy", "true")
    facet(page, "Publisher").get_by_role("link", name="TASS", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?notes=1&publisher=tass$"))
    chosen = facet(page, "Publisher").get_by_role("link", name="TASS", exact=True)
    expect(chosen).to_have_attribute("aria-current", "true")
    facet(page, "Publisher").get_by_role("link", name="Without TASS").click()
    expect(page).to_have_url(re.compile(r"\?notes=1&not_publisher=tass$"))
    expect(page.get_by_role("list", name="Conditions")).to_contain_text("not from TASS")
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?notes=1&publisher=tass$"))
    expect(facet(page, "Publisher")).to_be_visible()
    assert accessibility_faults(page) == []


def test_a_year_zooms_to_its_months_and_a_month_to_its_days(page: Page) -> None:
    page.goto("/search/?q=evakuasi&from=2023&to=2023")
    page.get_by_role("link", name=re.compile("December 2023")).click()
    expect(page).to_have_url(re.compile(r"\?q=evakuasi&from=2023-12&to=2023-12$"))
    days = facet(page, "Date")
    expect(days.locator(".bars > li")).to_have_count(31)
    expect(days.get_by_label("From")).to_have_value("2023-12")
    days.get_by_role("link", name="All years").click()
    expect(page).to_have_url(re.compile(r"\?q=evakuasi$"))


def test_bars_follow_the_kind_of_date(page: Page) -> None:
    page.goto("/search/")
    facet(page, "Date").get_by_role("link", name="said").click()
    expect(page).to_have_url(re.compile(r"\?date=said$"))
    bar = facet(page, "Date").locator(".bars a").first
    expect(bar).to_have_attribute("href", re.compile(r"\?date=said&from="))


def test_a_list_of_nothing_keeps_no_room_for_filters(page: Page) -> None:
    page.route("**/search/filters/**", lambda route: None)  # they never come
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto("/search/")
    room = page.locator("#filters").bounding_box()
    page.goto("/search/?q=tidakadakataini&literal=1")
    left = page.locator("#filters").bounding_box()
    assert room and left
    assert left["height"] < 300 < room["height"]


def test_values_of_a_facet_are_found_while_one_types(page: Page) -> None:
    page.goto(ALL_NOTES)
    actors = facet(page, "Who is in it")
    values = actors.locator(".facet-add")
    expect(values).to_have_count(12)
    actors.get_by_role("searchbox").fill("ushak")
    expect(values).to_have_text(["Yury Ushakov"])
    expect(actors.get_by_role("status")).to_have_text("1 value")
    assert accessibility_faults(page) == []
    actors.get_by_role("searchbox").fill("")
    expect(values).to_have_count(12)
    actors.get_by_role("searchbox").fill("ushak")
    expect(values).to_have_count(1)
    values.click()
    expect(page).to_have_url(re.compile(r"/search/\?notes=1&actor=yury-ushakov$"))


def test_all_values_stand_on_a_page_of_their_own(page: Page) -> None:
    page.goto(ALL_NOTES)
    facet(page, "Who is in it").get_by_role("link", name=re.compile("Show all")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who is in it")
    assert page.locator(".facet-add").count() > 12
    assert accessibility_faults(page) == []
    page.get_by_role("link", name="by name").click()
    names = page.locator(".facet-add").all_inner_texts()
    assert names == sorted(names, key=str.lower)
    page.get_by_role("link", name="TASS", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search/\?notes=1&actor=tass$"))


def test_lists_of_quotes_and_figures_have_theirs(page: Page) -> None:
    page.goto("/quotes/")
    facet(page, "Said by").get_by_role("link", name="Maria Zakharova", exact=True).click()
    expect(page).to_have_url(re.compile(r"/quotes/\?said_by=maria-zakharova$"))
    page.goto("/statistics/")
    expect(facet(page, "Unit").get_by_role("link", name="person", exact=True)).to_be_visible()


def test_days_typed_while_the_filters_are_counted_stay(page: Page) -> None:
    held: list[Route] = []
    page.route("**/search/filters/**", lambda route: held.append(route))
    page.goto("/search/")
    page.get_by_label("From").fill("2023-12-06")
    expect(page.locator("#filters")).to_have_attribute("aria-busy", "true")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(facet(page, "Publisher")).to_be_visible()
    expect(page.get_by_label("From")).to_have_value("2023-12-06")
    expect(page.get_by_label("From")).to_be_focused()


def test_when_they_cannot_be_counted_a_link_stays(chromium: Browser, site: Site) -> None:
    with chromium.new_context(base_url=site.origin) as context:  # what fails here fails on purpose
        page = context.new_page()
        page.route("**/search/filters/**", lambda route: route.fulfill(status=503, body=""))
        page.goto("/search/?q=evakuasi")
        expect(page.get_by_text("The filters could not be counted here just now.")).to_be_visible()
        way = page.get_by_role("link", name="People, places, topics and more")
        expect(way).to_have_attribute("href", "/search/filters/?q=evakuasi")
        expect(page.locator("#results")).to_contain_text("Putin Tawarkan Bantuan")


def test_without_script_all_of_it_is_links_and_forms(plain: Page) -> None:
    plain.goto("/search/?notes=1")
    plain.get_by_role("link", name="People, places, topics and more").click()
    expect(plain).to_have_url(re.compile(r"/search/filters/\?notes=1$"))
    facet(plain, "Publisher").get_by_role("link", name="Without TASS").click()
    expect(plain.get_by_role("list", name="Conditions")).to_contain_text("not from TASS")
    plain.get_by_role("link", name=re.compile("December 2023|^2023")).first.click()
    expect(plain).to_have_url(re.compile(r"/search/filters/\?notes=1&not_publisher=tass&from="))
    plain.get_by_role("link", name="Show the list").click()
    expect(plain).to_have_url(re.compile(r"/search/\?notes=1&not_publisher=tass&from="))
    plain.goto("/search/filters/actor/?notes=1")
    find = plain.get_by_role("search", name="Find in Who is in it")
    find.get_by_role("searchbox").fill("ushak")
    find.get_by_role("button", name="Find").click()
    plain.get_by_role("link", name="Without Yury Ushakov").click()
    expect(plain).to_have_url(re.compile(r"/search/\?notes=1&not_actor=yury-ushakov$"))
