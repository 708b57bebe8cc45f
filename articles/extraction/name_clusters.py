"""Which printings mean one and the same: a short name the full one before it, an acronym what it shortens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from articles.extraction.findings import Form, Kind, Named, Printed
from articles.extraction.indonesian.places import SHORTENED
from articles.extraction.name_candidates import Candidate
from articles.extraction.name_words import Words
from articles.text.names import name_key

_AREAS: Final[frozenset[Kind]] = frozenset(("place", "country"))
_FEWEST_INITIALS: Final = 3


@dataclass(slots=True, eq=False)
class _Cluster:
    key: tuple[str, ...]  # the words of the fullest name
    kind: Kind
    printings: list[tuple[Candidate, Form]] = field(default_factory=list)


def clustered(
    words: Words, candidates: Iterable[Candidate], confidence: Callable[[Candidate], float]
) -> Iterator[Named]:
    """Yield everybody and everything named, each once."""
    people: list[Candidate] = []
    others: list[Candidate] = []
    for candidate in candidates:
        (people if candidate.kind == "person" else others).append(candidate)
    for cluster in (*_people(words, people), *_others(words, others)):
        yield _named(words, cluster, confidence)


def _key(words: Words, candidate: Candidate) -> tuple[str, ...]:
    text = words.printed(candidate.first, candidate.after)
    return tuple((text.lower() if text.isascii() and text.replace(" ", "").isalnum() else name_key(text)).split())


def _people(words: Words, candidates: list[Candidate]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    by_candidate: dict[int, _Cluster] = {}
    keyed = [(candidate, _key(words, candidate)) for candidate in candidates if candidate.stands_for is None]
    for key in sorted({key for _, key in keyed}, key=lambda key: (-len(key), -sum(map(len, key)))):
        hosts = [cluster for cluster in clusters if _part_of(key, cluster.key)]
        if not hosts:
            clusters.append(_Cluster(key, "person"))
            hosts = clusters[-1:]
        for candidate in (candidate for candidate, its in keyed if its == key):
            host = _latest(hosts, candidate)
            host.printings.append((candidate, "full" if key == host.key else "short"))
            by_candidate[id(candidate)] = host
    _aliases(words, candidates, by_candidate)
    return [cluster for cluster in clusters if cluster.printings]


def _part_of(key: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether all words of `key` stand in `full` in their order; an initial stands for its word."""
    if len(key) == len(full) > 1:
        return key != full and all(_fits(short, word) for short, word in zip(key, full, strict=True))
    if len(key) > len(full) or (len(key) == 1 and len(key[0]) == 1):
        return False
    rest = iter(full)
    return all(any(_fits(short, word) for word in rest) for short in key)


def _fits(short: str, word: str) -> bool:
    return short == word or (len(short) == 1 and word.startswith(short)) or (len(word) == 1 and short.startswith(word))


def _latest(hosts: list[_Cluster], candidate: Candidate) -> _Cluster:
    """Return which of several bearers of a short name was named last before this place."""
    if len(hosts) == 1:
        return hosts[0]

    def last_before(host: _Cluster) -> int:
        return max((one.first for one, _ in host.printings if one.first < candidate.first), default=-1)

    return max(hosts, key=last_before)


def _aliases(words: Words, candidates: list[Candidate], hosts: dict[int, _Cluster]) -> None:
    """Put aliases to whom they stand for, and whoever is called by an alias elsewhere."""
    for alias in candidates:
        if alias.stands_for is None:
            continue
        host = hosts[id(alias.stands_for)]
        host.printings.append((alias, "alias"))
        key = _key(words, alias)
        for other in {id(cluster): cluster for cluster in hosts.values()}.values():
            if other is not host and other.key == key:
                host.printings.extend((candidate, "alias") for candidate, _ in other.printings)
                other.printings.clear()


def _others(words: Words, candidates: list[Candidate]) -> list[_Cluster]:
    clusters: dict[tuple[str, ...], _Cluster] = {}
    by_candidate: dict[int, _Cluster] = {}
    for candidate in candidates:
        if candidate.stands_for is not None:
            host = by_candidate[id(candidate.stands_for)]
            host.printings.append((candidate, "alias"))
            clusters.setdefault(_key(words, candidate), host)
            continue
        key = _key(words, candidate)
        key = SHORTENED.get(key, key) if candidate.kind in _AREAS else key
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = _Cluster(key, candidate.kind)
        cluster.printings.append((candidate, "full"))
        by_candidate[id(candidate)] = cluster
    return list({id(cluster): cluster for cluster in clusters.values()}.values())


def _named(words: Words, cluster: _Cluster, confidence: Callable[[Candidate], float]) -> Named:
    printings = sorted(cluster.printings, key=lambda printing: printing[0].first)
    best = max(printings, key=lambda printing: confidence(printing[0]))[0]
    texts = dict.fromkeys(words.printed(candidate.first, candidate.after) for candidate, _ in printings)
    longest = max(
        (words.printed(candidate.first, candidate.after) for candidate, form in printings if form == "full"),
        key=lambda text: (text.count(" "), len(text)),
        default=next(iter(texts)),
    )
    return Named(
        kind=cluster.kind,
        name=longest,
        variants=tuple(text for text in texts if text != longest),
        printed=tuple(
            Printed(span=words.span(one.first, one.after), form=form, role=one.role, nested=one.nested)
            for one, form in printings
        ),
        rule=best.rule,
        confidence=confidence(best),
    )
