"""Small pages for the tests of what is read of pages."""

from __future__ import annotations

from typing import Any

from articles.importers.base import RawArticle, Unreadable
from articles.importers.html import read_page

SENTENCES = (
    "Perahu dari tiga desa kembali berlayar setelah badai reda pada hari Senin, kata kepala desa.",
    "Nelayan berharap dermaga yang hanyut akan dibangun lagi sebelum musim angin barat berikutnya.",
    "Pemerintah kabupaten membagikan bahan bakar kepada seluruh keluarga nelayan sampai akhir bulan.",
    "Badan penanggulangan bencana mencatat 35 perahu rusak, tetapi tidak ada korban jiwa dalam badai itu.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(*, head: str = "", body: str = BODY, title: str = "Perahu Kembali Berlayar") -> str:
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def jsonld(fields: str) -> str:
    return f'<script type="application/ld+json">{fields}</script>'


def read(content: bytes | str, **given: Any) -> RawArticle | Unreadable:
    return read_page(content if isinstance(content, bytes) else content.encode(), place="page.html", **given)


def read_article(content: bytes | str, **given: Any) -> RawArticle:
    article = read(content, **given)
    assert isinstance(article, RawArticle), article
    return article


def refusal(content: bytes | str) -> str:
    record = read(content)
    assert isinstance(record, Unreadable), record
    assert record.place == "page.html"
    return record.reason


def found(article: RawArticle, field: str) -> str:
    return dict(article.provenance).get(field, "")


def texts(article: RawArticle, kind: str) -> list[str]:
    return [block.text for block in article.blocks if block.type == kind]
