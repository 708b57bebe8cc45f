"""What stands between an office and the name behind it: regions that follow one another, titles."""

from __future__ import annotations

from typing import Final

from articles.extraction.findings import Kind
from articles.extraction.name_lexicon import Is
from articles.extraction.name_runs import AREAS, person_run, phrase_at, place_at
from articles.extraction.name_words import Words

Inner = list[tuple[int, int, Kind]]  # bodies and places in an office
_FULL_NAME: Final = 2  # words
_MOST_TITLES: Final = 8  # more than anybody has
_MOST_REGIONS: Final = 3


def titles_end(words: Words, at: int) -> int:
    """Return the first word after titles from `at` on, the first few: "Dr. H.", "Mayjen TNI (Purn)"."""
    for _ in range(_MOST_TITLES):
        if at >= len(words):
            break
        if words.flags[at] & Is.TITLE and words.joins(at + 1) and (words.capital[at] or words.capital[at + 1]):
            at += 1
        elif words.text[at] == "(" and words.mark(at + 2) == ")" and words.flags[at + 1] & Is.TITLE:
            at += 3
        elif words.lower[at] == "tni" and words.joins(at + 1) and words.flags[at - 1] & Is.RANK:
            at += 1
        else:
            break
    return at


def region_end(words: Words, at: int, inner: Inner) -> int:
    """Return where an office that ends at `at` ends with the region behind it, if its bearer follows.

    "Bupati Karangjati, Provinsi Papua, Budi Santoso". The regions are added to `inner`.
    """
    regions: Inner = []
    comma = regions_end(words, at, regions)
    if comma == at or not bearer_behind(words, comma, surely=True):
        return at
    inner.extend(regions)
    return comma


def regions_end(words: Words, at: int, regions: Inner) -> int:
    """Return where places end that follow one another, a comma before each: the comma at `at` when there are none."""
    while words.mark(at) == "," and words.joins(at + 1) and len(regions) < _MOST_REGIONS:
        found = _region_at(words, at + 1)
        if found is None or words.mark(found[1]) != ",":
            break
        regions.append(found)
        at = found[1]
    return at


def _region_at(words: Words, at: int) -> tuple[int, int, Kind] | None:
    if words.flags[at] & Is.PLACE_HEAD and words.capital[at]:
        return place_at(words, at)
    found = phrase_at(words, at)
    return (at, *found) if found and found[1] in AREAS else None


def bearer_behind(words: Words, comma: int, *, surely: bool) -> bool:
    """Return whether somebody is named behind the comma at `comma`, as the bearer of an office is.

    `surely`: what stands before the comma belongs to an office, so that any two words may be a name.
    """
    if words.mark(comma) != "," or not words.joins(comma + 1):
        return False
    name = titles_end(words, comma + 1)
    after = person_run(words, name) if name < len(words) and words.capital[name] else name
    if words.flags[comma + 1] & Is.RANK and after > name:
        return True
    return after - name >= _FULL_NAME and (surely or listed(words, name, after) or words.mark(after) == ",")


def listed(words: Words, first: int, after: int) -> bool:
    """Return whether one of the words is a listed name."""
    return any(words.flags[at] & Is.NAME for at in range(first, after))
