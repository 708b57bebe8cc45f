"""Lists that editors follow: saved by their address, counted, and told what is new since somebody looked."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from threading import Event, Thread

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client, TestCase, TransactionTestCase, override_settings
from django.utils import timezone

from articles.actions import saved_searches
from articles.actions.merge import merge
from articles.actions.publish import publish, withdraw
from articles.actions.review import confirm
from articles.exports.following import Followed, followed
from articles.models import Article, SavedSearch, Status, saved_search
from articles.search.budget import Budget
from articles.search.kinds import KINDS
from tests.admin.test_entities import said, signed_in
from tests.factories import make_article, make_entity, make_mention, make_quote, make_statistic

LIST = "/admin/articles/savedsearch/"
ADD = "/admin/articles/savedsearch/add/"


def user_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def save(client: Client, address: str, name: str = "") -> str:
    """Save a list; return "" when it was saved, else the page."""
    answer = client.post(ADD, {"name": name, "address": address})
    return "" if answer.status_code == 302 else unescape(answer.content.decode())


def look(search: SavedSearch) -> Followed:
    search.refresh_from_db()
    [one] = followed([search], Budget.seconds(5))
    return one


class SavingTests(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        article = make_article("Hujan deras", paragraphs=("Ana bilang besok hujan. Hadir 12 orang.",))
        make_mention(article, make_entity("Ana"), "Ana")

    def setUp(self) -> None:
        self.editor = signed_in("Editor")

    def test_a_list_is_saved_by_any_address_that_shows_it(self) -> None:
        for address, kind, query in (
            ("/search/?q=hujan", "articles", "q=hujan"),
            ("http://testserver/search/?q=deras&page=3&utm_source=x", "articles", "q=deras"),
            ("/id/search/?kind=quotes&q=hujan", "quotes", "q=hujan"),
            ("/quotes/?type=direct&sort=oldest", "quotes", "type=direct&sort=oldest"),
            ("/statistics/?number=12", "statistics", "number=12"),
            ("/search.atom?kind=entities&q=Ana", "entities", "q=Ana"),
            ("/search.json?actor=ana&after=x&size=7", "articles", "actor=ana"),
            ("?q=deras+hujan", "articles", "q=deras+hujan"),
            ("/search/", "articles", ""),
        ):
            with self.subTest(address):
                self.assertEqual(save(self.editor, address), "")
                search = SavedSearch.objects.latest("pk")
                self.assertEqual((search.kind, search.query), (kind, query))
                self.assertEqual(search.owner, user_of(self.editor))

    def test_an_address_that_shows_no_list_or_a_wrong_one_says_why(self) -> None:
        for address, why in (
            ("https://example.org/search/?q=hujan", "another site: example.org"),
            ("/people/ana/", "No list is at this address"),
            ("/nothing/at/all/", "No list is at this address"),
            ("http://[broken", "This is no address"),
            ("javascript:alert(1)", "No list is at this address"),
            ("/search/?from=31/02/2023", "from: "),
            ("/search/?actor=nobody", "The archive knows no “nobody” here."),
            ("/search/?q=" + "a" * 3000, "at most 2400 characters"),
            ("", "This field is required"),
        ):
            with self.subTest(address[:60]):
                self.assertIn(why, save(self.editor, address))
        self.assertFalse(SavedSearch.objects.exists())

    def test_without_a_name_it_is_called_by_what_it_asks_for(self) -> None:
        save(self.editor, "/search/?q=hujan")
        self.assertEqual(SavedSearch.objects.get().name, "holding “hujan”")
        save(self.editor, "/search/?q=deras", "Cuaca")
        self.assertEqual(SavedSearch.objects.latest("pk").name, "Cuaca")

    def test_a_list_is_saved_once_by_each_editor(self) -> None:
        save(self.editor, "/search/?q=hujan")
        self.assertIn("You have saved this list already.", save(self.editor, "/search/?q=hujan"))
        self.assertEqual(save(signed_in("Reviewer"), "/search/?q=hujan"), "")

    def test_the_link_below_a_list_leads_to_the_form_with_its_address(self) -> None:
        page = self.client.get("/search/?q=hujan&kind=quotes").content.decode()
        [link] = re.findall(r'href="(/admin/articles/savedsearch/add/[^"]*)"', page)
        form = self.editor.get(unescape(link))
        self.assertContains(form, 'value="/search/?q=hujan&amp;kind=quotes"')

    def test_name_and_address_can_be_changed_and_another_list_begins_as_seen(self) -> None:
        save(self.editor, "/search/?q=hujan", "Cuaca")
        search = SavedSearch.objects.get()
        address = f"{LIST}{search.pk}/change/"
        self.assertContains(self.editor.get(address), 'value="/search/?q=hujan"')
        long_ago = timezone.now() - timedelta(days=9)
        SavedSearch.objects.update(seen_at=long_ago)
        self.editor.post(address, {"name": "Cuaca kota", "address": "/search/?q=hujan"})
        search.refresh_from_db()
        self.assertEqual((search.name, search.seen_at), ("Cuaca kota", long_ago))
        self.editor.post(address, {"name": "Cuaca kota", "address": "/search/?q=deras"})
        search.refresh_from_db()
        self.assertEqual(search.query, "q=deras")
        self.assertGreater(search.seen_at, long_ago)

    def test_the_list_tells_what_each_asks_for_finds_and_has_news_of(self) -> None:
        save(self.editor, "/search/?q=hujan", "Cuaca")
        save(self.editor, "/quotes/", "Kutipan")
        make_article("Hujan lagi")
        SavedSearch.objects.filter(name="Kutipan").update(query="said_by=gone")
        page = self.editor.get(LIST)
        [cuaca, kutipan] = page.context["cl"].result_list
        self.assertEqual([str(count) for count in (cuaca.followed.total, cuaca.followed.news)], ["2", "1"])
        self.assertContains(page, "Articles: holding “hujan”")
        # A narrow page has no columns: each number says what it counts.
        self.assertContains(page, '<td class="field-finds"><span class="told">finds</span> 2</td>', html=True)
        self.assertContains(page, '<span class="told">new</span> <a')
        self.assertContains(page, "css/admin-saved.")
        self.assertContains(page, "The archive knows no “gone” here.")
        self.assertIsNone(kutipan.followed.total)
        self.assertContains(page, 'href="/search/?q=hujan"')

    def test_when_time_runs_out_the_list_is_there_without_numbers(self) -> None:
        save(self.editor, "/search/?q=hujan")
        search = SavedSearch.objects.get()
        [one] = followed([search], Budget.seconds(0))
        self.assertEqual((one.total, one.news), (None, None))


class OwnersTests(TestCase):
    def setUp(self) -> None:
        self.editor, self.reviewer = signed_in("Editor"), signed_in("Reviewer")
        save(self.editor, "/search/?q=hujan", "Milik editor")
        self.search = SavedSearch.objects.get()

    def addresses(self) -> tuple[str, ...]:
        return tuple(f"{LIST}{self.search.pk}/{page}/" for page in ("change", "history", "delete", "new"))

    def test_nobody_sees_the_searches_of_another(self) -> None:
        self.assertNotContains(self.reviewer.get(LIST), "Milik editor")
        for address in self.addresses():
            with self.subTest(address):
                self.assertIn(self.reviewer.get(address).status_code, {302, 404})
        self.reviewer.post(f"{LIST}{self.search.pk}/delete/", {"post": "yes"})
        answer = self.reviewer.post(f"{LIST}{self.search.pk}/seen/", {"at": "2030-01-01", "key": "9"})
        self.assertEqual(answer.status_code, 404)
        self.search.refresh_from_db()
        self.assertEqual(self.search.seen_key, 0)

    def test_a_superuser_sees_all_with_their_owners(self) -> None:
        client = Client()
        client.force_login(User.objects.create_superuser("root"))
        page = client.get(LIST)
        self.assertContains(page, "Milik editor")
        self.assertContains(page, '<td class="field-owner nowrap">editor</td>', html=True)
        client.post(f"{LIST}{self.search.pk}/change/", {"name": "Diubah", "address": "/search/?q=hujan"})
        self.search.refresh_from_db()
        self.assertEqual((self.search.name, self.search.owner.username), ("Diubah", "editor"))

    def test_importers_have_none_and_nobody_else_comes_in(self) -> None:
        importer = signed_in("Importer")
        for address in (LIST, ADD, *self.addresses()):
            with self.subTest(address):
                # Of a history Django asks first whether there is such a record.
                self.assertEqual(importer.get(address).status_code, 302 if "history" in address else 403)
                self.assertEqual(Client().get(address).status_code, 302)
        self.assertNotContains(importer.get("/admin/"), "savedsearch")

    def test_an_owner_deletes_a_search_and_the_log_of_the_archive_says_nothing(self) -> None:
        self.editor.post(f"{LIST}{self.search.pk}/delete/", {"post": "yes"})
        self.assertFalse(SavedSearch.objects.exists())


class NewTests(TestCase):
    def setUp(self) -> None:
        self.editor = signed_in("Editor")
        self.old = make_article("Hujan lama", paragraphs=("Ana bilang besok hujan. Hadir 12 orang. Lalu 13 orang.",))

    def saved(self, address: str) -> SavedSearch:
        self.assertEqual(save(self.editor, address), "")
        return SavedSearch.objects.latest("pk")

    def news(self, search: SavedSearch) -> int:
        news = look(search).news
        assert news is not None
        return news.number

    def test_an_article_is_new_that_was_added_or_published_since(self) -> None:
        draft = make_article("Hujan rancangan", state=Article.State.DRAFT)
        search = self.saved("/search/?q=hujan")
        self.assertEqual(self.news(search), 0)
        make_article("Hujan baru")
        make_article("Panas baru")
        self.assertEqual(self.news(search), 1)
        publish(Article.objects.filter(pk=draft.pk), by=None)
        self.assertEqual(self.news(search), 2)

    def test_a_draft_and_what_is_withdrawn_are_never_new(self) -> None:
        search = self.saved("/search/?q=hujan")
        for state in (Article.State.DRAFT, Article.State.WITHDRAWN):
            make_article("Hujan rahasia", state=state)
        self.assertEqual(self.news(search), 0)
        withdraw(Article.objects.filter(pk=self.old.pk), by=None, reason="Salah")
        self.assertEqual(self.news(search), 0)
        publish(Article.objects.filter(pk=self.old.pk), by=None)
        self.assertEqual(self.news(search), 1)

    def test_a_change_of_an_article_that_was_there_is_not_new(self) -> None:
        search = self.saved("/search/?q=hujan")
        make_mention(self.old, make_entity("Ana"), "Ana")
        self.assertEqual(self.news(search), 0)

    def test_a_quote_is_new_that_was_written_down_since_or_that_a_new_article_prints(self) -> None:
        draft = make_article("Rancangan", paragraphs=("Budi bilang lusa hujan.",), state=Article.State.DRAFT)
        make_quote(draft, "lusa hujan")
        search = self.saved("/quotes/?q=hujan")
        make_quote(self.old, "besok hujan")
        self.assertEqual(self.news(search), 1)
        publish(Article.objects.filter(pk=draft.pk), by=None)
        self.assertEqual(self.news(search), 2)

    def test_where_suggestions_are_hidden_a_quote_is_new_once_it_is_confirmed(self) -> None:
        quote = make_quote(self.old, "besok hujan", status=Status.SUGGESTED)
        with override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False):
            search = self.saved("/quotes/?q=hujan")
            self.assertEqual(self.news(search), 0)
            confirm(quote, by=user_of(self.editor))
            self.assertEqual(self.news(search), 1)

    def test_a_figure_is_new_that_was_written_down_since_or_is_printed_by_a_new_article(self) -> None:
        known = make_statistic(12, "hadir", article=self.old)
        search = self.saved("/statistics/")
        make_statistic(13, "hadir", article=self.old)
        self.assertEqual(self.news(search), 1)
        again = make_article("Lagi", paragraphs=("Hadir 12 orang.",))
        known.printings.create(article=again, status=known.status, decided_at=known.decided_at)
        self.assertEqual(self.news(search), 2)

    def test_a_name_is_new_that_no_older_article_has(self) -> None:
        make_mention(self.old, make_entity("Ana"), "Ana")
        search = self.saved("/search/?kind=entities&q=Ana")
        make_article(mentioning=("Ana", "Anastasia"))
        self.assertEqual(self.news(search), 1)

    def test_the_page_of_what_is_new_shows_it_and_marks_it_as_seen(self) -> None:
        search = self.saved("/search/?q=hujan")
        make_article("Hujan baru", deck="Kata <b>siapa</b>")
        page = self.editor.get(f"{LIST}{search.pk}/new/")
        self.assertContains(page, "Hujan baru")
        self.assertNotContains(page, "Hujan lama")
        form = dict(re.findall(r'name="(at|key)"\s+value="([^"]+)"', page.content.decode()))
        make_article("Hujan sesudahnya")
        answer = self.editor.post(f"{LIST}{search.pk}/seen/", form)
        self.assertIn("is marked as seen", said(answer))
        # What came in while the page was looked at is new still.
        self.assertEqual(self.news(search), 1)

    def test_what_is_new_and_nobody_has_checked_is_marked_as_everywhere(self) -> None:
        search = self.saved("/quotes/?q=hujan")
        quote = make_quote(self.old, "besok hujan", status=Status.SUGGESTED)
        address, badge = f"{LIST}{search.pk}/new/", '<span class="state unreviewed">unreviewed</span>'
        self.assertContains(self.editor.get(address), badge, html=True)
        confirm(quote, by=user_of(self.editor))
        self.assertNotContains(self.editor.get(address), badge, html=True)

    def test_a_search_for_what_was_merged_shows_the_new_name_and_is_renamed_without_being_seen(self) -> None:
        gone = make_entity("Ana W.")
        make_mention(self.old, gone, "Ana")
        search = self.saved("/search/?actor=ana-w")
        merge(gone, into=make_entity("Ana Wijaya"), by=None)
        page, before = self.editor.get(LIST), search.seen_at
        self.assertContains(page, "Ana Wijaya")
        self.assertContains(page, 'href="/search/?actor=ana-wijaya"')
        self.assertEqual(str(look(search).total), "1")
        self.editor.post(f"{LIST}{search.pk}/change/", {"name": "Ana", "address": "/search/?actor=ana-wijaya"})
        search.refresh_from_db()
        self.assertEqual((search.name, search.seen_at), ("Ana", before))

    def test_several_are_marked_as_seen_at_once(self) -> None:
        searches = [self.saved("/search/?q=hujan"), self.saved("/quotes/?q=hujan")]
        make_quote(make_article("Hujan baru", paragraphs=("Ana bilang besok hujan.",)), "besok hujan")
        self.assertEqual([self.news(search) for search in searches], [1, 1])
        chosen = {"action": "mark_seen", "_selected_action": [search.pk for search in searches]}
        self.assertIn("2 searches are marked as seen.", said(self.editor.post(LIST, chosen)))
        self.assertEqual([self.news(search) for search in searches], [0, 0])

    def test_of_two_pages_the_one_made_later_counts(self) -> None:
        search = self.saved("/search/?q=hujan")
        before = search.seen_at
        self.editor.post(f"{LIST}{search.pk}/seen/", {"at": (before - timedelta(days=1)).isoformat(), "key": "0"})
        search.refresh_from_db()
        self.assertEqual(search.seen_at, before)

    def test_a_moment_that_is_none_or_still_to_come_changes_nothing(self) -> None:
        search = self.saved("/search/?q=hujan")
        before = search.seen_at
        for wrong in ({}, {"at": "x", "key": "0"}, {"at": "2999-01-01", "key": "0"}, {"at": "2020-01-01", "key": "-1"}):
            with self.subTest(wrong):
                answer = self.editor.post(f"{LIST}{search.pk}/seen/", wrong)
                self.assertIn("Open what is new again", said(answer))
        search.refresh_from_db()
        self.assertEqual(search.seen_at, before)

    def test_the_front_of_the_desk_tells_of_searches_with_news_and_of_no_others(self) -> None:
        quiet, busy = self.saved("/search/?q=panas"), self.saved("/search/?q=hujan")
        self.assertNotContains(self.editor.get("/admin/"), "New in what you follow")
        make_article("Hujan baru")
        page = self.editor.get("/admin/")
        self.assertContains(page, f'href="{LIST}{busy.pk}/new/"')
        self.assertNotContains(page, f'href="{LIST}{quiet.pk}/new/"')
        self.assertNotContains(signed_in("Reviewer").get("/admin/"), "New in what you follow")


class WritersTests(TransactionTestCase):
    def test_what_somebody_is_writing_just_now_is_new_when_it_is_done(self) -> None:
        search = SavedSearch(name="Cuaca", kind="articles", query="q=hujan")
        written, go_on = Event(), Event()

        def write_slowly() -> None:
            with transaction.atomic():
                make_article("Hujan lambat")
                written.set()
                go_on.wait(10)
            connection.close()

        thread = Thread(target=write_slowly)
        thread.start()
        written.wait(10)
        saved_searches.save(search, owner=User.objects.create(username="ana"))
        self.assertEqual(str(look(search).news), "0")
        go_on.set()
        thread.join()
        self.assertEqual(str(look(search).news), "1")


class KindTests(TestCase):
    def test_what_can_be_saved_is_what_can_be_searched(self) -> None:
        self.assertEqual(tuple(KINDS), saved_search.KINDS)
