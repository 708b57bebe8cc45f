"""Reading bytes with an importer, and telling what came of them as golden files do."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

from articles.importers.base import Given, Importer, RawArticle, Unreadable


def given_as(content: bytes | str, name: str = "file") -> Given:
    encoded = content if isinstance(content, bytes) else content.encode()
    return Given(name=name, open=partial(BytesIO, encoded))


def read_all(importer: Importer, content: bytes | str, name: str = "file") -> list[RawArticle | Unreadable]:
    return list(importer.read(given_as(content, name)))


def read_one(importer: Importer, content: bytes | str) -> RawArticle:
    (article,) = read_all(importer, content)
    assert isinstance(article, RawArticle), article
    return article


def refusals(importer: Importer, content: bytes | str) -> list[tuple[str, str]]:
    """Return place and reason of each record; none of them may be an article."""
    records = read_all(importer, content)
    assert all(isinstance(record, Unreadable) for record in records), records
    return [(record.place, record.reason) for record in records if isinstance(record, Unreadable)]


def told(record: RawArticle | Unreadable) -> dict[str, Any]:
    """Return a record as a golden file tells it; a field that says nothing is left out."""
    if isinstance(record, Unreadable):
        return {"refused": record.reason, "place": record.place}
    fields: dict[str, Any] = {
        "place": record.place,
        "content": record.content.decode(record.charset),
        "media_type": record.media_type,
        "charset": record.charset,
        "language": record.language,
        "publisher": record.publisher,
        "url": record.url,
        "section": record.section,
        "published": record.published.edtf if record.published else None,
        "published_basis": record.published_basis,
        "retrieved_at": record.retrieved_at.isoformat() if record.retrieved_at else None,
        "actors": list(record.actors),
        "topics": list(record.topics),
        "provenance": dict(record.provenance),
        "doubt": record.doubt,
        "blocks": [f"{block.type.value} {block.reason!r}: {block.text}" for block in record.blocks],
    }
    return {name: value for name, value in fields.items() if value}
