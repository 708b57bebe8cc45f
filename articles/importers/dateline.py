"""The dateline: outlet and place in front of the first paragraph; and the line that prints the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from articles.importers.lines import Line
from articles.text.dates import BadDate, FuzzyDate, parse_asked
from articles.text.sites import site_of

_OUTLET: Final = r"(?P<{}>[A-Z][\w-]*(?:\.[A-Za-z]{{2,}})+)"
_PLACE: Final = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_SHOUTED: Final = r"[A-Z][A-Z.'’-]+(?:[ ,]{1,2}[A-Z][A-Z.'’-]+){0,3}"
_DATELINE: Final = re.compile(
    rf"(?:{_OUTLET.format('first')}(?:\s?[,|/]\s?{_PLACE}){{0,3}}|{_PLACE}\s?[,|]\s?{_OUTLET.format('last')}|{_SHOUTED})"
    r"(?:\s?(?:--|[–—―])\s?| -\s?|- )(?=\S)"  # a hyphen needs a space: COVID-19 is no dateline
)
_LONGEST_ACRONYM: Final = 4
_CLOCK: Final = re.compile(
    r"[\s,|-]*(?:(?:pukul|jam)\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?$", re.IGNORECASE
)
_LONGEST: Final = 120  # characters of a dateline
_LONGEST_DAY: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What stands before the dash."""

    outlet: str  # as printed; "" when only a place is


def dateline_of(line: Line) -> Dateline | None:
    """Return the dateline that the line begins with: `REPUBLIKA.CO.ID, MOSKOW – `, `KOMPAS.com - `, `JAKARTA -- `."""
    found = _DATELINE.match(line.bare[:_LONGEST])
    return Dateline(outlet=found["first"] or found["last"] or "") if found else None


def outlet_name(printed: str) -> str:
    """Return a readable name: Republika for REPUBLIKA.CO.ID; short ones are acronyms and stay (RRI.co.id, RRI).

    Of a part of a site it is the name of the whole: detik for news.detik.com.
    """
    site = site_of(printed)
    name = site.name if site else printed.strip()
    return name.capitalize() if name.isupper() and len(name) > _LONGEST_ACRONYM else name


def part_of_site(publisher: str) -> str:
    """Return the part of its site that a publisher is printed as: "news" for news.detik.com; "" when it is no part."""
    site = site_of(publisher)
    return site.part if site else ""


def printed_day(line: Line) -> FuzzyDate | None:
    """Return the day of a line that holds but a day, its weekday and a clock: "Ahad, 10 Des 2023 19:57 WIB"."""
    if len(line.bare) > _LONGEST_DAY or not any(c.isdigit() for c in line.bare):
        return None
    try:
        day = parse_asked(_CLOCK.sub("", line.bare))
    except BadDate:
        return None
    return day if day.is_day else None
