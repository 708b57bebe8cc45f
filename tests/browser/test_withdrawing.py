"""What an editor withdraws is gone from every surface, and what was changed is taken back from the history."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import (
    add_article,
    add_entity,
    add_mention,
    add_quote,
    add_topic,
    at_desk,
    begin_figure,
    choose,
    field,
    public_address,
    publish,
    said,
    save,
    withdraw,
)
from tests.browser.site import Site
from tests.browser.watch import accessibility_faults

HEADLINE = "Kebun Raya Anggrek Ditutup"
WHY = "The publisher has taken it down"
# Where readers find the article, and words that stand there because of it.
SURFACES = {
    "/": HEADLINE,
    "/search/?q=anggrek": HEADLINE,
    "/search/?q=anggrek&kind=quotes": "Kebun anggrek tutup",
    "/people/": "Gilang Permadi",
    "/people/gilang-permadi/": HEADLINE,
    "/2023/12/10/": HEADLINE,
    "/topics/": "Closed orchid gardens",
    "/topics/closed-orchid-gardens/": HEADLINE,
    "/quotes/?q=anggrek": "Kebun anggrek tutup",
    "/statistics/?number=7421": "7,421",
}


def test_what_is_withdrawn_is_gone_from_every_surface_until_it_is_taken_back(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page, chromium.new_context(base_url=site.origin) as context:
        reader = context.new_page()
        article, pages = published(page)
        assert missing(reader, pages) == []
        refused_without_a_reason(page, article)
        assert missing(reader, pages) == []
        withdraw(page, article, WHY)
        expect(said(page)).to_contain_text("1 withdrawn")
        assert missing(reader, pages) == [*SURFACES, *(f"{address} answers 404" for address in pages), "sitemap"]

        page.goto(article)
        page.get_by_role("link", name="History").click()
        entry = page.locator(".history li.module").first
        expect(entry).to_contain_text("withdrawn")
        expect(entry).to_contain_text(WHY)
        entry.get_by_role("button", name="Revert").click()
        expect(said(page)).to_contain_text("Done")
        assert missing(reader, pages) == []


def published(page: Page) -> tuple[str, list[str]]:
    """Publish an article that everything is known of; return its form and the public addresses that it has."""
    person = add_entity(page, "Gilang Permadi")
    add_topic(page, "Closed orchid gardens")
    words = "“Kebun anggrek tutup,” kata Gilang Permadi kepada 7.421 tamu."
    article = add_article(page, HEADLINE, words)
    add_mention(page, article, "Gilang Permadi")
    quote = add_quote(page, article, "Kebun anggrek tutup", speaker="Gilang Permadi")
    begin_figure(page, article, "tamu kebun anggrek", "7421")
    field(page, "Number as printed").fill("7.421")
    figure = save(page)
    page.goto(article)
    page.get_by_role("button", name="Set topic…").click()
    choose(page, "Topic", "Closed orchid")
    page.get_by_role("button", name="Set topic: 1").click()
    expect(said(page)).to_contain_text("1 now about")
    publish(page, article)
    return article, [public_address(page, record) for record in (article, quote, figure, person)]


def missing(reader: Page, addresses: list[str]) -> list[str]:
    """Return the surfaces on which a reader does not find the article, and the addresses that lead nowhere."""
    gone = []
    for surface, words in SURFACES.items():
        reader.goto(surface)
        if words not in reader.locator("main").inner_text():
            gone.append(surface)
    for address in addresses:
        answer = reader.goto(address)
        assert answer
        if answer.status != 200:
            gone.append(f"{address} answers {answer.status}")
    index = reader.request.get("/sitemap.xml").text()
    maps = [reader.request.get(part.partition("</loc>")[0]).text() for part in index.split("<loc>")[1:]]
    assert maps
    return gone if any(f"{addresses[0]}<" in one for one in maps) else [*gone, "sitemap"]


def refused_without_a_reason(page: Page, article: str) -> None:
    withdraw(page, article, "  ")
    expect(page.locator(".errorlist")).to_have_text("“Why” is blank. Say why they are withdrawn.")
    assert accessibility_faults(page) == []


def test_a_changed_name_is_taken_back_from_the_history(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page:
        person = add_entity(page, "Yuni Rahayu")
        field(page, "Name").fill("Yuni Rahayau")
        field(page, "Why").fill("As the paper writes it")
        save(page)
        expect(page.get_by_role("heading", level=1)).to_have_text("Yuni Rahayau")
        page.get_by_role("link", name="History").click()
        entry = page.locator(".history li.module").first
        expect(entry).to_contain_text("Ana Wijaya")
        expect(entry).to_contain_text("As the paper writes it")
        expect(entry.locator("del").first).to_have_text("Yuni Rahayu")
        expect(entry.locator("ins").first).to_have_text("Yuni Rahayau")
        assert accessibility_faults(page) == []
        entry.get_by_label("Why").fill("The paper has it wrong")
        entry.get_by_role("button", name="Revert").click()
        expect(said(page)).to_contain_text("Done")
        newest = page.locator(".history li.module").first
        expect(newest).to_contain_text("an earlier change taken back")
        expect(newest).to_contain_text("The paper has it wrong")
        expect(newest.locator("ins").first).to_have_text("Yuni Rahayu")
        page.goto(person)
        expect(field(page, "Name")).to_have_value("Yuni Rahayu")


def test_what_others_built_upon_is_not_taken_back_unasked(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page:
        person = add_entity(page, "Darma Wangsa")
        for gloss in ("guru", "kepala sekolah"):
            field(page, "Who or what it is").fill(gloss)
            save(page)
        page.goto(person)
        page.get_by_role("link", name="History").click()
        older = page.locator(".history li.module").filter(has_text="guru").nth(1)
        expect(older).to_be_visible()
        expect(older.get_by_role("button", name="Revert")).to_have_count(0)
