"""What a source tells beside its text, names and tags, becomes suggestions where the archive knows what is meant.

A name that one entity alone has, and that the text prints, is a suggested mention; a tag that one topic alone has is a
suggested topic. Nothing is added for the rest: it stays in `Source.told`, and the article's page in the admin shows it.
The decision to import the article covers its suggestions; they get decisions of their own when an editor decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.db.models import F

from articles.importers.base import RawArticle
from articles.models import Anchor, ArticleTopic, Block, Entity, EntityName, Fact, Mention, Status, Topic
from articles.text.names import name_key
from articles.text.normalise import normalise_line

TOOL: Final = "the source's own list"
_STAMP: Final[Mapping[str, Any]] = {
    "status": Status.SUGGESTED,
    "method": Fact.Method.IMPORT,
    "tool": TOOL,
    "confidence": 0.5,  # nobody has counted how often such lists are right
}
_BLANK: Final = "\x00"  # in the place of words that are taken; no text of the archive has it

_Record = TypeVar("_Record", Entity, Topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owner:
    """The one entity that a name belongs to."""

    entity: int
    form: Mention.Form
    written: frozenset[str]  # in the archive, however the source writes it


def suggest_told(pairs: Sequence[tuple[RawArticle, int]]) -> None:
    """Suggest what records tell of the articles, given by key, that show their words now.

    Whom or what an article has already, rejected ones too, is not suggested again. The caller holds the transaction.
    The number of queries is fixed, and there are none when no record tells anything.
    """
    actors: dict[int, dict[str, str]] = defaultdict(dict)
    tags: dict[int, set[str]] = defaultdict(set)
    for raw, article in pairs:
        actors[article] |= {name_key(name): normalise_line(name) for name in raw.actors if name_key(name)}
        tags[article] |= {tag_key(tag) for tag in raw.topics if tag_key(tag)}
    _suggest_mentions({article: names for article, names in actors.items() if names})
    _suggest_topics({article: keys for article, keys in tags.items() if keys})


def tag_key(tag: str) -> str:
    """Return what two ways of writing a tag have in common: "#Banjir" is "banjir"."""
    return normalise_line(tag).lstrip("#").strip().casefold()


def tags_of(labels: Mapping[str, str], alternatives: Iterable[str]) -> set[str]:
    """Return the keys of the tags that mean a topic: its labels in all languages and what it is also called."""
    return {tag_key(words) for words in (*labels.values(), *alternatives)}


def _suggest_mentions(told: Mapping[int, Mapping[str, str]]) -> None:
    owners = _owners({key for names in told.values() for key in names}) if told else {}
    wanted = {article: {key: names[key] for key in names if key in owners} for article, names in told.items()}
    wanted = {article: names for article, names in wanted.items() if names}
    if not wanted:
        return
    had = set(Mention.objects.filter(article__in=wanted).values_list("article", "entity"))
    texts = _texts(wanted)
    anchors = []
    for article, names in wanted.items():
        for owner, place in _places(names, owners, texts[article]):
            if (article, owner.entity) not in had:
                had.add((article, owner.entity))
                mention = Mention(article_id=article, entity_id=owner.entity, form=owner.form, **_STAMP)
                anchors.append(Anchor(role=Anchor.Role.NAME, mention=mention, **place))
    Mention.objects.bulk_create(anchor.mention for anchor in anchors if anchor.mention)
    Anchor.objects.bulk_create(anchors)


def _owners(keys: set[str]) -> dict[str, _Owner]:
    """Return who alone has each name, by its key, merges followed; names that several have are left out."""
    rows = EntityName.objects.filter(key__in=keys).select_related("entity__merged_into")
    by_key: dict[str, list[tuple[Entity, EntityName]]] = defaultdict(list)
    for row in rows:
        by_key[row.key].append((_standing(row.entity), row))
    return {key: _owner(named) for key, named in by_key.items() if len({entity.pk for entity, _ in named}) == 1}


def _owner(named: Sequence[tuple[Entity, EntityName]]) -> _Owner:
    entity = named[0][0]
    kinds = {row.kind for _, row in named if row.entity_id == entity.pk}
    form = Mention.Form.SHORT if EntityName.Kind.SHORT in kinds else Mention.Form.ALIAS
    form = Mention.Form.FULL if EntityName.Kind.PREFERRED in kinds else form
    return _Owner(entity=entity.pk, form=form, written=frozenset(row.name for _, row in named))


def _standing(record: _Record) -> _Record:
    """Return the record, or what it was merged into."""
    while record.merged_into:
        record = record.merged_into
    return record


def _texts(articles: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
    """Return key and words of the blocks that each article shows as its newsroom's own, in order."""
    blocks = Block.objects.searched().filter(version__article__in=articles, version=F("version__article__current"))
    texts: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for article, key, text in blocks.order_by("version", "position").values_list("version__article", "pk", "text"):
        texts[article].append((key, text))
    return texts


def _places(
    names: Mapping[str, str], owners: Mapping[str, _Owner], blocks: Sequence[tuple[int, str]]
) -> Iterator[tuple[_Owner, dict[str, Any]]]:
    """Yield where names first stand in the text, with whose they are, the longest first.

    "Rusia" inside "Kementerian Luar Negeri Rusia" is not where Russia stands, when the source tells of both.
    """
    written = {(words, key) for key, told in names.items() for words in (told, *owners[key].written)}
    texts = [text for _, text in blocks]
    for words, key in sorted(written, key=lambda pair: (-len(pair[0]), pair)):
        found = _take(words, texts)
        if found:
            block, start = found
            place = {"block_id": blocks[block][0], "start": start, "end": start + len(words), "exact": words}
            yield owners[key], place


def _take(words: str, texts: list[str]) -> tuple[int, int] | None:
    """Return which of the texts has the words first, and where, as words of their own; all their places go blank."""
    within = [at for at, text in enumerate(texts) if words in text]
    if not within:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    first = None
    for at in within:
        found = pattern.search(texts[at])
        first = first or (found and (at, found.start()))
        texts[at] = pattern.sub(_BLANK * len(words), texts[at])
    return first


def _suggest_topics(told: Mapping[int, set[str]]) -> None:
    meant = _topics(set().union(*told.values())) if told else {}
    wanted = {(article, meant[key]) for article, keys in told.items() for key in keys if key in meant}
    if wanted:
        articles = {article for article, _ in wanted}
        had = set(ArticleTopic.objects.filter(article__in=articles).values_list("article", "topic"))
        ArticleTopic.objects.bulk_create(
            ArticleTopic(article_id=article, topic_id=topic, **_STAMP) for article, topic in sorted(wanted - had)
        )


def _topics(keys: set[str]) -> dict[str, int]:
    """Return the key of the one topic that each tag means, merges followed; tags of several are left out."""
    meant: dict[str, set[int]] = defaultdict(set)
    for topic in Topic.objects.select_related("merged_into"):
        for key in tags_of(topic.labels, topic.alternatives) & keys:
            meant[key].add(_standing(topic).pk)
    return {key: topics.pop() for key, topics in meant.items() if len(topics) == 1}
