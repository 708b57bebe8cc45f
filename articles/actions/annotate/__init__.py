"""Loading what a careful editor made of an article: the format `newsarchive-gold/1`. Start at `load()`."""

from articles.actions.annotate.load import AlreadyAnnotated, Loaded, load
from articles.actions.annotate.reading import BadAnnotations, Document, read

__all__ = ["AlreadyAnnotated", "BadAnnotations", "Document", "Loaded", "load", "read"]
