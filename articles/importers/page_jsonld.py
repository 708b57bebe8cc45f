"""What a page says of its article as JSON-LD (schema.org), in whatever state newsrooms leave it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from lxml.html import HtmlElement

Node = Mapping[str, Any]

_MOST_SCRIPTS: Final = 50
_LONGEST: Final = 1_000_000  # characters of a script
_MOST_NODES: Final = 2_000
_CONTAINERS: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLE: Final = re.compile(r"(?:.*[/:])?(?:\w*Article|\w*BlogPosting|Report|SocialMediaPosting)$")
_ACTOR: Final = re.compile(r"(?:.*[/:])?(?:Person|\w*Organization|Corporation)$")
_PAGE: Final = re.compile(r"(?:.*[/:])?\w*WebPage$")
_CRUMBS: Final = re.compile(r"(?:.*[/:])?BreadcrumbList$")
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s?<!\[CDATA\[|<!\[CDATA\[|/\*.{0,40}?\*/)+|(?:-->|//\s?\]\]>|\]\]>|;)\s*$"
)
_TRAILING_COMMA: Final = re.compile(r",(?=\s{0,200}[\]}])")
# When nothing helps: the fields that are plain strings, wherever they stand.
_STRINGS: Final = re.compile(
    r'"(headline|datePublished|articleSection|description|inLanguage)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,1000})"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The article's node, references to other nodes of the page resolved when they are read."""

    node: Node  # empty when the page describes no article
    by_id: Mapping[str, Node]
    breadcrumbs: tuple[str, ...] = ()  # from the site's root on

    def text(self, key: str) -> str:
        """Return the value when it is one text or the name of one thing; "" when it is not."""
        return next(iter(self.names(key)), "")

    def names(self, key: str) -> list[str]:
        """Return texts and names of things, in order."""
        return [name for value in self.things(key) if (name := _name(value))]

    def things(self, key: str) -> list[Any]:
        """Return the values under the key as a list, references resolved."""
        return [self._resolved(value) for value in _as_list(self.node.get(key))]

    def actors(self) -> list[str]:
        """Return the names of persons and organisations that it is said to be about."""
        things = [thing for key in ("about", "mentions") for thing in self.things(key)]
        return [_name(thing) for thing in things if isinstance(thing, dict) and _is(thing, _ACTOR)]

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id")), value)
        return value


def read_jsonld(tree: HtmlElement) -> Described:
    """Return what the page's scripts say of its article, the first with a headline before others."""
    nodes = list(_nodes(tree))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _is(node, _ARTICLE)]
    # A page of WordPress may describe only itself, and when it was published.
    pages = [node for node in nodes if _is(node, _PAGE) and "datePublished" in node]
    chosen = sorted(articles, key=lambda node: "headline" not in node)[:1] or pages[:1] or [{}]
    crumbs = next((node for node in nodes if _is(node, _CRUMBS)), {})
    return Described(node=chosen[0], by_id=by_id, breadcrumbs=tuple(_crumbs(crumbs)))


def is_article(node: Node) -> bool:
    """Whether the node's type is one of schema.org's articles."""
    return _is(node, _ARTICLE)


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    scripts = tree.xpath('//script[contains(@type, "ld+json")]')[:_MOST_SCRIPTS]
    waiting: list[Any] = [_parsed(script.text or "") for script in reversed(scripts)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value[:_MOST_NODES]))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in _CONTAINERS if isinstance(value.get(key), dict | list))


def _parsed(script: str) -> Any:
    """Return the script's value, repaired where it is broken; the plain strings alone when it cannot be."""
    if len(script) > _LONGEST:
        return {}
    bare = _WRAPPING.sub("", script)
    for attempt in (bare, _WRAPPING.sub("", _TRAILING_COMMA.sub("", bare)), unescape(bare)):
        try:
            # The decoder that reads raw line breaks in strings, and whatever follows the first value, is not strict.
            return json.JSONDecoder(strict=False).raw_decode(attempt.lstrip())[0]
        except (ValueError, RecursionError):
            continue
    return {"@type": "Article", **dict(reversed(_STRINGS.findall(bare)))} if "Article" in bare else {}


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    return any(isinstance(name, str) and kind.match(name) for name in _as_list(node.get("@type")))


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline")
        value = _as_list(value)[0] if _as_list(value) else ""
    return value if isinstance(value, str) else ""


def _as_list(value: Any) -> Sequence[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _crumbs(node: Node) -> Iterator[str]:
    for item in _as_list(node.get("itemListElement")):
        if isinstance(item, dict):
            yield _name(item) or _name(item.get("item"))
