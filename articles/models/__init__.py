"""Tables, constraints and the reads that pages share; one module per noun."""

from articles.models.anchor import Anchor
from articles.models.article import Article
from articles.models.copies import Copy, Fingerprint, Likeness
from articles.models.decision import Decision
from articles.models.delivery import DeliveredFile, Delivery
from articles.models.entity import Entity, EntityName
from articles.models.entry import ArticleEntry, QuoteEntry, StatisticEntry
from articles.models.event import DateMention, Event
from articles.models.fact import ArticleFact, Fact, Status
from articles.models.mention import Mention
from articles.models.note import NoteLink
from articles.models.notice import Notice, Tombstone
from articles.models.printing import Approximation, Printing
from articles.models.quote import Quote, QuoteLink, RelayHop
from articles.models.reading import Reading
from articles.models.saved_search import SavedSearch
from articles.models.source import Batch, ImportRun, Input, Refusal, Source
from articles.models.statistic import Series, Statistic, StatisticLink
from articles.models.topic import ArticleTopic, Topic
from articles.models.version import Block, Version
from articles.models.word import Word

__all__ = [
    "Anchor",
    "Approximation",
    "Article",
    "ArticleEntry",
    "ArticleFact",
    "ArticleTopic",
    "Batch",
    "Block",
    "Copy",
    "DateMention",
    "Decision",
    "DeliveredFile",
    "Delivery",
    "Entity",
    "EntityName",
    "Event",
    "Fact",
    "Fingerprint",
    "ImportRun",
    "Input",
    "Likeness",
    "Mention",
    "NoteLink",
    "Notice",
    "Printing",
    "Quote",
    "QuoteEntry",
    "QuoteLink",
    "Reading",
    "Refusal",
    "RelayHop",
    "SavedSearch",
    "Series",
    "Source",
    "Statistic",
    "StatisticEntry",
    "StatisticLink",
    "Status",
    "Tombstone",
    "Topic",
    "Version",
    "Word",
]
