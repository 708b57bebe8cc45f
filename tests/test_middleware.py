"""What stands between the network and the pages: the input gate, the language, and databases that fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import DatabaseError, DataError, InterfaceError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, SimpleTestCase, TestCase, TransactionTestCase, override_settings
from django.urls import path
from django.utils.translation import get_language

from newsarchive import urls
from newsarchive.middleware import (
    MAX_PATH,
    MAX_QUERY_BYTES,
    MAX_VALUES,
    DatabaseErrors,
    DeskPatience,
    InputGate,
    LanguageFromPath,
)

HTTPS_AND_TESTS = ["security.W004", "security.W008", "security.W012", "security.W016", "async.E001"]
SLOWLY = "SET LOCAL statement_timeout = 20; SELECT pg_sleep(2)"


def answer(request: HttpRequest) -> HttpResponse:
    """Stand in for the site: say what reaches it."""
    return HttpResponse(f"{request.path_info} {request.META['QUERY_STRING']} {get_language()}")


class InputGateTests(SimpleTestCase):
    def ask(self, path: str = "/", query: str = "") -> HttpResponse:
        request = RequestFactory().get("/")
        request.path_info, request.META["QUERY_STRING"] = path, query
        response = InputGate(answer)(request)
        assert isinstance(response, HttpResponse)
        return response

    def refuses(self, sentence: str, path: str = "/", query: str = "") -> None:
        response = self.ask(path, query)
        self.assertContains(response, sentence, status_code=400)
        # What was refused is never repeated, not even in the search box.
        self.assertNotContains(response, "asing", status_code=400)

    def test_a_query_of_two_thousand_bytes_passes_and_a_longer_one_does_not(self) -> None:
        longest = "q=" + "a" * (MAX_QUERY_BYTES - 2)
        self.assertContains(self.ask(query=longest), longest)
        self.refuses("longer than 2048 bytes", query="q=asing" + "a" * MAX_QUERY_BYTES)

    def test_fifty_values_pass_and_fifty_one_do_not(self) -> None:
        most = "&".join(["actor=a"] * MAX_VALUES)
        self.assertEqual(self.ask(query=most).status_code, 200)
        self.refuses("more than 50 values", query=most + "&actor=asing")

    def test_a_nul_is_refused_wherever_it_stands(self) -> None:
        for query in ("q=asing%00", "%00=asing", "q=a&%00&asing", "q=asing\x00"):
            with self.subTest(query):
                self.refuses("NUL character", query=query)

    def test_the_value_that_cannot_be_read_is_named(self) -> None:
        for query, sentence in {
            "status__exact=%00": "“status__exact” holds a NUL character.",
            "q=a&to=%00&from=1": "“to” holds a NUL character.",
            "said_by=asing%ff": "“said_by” is not valid UTF-8.",
            "q=%E2%82%AC&said_by=%E2%82": "“said_by” is not valid UTF-8.",
        }.items():
            with self.subTest(query):
                self.refuses(sentence, query=query)

    def test_a_name_that_no_field_has_is_not_repeated(self) -> None:
        for query in ("asing%00=1", "%ffasing=1", "<b>asing=%00", "asing+x=%00", "a" * 81 + "=%00", "=asing%00", "%00"):
            with self.subTest(query):
                self.refuses("The question ", query=query)

    def test_what_is_not_utf_8_is_refused(self) -> None:
        # A lone byte, a surrogate, an overlong slash, a cut sequence, a place beyond the last.
        for query in ("%ff", "%ED%A0%80", "%C0%AF", "%E2%82", "%F4%90%80%80"):
            with self.subTest(query):
                self.refuses("not valid UTF-8", query=f"q=asing{query}")

    def test_paths_that_no_page_has_are_refused(self) -> None:
        self.refuses("longer than any address", path="/" + "asing" * MAX_PATH)
        self.refuses("holds characters", path="/people/asing\x00/")
        self.refuses("holds characters", path="/people/asing\ufffd/")

    def test_words_of_any_script_pass(self) -> None:
        for query in ("q=%F0%9F%91%8B", "q=%E2%80%8F%D7%A9", "q=%D0%9A", "q=a+OR+b&q=", "&&&", "=", "%", "%zz"):
            with self.subTest(query):
                self.assertContains(self.ask(query=query), query, html=False)


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=100, DATA_UPLOAD_MAX_MEMORY_SIZE=20_000, DESK_LARGEST_FORM=20_000)
class FormGateTests(TestCase):
    """Forms come from the desk alone; a page of its own says why one cannot be read."""

    address = "/admin/login/"

    def setUp(self) -> None:
        self.client.cookies[settings.SESSION_COOKIE_NAME] = "any"

    def refuses(self, sentence: str, status: int = 400, **post: Any) -> None:
        response = self.client.post(self.address, **post)
        self.assertContains(response, sentence, status_code=status)
        self.assertContains(response, "Nothing was changed", status_code=status)
        self.assertIn("script-src 'self'", response.headers["Content-Security-Policy"])

    def test_a_form_of_too_many_fields_is_refused_with_their_number(self) -> None:
        fields = {"_selected_action": [str(number) for number in range(101)]}
        self.refuses("more than 100 fields", data=fields)
        encoded = urlencode(fields, doseq=True)
        self.refuses("more than 100 fields", data=encoded, content_type="application/x-www-form-urlencoded")

    def test_a_form_that_is_too_large_is_refused_with_its_size(self) -> None:
        encoded = "body=" + "a" * 20_000
        self.refuses("larger than 20000 bytes", 413, data=encoded, content_type="application/x-www-form-urlencoded")
        self.refuses("larger than 20000 bytes", 413, data={"body": "a" * 20_001})

    def test_a_file_that_is_too_large_is_refused_before_it_is_read(self) -> None:
        self.refuses("larger than 20000 bytes", 413, data={"file": SimpleUploadedFile("a.txt", b"a" * 20_001)})

    def test_who_brings_no_session_may_send_what_signing_in_takes(self) -> None:
        self.client.cookies.clear()
        self.refuses("larger than 1000000 bytes", 413, data={"username": "a" * 1_000_000})

    def test_a_form_in_pieces_is_refused(self) -> None:
        self.refuses("do not fit together", data=b"--x", content_type="multipart/form-data")
        self.refuses("do not fit together", data=b"a", content_type="multipart/form-data; boundary=\xff")

    def test_a_form_in_another_encoding_is_refused(self) -> None:
        for charset in ("utf-16", "latin-1", "raw_unicode_escape", "idna"):
            body = b'--x\r\nContent-Disposition: form-data; name="username"\r\n\r\n\\ud800\r\n--x--\r\n'
            with self.subTest(charset):
                kind = f"multipart/form-data; boundary=x; charset={charset}"
                response = self.client.generic("POST", self.address, body, kind)
                self.assertContains(response, "not in UTF-8", status_code=400)

    def test_a_form_of_the_desk_passes(self) -> None:
        response = self.client.post(self.address, {"username": "ana", "password": "a"})
        self.assertContains(response, "correct username")


class LargestFormTests(TestCase):
    def test_five_thousand_chosen_rows_pass(self) -> None:
        self.client.cookies[settings.SESSION_COOKIE_NAME] = "any"
        chosen = {"action": "publish", "_selected_action": [str(number) for number in range(5000)]}
        self.assertEqual(self.client.post("/admin/login/", chosen).status_code, 200)


class LanguageTests(SimpleTestCase):
    def ask(self, address: str) -> HttpResponse:
        response = LanguageFromPath(answer)(RequestFactory().get(address))
        assert isinstance(response, HttpResponse)
        return response

    def test_english_is_plain_and_indonesian_has_its_prefix(self) -> None:
        for address, language in {
            "/": "en",
            "/search/": "en",
            "/id/": "id",
            "/id": "id",
            "/id/search/": "id",
            "/ideas/": "en",
            "/people/id/": "en",
        }.items():
            with self.subTest(address):
                response = self.ask(address)
                self.assertEqual(response.content.decode().split()[-1], language)
                self.assertEqual(response.headers["Content-Language"], language)

    def test_nothing_but_the_address_tells_the_language(self) -> None:
        request = RequestFactory().get("/", headers={"accept-language": "id"}, HTTP_COOKIE="django_language=id")
        response = LanguageFromPath(answer)(request)
        self.assertEqual(response.headers["Content-Language"], "en")
        self.assertNotIn("Vary", response.headers)

    def test_an_address_that_names_english_leads_to_the_plain_one_for_good(self) -> None:
        for address, plain in {
            "/en": "/",
            "/en/": "/",
            "/en/quotes/?q=a&page=2": "/quotes/?q=a&page=2",
            "/en/id/": "/id/",
        }.items():
            with self.subTest(address):
                response = self.ask(address)
                self.assertEqual((response.status_code, response.headers["Location"]), (301, plain))

    def test_no_address_leads_to_another_host(self) -> None:
        for address in ("/en//example.org/", "/en///example.org", "/en/\\example.org", "/en/%2F%2Fexample.org"):
            with self.subTest(address):
                location = Client().get(address).headers.get("Location", "/")
                self.assertRegex(location, r"^/(?![/\\])")

    def test_the_language_ends_with_the_request(self) -> None:
        before = get_language()
        self.ask("/id/")
        self.assertEqual(get_language(), before)


class LanguageOfPagesTests(TestCase):
    def test_pages_say_their_language_and_link_within_it(self) -> None:
        english, indonesian = self.client.get("/about/"), self.client.get("/id/about/")
        self.assertContains(english, '<html lang="en">')
        self.assertContains(english, 'href="/quotes/"')
        self.assertContains(indonesian, '<html lang="id">')
        self.assertContains(indonesian, 'href="/id/quotes/"')
        self.assertNotContains(indonesian, 'href="/quotes/"')
        self.assertEqual(indonesian.headers["Content-Language"], "id")

    def test_what_is_for_machines_stands_outside_of_languages(self) -> None:
        for address in ("/id/healthz", "/id/robots.txt", "/id/admin/", "/id/sitemap.xml"):
            with self.subTest(address):
                self.assertEqual(self.client.get(address).status_code, 404)


def _fail(request: HttpRequest, kind: str) -> HttpResponse:
    """Let the database fail as it does when a reader asks too much of it, or when it is away."""
    with transaction.atomic(), connection.cursor() as cursor:
        if kind == "slow":
            cursor.execute(SLOWLY)
        elif kind == "number":
            cursor.execute("SELECT %s::bigint", ["99999999999999999999"])
        elif kind == "text":
            cursor.execute("SELECT 'a'::date")
        elif kind == "fault":
            cursor.execute("SELECT from nowhere at all")
    raise {"away": OperationalError, "closed": InterfaceError}[kind]("the server closed the connection")


def _limit(request: HttpRequest) -> HttpResponse:
    """Tell how long a statement of this request may take."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return HttpResponse(cursor.fetchone()[0])


urlpatterns = [
    path("admin/limit/", _limit),
    path("admin/fails/<kind>/", _fail),
    path("limit/", _limit),
    path("fails/<kind>/", _fail),
    *urls.urlpatterns,
]
handler500 = urls.handler500


@override_settings(ROOT_URLCONF=__name__)
class DatabaseErrorsTests(TestCase):
    def test_a_question_that_takes_too_long_is_answered_with_503_and_when_to_come_back(self) -> None:
        response = self.client.get("/fails/slow/")
        self.assertContains(response, "took too long", status_code=503)
        self.assertEqual(response.headers["Retry-After"], "5")

    def test_a_database_that_is_away_is_answered_the_same_way(self) -> None:
        for kind in ("away", "closed"):
            with self.subTest(kind):
                response = self.client.get(f"/fails/{kind}/")
                self.assertContains(response, "out of reach", status_code=503)
                self.assertIn("Retry-After", response.headers)

    def test_a_value_that_the_database_cannot_hold_is_the_askers_mistake(self) -> None:
        for kind in ("number", "text"):
            with self.subTest(kind):
                self.assertContains(self.client.get(f"/fails/{kind}/"), "outside of what the archive", status_code=400)

    def test_the_log_says_what_the_database_said(self) -> None:
        for kind, said in {"slow": "statement timeout", "away": "closed the connection"}.items():
            with self.subTest(kind), self.assertLogs("newsarchive.middleware", "WARNING") as logged:
                self.client.get(f"/fails/{kind}/")
            self.assertRegex(logged.output[0], f"503 at '/fails/{kind}/': (Operational|Interface)Error: .*{said}")

    def test_a_path_forges_no_line_of_the_log(self) -> None:
        request = RequestFactory().get("/a%0AWARNING%20all%20is%20well")
        with self.assertLogs("newsarchive.middleware", "WARNING") as logged:
            DatabaseErrors(answer).process_exception(request, OperationalError("away\nand more"))
        self.assertNotIn("\n", logged.output[0])

    def test_a_fault_of_ours_is_not_hidden(self) -> None:
        self.client.raise_request_exception = False
        self.assertContains(self.client.get("/fails/fault/"), "it was not you", status_code=500)

    def test_what_is_no_error_of_a_database_is_left_alone(self) -> None:
        request = RequestFactory().get("/")
        self.assertIsNone(DatabaseErrors(answer).process_exception(request, ValueError("x")))
        refused = DatabaseErrors(answer).process_exception(request, DataError("x"))
        assert refused
        self.assertEqual(refused.status_code, 400)


@override_settings(ROOT_URLCONF=__name__, STATEMENT_TIMEOUT_MS=2000)
class DeskPatienceTests(TestCase):
    """The readers' limit of the connection itself is a longer one in tests: a busy machine is slow."""

    def limit(self, address: str) -> str:
        return self.client.get(address).content.decode()

    def setUp(self) -> None:
        self.readers = self.limit("/limit/")

    def test_the_desk_may_ask_longer_than_readers_and_only_the_desk(self) -> None:
        self.assertNotEqual(self.readers, "15s")
        self.assertEqual([self.limit(at) for at in ("/admin/limit/", "/limit/")], ["15s", self.readers])

    def test_readers_have_their_limit_after_the_desk_has_failed(self) -> None:
        self.client.raise_request_exception = False
        for kind, status in {"slow": 503, "number": 400, "fault": 500, "away": 503}.items():
            with self.subTest(kind):
                self.assertEqual(self.client.get(f"/admin/fails/{kind}/").status_code, status)
                self.assertEqual(self.limit("/limit/"), self.readers)

    def test_it_costs_two_short_statements_at_the_desk_and_none_elsewhere(self) -> None:
        with self.assertNumQueries(3):
            self.client.get("/admin/limit/")
        with self.assertNumQueries(1):
            self.client.get("/limit/")

    def test_a_limit_that_is_longer_or_none_is_left_as_it_is(self) -> None:
        for limit in (0, 15_000, 60_000):
            with self.subTest(limit), self.settings(STATEMENT_TIMEOUT_MS=limit), self.assertNumQueries(1):
                Client().get("/admin/limit/")


@override_settings(ROOT_URLCONF=__name__, STATEMENT_TIMEOUT_MS=2000)
class LostConnectionTests(TransactionTestCase):
    def test_a_connection_that_cannot_be_reset_is_given_up(self) -> None:
        def view(request: HttpRequest) -> HttpResponse:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                used.append(cursor.fetchone()[0])
            with suppress(DatabaseError), connection.cursor() as cursor:
                cursor.execute("BEGIN; SELECT broken")
            return HttpResponse()

        used: list[int] = []
        for _time in range(2):
            DeskPatience(view)(RequestFactory().get("/admin/"))
        self.assertNotEqual(used[0], used[1])
        self.assertNotEqual(self.client.get("/limit/").content, b"15s")


class PagesWithoutDatabaseTests(SimpleTestCase):
    """No query is allowed here, so a page that needs one fails."""

    def test_about_and_help_stand_while_the_database_is_away(self) -> None:
        for address in ("/about/", "/help/", "/id/help/"):
            with self.subTest(address):
                self.assertContains(self.client.get(address), "<h1>")


@pytest.fixture
def database_away() -> Iterator[None]:
    """Let every query fail as when the server does not answer."""
    with patch.object(connection, "cursor", side_effect=OperationalError("connection refused")):
        yield


@pytest.mark.usefixtures("database_away")
@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/search/?q=air", "/people/", "/dates/", "/2023/12/", "/quotes/1/"])
def test_every_page_says_so_while_the_database_is_away(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 503
    assert "out of reach" in response.content.decode()
    assert response.headers["Retry-After"] == "5"


@pytest.mark.usefixtures("database_away")
@pytest.mark.django_db
def test_an_address_that_is_not_there_is_said_so_while_the_database_is_away(client: Client) -> None:
    response = client.get("/people/maria-zakharova/nothing/")
    assert response.status_code == 404


def test_the_settings_pass_djangos_own_check_for_deployment() -> None:
    # HTTPS is the proxy's matter, and SECURE=true turns all of it on; the last one is what the tests themselves set.
    with override_settings(SILENCED_SYSTEM_CHECKS=HTTPS_AND_TESTS):
        call_command("check", deploy=True, fail_level="WARNING")
