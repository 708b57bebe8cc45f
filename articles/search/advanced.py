"""The advanced form: boxes that write the grammar of the search box, and read it back.

What no box can show stays whole in the box for all else, so that nothing is lost by opening the form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from articles.search.asked_fields import Counting, InHeadline, InLanguage, Named, OnDays
from articles.search.query import BadQuery, PassedOver, Query, parse
from articles.search.terms import Joined, Leaf, Node, Not, Term
from articles.search.typed import QUOTES

_BARE: Final = re.compile(rf"[^\s(){QUOTES}*−-][^\s(){QUOTES}]*")  # a value that needs no quotation marks
_NO_WORDS: Final = re.compile(rf"[(){QUOTES}]")
_OPERATORS: Final = frozenset({"OR", "AND"})
_SEVERAL: Final = frozenset({"words", "without", "title"})  # boxes that hold more than one clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """What stands in each box of the form; "" where nothing does."""

    words: str = ""  # all of these
    phrase: str = ""
    any_of: str = ""  # two words at least; one is asked for like all others
    without: str = ""
    title: str = ""
    by: str = ""
    about: str = ""
    low: str = ""
    high: str = ""
    days: str = "published"  # or said: what `first` and `last` mean
    first: str = ""
    last: str = ""
    topic: str = ""
    place: str = ""
    publisher: str = ""
    lang: str = ""
    rest: str = ""  # all else, in the grammar of the box


def write(boxes: Boxes) -> str:
    """Return the query that asks for what stands in the boxes."""
    return " ".join(text for _box, text in parts(boxes))


def parts(boxes: Boxes) -> Iterator[tuple[str, str]]:
    """Yield the parts of the query, each with the box that it comes from."""
    yield from _word_parts(boxes)
    for name in ("by", "about"):
        if value := _value(getattr(boxes, name)):
            yield name, f"{name}:{value}"
    # Without quotation marks a number or day would take in a word that follows it.
    for box, name, value in (
        ("low", "number", _range(boxes.low, boxes.high)),
        ("first", boxes.days, _range(boxes.first, boxes.last)),
    ):
        if value:
            yield box, f'{name}:"{value}"' if boxes.rest or not _BARE.fullmatch(value) else f"{name}:{value}"
    for name in ("topic", "place", "publisher", "lang"):
        if value := _value(getattr(boxes, name)):
            yield name, f"{name}:{value}"
    if rest := boxes.rest.strip():
        yield "rest", rest


def _word_parts(boxes: Boxes) -> Iterator[tuple[str, str]]:
    if words := _words(boxes.words):
        yield "words", " ".join(words)
    if phrase := " ".join(_NO_WORDS.sub(" ", boxes.phrase).split()):
        yield "phrase", f'"{phrase}"'
    if any_of := _operands(boxes.any_of):
        yield "any_of", f"({' OR '.join(any_of)})"
    if without := _operands(boxes.without):
        yield "without", " ".join(f"-{word}" for word in without)
    if title := _words(boxes.title):
        yield "title", f"title:({' '.join(title)})" if len(title) > 1 else f"title:{title[0]}"


def _words(typed: str) -> list[str]:
    return _NO_WORDS.sub(" ", typed).split()


def _operands(typed: str) -> list[str]:
    return [word for word in _words(typed) if word not in _OPERATORS]


def _value(typed: str) -> str:
    value = " ".join(re.sub(f"[{QUOTES}]", " ", typed).split())
    return value if not value or _BARE.fullmatch(value) else f'"{value}"'


def _range(first: str, last: str) -> str:
    """Return one value, a range, or a range open at one end; "" without either."""
    first, last = (" ".join(re.sub(f"[{QUOTES}]", " ", end).split()) for end in (first, last))
    return first if first == last else f"{first}..{last}"


def read(text: str) -> Boxes:
    """Return the boxes that ask for what a query asks; all of it in `rest` where boxes would change what it means."""
    whole = Boxes(rest=text.strip())
    try:
        query = parse(text)
        if query is None:
            return Boxes()
        boxes = _filled(query)
        return boxes if _same(parse(write(boxes)), query) else whole
    except BadQuery:
        return whole


def _same(one: Query | None, other: Query) -> bool:
    return one is not None and Counter(_required(one)) == Counter(_required(other))


def _required(query: Query) -> Iterator[Node]:
    for clause in query.clauses:
        node = clause.node
        yield from node.nodes if isinstance(node, Joined) and node.by == "&" else (node,)


def _filled(query: Query) -> Boxes:
    """Put each clause into its box; what has none, or finds it taken, stays as it was typed."""
    found = [(clause.start, clause.end, _box(clause.node)) for clause in query.clauses]
    found += [(word.start, word.end, {"words": word.text}) for word in query.passed_over if not _within(word, query)]
    boxes, rest = Boxes(), []
    for start, end, filled in sorted(found, key=lambda one: one[0]):
        if filled and all(box in _SEVERAL or not getattr(boxes, box) for box in filled.keys() - {"days"}):
            values = {
                box: text if box == "days" else f"{getattr(boxes, box)} {text}".strip() for box, text in filled.items()
            }
            boxes = replace(boxes, **values)
        else:
            rest.append(query.text[start:end])
    return replace(boxes, rest=" ".join(rest).strip())


def _within(word: PassedOver, query: Query) -> bool:
    return any(clause.start <= word.start < clause.end for clause in query.clauses)


def _box(node: Node) -> dict[str, str]:
    """Return what stands in which box to ask for a clause; empty when no box can."""
    match node:
        case Term(quoted=True):
            return {"phrase": node.printed}
        case Term():
            return {"words": _typed(node)}
        case Not(node=Term(quoted=False) as term) if " " not in term.printed:
            return {"without": _typed(term)}
        case Joined(by="|") if words := _single_words(node.nodes):
            return {"any_of": " ".join(words)}
        case Joined() | InHeadline() if title := _title(node):
            return {"title": title}
        case Leaf():
            return _field_box(node)
    return {}


def _title(node: Node) -> str:
    """Return the box that asks for words of the headline; "" when no box can."""
    match node:
        case InHeadline(words=Term(quoted=False)):
            return _typed(node.words)
        case Joined(by="|"):
            terms = [leaf.words for leaf in node.nodes if isinstance(leaf, InHeadline)]
            return " OR ".join(_single_words(terms)) if len(terms) == len(node.nodes) else ""
        case Joined():
            parts = [_title(part) for part in node.nodes]
            return " ".join(parts) if all(parts) else ""
    return ""


def _single_words(nodes: Sequence[Node]) -> list[str]:
    """Return the words of terms that are one word each; none when there are others among them."""
    words = [_typed(node) for node in nodes if isinstance(node, Term) and not node.quoted and " " not in node.printed]
    return words if len(words) == len(nodes) else []


def _typed(term: Term) -> str:
    return f"{term.printed}*" if term.prefix else term.printed


def _field_box(leaf: Leaf) -> dict[str, str]:
    match leaf:
        case Named():
            return {leaf.name: f"{leaf.printed}*" if leaf.prefix else leaf.printed}
        case InLanguage():
            return {"lang": leaf.printed}
        case Counting():
            low, high = leaf.ends
            return {"low": low, "high": high}
        case OnDays():
            first, last = leaf.ends
            return {"days": leaf.name, "first": first, "last": last}
    return {}
