from __future__ import annotations

from django.contrib.auth.models import User
from django.test import TestCase

from articles.actions import revise
from articles.importers.typed import Typed
from articles.models import (
    Anchor,
    Article,
    DateMention,
    Decision,
    Entity,
    Fact,
    Printing,
    Quote,
    RelayHop,
    Statistic,
    Status,
    Version,
)
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

FIRST = "Sebanyak 883 warga dari 1.100 orang telah tiba di pelabuhan pada hari Rabu, kata juru bicara Ana Wijaya."
SECOND = "“Kami berterima kasih kepada semua pihak yang membantu,” ujar Ana, dikutip kantor berita Antara."
THIRD = "Wali kota Budi Santoso mengunjungi mereka di penampungan dan membagikan makanan kepada anak-anak."
State = Anchor.State
Role = Anchor.Role


class _Corrected(TestCase):
    article: Article
    editor: User
    ana: Entity

    @classmethod
    def setUpTestData(cls) -> None:
        cls.article = make_article("Warga tiba", paragraphs=(FIRST, SECOND, THIRD))
        cls.editor = User.objects.create_user("mira")
        cls.ana = make_entity("Ana Wijaya")

    def put(self, *paragraphs: str, article: Article | None = None) -> Version:
        article = Article.objects.get(pk=(article or self.article).pk)
        assert article.current
        text = Typed(headline=article.current.headline, text="\n\n".join(paragraphs))
        version = revise.revise(article, text, by=self.editor, reason="the paper corrected it")
        assert version
        return version

    def words(self, version: Version, **fact: Fact) -> list[tuple[str, str]]:
        """Return the words of a fact in a version, each with the state of its anchor."""
        return list(Anchor.objects.of_version(version).filter(**fact).in_order().values_list("exact", "state"))

    def status(self, fact: Fact) -> str:
        fact.refresh_from_db()
        return fact.status

    def rewordings(self, fact: Fact) -> list[tuple[object, object]]:
        """Return the words before and after of each time that a text has changed those of a fact."""
        found = Decision.objects.filter(action="text_changed", subject_id=fact.pk).order_by("pk")
        return [
            ((one.before or {})["words"], (one.after or {})["words"])
            for one in found.filter(subject_type__model=type(fact)._meta.model_name)
        ]


class CarriedTests(_Corrected):
    def test_the_old_text_keeps_its_anchors_and_the_new_one_has_its_own(self) -> None:
        mention = make_mention(self.article, self.ana, "Ana Wijaya")
        old = Anchor.objects.get()
        version = self.put(FIRST.replace("telah tiba", "sudah tiba"), SECOND, THIRD)
        self.assertEqual(self.words(version, mention=mention), [("Ana Wijaya", State.OK)])
        old.refresh_from_db()
        self.assertEqual((old.block.version, old.state), (self.article.current, State.OK))
        self.assertEqual((self.status(mention), self.rewordings(mention)), (Status.CONFIRMED, []))

    def test_words_in_a_paragraph_that_overtook_another_have_moved_and_stay_confirmed(self) -> None:
        mention = make_mention(self.article, make_entity("Budi Santoso"), "Budi Santoso")
        version = self.put(THIRD, FIRST, SECOND)
        self.assertEqual(self.words(version, mention=mention), [("Budi Santoso", State.MOVED)])
        self.assertEqual(self.status(mention), Status.CONFIRMED)

    def test_a_confirmed_fact_with_other_words_is_a_suggestion_again_and_both_wordings_are_logged(self) -> None:
        quote = make_quote(self.article, "berterima kasih kepada semua pihak", speaker=self.ana)
        version = self.put(FIRST, SECOND.replace("semua pihak", "setiap pihak"), THIRD)
        now = "berterima kasih kepada setiap pihak"
        self.assertEqual(self.words(version, quote=quote), [(now, State.CHANGED)])
        self.assertEqual((self.status(quote), quote.decided_by, quote.decided_at), (Status.SUGGESTED, None, None))
        decision = Decision.objects.get(action="text_changed")
        self.assertEqual(decision.before, {"status": "confirmed", "words": "berterima kasih kepada semua pihak"})
        self.assertEqual(decision.after, {"status": "suggested", "words": now, "text": version.pk})
        self.assertEqual((decision.by, decision.reason), (self.editor, "the paper corrected it"))

    def test_a_suggestion_stays_one_and_its_wordings_are_logged_too(self) -> None:
        quote = make_quote(self.article, "semua pihak", status=Status.SUGGESTED)
        self.put(FIRST, SECOND.replace("semua pihak", "setiap pihak"), THIRD)
        self.assertEqual(
            (self.status(quote), self.rewordings(quote)), (Status.SUGGESTED, [("semua pihak", "setiap pihak")])
        )

    def test_what_was_rejected_is_carried_over_and_stays_rejected(self) -> None:
        rejected = make_mention(self.article, self.ana, "Ana Wijaya", status=Status.REJECTED)
        superseded = make_mention(self.article, self.ana, "Budi Santoso", status=Status.SUPERSEDED)
        version = self.put(FIRST.replace("Ana", "Ani"), SECOND, THIRD.replace("Budi", "Badu"))
        self.assertEqual(self.words(version, mention=rejected), [("Ani Wijaya", State.CHANGED)])
        self.assertEqual(self.words(version, mention=superseded), [("Badu Santoso", State.CHANGED)])
        self.assertEqual((self.status(rejected), self.status(superseded)), (Status.REJECTED, Status.SUPERSEDED))
        self.assertFalse(Decision.objects.filter(action="text_changed").exists())

    def test_another_cue_states_nothing_else(self) -> None:
        quote = make_quote(self.article, "Kami berterima kasih")
        anchor(self.article, "ujar", Role.CUE, quote=quote)
        version = self.put(FIRST, SECOND.replace("ujar", "kata"), THIRD)
        self.assertEqual(
            self.words(version, quote=quote), [("Kami berterima kasih", State.OK), ("kata", State.CHANGED)]
        )
        self.assertEqual(self.status(quote), Status.CONFIRMED)

    def test_another_speaker_is_to_be_checked(self) -> None:
        quote = make_quote(self.article, "Kami berterima kasih", speaker=self.ana)
        anchor(self.article, "Ana, dikutip", Role.SPEAKER, quote=quote)
        self.put(FIRST, SECOND.replace("ujar Ana,", "ujar Budi,"), THIRD)
        self.assertEqual(self.status(quote), Status.SUGGESTED)
        self.assertEqual(self.rewordings(quote), [("Ana, dikutip", "Budi, dikutip")])

    def test_a_date_printed_otherwise_is_to_be_checked(self) -> None:
        date = DateMention.objects.create(article=self.article, kind=DateMention.Kind.DATE, **stamp())
        anchor(self.article, "hari Rabu", Role.PHRASE, date=date)
        self.put(FIRST.replace("Rabu", "Kamis"), SECOND, THIRD)
        self.assertEqual((self.status(date), self.rewordings(date)), (Status.SUGGESTED, [("hari Rabu", "hari Kamis")]))


class FigureTests(_Corrected):
    def number(self, value: int = 883, words: str = "883") -> tuple[Statistic, Printing]:
        statistic = make_statistic(value, article=self.article, words=words)
        return statistic, statistic.printings.get()

    def test_another_number_sends_printing_and_statistic_back(self) -> None:
        statistic, printing = self.number()
        version = self.put(FIRST.replace("883", "885"), SECOND, THIRD)
        self.assertEqual(self.words(version, printing=printing), [("885", State.CHANGED)])
        self.assertEqual((self.status(printing), self.status(statistic)), (Status.SUGGESTED, Status.SUGGESTED))
        self.assertEqual(self.rewordings(statistic), [("883", "885")])

    def test_a_number_of_thousands_is_another_one(self) -> None:
        statistic, _ = self.number()
        self.put(FIRST.replace("883", "883 ribu"), SECOND, THIRD)
        self.assertEqual(self.status(statistic), Status.SUGGESTED)

    def test_the_same_digits_with_another_separator_send_only_the_printing_back(self) -> None:
        statistic, printing = self.number(1100, "1.100")
        self.put(FIRST.replace("1.100", "1,100"), SECOND, THIRD)
        self.assertEqual((self.status(printing), self.status(statistic)), (Status.SUGGESTED, Status.CONFIRMED))

    def test_another_population_sends_only_the_printing_back(self) -> None:
        statistic, printing = self.number()
        anchor(self.article, "883 warga", Role.PHRASE, printing=printing)
        self.put(FIRST.replace("warga", "pengungsi"), SECOND, THIRD)
        self.assertEqual((self.status(printing), self.status(statistic)), (Status.SUGGESTED, Status.CONFIRMED))

    def test_a_statistic_that_is_printed_nowhere_any_more_goes_back(self) -> None:
        statistic, printing = self.number()
        self.put(SECOND, THIRD)
        self.assertEqual((self.status(printing), self.status(statistic)), (Status.SUGGESTED, Status.SUGGESTED))
        self.assertEqual(self.rewordings(statistic), [("883", None)])

    def test_a_statistic_that_another_article_prints_stays(self) -> None:
        statistic, printing = self.number()
        other = make_article("Lagi", paragraphs=("Warga yang tiba 883 orang.",))
        again = Printing.objects.create(article=other, statistic=statistic, **stamp())
        anchor(other, "883", Role.NUMBER, printing=again)
        self.put(SECOND, THIRD)
        self.assertEqual((self.status(printing), self.status(again)), (Status.SUGGESTED, Status.CONFIRMED))
        self.assertEqual(self.status(statistic), Status.CONFIRMED)

    def test_a_rejected_printing_does_not_send_its_statistic_back(self) -> None:
        statistic, printing = self.number()
        Printing.objects.filter(pk=printing.pk).update(**stamp(Status.REJECTED))
        self.put(FIRST.replace("883", "885"), SECOND, THIRD)
        self.assertEqual((self.status(printing), self.status(statistic)), (Status.REJECTED, Status.CONFIRMED))


class EventTests(_Corrected):
    def test_an_event_whose_only_words_are_others_now_goes_back(self) -> None:
        event = make_event(self.article, "telah tiba di pelabuhan")
        self.put(FIRST.replace("pelabuhan", "bandara"), SECOND, THIRD)
        self.assertEqual(self.status(event), Status.SUGGESTED)
        self.assertEqual(self.rewordings(event), [("telah tiba di pelabuhan", "telah tiba di bandara")])

    def test_an_event_of_which_the_same_text_tells_elsewhere_stays(self) -> None:
        event = make_event(self.article, "telah tiba di pelabuhan")
        anchor(self.article, "di penampungan", Role.PHRASE, event=event)
        self.put(FIRST.replace("pelabuhan", "bandara"), SECOND, THIRD)
        self.assertEqual((self.status(event), self.rewordings(event)), (Status.CONFIRMED, []))

    def test_an_event_of_which_another_article_tells_stays(self) -> None:
        event = make_event(self.article, "telah tiba di pelabuhan")
        other = make_article("Lagi", paragraphs=("Mereka berlabuh kemarin.",))
        anchor(other, "berlabuh", Role.PHRASE, event=event)
        self.put(SECOND, THIRD)
        self.assertEqual(self.status(event), Status.CONFIRMED)
        self.put("Mereka kembali.", article=other)
        self.assertEqual(self.status(event), Status.SUGGESTED)


class LostWordsTests(_Corrected):
    def test_words_come_back_with_their_paragraph_but_an_editor_confirms_them(self) -> None:
        mention = make_mention(self.article, make_entity("Budi Santoso"), "Budi Santoso")
        old = Anchor.objects.get()
        without = self.put(FIRST, SECOND)
        old.refresh_from_db()
        self.assertEqual((self.words(without, mention=mention), old.state), ([], State.LOST))
        self.put(FIRST.replace("telah", "sudah"), SECOND)
        version = self.put(FIRST, SECOND, THIRD)
        old.refresh_from_db()
        self.assertEqual((self.words(version, mention=mention), old.state), ([("Budi Santoso", State.OK)], State.OK))
        self.assertEqual(self.status(mention), Status.SUGGESTED)
        self.assertEqual(self.rewordings(mention), [("Budi Santoso", None), (None, "Budi Santoso")])

    def test_words_that_came_back_are_carried_once(self) -> None:
        mention = make_mention(self.article, make_entity("Budi Santoso"), "Budi Santoso")
        self.put(FIRST, SECOND)
        self.put(FIRST, SECOND, THIRD)
        version = self.put(FIRST, SECOND, THIRD, "Hujan turun.")
        self.assertEqual(self.words(version, mention=mention), [("Budi Santoso", State.OK)])

    def test_half_a_quote_comes_back_to_the_other_half(self) -> None:
        quote = make_quote(self.article, "Kami berterima kasih")
        anchor(self.article, "membagikan makanan", Role.CONTENT, quote=quote)
        self.put(FIRST, SECOND)
        version = self.put(FIRST, SECOND, THIRD)
        words = [("Kami berterima kasih", State.OK), ("membagikan makanan", State.OK)]
        self.assertEqual(self.words(version, quote=quote), words)

    def test_a_fact_that_has_found_other_words_since_keeps_them_alone(self) -> None:
        mention = make_mention(self.article, make_entity("Budi Santoso"), "Budi Santoso")
        self.put(FIRST, SECOND, "Pak Wali datang.")
        article = Article.objects.get(pk=self.article.pk)
        anchor(article, "Pak Wali", Role.NAME, mention=mention)
        version = self.put(FIRST, SECOND, "Pak Wali datang.", THIRD)
        self.assertEqual(self.words(version, mention=mention), [("Pak Wali", State.OK)])

    def test_other_words_in_the_place_of_lost_ones_are_not_taken_for_them(self) -> None:
        mention = make_mention(self.article, make_entity("Budi Santoso"), "Budi Santoso")
        self.put(FIRST, SECOND)
        version = self.put(FIRST, SECOND, THIRD.replace("Budi Santoso", "Citra Dewi"))
        self.assertEqual(self.words(version, mention=mention), [])


class HopTests(_Corrected):
    hop: RelayHop

    def setUp(self) -> None:
        quote: Quote = make_quote(self.article, "Kami berterima kasih")
        self.old = anchor(self.article, "kantor berita Antara", Role.RELAY, quote=quote)
        self.hop = RelayHop.objects.create(
            quote=quote,
            position=0,
            role=RelayHop.Role.AGENCY,
            agent=make_entity("Antara", kind=Entity.Kind.NEWS_AGENCY),
            stated=True,
            evidence=self.old,
        )

    def test_a_hop_rests_on_the_words_of_the_new_text(self) -> None:
        version = self.put(FIRST, SECOND.replace("semua", "setiap"), THIRD)
        self.hop.refresh_from_db()
        assert self.hop.evidence
        self.assertEqual(self.hop.evidence.block.version, version)
        self.assertEqual(self.hop.evidence.exact, "kantor berita Antara")

    def test_a_hop_whose_words_are_lost_rests_on_the_old_ones_until_they_come_back(self) -> None:
        self.put(FIRST, SECOND.replace(", dikutip kantor berita Antara", ""), THIRD)
        self.hop.refresh_from_db()
        self.assertEqual(self.hop.evidence, self.old)
        version = self.put(FIRST, SECOND, THIRD)
        self.hop.refresh_from_db()
        assert self.hop.evidence
        self.assertEqual(self.hop.evidence.block.version, version)

    def test_a_quote_whose_way_is_told_otherwise_is_to_be_checked(self) -> None:
        self.put(FIRST, SECOND.replace("berita Antara", "berita Tass"), THIRD)
        self.assertEqual(self.status(self.hop.quote), Status.SUGGESTED)
        self.assertEqual(self.rewordings(self.hop.quote), [("kantor berita Antara", "kantor berita Tass")])
