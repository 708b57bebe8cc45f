"""Verbs of denying with a negation before them: whoever does not deny says so."""

from __future__ import annotations

from articles.extraction.wording import Wording


def is_affirmed(wording: Wording, first: int, verb: int) -> bool:
    """Say whether a verb of denying is negated: "Ana tidak memungkiri bahwa air surut"."""
    said = wording.said
    return verb > first and wording.low[verb] in said.affirmed and wording.low[verb - 1] in said.negating
