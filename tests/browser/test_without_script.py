"""Reading needs no script, and a server that stands takes what no browser sends."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.watch import Watch

MEGABYTES = 3 * 1024 * 1024


@pytest.fixture
def plain(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page on which no script runs."""
    with chromium.new_context(base_url=site.origin, java_script_enabled=False) as context:
        page = context.new_page()
        watch = Watch(page, site.origin)
        yield page
        assert watch.faults == []


def test_from_a_search_to_the_article(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_role("searchbox").fill("Zakharova")
    plain.get_by_role("button", name="Search").click()
    plain.get_by_role("link", name="People, places, topics and more").click()
    plain.get_by_role("link", name="Without Vladimir Putin").click()
    plain.get_by_role("link", name="Show the list").click()
    expect(plain.locator("main")).to_contain_text("0 articles")
    plain.goto("/search/?q=Zakharova")
    plain.locator("#results article h3 a").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Putin Tawarkan Bantuan")
    expect(plain.locator("mark").first).to_have_text("Zakharova")
    plain.locator("a.ref").first.click()
    expect(plain.locator(":target")).to_be_in_viewport()


def test_words_found_are_stepped_through_by_numbers(plain: Page, site: Site) -> None:
    plain.goto(site.addresses["article_detail words marked"])
    plain.locator(".hit-steps [rel=next]").click()
    expect(plain.locator(":target")).to_be_in_viewport()


def test_the_date_filter_is_a_form(plain: Page) -> None:
    plain.goto("/quotes/")
    form = plain.locator("form").filter(has=plain.locator("input[name=from]")).last
    form.locator("input[name=from]").fill("2023-12-06")
    form.locator("input[name=to]").fill("6/12/2023")
    form.get_by_role("button").click()
    expect(plain).to_have_url(re.compile(r"from=2023-12-06&to=6%2F12%2F2023"))
    expect(plain.locator("main article")).to_have_count(6)


def test_nothing_is_offered_that_only_a_script_can_do(plain: Page) -> None:
    plain.goto("/help/")
    expect(plain.locator("#keys-choice")).to_be_hidden()


def ask(site: Site, target: bytes) -> bytes:
    """Send a line that no browser would, and return the first line of the answer; empty when there is none."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        # When it has heard enough, its answer may be there all the same.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        with suppress(ConnectionResetError):
            return connection.recv(4096).split(b"\r\n")[0]
    return b""


@pytest.mark.parametrize(
    "target",
    [
        b"/search/?q=" + b"a" * MEGABYTES,
        b"/" + b"a" * MEGABYTES,
        b"/search/?q=" + b"a" * 5000,
        b"/search/?" + b"&".join([b"actor=tass"] * 900),
        b"/search/?q=%00",
        b"/search/?q=\xff\xfe",
        b"/people/\x00/",
        b"/people/%00/",
        b"/people/\xed\xa0\x80/",
        b"/../../etc/passwd",
        b"/static/../../settings.py",
        b"/static/%2e%2e/%2e%2e/etc/passwd",
        b"http://example.org/",
        b"*",
        b"nonsense",
        b"",
    ],
    ids=lambda target: repr(target[:24]),
)
def test_the_server_itself_is_never_brought_down(site: Site, target: bytes) -> None:
    line = ask(site, target)
    # A server may also hang up on what it will not read.
    assert line == b"" or re.match(rb"HTTP/1\.[01] [234]\d\d", line), line
    assert ask(site, b"/healthz").endswith(b"200 OK")
