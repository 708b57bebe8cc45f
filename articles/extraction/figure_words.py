"""What a language pack tells of figures. The engine holds no word of any language; these fields do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from articles.extraction.findings import Approximation


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words around figures in one language, all in small letters. Phrases have single spaces."""

    # Before a number: what it says of how exact the number is, None where it says nothing of that ("sebanyak").
    qualifiers: Mapping[str, Approximation | None]
    after: Mapping[str, Approximation]  # behind a number: "lebih", "or more"
    units: Mapping[str, str]  # printed form to plain form: "persen" to "%"
    durations: frozenset[str]
    times: frozenset[str]  # "kali", "times": how often, how many-fold
    money: Mapping[str, str]  # behind a number: "dolar as" to "USD"
    scale_letters: Mapping[str, int]  # behind an amount of money alone: "t" to 10**12
    per: frozenset[str]  # "per", "tiap"
    not_after: frozenset[str]  # a number behind these is a name, a place in an order, a law
    not_before: frozenset[str]  # a number before these counts nothing: "wib", "ayat"
    ages: frozenset[str]  # before years of age: "berusia"
    ago: frozenset[str]  # behind a duration that is a date: "lalu"
    people: frozenset[str]  # nouns for human beings, for telling whether two counts are of one sort
    classifiers: frozenset[str]  # "orang", "buah": they count anything of their sort
    compounds: frozenset[str]  # two words that are one noun: "warga negara"
    no_nouns: frozenset[str]  # words that may follow a number and are nothing that is counted
    verbs: str  # pattern of a word that is a verb
    looks_like_verb: frozenset[str]
    predicates: frozenset[str]  # words that open a predicate: "telah", "were"
    one: frozenset[str]  # words for 1 that are articles as well
    not_one_before: frozenset[str]  # nouns before which "satu" is an article or idiom: "hal", "sisi"
    ranges: frozenset[str]  # "hingga", "to"
    between: Mapping[str, str]  # what opens a range to what parts it: "antara" to "dan"
    of: frozenset[str]  # "dari", "of"
    of_all: frozenset[str]  # may stand between "dari" and the whole: "total", "the"
    among: tuple[str, ...]  # behind a part of those before: "di antaranya", "of them"
    of_those: tuple[str, ...]  # opens a sentence on those before: "dari jumlah tersebut"
    changes: frozenset[str]  # verbs of change: a share behind these is no share of what follows "dari"
    part_of_game: frozenset[str]  # what is won in games: "poin", "gol"
    games: frozenset[str]
    until: tuple[str, ...]  # before the day up to which was counted
    since: tuple[str, ...]  # before the day or the event from which was counted
    starts: frozenset[str]  # verbs of beginning, after "setelah"
    after_event: frozenset[str]  # "setelah", "after"
    boilerplate: tuple[str, ...]  # beginnings of lines that lead elsewhere: "baca juga"
