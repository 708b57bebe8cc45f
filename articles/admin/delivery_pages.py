"""What the two pages of a delivery show: what was understood, until it is ordered; how far it is, from then on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.actions.deliveries import CannotDeliver, container_of, is_hers, may
from articles.actions.delivery_progress import Counts, FileProgress, Progress, progress
from articles.actions.delivery_work import anybody_imports
from articles.actions.store import Outcome
from articles.admin.delivery_forms import FIELDS, ColumnsForm, DeliveryForm
from articles.curation.preview import Understood, look_at
from articles.curation.visible import sees_all
from articles.importers.fields import REQUIRED, parse_mapping
from articles.importers.files import Container
from articles.models import DeliveredFile, Delivery

MOST_FILES: Final = 60  # looked at together, however little they hold
MOST_SHOWN: Final = 100  # files of which it is told at once how far they are: a page asks every 1.5 s
MOST_PASTED: Final = 200_000  # bytes of a text that is put into the form again
_PASTED: Final = "pasted text."  # how files are called that were none, by `text_as_file`
_PATIENCE: Final = timedelta(seconds=30)  # without a worker; between two files one may look for copies
_MINUTES: Final = 90  # seconds from which time is told in minutes
_OUTCOMES: Final[dict[Outcome | None, str | Promise]] = {
    Outcome.NEW: gettext_lazy("new"),
    Outcome.VERSION: gettext_lazy("new versions"),
    Outcome.KNOWN: gettext_lazy("known already"),
    Outcome.REFUSED: gettext_lazy("refused"),
    None: gettext_lazy("not asked about: an import is storing its records"),
}
State = DeliveredFile.State


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file, and what was understood of it."""

    file: DeliveredFile
    understood: Understood


def before(delivery: Delivery, user: User, *, start: int) -> dict[str, Any]:
    """Return what the page of a delivery shows that is not ordered yet; `start` counts its readable files."""
    files = list(delivery.files.order_by("position"))
    readable = [file for file in files if file.sha256]  # of the others nothing was kept
    start = _clamped(start, readable)
    seen = is_hers(delivery, user) or sees_all(user)
    looked, gone = _looked(delivery, readable[start : start + MOST_FILES], user) if seen else ([], "")
    tables = [
        columns
        for one in looked
        if (columns := one.understood.columns) and not one.file.name.startswith(_PASTED)  # its fields were typed
    ]
    # What is said of columns is said of all tables, so it can only be said of those that have the same.
    alike = bool(tables) and all(table.names == tables[0].names for table in tables)
    return {
        "unreadable": _unreadable(files),
        "readable": readable,
        "size": sum(file.size for file in files),
        "seen": seen,
        "looked": looked,
        "gone": gone,
        "first": start + 1,
        "last": start + len(looked),
        "left": len(readable) - start - len(looked) if looked else 0,
        "columns": ColumnsForm(tables=tables, asked=parse_mapping(delivery.mapping)) if alike else None,
        "lacking": [FIELDS[field] for field in REQUIRED if any(field not in table.fields for table in tables)],
        "shown": _shown(looked),
        "more": len(looked) < len(readable) or any(one.understood.more for one in looked),
        "nothing": len(looked) == len(readable) and all(one.understood.all_refused for one in looked),
        "own": is_hers(delivery, user),
        "may_publish": may(user, publish=True) and may(delivery.by, publish=True),  # it comes in under the giver's name
        "giver_keeps_drafts": may(user, publish=True) and not may(delivery.by, publish=True),
        "again": _again(looked[0]) if len(files) == len(looked) == 1 else None,
    }


def _looked(delivery: Delivery, files: Sequence[DeliveredFile], user: User) -> tuple[list[Looked], str]:
    """Return the files that were looked at, and why the next could not be; "" when all could."""
    containers: list[Container] = []
    gone = ""
    for file in files:
        file.delivery = delivery
        try:
            containers.append(container_of(file))
        except CannotDeliver as problem:
            gone = f"{file.name}: {problem}"
            break
    understood = look_at(containers, by=user, giver=delivery.by, publish=delivery.publish)
    return [Looked(file=file, understood=one) for file, one in zip(files, understood, strict=False)], gone


def _shown(looked: Sequence[Looked]) -> list[tuple[str | Promise, int]]:
    """Return what would become of the records that are shown, in words, with how many of them."""
    counts = Counter(one.outcome for file in looked for one in file.understood.records)
    words = _OUTCOMES | {Outcome.VERSION: ngettext("new version", "new versions", counts[Outcome.VERSION])}
    return [(words[outcome], counts[outcome]) for outcome in _OUTCOMES if counts[outcome]]


def _again(looked: Looked) -> DeliveryForm | None:
    """Return the form for a pasted text that would be refused, so that what it does not say can be said."""
    file = looked.file
    if not (file.name.startswith(_PASTED) and looked.understood.all_refused and file.size <= MOST_PASTED):
        return None
    text = ""
    with suppress(CannotDeliver, OSError):
        text = container_of(file).path.read_text(encoding="utf-8", errors="replace")
    if not text.strip() or not file.name.endswith(".txt"):
        return None
    headline, _line, rest = text.strip().partition("\n")
    return DeliveryForm(initial={"headline": headline.strip(), "text": rest.strip() or text})


def since(delivery: Delivery, user: User, *, start: int) -> dict[str, Any]:
    """Return what the page of a delivery shows that was ordered; `start` counts its readable files by their rank."""
    now = progress(delivery)
    files = sorted((one for one in now.files if one.file.sha256), key=_rank)
    start = _clamped(start, files)
    shown = files[start : start + MOST_SHOWN]
    return {
        "progress": now,
        "files": [(one, _in_words(one.counts)) for one in shown],
        "all": len(files),
        "first": start + 1,
        "last": start + len(shown),
        "left": len(files) - start - len(shown),
        "unreadable": _unreadable([one.file for one in now.files]),
        "done": sum(one.file.state == State.DONE for one in files),
        "failed": sum(one.file.state == State.FAILED for one in files),
        "percent": int(now.share * 100),
        "pace": _pace(now) if now.at_work else "",
        "idle": now.at_work and _is_left(delivery),
        "own": is_hers(delivery, user) and may(user, publish=delivery.publish),
        "retriable": sum(one.can_retry for one in now.files),
    }


def _clamped(start: int, files: Sequence[object]) -> int:
    """Return the first place that is shown: the last there is, where somebody asks for one behind it."""
    return min(start, max(len(files) - 1, 0))


def _unreadable(files: Iterable[DeliveredFile]) -> dict[str, list[str]]:
    """Return the names of the files of which nothing was kept, by why: hundreds of pictures have one reason."""
    names: dict[str, list[str]] = defaultdict(list)
    for file in files:
        if not file.sha256:
            names[file.problem].append(file.name)
    return dict(names)


def _in_words(counts: Counts) -> str:
    """Say what became of a file's records: "28 new, 2 refused"."""
    told = [
        (counts.new, _("%(count)s new")),
        (counts.versions, ngettext("%(count)s new version", "%(count)s new versions", counts.versions)),
        (counts.known, _("%(count)s known already")),
        (counts.refused, _("%(count)s refused")),
    ]
    return ", ".join(words % {"count": f"{count:,}"} for count, words in told if count)


def _rank(one: FileProgress) -> tuple[int, int]:
    """Order files by how much they need somebody, then as they were chosen."""
    troubled = 1 if one.can_retry or one.refusals else 4
    ranks = {State.FAILED: 0, State.RUNNING: 2, State.WAITING: 3, State.DONE: troubled}
    return ranks[State(one.file.state)], one.file.position


def _is_left(delivery: Delivery) -> bool:
    """Whether no worker has anything in hand, nor had of late, though this waits."""
    late = timezone.now() - _PATIENCE
    if delivery.ordered_at is None or delivery.ordered_at > late:
        return False
    return not (DeliveredFile.objects.filter(worked_at__gt=late).exists() or anybody_imports())


def _pace(now: Progress) -> str:
    """Say how fast it goes and how long it will take; "" when nobody can tell yet."""
    begun = [one for one in now.files if one.file.run]
    seconds = sum(one.file.run.seconds for one in begun if one.file.run)
    read = sum(one.file.read for one in begun)
    if seconds < 1 or not read:
        return ""
    rate = _("%(rate)s records a second") % {"rate": f"{sum(one.counts.seen for one in begun) / seconds:,.0f}"}
    if any(one.share is None and one.file.state != State.FAILED for one in now.files):
        return rate  # of what is packed nobody knows how much there is to read
    all_of_it = sum(one.file.size for one in now.files)
    return ", ".join([rate, _left(all_of_it * (1 - now.share) * seconds / read)])


def _left(seconds: float) -> str:
    if seconds < _MINUTES:
        return ngettext("about %(count)d second left", "about %(count)d seconds left", round(seconds)) % {
            "count": round(seconds)
        }
    return _("about %(count)d minutes left") % {"count": round(seconds / 60)}
