from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import log
from articles.actions.entities import Written
from articles.actions.erase import erase
from articles.actions.merge import merge, unmerge
from articles.actions.revert import obstacle
from articles.actions.review import reject
from articles.actions.store import Outcome, Report, store
from articles.importers.base import BlockType, RawArticle, RawBlock
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Decision,
    Entity,
    EntityName,
    ImportRun,
    Mention,
    Status,
    Topic,
)
from tests.factories import make_entity, make_topic

pytestmark = pytest.mark.django_db
TEXT = "Menteri Sri Wahyuni bertemu Ana Wijaya di Kendal.\nAna Wijaya membawa surat dari Kementerian Luar Negeri Rusia."
ADDRESS = "https://example.org/berita/1"


def record(
    actors: Sequence[str] = (),
    topics: Sequence[str] = (),
    *,
    text: str = TEXT,
    url: str = ADDRESS,
    headline: str = "Surat dari Moskow",
) -> RawArticle:
    lines = [(BlockType.HEADLINE, headline), *((BlockType.PARAGRAPH, part) for part in text.split("\n"))]
    return RawArticle(
        place="pages.jsonl:1",
        content=f"{url} {headline} {text} {actors} {topics}".encode(),
        media_type="application/json",
        charset="utf-8",
        blocks=tuple(RawBlock(type=kind, text=line, source_start=None, source_end=None) for kind, line in lines),
        language="id",
        publisher="Koran Uji",
        url=url,
        actors=tuple(actors),
        topics=tuple(topics),
    )


def put(*records: RawArticle, publish: bool = True) -> list[Report]:
    run = ImportRun.objects.create(importer="jsonl", container="pages.jsonl", container_sha256="0" * 64)
    return list(store(records, run=run, publish=publish))


def suggested() -> list[tuple[str, str, int, str]]:
    """Return whom the archive suggests, with the words, their block and how they name him."""
    anchors = Anchor.objects.order_by("mention__entity__name")
    return list(anchors.values_list("mention__entity__name", "exact", "block__position", "mention__form"))


def topic(label: str, *alternatives: str, **labels: str) -> Topic:
    """Add a topic with its label in Indonesian, and with others by language."""
    code = label.replace(" ", "-")
    return make_topic(f"local:{code}", slug=code, labels={"id": label, **labels}, alternatives=list(alternatives))


class TestActors:
    def test_that_the_archive_knows_are_suggested_where_the_text_first_names_them(self) -> None:
        make_entity("Ana Wijaya")
        put(record(["Ana Wijaya", "Tidak Dikenal"]))
        assert suggested() == [("Ana Wijaya", "Ana Wijaya", 1, "full")]
        mention, anchor = Mention.objects.get(), Anchor.objects.get()
        assert (mention.status, mention.method, mention.tool) == ("suggested", "import", "the source's own list")
        assert (mention.confidence, mention.decided_by, mention.decided_at) == (0.5, None, None)
        assert (anchor.start, anchor.role, anchor.state) == (TEXT.index("Ana"), "name", "ok")

    def test_nobody_is_added(self) -> None:
        put(record(["Tidak Dikenal", "Ana Wijaya"]))
        assert [str(entity) for entity in Entity.objects.all()] == ["Koran Uji"]
        assert not Mention.objects.exists()
        told = Article.objects.get().current
        assert told
        assert told.source.told["actors"] == ["Tidak Dikenal", "Ana Wijaya"]

    def test_of_a_draft_are_seen_by_no_reader(self) -> None:
        make_entity("Ana Wijaya")
        put(record(["Ana Wijaya"]), publish=False)
        assert Mention.objects.count() == 1
        assert not Mention.objects.public().exists()

    def test_whose_name_two_bear_are_nobody(self) -> None:
        make_entity("Ana Wijaya")
        make_entity("Ana Wijaya", kind=Entity.Kind.GROUP)
        put(record(["Ana Wijaya"]))
        assert not Mention.objects.exists()

    def test_merged_into_another_are_that_one_and_follow_when_they_are_parted(self) -> None:
        ana, anna = make_entity("Ana Wijaya"), make_entity("Anna W.")
        merged = merge(ana, into=anna, by=None)
        put(record(["Ana Wijaya"]))
        assert suggested() == [("Anna W.", "Ana Wijaya", 1, "alias")]
        unmerge(merged, by=None)
        assert Mention.objects.get().entity == anna  # nobody but an editor says that it was the other one

    def test_of_a_suggestion_move_with_a_merge_and_back(self) -> None:
        ana, anna = make_entity("Ana Wijaya"), make_entity("Anna W.")
        put(record(["Ana Wijaya"]))
        merged = merge(ana, into=anna, by=None)
        assert Mention.objects.get().entity == anna
        unmerge(merged, by=None)
        assert Mention.objects.get().entity == ana

    @pytest.mark.parametrize("name", ["ana wijaya", "ANA WIJAYA", "Ana  Wijaya", "Ana\u00a0Wijáya"])
    def test_are_found_however_the_source_writes_their_capitals(self, name: str) -> None:
        make_entity("Ana Wijaya")
        put(record([name]))
        assert [words for _, words, _, _ in suggested()] == ["Ana Wijaya"]

    def test_are_named_by_the_words_of_the_text(self) -> None:
        short = Written(name="Wahyuni", kind=EntityName.Kind.SHORT)
        make_entity("Sri Wahyuni Lestari", names=[short])
        put(record(["Wahyuni", "Sri Wahyuni Lestari"]))
        assert suggested() == [("Sri Wahyuni Lestari", "Wahyuni", 1, "short")]

    @pytest.mark.parametrize("text", ["Anawijaya datang dari Ana Wijayanti.", "Banana Wijaya, dia tidak datang."])
    def test_whom_the_text_does_not_name_are_not_suggested(self, text: str) -> None:
        make_entity("Ana Wijaya")
        put(record(["Ana Wijaya"], text=text))
        assert not Mention.objects.exists()

    def test_are_not_found_inside_a_longer_name_of_the_same_list(self) -> None:
        make_entity("Rusia", kind=Entity.Kind.COUNTRY)
        make_entity("Kementerian Luar Negeri Rusia", kind=Entity.Kind.GOVERNMENT_BODY)
        put(record(["Rusia", "Kementerian Luar Negeri Rusia"]))
        assert [name for name, *_ in suggested()] == ["Kementerian Luar Negeri Rusia"]
        again = TEXT + "\nRusia tidak menjawab."
        put(record(["Rusia", "Kementerian Luar Negeri Rusia"], text=again, url="https://example.org/2"))
        assert ("Rusia", "Rusia", 3, "full") in suggested()

    def test_named_twice_are_one_suggestion(self) -> None:
        make_entity("Ana Wijaya", names=[Written(name="Ana W")])
        put(record(["Ana Wijaya", "ana wijaya", "Ana W"]))
        assert Mention.objects.count() == 1

    def test_in_boilerplate_alone_are_not_suggested(self) -> None:
        make_entity("Ana Wijaya")
        link = RawBlock(type=BlockType.BOILERPLATE, text="Baca juga: Ana Wijaya", source_start=None, source_end=None)
        given = record(["Ana Wijaya"], text="Dewan kota bertemu.")
        put(
            RawArticle(
                place="a",
                content=b"a",
                media_type="text/html",
                charset="utf-8",
                blocks=(*given.blocks, link),
                actors=("Ana Wijaya",),
            )
        )
        assert not Mention.objects.exists()

    def test_five_hundred_are_taken_in_as_many_queries_as_one(self) -> None:
        names = [f"Orang Ke{number}a" for number in range(500)]
        for name in names:
            make_entity(name)
        put(record())  # what is read once for all
        with CaptureQueriesContext(connection) as few:
            put(record(names[:1], text=f"{names[0]} datang.", url="https://example.org/2"))
        with CaptureQueriesContext(connection) as many:
            put(record(names, text=f"{', '.join(names)} datang.", url="https://example.org/3"))
        assert Mention.objects.count() == 501
        assert len(many) <= len(few) + 1  # rows go in by several statements when they are many

    def test_signs_that_mean_something_to_a_pattern_are_words_too(self) -> None:
        make_entity("P.T. (Persero) Maju+", kind=Entity.Kind.ORGANISATION)
        put(record(["P.T. (Persero) Maju+", "(", "*", "..."], text="Ia bekerja di P.T. (Persero) Maju+ sejak lama."))
        assert [words for _, words, _, _ in suggested()] == ["P.T. (Persero) Maju+"]


class TestAgain:
    def test_the_same_record_suggests_nothing(self) -> None:
        put(record(["Ana Wijaya"], ["Banjir"]))
        make_entity("Ana Wijaya")
        topic("Banjir")
        assert [one.outcome for one in put(record(["Ana Wijaya"], ["Banjir"]))] == [Outcome.KNOWN]
        assert (Mention.objects.count(), ArticleTopic.objects.count()) == (0, 0)

    def test_another_text_suggests_whom_it_names_for_the_first_time(self) -> None:
        make_entity("Ana Wijaya")
        make_entity("Sri Wahyuni")
        put(record(["Ana Wijaya"]))
        (report,) = put(record(["Ana Wijaya", "Sri Wahyuni"], text=TEXT.replace("surat", "pesan")))
        assert report.outcome is Outcome.VERSION
        assert sorted(Mention.objects.values_list("entity__name", flat=True)) == ["Ana Wijaya", "Sri Wahyuni"]
        added = Anchor.objects.get(mention__entity__name="Sri Wahyuni")
        assert added.block.version.number == 2

    def test_what_an_editor_rejected_does_not_come_back(self) -> None:
        make_entity("Ana Wijaya")
        topic("Banjir")
        put(record(["Ana Wijaya"], ["Banjir"]))
        editor = User.objects.create_user("editor")
        for fact in (Mention.objects.get(), ArticleTopic.objects.get()):
            reject(fact, by=editor)
        put(record(["Ana Wijaya"], ["Banjir"], text=TEXT.replace("surat", "pesan")))
        assert Mention.objects.get().status == Status.REJECTED
        assert ArticleTopic.objects.get().status == Status.REJECTED


class TestTopics:
    def test_that_the_archive_knows_are_suggested(self) -> None:
        flood = topic("Banjir", "air bah", en="Flood")
        put(record(topics=["#BANJIR", "tidak dikenal"]))
        given = ArticleTopic.objects.get()
        assert (given.topic, given.status, given.method, given.about) == (flood, "suggested", "import", True)
        assert Topic.objects.count() == 1

    @pytest.mark.parametrize("tag", ["banjir", "Flood", "AIR BAH", " # banjir "])
    def test_are_known_by_each_label_and_by_what_they_are_also_called(self, tag: str) -> None:
        topic("Banjir", "air bah", en="Flood")
        put(record(topics=[tag, tag.upper()]))
        assert ArticleTopic.objects.count() == 1

    def test_that_two_topics_are_called_are_none(self) -> None:
        topic("Banjir", "bencana")
        topic("Longsor", "Bencana")
        put(record(topics=["bencana"]))
        assert not ArticleTopic.objects.exists()

    def test_merged_into_another_are_that_one(self) -> None:
        flood, deluge = topic("Banjir"), topic("Air bah")
        Topic.objects.filter(pk=deluge.pk).update(merged_into=flood)
        put(record(topics=["air bah", "banjir"]))
        assert ArticleTopic.objects.get().topic == flood


class TestDecisions:
    def test_the_import_covers_what_it_suggests_and_stays(self) -> None:
        make_entity("Ana Wijaya")
        topic("Banjir")
        before = set(Decision.objects.values_list("pk", flat=True))
        put(record(["Ana Wijaya"], ["Banjir"]))
        article = Article.objects.get()
        added = Decision.objects.exclude(pk__in=before).exclude(action="add")
        assert [(one.subject, one.action) for one in added] == [(article, "import")]
        assert log.newest(Mention.objects.get()) == 0
        assert obstacle(added[0]) == "What was imported stays. Withdraw it instead."

    def test_an_article_with_suggestions_can_be_erased(self) -> None:
        make_entity("Ana Wijaya")
        topic("Banjir")
        put(record(["Ana Wijaya"], ["Banjir"]))
        erase(Article.objects.get(), reason="A court has ruled.", by=None)
        assert (Mention.objects.count(), ArticleTopic.objects.count(), Anchor.objects.count()) == (0, 0, 0)


def test_records_that_tell_nothing_cost_no_query() -> None:
    make_entity("Ana Wijaya")
    with CaptureQueriesContext(connection) as queries:
        put(record())
    asked = " ".join(str(query["sql"]) for query in queries)
    assert "articles_mention" not in asked
    assert "articles_topic" not in asked


def test_fetched_twice_in_one_batch_suggests_for_the_text_that_is_shown() -> None:
    make_entity("Ana Wijaya")
    later = record(["Ana Wijaya"], text="Kabar baru. " + TEXT)
    put(record(["Ana Wijaya"]), later)
    anchor = Anchor.objects.get()
    assert (anchor.block.version.number, anchor.start) == (2, later.body.index("Ana"))
