from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import review
from articles.actions.suggesting.topics import Taught, add_stock, suggest_topics
from articles.actions.suggesting.trust import Trust, tool
from articles.actions.topics import set_topic
from articles.extraction.topic_stock import BROADER
from articles.extraction.topics import RULES
from articles.models import Article, ArticleTopic, Decision, Fact, ImportRun, Source, Status, Topic, Version
from tests.factories import make_article, make_topic, stamp

pytestmark = pytest.mark.django_db
SPORT, SOCCER, CRIME, ECONOMY = "medtop:15000000", "medtop:20001065", "medtop:02000000", "medtop:04000000"
MATCH = (
    "Striker tuan rumah mencetak gol pada babak kedua. Kiper lawan menepis tendangan gelandang, tetapi wasit menunjuk "
    "titik putih. Pelatih memuji skuadnya, yang naik ke puncak liga. Suporter memenuhi stadion sejak sore."
)


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor")


def suggest(*articles: Article, trusted: dict[str, float] | None = None, silent: frozenset[str] = frozenset()) -> None:
    known = Trust.load().rules if trusted is None else trusted
    suggest_topics([article.pk for article in articles], Taught.load(), trusted=known, silent=silent)


def topics_of(article: Article) -> list[tuple[str, str, str]]:
    """Return code, status and tool of what an article is about."""
    rows = ArticleTopic.objects.filter(article=article).order_by("topic__code")
    return list(rows.values_list("topic__code", "status", "tool"))


def match(**fields: str) -> Article:
    return make_article("Tuan rumah menang lewat penalti", paragraphs=[MATCH], **fields)


def tagged(*tags: str) -> Article:
    """Make an article whose text came from a source that tells tags."""
    article = make_article()
    first = Version.objects.get(article=article)
    run = ImportRun.objects.create(importer="test", container="test.json", container_sha256="0" * 64)
    source = Source.objects.create(
        run=run, place="1", content=b"1", sha256="1" * 64, media_type="application/json", told={"topics": [*tags]}
    )
    article.current = Version.objects.create(
        article=article,
        number=2,
        headline=first.headline,
        body=first.body,
        body_sha256=first.body_sha256,
        source=source,
    )
    article.save()
    return article


class TestTheStock:
    def test_is_added_once_and_logged(self) -> None:
        add_stock()
        add_stock()
        assert set(Topic.objects.values_list("code", flat=True)) == set(BROADER)
        assert Decision.objects.filter(action="add", subject_type__model="topic").count() == len(BROADER)
        assert Topic.objects.get(code=SOCCER).broader == Topic.objects.get(code=SPORT)

    def test_leaves_what_the_archive_has_as_it_is(self) -> None:
        make_topic(SPORT, label="Cabang olahraga")
        add_stock()
        assert Topic.objects.get(code=SPORT).labels == {"id": "Cabang olahraga"}

    def test_shows_readers_nothing_before_an_article_is_about_it(self) -> None:
        add_stock()
        assert not Topic.objects.public().exists()


class TestSuggesting:
    def test_what_the_section_names(self) -> None:
        article = make_article(section="Ekonomi")
        suggest(article)
        assert topics_of(article) == [(ECONOMY, Status.SUGGESTED, tool("topic.section"))]
        assert list(Topic.objects.public().values_list("code", flat=True)) == [ECONOMY]

    def test_what_the_address_names(self) -> None:
        article = make_article(url="https://www.example.com/sepakbola/1/x")
        suggest(article)
        assert topics_of(article) == [(SOCCER, Status.SUGGESTED, tool("topic.address"))]

    def test_what_the_source_tags(self) -> None:
        article = tagged("Bisnis", "Kendal")
        suggest(article)
        assert topics_of(article) == [(ECONOMY, Status.SUGGESTED, tool("topic.tag"))]

    def test_what_the_words_tell(self) -> None:
        article = match()
        suggest(article)
        assert topics_of(article) == [(SOCCER, Status.SUGGESTED, tool("topic.words"))]

    def test_is_as_sure_as_its_rule_is_trusted(self) -> None:
        article = make_article(section="Ekonomi")
        suggest(article, trusted={**RULES, "topic.section": 0.5})
        assert ArticleTopic.objects.get().confidence == 0.5

    def test_stops_where_a_rule_is_silent(self) -> None:
        article = make_article(section="Ekonomi")
        suggest(article, silent=frozenset({"topic.section"}))
        assert topics_of(article) == []

    def test_follows_a_topic_that_was_merged(self, editor: User) -> None:
        add_stock()
        mine = make_topic("local:niaga", label="Niaga")
        Topic.objects.filter(code=ECONOMY).update(merged_into=mine)
        article = make_article(section="Ekonomi")
        suggest(article)
        assert [code for code, _, _ in topics_of(article)] == ["local:niaga"]

    def test_tells_how_many_each_article_has_and_passes_notes_over(self) -> None:
        article, note = make_article(section="Ekonomi"), make_article("Catatan", rights=Article.Rights.REFERENCE)
        numbers = suggest_topics([article.pk, note.pk], Taught.load(), trusted=Trust.load().rules)
        assert numbers == {article.pk: 1}

    def test_asks_no_more_for_many_articles(self) -> None:
        taught, trusted = Taught.load(), Trust.load().rules
        few = [match().pk]
        many = [match().pk for _ in range(12)]
        with CaptureQueriesContext(connection) as for_few:
            suggest_topics(few, taught, trusted=trusted)
        with CaptureQueriesContext(connection) as for_many:
            suggest_topics(many, taught, trusted=trusted)
        assert len(for_few) == len(for_many)


class TestReadingAgain:
    def test_changes_nothing_when_the_same_is_found(self) -> None:
        article = match()
        suggest(article)
        before = list(ArticleTopic.objects.values())
        suggest(article)
        assert list(ArticleTopic.objects.values()) == before

    def test_withdraws_what_is_not_found_any_more(self) -> None:
        article = make_article(section="Ekonomi")
        suggest(article)
        Article.objects.filter(pk=article.pk).update(section="Hukum")
        suggest(article)
        assert topics_of(article) == [(CRIME, Status.SUGGESTED, tool("topic.section"))]

    def test_never_brings_back_what_was_rejected(self, editor: User) -> None:
        article = match()
        suggest(article)
        review.reject(ArticleTopic.objects.get(), by=editor)
        suggest(article)
        assert topics_of(article) == [(SOCCER, Status.REJECTED, tool("topic.words"))]

    def test_leaves_what_was_confirmed_and_adds_nothing_to_it(self, editor: User) -> None:
        article = match(section="Ekonomi")
        topic = make_topic("local:piala", label="Piala")
        set_topic(Article.objects.filter(pk=article.pk), topic, by=editor)
        suggest(article)
        assert topics_of(article) == [("local:piala", Status.CONFIRMED, "")]

    def test_leaves_what_the_source_told(self) -> None:
        article = make_article(section="Ekonomi")
        add_stock()
        told = {"method": Fact.Method.IMPORT, "tool": "the source's own list", **stamp(Status.SUGGESTED)}
        ArticleTopic.objects.create(article=article, topic=Topic.objects.get(code=ECONOMY), **told)
        suggest(article)
        assert topics_of(article) == [(ECONOMY, Status.SUGGESTED, "the source's own list")]

    def test_adds_no_broader_topic_beside_a_narrower_one(self) -> None:
        article = make_article(section="Olahraga")
        add_stock()
        told = {"method": Fact.Method.IMPORT, "tool": "the source's own list", **stamp(Status.SUGGESTED)}
        ArticleTopic.objects.create(article=article, topic=Topic.objects.get(code=SOCCER), **told)
        suggest(article)
        assert [code for code, _, _ in topics_of(article)] == [SOCCER]

    def test_keeps_a_suggestion_that_an_editor_changed_and_restored(self, editor: User) -> None:
        article = make_article(section="Ekonomi")
        suggest(article)
        row = ArticleTopic.objects.get()
        review.confirm(row, by=editor)
        ArticleTopic.objects.filter(pk=row.pk).update(status=Status.SUGGESTED, decided_at=None, decided_by=None)
        Article.objects.filter(pk=article.pk).update(section="Hukum")
        suggest(article)
        assert (ECONOMY, Status.SUGGESTED, tool("topic.section")) in topics_of(article)


class TestTeaching:
    def test_confirmed_articles_teach_the_words_of_a_topic_of_the_editors_own(self, editor: User) -> None:
        kites = make_topic("local:layang-layang", label="Layang-layang")
        told = "Festival layang membawa naga berekor ke langit Kendal; benang tegang oleh angin timur dan rangka bambu."
        taught = [make_article(f"Layang ke-{at}", paragraphs=[told]) for at in range(6)]
        for at in range(12):
            other = make_article(f"Rapat ke-{at}", paragraphs=["Dewan membahas jalan dan pasar bersama warga kota."])
            make_topic(ECONOMY, label="ekonomi", article=other)
        set_topic(Article.objects.filter(pk__in=[article.pk for article in taught]), kites, by=editor)
        fresh = make_article(
            "Naga di langit", paragraphs=["Layang naga berekor terbang; rangka bambu dan benang dibawa ke festival."]
        )
        suggest(fresh)
        assert topics_of(fresh) == [("local:layang-layang", Status.SUGGESTED, tool("topic.words"))]


def test_the_command_that_reads_texts_suggests_topics_and_counts_them() -> None:
    article, out = match(), StringIO()
    call_command("suggest", stdout=out)
    assert SOCCER in [code for code, _, _ in topics_of(article)]
    given = ArticleTopic.objects.count()
    assert out.getvalue().rstrip().endswith(f", {given} topic{'s' if given > 1 else ''}")
