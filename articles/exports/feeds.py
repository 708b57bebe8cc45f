"""The newest of a list as feeds: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, Final
from urllib.parse import urlsplit

from django.template.defaultfilters import linebreaksbr
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.exports.asked import Asked
from articles.exports.entries import Entry, entry
from articles.exports.loading import records
from articles.exports.outputs import outputs
from articles.exports.parts import At
from articles.exports.records import Day, plain
from articles.search import walks
from articles.search.kinds import KINDS

MOST: Final = 50  # entries of a feed
# What a feed without entries, and a name without an article, was last changed at: Atom wants a moment.
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest entries of a list without problems, newest first."""

    title: str
    about: str
    page: str
    atom: str
    json_feed: str
    entries: Sequence[Entry]

    @property
    def host(self) -> str:
        return urlsplit(self.page).hostname or ""

    @property
    def updated(self) -> datetime:
        return max((one.updated or _NEVER for one in self.entries), default=_NEVER)


def feed(asked: Asked, at: At) -> Feed:
    """Find the entries of a feed."""
    found = walks.step(asked.filters, "newest", size=MOST)
    addresses, kind = outputs(asked.kind, asked.address), str(KINDS[asked.kind].label)
    title = f"{kind}: {asked.in_words}" if asked.in_words else _("%(kind)s, the newest") % {"kind": kind}
    return Feed(
        title=f"{title}. newsarchive",
        about=_("What the archive holds, the newest first."),
        page=at(addresses.page),
        atom=at(addresses.atom),
        json_feed=at(addresses.json_feed),
        entries=[entry(record) for record in records(asked, found.keys, at)],
    )


class _Atom(Atom1Feed):
    """Atom whose moment of change is that of its entries, also when there are none: the same bytes each time."""

    def __init__(self, *args: Any, updated: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.updated = updated

    def latest_post_date(self) -> datetime:
        return self.updated

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]} if item["lang"] else {}


def atom(found: Feed) -> bytes:
    """Write a feed as Atom."""
    written = _Atom(
        title=_legal(found.title),
        link=found.page,
        description=None,
        subtitle=found.about,
        feed_url=found.atom,
        language=get_language() or "en",
        updated=found.updated,
    )
    for one in found.entries:
        written.add_item(
            title=_legal(_title(one)),
            link=one.url,
            # Django says that it is HTML.
            description=linebreaksbr(_legal(_summary(one)), autoescape=True),
            unique_id=one.ident(found.host),
            author_name=_legal(", ".join(one.authors) or _("publisher not known")),
            updateddate=one.updated or _NEVER,
            pubdate=_midnight(one.published),
            lang=one.language,
        )
    text: str = written.writeString("utf-8")
    return text.encode()


def json_feed(found: Feed) -> bytes:
    """Write a feed as JSON Feed, each item with its whole record."""
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": found.title,
        "description": found.about,
        "home_page_url": found.page,
        "feed_url": found.json_feed,
        "language": get_language() or "en",
        "items": [_item(one, found.host) for one in found.entries],
    }
    return json.dumps(body, ensure_ascii=False).encode()


def _item(one: Entry, host: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": one.ident(host),
        "url": one.url,
        "title": _title(one),
        "content_text": _summary(one),
        "date_modified": (one.updated or _NEVER).isoformat(),
        "_newsarchive": plain(one.record),
    }
    if (printed := _midnight(one.published)) is not None:
        item["date_published"] = printed.isoformat()
    if one.authors:
        item["authors"] = [{"name": name} for name in one.authors]
    if one.language:
        item["language"] = one.language
    return item


def _title(one: Entry) -> str:
    """Return the title of an entry, in front of which stands that nobody has checked it: programs cut the end off."""
    return _("[unreviewed] %(title)s") % {"title": one.title} if one.unreviewed else one.title


def _summary(one: Entry) -> str:
    return "\n".join((_("Unreviewed: nobody has checked this yet."), one.summary)) if one.unreviewed else one.summary


def _midnight(day: Day | None) -> datetime | None:
    """Return the beginning of a day that is known for certain: feeds have moments, newspapers have days."""
    if day is None or day.earliest != day.latest or not day.edtf.replace("-", "").isdigit():
        return None
    return datetime.combine(day.earliest, time(), tzinfo=UTC)


def _legal(text: str) -> str:
    """Return text without the control characters that XML cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n\r")
