"""What the rules found in one text becomes suggestions, and is noted as read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.actions.suggesting import days, mentions, quotes
from articles.actions.suggesting.days import dates_of
from articles.actions.suggesting.entities import add_new
from articles.actions.suggesting.figures import Counted, counted_in
from articles.actions.suggesting.linking import link
from articles.actions.suggesting.mentions import mentions_of, to_be_named
from articles.actions.suggesting.quotes import Said, numbered, people_in, quotes_of, to_be_quoted
from articles.actions.suggesting.remembered import Remembered, Standing
from articles.actions.suggesting.rows import Suggestion, Work, take_up
from articles.actions.suggesting.texts import Text, told_now
from articles.actions.suggesting.withdraw import withdraw
from articles.actions.suggesting.writing import write_others, write_quotes
from articles.extraction.findings import Findings, Named
from articles.extraction.known import Known
from articles.models import Reading

_NAMING = ("entity_id", "speaker_id", "addressee_id", "stated_by_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules that read, and what was learnt about them."""

    edition: str
    known: Known
    trusted: Mapping[str, float]
    silenced: frozenset[str]  # rules of whose suggestions editors reject most


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is noted of a reading."""

    edition: str
    seconds: float
    failure: str = ""  # a sentence; "" when the rules could read the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    found: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    withdrawn: int = 0
    failure: str = ""
    unused: frozenset[int] = frozenset()  # entities that this text has named and does not name any more


def store(text: Text, findings: Findings, rules: Rules, note: Note) -> Stored | None:
    """Store a reading in the caller's transaction, who is a writer; None when the article has changed since.

    After a failure, what the article has stays as it is.
    """
    if told_now(text.article) != text.told:
        return None
    if note.failure:
        _note(text, note, {})
        return Stored(failure=note.failure)
    findings = _heard(findings, rules.silenced)
    remembered = Remembered.of(text)
    before = _named_by(remembered)
    work, places, added = _linked(text, findings, rules, remembered)
    said, spoken, lost_quotes = _quotes(findings, work)
    counted = counted_in(findings.figures, work, said)
    named, lost_names = _taken_up(mentions_of(places, work), work, "mention", mentions.COLUMNS)
    dated, lost_days = _taken_up(dates_of(findings.days, work, said), work, "date", days.COLUMNS)
    write_others(named, dated, counted, text)
    lost = {"mention": lost_names, "quote": lost_quotes, "printing": counted.lost_printings, "date": lost_days}
    found = _counts(findings)
    withdrawn = withdraw(lost, counted.lost_figures)
    _note(text, note, found)
    return Stored(
        found=found,
        added=_added(named, spoken, dated, counted, added),
        withdrawn=withdrawn,
        unused=frozenset(before - _named_in([*named, *spoken], counted)),
    )


def _heard(findings: Findings, silenced: frozenset[str]) -> Findings:
    """Leave out what comes from rules that editors do not want to hear any more."""
    if not silenced:
        return findings
    return Findings(
        names=tuple(one for one in findings.names if one.rule not in silenced),
        quotes=tuple(one for one in findings.quotes if one.rule not in silenced),
        figures=tuple(one for one in findings.figures if one.rule not in silenced),
        days=tuple(one for one in findings.days if one.rule not in silenced),
    )


def _linked(
    text: Text, findings: Findings, rules: Rules, remembered: Remembered
) -> tuple[Work, list[tuple[Named, Any]], int]:
    """Link the names, adding who is new and needed; return the places to suggest too, and how many were added."""
    shelf = remembered.shelves["mention"]
    links = link(findings.names, mentions=shelf, known=rules.known)
    work = Work(text=text, remembered=remembered, links=links, trusted=rules.trusted, edition=rules.edition)
    places = to_be_named(findings.names, text, shelf, links)
    needed = {named for named, _ in places} | people_in(to_be_quoted(findings.quotes, work))
    reason = f"The rules ({rules.edition}) found the name in article {text.article}."
    added = add_new([named for named in findings.names if named in needed], links=links, reason=reason)
    return work, places, added


def _quotes(findings: Findings, work: Work) -> tuple[Said, list[Suggestion], list[Standing]]:
    """Write the quotes; return where which stands, those suggested, and those that were not found again."""
    shelf = work.remembered.shelves["quote"]
    suggestions, lost = _taken_up(quotes_of(to_be_quoted(findings.quotes, work), work), work, "quote", quotes.COLUMNS)
    numbered(suggestions, shelf.all)
    write_quotes(suggestions, work.text)
    said = Said(quotes=[(one.words, one.row) for one in suggestions])
    said.quotes += [(one.words, one.row) for one in shelf.all if one.taken and not one.rejected and one.words]
    return said, suggestions, lost


def _taken_up(
    fresh: Iterable[Suggestion], work: Work, kind: str, columns: Sequence[str]
) -> tuple[list[Suggestion], list[Standing]]:
    suggestions = list(fresh)
    return suggestions, take_up(suggestions, work.remembered.shelves[kind], columns)


def _named_by(remembered: Remembered) -> set[int]:
    """Return whom suggestions name that nobody has looked at: before anything is written."""
    standing = [one for shelf in remembered.shelves.values() for one in shelf.all] + list(
        remembered.statistics.values()
    )
    return _keys(one.row for one in standing if not one.taken)


def _named_in(suggestions: Iterable[Suggestion], counted: Counted) -> set[int]:
    return _keys([*(one.row for one in suggestions), *(claim.row for claim in counted.claims)])


def _keys(rows: Iterable[Any]) -> set[int]:
    return {key for row in rows for column in _NAMING if (key := getattr(row, column, None))}


def _counts(findings: Findings) -> Counter[str]:
    return Counter(
        mention=sum(len(named.printed) for named in findings.names),
        quote=len(findings.quotes),
        printing=len(findings.figures),
        date=len(findings.days),
    )


def _added(
    named: Sequence[Suggestion], spoken: Sequence[Suggestion], dated: Sequence[Suggestion], counted: Counted, new: int
) -> Counter[str]:
    lists = {"mention": named, "quote": spoken, "printing": counted.printings, "date": dated}
    added = Counter({kind: sum(one.before is None for one in found) for kind, found in lists.items()})
    added["entity"] = new
    return added


def _note(text: Text, note: Note, found: Mapping[str, int]) -> None:
    """Note that a text was read, in place of the reading before."""
    reading = Reading(
        version_id=text.version,
        rules=note.edition,
        read_at=text.read_at,
        seconds=round(note.seconds, 6),
        found=dict(found),
        failure=note.failure,
    )
    columns = ["rules", "read_at", "seconds", "found", "failure"]
    Reading.objects.bulk_create([reading], update_conflicts=True, unique_fields=["version"], update_fields=columns)
