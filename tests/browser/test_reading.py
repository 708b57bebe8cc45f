"""The ways of a reader: from a question to the words that were printed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.browser.watch import Watch, style

ARTICLE = re.compile(r"/articles/\d+/putin-tawarkan")
TRANSPARENT = "rgba(0, 0, 0, 0)"
FORBIDDEN = """() => {
  const add = (html) => document.body.insertAdjacentHTML("beforeend", html);
  add('<img src="https://example.org/a.png" alt="">');
  add('<img src="/static/none.png" alt="">');
  add('<p style="color:red">');
  console.warn("careful");
  setTimeout(() => missing());
}"""


def expect_marked(page: Page) -> None:
    """Expect that the address leads to words that are in sight and stand out from those around them."""
    target = page.locator(":target")
    expect(target).to_have_count(1)
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => getComputedStyle(element).backgroundColor") != TRANSPARENT
    assert target.evaluate("element => getComputedStyle(element.closest('p')).backgroundColor") == TRANSPARENT


def test_from_a_search_to_an_actor_to_a_quote_to_its_words(page: Page) -> None:
    page.goto("/")
    page.locator("#q").fill("evakuasi")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=evakuasi$"))
    expect(page.locator("#q")).to_have_value("evakuasi")

    page.get_by_role("region", name="Who is in it").get_by_role("link", name="Maria Zakharova", exact=True).click()
    expect(page).to_have_url(re.compile(r"q=evakuasi&actor=maria-zakharova"))
    expect(page.locator("#results article")).to_have_count(1)
    expect(page.locator("main")).to_contain_text("Maria Zakharova")

    page.locator("#results article h3 a").click()
    expect(page).to_have_url(ARTICLE)
    expect(page.locator("mark").first).to_have_text("evakuasi")

    page.get_by_role("link", name="Maria Zakharova", exact=True).first.click()
    expect(page).to_have_url(re.compile("/people/maria-zakharova/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Maria Zakharova")

    page.get_by_role("link", name=re.compile("quote 13")).first.click()
    expect(page).to_have_url(re.compile(r"/quotes/\d+/$"))
    expect(page.locator("main")).to_contain_text(
        "Sebanyak 883 dari 1.100 orang yang meminta bantuan sudah tiba di Rusia"
    )

    page.get_by_role("link", name="Read it in the article").first.click()
    expect(page).to_have_url(re.compile(ARTICLE.pattern + r".*#a\d+$"))
    expect(page.locator(":target")).to_contain_text("Sebanyak 883 dari 1.100 orang")
    expect_marked(page)


def test_every_hit_of_a_search_leads_to_its_place_and_back(page: Page) -> None:
    page.goto("/search/?q=evakuasi")
    page.locator("#results .snippets > li").nth(1).locator("a").first.click()
    expect(page).to_have_url(re.compile(ARTICLE.pattern + r".*\?q=evakuasi#b\d+$"))
    expect(page.locator(":target")).to_contain_text(re.compile("evakuasi", re.IGNORECASE))
    expect(page.locator(":target")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/search/\?q=evakuasi$"))


def test_next_and_previous_step_through_the_words_found(page: Page, site: Site) -> None:
    page.goto(site.addresses["article_detail words marked"])
    hits = page.locator("mark[id^=hit-]")
    assert hits.count() > 2
    forward, back = page.locator(".hit-steps [rel=next]"), page.locator(".hit-steps [rel=prev]")
    seen = []
    for _ in range(3):
        address = page.url
        forward.click()
        expect(page).not_to_have_url(address)
        expect(page.locator(":target")).to_be_in_viewport()
        seen.append(page.url.partition("#")[2])
    assert len(set(seen)) == 3
    back.click()
    expect(page).to_have_url(re.compile(f"#{seen[1]}$"))


def test_a_figure_leads_to_its_words_and_its_series(page: Page, site: Site) -> None:
    page.goto("/statistics/?number=1100")
    page.locator("main a[href*='/articles/'][href*='#a']").first.click()
    expect(page.locator(":target")).to_contain_text("1.100")
    expect_marked(page)
    page.goto(site.addresses["statistic_detail"])
    expect(page.locator("main")).to_contain_text("of about 1,100")


def test_conditions_are_taken_off_one_by_one(page: Page) -> None:
    page.goto("/search/?q=evakuasi&actor=maria-zakharova&from=2023-12&to=2023-12")
    off = page.locator(".conditions a")
    before = off.count()
    assert before >= 2
    off.first.click()
    expect(page.locator(".conditions a")).to_have_count(before - 1)
    page.go_back()
    expect(page.locator(".conditions a")).to_have_count(before)


def test_a_wrong_value_is_said_beside_the_box_and_the_words_are_kept(page: Page) -> None:
    page.goto("/search/?q=gaza&from=31/02/2023")
    expect(page.get_by_role("alert")).to_contain_text("31/02/2023")
    expect(page.locator("#q")).to_have_value("gaza")
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.locator("#results article")).to_have_count(1)


def test_day_by_day(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Browse", exact=True).get_by_role("link", name="Days").click()
    expect(page).to_have_url(re.compile("/dates/$"))
    page.get_by_role("main").get_by_role("link", name="2023").click()
    page.get_by_role("main").get_by_role("link", name="December").click()
    page.locator("table.cal a[href='/2023/12/06/']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("6 December 2023")
    said = page.get_by_role("region", name=re.compile("^Said"))
    expect(said.locator("article")).to_have_count(6)
    page.locator(".day-nav [rel=next]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("10 December 2023")
    said.locator("article a[href*='#a']").first.click()
    expect_marked(page)


def test_the_drawing_of_the_archive_leads_to_a_day(page: Page) -> None:
    page.goto("/")
    plots = page.locator("svg.plot")
    expect(plots.locator("visible=true").first).to_be_visible()
    assert sum(plot.is_visible() for plot in plots.all()) == 1
    page.locator("svg.plot-wide a[href='/2023/12/06/']").first.click()
    expect(page).to_have_url(re.compile("/2023/12/06/$"))


def test_on_a_phone_every_way_is_reached(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("link", name="Browse", exact=True).click()
    browse = phone.get_by_role("navigation", name="Browse the archive")
    expect(browse).to_be_in_viewport()
    browse.get_by_role("link", name="People").click()
    phone.get_by_role("main").get_by_role("link", name="Maria Zakharova").first.click()
    expect(phone.get_by_role("heading", level=1)).to_be_in_viewport()
    phone.go_back()
    phone.goto("/search/?q=evakuasi")
    phone.get_by_role("link", name="Filters").click()
    expect(phone.get_by_role("region", name="Who is in it")).to_be_in_viewport()


def test_on_a_phone_quotes_stand_under_the_text_and_their_words_are_marked(phone: Page, site: Site) -> None:
    phone.goto(site.addresses["quote_detail"])
    phone.get_by_role("link", name="Read it in the article").first.click()
    expect_marked(phone)
    phone.locator("a.ref").first.click()
    expect(phone.locator(":target")).to_be_in_viewport()


def test_words_found_and_words_meant_stand_out_in_the_dark_too(page: Page, site: Site) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(site.addresses["article_detail words marked"])
    assert style(page, "mark", "backgroundColor") not in {TRANSPARENT, style(page, "body", "backgroundColor")}
    page.goto(site.addresses["quote_detail"])
    page.get_by_role("link", name="Read it in the article").first.click()
    expect_marked(page)


def test_an_article_on_paper_has_pages(page: Page, site: Site) -> None:
    page.goto(site.addresses["article_detail"])
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 12


def test_an_address_mistyped_names_whom_it_may_have_meant(page: Page) -> None:
    page.goto("/people/maria-zaharova/")
    page.get_by_role("main").get_by_role("link", name="Maria Zakharova").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Maria Zakharova")


def test_the_watch_over_all_these_pages_sees_what_must_not_happen(page: Page, site: Site) -> None:
    with page.context.new_page() as other:
        watch = Watch(other, site.origin)
        other.goto("/about/")
        other.evaluate(FORBIDDEN)
        other.wait_for_timeout(300)
        told = "\n".join(watch.faults)
    for part in ("img-src", "style-src", "/static/none.png", "careful", "missing is not defined"):
        assert part in told, told
