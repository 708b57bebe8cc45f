"""What files would bring in, told before anything of them is stored: their first records, and what becomes of each.

Nothing here is a rule of its own: importers read, and the dry run of imports decides.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from django.contrib.auth.models import User
from django.db import OperationalError, connection, transaction

from articles.actions.add import find_publisher
from articles.actions.deliveries import may
from articles.actions.store import How, Outcome, Report, Stopped, bring_in
from articles.curation.hurried import OVERDUE, Hurried
from articles.curation.visible import visible_to
from articles.importers.base import RawArticle, RawBlock, Unreadable
from articles.importers.fields import Field, find_fields
from articles.importers.files import Container
from articles.importers.inputs import InputFile, Inputs
from articles.models import Article, Block, Entity

MOST_RECORDS: Final = 20  # of one file
MOST_TOGETHER: Final = 60  # of all files that are looked at together
MOST_BYTES: Final = 4_000_000  # of the records of one file, and of all
SECONDS: Final = 1.0  # for reading one file, each time: tables are read for their names and dates too
SECONDS_TOGETHER: Final = 5.0  # for all files; those that are left are asked for by themselves
MOST_BLOCKS: Final = 100  # of one record
_LONGEST_WAIT: Final = "2s"  # for an import that is storing a batch

Record = RawArticle | Unreadable
_HELD: Final = (Outcome.KNOWN, Outcome.VERSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """One record, and what would become of it."""

    record: Record
    outcome: Outcome | None = None  # None: an import was storing its records, and the archive was not asked
    reason: str = ""  # why it would be refused
    article: Article | None = None  # of the same words or address, where the user may see it
    repeats: bool = False  # it stands before in what is looked at
    publisher: Entity | None = None  # None: it would be added, or there is none, or the user may not see it

    @property
    def raw(self) -> RawArticle | None:
        """What was read; None when nothing could be."""
        return self.record if isinstance(self.record, RawArticle) else None

    @property
    def blocks(self) -> list[tuple[str, RawBlock]]:
        """The first blocks that anything is printed in, each with the name of its type."""
        first = islice(_printed(self.record), MOST_BLOCKS)
        return [(str(Block.Type(block.type.value).label), block) for block in first]

    @property
    def more_blocks(self) -> int:
        return max(0, sum(1 for _block in _printed(self.record)) - MOST_BLOCKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """How the fields of a table, or of JSON lines, are understood."""

    names: tuple[str, ...]  # as the file has them
    fields: Mapping[Field, str]  # the name that is taken for each field
    guessed: Mapping[Field, str]  # the name that is taken where nobody says anything
    unused: tuple[str, ...]
    missing: str  # why no article can be made of its records, a sentence; "" when it can


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One file."""

    about: str  # what such files hold; "" when no importer reads them
    columns: Columns | None  # None: the fields of its records have no names
    records: tuple[Foreseen, ...]  # the first
    more: bool  # there are others behind them, or there may be
    overdue: bool  # reading took so long that it was stopped

    @property
    def all_refused(self) -> bool:
        """Whether nothing of it would come in, as far as anybody can tell."""
        return not self.more and all(one.outcome is Outcome.REFUSED for one in self.records)


def look_at(containers: Iterable[Container], *, by: User, giver: User, publish: bool) -> list[Understood]:
    """Return what is in the files, in order: of the first always, of others until they hold or take too much.

    `by` sees it; it would come in under the name, and with the permissions, of `giver`.
    """
    until = time.monotonic() + SECONDS_TOGETHER
    read: list[Understood] = []
    for container in containers:
        records = [one.record for file in read for one in file.records]
        if read and (_is_enough(records, MOST_TOGETHER) or time.monotonic() > until):
            break
        read.append(_read(container))
    how = How(publish=publish, correct=may(giver, publish=True))  # as the worker takes it
    return _foreseen(read, by=by, giver=giver, how=how)


def _is_enough(records: Sequence[Record], most: int) -> bool:
    return len(records) >= most or sum(len(raw.content) for raw in records if isinstance(raw, RawArticle)) > MOST_BYTES


def _read(container: Container) -> Understood:
    """Return the first records of a file; what would become of them is asked for all files at once."""
    file = Hurried(path=container.path, asked=container.asked, called=container.called, seconds=SECONDS)
    importer, columns = file.importer, _columns(file)
    records: list[Record] = []
    more = overdue = False
    for record in file.read():
        overdue = isinstance(record, Unreadable) and record.reason == OVERDUE
        if more := overdue or _is_enough(records, MOST_RECORDS):
            break
        records.append(record)
    return Understood(
        about=importer.about if importer else "",
        columns=columns,
        records=tuple(Foreseen(record=record) for record in records),
        more=more,
        overdue=overdue,
    )


def _columns(file: Hurried) -> Columns | None:
    names = file.field_names()
    if names is None:
        return None
    found = find_fields(names, file.asked)
    return Columns(
        names=names,
        fields=found.columns,
        guessed=find_fields(names).columns,
        unused=found.unused,
        missing=found.missing if names else "",
    )


def _foreseen(files: Sequence[Understood], *, by: User, giver: User, how: How) -> list[Understood]:
    """Return the files with what would become of each record."""
    records = [one.record for file in files for one in file.records]
    reports = _rehearsed(records, giver=giver, how=how)
    told = iter(_told(records, reports, by))
    return [replace(file, records=tuple(islice(told, len(file.records)))) for file in files]


def _told(records: Sequence[Record], reports: Sequence[Report | None], user: User) -> Iterator[Foreseen]:
    keys = {report.article for report in reports if report and report.outcome in _HELD} - {None}
    held = Article.objects.filter(pk__in=keys)
    missing = keys - set(held.values_list("pk", flat=True))  # those that the rehearsal itself had added
    seen = visible_to(user, held).select_related("current", "publisher").in_bulk()
    publishers = _publishers(records, user)
    for record, report in zip(records, reports, strict=True):
        article = report.article if report and report.outcome in _HELD else None
        yield Foreseen(
            record=record,
            outcome=report.outcome if report else Outcome.REFUSED if isinstance(record, Unreadable) else None,
            reason=report.reason if report else record.reason if isinstance(record, Unreadable) else "",
            article=seen.get(article or 0),
            repeats=article in missing,
            publisher=publishers.get(record.publisher) if isinstance(record, RawArticle) else None,
        )


def _publishers(records: Sequence[Record], user: User) -> dict[str, Entity]:
    """Return the organisations that the records' publishers are, by their names as printed."""
    names = {record.publisher for record in records if isinstance(record, RawArticle)} - {""}
    found = {name: entity for name in names if (entity := find_publisher(name))}
    keys = [entity.pk for entity in found.values()]
    seen = visible_to(user, Entity.objects.filter(pk__in=keys)).in_bulk()
    return {name: entity for name, entity in found.items() if entity.pk in seen}


def _rehearsed(records: Sequence[Record], *, giver: User, how: How) -> Sequence[Report | None]:
    """Return what the archive would make of each record; None for each while it is too busy to be asked."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{_LONGEST_WAIT}'")
            sample = _Sample(path=Path("preview"), records=tuple(records))
            return list(bring_in(sample, dry_run=True, by=giver, how=how))
    except (OperationalError, Stopped):
        return [None] * len(records)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample(Container):
    """Records that were read before, in place of a file."""

    records: tuple[Record, ...]

    @property
    def format(self) -> str:
        return "none"

    def inputs(self) -> Inputs:
        return Inputs([InputFile(name=self.name, size=0, sha256="0" * 64)])

    def read(self, inputs: Inputs | None = None) -> Iterator[Record]:
        yield from self.records


def _printed(record: Record) -> Iterator[RawBlock]:
    return (block for block in record.blocks if block.text) if isinstance(record, RawArticle) else iter(())
