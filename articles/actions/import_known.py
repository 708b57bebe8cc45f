"""What the archive has of a batch of records; kept up while they are taken one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from articles.actions.add import add_publisher, find_publisher, merged_into, publisher_names
from articles.actions.import_records import Ready
from articles.models import Article, Block, Entity, EntityName, Tombstone, Version
from articles.text.names import name_key

_Words = list[tuple[str, str]]


@dataclass(slots=True, kw_only=True, eq=False)
class Held:
    """An article of the archive, or one that is about to be written."""

    key: int = 0  # 0 until it is written
    publisher: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of an article."""

    of: Held
    words: _Words
    shown: bool


class Known:
    """Answers for the records of one batch, in a number of queries that does not grow with them.

    The caller holds the lock of imports, so that nobody else takes records in meanwhile.
    """

    def __init__(self, records: Sequence[Ready]) -> None:
        self._publishers: dict[str, Entity | None] = _known_publishers({record.raw.publisher for record in records})
        self._articles: dict[int, Held] = {}
        self._at: dict[str, Held] = {}
        self._bytes: dict[str, tuple[Held, bool]] = {}
        self._texts: dict[tuple[str, str, str], list[Text]] = defaultdict(list)
        self._graves = _graves(records)
        self._load_addresses({record.raw.url for record in records} - {""})
        self._load_bytes({record.sha256 for record in records})
        self._load_texts([record for record in records if record.sha256 not in self._bytes])

    def grave(self, record: Ready) -> Tombstone | None:
        """Return the tombstone of an article that came from the same bytes or stood at the same address."""
        return self._graves.get(record.sha256) or self._graves.get(record.raw.url)

    def at_address(self, record: Ready) -> Held | None:
        return self._at.get(record.raw.url)

    def shows(self, held: Held, record: Ready) -> bool:
        """Whether the article shows the record's bytes, or its words."""
        owner, shown = self._bytes.get(record.sha256, (None, False))
        return (owner is held and shown) or any(
            text.of is held and text.shown and text.words == record.words for text in self._texts_like(record)
        )

    def holding(self, record: Ready) -> Held | None:
        """Return the article that has the record's bytes, or its words from the same publisher.

        Without a publisher on either side the words decide: a wire's text at two publishers is two articles.
        """
        if record.sha256 in self._bytes:
            return self._bytes[record.sha256][0]
        for text in self._texts_like(record):
            same_house = not text.of.publisher or text.of.publisher == self._publisher_key(record)
            if (same_house or not record.raw.publisher) and text.words == record.words:
                return text.of
        return None

    def publisher(self, record: Ready, *, by: User | None) -> Entity | None:
        """Return the publisher of a record that is to be added; one that nobody knows is added first."""
        printed = record.raw.publisher
        if printed and self._found(printed) is None:
            self._publishers[printed] = add_publisher(printed, by=by)
        return self._found(printed)

    def keep(self, held: Held, record: Ready) -> None:
        """Remember that the article shows the record from now on."""
        for sha256, (owner, _) in list(self._bytes.items()):
            if owner is held:
                self._bytes[sha256] = (owner, False)
        for key, texts in self._texts.items():
            self._texts[key] = [
                Text(of=held, words=text.words, shown=False) if text.of is held else text for text in texts
            ]
        self.add(held, record)

    def add(self, held: Held, record: Ready) -> None:
        """Remember an article that nothing was known of before."""
        if record.raw.url:
            self._at.setdefault(record.raw.url, held)
        self._bytes[record.sha256] = (held, True)
        self._texts[_key(record)].append(Text(of=held, words=record.words, shown=True))

    def _texts_like(self, record: Ready) -> list[Text]:
        return self._texts.get(_key(record), [])

    def _publisher_key(self, record: Ready) -> int | None:
        found = self._found(record.raw.publisher)
        return found.pk if found else None

    def _found(self, printed: str) -> Entity | None:
        if printed not in self._publishers:
            self._publishers[printed] = find_publisher(printed)
        return self._publishers[printed]

    def _held(self, key: int, publisher: int | None) -> Held:
        return self._articles.setdefault(key, Held(key=key, publisher=publisher))

    def _load_addresses(self, addresses: set[str]) -> None:
        # The index has no blank ones, and PostgreSQL does not see by itself that a long list has none either.
        rows = Article.objects.filter(url__in=addresses).exclude(url="") if addresses else Article.objects.none()
        for key, address, publisher in rows.values_list("pk", "url", "publisher"):
            self._at[address] = self._held(key, publisher)

    def _load_bytes(self, digests: set[str]) -> None:
        versions = Version.objects.filter(source__sha256__in=digests).order_by("pk")
        columns = ("pk", "source__sha256", "article", "article__publisher", "article__current")
        for version, sha256, article, publisher, current in versions.values_list(*columns):
            held = self._held(article, publisher)
            # Of several versions with the same bytes the one that is shown counts.
            if sha256 not in self._bytes or version == current:
                self._bytes[sha256] = (held, version == current)

    def _load_texts(self, records: Sequence[Ready]) -> None:
        keys = {_key(record) for record in records}
        versions = Version.objects.filter(body_sha256__in={key[0] for key in keys}).order_by("pk")
        columns = ("pk", "body_sha256", "headline", "deck", "article", "article__publisher", "article__current")
        found = [row for row in versions.values_list(*columns) if row[1:4] in keys] if keys else []
        words: dict[int, _Words] = defaultdict(list)
        blocks = Block.objects.searched().filter(version__in=[row[0] for row in found]).order_by("version", "position")
        for version, kind, text in blocks.values_list("version", "type", "text") if found else ():
            words[version].append((kind, text))
        for version, *key, article, publisher, current in found:
            held = self._held(article, publisher)
            self._texts[key[0], key[1], key[2]].append(Text(of=held, words=words[version], shown=version == current))


def _key(record: Ready) -> tuple[str, str, str]:
    return record.body_sha256, record.headline, record.deck


def _known_publishers(printed: set[str]) -> dict[str, Entity | None]:
    """Return what `find_publisher` does for those names of which it knows the organisation."""
    keys = {name: [name_key(one) for one in publisher_names(name)] for name in printed if name}
    asked = {key for several in keys.values() for key in several}
    names = EntityName.objects.filter(key__in=asked, entity__kind__in=Entity.SECTIONS["organisations"])
    owners = {name.key: name.entity for name in names.select_related("entity").order_by("-pk")} if keys else {}
    first = {name: next((owners[key] for key in several if key in owners), None) for name, several in keys.items()}
    return {name: merged_into(entity) for name, entity in first.items() if entity}


def _graves(records: Sequence[Ready]) -> dict[str, Tombstone]:
    """Return tombstones by digest of a source and by address."""
    digests = [record.sha256 for record in records]
    addresses = {record.raw.url for record in records} - {""}
    graves: dict[str, Tombstone] = {}
    for grave in Tombstone.objects.filter(Q(sources__overlap=digests) | Q(url__in=addresses)) if digests else ():
        graves |= dict.fromkeys(grave.sources, grave)
        if grave.url:
            graves[grave.url] = grave
    return graves
