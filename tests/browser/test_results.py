"""What a page of results says, and the way to the words found and back: with script and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK
from tests.browser.site import Site
from tests.browser.watch import Watch, accessibility_faults, too_wide

ASKED = "/search/?q=evakuasi&actor=maria-zakharova&from=2023-12&to=2023-12&sort=newest"
ARTICLE = re.compile(r"/articles/\d+/putin-tawarkan")


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def reader(request: pytest.FixtureRequest, chromium: Browser, site: Site) -> Iterator[Page]:
    """A page of a reader whose browser runs scripts, and of one whose does not."""
    with chromium.new_context(base_url=site.origin, viewport=DESK, java_script_enabled=request.param) as context:
        page = context.new_page()
        watch = Watch(page, site.origin)
        yield page
        assert watch.faults == []


def test_conditions_are_taken_off_and_come_back(reader: Page) -> None:
    reader.goto(ASKED)
    conditions = reader.locator(".conditions a")
    expect(conditions).to_have_count(3)
    conditions.filter(has_text="Maria Zakharova").click()
    expect(reader).to_have_url(re.compile(r"\?q=evakuasi&from=2023-12&to=2023-12&sort=newest$"))
    expect(conditions).to_have_count(2)
    reader.go_back()
    expect(conditions).to_have_count(3)


def test_a_result_opens_at_its_first_mark_and_leads_back_to_the_same_list(reader: Page) -> None:
    reader.goto(ASKED)
    reader.locator("#results article h3 a").click()
    expect(reader).to_have_url(ARTICLE)
    expect(reader).to_have_url(re.compile("#hit-1$"))
    target = reader.locator("mark:target")
    expect(target).to_have_text(re.compile("evakuasi", re.IGNORECASE))
    expect(target).to_be_in_viewport()
    places = reader.locator("mark[id^=hit-]").count()
    expect(reader.locator(".hit-bar")).to_contain_text(f"{places} places for")
    reader.get_by_role("link", name="Back to results").click()
    expect(reader).to_have_url(re.compile(re.escape(ASKED) + "$"))


def test_the_list_is_the_same_after_going_back(reader: Page) -> None:
    reader.goto(ASKED)
    before = reader.locator("#results").inner_text()
    reader.locator("#results .snippets a").first.click()
    expect(reader).to_have_url(ARTICLE)
    reader.go_back()
    assert reader.locator("#results").inner_text() == before


def test_next_leads_on_from_the_line_that_was_opened(page: Page) -> None:
    page.goto("/search/?q=evakuasi")
    page.locator("#results .snippets > li").last.locator("a").first.click()
    expect(page).to_have_url(re.compile(r"#b\d+$"))
    here = page.locator(":target mark[id^=hit-]").first.get_attribute("id")
    assert here
    page.locator(".hit-steps [rel=next]").click()
    expect(page).to_have_url(re.compile(f"#hit-{int(here.removeprefix('hit-')) + 1}$"))
    page.locator(".hit-steps [rel=prev]").click()
    expect(page).to_have_url(re.compile(f"#{here}$"))


def test_a_misspelt_name_finds_the_article_and_says_what_was_done(reader: Page) -> None:
    reader.goto("/search/?q=netanyau")
    expect(reader.locator("#q")).to_have_value("netanyau")
    expect(reader.locator(".instead")).to_contain_text("Nothing was found for “netanyau”.")
    expect(reader.locator("#results article h3")).to_have_count(1)
    reader.locator(".instead a").click()
    expect(reader.locator(".empty")).to_contain_text("Is this meant? netanyahu 1")
    reader.locator(".empty").get_by_role("link", name="netanyahu", exact=True).click()
    expect(reader.locator("#results article h3")).to_have_count(1)


def test_words_found_in_a_quote_name_their_speaker(reader: Page) -> None:
    reader.goto('/search/?q="kedua belah pihak"')
    line = reader.locator("#results .snippets .said")
    expect(line.locator("blockquote")).to_contain_text("“Kedua belah pihak menyatakan kesiapan bersama")
    line.get_by_role("link", name="Kremlin").click()
    expect(reader).to_have_url(re.compile("/organisations/kremlin/$"))


@pytest.mark.parametrize("query", ["q=netanyau", "q=gaza+tidakada&from=1999", "q=1100+evakuasi", "q=yang+by:zakharowa"])
@pytest.mark.parametrize("width", [360, 1440])
def test_everyone_can_use_what_is_said(page: Page, query: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/search/?{query}")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert accessibility_faults(page) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize(
    "address",
    ["/search/?q=Pneumono" + "x" * 200, "/search/filters/?q=Pneumono" + "x" * 200, "/search/suggest/?q=" + "a" * 120],
    ids=["list", "filters", "suggestions"],
)
def test_a_word_longer_than_the_line_moves_nothing_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert too_wide(page) == []
