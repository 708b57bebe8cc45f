"""Many records at once: the page repeats what was chosen, acts on just that, and says what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.db import connection
from django.http import HttpResponse
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from articles.actions import roles
from articles.actions.publish import withdraw
from articles.actions.review import reject
from articles.models import Article, ArticleTopic, Decision, Mention, Quote, Status
from tests.factories import make_article, make_entity, make_mention, make_quote, make_topic, stamp

ARTICLES, QUOTES, MENTIONS = "/admin/articles/article/", "/admin/articles/quote/", "/admin/articles/mention/"
DRAFT, PUBLISHED, WITHDRAWN = Article.State.DRAFT, Article.State.PUBLISHED, Article.State.WITHDRAWN


class BulkTests(TestCase):
    """What all tests here do: choose rows, read the page that asks, answer it as a browser would."""

    role = "Editor"
    user: User

    @classmethod
    def setUpTestData(cls) -> None:
        roles.sync()
        cls.user = User.objects.create_user("ana", is_staff=True)
        roles.assign(cls.user, cls.role)

    def setUp(self) -> None:
        self.client.force_login(self.user)

    def choose(self, address: str, action: str, keys: list[int], *, across: bool = False) -> Any:
        data = {"action": action, "index": "0", "select_across": str(int(across)), "_selected_action": keys}
        return self.client.post(address, data)

    def answer(self, asked: Any, **answers: Any) -> Any:
        """Post the page's form with `answers`; what it hides is posted as it stands."""
        context = asked.context
        data = {
            "action": context["action"],
            "answered": "yes",
            "select_across": str(int(context["across"])),
            "expected": context["count"],
            "seen": context["seen"],
            "_selected_action": context["keys"],
            **answers,
        }
        return self.client.post(asked.request["PATH_INFO"] + "?" + asked.request["QUERY_STRING"], data)

    def said(self, response: HttpResponse) -> list[str]:
        return [str(message) for message in get_messages(response.wsgi_request)]  # type: ignore[attr-defined]


class PublishTests(BulkTests):
    def test_articles_chosen_by_hand_are_published_after_the_page_has_asked(self) -> None:
        first, second = (make_article(name, state=DRAFT) for name in ("Satu", "Dua"))
        make_article("Tiga", state=DRAFT)
        asked = self.choose(ARTICLES, "publish", [first.pk, second.pk])
        self.assertContains(asked, "2 chosen by hand")
        self.assertContains(asked, "Now: 2 draft.")
        self.assertFalse(Article.objects.public().exists())
        done = self.answer(asked, reason="Checked.")
        self.assertRedirects(done, ARTICLES, fetch_redirect_response=False)
        self.assertEqual(self.said(done), ["2 published."])
        self.assertEqual(set(Article.objects.public()), {first, second})
        decision = Decision.objects.filter(action="publish").first()
        assert decision is not None
        self.assertEqual((decision.by, decision.reason), (self.user, "Checked."))

    def test_all_means_all_that_match_the_filter_and_the_page_says_which(self) -> None:
        for number in range(3):
            make_article(f"Artikel {number}", state=DRAFT)
        other = make_article("Lain", state=DRAFT, publisher="Koran Lain")
        paper = Article.objects.exclude(pk=other.pk)[0].publisher_id
        address = f"{ARTICLES}?state__exact=draft&publisher__id__exact={paper}"
        asked = self.choose(address, "publish", [Article.objects.exclude(pk=other.pk)[0].pk], across=True)
        self.assertContains(asked, "all 3 that match: state draft, publisher Koran Uji")
        self.assertEqual(len(asked.context["keys"]), 1)
        done = self.answer(asked)
        self.assertEqual(self.said(done), ["3 published."])
        self.assertEqual(Article.objects.get(pk=other.pk).state, DRAFT)

    def test_words_searched_for_are_part_of_the_filter(self) -> None:
        article = make_article("Hujan", state=DRAFT)
        make_article("Panas", state=DRAFT)
        asked = self.choose(f"{ARTICLES}?q=hujan", "publish", [article.pk], across=True)
        self.assertContains(asked, escape("all 1 that match: words “hujan”"))

    def test_a_list_that_is_not_narrowed_is_said_to_be_so(self) -> None:
        article = make_article(state=DRAFT)
        asked = self.choose(ARTICLES, "publish", [article.pk], across=True)
        self.assertContains(asked, "all 1 there are, for the list is not narrowed")

    def test_a_number_that_has_changed_is_said_and_nothing_is_done(self) -> None:
        article = make_article("Satu", state=DRAFT)
        asked = self.choose(f"{ARTICLES}?state__exact=draft", "publish", [article.pk], across=True)
        make_article("Dua", state=DRAFT)
        again = self.answer(asked, reason="Checked.")
        self.assertContains(again, "When you were asked there were 1, now there are 2. Nothing is done yet")
        self.assertContains(again, "Checked.")
        self.assertFalse(Article.objects.public().exists())
        self.assertEqual(self.said(self.answer(again)), ["2 published."])

    def test_what_somebody_withdrew_meanwhile_is_left_alone(self) -> None:
        article = make_article("Satu", state=DRAFT)
        asked = self.choose(ARTICLES, "publish", [article.pk])
        withdraw(Article.objects.all(), by=None, reason="A court.")
        done = self.answer(asked)
        self.assertEqual(self.said(done), ["1 changed by somebody else meanwhile and left as they are."])
        self.assertEqual(Article.objects.get().state, WITHDRAWN)

    def test_an_article_without_a_text_is_counted(self) -> None:
        keys = [make_article(state=DRAFT).pk, Article.objects.create().pk]
        done = self.answer(self.choose(ARTICLES, "publish", keys))
        self.assertEqual(self.said(done), ["1 published, 1 had no text."])

    def test_doubts_are_shown_and_have_to_be_confirmed(self) -> None:
        article = make_article(published="2024-03-01", paragraphs=["Hujan turun."], state=DRAFT)
        make_quote(article, "Hujan turun", said="2024-03-05")
        asked = self.choose(ARTICLES, "publish", [article.pk])
        self.assertContains(asked, "It is dated 2024-03-01, which is before quote 1 was said (2024-03-05).")
        refused = self.answer(asked)
        self.assertContains(refused, "What is said above may be wrong")
        self.assertFalse(Article.objects.public().exists())
        self.assertEqual(self.said(self.answer(refused, warned="on")), ["1 published."])

    def test_of_many_doubtful_articles_the_first_are_shown_and_the_rest_counted(self) -> None:
        keys = [make_article(f"Artikel {number}", published="2199-01-01", state=DRAFT).pk for number in range(23)]
        asked = self.choose(ARTICLES, "publish", keys)
        self.assertContains(asked, "which is after today", count=20)
        self.assertContains(asked, "3 more articles have something to look at.")

    def test_what_is_missing_is_said_and_keeps_nobody_from_publishing(self) -> None:
        article = make_article("Hujan", published="", state=DRAFT)
        asked = self.choose(ARTICLES, "publish", [article.pk])
        self.assertContains(asked, "It has no topic, so no topic page leads to it.")
        self.assertContains(asked, "It has no publication date")
        self.assertEqual(self.said(self.answer(asked)), ["1 published."])

    def test_one_article_alone_is_named(self) -> None:
        asked = self.choose(ARTICLES, "publish", [make_article("Hujan turun", state=DRAFT).pk])
        self.assertContains(asked, "Article: “Hujan turun”.")

    def test_who_begins_on_an_articles_page_comes_back_to_it(self) -> None:
        article = make_article(state=DRAFT)
        page = f"{ARTICLES}{article.pk}/change/"
        form = self.client.get(page)
        self.assertContains(form, 'name="from_record"')
        asked = self.client.post(ARTICLES, {"action": "publish", "_selected_action": article.pk, "from_record": "yes"})
        self.assertContains(asked, f'<a class="closelink" href="{page}">')
        self.assertContains(asked, '<input type="hidden" name="from_record" value="yes">')
        done = self.answer(asked, from_record="yes")
        self.assertRedirects(done, page, fetch_redirect_response=False)
        self.assertTrue(Article.objects.public().exists())

    def test_withdrawing_asks_why(self) -> None:
        article = make_article()
        asked = self.choose(ARTICLES, "withdraw", [article.pk])
        refused = self.answer(asked, reason=" ")
        self.assertContains(refused, "Say why they are withdrawn.")
        self.assertTrue(Article.objects.public().exists())
        self.assertEqual(self.said(self.answer(refused, reason="A court.")), ["1 withdrawn."])
        self.assertEqual(Decision.objects.get(action="withdraw").reason, "A court.")

    def test_a_topic_is_set(self) -> None:
        topic = make_topic("local:banjir", label="Banjir")
        article = make_article()
        asked = self.choose(ARTICLES, "set_topic", [article.pk])
        self.assertContains(asked, "admin-autocomplete")
        done = self.answer(asked, topic=topic.pk, about="touches")
        self.assertEqual(self.said(done), ["1 now touching “Banjir”."])
        self.assertEqual(ArticleTopic.objects.values_list("topic", "about").get(), (topic.pk, False))

    def test_no_topic_is_asked_for_by_name(self) -> None:
        asked = self.choose(ARTICLES, "set_topic", [make_article().pk])
        self.assertContains(self.answer(asked, about="about"), "This field is required")
        self.assertFalse(ArticleTopic.objects.exists())

    def test_rows_that_are_none_and_numbers_that_are_none_are_answered_with_a_sentence(self) -> None:
        article = make_article(state=DRAFT)
        for key in ("abc", "\x00", "9" * 40, "-1", ""):
            with self.subTest(key=key):
                answered = self.choose(ARTICLES, "publish", [key])  # type: ignore[list-item]
                self.assertIn(answered.status_code, (302, 400))
        asked = self.choose(ARTICLES, "publish", [article.pk])
        self.assertContains(self.answer(asked, seen="x", expected="9" * 40), "Enter a whole number")
        self.assertFalse(Article.objects.public().exists())

    def test_five_thousand_rows_chosen_by_hand_are_withdrawn_in_few_queries(self) -> None:
        text = make_article()
        Article.objects.bulk_create(Article(publisher=text.publisher, published="") for _ in range(5000))
        keys = list(Article.objects.order_by("pk").values_list("pk", flat=True))
        asked = self.choose(ARTICLES, "withdraw", keys)
        self.assertContains(asked, "5,001 chosen by hand")
        with CaptureQueriesContext(connection) as sent:
            done = self.answer(asked, reason="A court.")
        self.assertEqual(self.said(done), ["5,001 withdrawn."])
        self.assertLess(len(sent), 100)  # some ten for each thousand rows


class ReviewTests(BulkTests):
    role = "Reviewer"

    def test_all_unreviewed_facts_of_a_filter_are_confirmed(self) -> None:
        article = make_article(mentioning=("Ana Wijaya", "Budi Santoso"))
        Mention.objects.update(**stamp(Status.SUGGESTED))
        bare = make_mention(article, make_entity("Tanpa Kata"), "Dewan", status=Status.SUGGESTED)
        bare.anchors.all().delete()
        asked = self.choose(f"{MENTIONS}?status__exact=suggested", "confirm", [bare.pk], across=True)
        self.assertContains(asked, "all 3 that match: status unreviewed")
        done = self.answer(asked)
        self.assertEqual(self.said(done), ["2 confirmed, 1 without words in the current text left as they were."])
        self.assertEqual(Mention.objects.filter(status=Status.CONFIRMED, decided_by=self.user).count(), 2)

    def test_facts_are_rejected_but_for_those_that_somebody_decided_meanwhile(self) -> None:
        article = make_article()
        first, second = (make_quote(article, words, status=Status.SUGGESTED) for words in ("Dewan", "kota"))
        asked = self.choose(QUOTES, "confirm", [first.pk, second.pk])
        reject(first, by=None)
        done = self.answer(asked)
        self.assertEqual(self.said(done), ["1 confirmed, 1 changed by somebody else meanwhile and left as they are."])
        self.assertEqual(Quote.objects.get(pk=first.pk).status, Status.REJECTED)

    def test_a_reviewer_does_not_publish(self) -> None:
        article = make_article(state=PUBLISHED)
        for action in ("publish", "withdraw", "set_topic"):
            with self.subTest(action):
                self.assertNotContains(self.client.get(ARTICLES), f'value="{action}"')
                self.choose(ARTICLES, action, [article.pk])
                self.client.post(ARTICLES, _answered(action, article.pk))
        self.assertEqual(Article.objects.get().state, PUBLISHED)
        self.assertFalse(ArticleTopic.objects.exists())
        self.assertFalse(Decision.objects.filter(action__in=["publish", "withdraw", "topic"]).exists())

    def test_facts_of_drafts_are_not_decided_by_who_may_not_see_them(self) -> None:
        quote = make_quote(make_article(state=DRAFT), "Dewan", status=Status.SUGGESTED)
        public = make_quote(make_article("Lain"), "Dewan", status=Status.SUGGESTED)
        asked = self.choose(QUOTES, "confirm", [quote.pk, public.pk])
        self.assertEqual(asked.context["count"], 1)
        self.answer(asked)
        self.assertEqual(Quote.objects.get(pk=quote.pk).status, Status.SUGGESTED)


class ImporterTests(BulkTests):
    role = "Importer"

    def test_an_importer_decides_nothing(self) -> None:
        quote = make_quote(make_article(), "Dewan", status=Status.SUGGESTED)
        for action in ("confirm", "reject"):
            with self.subTest(action):
                self.client.post(QUOTES, _answered(action, quote.pk))
        self.assertEqual(Quote.objects.get().status, Status.SUGGESTED)


def _answered(action: str, key: int) -> dict[str, Any]:
    """Return the answer to a page that nobody was shown."""
    answers = {"reason": "x", "topic": make_topic().pk, "about": "about", "expected": 1, "seen": 10**9}
    return {"action": action, "answered": "yes", "select_across": "0", "_selected_action": [key], **answers}
