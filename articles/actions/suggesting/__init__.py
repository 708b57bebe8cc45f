"""From findings to facts: the rules read texts, and what they find is suggested. Start at `reading.read_texts`."""

from articles.actions.suggesting.gazetteer import gazetteer
from articles.actions.suggesting.reading import Read, read_texts, waiting

__all__ = ["Read", "gazetteer", "read_texts", "waiting"]
