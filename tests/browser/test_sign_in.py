"""Signing in: after five wrong passwords the right one is refused too, and nobody learns who has an account."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import add_account, at_desk, sign_in, visiting
from tests.browser.site import PASSWORD, Site
from tests.browser.watch import accessibility_faults

LIMIT = 5


def test_the_sixth_try_is_refused_with_the_right_password_and_for_names_that_nobody_has(
    chromium: Browser, site: Site
) -> None:
    with at_desk(chromium, site) as ana:
        add_account(ana, "citra", "Citra", role="Reviewer")
    with visiting(chromium, site) as known, visiting(chromium, site) as unknown:
        known.goto("/admin/")
        unknown.goto("/admin/")
        for _ in range(LIMIT - 1):
            assert answer(known, "citra", "wrong") == answer(unknown, "nobody", "wrong")
            expect(known.get_by_role("heading", level=1)).to_have_text("Sign in")
            assert accessibility_faults(known) == []
        assert answer(known, "citra", "wrong") == answer(unknown, "nobody", "wrong")
        known.goto("/admin/login/")
        unknown.goto("/admin/login/")
        refused = answer(known, "citra", PASSWORD)
        assert refused == answer(unknown, "nobody", PASSWORD)
        status, words = refused
        assert status == 429
        assert "Signing in is paused for up to 15 minutes, even with the right password." in words
        assert accessibility_faults(known) == []
        known.goto("/admin/")
        expect(known.get_by_role("heading", level=1)).to_have_text("Sign in")
    # One name is locked, not the newsroom.
    with at_desk(chromium, site):
        pass


def answer(page: Page, name: str, password: str) -> tuple[int, str]:
    """Try to sign in; return the status and the words of the answer, without the name that was typed."""
    with page.expect_navigation() as answered:
        sign_in(page, name, password)
    assert answered.value
    return answered.value.status, page.locator("body").inner_text().replace(name, "NAME")


def test_who_signs_out_is_out(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as page:
        page.goto("/admin/articles/article/")
        page.get_by_role("button", name="Sign out").click()
        # Going back while the answer is still on its way is refused by Chromium.
        expect(page.get_by_role("heading", level=1)).to_have_text("Logged out")
        page.wait_for_load_state()
        page.go_back()
        page.reload()
        expect(page).to_have_url(re.compile(r"/admin/login/\?next=/admin/articles/article/$"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_reviewer_decides_and_has_no_form_to_write_in(chromium: Browser, site: Site) -> None:
    with at_desk(chromium, site) as ana:
        add_account(ana, "doni", "Doni", role="Reviewer")
    with at_desk(chromium, site, "doni") as page:
        page.goto("/admin/articles/statistic/?list=unreviewed-statistics")
        page.locator("#result_list tbody th a").first.click()
        expect(page.get_by_role("button", name="Confirm", exact=True)).to_be_visible()
        expect(page.get_by_role("button", name="Save")).to_have_count(0)
        assert accessibility_faults(page) == []
        refused = page.goto("/admin/articles/article/add/")
        assert refused
        assert refused.status == 403
