"""Two browsers, one record: who saves second sees whose change it was, and nothing of either is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.desk import add_account, add_article, add_entity, add_row, at_desk, choose, field, key, said, save
from tests.browser.site import Site
from tests.browser.watch import accessibility_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    ana: Page
    budi: Page


@pytest.fixture
def newsroom(chromium: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Newsroom]:
    """Two editors, each in a browser of their own; Budi's account is made for the one test."""
    account = request.node.name[5:40]
    with at_desk(chromium, site) as ana:
        add_account(ana, account, "Budi Santoso", role="Editor")
        with at_desk(chromium, site, account) as budi:
            yield Newsroom(ana=ana, budi=budi)


def test_a_name_that_one_changes_and_a_gloss_that_both_do(newsroom: Newsroom) -> None:
    ana, budi = newsroom.ana, newsroom.budi
    person = add_entity(ana, "Mira Lestari")
    for page in (ana, budi):
        page.goto(person)
    field(ana, "Name").fill("Mira Lestari Putri")
    field(ana, "Who or what it is").fill("petani kopi")
    field(ana, "Why").fill("Her full name")
    save(ana)
    field(budi, "Who or what it is").fill("pedagang kopi")
    field(budi, "Number in Wikidata").fill("Q987654321")
    save_too_late(budi)

    expect(conflict(budi)).to_contain_text(re.compile("Ana Wijaya changed this (just now|.* ago)"))
    expect(row(budi, "Who or what it is")).to_contain_text(
        re.compile("petani.*pedagang.*yours takes the place of theirs", re.DOTALL)
    )
    expect(row(budi, "Name")).to_contain_text("stays as it is now")
    expect(row(budi, "Number in Wikidata")).to_contain_text("becomes yours")
    assert accessibility_faults(budi) == []
    both = {"Name": "Mira Lestari Putri", "Who or what it is": "pedagang kopi", "Number in Wikidata": "Q987654321"}
    assert {name: field(budi, name).input_value() for name in both} == both
    ana.reload()
    expect(field(ana, "Who or what it is")).to_have_value("petani kopi")

    save(budi)
    ana.reload()
    assert {name: field(ana, name).input_value() for name in both} == both
    ana.get_by_role("link", name="History").click()
    newest, before = (ana.locator(".history li.module").nth(place) for place in (0, 1))
    expect(newest).to_contain_text("Budi Santoso")
    expect(before).to_contain_text(re.compile("Ana Wijaya.*Her full name.*petani kopi", re.DOTALL))


def test_a_text_that_both_correct(newsroom: Newsroom) -> None:
    ana, budi = newsroom.ana, newsroom.budi
    article = add_article(ana, "Panen Kopi Dimulai", "Panen dimulai hari ini.", "Cuaca cerah.", "Petani senang.")
    for page in (ana, budi):
        page.goto(article)
    field(ana, "Headline").fill("Panen Raya Kopi Dimulai")
    field(ana, "Text").fill("Panen dimulai kemarin.\n\nCuaca cerah.\n\nPetani senang.")
    save(ana)
    mine = "Panen dimulai hari ini.\n\nCuaca cerah.\n\nPetani dan pedagang senang."
    field(budi, "Text").fill(mine)
    field(budi, "Deck").fill("Cuaca membantu")
    save_too_late(budi)

    expect(row(budi, "Text").locator("td").nth(1)).to_contain_text("kemarin")
    expect(row(budi, "Text").locator("td").nth(2)).to_contain_text("dan pedagang")
    expect(row(budi, "Headline")).to_contain_text("stays as it is now")
    assert accessibility_faults(budi) == []
    expect(field(budi, "Headline")).to_have_value("Panen Raya Kopi Dimulai")
    expect(field(budi, "Text")).to_have_value(mine)
    expect(field(budi, "Deck")).to_have_value("Cuaca membantu")
    # Having seen both, Budi puts them together.
    field(budi, "Text").fill(mine.replace("hari ini", "kemarin"))
    save(budi)

    expect(budi.locator(".field-texts").get_by_role("link")).to_have_text(["version 3", "version 2", "version 1"])
    budi.get_by_role("link", name="version 2").click()
    expect(budi.get_by_role("main")).to_contain_text("Panen dimulai kemarin.")
    expect(budi.get_by_role("main")).to_contain_text("Petani senang.")
    ana.goto(article)
    expect(field(ana, "Headline")).to_have_value("Panen Raya Kopi Dimulai")
    expect(field(ana, "Text")).to_have_value("Panen dimulai kemarin.\n\nCuaca cerah.\n\nPetani dan pedagang senang.")
    expect(field(ana, "Deck")).to_have_value("Cuaca membantu")


def test_another_name_that_one_corrects_and_one_that_the_other_adds(newsroom: Newsroom) -> None:
    ana, budi = newsroom.ana, newsroom.budi
    person = add_entity(ana, "Hasan Sudiro", also=["Pak Hasn"])
    for page in (ana, budi):
        page.goto(person)
    ana.locator("#names-0").get_by_label("Name").fill("Pak Hasan")
    save(ana)
    add_row(budi, "Other name").get_by_label("Name").fill("Hasan S.")
    save_too_late(budi)
    assert accessibility_faults(budi) == []
    expect(other_names(budi)).to_have_count(2)
    assert [box.input_value() for box in other_names(budi).all()] == ["Pak Hasan", "Hasan S."]
    save(budi)
    ana.reload()
    expect(other_names(ana)).to_have_count(2)
    assert [box.input_value() for box in other_names(ana).all()] == ["Pak Hasan", "Hasan S."]


def test_a_topic_that_another_gives_is_told_before_the_article_is_saved_over_it(newsroom: Newsroom) -> None:
    ana, budi = newsroom.ana, newsroom.budi
    article = add_article(ana, "Pasar Kopi Ramai", "Pasar ramai sejak pagi.")
    budi.goto(article)
    ana.goto(article)
    ana.get_by_role("button", name="Set topic…").click()
    choose(ana, "Topic", "diplomacy", "diplomacy")
    ana.get_by_role("button", name="Set topic: 1").click()
    expect(said(ana)).to_contain_text("1 now about “diplomacy”")
    field(budi, "Section").fill("Ekonomi")
    save_too_late(budi)
    expect(conflict(budi)).to_contain_text("diplomacy")
    save(budi)
    expect(field(budi, "Section")).to_have_value("Ekonomi")
    ana.goto(f"/admin/articles/articletopic/?article__id__exact={key(article)}")
    expect(ana.locator("#result_list tbody tr")).to_have_count(1)


def save_too_late(page: Page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    expect(
        page.locator(".errornote, .errorlist").filter(has_text="Nothing of yours is saved yet").first
    ).to_be_visible()


def conflict(page: Page) -> Locator:
    return page.locator("section.conflict")


def other_names(page: Page) -> Locator:
    return page.locator(".dynamic-names").get_by_label("Name")


def row(page: Page, name: str) -> Locator:
    return conflict(page).get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))
