"""From findings to facts: the rules read texts, and what they find is suggested. Start at `reading.read_texts`."""

from articles.actions.suggesting.gazetteer import gazetteer
from articles.actions.suggesting.reading import read_texts, waiting
from articles.actions.suggesting.storing import Read

__all__ = ["Read", "gazetteer", "read_texts", "waiting"]
