"""Two editors have one quote open: its words, its steps, and the text of its article that somebody corrects beside."""

from __future__ import annotations

from typing import Any

from articles.models import Anchor, Article, Quote, RelayHop
from tests.admin.posting import Newsroom
from tests.factories import anchor, make_article, make_entity, make_quote

PARAGRAPHS = ("Rapat dibuka pagi ini.", "“Kami sudah tiba,” kata Ana kepada kantor berita TASS.")


class QuoteTests(Newsroom):
    article: Article
    quote: Quote
    words: Anchor

    def setUp(self) -> None:
        super().setUp()
        self.article = make_article("Rapat dibuka", paragraphs=PARAGRAPHS)
        self.quote = make_quote(self.article, "Kami sudah tiba")
        self.words = self.quote.anchors.get()
        anchor(self.article, "Ana", Anchor.Role.SPEAKER, quote=self.quote)

    def hop(self, position: int, name: str, **fields: Any) -> RelayHop:
        agent = make_entity(name)
        return RelayHop.objects.create(
            quote=self.quote, position=position, role="agency", agent=agent, stated=False, **fields
        )

    def new_text(self, *paragraphs: str) -> None:
        """Let Ana correct the article's text."""
        ana = self.open("Ana", self.article)
        ana.type(text="\n\n".join(paragraphs))
        assert ana.save()

    def standing(self) -> list[tuple[str, str]]:
        """The words in the current text, in its order."""
        self.article.refresh_from_db()
        rows = self.quote.anchors.filter(block__version=self.article.current_id).order_by("block__position", "start")
        return [(row.role, row.exact) for row in rows]

    def way(self) -> list[tuple[int, str, str]]:
        return [(hop.position, str(hop.agent), hop.note) for hop in self.quote.hops.order_by("position")]

    def test_words_and_steps_of_another_stay(self) -> None:
        self.hop(0, "TASS", note="lama")
        ana, budi = self.both(self.quote)
        ana.put(f"{ana.row('anchors', self.words.pk)}-words", "sudah tiba")
        ana.type(hops__0__note="baru")
        assert ana.save()
        budi.type(occasion="Rapat")
        self.refused(budi)
        assert budi.save()
        assert self.standing() == [("content", "sudah tiba"), ("speaker", "Ana")]
        assert self.way() == [(0, "TASS", "baru")]
        self.quote.refresh_from_db()
        assert self.quote.occasion == "Rapat"

    def test_words_of_both_are_shown_beside_each_other(self) -> None:
        ana, budi = self.both(self.quote)
        ana.put(f"{ana.row('anchors', self.words.pk)}-words", "sudah tiba")
        assert ana.save()
        budi.put(f"{budi.row('anchors', self.words.pk)}-words", "Kami sudah")
        conflict = self.said_of(self.refused(budi), "Words that it rests on")
        assert "“sudah tiba” (" in conflict
        assert "“Kami sudah”" in conflict
        assert budi.save()
        assert self.standing() == [("content", "Kami sudah"), ("speaker", "Ana")]

    def test_words_corrected_while_the_article_got_another_text_are_not_dropped(self) -> None:
        budi = self.open("Budi", self.quote)
        self.new_text("Paragraf baru.", *PARAGRAPHS)
        budi.put(f"{budi.row('anchors', self.words.pk)}-words", "sudah tiba")
        conflict = self.refused(budi)
        assert "Ana changed this" in conflict
        assert "“sudah tiba”" in conflict
        assert budi.save()
        assert self.standing() == [("content", "sudah tiba"), ("speaker", "Ana")]
        self.words.refresh_from_db()
        assert self.words.exact == "Kami sudah tiba", "the earlier text keeps its words"

    def test_words_added_while_the_article_got_another_text_are_not_dropped(self) -> None:
        budi = self.open("Budi", self.quote)
        self.new_text("Paragraf baru.", *PARAGRAPHS)
        budi.add_row("anchors", role="medium", words="kantor berita")
        self.refused(budi)
        assert budi.save()
        assert self.standing() == [("content", "Kami sudah tiba"), ("speaker", "Ana"), ("medium", "kantor berita")]

    def test_words_taken_out_while_the_article_got_another_text_go(self) -> None:
        budi = self.open("Budi", self.quote)
        self.new_text("Paragraf baru.", *PARAGRAPHS)
        speaker = self.quote.anchors.filter(role="speaker").earliest("pk")
        budi.put(f"{budi.row('anchors', speaker.pk)}-DELETE", "on")
        self.refused(budi)
        assert budi.save()
        assert self.standing() == [("content", "Kami sudah tiba")]

    def test_a_step_that_another_took_out_is_offered_anew_with_what_was_typed(self) -> None:
        self.hop(0, "TASS")
        self.hop(1, "Antara")
        ana, budi = self.both(self.quote)
        ana.type(hops__0__DELETE="on")
        assert ana.save()
        budi.type(hops__0__note="katanya")
        assert "No longer there: 1. agency TASS" in self.refused(budi)
        assert budi.save()
        assert self.way() == [(0, "TASS", "katanya"), (1, "Antara", "")]

    def test_two_who_add_a_step_leave_a_way_without_gaps(self) -> None:
        self.hop(0, "TASS")
        ana, budi = self.both(self.quote)
        for editor, name in ((ana, "Antara"), (budi, "AFP")):
            editor.add_row("hops", role="agency", agent=str(make_entity(name).pk))
        assert ana.save()
        self.refused(budi)
        assert budi.save()
        assert self.way() == [(0, "TASS", ""), (1, "Antara", ""), (2, "AFP", "")]
        assert budi.save(), "and it can be saved again"

    def test_a_step_that_the_form_did_not_have_comes_last(self) -> None:
        self.hop(0, "TASS")
        budi = self.open("Budi", self.quote)
        self.hop(1, "Antara")
        budi.add_row("hops", role="agency", agent=str(make_entity("AFP").pk))
        assert budi.save()
        assert self.way() == [(0, "TASS", ""), (1, "AFP", ""), (2, "Antara", "")]

    def test_a_way_with_a_gap_can_be_saved_and_is_closed(self) -> None:
        self.hop(0, "TASS")
        self.hop(10_001, "Antara")
        budi = self.open("Budi", self.quote)
        budi.type(occasion="Rapat", hops__1__note="langsung")
        assert budi.save()
        assert self.way() == [(0, "TASS", ""), (1, "Antara", "langsung")]

    def test_a_row_left_alone_is_not_written(self) -> None:
        hop = self.hop(0, "TASS")
        budi = self.open("Budi", self.quote)
        RelayHop.objects.filter(pk=hop.pk).update(agent=make_entity("Antara"))  # as a merge does
        budi.type(hops__0__note="langsung")
        assert budi.save()
        assert self.way() == [(0, "Antara", "langsung")]
