"""What the rules found in some texts becomes suggestions, and is noted as read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from articles.actions.suggesting import days, mentions, quotes
from articles.actions.suggesting.days import dates_of
from articles.actions.suggesting.directory import Directory
from articles.actions.suggesting.entities import add_planned, plan_new
from articles.actions.suggesting.figures import counted_in
from articles.actions.suggesting.linking import link, linked_by_name
from articles.actions.suggesting.mentions import mentions_of, to_be_named
from articles.actions.suggesting.offices import offices_of
from articles.actions.suggesting.quotes import Said, numbered, people_in, quotes_of, to_be_quoted
from articles.actions.suggesting.remembered import KINDS, Remembered, remembered_of
from articles.actions.suggesting.rows import Work, take_up
from articles.actions.suggesting.texts import Text, told_now
from articles.actions.suggesting.withdraw import withdraw
from articles.actions.suggesting.writing import Plan, write_others, write_quotes
from articles.extraction.findings import Findings, Named
from articles.extraction.known import Known
from articles.models import Reading

MOST: Final = 2_000  # of each kind in one text: more is a table, and the article would be held for minutes
_NAMING: Final = ("entity_id", "speaker_id", "addressee_id", "stated_by_id")  # columns that name an entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules that read, and what was learnt about them."""

    edition: str
    known: Known
    trusted: Mapping[str, float]
    silenced: frozenset[str]  # rules of whose suggestions editors reject most


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One text as the rules have read it."""

    text: Text
    findings: Findings
    seconds: float  # that it took
    failure: str = ""  # a sentence; "" when they could read it


@dataclass(slots=True, kw_only=True)
class Read:
    """What became of some texts. Kinds are mention, quote, printing (of a figure), date and topic."""

    texts: int = 0  # that were read, those that failed among them
    found: Counter[str] = field(default_factory=Counter)  # by kind, in all texts
    added: Counter[str] = field(default_factory=Counter)  # of these, suggested for the first time; and "entity"
    withdrawn: int = 0  # suggestions that were not found again
    left: list[int] = field(default_factory=list)  # articles for the next time: held by somebody, or changed meanwhile
    failures: dict[int, str] = field(default_factory=dict)  # article -> a sentence
    seconds: float = 0.0  # that the rules took
    unused: set[int] = field(
        default_factory=set, repr=False
    )  # entities that these texts have named and do not any more

    def __add__(self, other: Read) -> Read:
        return Read(
            texts=self.texts + other.texts,
            found=self.found + other.found,
            added=self.added + other.added,
            withdrawn=self.withdrawn + other.withdrawn,
            left=self.left + other.left,
            failures=self.failures | other.failures,
            seconds=self.seconds + other.seconds,
            unused=self.unused | other.unused,
        )


def store(heard: Sequence[Heard], rules: Rules) -> Read:
    """Store readings in the caller's transaction, who is a writer.

    An article that somebody holds, or that has changed since it was read, is left. After a failure, what an article
    has stays as it is. The number of statements is fixed.
    """
    now = told_now(one.text.article for one in heard)
    still = [one for one in heard if now.get(one.text.article) == one.text.told]
    read = [one for one in still if not one.failure]
    remembered = remembered_of([one.text for one in read]) if read else {}
    before = {key for one in remembered.values() for key in _named_by(one)}
    done = Read(
        texts=len(still),
        left=[one.text.article for one in heard if one not in still],
        failures={one.text.article: one.failure for one in still if one.failure},
        seconds=sum(one.seconds for one in still),
    )
    plans = _begun(read, rules, remembered, done)
    for plan in plans:
        _take_up_quotes(plan)
    write_quotes(plans)
    for plan in plans:
        _go_on(plan)
        _count(plan, done)
    write_others(plans)
    lost = {kind: [one for plan in plans for one in plan.lost[kind]] for kind in KINDS}
    done.withdrawn = withdraw(lost, [one for plan in plans for one in plan.counted.lost_figures])
    done.unused = before - {key for plan in plans for key in _named_in(plan)}
    _note(still, rules)
    return done


def _begun(heard: Sequence[Heard], rules: Rules, remembered: Mapping[int, Remembered], done: Read) -> list[Plan]:
    """Link the names of all texts, one text after the other, adding who is new and needed."""
    found = [_listened_to(one.findings, rules.silenced) for one in heard]
    directory = Directory.of([named for findings in found for named in findings.names])
    plans = [
        _linked(one.text, findings, rules, remembered[one.text.article], directory)
        for one, findings in zip(heard, found, strict=True)
    ]
    reason = f"The rules found the name, in their edition {rules.edition}."
    done.added["entity"] += add_planned(directory, [plan.work.links for plan in plans], reason=reason)
    return plans


def _linked(text: Text, findings: Findings, rules: Rules, remembered: Remembered, directory: Directory) -> Plan:
    shelf = remembered.shelves["mention"]
    offices = offices_of(findings.names, text)
    seek = partial(linked_by_name, directory=directory, known=rules.known, public=text.public)
    links = link(findings.names, mentions=shelf, offices=offices, seek=seek)
    work = Work(
        text=text,
        remembered=remembered,
        links=links,
        trusted=rules.trusted,
        edition=rules.edition,
        unnamed=frozenset(remembered.no_names_here()),
    )
    places = to_be_named(findings.names, text, shelf, links)
    spoken = to_be_quoted(findings.quotes, work)
    speaking = people_in(spoken)
    needed = {named for named, _ in places} | speaking
    new = [named for named in findings.names if named in needed]
    # A word behind an office may end the name of a body; who speaks is somebody.
    held = {named: office for named, office in offices.items() if named in speaking}
    plan_new(new, links=links, directory=directory, offices=held, seek=seek, public=text.public)
    if text.public:
        directory.show(links)
    return Plan(work=work, findings=findings, places=places, spoken=spoken)


def _take_up_quotes(plan: Plan) -> None:
    shelf = plan.work.remembered.shelves["quote"]
    plan.quotes = list(quotes_of(plan.spoken, plan.work))
    plan.lost["quote"] = take_up(plan.quotes, shelf, quotes.COLUMNS)
    numbered(plan.quotes, shelf.all)


def _go_on(plan: Plan) -> None:
    """Take up what may stand in quotes, which have their keys by now."""
    work, shelves = plan.work, plan.work.remembered.shelves
    spoken = [(one.words, one.row) for one in plan.quotes]
    spoken += [(one.words, one.row) for one in shelves["quote"].all if one.taken and not one.rejected]
    said = Said(quotes=spoken)
    plan.counted = counted_in(plan.findings.figures, work, said)
    plan.named = list(mentions_of(plan.places, work))
    plan.dated = list(dates_of(plan.findings.days, work, said))
    plan.lost["mention"] = take_up(plan.named, shelves["mention"], mentions.COLUMNS)
    plan.lost["date"] = take_up(plan.dated, shelves["date"], days.COLUMNS)
    plan.lost["printing"] = plan.counted.lost_printings


def _count(plan: Plan, done: Read) -> None:
    done.found += _counts(plan.findings)
    for kind, own in plan.suggestions.items():
        done.added[kind] += sum(one.before is None for one in own)


def _listened_to(findings: Findings, silenced: frozenset[str]) -> Findings:
    """Leave out what comes from rules that editors do not want to hear any more, and what is too much of one kind."""
    return Findings(
        names=_first_names(one for one in findings.names if one.rule not in silenced),
        quotes=tuple(one for one in findings.quotes if one.rule not in silenced)[:MOST],
        figures=tuple(one for one in findings.figures if one.rule not in silenced)[:MOST],
        days=tuple(one for one in findings.days if one.rule not in silenced)[:MOST],
    )


def _first_names(names: Iterable[Named]) -> tuple[Named, ...]:
    """Return names as long as they are printed in no more places than one text may have."""
    found, places = [], 0
    for named in names:
        if places + len(named.printed) <= MOST:
            found.append(named)
            places += len(named.printed)
    return tuple(found)


def _named_by(remembered: Remembered) -> set[int]:
    """Return whom suggestions name that nobody has looked at."""
    standing = [one for shelf in remembered.shelves.values() for one in shelf.all]
    return _keys(one.row for one in [*standing, *remembered.statistics.values()] if not one.taken)


def _named_in(plan: Plan) -> set[int]:
    rows = [one.row for own in plan.suggestions.values() for one in own]
    return _keys([*rows, *(claim.row for claim in plan.counted.claims)])


def _keys(rows: Iterable[Any]) -> set[int]:
    return {key for row in rows for column in _NAMING if (key := getattr(row, column, None))}


def _counts(findings: Findings) -> Counter[str]:
    return Counter(
        mention=sum(len(named.printed) for named in findings.names),
        quote=len(findings.quotes),
        printing=len(findings.figures),
        date=len(findings.days),
    )


def _told(findings: Findings, silenced: frozenset[str]) -> dict[str, int]:
    """Return what was found by kind, and as "left out" how much was more than one text may have."""
    kept = _counts(_listened_to(findings, silenced))
    wanted = Counter({kind: number for kind, number in _counts(findings).items() if number > MOST})
    left = sum((wanted - kept).values())
    return {**kept, "left out": left} if left else dict(kept)


def _note(heard: Sequence[Heard], rules: Rules) -> None:
    """Note that texts were read, in place of the readings before."""
    readings = [
        Reading(
            version_id=one.text.version,
            rules=rules.edition,
            read_at=one.text.read_at,
            seconds=round(one.seconds, 6),
            found={} if one.failure else _told(one.findings, rules.silenced),
            failure=one.failure,
        )
        for one in heard
    ]
    columns = ["rules", "read_at", "seconds", "found", "failure"]
    Reading.objects.bulk_create(readings, update_conflicts=True, unique_fields=["version"], update_fields=columns)
