"""Two entries that are one person: merged after a preview, and parted again from the history."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import (
    add_article,
    add_entity,
    add_mention,
    add_quote,
    at_desk,
    choose,
    field,
    public_address,
    publish,
    said,
    visiting,
)
from tests.browser.site import Site
from tests.browser.watch import accessibility_faults


def test_two_entries_become_one_and_two_again(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page, visiting(chromium, site) as reader:
        stays, goes = add_entity(page, "Rahmat Widodo"), add_entity(page, "Pak Rahmat Nelayan")
        article = add_article(
            page, "Nelayan Melaut Lagi", "“Ombak reda,” kata Rahmat Widodo.", "Pak Rahmat Nelayan pulang."
        )
        add_mention(page, article, "Rahmat Widodo")
        add_mention(page, article, "Pak Rahmat Nelayan")
        add_quote(page, article, "Ombak reda", speaker="Pak Rahmat Nelayan")
        publish(page, article)
        old, new = public_address(page, goes), public_address(page, stays)
        assert old != new

        page.goto(goes)
        foresees(page)
        reader.goto(old)
        expect(reader.get_by_role("heading", level=1)).to_have_text("Pak Rahmat Nelayan")
        field(page, "Why").fill("One fisherman")
        page.get_by_role("button", name="Merge", exact=True).click()
        expect(said(page)).to_contain_text("“Pak Rahmat Nelayan” is merged into “Rahmat Widodo”")

        reader.goto(old)
        expect(reader).to_have_url(re.compile(f"{new}$"))
        expect(reader.get_by_role("heading", level=1)).to_have_text("Rahmat Widodo")
        expect(reader.get_by_role("main")).to_contain_text("Ombak reda")
        part(page)
    # A browser that was sent on for good remembers it, so this is another one.
    with visiting(chromium, site) as reader:
        for address, name in ((old, "Pak Rahmat Nelayan"), (new, "Rahmat Widodo")):
            reader.goto(address)
            expect(reader).to_have_url(re.compile(f"{address}$"))
            expect(reader.get_by_role("heading", level=1)).to_have_text(name)
        expect(reader.get_by_role("main")).not_to_contain_text("Ombak reda")


def foresees(page: Page) -> None:
    """Ask for the merge on the page of who goes, and read what it would do."""
    page.get_by_role("link", name="Merge into…").click()
    choose(page, "Merge into", "rahmat wid", "Rahmat Widodo")
    page.get_by_role("button", name="Show what would move").click()
    foreseen = page.locator("section.module")
    expect(foreseen).to_contain_text("“Pak Rahmat Nelayan” into “Rahmat Widodo”")
    expect(foreseen).to_contain_text("1 mention")
    expect(foreseen).to_contain_text("1 quote")
    expect(foreseen).to_contain_text("is also found by: Pak Rahmat Nelayan")
    assert accessibility_faults(page) == []


def part(page: Page) -> None:
    """Follow the way that the merge offers to its history, and take it back there."""
    page.get_by_role("link", name="Undo it in the history").click()
    merged = page.locator(".history li.module").filter(has_text="merged into “Rahmat Widodo”")
    expect(merged).to_contain_text("One fisherman")
    assert accessibility_faults(page) == []
    merged.get_by_label("Why").fill("Two fishermen after all")
    merged.get_by_role("button", name="Revert").click()
    expect(said(page)).to_contain_text("Done")
    expect(page.locator(".history li.module").first).to_contain_text("parted from “Rahmat Widodo” again")


def test_who_is_merged_into_itself_stays_and_is_told_why(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page:
        person = add_entity(page, "Teguh Sanjaya")
        page.goto(person)
        page.get_by_role("link", name="Merge into…").click()
        choose(page, "Merge into", "teguh sanj", "Teguh Sanjaya")
        page.get_by_role("button", name="Show what would move").click()
        expect(page.locator(".errornote")).to_contain_text(re.compile(r"[A-Z].*\.$"))
        expect(page.get_by_role("button", name="Merge", exact=True)).to_have_count(0)
        assert accessibility_faults(page) == []
