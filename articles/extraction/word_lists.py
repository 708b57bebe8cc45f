"""How the rule packs write long lists down: words between blanks, phrases between commas."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the words of `listed`."""
    return frozenset(listed.split())


def phrases(listed: str) -> tuple[str, ...]:
    """Return the phrases of `listed` in their order."""
    return tuple(" ".join(phrase.split()) for phrase in listed.split(",") if phrase.strip())
