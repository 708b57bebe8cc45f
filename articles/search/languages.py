"""Languages by the names that readers have for them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final

from django.conf.locale import LANG_INFO
from django.db.models import Q
from django.utils.translation import gettext, override

from articles.models import ArticleEntry
from articles.text.names import name_key

_TAG: Final = re.compile("[a-z]{2,3}(?:-[a-z0-9]{1,8})*")
_READERS: Final = ("en", "id")


def tags(name: str) -> tuple[str, ...]:
    """Return the BCP 47 tags that a name or tag may mean ("id", "Indonesian", "bahasa Indonesia"); none if unknown."""
    key = name_key(name)
    if named := _named().get(key.removeprefix("bahasa ")):
        return named
    tag = name.strip().lower().replace("_", "-")
    return (tag,) if _TAG.fullmatch(tag) else ()


@cache
def _named() -> dict[str, tuple[str, ...]]:
    """Return the tags of each folded name: in the language itself, in English and in Indonesian."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for tag, told in LANG_INFO.items():
        if "name" not in told:  # another name of a language that stands here too
            continue
        names = {told["name"], told["name_local"]}
        for reader in _READERS:
            with override(reader):
                names.add(gettext(told["name"]))
        for name in names:
            found[name_key(name).removeprefix("bahasa ")][tag] = None
    return {name: tuple(those) for name, those in found.items()}


def in_tags(column: str, tags: tuple[str, ...]) -> Q:
    """Match rows in one of the languages, or in a kind of it: "en" takes "en-GB" in. Without tags nothing matches."""
    matches = Q(pk__in=[])
    for tag in tags:
        matches |= Q(**{f"{column}__iexact": tag}) | Q(**{f"{column}__istartswith": f"{tag}-"})
    return matches


def is_printed_in(tags: tuple[str, ...]) -> bool:
    """Whether an article that readers may see is in one of the languages."""
    return ArticleEntry.objects.filter(in_tags("language", tags), public=True).exists()
