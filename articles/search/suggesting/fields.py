"""Names of fields that begin as what is typed, with what each asks for."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.search.field_names import NAMES, Field
from articles.search.suggesting.unfinished import Unfinished

MOST: Final = 2
_SHORTEST: Final = 3  # letters; with fewer, words that people mean begin too, unless they are all of the name
_MEANING: Final[dict[Field, str | Promise]] = {
    "title": _("words of the headline"),
    "by": _("who said it"),
    "about": _("whom or what it is about"),
    "said": _("the day on which it was said"),
    "published": _("the day of publication"),
    "number": _("a number, or a range of them"),
    "topic": _("what the article is about"),
    "place": _("a place that is named"),
    "publisher": _("who printed it"),
    "lang": _("the language of the article"),
}


def fields(end: Unfinished) -> list[tuple[str, str]]:
    """Return names of fields in the language of the page, with their colon, and what they ask for."""
    if end.quoted or end.field or not end.words:
        return []
    # The first name of a field is the English one, the last the Indonesian.
    which = -1 if (get_language() or "").startswith("id") else 0
    typed = end.keys[-1]
    found = [(names[which], meaning) for field, meaning in _MEANING.items() if (names := NAMES[field])]
    return [
        (f"{name}:", str(meaning))
        for name, meaning in found
        if name == typed or (len(typed) >= _SHORTEST and name.startswith(typed))
    ][:MOST]
