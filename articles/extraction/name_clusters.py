"""Which printings mean one and the same: a short name the full one before it, an acronym what it shortens."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from articles.extraction.findings import Form, Kind, Named, Printed
from articles.extraction.indonesian.people import FIRST_NAMES, WHOLE_NAMES
from articles.extraction.name_candidates import Candidate
from articles.extraction.name_near import Near
from articles.extraction.name_spellings import usual_key, usual_name
from articles.extraction.name_words import Words
from articles.text.names import name_key

_MOST_HOSTS: Final = 8
_WHOLE_KEYS: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    key: tuple(name_key(name).split()) for key, name in WHOLE_NAMES.items()
}
_FIRST_NAMES: Final = frozenset((name,) for name in FIRST_NAMES)


@dataclass(slots=True, eq=False)
class _Cluster:
    key: tuple[str, ...]  # the words of the fullest name
    kind: Kind
    full_at: list[int] = field(default_factory=list)  # the first words of full printings, in text order
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
    by_key: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.stands_for is None:
            by_key[_key(words, candidate)].append(candidate)
    clusters: dict[tuple[str, ...], _Cluster] = {}
    by_word: defaultdict[str, list[_Cluster]] = defaultdict(list)  # a name and its short form share a whole word
    singles = Near(words.lexicon, by_key)
    near: defaultdict[str, list[_Cluster]] = defaultdict(list)  # by a word that hardly means anybody else
    by_candidate: dict[int, _Cluster] = {}
    for key in sorted(by_key, key=lambda key: (-len(key), -sum(map(len, key)))):
        hosts = [cluster for cluster in by_word[max(key, key=len)] if _part_of(key, cluster.key)]
        hosts = _by_whole_name(key, clusters) or _first_named(key, hosts) or hosts or near[" ".join(key)]
        if (
            not hosts
            or (key in _FIRST_NAMES and hosts[0].key[0] != key[0])
            or _other_office(words, key, hosts, by_key[key])
        ):
            hosts = [_Cluster(key, "person", [candidate.first for candidate in by_key[key]])]
            clusters[key] = hosts[0]
            for word in set(key):
                by_word[word].append(hosts[0])
            for word in singles.to(key):
                near[word].append(hosts[0])
        for candidate in by_key[key]:
            host = _latest(hosts, candidate)
            host.printings.append((candidate, "full" if key == host.key else "short"))
            by_candidate[id(candidate)] = host
    _aliases(words, candidates, clusters, by_candidate)
    return [cluster for cluster in clusters.values() if cluster.printings]


def _by_whole_name(key: tuple[str, ...], clusters: Mapping[tuple[str, ...], _Cluster]) -> list[_Cluster]:
    """Return who is named in full, where everybody calls them by `key`: Joko Widodo for "Jokowi"."""
    host = clusters.get(_WHOLE_KEYS.get(key, ()))
    return [host] if host else []


def _first_named(key: tuple[str, ...], hosts: list[_Cluster]) -> list[_Cluster]:
    """Return those whose name begins with `key`: "Budi" is Budi Santoso rather than Joko Budi."""
    return [host for host in hosts if host.key[: len(key)] == key]


def _other_office(words: Words, key: tuple[str, ...], hosts: list[_Cluster], short: list[Candidate]) -> bool:
    """Return whether a last name is printed with an office which nobody whose last name it is bears."""
    if any(host.key[0] == key[0] for host in hosts):
        return False
    told = _offices(words, short)
    borne = [_offices(words, [one for one, _ in host.printings]) for host in hosts]
    return bool(told) and all(offices and not offices & told for offices in borne)


def _offices(words: Words, candidates: Iterable[Candidate]) -> set[str]:
    """Return the first words of the offices in capitals that are printed before a name."""
    before = [one.role for one in candidates if one.role is not None and one.role.end <= words.start[one.first]]
    found = (role.of(words.body).split()[0] for role in before)
    return {word.lower() for word in found if word[0].isupper()}


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
    """Return which of several bearers of a short name was named in full last before this place."""
    if len(hosts) == 1:
        return hosts[0]
    return max(hosts[:_MOST_HOSTS], key=lambda host: _last_before(host.full_at, candidate.first))


def _last_before(places: list[int], place: int) -> int:
    index = bisect_left(places, place)
    return places[index - 1] if index else -1


def _aliases(
    words: Words,
    candidates: list[Candidate],
    clusters: Mapping[tuple[str, ...], _Cluster],
    by_candidate: Mapping[int, _Cluster],
) -> None:
    """Put aliases to whom they stand for, and whoever is called by an alias elsewhere."""
    for alias in candidates:
        if alias.stands_for is None:
            continue
        host = by_candidate[id(alias.stands_for)]
        host.printings.append((alias, "alias"))
        other = clusters.get(_key(words, alias))
        if other is not None and other is not host:
            host.printings.extend((candidate, "alias") for candidate, _ in other.printings)
            other.printings.clear()


def _others(words: Words, candidates: list[Candidate]) -> list[_Cluster]:
    clusters: dict[tuple[str, ...], _Cluster] = {}
    by_candidate: dict[int, _Cluster] = {}
    for candidate in candidates:
        if candidate.stands_for is not None:
            host = by_candidate[id(candidate.stands_for)]
            host.printings.append((candidate, "alias"))
            clusters.setdefault(usual_key(_key(words, candidate), candidate.kind), host)
            continue
        key = _key(words, candidate)
        key = usual_key(key, candidate.kind)
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
    full = [words.printed(one.first, one.after) for one, form in printings if form == "full"]
    name = usual_name(full or list(texts), cluster.key, cluster.kind)
    return Named(
        kind=cluster.kind,
        name=name,
        variants=tuple(text for text in texts if text != name),
        printed=tuple(
            Printed(span=words.span(one.first, one.after), form=form, role=one.role, nested=one.nested)
            for one, form in printings
        ),
        rule=best.rule,
        confidence=confidence(best),
    )
