"""A way that begins with the speaker begins with the one whom an editor puts in his place."""

from __future__ import annotations

from typing import Any

from articles.actions.log import decisions_of
from articles.actions.revert import revert
from articles.models import Anchor, Entity, Quote, RelayHop
from tests.admin.posting import Newsroom
from tests.factories import anchor, make_article, make_entity, make_quote


class CorrectedSpeakers(Newsroom):
    quote: Quote
    spoke: Entity
    meant: Entity

    def setUp(self) -> None:
        super().setUp()
        article = make_article("Rapat dibuka", paragraphs=["“Kami sudah tiba,” kata Budi kepada wartawan."])
        self.spoke, self.meant = make_entity("Listyo Sigit"), make_entity("Prabowo Subianto")
        self.quote = make_quote(article, "Kami sudah tiba", speaker=self.spoke)

    def begin(self, **fields: Any) -> RelayHop:
        named: dict[str, Any] = {"agent": self.spoke, "role": "speaker", "stated": True} | fields
        return RelayHop.objects.create(quote=self.quote, position=0, **named)

    def correct(self, speaker: Entity | None, **typed: str) -> None:
        editor = self.open("Ana", self.quote)
        editor.type(speaker=str(speaker.pk) if speaker else "", **typed)
        assert editor.save()

    def first(self) -> RelayHop:
        return self.quote.hops.select_related("agent").get(position=0)

    def test_the_first_step_goes_with_its_speaker_and_both_are_one_decision(self) -> None:
        self.begin()
        self.correct(self.meant)
        assert self.first().agent == self.meant
        assert self.first().stated
        decision = decisions_of(self.quote).get()
        assert decision.after is not None
        assert {"speaker", "hops"} <= decision.after.keys()
        revert(decision, by=None)
        assert self.first().agent == self.spoke

    def test_a_step_of_somebody_else_stays(self) -> None:
        agency = make_entity("TASS")
        self.begin(agent=agency, role="issuer")
        self.correct(self.meant)
        assert self.first().agent == agency

    def test_a_step_that_its_editor_has_named_keeps_that_name(self) -> None:
        self.begin()
        agency = make_entity("TASS")
        self.correct(self.meant, hops__0__agent=str(agency.pk))
        assert self.first().agent == agency

    def test_a_step_that_named_nobody_names_the_speaker_who_is_found(self) -> None:
        Quote.objects.filter(pk=self.quote.pk).update(speaker=None)
        self.begin(agent=None, stated=False)
        self.correct(self.meant)
        assert self.first().agent == self.meant

    def test_without_a_speaker_the_step_names_nobody_and_rests_on_no_words(self) -> None:
        self.begin(evidence=anchor(self.quote.article, "Budi", Anchor.Role.RELAY, quote=self.quote))
        self.correct(None)
        assert (self.first().agent, self.first().stated, self.first().evidence) == (None, False, None)
        assert not self.quote.anchors.filter(role="relay").exists()
