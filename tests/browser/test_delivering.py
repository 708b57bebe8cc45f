"""An editor gives files, reads what would come in, lets it come in while they do something else, and mends the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import at_desk, field, said
from tests.browser.site import CHECKOUT, Site
from tests.browser.test_admin_pages import DRESS
from tests.browser.test_every_page import WIDTHS, set_width
from tests.browser.watch import accessibility_faults, too_wide

BODY = "Warga kembali ke rumah setelah banjir surut, kata kepala desa."
PAGE = CHECKOUT / "tests/data/importers/html/jsonld-graph.html"


def work(site: Site) -> None:
    """Let the worker bring in what waits, as `./run` does beside the server."""
    command = [sys.executable, "manage.py", "work_imports", "--once"]
    subprocess.run(command, cwd=CHECKOUT, env=site.environment, check=True)  # noqa: S603 - our own program


def record(headline: str, **fields: str) -> str:
    return json.dumps({"judul": headline, "isi": BODY, "tanggal": "2023-12-10", **fields})


def looks_right(page: Page) -> None:
    """Everyone can use the page, on a phone and a desk, in light and dark."""
    for width, scheme in DRESS:
        set_width(page, width)
        page.emulate_media(color_scheme=scheme)
        assert accessibility_faults(page) == []
    for width in WIDTHS:
        set_width(page, width)
        assert too_wide(page) == []
    set_width(page, 1440)


def test_files_come_in_after_they_were_looked_at_and_what_was_refused_is_tried_again(
    chromium: Browser, site: Site, tmp_path: Path
) -> None:
    with at_desk(chromium, site) as page:
        give_two_files(page, tmp_path)
        what_would_come_in_is_told(page)
        page.get_by_role("button", name="Bring in 2 files").click()
        now = page.locator("#delivery-now")
        expect(now.locator(".sum")).to_have_text("0 of 2 files are in")
        expect(page.get_by_role("progressbar").first).to_have_attribute("value", "0")
        looks_right(page)
        work(site)
        # The page finds out by itself, and says it to those who do not see it.
        expect(now.locator(".sum")).to_have_text("2 of 2 files are in")
        expect(page.locator("#delivery-said")).to_have_text("2 of 2 files are in")
        expect(now.locator("[data-at-work]")).to_have_count(0)
        expect(now).to_contain_text("It has no headline.")
        looks_right(page)

        now.get_by_role("button", name="Try these again").click()
        expect(said(page)).to_have_text("1 file is tried again.")
        work(site)
        expect(now.locator(".sum")).to_have_text("3 of 3 files are in")
        expect(now).to_contain_text("only what was refused before")
        page.get_by_role("link", name="Its articles").first.click()
        expect(page.locator("#result_list tbody tr")).to_have_count(1)


def give_two_files(page: Page, folder: Path) -> None:
    """Give a page of the web, and a table of which two records will be refused."""
    table = folder / "desa.jsonl"
    table.write_text("\n".join([record("Desa Sukamaju Surut"), record("", sumber="Kabar"), "{"]), encoding="utf-8")
    page.goto("/admin/articles/delivery/")
    page.locator("main").get_by_role("link", name="Bring articles in").click()
    looks_right(page)
    field(page, "Files").set_input_files([PAGE, table])
    page.get_by_role("button", name="Show what would come in").click()


def what_would_come_in_is_told(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("What would come in")
    expect(page.locator(".delivery-tally")).to_contain_text("2 new")
    records = page.locator(".records > li")
    expect(records.nth(0)).to_contain_text("Warga Tiga Desa Kembali Melaut")
    records.nth(0).locator("summary").click()
    boilerplate = records.nth(0).locator(".boilerplate").filter(has_text="Baca Juga")
    expect(boilerplate.locator(".because")).not_to_be_empty()
    expect(records.nth(2)).to_contain_text("It has no headline.")
    looks_right(page)


def test_a_pasted_text_says_nothing_of_itself_until_it_is_told(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page:
        page.goto("/admin/articles/delivery/add/")
        field(page, "Text").fill(f"Harga Garam Naik\n\n{BODY}")
        page.get_by_role("button", name="Show what would come in").click()
        expect(page.get_by_role("heading", name="Say what the text does not say")).to_be_visible()
        expect(field(page, "Headline")).to_have_value("Harga Garam Naik")
        looks_right(page)
        field(page, "Publisher").fill("Kabar Garam")
        field(page, "Day").fill("10/12/2023")
        page.get_by_role("button", name="Show what would come in now").click()
        expect(page.locator(".records > li")).to_contain_text("Kabar Garam, 10 December 2023")
        page.get_by_role("button", name="Drop it").click()
        expect(said(page)).to_contain_text("Dropped.")


def test_files_of_a_folder_keep_the_names_of_its_folders(chromium: Browser, site: Site, tmp_path: Path) -> None:
    for name in ("siang", "malam", ".sampah"):
        (tmp_path / "garam" / name).mkdir(parents=True)
        (tmp_path / "garam" / name / "isi.jsonl").write_text(record(f"Garam {name}"), encoding="utf-8")
    with at_desk(chromium, site) as page:
        page.goto("/admin/articles/delivery/add/")
        field(page, "A folder").set_input_files(tmp_path / "garam")
        page.get_by_role("button", name="Show what would come in").click()
        names = page.locator(".delivery-file > h2")
        expect(names).to_have_count(2)
        assert sorted(names.all_text_contents()) == ["garam/malam/isi.jsonl", "garam/siang/isi.jsonl"]
        page.get_by_role("button", name="Drop it").click()
        expect(said(page)).to_contain_text("Dropped.")


def test_a_column_is_chosen_and_nothing_needs_a_script(chromium: Browser, site: Site, tmp_path: Path) -> None:
    table = tmp_path / "kepala.csv"
    table.write_text(f'kepala,naskah\nTambak Baru Dibuka,"{BODY}"\n', encoding="utf-8")
    with (
        at_desk(chromium, site) as signed_in,
        chromium.new_context(
            base_url=site.origin, java_script_enabled=False, storage_state=signed_in.context.storage_state()
        ) as context,
    ):
        page = context.new_page()
        page.goto("/admin/articles/delivery/add/")
        field(page, "Files").set_input_files(table)
        page.get_by_role("button", name="Show what would come in").click()
        field(page, "Headline").select_option("kepala")
        page.get_by_role("button", name="Read it again with these").click()
        expect(page.locator(".records > li")).to_contain_text("Tambak Baru Dibuka")
        page.get_by_label("published at once").check()
        page.get_by_role("button", name="Bring in 1 file").click()
        work(site)
        page.reload()
        expect(page.locator(".sum")).to_have_text("1 of 1 file is in")
        page.goto("/search/?q=tambak")
        expect(page.locator("main")).to_contain_text("Tambak Baru Dibuka")
