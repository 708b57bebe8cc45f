"""An editor types an article with its quotes and figures, publishes and corrects it; readers find each."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.desk import (
    DAY,
    add_article,
    add_entity,
    add_mention,
    add_quote,
    add_row,
    add_topic,
    at_desk,
    begin_figure,
    choose,
    correct,
    field,
    key,
    public_address,
    publish,
    said,
    save,
    visiting,
)
from tests.browser.site import Site
from tests.browser.test_reading import expect_marked
from tests.browser.watch import accessibility_faults

HEADLINE = "Pengungsi Kampung Melati Pulang"
PARAGRAPHS = (
    "Warga Kampung Melati mulai pulang. Sebanyak 883 dari sekitar 1.200 pengungsi sudah kembali ke rumah mereka.",
    "“Jalan menuju kampung sudah dapat dilalui lagi,” kata Sari Kelana, dikutip kantor berita Kabar Lereng.",
    "Menurut Sari, 883 orang itu tidak lagi memerlukan tenda.",
)
WORDS = "Jalan menuju kampung sudah dapat dilalui lagi"
CHANGED = "Quotes whose words changed"  # a worklist
MOST_STEPS = 150  # of the Tab key


def test_an_article_is_typed_and_found_by_all_that_it_says(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page, visiting(chromium, site) as reader:
        add_entity(page, "Kabar Lereng", "news agency")
        add_topic(page, "Return to Kampung Melati")
        person = add_entity(page, "Sari Kelana")
        article = type_article(page)
        quote = type_quote(page, article)
        type_figures(page, article)
        add_mention(page, article, "Sari Kelana")
        page.goto(person)
        add_row(page, "Other name").get_by_label("Name").fill("Ibu Lurah Melati")
        save(page)

        draft = reader.goto(f"/articles/{key(article)}/")
        assert draft
        assert draft.status == 404
        publish_all_the_same(page, article)
        reads_by_every_way(reader)
        reads_the_quote(reader, key(quote))
        # The figure stands twice in the text; its editor meant the second one.
        marked = reader.locator("main p", has=reader.locator("a[href^='#s']", has_text="883"))
        expect(marked).to_contain_text("tidak lagi memerlukan tenda")
        expect(reader.get_by_role("main")).to_contain_text("883 of about 1,200")
        assert reader.context.cookies() == []


def type_article(page: Page) -> str:
    page.goto("/admin/articles/article/add/")
    field(page, "Headline").fill(HEADLINE)
    field(page, "Deck").fill("Ratusan orang sudah di rumah")
    field(page, "Byline").fill("Rep: Tirta Jaya")
    field(page, "Text").fill("\n\n".join(PARAGRAPHS))
    choose(page, "Publisher:", "republ", "Republika")
    field(page, "Published on").fill(DAY)
    field(page, "Language").fill("id")
    choose(add_row(page, "Topic"), "Topic", "Return to Kampung")
    address = save(page)
    expect(field(page, "Published on")).to_have_value("2023-12-10")
    expect(page.locator(".field-state")).to_contain_text("draft")
    return address


def type_quote(page: Page, article: str) -> str:
    page.goto(article)
    page.locator(".field-facts").get_by_role("link", name="add", exact=True).first.click()
    field(page, "Kind of quote").select_option(label="direct")
    choose(page, "Speaker:", "sari kel", "Sari Kelana")
    field(page, "Said on").fill("12 Desember 2023")
    page.locator("#anchors-0").get_by_label("Words").fill(WORDS)
    stated = add_row(page, "Step")
    field(stated, "Role").select_option(label="agency")
    choose(stated, "Who:", "kabar ler", "Kabar Lereng")
    stated.get_by_label("The article says so").check()
    field(stated, "Words that name it").fill("dikutip kantor berita Kabar Lereng")
    inferred = add_row(page, "Step")
    field(inferred, "Role").select_option(label="publisher")
    choose(inferred, "Who:", "republ", "Republika")
    return save(page)


def type_figures(page: Page, article: str) -> None:
    """Add the figure and before it that of which it is a part."""
    begin_figure(page, article, "pengungsi Kampung Melati", "1200")
    field(page, "How exact").first.select_option(label="about")
    field(page, "Number as printed").fill("1.200")
    save(page)
    begin_figure(page, article, "yang pulang ke Kampung Melati", "883")
    choose(page, "Out of:", "pengungsi Kampung", "1200 pengungsi Kampung Melati")
    field(page, "Number as printed").fill("884")
    again = page.get_by_role("button", name="Save and continue editing")
    again.click()
    nowhere = f"“884” does not stand in “{HEADLINE}” (version 1)."
    expect(page.locator(".errorlist", has_text=nowhere)).to_have_count(1)
    field(page, "Number as printed").fill("883")
    again.click()
    places = page.get_by_role("group", name="Which place is meant?")
    expect(places.get_by_role("radio")).to_have_count(2)
    assert accessibility_faults(page) == []
    places.get_by_label("paragraph 3").check()
    save(page)


def publish_all_the_same(page: Page, article: str) -> None:
    """Publish an article that is dated before what it quotes was said."""
    page.goto(article)
    page.get_by_role("button", name="Publish…").click()
    expect(page.get_by_role("main")).to_contain_text(
        "It is dated 2023-12-10, which is before quote 1 was said (2023-12-12)."
    )
    assert accessibility_faults(page) == []
    page.get_by_role("button", name="Publish: 1").click()
    expect(page.locator(".errorlist")).to_contain_text("say that it is meant so, or go back")
    page.get_by_label("publish all the same").check()
    page.get_by_role("button", name="Publish: 1").click()
    expect(said(page)).to_contain_text("1 published")


def reads_by_every_way(reader: Page) -> None:
    """Find the article by its words, its day, its topic and whom it names, the last by another name."""
    reader.goto("/")
    reader.get_by_role("combobox").fill("tenda dilalui")
    reader.keyboard.press("Enter")
    expect(reader.locator("#results article")).to_have_count(1)
    expect(found(reader)).to_be_visible()
    reader.goto("/2023/12/")
    reader.locator("table.cal a[href='/2023/12/10/']").click()
    expect(found(reader)).to_be_visible()
    reader.goto("/topics/")
    reader.get_by_role("main").get_by_role("link", name="Return to Kampung Melati").first.click()
    expect(found(reader)).to_be_visible()
    reader.goto("/people/")
    reader.get_by_role("main").get_by_role("searchbox").fill("lurah melati")
    reader.keyboard.press("Enter")
    reader.get_by_role("main").get_by_role("link", name="Sari Kelana").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Sari Kelana")
    expect(found(reader)).to_be_visible()


def reads_the_quote(reader: Page, number: str) -> None:
    """Go from the page of its speaker to the quote, and on to the words in the article."""
    reader.get_by_role("link", name="direct quote 1").click()
    expect(reader).to_have_url(re.compile(rf"/quotes/{number}/$"))
    chain = reader.get_by_role("list", name="From the mouth to the page").get_by_role("listitem")
    expect(chain).to_have_text(
        [re.compile("Kabar Lereng.*agency", re.DOTALL), re.compile("Republika.*inferred", re.DOTALL)]
    )
    expect(chain.first.get_by_role("link")).to_have_text("dikutip kantor berita Kabar Lereng")
    reader.get_by_role("link", name="Read it in the article").first.click()
    expect_marked(reader)
    expect(reader.locator(":target")).to_contain_text(WORDS)


def found(reader: Page) -> Locator:
    return reader.get_by_role("main").get_by_role("link", name=HEADLINE).first


def test_a_corrected_word_is_shown_and_what_rests_on_it_is_asked_again(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page, visiting(chromium, site) as reader:
        article, quote = corrected(page, "Jembatan Dusun Kenanga Dibuka", "Wira Setiaji")
        number = key(article)
        publish(page, article)
        page.goto(article)
        expect(page.locator(".field-texts").get_by_role("link")).to_have_text(["version 2", "version 1"])

        reader.goto(f"/articles/{number}/v/1/")
        expect(reader.get_by_role("main")).to_contain_text("Jembatan itu kini aman")
        reader.goto(f"/articles/{number}/v/2/")
        expect(reader.locator(".difference del")).to_contain_text("aman")
        expect(reader.locator(".difference ins")).to_contain_text("kokoh")
        expect(reader.locator(".touched-facts")).to_contain_text("Words changed; goes back to review.")
        reader.goto(public_address(page, quote))
        expect(reader.get_by_role("main")).to_contain_text("unreviewed")

        page.goto("/admin/")
        page.get_by_role("link", name=CHANGED).click()
        row = page.locator("#result_list").get_by_role("link", name="Jembatan itu kini kokoh")
        row.click()
        expect(page.locator("#anchors-0 .place")).to_contain_text(
            "Words changed: “Jembatan itu kini aman” stood here before."
        )
        page.get_by_role("button", name="Save and Confirm").click()
        expect(said(page)).to_contain_text("Done")
        page.goto("/admin/articles/quote/?list=changed-quotes")
        expect(row).to_have_count(0)
        reader.reload()
        expect(reader.get_by_role("main")).not_to_contain_text("unreviewed")


def corrected(page: Page, headline: str, speaker: str) -> tuple[str, str]:
    """Type an article with a quote, then correct a word in it; return the addresses of both forms."""
    add_entity(page, speaker)
    article = add_article(page, headline, f"“Jembatan itu kini aman,” kata {speaker}.", "Warga senang.")
    quote = add_quote(page, article, "Jembatan itu kini aman", speaker=speaker)
    correct(page, article, "kini aman", "kini kokoh", why="The printed paper says so")
    return article, quote


def test_a_fact_is_confirmed_without_a_mouse(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page:
        _article, quote = corrected(page, "Jembatan Dusun Seruni Dibuka", "Laras Puspita")
        page.goto("/admin/")
        tab_to(page, page.get_by_role("link", name=CHANGED))
        page.keyboard.press("Enter")
        page.wait_for_url("**/quote/?list=changed-quotes")
        link = page.locator(f"#result_list a[href^='{quote}']").first
        tab_to(page, link)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{quote}*")
        tab_to(page, field(page, "Why"))
        page.keyboard.type("Compared with the paper")
        tab_to(page, page.get_by_role("button", name="Save and Confirm"))
        page.keyboard.press("Enter")
        expect(said(page)).to_contain_text("Done")
        page.goto(quote.replace("change", "history"))
        expect(page.locator(".history li").first).to_contain_text("confirmed")
        expect(page.locator(".history li").first).to_contain_text("Compared with the paper")
        assert accessibility_faults(page) == []


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{wanted} is not reached by {MOST_STEPS} steps")
