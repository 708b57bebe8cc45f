"""Articles that readers may not see, full of facts about whom and what they do see in the first article."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.db import connection

from articles.actions import index
from articles.models import (
    Anchor,
    Article,
    ArticleTopic,
    DateMention,
    Entity,
    Event,
    NoteLink,
    Printing,
    Quote,
    QuoteLink,
    RelayHop,
    Statistic,
    StatisticLink,
    Status,
    Topic,
)
from tests.factories import (
    anchor,
    make_article,
    make_entity,
    make_event,
    make_mention,
    make_quote,
    make_statistic,
    make_topic,
    stamp,
)

HIDDEN_STATES = (Article.State.DRAFT, Article.State.WITHDRAWN)
HIDDEN = 200  # articles, of which the first few are full of facts
FULL = 12
# Words, people, places and figures of the first article, so that every list and facet would have to change.
PARAGRAPHS = (
    "Maria Zakharova dan Vladimir Putin bicara soal evakuasi warga Rusia dari Gaza, kata TASS di Jalur Gaza.",
    "“Sebanyak 883 dari 1.100 orang sudah tiba,” kata Zakharova kepada Netanyahu pada Rabu (6/12/2023).",
    "Rancangan rahasia menyebut Hantu Rahasia.",
)
SHOWN_DAYS = ("2023-12-06", "2023-12-10", "2023-11-27?", "[2023-12-10..2023-12-31]", "1999-01-01")
_number = count()
Made = dict[str, Any]


def add_hidden_articles() -> None:
    """Add articles that readers may not see, with facts about the people, topics and days that they do see."""
    for state in _states(FULL):
        full_article(state)
    for state in _states(HIDDEN - FULL):
        article = _article(state)
        make_mention(article, Entity.objects.get(slug="maria-zakharova"), "Maria Zakharova")
        ArticleTopic.objects.create(article=article, topic=Topic.objects.get(slug="evakuasi-warga-rusia"), **stamp())


def tell_the_planner() -> None:
    """Let PostgreSQL know how much the tables hold, which it finds out by itself once a transaction has ended."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _states(number: int) -> list[Article.State]:
    return [HIDDEN_STATES[place % 2] for place in range(number)]


def _article(state: Article.State, **fields: Any) -> Article:
    number = next(_number)
    return make_article(
        f"Putin Tawarkan Rahasia {number}",
        deck="Rahasia evakuasi",
        paragraphs=PARAGRAPHS,
        published=SHOWN_DAYS[number % len(SHOWN_DAYS)],
        publisher="Republika",
        state=state,
        **fields,
    )


def full_article(state: Article.State, status: Status = Status.CONFIRMED, **fields: Any) -> Made:
    """Add one article with every kind of fact: of its own, and about what readers do see."""
    article = _article(state, **fields)
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
    index.refresh_statistics([statistic.pk])
    return {"follows": follows, "again": again, "part": part}


def first_article() -> Article:
    """Return the article of the sample."""
    return Article.objects.public().without_notes().earliest("pk")
