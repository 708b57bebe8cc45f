"""The list that an address of this site shows: read back from what somebody pastes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import SplitResult, urlsplit

from django.http import QueryDict
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from articles.exports.asked import Asked, ask
from articles.search.moved import moved

# Pages that show one kind of list by other addresses than that of the search; None: the address itself says it.
_KINDS: Final[Mapping[str, str | None]] = {
    "search": None,
    "search_json": None,
    "search_csv": None,
    "search_atom": None,
    "search_json_feed": None,
    "article_list": "articles",
    "quote_list": "quotes",
    "statistic_list": "statistics",
}
_LANGUAGE: Final = re.compile(r"^/id(?=/)")


class NoList(ValueError):
    """An address that shows no list; the message is a sentence for whoever pasted it."""


def list_at(address: str, *, host: str) -> Asked:
    """Read the address of a list, whole or without its host, in any language. It may ask for what is wrong.

    Raises:
        NoList: there is none, or it is another site's.
    """
    parts = _parts(address.strip())
    if parts.netloc and parts.netloc != host:
        raise NoList(_("This is an address of another site: %(host)s.") % {"host": parts.netloc})
    kind = _kind(parts.path)
    params = QueryDict(parts.query, mutable=True)
    if kind:
        params["kind"] = kind
    return _present(params)


def list_of(kind: str, query: str) -> Asked:
    """Return a list by its kind and its conditions; what was merged since is asked for by what it was merged into."""
    params = QueryDict(query, mutable=True)
    params["kind"] = kind
    return _present(params)


def _present(params: QueryDict) -> Asked:
    asked = ask(params)
    if asked.problems and (query := moved(params)):
        return ask(QueryDict(query.removeprefix("?")))
    return asked


def _parts(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError as error:
        raise NoList(_("This is no address.")) from error


def _kind(path: str) -> str | None:
    if not path:
        return None  # the conditions alone
    try:
        # Addresses of all languages are those of one with a beginning of their own.
        with translation.override("en"):
            name = resolve(_LANGUAGE.sub("", path)).url_name or ""
        return _KINDS[name]
    except (Resolver404, KeyError):
        raise NoList(_("No list is at this address. Open a list, and copy its address whole.")) from None
