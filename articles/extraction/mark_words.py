"""The words that tell what quotation marks are for; a rule pack fills them, the engine knows none itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWords:
    """Words of one language around quotation marks, all in lower case."""

    titles: frozenset[str]  # before what has a title: "film", "berjudul", "programme"
    naming: frozenset[str]  # before a word that is not the paper's own: "istilah", "disebut", "so-called"
    slogans: frozenset[str]  # before what is shouted, painted or worn: "bertuliskan", "slogan"
    scripture: frozenset[str]  # before holy words and prayers: "berfirman", "hadis", "verse"
    sources: frozenset[str]  # after holy words, in parentheses or not: "qs", "hr"
    links: frozenset[str]  # phrases that begin a line which points to another article: "baca juga"
    not_a_title: frozenset[str]  # small words that stay small in titles: "di", "of"
