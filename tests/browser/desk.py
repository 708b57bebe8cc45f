"""What an editor does at the desk, step by step, through the pages; shared by the tests of editing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.site import EDITOR, PASSWORD, Site
from tests.browser.watch import Watch

SIZE = ViewportSize(width=1440, height=1000)
DAY = "10 Desember 2023"  # among the days of the sample, so that its drawings keep their span
CHANGE = re.compile(r"/admin/articles/[a-z]+/(\d+)/change/")


@contextmanager
def visiting(chromium: Browser, site: Site) -> Iterator[Page]:
    """A browser of its own, without a cookie; nothing may go wrong on its pages."""
    with chromium.new_context(base_url=site.origin, viewport=SIZE, reduced_motion="reduce") as context:
        page = context.new_page()
        watch = Watch(page, site.origin)
        yield page
        assert watch.faults == []


@contextmanager
def at_desk(chromium: Browser, site: Site, name: str = EDITOR) -> Iterator[Page]:
    """A browser of its own, in which an editor is signed in."""
    with visiting(chromium, site) as page:
        page.goto("/admin/")
        sign_in(page, name, PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("The desk")
        yield page


def sign_in(page: Page, name: str, password: str) -> None:
    """Fill in the form of signing in, which stands on the page."""
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def add_account(page: Page, name: str, first_name: str, role: str) -> None:
    """Let whoever may do everything make an account with a role; its password is PASSWORD."""
    page.goto("/admin/auth/user/add/")
    field(page, "Username").fill(name)
    field(page, "Password").fill(PASSWORD)
    field(page, "Password confirmation").fill(PASSWORD)
    save(page)
    field(page, "First name").fill(first_name)
    page.get_by_label("Staff status").check()
    page.get_by_role("listbox", name="Available groups").select_option(label=role)
    page.get_by_role("button", name=re.compile("^Choose selected groups")).click()
    save(page)


def field(within: Page | Locator, label: str) -> Locator:
    # Rows that are yet to be added stand on the page unseen.
    return within.get_by_label(f"{label}:", exact=True).filter(visible=True)


def choose(within: Page | Locator, label: str, typed: str, entry: str = "") -> None:
    """Choose a record by autocomplete: type a part of it, take the entry that is offered."""
    page = within if isinstance(within, Page) else within.page
    # Not the bare field, which stands there until the page's script puts its box over it.
    within.locator(".select2-selection[data-named]").and_(within.get_by_role("combobox", name=label)).click()
    page.keyboard.type(typed)
    page.locator(".select2-results").get_by_role("option", name=entry or typed, exact=bool(entry)).click()


def add_row(page: Page, kind: str) -> Locator:
    """Add a row below a record; return it."""
    more = page.get_by_role("button", name=f"Add another {kind}")
    more.click()
    return page.locator(".inline-group").filter(has=more).locator("[class*=dynamic-]").last


def save(page: Page) -> str:
    """Save the form and go on editing; return the address of the record's form."""
    # Until the next page is there, this one may tell of an earlier success.
    with page.expect_navigation():
        page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist .success")).to_have_count(1)
    return urlsplit(page.url).path


def key(address: str) -> str:
    found = CHANGE.search(address)
    assert found, address
    return found[1]


def add_entity(page: Page, name: str, kind: str = "person", also: Sequence[str] = ()) -> str:
    page.goto("/admin/articles/entity/add/")
    field(page, "Kind").select_option(label=kind)
    field(page, "Name").fill(name)
    for other in also:
        add_row(page, "Other name").get_by_label("Name").fill(other)
    return save(page)


def add_topic(page: Page, label: str) -> str:
    page.goto("/admin/articles/topic/add/")
    field(page, "Label in English").fill(label)
    return save(page)


def add_article(page: Page, headline: str, *paragraphs: str) -> str:
    """Type an article of one day and save it as the draft that it begins as."""
    page.goto("/admin/articles/article/add/")
    field(page, "Headline").fill(headline)
    field(page, "Text").fill("\n\n".join(paragraphs))
    choose(page, "Publisher:", "republ", "Republika")
    field(page, "Published on").fill(DAY)
    field(page, "Language").fill("id")
    return save(page)


def add_quote(page: Page, article: str, words: str, *, speaker: str) -> str:
    """Add a quote to the article that has this form: its words pasted, its speaker chosen by autocomplete."""
    page.goto(f"/admin/articles/quote/add/?article={key(article)}")
    field(page, "Kind of quote").select_option(label="direct")
    choose(page, "Speaker:", speaker)
    field(page, "Said on").fill(DAY)
    page.locator("#anchors-0").get_by_label("Words").fill(words)
    return save(page)


def begin_figure(page: Page, article: str, measure: str, value: str) -> None:
    """Fill in the form of a figure that the article prints, all but the words in which it does."""
    page.goto(f"/admin/articles/statistic/add/?article={key(article)}")
    field(page, "What is counted").fill(measure)
    field(page, "Number").fill(value)
    field(page, "Unit").fill("person")
    field(page, "As of").fill(DAY)


def add_mention(page: Page, article: str, name: str, *, words: str = "") -> str:
    """Say whom the article names; `words` where it writes the name otherwise."""
    page.goto(f"/admin/articles/mention/add/?article={key(article)}")
    choose(page, "Who or what is named:", name)
    field(page, "How it is written").select_option(label="full name")
    page.locator("#anchors-0").get_by_label("Words").fill(words or name)
    return save(page)


def correct(page: Page, article: str, wrong: str, right: str, why: str = "") -> None:
    """Put other words into the article's text, as its form shows it."""
    page.goto(article)
    text = field(page, "Text")
    text.fill(text.input_value().replace(wrong, right))
    field(page, "Why").fill(why)
    save(page)


def publish(page: Page, article: str) -> None:
    page.goto(article)
    page.get_by_role("button", name="Publish…").click()
    page.get_by_role("button", name="Publish: 1").click()
    expect(said(page)).to_contain_text("1 published")


def withdraw(page: Page, article: str, why: str) -> None:
    page.goto(article)
    page.get_by_role("button", name="Withdraw…").click()
    field(page, "Why").fill(why)
    page.get_by_role("button", name="Withdraw: 1").click()


def said(page: Page) -> Locator:
    """What the desk tells at the head of a page of what has just been done."""
    return page.locator(".messagelist")


def public_address(page: Page, record: str) -> str:
    """Return where readers find the record that has this form."""
    page.goto(record)
    address = page.get_by_role("link", name="View on site").get_attribute("href")
    assert address
    return address
