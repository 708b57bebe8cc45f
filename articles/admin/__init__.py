"""Curation in Django's admin: one module for each noun, each registering its records."""

from articles.admin import (
    articles,
    copies,
    deliveries,
    entities,
    evidence,
    imports,
    mentions,
    quotes,
    readings,
    saved_searches,
    statistics,
    topics,
)

__all__ = [
    "articles",
    "copies",
    "deliveries",
    "entities",
    "evidence",
    "imports",
    "mentions",
    "quotes",
    "readings",
    "saved_searches",
    "statistics",
    "topics",
]
