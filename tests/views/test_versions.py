"""An article whose text changed: every page shows its facts by the current words, or says which are gone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.revise import revise
from articles.importers.typed import typed_of
from articles.models import (
    Anchor,
    Article,
    DateMention,
    Entity,
    Event,
    Mention,
    Notice,
    Quote,
    RelayHop,
    Series,
    Statistic,
    Status,
    Version,
    fuzzy,
)
from articles.text.dates import parse_edtf
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    stamp,
)
from tests.reading.two_versions import second_text
from tests.views import seen
from tests.world import load_sample_world

OLD = (
    "Ana Wijaya, ketua dewan, berkata kota aman pada Rabu, kata kantor berita TASS.",
    "Sebanyak 883 orang sudah tiba di pelabuhan lama.",
    "Mereka menilai jembatan itu rapuh sekali, menurut Budi.",
    "Dewan lalu bertemu di balai kota.",
)
NEW = (
    "Berita ini diperbaiki.",
    "Ana Wijaya, ketua dewan, berkata kota aman pada Rabu, kata kantor berita TASS.",
    "Sebanyak 898 orang sudah tiba di pelabuhan lama.",
    "Warga pulang, menurut Budi.",
)


def places(client: Client, address: str, known: dict[str, set[str | None]]) -> set[str | None]:
    """Return what a link can lead to on a page; `known` holds pages as they are where no words are marked."""
    if "?" in address and address not in known:
        known[address] = {element.get("id") for element in seen.part(client.get(address)).iter()}
    return known[address]


class TwoVersions(TestCase):
    article: Article
    ana: Entity
    kept: Quote
    lost: Quote
    statistic: Statistic
    event: Event
    old: Version
    new: Version

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=OLD)
        cls.ana = make_entity("Ana Wijaya")
        make_mention(cls.article, cls.ana, "Ana Wijaya", printed_role="ketua dewan")
        cls.kept = make_quote(cls.article, "kota aman", speaker=cls.ana)
        relay = anchor(cls.article, "TASS", Anchor.Role.RELAY, quote=cls.kept)
        tass = make_entity("TASS", kind=Entity.Kind.NEWS_AGENCY)
        RelayHop.objects.create(quote=cls.kept, position=0, role="agency", agent=tass, stated=True, evidence=relay)
        cls.lost = make_quote(cls.article, "jembatan itu rapuh sekali", speaker=make_entity("Budi"))
        anchor(cls.article, "menurut Budi", Anchor.Role.CUE, quote=cls.lost)
        cls.statistic = make_statistic(883, article=cls.article)
        cls.event = make_event(cls.article, "Dewan lalu bertemu", name="The meeting")
        date = DateMention.objects.create(article=cls.article, kind="date", event=cls.event, **stamp())
        anchor(cls.article, "Rabu", Anchor.Role.PHRASE, date=date)
        assert cls.article.current
        cls.old = cls.article.current
        cls.new = second_text(cls.article, NEW, changed={"883": "898"}, moved=["TASS"])

    def main(self, address: str) -> str:
        return seen.words(seen.part(self.client.get(address)))

    def links(self, address: str) -> set[str]:
        return {link.attrib["href"] for link in seen.part(self.client.get(address)).iter("a") if "href" in link.attrib}

    def version_page(self, number: int) -> str:
        return reverse("articles:article_version", args=[self.article.pk, number])


class FactsTests(TwoVersions):
    def place_of(self, fact: Quote | Mention, version: Version, role: Anchor.Role) -> str:
        return f"a{fact.anchors.get(block__version=version, role=role).pk}"

    def test_words_that_both_texts_have_are_shown_once_and_lead_to_the_current_text(self) -> None:
        words = self.main(self.kept.get_absolute_url())
        self.assertEqual(words.count("kota aman"), 2)  # the quotation, and the sentence that it stands in
        place = self.place_of(self.kept, self.new, Anchor.Role.CONTENT)
        self.assertIn(f"{self.article.get_absolute_url()}#{place}", self.links(self.kept.get_absolute_url()))
        self.assertNotIn("no longer", words)

    def test_every_link_into_the_article_finds_its_place_there(self) -> None:
        pages: list[Any] = [self.kept, self.lost, self.statistic, self.event, self.ana]
        addresses = [page.get_absolute_url() for page in pages] + ["/quotes/", "/statistics/", "/search/?q=kota"]
        texts = {
            self.article.get_absolute_url(): self.client.get(self.article.get_absolute_url()),
            self.version_page(1): self.client.get(self.version_page(1)),
        }
        names = {address: {element.get("id") for element in seen.part(page).iter()} for address, page in texts.items()}
        found = 0
        for address in addresses:
            for link in self.links(address):
                text, _, place = link.partition("#")
                if place and text.partition("?")[0] in names:
                    found += 1
                    self.assertIn(place, places(self.client, text, names), f"{link} on {address}")
        self.assertGreater(found, 8)

    def test_words_that_the_text_lost_are_shown_from_the_last_text_that_had_them(self) -> None:
        place = self.place_of(self.lost, self.old, Anchor.Role.CONTENT)
        for address in (self.lost.get_absolute_url(), "/quotes/"):
            self.assertIn("jembatan itu rapuh sekali", self.main(address))
            self.assertIn("o longer in the text since version 2", self.main(address))
            self.assertIn(f"{self.version_page(1)}#{place}", self.links(address))

    def test_a_cue_that_stayed_does_not_keep_a_lost_quote_in_the_text(self) -> None:
        main = seen.part(self.client.get(self.article.get_absolute_url()))
        self.assertEqual([one.get("id") for one in main.iter("li") if (one.get("id") or "").startswith("q")], ["q1"])

    def test_a_changed_figure_is_shown_by_the_new_words(self) -> None:
        for address in (self.statistic.get_absolute_url(), "/statistics/"):
            words = self.main(address)
            self.assertIn("898 orang", words)
            self.assertNotIn("883 orang", words)

    def test_the_evidence_of_a_hop_stands_in_the_text_that_is_read(self) -> None:
        place = self.place_of(self.kept, self.new, Anchor.Role.RELAY)
        self.assertIn(f"{self.article.get_absolute_url()}#{place}", self.links(self.kept.get_absolute_url()))
        self.assertIn(f"#{place}", self.links(self.article.get_absolute_url()))
        place = self.place_of(self.kept, self.old, Anchor.Role.RELAY)
        self.assertIn(f"#{place}", self.links(self.version_page(1)))

    def test_an_event_that_the_text_lost_says_so_once(self) -> None:
        words = self.main(self.event.get_absolute_url())
        self.assertEqual(words.count("Dewan lalu bertemu"), 1)
        self.assertEqual(words.count("no longer in the text since version 2"), 1)
        self.assertEqual(words.count("Rabu"), 1)

    def test_a_role_leads_to_the_current_text(self) -> None:
        mention = Mention.objects.get(entity=self.ana)
        place = self.place_of(mention, self.new, Anchor.Role.NAME)
        self.assertIn(f"{self.article.get_absolute_url()}#{place}", self.links(self.ana.get_absolute_url()))

    def test_pronouns_are_counted_once(self) -> None:
        make_mention(self.article, self.ana, "Warga", form=Mention.Form.PRONOUN)
        second_text(self.article, [*NEW, "Tambahan."])
        self.assertIn("(Warga)", self.main(self.ana.get_absolute_url()))

    def test_counts_stay_those_of_the_facts(self) -> None:
        words = self.main("/quotes/")
        self.assertEqual(words.count("jembatan itu rapuh sekali"), 1)
        self.assertEqual(Quote.objects.public().about(Entity.objects.filter(pk=self.ana.pk)).count(), 0)

    def test_a_quote_is_about_those_whom_its_current_words_name(self) -> None:
        article = make_article("Lain", paragraphs=("Ia memuji Ana Wijaya di balai.",))
        make_mention(article, self.ana, "Ana Wijaya")
        quote = make_quote(article, "memuji Ana Wijaya di balai")
        about = Quote.objects.public().about(Entity.objects.filter(pk=self.ana.pk))
        self.assertEqual(list(about), [quote])
        second_text(
            article, ["Ia memuji dewan di balai."], changed={"memuji Ana Wijaya di balai": "memuji dewan di balai"}
        )
        self.assertEqual(list(about.all()), [])

    def test_an_old_text_keeps_its_marks(self) -> None:
        words = self.main(self.version_page(1))
        self.assertIn("jembatan itu rapuh sekali", words)
        names = {element.get("id") for element in seen.part(self.client.get(self.version_page(1))).iter()}
        self.assertIn(self.place_of(self.lost, self.old, Anchor.Role.CONTENT), names)

    def test_more_texts_need_no_more_queries(self) -> None:
        pages = (self.kept.get_absolute_url(), self.statistic.get_absolute_url(), "/quotes/", "/statistics/")
        counts = []
        for _ in range(2):
            with CaptureQueriesContext(connection) as asked:
                for page in pages:
                    self.client.get(page)
            counts.append(len(asked))
            second_text(self.article, [*NEW, "Lagi.", str(len(counts))])
        self.assertEqual(counts[0], counts[1])


class RevisedTests(TestCase):
    """The first article, corrected by an editor."""

    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = load_sample_world()
        assert cls.article.current
        typed = typed_of(cls.article.current.blocks.order_by("position"))
        paragraphs = typed.text.replace("883", "889").split("\n\n")
        kept = [paragraph for paragraph in paragraphs if "Menurut Zakharova, misi" not in paragraph]
        assert len(kept) == len(paragraphs) - 1
        revise(
            cls.article, replace(typed, text="\n\n".join(["Baru sama sekali.", *kept])), by=None, reason="Corrected."
        )
        cls.article = Article.objects.get(pk=cls.article.pk)

    def addresses(self) -> list[str]:
        rows = [row for table in (Quote, Statistic, Event) for row in table.objects.public()]
        rows += [*Entity.objects.public(), *Series.objects.public()]
        return [
            *(row.get_absolute_url() for row in rows),
            "/",
            "/quotes/",
            "/statistics/",
            "/series/",
            "/search/?q=Rusia",
        ]

    def test_every_link_to_words_finds_them(self) -> None:
        texts = [self.article.get_absolute_url()]
        texts += [reverse("articles:article_version", args=[self.article.pk, number]) for number in (1, 2)]
        pages = {address: seen.part(self.client.get(address)) for address in texts}
        names = {address: {one.get("id") for one in page.iter()} for address, page in pages.items()}
        pages |= {address: seen.part(self.client.get(address)) for address in self.addresses()}
        found = 0
        for address, page in pages.items():
            here = [one.get("id") for one in page.iter() if one.get("id")]
            self.assertEqual(len(here), len(set(here)), address)
            for link in seen.links(page):
                text, _, place = link.partition("#")
                if place and (not text or text.partition("?")[0] in texts):
                    known = places(self.client, text, names) if text else set(here)
                    found += 1
                    self.assertIn(place, known, f"{link} on {address}")
        self.assertGreater(found, 500)

    def test_a_quote_that_went_is_told_by_its_words_not_by_its_cue(self) -> None:
        address = reverse("articles:article_version", args=[self.article.pk, 2])
        items = seen.part(self.client.get(address), ".//ul[@class='links touched-facts']")
        quote = next(words for words in map(seen.words, items) if words.startswith("Quote 14"))
        self.assertEqual(quote.count("Before:"), 1)
        self.assertIn("misi diplomatik dan para diplomat Rusia terus bekerja sama", quote)


class VersionPageTests(TwoVersions):
    def test_the_article_says_when_its_text_changed_and_where_to_see_it(self) -> None:
        words = self.main(self.article.get_absolute_url())
        self.assertRegex(words, r"The text changed on \d+ \w+ \d{4}: version 2 \( ?what changed ?\)")
        self.assertIn(self.version_page(2), self.links(self.article.get_absolute_url()))

    def test_an_article_with_one_text_says_nothing_of_changes(self) -> None:
        single = make_article("Satu teks", paragraphs=("Tidak berubah.",))
        self.assertNotIn("The text changed", self.main(single.get_absolute_url()))
        address = reverse("articles:article_version", args=[single.pk, 1])
        self.assertNotIn("What changed", self.main(address))

    def test_what_is_gone_and_what_is_new_are_marked_word_by_word(self) -> None:
        tree = seen.part(self.client.get(self.version_page(2)), ".//div[@class='difference']")
        gone = [(one.text or "", "".join(one.itertext())) for one in tree.iter("del")]
        self.assertTrue(any("883" in words for _, words in gone))
        self.assertTrue(any("898" in "".join(one.itertext()) for one in tree.iter("ins")))
        self.assertEqual({one.get("lang") for one in (*tree.iter("del"), *tree.iter("ins"))}, {"id"})
        self.assertIn("Berita ini diperbaiki.", seen.words(tree))
        self.assertNotIn("kantor berita TASS", seen.words(tree))

    def test_several_unchanged_paragraphs_are_told_as_a_number(self) -> None:
        second_text(self.article, [*NEW, "Penutup."])
        tree = seen.part(self.client.get(self.version_page(3)), ".//div[@class='difference']")
        self.assertIn("5 paragraphs unchanged", seen.words(tree))

    def test_facts_that_rest_on_changed_words_are_told_with_both_wordings(self) -> None:
        Statistic.objects.filter(pk=self.statistic.pk).update(status=Status.SUGGESTED, decided_at=None)
        self.statistic.printings.update(status=Status.SUGGESTED, decided_at=None)
        tree = seen.part(self.client.get(self.version_page(2)), ".//ul[@class='links touched-facts']")
        told = {seen.words(item) for item in tree}
        figure = next(words for words in told if words.startswith("Figure"))
        self.assertIn("Before: 883 Now: 898", figure)
        self.assertIn("Words changed; goes back to review.", figure)
        quote = next(words for words in told if words.startswith("Quote 2"))
        self.assertIn("Budi", quote)
        self.assertIn("jembatan itu rapuh sekali", quote)
        self.assertIn("Words lost", quote)
        moved = next(words for words in told if words.startswith("Quote 1"))
        self.assertIn("Moved: the same words stand elsewhere.", moved)

    def test_rejected_facts_are_not_told(self) -> None:
        Quote.objects.filter(pk=self.lost.pk).update(status=Status.REJECTED)
        tree = seen.part(self.client.get(self.version_page(2)), ".//ul[@class='links touched-facts']")
        self.assertNotIn("Quote 2", seen.words(tree))

    def test_the_page_says_its_date_its_note_and_that_only_blanks_differ(self) -> None:
        second_text(self.article, NEW, note="White space repaired.", cosmetic=True)
        words = self.main(self.version_page(3))
        self.assertIn("This is version 3 of 3, the current text, taken in on", words)
        self.assertIn("White space repaired.", words)
        self.assertIn("Only white space differs; the words are the same.", words)

    def test_an_excerpt_tells_the_facts_that_changed_and_no_other_words(self) -> None:
        for rights in (Article.Rights.EXCERPT_ONLY, Article.Rights.REFERENCE):
            Article.objects.filter(pk=self.article.pk).update(rights=rights)
            tree = seen.part(self.client.get(self.version_page(2)), ".//div[@class='head-main version-changes']")
            words = seen.words(tree)
            self.assertIn("may not show this text whole", words)
            self.assertIn("898", words)
            for hidden in ("Berita ini diperbaiki", "Dewan lalu bertemu", "menurut Budi", "pelabuhan"):
                self.assertNotIn(hidden, words)

    def test_the_first_text_of_two_says_that_it_is_an_earlier_one(self) -> None:
        words = self.main(self.version_page(1))
        self.assertIn("This is version 1 of 2, an earlier text with the facts found in it", words)
        self.assertNotIn("What changed from", words)

    def test_who_made_a_version_stays_inside(self) -> None:
        self.assertNotIn("editor", self.main(self.version_page(2)).split("What changed")[1].split("The text of")[0])


class NoticeTests(TestCase):
    article: Article

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article(paragraphs=("Dewan bertemu.",))

    def notice(self, text: str, *, dated: str = "2023-12-08", url: str = "https://koran.example/ralat") -> Notice:
        when = fuzzy.columns("dated", parse_edtf(dated) if dated else None)
        return Notice.objects.create(article=self.article, text=text, url=url, **when)

    def page(self) -> str:
        return seen.words(seen.part(self.client.get(self.article.get_absolute_url())))

    def test_a_correction_stands_above_the_text_with_its_date_and_its_address(self) -> None:
        self.notice("Jumlah korban keliru.")
        response = self.client.get(self.article.get_absolute_url())
        words = self.page()
        self.assertIn("Correction by the publisher, 8 December 2023: Jumlah korban keliru.", words)
        self.assertLess(words.index("keliru"), words.index("Dewan bertemu."))
        links = [link for link in seen.part(response).iter("a") if link.get("href") == "https://koran.example/ralat"]
        self.assertEqual([link.get("rel") for link in links], ["noreferrer"])

    def test_corrections_stand_in_the_order_of_their_days_those_without_one_last(self) -> None:
        self.notice("Kedua.", dated="2023-12-09")
        self.notice("Tanpa hari.", dated="", url="")
        self.notice("Pertama.")
        words = self.page()
        self.assertLess(words.index("Pertama."), words.index("Kedua."))
        self.assertLess(words.index("Kedua."), words.index("Tanpa hari."))
        self.assertIn("Correction by the publisher: Tanpa hari.", words)

    def test_an_address_that_is_not_of_the_web_is_no_link(self) -> None:
        self.notice("Ralat.", url="javascript:alert(1)")
        response = self.client.get(self.article.get_absolute_url())
        self.assertNotContains(response, 'href="javascript')

    def test_a_correction_is_not_searched(self) -> None:
        self.notice("Kesalahan ejaan nama.")
        self.assertNotContains(self.client.get("/search/?q=ejaan"), self.article.get_absolute_url())
