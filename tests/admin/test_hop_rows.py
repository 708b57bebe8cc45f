"""The way of a quote to the page: steps in order, each with the words that name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.models import Anchor, Entity, Quote, RelayHop
from tests.admin.desk import Desk, place, rows
from tests.factories import make_entity, make_quote

State = Anchor.State


class Steps(Desk):
    quote: Quote
    content: Anchor
    agencies: list[Entity]

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.quote = make_quote(cls.article, "Kami tiba")
        cls.content = cls.quote.anchors.get()
        cls.agencies = [make_entity(name, kind=Entity.Kind.NEWS_AGENCY) for name in ("TASS", "Antara", "AFP")]

    def hop(self, agent: int, *, saved: RelayHop | None = None, **fields: Any) -> dict[str, Any]:
        posted: dict[str, Any] = {"role": "agency", "agent": self.agencies[agent].pk}
        if saved:
            posted |= {"id": saved.pk, "step": saved.position + 1}
            posted |= {"stated": "on"} if saved.stated else {}
            posted |= {"evidence_words": saved.evidence.exact} if saved.evidence else {}
        return posted | fields

    def save(self, *hops: Mapping[str, Any]) -> str:
        anchors = rows("anchors", {"id": self.content.pk, "role": "content", "words": "Kami tiba"}, initial=1)
        return self.post(
            f"quote/{self.quote.pk}/change/",
            {"article": self.article.pk, "number": 1, "type": "direct"},
            anchors,
            rows("hops", *hops, initial=sum("id" in hop for hop in hops)),
        )

    def way(self) -> list[tuple[int, str]]:
        return [(hop.position, str(hop.agent)) for hop in self.quote.hops.order_by("position")]

    def hops(self) -> list[RelayHop]:
        return list(self.quote.hops.select_related("evidence").order_by("position"))

    def test_steps_are_numbered_in_the_order_of_the_rows(self) -> None:
        assert not self.save(self.hop(0), self.hop(1))
        assert self.way() == [(0, "TASS"), (1, "Antara")]

    def test_a_step_is_put_between_two_others_and_one_is_moved(self) -> None:
        self.save(self.hop(0), self.hop(1))
        first, second = self.hops()
        assert not self.save(self.hop(0, saved=first), self.hop(1, saved=second), self.hop(2, step=2))
        assert self.way() == [(0, "TASS"), (1, "AFP"), (2, "Antara")]
        one, two, three = self.hops()
        assert not self.save(self.hop(0, saved=one, step=3), self.hop(2, saved=two), self.hop(1, saved=three))
        assert self.way() == [(0, "AFP"), (1, "Antara"), (2, "TASS")]

    def test_a_step_taken_out_leaves_no_gap(self) -> None:
        self.save(self.hop(0), self.hop(1), self.hop(2))
        one, two, three = self.hops()
        assert not self.save(self.hop(0, saved=one), self.hop(1, saved=two, DELETE="on"), self.hop(2, saved=three))
        assert self.way() == [(0, "TASS"), (1, "AFP")]

    def test_words_that_name_a_step_become_its_evidence(self) -> None:
        words: dict[str, Any] = {"stated": "on", "evidence_words": "kantor berita TASS"}
        assert not self.save(self.hop(0, **words), self.hop(1, **words))
        one, two = self.hops()
        assert one.evidence is not None
        assert place(one.evidence) == ("relay", "kantor berita TASS", 2, State.OK)
        assert one.evidence == two.evidence, "the same words are one anchor"
        assert "paragraph 2: Rusia membantu, kata [kantor berita TASS]" in self.page(f"quote/{self.quote.pk}/change/")

    def test_evidence_that_nothing_rests_on_any_more_goes(self) -> None:
        self.save(self.hop(0, stated="on", evidence_words="TASS"))
        (hop,) = self.hops()
        assert not self.save(self.hop(0, saved=hop, evidence_words="kantor berita TASS"))
        assert [one.exact for one in self.quote.anchors.filter(role="relay")] == ["kantor berita TASS"]
        (hop,) = self.hops()
        assert not self.save(self.hop(0, saved=hop, evidence_words=""))
        assert not self.quote.anchors.filter(role="relay").exists()

    def test_evidence_of_a_step_taken_out_goes_with_it(self) -> None:
        self.save(self.hop(0, stated="on", evidence_words="TASS"))
        (hop,) = self.hops()
        assert not self.save(self.hop(0, saved=hop, DELETE="on"))
        assert not self.quote.anchors.filter(role="relay").exists()

    def test_evidence_is_not_among_the_words_of_the_quote(self) -> None:
        self.save(self.hop(0, stated="on", evidence_words="TASS"))
        assert 'name="anchors-INITIAL_FORMS" value="1"' in self.page(f"quote/{self.quote.pk}/change/")

    def test_an_inferred_step_has_no_words(self) -> None:
        assert "An inferred step has no words." in self.save(self.hop(0, evidence_words="TASS"))

    def test_a_stated_step_names_who_it_is(self) -> None:
        assert "names who it is" in self.save(self.hop(0, stated="on") | {"agent": ""})

    def test_words_that_stand_nowhere_or_twice_are_told(self) -> None:
        assert "does not stand in" in self.save(self.hop(0, stated="on", evidence_words="Reuters"))
        assert "stands 3 times" in self.save(self.hop(0, stated="on", evidence_words="Rusia"))

    def test_a_step_out_of_range_is_refused(self) -> None:
        for step in ("0", "-1", "1e9", "99999999999999999999", "x"):
            assert "errornote" in self.save(self.hop(0, step=step))
