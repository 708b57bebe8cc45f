"""What leaves the archive is the same, byte for byte, with and without what readers may not see."""

from __future__ import annotations

from typing import Any

from django.test import TestCase, override_settings

from articles.models import Article, Entity, Status
from tests.factories import make_article, make_mention
from tests.hidden import HIDDEN_STATES, PARAGRAPHS, add_facts, add_hidden_articles, full_article, tell_the_planner
from tests.world import load_sample_world

FORMATS = ("/search.json?", "/search.csv?", "/search.atom?", "/search.feed.json?")
# Hidden articles, and the facts in them, match all of these.
ASKED = (
    *("", "q=evakuasi", "q=rahasia&match=any", "q=evakuasi&sort=oldest&size=1", "notes=1", "publisher=republika"),
    *("kind=quotes", "kind=quotes&q=Sebanyak&type=direct", "kind=quotes&about=vladimir-putin", "kind=quotes&notes=1"),
    *("kind=statistics", "kind=statistics&number=883", "kind=statistics&number=7777", "kind=statistics&notes=1"),
    *("kind=entities&q=Zakharova", "kind=entities&q=Hantu", "kind=entities&q=Gaza", "from=1999&to=1999"),
    "topic=evakuasi-warga-rusia&actor=maria-zakharova&date=said&from=2023-12-06&to=2023-12-10",
)


class HiddenTests(TestCase):
    other: Article

    @classmethod
    def setUpTestData(cls) -> None:
        load_sample_world()
        tell_the_planner()
        cls.other = make_article("Berita lain", paragraphs=PARAGRAPHS, published="2020-02-02", publisher="Republika")
        make_mention(cls.other, Entity.objects.get(slug="tass"), "TASS")

    def everything(self) -> dict[str, tuple[int, bytes]]:
        found: dict[str, tuple[int, bytes]] = {}
        for address in (form + asked for form in FORMATS for asked in ASKED):
            answer: Any = self.client.get(address)
            found[address] = answer.status_code, answer.getvalue() if answer.streaming else answer.content
        return found

    def test_every_output_is_the_same_with_and_without_a_thousand_hidden_articles(self) -> None:
        before = self.everything()
        self.assertEqual({status for status, _content in before.values()}, {200})
        add_hidden_articles()
        for state in HIDDEN_STATES:
            full_article(state, rights=Article.Rights.REFERENCE)
        for status in (Status.REJECTED, Status.SUPERSEDED):
            add_facts(self.other, status)
        tell_the_planner()
        for address, (answered, content) in self.everything().items():
            with self.subTest(address):
                self.assertEqual((answered, content.decode()), (before[address][0], before[address][1].decode()))

    def test_published_the_same_articles_are_in_every_output(self) -> None:
        before = self.everything()
        full_article(Article.State.PUBLISHED)
        after = self.everything()
        for asked in ("q=rahasia&match=any", "kind=quotes", "kind=statistics&number=7777", "kind=entities&q=Hantu"):
            for form in FORMATS:
                with self.subTest(form + asked):
                    self.assertNotEqual(after[form + asked], before[form + asked])

    @override_settings(NEWSARCHIVE_SHOW_UNREVIEWED=False)
    def test_where_the_setting_hides_suggestions_no_output_tells_of_them(self) -> None:
        before = self.everything()
        add_facts(self.other, Status.SUGGESTED)
        self.assertEqual(self.everything(), before)
