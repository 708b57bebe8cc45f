"""Facts are given their words in the admin: pasted, found in the text, asked for only when they stand twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User

from articles.admin.anchoring import EventAnchorInline
from articles.models import Anchor, Article, Block, Event, Mention, Quote, RelayHop
from articles.models.event import DateMention
from tests.admin.desk import Desk, next_version, permissions, place, rows, site
from tests.factories import anchor, make_article, make_entity, make_event, make_quote, make_statistic

State = Anchor.State


class QuoteAnchors(Desk):
    def quote(self, **fields: Any) -> dict[str, Any]:
        return {"article": self.article.pk, "number": 1, "type": "direct", **fields}

    def add(self, *anchors: Mapping[str, Any], **fields: Any) -> str:
        return self.post("quote/add/", self.quote(**fields), rows("anchors", *anchors), rows("hops"))

    def change(self, quote: Quote, *anchors: Mapping[str, Any]) -> str:
        saved = sum("id" in row for row in anchors)
        return self.post(
            f"quote/{quote.pk}/change/", self.quote(), rows("anchors", *anchors, initial=saved), rows("hops")
        )

    def test_words_that_stand_once_are_anchored_when_the_quote_is_added(self) -> None:
        assert not self.add({"role": "content", "words": " Kami  tiba\n"}, {"role": "speaker", "words": "kata Ana"})
        anchors = Quote.objects.get().anchors.order_by("pk")
        assert [place(one) for one in anchors] == [
            ("content", "Kami tiba", 2, State.OK),
            ("speaker", "kata Ana", 2, State.OK),
        ]

    def test_words_that_stand_nowhere_are_refused_with_headline_and_version(self) -> None:
        page = self.add({"role": "content", "words": "Kami pergi"})
        assert "“Kami pergi” does not stand in “Ana di kota” (version 1)." in page
        assert not Quote.objects.exists()

    def test_words_with_other_marks_are_offered_and_not_taken(self) -> None:
        page = self.add({"role": "content", "words": '"kami tiba,"'})
        assert "Near it stands: ““Kami tiba,””." in page
        assert "[“Kami tiba,”]" in page
        block = Block.objects.get(version=self.article.current, position=2)
        start = block.text.index("“")
        chosen = f"{block.pk}-{start}-{start + 12}"
        assert f'value="{chosen}"' in page
        assert not self.add({"role": "content", "words": '"kami tiba,"', "place": chosen})
        assert Anchor.objects.get().exact == "“Kami tiba,”"

    def test_words_that_stand_twice_are_asked_for_with_their_context(self) -> None:
        page = self.add({"role": "content", "words": "1.100 orang"})
        assert "“1.100 orang” stands 2 times in “Ana di kota” (version 1)." in page
        assert "paragraph 1: Menurut Ana Wijaya, sebanyak [1.100 orang] sudah tiba di Rusia." in page
        assert "paragraph 3: Sebanyak [1.100 orang] itu selamat di Rusia." in page
        block = Block.objects.get(version=self.article.current, position=3)
        assert not self.add({"role": "content", "words": "1.100 orang", "place": f"{block.pk}-9-20"})
        assert place(Anchor.objects.get()) == ("content", "1.100 orang", 3, State.OK)

    def test_a_place_of_other_words_is_no_choice(self) -> None:
        block = Block.objects.get(version=self.article.current, position=3)
        for nonsense in (f"{block.pk}-0-8", "x", "1-2-3", "'", "9" * 400):
            page = self.add({"role": "content", "words": "1.100 orang", "place": nonsense})
            assert "stands 2 times" in page
        assert not Anchor.objects.exists()

    def test_words_over_two_paragraphs_are_told_so(self) -> None:
        page = self.add({"role": "content", "words": "di Rusia. Rusia membantu"})
        assert "These words stand in 2 paragraphs" in page

    def test_a_long_paste_is_refused_with_a_sentence(self) -> None:
        assert "These are 100000 characters." in self.add({"role": "content", "words": "a" * 100_000})

    def test_hidden_characters_of_a_paste_are_removed(self) -> None:
        assert not self.add({"role": "content", "words": "\ufeffKami\x00 tiba"})
        assert Anchor.objects.get().exact == "Kami tiba"

    def test_a_quote_needs_the_words_themselves(self) -> None:
        assert "in a row with the role “words”" in self.add()
        assert not Quote.objects.exists()

    def test_without_an_article_the_words_wait_for_it(self) -> None:
        page = self.add({"role": "content", "words": "Kami tiba"}, article="")
        assert "Choose an article that has a text" in page

    def test_an_article_without_a_text_has_no_words(self) -> None:
        empty = Article.objects.create(publisher=self.article.publisher)
        assert "Choose an article that has a text" in self.add({"role": "content", "words": "Kami"}, article=empty.pk)

    def test_the_roles_are_those_of_the_fact(self) -> None:
        page = self.page("quote/add/")
        assert '<option value="content" selected>' in page
        assert '<option value="number"' not in page
        assert "Select a valid choice" in self.add({"role": "number", "words": "1.100"})

    def test_another_role_leaves_the_place(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        block = Block.objects.get(version=self.article.current, position=1)
        twice = Anchor.objects.create(block=block, start=20, end=34, exact=block.text[20:34], role="cue", quote=quote)
        kept = quote.anchors.get(role="content")
        assert not self.change(
            quote,
            {"id": twice.pk, "role": "addressee", "words": twice.exact},
            {"id": kept.pk, "role": "content", "words": "Kami tiba"},
        )
        twice.refresh_from_db()
        assert (twice.role, twice.start, twice.block_id) == ("addressee", 20, block.pk)

    def test_other_words_move_the_anchor(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        kept = quote.anchors.get()
        assert not self.change(quote, {"id": kept.pk, "role": "content", "words": "Rusia membantu"})
        kept.refresh_from_db()
        assert place(kept) == ("content", "Rusia membantu", 2, State.OK)

    def test_the_last_words_of_a_quote_stay(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        row = {"id": quote.anchors.get().pk, "role": "content", "words": "Kami tiba", "DELETE": "on"}
        assert "Paste the words that this rests on" in self.change(quote, row)
        assert not self.change(quote, row, {"role": "content", "words": "Rusia membantu"})
        assert quote.anchors.get().exact == "Rusia membantu"

    def test_only_words_of_the_current_text_are_shown_with_their_place(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        next_version(self.article, "Baru.", "“Kami tiba,” kata Ana.")
        anchor(self.article, "Kami tiba", Anchor.Role.CONTENT, quote=quote)
        page = self.page(f"quote/{quote.pk}/change/")
        assert 'name="anchors-INITIAL_FORMS" value="1"' in page
        assert "paragraph 2: “[Kami tiba],” kata Ana." in page

    def test_changed_words_are_shown_beside_those_before(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        next_version(self.article, "“Kami sudah tiba,” kata Ana.")
        now = anchor(self.article, "Kami sudah tiba", Anchor.Role.CONTENT, quote=quote, state=State.CHANGED)
        page = self.page(f"quote/{quote.pk}/change/")
        assert "Words changed: “Kami tiba” stood here before." in page
        assert not self.change(quote, {"id": now.pk, "role": "content", "words": "sudah tiba"})
        now.refresh_from_db()
        assert place(now) == ("content", "sudah tiba", 0, State.OK)

    def test_lost_words_get_new_ones_and_stay_in_their_text(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        lost = quote.anchors.get()
        Anchor.objects.filter(pk=lost.pk).update(state=State.LOST)
        next_version(self.article, "Mereka tiba.")
        page = self.page(f"quote/{quote.pk}/change/")
        assert "Lost: the current text does not have them. Version 1, paragraph 2" in page
        row = {"id": lost.pk, "role": "content", "words": "Kami tiba"}
        assert not self.change(quote, row), "other rows can be saved while these wait"
        assert "keeps them" in self.change(quote, {**row, "DELETE": "on"})
        assert "does not stand in “Ana di kota” (version 2)" in self.change(quote, {**row, "role": "cue"})
        assert not self.change(quote, {**row, "words": "Mereka tiba"})
        assert [place(one) for one in quote.anchors.order_by("pk")] == [
            ("content", "Kami tiba", 2, State.OK),
            ("content", "Mereka tiba", 0, State.OK),
        ]

    def test_queries_do_not_grow_with_anchors_and_steps(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        for number, agent in enumerate(("Antara", "TASS")):
            self.step(quote, number, agent)
        address = f"quote/{quote.pk}/change/"
        few = self.queries(address)
        for number, words in enumerate(("Rusia membantu", "kata Ana", "selamat", "sudah tiba", "Menurut Ana"), 2):
            anchor(self.article, words, Anchor.Role.CUE, quote=quote, state=State.MOVED)
            self.step(quote, number, f"Kantor {number}")
        assert self.queries(address) == few

    def step(self, quote: Quote, position: int, agent: str) -> None:
        evidence = anchor(self.article, "TASS", Anchor.Role.RELAY, quote=quote)
        RelayHop.objects.create(
            quote=quote, position=position, role="agency", agent=make_entity(agent), stated=True, evidence=evidence
        )


class OtherFacts(Desk):
    def test_a_mention_and_a_date_are_anchored(self) -> None:
        mention = {"article": self.article.pk, "entity": make_entity().pk, "form": "full"}
        assert not self.post("mention/add/", mention, rows("anchors", {"role": "name", "words": "Ana Wijaya"}))
        assert place(Mention.objects.get().anchors.get())[:3] == ("name", "Ana Wijaya", 1)
        day = {"article": self.article.pk, "kind": "date", "value": "10/12/2023"}
        assert not self.post("datemention/add/", day, rows("anchors", {"role": "phrase", "words": "sudah tiba"}))
        assert DateMention.objects.get().value == "2023-12-10"
        assert place(DateMention.objects.get().anchors.get())[:3] == ("phrase", "sudah tiba", 1)

    def test_a_printing_is_anchored_on_its_own_page(self) -> None:
        printing = make_statistic(1100, article=self.article, words="1.100").printings.get()
        row = {"id": printing.anchors.get().pk, "role": "number", "words": "1.100"}
        assert not self.post(
            f"printing/{printing.pk}/change/",
            {"article": self.article.pk, "statistic": printing.statistic_id},
            rows("anchors", row, {"role": "population", "words": "orang itu"}, initial=1),
        )
        assert printing.anchors.get(role="population").exact == "orang itu"

    def test_each_row_of_an_event_says_its_article(self) -> None:
        other = make_article("Lain", paragraphs=("Rapat di kota.",))
        event = {"type": "meeting", "name": "Rapat", "happened": ""}
        anchors = (
            {"article_of": self.article.pk, "role": "phrase", "words": "sudah tiba"},
            {"article_of": other.pk, "role": "phrase", "words": "Rapat"},
        )
        assert not self.post("event/add/", event, rows("anchors", *anchors))
        saved = Event.objects.get().anchors.order_by("pk")
        assert [one.block.version.article for one in saved] == [self.article, other]
        page = self.page(f"event/{Event.objects.get().pk}/change/")
        assert "<p>Ana di kota</p>" in page
        assert "<p>Lain</p>" in page

    def test_a_row_of_an_event_needs_its_article(self) -> None:
        event = {"type": "meeting", "name": "Rapat", "happened": ""}
        page = self.post("event/add/", event, rows("anchors", {"role": "phrase", "words": "sudah tiba"}))
        assert "This field is required." in page
        assert not self.post("event/add/", event, rows("anchors")), "an event may wait for its words"

    def test_words_of_an_event_are_changed_in_their_article(self) -> None:
        event = make_event(self.article, "sudah tiba")
        row = {"id": event.anchors.get().pk, "role": "phrase", "words": "itu selamat"}
        data = {"type": "meeting", "name": "Rapat", "happened": ""}
        assert not self.post(f"event/{event.pk}/change/", data, rows("anchors", row, initial=1))
        assert event.anchors.get().exact == "itu selamat"

    def test_an_events_queries_do_not_grow_with_its_articles(self) -> None:
        event = make_event(self.article, "sudah tiba")
        few = self.queries(f"event/{event.pk}/change/")
        for number in range(4):
            anchor(make_article(f"Lain {number}", paragraphs=("Rapat.",)), "Rapat", Anchor.Role.PHRASE, event=event)
        assert self.queries(f"event/{event.pk}/change/") == few

    def test_words_of_drafts_are_not_shown_to_those_who_may_not_see_them(self) -> None:
        draft = make_article("Rahasia", paragraphs=("Rapat.",), state=Article.State.DRAFT)
        event = make_event(self.article, "sudah tiba")
        anchor(draft, "Rapat", Anchor.Role.PHRASE, event=event)
        request: Any = type("Request", (), {"user": self.reviewer()})()
        shown = EventAnchorInline(Event, site).get_queryset(request)
        assert [one.exact for one in shown.filter(event=event)] == ["sudah tiba"]

    def reviewer(self) -> User:
        from_role = User.objects.create_user("pemeriksa", password="rahasia sekali")
        from_role.user_permissions.set(permissions("view_anchor"))
        return from_role

    def test_who_may_only_look_sees_words_and_places(self) -> None:
        quote = make_quote(self.article, "Kami tiba")
        RelayHop.objects.create(quote=quote, position=0, role="agency", agent=make_entity("TASS"), stated=False)
        looker = User.objects.create_user("pembaca", password="rahasia sekali", is_staff=True)
        looker.user_permissions.set(permissions("view_anchor", "view_quote", "view_relayhop"))
        self.client.force_login(looker)
        page = self.page(f"quote/{quote.pk}/change/")
        assert "<p>Kami tiba</p>" in page
        assert "paragraph 2: " in page
        assert "<textarea" not in page
