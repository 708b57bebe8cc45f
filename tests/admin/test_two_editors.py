"""Two editors have one record open, and its rows: who saves second overwrites nothing unseen and loses nothing."""

from __future__ import annotations

from articles.models import ArticleTopic, Decision, Entity, EntityName, Notice, Printing, RelayHop, Statistic
from tests.admin.posting import Newsroom
from tests.factories import make_article, make_entity, make_quote, make_statistic, make_topic

PARAGRAPHS = ("“Kami sudah tiba,” kata Ana.", "Sebanyak 1.600 orang.")


class NameTests(Newsroom):
    person: Entity
    alias: EntityName

    def setUp(self) -> None:
        super().setUp()
        self.person = make_entity("Mira Lestari")
        self.alias = self.add("M. Lestri")

    def add(self, name: str) -> EntityName:
        return EntityName.objects.create(entity=self.person, name=name, key=name.lower(), kind="alias")

    def names(self) -> dict[str, str]:
        rows = self.person.names.exclude(kind="preferred")
        return {row.name: row.language for row in rows}

    def test_an_alias_that_another_corrected_stays_corrected(self) -> None:
        ana, budi = self.both(self.person)
        ana.type(names__0__name="M. Lestari")
        assert ana.save()
        budi.type(gloss="petani")
        assert "not changed stays as it is now" in self.said_of(self.refused(budi), "Names")
        assert budi.save()
        assert list(self.names()) == ["M. Lestari"]
        self.person.refresh_from_db()
        assert self.person.gloss == "petani"

    def test_two_fields_of_one_alias_come_together_and_the_page_says_so(self) -> None:
        ana, budi = self.both(self.person)
        ana.type(names__0__name="M. Lestari")
        assert ana.save()
        budi.type(names__0__language="id")
        row = self.said_of(self.refused(budi), "Names")
        assert "not changed" not in row
        assert row.index("M. Lestri (also written, id") < row.index("M. Lestari (also written, id")
        assert budi.save()
        assert self.names() == {"M. Lestari": "id"}

    def test_where_both_change_a_field_of_a_row_the_second_is_shown_both(self) -> None:
        ana, budi = self.both(self.person)
        ana.type(names__0__name="M. Lestari")
        assert ana.save()
        budi.type(names__0__name="Mira L.")
        row = self.said_of(self.refused(budi), "Names")
        assert "M. Lestari (" in row
        assert "Mira L. (" in row
        assert budi.value("names-0-name") == "Mira L."
        assert budi.save()
        assert list(self.names()) == ["Mira L."]

    def test_a_row_that_another_took_out_is_named_and_the_rest_can_be_saved(self) -> None:
        second = self.add("Ibu Mira")
        ana, budi = self.both(self.person)
        ana.put(f"{ana.row('names', self.alias.pk)}-DELETE", "on")
        assert ana.save()
        budi.put(f"{budi.row('names', second.pk)}-language", "id")
        assert "No longer there: M. Lestri (" in self.refused(budi)
        row = budi.row("names", second.pk)
        assert (budi.value(f"{row}-name"), budi.value(f"{row}-language")) == ("Ibu Mira", "id")
        assert budi.save()
        assert self.names() == {"Ibu Mira": "id"}

    def test_what_was_typed_into_a_row_that_is_gone_is_offered_as_a_new_one(self) -> None:
        ana, budi = self.both(self.person)
        ana.type(names__0__DELETE="on")
        assert ana.save()
        budi.type(names__0__name="Mira L.")
        assert "is a new row below" in self.refused(budi)
        assert [budi.value(f"{row}-name") for row in budi.rows("names")] == ["Mira L."]
        assert budi.save()
        assert list(self.names()) == ["Mira L."]

    def test_a_row_that_both_took_out_is_gone(self) -> None:
        ana, budi = self.both(self.person)
        for editor in (ana, budi):
            editor.type(names__0__DELETE="on")
        assert ana.save()
        self.refused(budi)
        assert budi.save()
        assert self.names() == {}

    def test_what_each_added_is_there_once(self) -> None:
        ana, budi = self.both(self.person)
        ana.add_row("names", name="Mira L.", kind="alias")
        assert ana.save()
        budi.add_row("names", name="Ibu Mira", kind="alias")
        assert "Mira L. (" in self.refused(budi)
        assert [budi.value(f"{row}-name") for row in budi.rows("names")] == ["M. Lestri", "Mira L.", "Ibu Mira"]
        assert budi.save()
        assert list(self.names()) == ["M. Lestri", "Mira L.", "Ibu Mira"]

    def test_a_row_of_another_record_is_not_written(self) -> None:
        other = EntityName.objects.get(entity=make_entity("Orang Lain"))
        budi = self.open("Budi", self.person)
        budi.type(names__0__id=str(other.pk), names__0__name="Mira L.")
        self.refused(budi)
        other.refresh_from_db()
        assert other.name == "Orang Lain"

    def test_a_third_change_is_told_again(self) -> None:
        ana, budi = self.both(self.person)
        ana.type(names__0__name="M. Lestari")
        assert ana.save()
        budi.type(gloss="petani")
        self.refused(budi)
        ana.type(names__0__name="M. Lestari P.")
        assert ana.save()
        assert "M. Lestari P. (" in self.refused(budi)
        assert budi.save()
        assert list(self.names()) == ["M. Lestari P."]


class ArticleTests(Newsroom):
    def test_topics_and_notices_of_another_stay(self) -> None:
        article = make_article(paragraphs=PARAGRAPHS)
        make_topic(label="Rapat", article=article)
        Notice.objects.create(article=article, text="Koreksi lama.")
        ana, budi = self.both(article)
        ana.type(articletopics__0__about=None)
        ana.type(notices__0__text="Koreksi baru.")
        assert ana.save()
        budi.type(section="Dunia")
        assert "article topic: Rapat" in self.refused(budi)
        assert budi.save()
        assert not ArticleTopic.objects.get().about
        assert Notice.objects.get().text == "Koreksi baru."
        article.refresh_from_db()
        assert article.section == "Dunia"

    def test_what_both_made_of_a_topic_is_shown(self) -> None:
        article = make_article(paragraphs=PARAGRAPHS)
        make_topic(label="Rapat", article=article)
        other = make_topic("local:temu", label="Pertemuan")
        ana, budi = self.both(article)
        ana.type(articletopics__0__about=None)
        assert ana.save()
        budi.type(articletopics__0__topic=str(other.pk))
        conflict = self.refused(budi)
        assert "article topic “Rapat”: Topic" in conflict
        assert "article topic “Rapat”: About" in conflict
        assert budi.save()
        row = ArticleTopic.objects.get()
        assert (row.topic, row.about) == (other, False)


class StatisticTests(Newsroom):
    statistic: Statistic

    def setUp(self) -> None:
        super().setUp()
        article = make_article(paragraphs=PARAGRAPHS)
        self.statistic = make_statistic(1600, article=article, words="1.600")

    def test_printings_of_another_stay_and_numbers_read_as_they_were_typed(self) -> None:
        ana, budi = self.both(self.statistic)
        ana.type(printings__0__population="warga", value="1601", confirmed="on")
        assert ana.save()
        budi.type(note="perkiraan")
        self.refused(budi)
        assert budi.value("value") == "1601"
        assert budi.value("initial-value") == "1601"
        assert budi.save()
        assert Printing.objects.get().population == "warga"

    def test_words_of_a_printing_are_shown_beside_those_of_another(self) -> None:
        ana, budi = self.both(self.statistic)
        ana.type(printings__0__population="warga")
        assert ana.save()
        budi.type(printings__0__phrase="Sebanyak 1.600 orang")
        conflict = self.refused(budi)
        assert "“Sebanyak 1.600 orang”" in conflict
        assert budi.save()
        assert Printing.objects.get().population == "warga"
        assert Printing.objects.get().anchors.get(role="phrase").exact == "Sebanyak 1.600 orang"


class HistoryTests(Newsroom):
    def test_saving_a_form_untouched_writes_nothing(self) -> None:
        article = make_article("Rapat dibuka", paragraphs=PARAGRAPHS)
        quote = make_quote(article, "Kami sudah tiba")
        RelayHop.objects.create(quote=quote, position=0, role="agency", agent=make_entity("TASS"), stated=False)
        make_topic(label="Rapat", article=article)
        statistic = make_statistic(1600, article=article, words="1.600")
        records = (article, quote, statistic, make_entity("Mira Lestari"))
        before = Decision.objects.count()
        for record in records:
            assert self.open("Ana", record).save(), record
        assert Decision.objects.count() == before
