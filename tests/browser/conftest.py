"""A real browser before a real server. Each worker of the test run has both, for as long as it is in this folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.site import Site, running
from tests.browser.watch import Watch

HERE = Path(__file__).parent
CHROMIUM = Path("/usr/bin/chromium")
# Chromium loses a page now and then on a busy machine; what a page does or shows is never tried again.
LOST = ["Protocol error", "Target (page, context or browser|closed)"]
DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=360, height=740)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=LOST))


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    with running() as served:
        yield served


@pytest.fixture(scope="package")
def chromium(site: Site) -> Iterator[Browser]:
    """Start Debian's Chromium where it is, else Playwright's own; as root it has no sandbox."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM if CHROMIUM.exists() else None, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page at a desk, of a reader who was never here; whatever the test does, nothing may go wrong on it."""
    with chromium.new_context(base_url=site.origin, viewport=DESK) as context:
        opened = context.new_page()
        watch = Watch(opened, site.origin)
        yield opened
        assert watch.faults == []
        assert context.cookies() == []


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(PHONE)
    return page
