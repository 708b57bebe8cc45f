"""What a language pack tells of figures. The engine holds no word of any language; these fields do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from articles.extraction.findings import Approximation


def words(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(listed.split())


def phrases(listed: str) -> frozenset[str]:
    """Return the phrases of a list; bars and ends of lines part them."""
    return frozenset(phrase.strip() for line in listed.splitlines() for phrase in line.split("|") if phrase.strip())


def plain_forms(listed: str) -> dict[str, str]:
    """Return each printed form with its plain one, from lines as "hektare: hektare | hektar | ha"."""
    rows = [line.split(":", 1) for line in listed.splitlines() if line.strip()]
    return {form: plain.strip() for plain, forms in rows for form in phrases(forms)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words around figures in one language, all in small letters. Phrases have single spaces."""

    # Before a number: what it says of how exact the number is, None where it says nothing of that ("sebanyak").
    qualifiers: Mapping[str, Approximation | None]
    fillers: frozenset[str]  # may stand between a qualifier and its number: "ada", "angka"
    over_verbs: frozenset[str]  # qualifiers from which a verb may part the number: "baru menerima 11 laporan"
    after: Mapping[str, Approximation]  # behind a number: "lebih", "or more"
    compared: frozenset[str]  # behind these "more" compares: "lebih besar"
    counting: frozenset[str]  # before a number that counts what has a name: "memiliki 19 Cagar Budaya"
    units: Mapping[str, str]  # printed form to plain form: "persen" to "%"
    durations: Mapping[str, str]
    smaller: Mapping[str, tuple[str, int]]  # duration to the one that may follow it, and how many make it
    times: frozenset[str]  # how often, how many-fold: "kali", "times"
    money: Mapping[str, str]  # behind a number: "dolar as" to "USD"
    scale_letters: Mapping[str, int]  # behind an amount of money alone: "t" to 10**12
    per: frozenset[str]  # "per", "tiap"
    not_after: frozenset[str]  # a number behind these is a name, a place in an order, a law
    idioms: frozenset[str]  # a word with a number behind it that counts nothing: "kaki lima"
    shortened: frozenset[str]  # words that end in a full stop and end no sentence: "no."
    not_before: frozenset[str]  # a number before these counts nothing: "wib", "ayat"
    ages: frozenset[str]  # before years of age: "berusia"
    life: frozenset[str]  # an age, some words before its years: "usianya"
    spans: frozenset[str]  # before years that are no age: "selama delapan tahun ini"
    rates: frozenset[str]  # before the one of a rate of exchange: "kurs 1 yuan"
    sorts: frozenset[str]  # before a measure that only tells of which sort something is: "kelas 61 kg"
    no_one: frozenset[str]  # behind 1 in words where there is none: "satu pun"
    none: frozenset[str]  # before it: "tidak satu"
    mates: frozenset[str]  # before it where it means the same: "rekan satu klub"
    within: frozenset[str]  # before it where it means one and the same: "dalam satu sistem"
    before_years: frozenset[str]  # "sejak", "pada"
    years: frozenset[str]  # of the durations, those in which ages are told
    ago: frozenset[str]  # behind a duration that is a date: "lalu"
    this: frozenset[str]  # "itu", "ini"
    people: frozenset[str]  # nouns for human beings, for telling whether two counts are of one sort
    classifiers: frozenset[str]  # "orang", "buah": they count anything of their sort
    things: frozenset[str]  # nouns that are counted even where they stand in capitals: "38 Provinsi"
    compounds: frozenset[str]  # two words that are one noun: "warga negara"
    no_nouns: frozenset[str]  # words that may follow a number and are nothing that is counted
    verbs: str  # pattern of a word that is a verb
    looks_like_verb: frozenset[str]
    plural: str  # of a noun at the end of the words behind a number ("ten armed rebels"); "" where the noun is first
    possessive: str  # pattern of an ending that is no part of a noun: the "nya" of "muridnya"
    predicates: frozenset[str]  # words that open a predicate: "telah", "were"
    befell: frozenset[str]  # behind a number of people told of before: "tewas", "were"
    auxiliaries: frozenset[str]  # of those, the ones that tell nothing alone: "telah", not "died"
    joins: frozenset[str]  # "dan", "and"
    not_one_before: frozenset[str]  # nouns before which 1 in words is an article or idiom: "hal", "sisi"
    not_half_before: frozenset[str]  # words that "setengah" only colours: "matang", "hati"
    fold: str  # behind a number of times, how many-fold: "lipat"; "" for none
    ranges: frozenset[str]  # between two ends: "hingga", "to"
    either: frozenset[str]  # between two small numbers of which one is meant: "dua atau tiga"
    into: frozenset[str]  # between two values of one thing that changes: "dari 5 menjadi 8 kursi"
    out_of: frozenset[str]  # before the first of the two: "dari", "from"
    millions: frozenset[str]  # letters tied to a number that are no unit before a noun: the "m" of "20m barrels"
    others: frozenset[str]  # behind a number of more like those before: "tiga lainnya"
    ranges_between: Mapping[str, str]  # what opens a range to what parts it: "antara" to "dan"
    of: frozenset[str]  # "dari", "out of"
    of_bare: frozenset[str]  # as much, directly behind the number alone: the "in" of "one in five"
    that: frozenset[str]  # opens a clause: "bahwa", "that"
    of_all: frozenset[str]  # may stand between "dari" and the whole: "total", "the"
    among: frozenset[str]  # on a part of those before, behind or before it: "di antaranya", "of them"
    of_those: frozenset[str]  # opens a sentence on a part of those before: "dari jumlah tersebut"
    collectives: Mapping[str, int]  # "kelima": all of those five
    changes: frozenset[str]  # verbs of change: a share behind these is no share of what follows "dari"
    tells: frozenset[str]  # verbs that open a predicate and that no pattern knows: "capai", "spent"
    no_verbs: frozenset[str]  # look like verbs or tell of change, and stand in the noun phrase: "dividen", "tertinggi"
    said: frozenset[str]  # who says it begins or ends here: "kata", "said"
    clauses: frozenset[str]  # open another clause: "karena", "when"
    nears: frozenset[str]  # what a single word behind it measures: "pada kedalaman", "with"
    beside: frozenset[str]  # what stands before these has another number beside it: "dijual dengan harga"
    levels: frozenset[str]  # nouns that only say that a number follows: "angka", "level"
    in_games: frozenset[str]  # between what is won and the games, besides "dari": "dalam", "in"
    targets: frozenset[str]  # nouns behind which the whole of a share follows: "persen dari target Rp 3 triliun"
    sums: str  # pattern of what opens "jumlah pengguna", before the noun
    part_of_games: frozenset[str]  # what is won in games: "poin", "gol"
    games: frozenset[str]
    until: frozenset[str]  # before the day up to which was counted
    since: frozenset[str]  # before the day or the event from which was counted
    since_event: frozenset[str]  # "setelah": only with one of `starts` behind it
    starts: frozenset[str]  # words of beginning: "dimulainya", "reopened"
    boilerplate: tuple[str, ...]  # beginnings of lines that lead elsewhere: "baca juga"
