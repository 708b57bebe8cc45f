"""What every kind of page of the admin keeps to in a browser: on a phone and a desk, in light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.desk import CHANGE
from tests.browser.site import EDITOR, PASSWORD, Site
from tests.browser.test_every_page import WIDTHS, Shown, brightness, set_width
from tests.browser.watch import Watch, accessibility_faults, style, too_wide

LISTS = ("article", "quote", "entity", "decision")
FORMS = ("article", "quote", "statistic", "event", "entity", "topic", "decision")
Opens = Callable[[Page], None]
Scheme = Literal["light", "dark"]
DRESS: tuple[tuple[int, Scheme], ...] = ((1440, "light"), (360, "dark"))


def address(path: str) -> Opens:
    def opens(page: Page) -> None:
        page.goto(path)

    return opens


def first_of(kind: str, then: str = "") -> Opens:
    """Open the first record of a list; `then` names a link on its page."""

    def opens(page: Page) -> None:
        page.goto(f"/admin/articles/{kind}/")
        follow(page, page.locator("#result_list tbody th a").first)
        if then:
            follow(page, page.locator(f".object-tools a.{then}"))

    return opens


def follow(page: Page, link: Locator) -> None:
    page.goto(str(link.get_attribute("href")) if link.count() else "missing")


def refused_form(page: Page) -> None:
    page.goto("/admin/articles/quote/add/")
    page.click("input[name=_save]")
    page.wait_for_selector(".errorlist")


def asked_first(page: Page) -> None:
    page.goto("/admin/articles/article/")
    page.locator(".action-select").first.check()
    page.select_option("select[name=action]", index=1)
    page.click(".actions button")
    page.wait_for_selector(".submit-row")


def search_as_one_types(page: Page) -> None:
    page.goto("/admin/articles/quote/add/")
    page.click(".field-speaker .select2-selection[data-named]")
    page.keyboard.type("zakh")
    page.wait_for_selector(".select2-results__option--highlighted")


PAGES: dict[str, Opens] = {
    "front": address("/admin/"),
    "app": address("/admin/articles/"),
    **{f"list of {kind}": address(f"/admin/articles/{kind}/") for kind in LISTS},
    **{f"form of {kind}": first_of(kind) for kind in FORMS},
    "history": first_of("quote", "historylink"),
    "worklist": address("/admin/articles/statistic/?list=unreviewed-statistics"),
    "nothing found": address("/admin/articles/article/?q=tidakada"),
    "empty form": address("/admin/articles/article/add/"),
    "refused form": refused_form,
    "search as one types": search_as_one_types,
    "popup": address("/admin/articles/entity/add/?_popup=1"),
    "asked first": asked_first,
    "password": address("/admin/password_change/"),
    "account": address("/admin/auth/user/add/"),
}


@pytest.fixture(scope="module")
def desk(chromium: Browser, site: Site) -> Iterator[Shown]:
    """One tab, signed in; colours that fade from light to dark would be measured on their way."""
    with chromium.new_context(base_url=site.origin, reduced_motion="reduce") as context:
        page = context.new_page()
        watch = Watch(page, site.origin)
        sign_in(page)
        yield Shown(page=page, watch=watch)


def sign_in(page: Page) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", EDITOR)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_selector("#user-tools")


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, desk: Shown) -> Shown:
    """Each kind of page in turn, opened once for all tests below."""
    desk.watch.faults.clear()
    set_width(desk.page, 1440)
    desk.page.emulate_media(color_scheme="light")
    PAGES[request.param](desk.page)
    return desk


def faults(page: Page) -> list[str]:
    # Boxes that search open at the end of the page, outside of its landmarks, and mix lists with other elements:
    # select2 draws them so, and each of their fields has its name.
    theirs = ("region", "list ")
    return [fault for fault in accessibility_faults(page) if not (fault.startswith(theirs) and "select2" in fault)]


def test_it_opens_without_fault_and_from_this_host_alone(shown: Shown) -> None:
    assert shown.watch.faults == []
    assert shown.page.locator("h1").count() == 1
    assert shown.page.title().endswith("newsarchive admin"), "what is shown tells of a fault"


def test_nothing_is_wider_than_the_screen(shown: Shown) -> None:
    for width in WIDTHS:
        set_width(shown.page, width)
        assert too_wide(shown.page) == [], f"at {width} px"


@pytest.mark.parametrize(("width", "scheme"), DRESS)
def test_everyone_can_use_it(shown: Shown, width: int, scheme: Scheme) -> None:
    set_width(shown.page, width)
    shown.page.emulate_media(color_scheme=scheme)
    assert faults(shown.page) == []
    assert (brightness(style(shown.page, "body", "backgroundColor")) < 0.2) == (scheme == "dark")


def test_who_is_not_signed_in_finds_a_form_that_everyone_can_use(chromium: Browser, site: Site) -> None:
    with chromium.new_context(base_url=site.origin, reduced_motion="reduce") as context:
        page = context.new_page()
        watch = Watch(page, site.origin)
        page.goto("/admin/")
        assert page.locator("h1").inner_text() == "Sign in"
        for width, scheme in DRESS:
            set_width(page, width)
            page.emulate_media(color_scheme=scheme)
            assert too_wide(page) == []
            assert accessibility_faults(page) == []
        assert watch.faults == []


def test_the_switch_of_light_and_dark_is_kept(desk: Shown) -> None:
    page = desk.page
    page.emulate_media(color_scheme="light")
    page.goto("/admin/")
    page.click(".theme-toggle")
    assert brightness(style(page, "body", "backgroundColor")) < 0.2
    page.goto("/admin/articles/quote/")
    assert brightness(style(page, "body", "backgroundColor")) < 0.2
    page.click(".theme-toggle")
    page.click(".theme-toggle")
    assert page.evaluate("document.documentElement.dataset.theme") == "auto"
    assert brightness(style(page, "body", "backgroundColor")) > 0.85


def test_an_editor_goes_from_a_public_page_to_its_form_and_back(desk: Shown, site: Site) -> None:
    page = desk.page
    desk.watch.faults.clear()
    set_width(page, 1440)
    page.goto(site.addresses["article_detail"])
    page.click(".masthead a:text-is('Edit')")
    expect(page).to_have_url(CHANGE)
    expect(page.locator("h1")).to_have_text("Putin Tawarkan Bantuan untuk Redakan Perang di Gaza")
    page.click(".object-tools .viewsitelink")
    expect(page).to_have_url(re.compile(f"{re.escape(site.addresses['article_detail'])}$"))
    assert accessibility_faults(page) == []
    assert desk.watch.faults == []
