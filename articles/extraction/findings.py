"""What the rules find in a text. Each finding has its place in the body, the rule that found it, and how sure it is.

Nothing here is a decision: an editor confirms or rejects. Findings of one text refer to each other by identity.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from articles.text.dates import FuzzyDate
from articles.text.spans import Span

# The words of the database for the same things.
Kind = Literal["person", "organisation", "government_body", "news_agency", "publisher", "group", "country", "place"]
Form = Literal["full", "short", "alias", "pronoun", "clitic"]
Approximation = Literal["exact", "about", "at_least", "at_most", "nearly", "more_than"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One place in which somebody is named."""

    span: Span  # the name alone, without title and role
    form: Form
    role: Span | None = None  # the role as printed beside it: "Juru Bicara Kementerian Luar Negeri Rusia"
    nested: bool = False  # inside another name or role: "Rusia" in "Kementerian Luar Negeri Rusia"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named:
    """Somebody or something that the text names, with every place where it does, in text order."""

    kind: Kind
    name: str  # the fullest form printed, titles left out, or its usual name, which the text need not print
    variants: tuple[str, ...] = ()  # other forms printed: short names, aliases, acronyms
    printed: tuple[Printed, ...]
    rule: str
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said something, as far as one place in the text tells."""

    named: Named | None  # None: nobody whom the text names ("para peneliti", "seorang warga")
    words: Span | None  # what tells of the speaker here: a name, a role, "dia", the "nya" of "ujarnya"; None: nothing
    described: str = ""  # the words for one who is not named; "" otherwise
    resolved: Literal["named", "pronoun", "carried_over"] = "named"

    @property
    def name(self) -> str:
        """How a reader would call the speaker; "" when nobody can tell."""
        return self.named.name if self.named else self.described


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """Who passed the words on, where the sentence itself names it."""

    named: Named | None  # None: named by words that are no known name
    words: Span
    role: Literal["issuer", "agency", "publisher"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the sentences around a quote say of it; None and () where they say nothing."""

    said: FuzzyDate | None = None
    said_words: Span | None = None  # None with `said`: taken over from a quote before, see `said_basis`
    said_basis: str = ""  # a sentence for an editor
    addressee: Named | None = None
    addressee_words: Span | None = None
    venue: Span | None = None
    medium: Span | None = None
    hops: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Quote:
    """Words that somebody said, or what somebody is reported to have said."""

    type: Literal["direct", "indirect", "mixed"]
    content: Span  # direct: inside the marks; else the clause that tells what was said
    printed: Span | None = None  # direct: with the marks
    marked: tuple[Span, ...] = ()  # mixed: the stretches inside marks
    sentence: Span  # direct: content; else the sentence that reports it
    cue: Span | None = None  # the word of saying; None where there is none
    speaker: Speaker
    circumstances: Circumstances = Circumstances()
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A number that counts or measures something, in one place of the text."""

    span: Span  # number with unit or what is counted: "Rp 2,36 miliar", "39 saksi", "883 dari 1.100 orang"
    number: Span  # figures and scale alone
    value: Decimal
    value_to: Decimal | None = None  # the upper end of a range
    unit: str  # as printed, in its plain form: "orang", "IDR", "%", "hektare", "IDR/kg", "tahun"
    measure: str  # what is counted, in a few printed words: "warga Rusia telah tiba di Rusia"
    approximation: Approximation = "exact"
    qualifier: Span | None = None  # "sekitar", "sebanyak", "lebih dari"
    population: Span | None = None  # who or what is counted, as printed
    out_of: Figure | None = None  # its denominator, which stands anywhere in the text
    as_of: FuzzyDate | None = None
    as_of_words: Span | None = None
    since: FuzzyDate | None = None
    since_words: Span | None = None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Day:
    """A date printed in the text, and the days that it means."""

    span: Span  # with its weekday and parentheses: "Rabu (6/12/2023)"
    value: FuzzyDate | None  # None: it gives none
    kind: Literal["date", "since", "relative"] = "date"
    basis: str = ""  # how the days follow from the words, a sentence for an editor
    weekday: str = ""  # as printed; "" when none is
    weekday_fits: bool | None = None  # None when no weekday is printed
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that the rules find in one text, each list in text order."""

    names: tuple[Named, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    days: tuple[Day, ...] = ()
