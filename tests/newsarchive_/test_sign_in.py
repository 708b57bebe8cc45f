"""Signing in at /admin/: how often, from where, for how long, and that every refusal is the same."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt  # type: ignore[import-untyped]
from django.conf import settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import F
from django.http import HttpResponse
from django.test import Client, RequestFactory, SimpleTestCase, TestCase, override_settings
from django.utils import timezone

from newsarchive.client_address import network_of
from newsarchive.sign_in import LONGEST_PASSWORD, NETWORK_LIMIT

RIGHT, WRONG = "kapal layar di teluk", "hujan turun di bukit"
LOGIN = "/admin/login/"


class CountingHasher(PBKDF2PasswordHasher):
    """Hashes at once, and counts how often it was asked: a real hash takes a third of a second of the processor."""

    iterations = 1
    hashed = 0

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        type(self).hashed += 1
        return super().encode(password, salt, iterations)


def hashes() -> int:
    """Return how often a password was hashed since this was last asked."""
    counted, CountingHasher.hashed = CountingHasher.hashed, 0
    return counted


@override_settings(PASSWORD_HASHERS=[f"{__name__}.CountingHasher"])
class SignInTestCase(TestCase):
    def setUp(self) -> None:
        self.ana = User.objects.create_user("ana", password=RIGHT, is_staff=True)
        hashes()

    def sign_in(
        self, name: str = "ana", password: str = WRONG, address: str = "203.0.113.7", **extra: Any
    ) -> HttpResponse:
        response = Client().post(LOGIN, {"username": name, "password": password}, REMOTE_ADDR=address, **extra)
        assert isinstance(response, HttpResponse)
        return response

    def tries(self, times: int, **how: Any) -> list[int]:
        return [self.sign_in(**how).status_code for _time in range(times)]

    def is_in(self, response: HttpResponse) -> bool:
        return response.status_code == 302

    def wait(self, minutes: float) -> None:
        AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=minutes))


class LimitTests(SignInTestCase):
    def test_the_fifth_wrong_password_locks_the_name_for_every_network(self) -> None:
        self.assertEqual(self.tries(5), [200, 200, 200, 200, 429])
        for address in ("203.0.113.7", "198.51.100.1", "2001:db8::1"):
            with self.subTest(address):
                self.assertEqual(self.sign_in(password=RIGHT, address=address).status_code, 429)

    def test_wrong_passwords_count_from_wherever_they_come(self) -> None:
        self.assertEqual([self.sign_in(address=f"203.0.113.{n}").status_code for n in range(5)], [200] * 4 + [429])

    def test_another_name_is_not_locked_with_it(self) -> None:
        User.objects.create_user("budi", password=RIGHT, is_staff=True)
        self.tries(6)
        self.assertTrue(self.is_in(self.sign_in("budi", RIGHT)))

    def test_twenty_wrong_passwords_lock_the_network_for_every_name(self) -> None:
        answers = [self.sign_in(f"name{n}").status_code for n in range(NETWORK_LIMIT)]
        self.assertEqual(answers, [200] * (NETWORK_LIMIT - 1) + [429])
        self.assertEqual(self.sign_in(password=RIGHT).status_code, 429)
        self.assertTrue(self.is_in(self.sign_in(password=RIGHT, address="198.51.100.1")))

    def test_another_browser_is_no_other_network(self) -> None:
        answers = [
            self.sign_in(f"name{n}", headers={"user-agent": f"browser {n}"}).status_code for n in range(NETWORK_LIMIT)
        ]
        self.assertEqual(answers[-1], 429)

    def test_a_network_of_ipv6_is_its_first_half(self) -> None:
        answers = [self.sign_in(f"name{n}", address=f"2001:db8:0:7::{n:x}").status_code for n in range(NETWORK_LIMIT)]
        self.assertEqual(answers[-1], 429)
        self.assertEqual(self.sign_in(password=RIGHT, address="2001:db8:0:7:ffff::1").status_code, 429)
        self.assertTrue(self.is_in(self.sign_in(password=RIGHT, address="2001:db8:0:8::1")))

    def test_the_lock_ends_after_a_quarter_of_an_hour(self) -> None:
        self.tries(5)
        self.wait(minutes=14.9)
        self.assertEqual(self.sign_in(password=RIGHT).status_code, 429)
        self.wait(minutes=0.2)
        self.assertTrue(self.is_in(self.sign_in(password=RIGHT)))

    def test_trying_on_does_not_make_the_wait_longer(self) -> None:
        self.tries(5)
        self.wait(minutes=10)
        self.tries(3)
        self.wait(minutes=5.1)
        self.assertTrue(self.is_in(self.sign_in(password=RIGHT)))

    def test_whoever_signs_in_has_all_tries_again(self) -> None:
        self.tries(4)
        self.assertTrue(self.is_in(self.sign_in(password=RIGHT)))
        self.assertEqual(self.tries(4), [200] * 4)

    def test_signing_in_gives_no_tries_for_another_name(self) -> None:
        User.objects.create_user("budi", password=RIGHT, is_staff=True)
        self.tries(4)
        self.assertTrue(self.is_in(self.sign_in("budi", RIGHT)))
        self.assertEqual(self.sign_in().status_code, 429)

    def test_who_is_signed_in_works_on_while_the_name_is_locked(self) -> None:
        client = Client()
        client.post(LOGIN, {"username": "ana", "password": RIGHT})
        self.tries(6)
        self.assertEqual(client.get("/admin/").status_code, 200)


class SameAnswerTests(SignInTestCase):
    """Nobody learns from an answer, or from what it costs, which names have an account."""

    def setUp(self) -> None:
        super().setUp()
        User.objects.create_user("reader", password=RIGHT)
        User.objects.create_user("gone", password=RIGHT, is_staff=True, is_active=False)
        User.objects.create_user("annotator", is_staff=True)
        hashes()

    def seen(self, response: HttpResponse, name: str) -> str:
        """Return what is shown, without the name that was typed and the form's own number."""
        page = response.content.decode().replace(f'value="{name}"', "")
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)

    def test_a_wrong_password_is_answered_as_an_unknown_name_before_and_after_the_lock(self) -> None:
        cases = {"ana": WRONG, "nobody": WRONG, "gone": RIGHT, "reader": RIGHT, "annotator": WRONG}
        answers = {
            name: [self.sign_in(name, password, address=f"203.0.113.{number}") for _time in range(7)]
            for number, (name, password) in enumerate(cases.items())
        }
        for name, responses in answers.items():
            with self.subTest(name):
                for mine, unknown in zip(responses, answers["nobody"], strict=True):
                    self.assertEqual(mine.status_code, unknown.status_code)
                    self.assertEqual(self.seen(mine, name), self.seen(unknown, "nobody"))
                    self.assertEqual(set(mine.headers), set(unknown.headers))

    def test_it_is_hashed_once_whoever_it_is_and_never_once_locked(self) -> None:
        for number, name in enumerate(("ana", "nobody", "gone", "reader", "annotator")):
            with self.subTest(name):
                self.tries(5, name=name, address=f"203.0.113.{number}")
                self.assertEqual(hashes(), 5)
                self.tries(3, name=name, password=RIGHT, address=f"203.0.113.{number}")
                self.assertEqual(hashes(), 0)

    def test_the_right_password_of_an_account_that_is_not_the_desks_counts_as_wrong(self) -> None:
        self.assertEqual(self.tries(5, name="reader", password=RIGHT)[-1], 429)


class BadInputTests(SignInTestCase):
    def test_a_password_that_nobody_has_is_wrong_before_it_is_hashed(self) -> None:
        for password in ("a" * (LONGEST_PASSWORD + 1), "a" * 5000, "é" * 100_000):
            for name in ("ana", "nobody"):
                with self.subTest(f"{name} {len(password)}"):
                    self.assertContains(self.sign_in(name, password), "correct username and password")
        self.assertEqual(hashes(), 0)
        self.assertEqual(AccessAttempt.objects.get(username="ana").failures_since_start, 3)

    def test_the_longest_password_signs_in(self) -> None:
        longest = ("kapal layar " * 20)[:LONGEST_PASSWORD]
        User.objects.create_user("budi", password=longest, is_staff=True)
        self.assertTrue(self.is_in(self.sign_in("budi", longest)))

    def test_odd_names_and_passwords_are_answered_and_never_fail(self) -> None:
        odd = (
            "",
            " ",
            "\x00",
            "an\x00a",
            "\u202eana",
            "\ufeff",
            "\U0010ffff",
            "ﬁ",
            "a" * 151,
            "a" * 100_000,
            "';--",
            "e\u0301" * 200,
        )
        for word in odd:
            for name, password in ((word, WRONG), ("nobody", word), (word, word)):
                with self.subTest(f"{name[:20]!r} {password[:20]!r}"):
                    self.assertIn(self.sign_in(name, password).status_code, (200, 429))
                    AccessAttempt.objects.all().delete()

    def test_bytes_that_are_no_text_are_answered_and_never_fail(self) -> None:
        for name in (b"%ff", b"%ED%A0%80", b"\xff", b"%C0%AF", b"%00"):
            with self.subTest(name):
                response = self.client.post(
                    LOGIN, b"username=" + name + b"&password=a", content_type="application/x-www-form-urlencoded"
                )
                self.assertEqual(response.status_code, 200)

    def test_odd_headers_never_fail(self) -> None:
        for headers in (
            {"user-agent": "a" * 5000, "accept": "b" * 5000},
            {"user-agent": "\xff\x01", "x-forwarded-for": "\xff, unknown"},
        ):
            with self.subTest(str(headers)[:30]):
                self.assertEqual(self.sign_in("nobody", headers=headers).status_code, 200)
        for address in ("", "unknown", "fe80::1%eth0"):
            with self.subTest(address):
                self.assertEqual(self.sign_in("nobody2", address=address).status_code, 200)

    def test_the_page_that_asked_is_returned_to_and_no_other_site(self) -> None:
        for asked, led in {
            "/admin/articles/article/": "/admin/articles/article/",
            "https://example.org/": "/admin/",
        }.items():
            with self.subTest(asked):
                response = Client().post(LOGIN, {"username": "ana", "password": RIGHT, "next": asked})
                self.assertRedirects(response, led, fetch_redirect_response=False)

    def test_no_password_is_kept_and_no_name_is_logged(self) -> None:
        form = {"username": "ana", "password": "a secret", "csrfmiddlewaretoken": "a token", "next": "/admin/"}
        with self.assertLogs("axes", "WARNING") as logged:
            self.client.post(LOGIN, form, REMOTE_ADDR="203.0.113.7")
        kept = AccessAttempt.objects.get().post_data
        self.assertIn("next=/admin/", kept)
        for text in (kept, *logged.output):
            self.assertNotRegex(text, r"a secret|a token|\bana\b")
        self.assertIn("203.0.113.7", logged.output[0])


class PageTests(SignInTestCase):
    def test_the_locked_page_says_when_to_try_again_and_names_nobody(self) -> None:
        self.tries(5)
        response = self.sign_in()
        self.assertContains(response, "up to 15 minutes", status_code=429)
        self.assertNotContains(response, "ana<", status_code=429)
        self.assertContains(response, 'href="/admin/login/"', status_code=429)
        self.assertEqual(response.headers["Retry-After"], "900")
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_both_pages_have_the_strict_policy(self) -> None:
        for response in (self.client.get(LOGIN), [self.sign_in() for _time in range(5)][-1]):
            self.assertIn("script-src 'self'", response.headers["Content-Security-Policy"])
            self.assertNotIn("unsafe", response.headers["Content-Security-Policy"])
            self.assertNotRegex(response.content.decode(), r"<style|<script>|\sstyle=|\son\w+=")

    def test_a_form_without_its_token_signs_nobody_in(self) -> None:
        strict = Client(enforce_csrf_checks=True)
        form = {"username": "ana", "password": RIGHT}
        self.assertEqual(strict.post(LOGIN, form).status_code, 403)
        strict.get(LOGIN)
        token = strict.cookies["csrftoken"].value
        self.assertEqual(strict.post(LOGIN, {**form, "csrfmiddlewaretoken": token}).status_code, 302)

    def test_it_says_how_long_one_stays(self) -> None:
        self.assertEqual(settings.SESSION_COOKIE_AGE, 12 * 3600)
        self.assertContains(self.client.get(LOGIN), "12 hours at most")


class SessionTests(SignInTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.client.post(LOGIN, {"username": "ana", "password": RIGHT})

    def assert_out(self) -> None:
        self.assertRedirects(self.client.get("/admin/"), f"{LOGIN}?next=/admin/", fetch_redirect_response=False)

    def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(self) -> None:
        cookie = self.client.cookies["sessionid"]
        self.assertEqual((cookie["max-age"], cookie["expires"]), ("", ""))
        self.assertTrue(cookie["httponly"])

    def test_a_session_ends_twelve_hours_after_signing_in(self) -> None:
        ends = Session.objects.get().expire_date
        self.assertAlmostEqual(ends, timezone.now() + timedelta(hours=12), delta=timedelta(minutes=1))
        self.assertEqual(self.client.get("/admin/").status_code, 200)
        self.assertEqual(Session.objects.get().expire_date, ends)  # working does not make it longer
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        self.assert_out()

    def test_a_session_ends_with_the_account(self) -> None:
        User.objects.update(is_active=False)
        self.assert_out()

    def test_a_session_ends_when_the_account_leaves_the_desk(self) -> None:
        User.objects.update(is_staff=False)
        self.assert_out()

    def test_a_session_ends_with_its_password(self) -> None:
        self.ana.set_password(WRONG)
        self.ana.save()
        self.assert_out()

    def test_signing_out_ends_it(self) -> None:
        self.client.post("/admin/logout/")
        self.assert_out()
        self.assertFalse(Session.objects.exists())


class NetworkTests(SimpleTestCase):
    def network(self, address: str, forwarded: str = "") -> str | None:
        return network_of(RequestFactory().get("/", REMOTE_ADDR=address, headers={"x-forwarded-for": forwarded}))

    def test_an_address_of_ipv4_is_itself_and_one_of_ipv6_its_network(self) -> None:
        for address, network in {
            "203.0.113.7": "203.0.113.7",
            "::ffff:203.0.113.7": "203.0.113.7",
            "2001:db8:1:2:3:4:5:6": "2001:db8:1:2::",
            "fe80::1%eth0": "fe80::",
            "::1": "::",
            "": None,
            "unix:": None,
        }.items():
            with self.subTest(address):
                self.assertEqual(self.network(address), network)

    def test_without_a_proxy_nobody_chooses_an_address(self) -> None:
        self.assertEqual(self.network("203.0.113.7", forwarded="198.51.100.1"), "203.0.113.7")

    @override_settings(SECURE=True)
    def test_behind_the_proxy_its_own_entry_counts(self) -> None:
        for forwarded, network in {
            "198.51.100.1": "198.51.100.1",
            "192.0.2.1, 198.51.100.1": "198.51.100.1",
            "192.0.2.1,198.51.100.1:4711": "198.51.100.1",
            "192.0.2.1, [2001:db8:1:2::9]:4711": "2001:db8:1:2::",
            "2001:db8:1:2::9": "2001:db8:1:2::",
            "198.51.100.1, unknown": "203.0.113.7",
            "198.51.100.1,": "203.0.113.7",
            "": "203.0.113.7",
        }.items():
            with self.subTest(forwarded):
                self.assertEqual(self.network("203.0.113.7", forwarded), network)


@pytest.mark.django_db
def test_readers_are_counted_nowhere_and_get_no_cookie(client: Client) -> None:
    for address in ("/", "/search/?q=a", "/about/"):
        response = client.get(address)
        assert not response.cookies
        assert "cookie" not in response.headers.get("Vary", "").lower()
    assert not AccessAttempt.objects.exists()
