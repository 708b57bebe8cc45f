"""Passages: whose words stand together, and what stands beside them."""

from __future__ import annotations

from django.test import TestCase

from articles.models import Anchor, Article, Block, Entity, Quote, RelayHop, Status
from articles.reading.page import ArticlePage, compose, public_text
from articles.reading.passages import LONGEST
from articles.reading.voices import Voice
from tests.factories import anchor, make_article, make_entity, make_event, make_mention, make_quote, make_statistic


def composed(article: Article) -> ArticlePage:
    return compose(public_text(article.pk))


class PassageTests(TestCase):
    def speaker(self, name: str) -> Entity:
        return make_entity(name)

    def voice(self, article: Article) -> Voice:
        ((voice,),) = [passage.voices for passage in composed(article).passages]
        return voice

    def test_a_passage_goes_on_while_its_voices_speak_and_ends_with_a_new_one(self) -> None:
        article = make_article(paragraphs=("Awal.", "Ana satu.", "Jeda.", "Budi dua.", "Ana tiga.", "Citra empat."))
        ana, budi, citra = self.speaker("Ana"), self.speaker("Budi"), self.speaker("Citra")
        for words, speaker in (("satu", ana), ("dua", budi), ("tiga", ana), ("empat", citra)):
            make_quote(article, words, speaker=speaker)
        passages = [[text.block.text for text in passage.texts] for passage in composed(article).passages]
        self.assertEqual(passages, [["Awal.", "Ana satu.", "Jeda."], ["Budi dua."], ["Ana tiga."], ["Citra empat."]])

    def test_voices_at_one_event_share_a_passage(self) -> None:
        article = make_article(paragraphs=("Rapat: Ana satu.", "Budi dua."))
        event = make_event(article, "Rapat")
        make_quote(article, "satu", speaker=self.speaker("Ana"), event=event)
        make_quote(article, "dua", speaker=self.speaker("Budi"), event=event)
        (passage,) = composed(article).passages
        self.assertEqual([str(voice.speaker) for voice in passage.voices], ["Ana", "Budi"])

    def test_a_long_speech_is_parted_so_that_facts_stay_near_their_words(self) -> None:
        article = make_article(paragraphs=("x " * LONGEST, "Ana satu."))
        make_quote(article, "satu", speaker=self.speaker("Ana"))
        self.assertEqual(len(composed(article).passages), 2)

    def test_quotes_of_one_way_share_a_chain_and_a_stated_hop_never_joins_an_inferred_one(self) -> None:
        article = make_article(paragraphs=("Ana satu, dua, tiga.",))
        ana, agency = self.speaker("Ana"), make_entity("Kantor Berita", kind=Entity.Kind.NEWS_AGENCY)
        for words, stated in (("satu", True), ("dua", False), ("tiga", True)):
            quote = make_quote(article, words, speaker=ana)
            RelayHop.objects.create(quote=quote, position=0, role="speaker", agent=ana, stated=True)
            RelayHop.objects.create(quote=quote, position=1, role="agency", agent=agency, stated=stated)
        numbers = [[remark.quote.number for remark in one.remarks] for one in self.voice(article).statements]
        self.assertEqual(numbers, [[1, 3], [2]])

    def test_a_second_way_of_the_same_day_does_not_repeat_the_day(self) -> None:
        article = make_article(paragraphs=("Ana satu, dua, tiga.",))
        ana = self.speaker("Ana")
        for words, said, hops in (("satu", "2024-03-01", 1), ("dua", "2024-03-01", 2), ("tiga", "2024-02-01", 1)):
            quote = make_quote(article, words, speaker=ana, said=said)
            for position in range(hops):
                RelayHop.objects.create(quote=quote, position=position, role="agency", stated=False)
        self.assertEqual([one.continued for one in self.voice(article).statements], [False, True, False])

    def test_an_event_with_one_voice_is_told_with_it_and_an_event_with_two_beside_the_text(self) -> None:
        article = make_article(paragraphs=("Pidato: Ana satu. Rapat: Ana dua, Budi tiga.",))
        ana, budi = self.speaker("Ana"), self.speaker("Budi")
        speech, meeting = make_event(article, "Pidato", name="Speech"), make_event(article, "Rapat", name="Meeting")
        make_quote(article, "satu", speaker=ana, event=speech)
        make_quote(article, "dua", speaker=ana, event=meeting)
        make_quote(article, "tiga", speaker=budi, event=meeting)
        (passage,) = composed(article).passages
        self.assertEqual([one.event for one in passage.happenings], [meeting])
        occasions = [statement.occasion for voice in passage.voices for statement in voice.statements]
        self.assertEqual(occasions, [speech, None, None])

    def test_a_denominator_printed_beside_its_part_stands_on_the_card_of_the_part(self) -> None:
        article = make_article(paragraphs=("Dari 50 orang, 20 datang; 30 lain tinggal.",))
        whole = make_statistic(50, article=article)
        part = make_statistic(20, article=article, out_of=whole)
        other = make_statistic(30, article=article)
        (passage,) = composed(article).passages
        cards = [(card.figure.statistic, card.whole and card.whole.statistic) for card in passage.cards]
        self.assertEqual(cards, [(part, whole), (other, None)])
        self.assertEqual(passage.cards[0].figure.share and passage.cards[0].figure.share.percent, 40)

    def test_a_part_greater_than_its_denominator_has_no_share(self) -> None:
        article = make_article(paragraphs=("Dari 50 orang, 60 datang.",))
        whole = make_statistic(50, article=article)
        make_statistic(60, article=article, out_of=whole)
        self.assertEqual([figure.share for figure in composed(article).figures], [None, None])

    def test_a_rejected_denominator_makes_no_share(self) -> None:
        article = make_article(paragraphs=("Dari 50 orang, 20 datang.",))
        whole = make_statistic(50, article=article, status=Status.REJECTED)
        make_statistic(20, article=article, out_of=whole)
        self.assertEqual([figure.share for figure in composed(article).figures], [None])

    def test_who_stands_in_the_byline_is_credited_but_not_a_name_inside_a_name(self) -> None:
        article = make_article(paragraphs=("Rapat kota.",))
        assert article.current
        Block.objects.create(version=article.current, position=9, type=Block.Type.BYLINE, text="Rep: Tim Koran, Medan")
        team, town = self.speaker("Tim Koran, Medan"), make_entity("Medan", kind=Entity.Kind.PLACE)
        make_mention(article, team, "Tim Koran, Medan")
        make_mention(article, town, "Medan", nested=True)
        page = composed(article)
        self.assertEqual([mention.entity for mention in page.head.credits], [team])
        self.assertEqual(page.places, [])

    def test_what_the_headline_says_stands_beside_the_first_passage(self) -> None:
        article = make_article("Sebanyak 12 datang", paragraphs=("Rapat kota.",))
        make_statistic(12, article=article)
        (passage,) = composed(article).passages
        self.assertEqual([card.figure.statistic.value for card in passage.cards], [12])

    def test_printed_words_of_a_figure_begin_with_their_qualifier(self) -> None:
        article = make_article(paragraphs=("Ada sekitar 1.100 orang.",))
        statistic = make_statistic(1100, article=article, words="1.100")
        anchor(article, "sekitar", Anchor.Role.QUALIFIER, printing=statistic.printings.get())
        ((printed,),) = [figure.printed for figure in composed(article).figures]
        self.assertEqual(printed.words, "sekitar 1.100")

    def test_a_direct_quote_without_an_anchor_for_its_marks_takes_them_from_the_text(self) -> None:
        article = make_article(paragraphs=("“Kota aman,” kata Ana.",))
        quote = make_quote(article, "Kota aman,", speaker=self.speaker("Ana"), type=Quote.Type.DIRECT)
        response = self.client.get(article.get_absolute_url())
        words = quote.anchors.get()
        self.assertContains(response, f'<span class="q q-direct" id="{words.fragment}">“Kota aman,”</span>')
