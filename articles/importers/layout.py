"""The raw text layout: what each line of a text is, by form and position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles.importers.base import BlockType
from articles.importers.boilerplate import find_links, rule_of
from articles.importers.credits import byline_reason, is_agency, is_photo_line, may_be_photo_credit
from articles.importers.dateline import dateline_of
from articles.importers.header import label_header
from articles.importers.lines import Label, Labels, Line

_HEADER_LINES: Final = 12  # no head of an article is longer
_HEADLINE_WORDS: Final = 35
_SENTENCE_WORDS: Final = 12  # a line of that length that closes like a sentence is no credit
_LONGEST_REASON: Final = 200  # characters
_CREDITS: Final = Label(BlockType.BYLINE, "credits")
_EDITORIAL: Final = frozenset({BlockType.PARAGRAPH, BlockType.CROSSHEAD})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text cannot be read as this layout."""

    reason: str
    line: int | None = None  # from 1; None when the whole text is meant


NO_HEADLINE: Final = "It has no headline."
UNKNOWN: Final = (
    "Its layout is unknown: it has neither a byline (Rep: ... Red: ...) nor a dateline (OUTLET, CITY – ...)."
)
NO_PARAGRAPH: Final = "It is cut off: no paragraph follows its head."
CUT_OFF: Final = "It is cut off: its last paragraph breaks off without a closing mark."
CUT_AT_CROSSHEAD: Final = "It is cut off: nothing follows its last crosshead."


def label_lines(lines: list[Line]) -> Labels | Fault:
    """Return a label for each line, or what is wrong with the text."""
    labels = _by_form(lines)
    own = [line for line in lines if line.number not in labels]
    if not own or _is_no_headline(own[0], lines, labels):
        return Fault(NO_HEADLINE, (own or lines)[0].number)
    bylines = [line for line in lines if labels.get(line.number) == _CREDITS]
    start = _body_start(own, bylines)
    if isinstance(start, Fault):
        return start
    labels[own[0].number] = Label(BlockType.HEADLINE)
    groups = {line.group for line in bylines}
    labels |= label_header(own[0], own[1:start], byline_groups=groups)
    labels |= {line.number: _in_body(line) for line in own[start:]}
    return _fault_of_end(lines, labels) or labels


def _by_form(lines: list[Line]) -> Labels:
    """Label what is told by its form wherever it stands: white space, boilerplate, bylines."""
    labels: Labels = {}
    rules = {}
    for line in lines:
        if line.is_white:
            labels[line.number] = Label(BlockType.WHITESPACE)
        elif rule := rule_of(line):
            rules[line.number] = rule
            labels[line.number] = Label(BlockType.BOILERPLATE, rule.reason)
        elif reason := byline_reason(line):
            labels[line.number] = Label(BlockType.BYLINE, reason)
    for link, label in find_links(lines, rules, labels):
        labels[link.number] = Label(BlockType.BOILERPLATE, f"link under: {label.bare}"[:_LONGEST_REASON])
    return labels


def _is_no_headline(first: Line, lines: list[Line], labels: Labels) -> bool:
    """Whether the first line that is the newsroom's own is something else than a headline."""
    credited_before = any(labels[line.number].type is BlockType.BYLINE for line in lines if line.number < first.number)
    # A headline opens the file; an empty line in its place, then a plain sentence, is a deck left alone.
    missing_above = lines[0].number > 1 and not first.in_title_case
    return credited_before or missing_above or first.words > _HEADLINE_WORDS or is_agency(first) or _opens_body(first)


def _opens_body(line: Line) -> bool:
    dateline = dateline_of(line)
    return dateline is not None and bool(dateline.outlet or line.closes)


def _body_start(own: list[Line], bylines: list[Line]) -> int | Fault:
    """Return which of the newsroom's `own` lines is the first paragraph: the dateline's, else the byline's next."""
    under_byline = _after_byline(own, bylines[0]) if bylines else None
    for at, line in enumerate(own[1:_HEADER_LINES], start=1):
        dateline = dateline_of(line)
        if dateline and (dateline.outlet or under_byline is None or at <= under_byline):
            return at
    if under_byline is not None:
        return under_byline
    return Fault(NO_PARAGRAPH if bylines else UNKNOWN)


def _after_byline(own: list[Line], byline: Line) -> int | None:
    """Return the first paragraph under the byline; above it when it signs the text at its foot."""
    below = next((at for at, line in enumerate(own) if at > 0 and line.number > byline.number), len(own))
    for at in range(below, min(len(own), _HEADER_LINES + 1)):
        if own[at].group != byline.group or own[at].closes:
            return at
    above = [at for at in range(1, below) if own[at].closes and own[at].words >= _SENTENCE_WORDS]
    # One sentence may be a caption: with nothing under the byline, two are an article.
    return above[0] if len(above) > 1 and above[0] <= _HEADER_LINES else None


def _in_body(line: Line) -> Label:
    if is_photo_line(line):
        return Label(BlockType.PHOTO_CAPTION, "photo line within the text")
    return Label(BlockType.CROSSHEAD if line.heads and not dateline_of(line) else BlockType.PARAGRAPH)


def _fault_of_end(lines: list[Line], labels: Labels) -> Fault | None:
    """Return what shows that the text is cut off; a last line that only signs the text becomes a byline.

    What follows the last paragraph at the foot of the page proves that the file goes on: a full stop that
    is missing there was forgotten by the newsroom.
    """
    editorial = [line for line in lines if labels[line.number].type in _EDITORIAL]
    if not any(labels[line.number].type is BlockType.PARAGRAPH for line in editorial):
        return Fault(NO_PARAGRAPH)
    last = editorial[-1]
    has_foot = any(line.number > last.number and not line.is_white for line in lines)
    if has_foot and labels[last.number].type is BlockType.CROSSHEAD:
        signs = may_be_photo_credit(last)
        labels[last.number] = Label(BlockType.BYLINE, "sign-off") if signs else Label(BlockType.PARAGRAPH)
    elif labels[last.number].type is BlockType.CROSSHEAD:
        return Fault(CUT_AT_CROSSHEAD, last.number) if last.closes else Fault(CUT_OFF, last.number)
    elif not (has_foot or last.closes):
        return Fault(CUT_OFF, last.number)
    return None
