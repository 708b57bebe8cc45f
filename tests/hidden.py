"""Articles that readers may not see, full of facts about whom and what they do see in the first article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Final

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from articles.actions import index
from articles.actions.erase import erase
from articles.actions.merge import merge
from articles.extraction.engine import EDITION
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    Block,
    Copy,
    DateMention,
    Entity,
    Event,
    ImportRun,
    Likeness,
    Mention,
    NoteLink,
    Notice,
    Printing,
    Quote,
    QuoteLink,
    Reading,
    RelayHop,
    Source,
    Statistic,
    StatisticLink,
    Status,
    Topic,
    Version,
    fuzzy,
)
from articles.text.dates import parse_edtf
from articles.text.normalise import body_from
from tests.factories import (
    anchor,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)

HIDDEN_STATES = (Article.State.DRAFT, Article.State.WITHDRAWN)
HIDDEN: Final = 1000  # articles, of which the first few are full of facts
FULL: Final = 36
# Words, people, places and figures of the first article, so that every list and facet would have to change.
PARAGRAPHS = (
    "Maria Zakharova dan Vladimir Putin bicara soal evakuasi warga Rusia dari Gaza, kata TASS di Jalur Gaza.",
    "“Sebanyak 883 dari 1.100 orang sudah tiba,” kata Zakharova kepada Netanyahu pada Rabu (6/12/2023).",
    "Rancangan rahasia menyebut Hantu Rahasia.",
)
BRIEF = ("Maria Zakharova bicara soal evakuasi rahasia warga Rusia dari Gaza.",)
BEFORE = ("Rancangan pertama yang rahasia.",)  # what an article of two texts said at first
SHOWN_DAYS = ("2023-12-06", "2023-12-10", "2023-11-27?", "[2023-12-10..2023-12-31]", "1999-01-01")
_number = count()
Made = dict[str, Any]


def add_hidden_articles() -> None:
    """Add articles that readers may not see, with facts about the people, topics and days that they do see."""
    for state in _states(FULL):
        full_article(state)
    merge_unseen(full_article(Article.State.DRAFT)["article"])
    erase(full_article(Article.State.DRAFT)["article"], reason="Rahasia", by=None)
    brief = add_articles(_states(HIDDEN - FULL), paragraphs=BRIEF)
    tell_the_planner()
    _describe(brief)
    index.refresh_articles([article.pk for article in brief])
    tell_the_planner()


def tell_the_planner() -> None:
    """Let PostgreSQL know how much the tables hold, which it finds out by itself once a transaction has ended."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _states(number: int) -> list[Article.State]:
    return [HIDDEN_STATES[place % 2] for place in range(number)]


def full_article(state: Article.State, status: Status = Status.CONFIRMED, **fields: Any) -> Made:
    """Add one article with every kind of fact: of its own, and about what readers do see."""
    [article] = add_articles([state], **fields)
    index.refresh_articles([article.pk])
    assert article.current
    Reading.objects.create(version=article.current, rules=EDITION, read_at=timezone.now(), seconds=0)
    return {"article": article, **add_facts(article, status), **_join_public_facts(article, status)}


def add_facts(article: Article, status: Status) -> Made:
    """Add a fact of every kind to an article that prints PARAGRAPHS."""
    number = next(_number)
    day = SHOWN_DAYS[number % len(SHOWN_DAYS)]
    zakharova, putin, netanyahu, gaza, tass = (
        Entity.objects.get(slug=slug)
        for slug in ("maria-zakharova", "vladimir-putin", "benjamin-netanyahu", "jalur-gaza", "tass")
    )
    ghost = make_entity("Hantu Rahasia")
    make_mention(article, ghost, "Hantu Rahasia", status=status)
    make_mention(article, zakharova, "Maria Zakharova", status=status, printed_role="Menteri Rahasia")
    for entity, words in ((putin, "Vladimir Putin"), (gaza, "Jalur Gaza"), (tass, "TASS"), (netanyahu, "Netanyahu")):
        make_mention(article, entity, words, status=status)
    event = make_event(article, "bicara", name="Rahasia", happened=day, status=status, place=gaza)
    event.participants.set([putin, zakharova])
    quote = make_quote(
        article,
        "Sebanyak 883 dari 1.100 orang sudah tiba",
        speaker=zakharova,
        addressee=netanyahu,
        said=day,
        type=Quote.Type.DIRECT,
        event=event,
        status=status,
    )
    RelayHop.objects.create(quote=quote, position=0, role=RelayHop.Role.AGENCY, agent=tass, stated=True)
    place = Statistic.objects.filter(value=898).get()
    statistic = make_statistic(
        7777,
        article=article,
        words="883",
        as_of=day,
        measure="rahasia",
        status=status,
        stated_by=zakharova,
        series=place.series,
        unit=place.unit,
        population=place.population,
        place=place.place,
    )
    topic = make_topic(f"local:rahasia-{number}", label="Rahasia")
    ArticleTopic.objects.create(article=article, topic=topic, **stamp(status))
    date = DateMention.objects.create(article=article, kind=DateMention.Kind.DATE, event=event, **stamp(status))
    anchor(article, "6/12/2023", Anchor.Role.PHRASE, date=date)
    return {"ghost": ghost, "event": event, "quote": quote, "statistic": statistic, "topic": topic}


def _join_public_facts(article: Article, status: Status) -> Made:
    """Let a hidden article print, repeat, contradict and follow what readers do see."""
    event = Event.objects.filter(happened="2023-12-10").earliest("pk")
    anchor(article, "bicara", Anchor.Role.PHRASE, event=event)
    follows = make_event(article, "bicara", name="Rahasia sesudahnya", previous=event, status=status)
    date = DateMention.objects.create(article=article, kind=DateMention.Kind.DATE, event=event, **stamp(status))
    anchor(article, "6/12/2023", Anchor.Role.PHRASE, date=date)
    quote, statistic = Quote.objects.get(number=13, article=first_article()), Statistic.objects.get(value=898)
    printing = Printing.objects.create(article=article, statistic=statistic, note="rahasia", **stamp(status))
    anchor(article, "883", Anchor.Role.NUMBER, printing=printing)
    again = make_quote(article, "Rancangan rahasia", speaker=quote.speaker, status=status)
    links = QuoteLink.Type
    QuoteLink.objects.create(from_quote=again, to_quote=quote, type=links.REPEATS, **stamp(status))
    part = make_statistic(7778, article=article, words="883", measure="rahasia", out_of=statistic, status=status)
    StatisticLink.objects.create(
        from_statistic=part, to_statistic=statistic, type=StatisticLink.Type.SUPERSEDES, **stamp(status)
    )
    for target in ({"quote": quote}, {"statistic": statistic}, {"event": event}, {"series": statistic.series}):
        NoteLink.objects.create(article=article, relation=NoteLink.Relation.CONTRADICTS, **target, **stamp(status))
    _join_copies(article, status)
    index.refresh_statistics([statistic.pk])
    return {"follows": follows, "again": again, "part": part}


def _join_copies(article: Article, status: Status) -> None:
    """Let a hidden article seem to print what the first one prints, in a group that is named after either."""
    first = first_article()
    Likeness.objects.create(one=first, other=article, kind=Likeness.Kind.NEAR, share="0.9", **stamp(status))
    Copy.objects.get_or_create(article=first, defaults={"first": first, "sure": first})
    Copy.objects.create(article=article, first=first, sure=first)


def first_article() -> Article:
    """Return the article of the sample."""
    return Article.objects.public().without_notes().earliest("pk")


def one_run() -> ImportRun:
    """Return the run that all these articles came in with: the journal of imports is no article's."""
    run, _ = ImportRun.objects.get_or_create(importer="test", container="rahasia.txt", container_sha256="0" * 64)
    return run


def add_articles(
    states: Sequence[Article.State], *, paragraphs: Sequence[str] = PARAGRAPHS, **fields: Any
) -> list[Article]:
    """Add one article for each of the states, by a few queries for all; every third has had another text before.

    The caller writes what search reads.
    """
    publisher = make_entity("Republika", kind=Entity.Kind.PUBLISHER)
    articles = Article.objects.bulk_create(
        Article(publisher=publisher, **{"language": "id", **fields}, **_published(next(_number))) for _ in states
    )
    _add_texts([(article, 1, BEFORE if article.pk % 3 == 0 else paragraphs) for article in articles])
    _add_texts([(article, 2, paragraphs) for article in articles if article.pk % 3 == 0])
    rows = Article.objects.filter(pk__in=[article.pk for article in articles])
    newest = Version.objects.filter(article=OuterRef("pk")).order_by("-number").values("pk")
    rows.update(current=Subquery(newest[:1]))
    for state in set(states):
        keys = [article.pk for article, its in zip(articles, states, strict=True) if its == state]
        rows.filter(pk__in=keys).update(state=state)
    return list(rows.select_related("current", "publisher").order_by("pk"))


def _published(number: int) -> dict[str, Any]:
    return fuzzy.columns("published", parse_edtf(SHOWN_DAYS[number % len(SHOWN_DAYS)]))


def _add_texts(texts: Sequence[tuple[Article, int, Sequence[str]]]) -> None:
    """Give articles a text each: the number of the version, and its paragraphs."""
    contents = [f"Rahasia {article.pk}, {number}" for article, number, _ in texts]
    run, hashes = one_run(), [hashlib.sha256(content.encode()).hexdigest() for content in contents]
    told = {"place": "rahasia.txt", "media_type": "text/plain", "charset": "utf-8"}
    sources = Source.objects.bulk_create(
        Source(run=run, content=content.encode(), sha256=sha256, **told)
        for content, sha256 in zip(contents, hashes, strict=True)
    )
    versions = Version.objects.bulk_create(
        Version(
            article=article,
            number=number,
            headline=f"Putin Tawarkan Rahasia {article.pk}",
            deck="Rahasia evakuasi",
            body=body_from(paragraphs),
            body_sha256=source.sha256,
            source=source,
        )
        for (article, number, paragraphs), source in zip(texts, sources, strict=True)
    )
    Block.objects.bulk_create(
        block
        for version, (_, _, paragraphs) in zip(versions, texts, strict=True)
        for block in _blocks(version, paragraphs)
    )


def _blocks(version: Version, paragraphs: Sequence[str]) -> Iterator[Block]:
    kind = Block.Type
    yield Block(version=version, position=0, type=kind.HEADLINE, text=version.headline)
    yield Block(version=version, position=1, type=kind.DECK, text=version.deck)
    start = 0
    for position, text in enumerate(paragraphs, start=2):
        end = start + len(text)
        yield Block(version=version, position=position, type=kind.PARAGRAPH, text=text, body_start=start, body_end=end)
        start = end + len("\n\n")


def _describe(articles: Sequence[Article]) -> None:
    """Let articles that print BRIEF name somebody and be about something that readers know; a few were corrected."""
    zakharova, topic = Entity.objects.get(slug="maria-zakharova"), Topic.objects.get(slug="evakuasi-warga-rusia")
    mentions = Mention.objects.bulk_create(
        Mention(article=article, entity=zakharova, form=Mention.Form.FULL, **stamp()) for article in articles
    )
    printed = Block.objects.filter(version__in=[article.current_id for article in articles], type=Block.Type.PARAGRAPH)
    blocks = {block.version_id: block for block in printed}
    Anchor.objects.bulk_create(
        Anchor(
            block=blocks[mention.article.current_id or 0],
            start=0,
            end=len("Maria Zakharova"),
            exact="Maria Zakharova",
            role=Anchor.Role.NAME,
            mention=mention,
        )
        for mention in mentions
    )
    ArticleTopic.objects.bulk_create(ArticleTopic(article=article, topic=topic, **stamp()) for article in articles)
    Notice.objects.bulk_create(Notice(article=article, text="Ralat rahasia") for article in articles[::10])


def merge_unseen(article: Article) -> tuple[Entity, Entity]:
    """Merge one whom only hidden articles name into another such; `article` prints PARAGRAPHS."""
    gone, kept = make_entity("Bayangan Rahasia", wikidata="Q7777"), make_entity("Hantu Rahasia")
    make_mention(article, gone, "Hantu Rahasia")
    merge(gone, into=kept, by=None)
    return gone, kept
