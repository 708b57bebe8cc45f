"""Lines that a web page adds around an article: known by their form, never by one article's words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise, zip_longest
from typing import Final

from articles.importers.base import BlockType
from articles.importers.credits import byline_reason, is_photo_line
from articles.importers.foot import SIGNED, label_foot
from articles.importers.lines import Label, Labels, Line

_LONGEST: Final = 300  # characters; what is longer is a paragraph, whatever it begins with
LONGEST_REASON: Final = 200  # characters of a block's reason


class Links(Enum):
    """Where other articles' headlines stand that belong to a line."""

    NONE = "none"
    UNDER = "right under it, with no empty line between"
    TO_THE_END = "right under it, or everywhere to the end when no sentence follows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of line. The pattern must match the whole line; case does not matter."""

    reason: str  # becomes the block's reason: what the line is
    pattern: re.Pattern[str]
    links: Links = Links.NONE


def _rule(reason: str, pattern: str, *, links: Links = Links.NONE) -> Rule:
    return Rule(reason=reason, pattern=re.compile(pattern, re.IGNORECASE), links=links)


_SEE = r"(?:baca|lihat|simak|tonton|saksikan|cek)"
_CHANNEL = r"(?:whatsapp|wa|telegram|google\s?news|channel|saluran|instagram|facebook|twitter|youtube|tiktok)"
_NEWS_CHANNEL = r"(?:google\s?news|(?:whatsapp|telegram) channel|(?:saluran|channel) (?:whatsapp|telegram))"
_SITE = r"(?:facebook|twitter|x|whatsapp|telegram|line|linkedin|pinterest|reddit|threads|instagram|e-?mail|copy link)"
_WORDS = r"(?: [^\s,]*[^\s,.]){0,10}"  # within one sentence
_LABEL = "label of links to other articles"
_OTHER = "link to another article"
_MORE = "link to more"
_AD = "advertisement"
_CALL = "call to follow"
_SHARE = "share bar"

RULES: Final = (
    _rule(_LABEL, rf"{_SEE} (?:juga|pula)\W*", links=Links.UNDER),
    _rule(_OTHER, rf"\W?{_SEE} (?:juga|pula)\s?[:\-–—|]\s?\S.*"),
    _rule(_OTHER, rf"\W?{_SEE} juga(?-i:[A-Z]).*"),  # glued to its link
    _rule(_OTHER, rf"\W?{_SEE} juga [\"“'‘].+[\"”'’](?: di ?sini)?\W*"),
    _rule("link to a video", rf"\W?{_SEE} (?:juga )?video\b[^.]*"),
    _rule("link to a video", r"video\s?: [^.]+|(?-i:Video ['‘“]?[A-Z])[^.]{10,150}|(?:simak|tonton|saksikan)\W*"),
    _rule("link to a broadcast", r"(?:saksikan|tonton|nonton) live(?:\s?\w+){1,4}\s?:?"),
    _rule(_LABEL, r"(?:(?:berita|artikel|topik) )?(?:terpopuler|terkini)\W*", links=Links.TO_THE_END),
    _rule(_LABEL, r"(?:berita|artikel|topik) (?:terkait|terbaru|lainnya|pilihan)\W*", links=Links.TO_THE_END),
    _rule(_LABEL, r"(?:paling (?:banyak dibaca|populer)|most (?:read|popular))\W*", links=Links.TO_THE_END),
    _rule(_LABEL, r"(?:read|see) also\W*|(?:also read|read (?:more|next))\W*", links=Links.UNDER),
    _rule(
        _LABEL, r"(?:related|recommended)(?: (?:stories|articles|news|content|topics|for you))?\W*", links=Links.UNDER
    ),
    _rule(_LABEL, r"don['’]t miss\W*", links=Links.UNDER),
    _rule(
        _LABEL,
        r"(?:most (?:read|popular)|terpopuler|paling banyak dibaca) (?:in|di) \w+(?: \w+){0,3}\W*",
        links=Links.UNDER,
    ),
    _rule(_LABEL, r"you (?:may|might) also (?:like|be interested in)\W*", links=Links.TO_THE_END),
    _rule(
        _OTHER,
        r"\W?(?:(?:read|see) (?:also|more)|also read|read next"
        r"|related(?: (?:stor(?:y|ies)|articles?|posts?|roundup|reading|news|videos?))?)\s?[:|]\s?\S.*",
    ),
    _rule(_OTHER, r"(?:pilihan editor|editor['’]?s (?:choice|picks?))\s?:.*"),
    _rule("link to a section", r".*\bklik (?:di ?)?sini\W*"),
    _rule(_MORE, r"(?:(?:baca|simak|lihat) )?(?:berita |artikel )?selengkapnya\s?(?:(?:baca )?di ?sini)?\W*"),
    _rule(_MORE, r"(?:baca|lihat|simak|tonton)\b[^.]{3,100}\bdi ?sini\W*|(?:click|tap) here\b[^.]{0,60}\W*"),
    _rule("link to another page", r"(?:halaman|page)\s?:?\s?(?:[\d\s|»>]|selanjutnya|berikutnya|sebelumnya)+\W*"),
    _rule("table of contents", r"(?:daftar isi|table of contents)\W*"),
    _rule(_AD, r"\W*(?:advertisements?|iklan|pariwara|sponsored(?: content)?)\W*"),
    _rule(
        _AD,
        r"\W*(?:scroll|gulir)(?: ke bawah)? (?:to|untuk) \w+(?: (?:with )?content| (?:mem)?baca| reading)?\W*"
        r"|\W*(?:article|story) continues (?:below|after)(?: (?:this |the )?(?:ad(?:vertisement)?|promotion))?\W*",
    ),
    _rule("placeholder of a player or picture", r"\[(?:gambas|video|foto|gambar|image|embed)\s?:.*\]"),
    _rule(
        "label of an embedded post", r"(?:a post shared by|sebuah kiriman (?:dibagikan )?oleh|view this post on)\b.*"
    ),
    _rule(
        "hint on how to use the page",
        r"(?:geser|ketuk|swipe|tap)\b[^.]{0,30} (?:untuk|to) (?:melihat|memperbesar|see|view|enlarge)\b[^.]{0,60}",
    ),
    _rule("placeholder of a page that still loads", r"(?:loading|memuat)\W*"),
    _rule(_CALL, rf"(?:ikuti|follow|gabung|bergabung|dapatkan|subscribe)(?: [^\s,.]+){{0,10}} {_CHANNEL}\b.*"),
    _rule(_CALL, rf"\W*(?:ikuti|baca|simak|cek|akses|update|temukan|follow|read){_WORDS}:? {_NEWS_CHANNEL}\b.*"),
    _rule(
        _CALL,
        rf"(?:simak|dapatkan|update|cek|baca)\b[^.]{{0,40}} (?:breaking news|berita|artikel|informasi lain)\b"
        rf".{{0,150}} {_CHANNEL}\b.*",
    ),
    _rule(_CALL, r"(?:ikuti kami|follow us)(?: (?:di|on))?\W*"),
    _rule(_CALL, r"(?:download|unduh|install)\b[^.]{0,60}\b(?:apps?|aplikasi)\b.{0,60}https?://\S+"),
    _rule(
        "call to subscribe",
        r"(?:sign up|subscribe|register)\b[^.]{0,80}\b(?:newsletters?|inbox|e-?mails?|alerts)\b.*"
        r"|(?:berlangganan|daftar(?:kan)?)\b[^.]{0,60}\b(?:newsletter|buletin|e-?mail|surel)\b.*"
        r"|get\b[^.]{0,60} (?:in|to) your inbox\b.*",
    ),
    _rule(_SHARE, r"(?:bagikan|share|komentar|comments?|cetak|print|kirim|salin tautan|copy link)\W*"),
    _rule(
        _SHARE,
        rf"(?:share|bagikan|sebarkan)(?: (?:this|the|artikel|berita|ini|article|story|on|via|ke|di|{_SITE}))+\W*",
    ),
    _rule(_SHARE, rf"{_SITE}(?:\W+{_SITE}){{1,10}}\W*"),
    _rule("tags", r"(?:tags?|kata kunci|keywords?|filed under)\s?:.*"),
    _rule("note of syndication", r"artikel ini (?:telah|sudah|pernah) (?:tayang|terbit|dimuat|dipublikasikan)\b.*"),
    _rule("copyright", r"copyright \w+(?: \w+){0,4},? (?:19|20)\d\d\b(?:.{1,30}(?:rights reserved|issn).{0,30})?\W*"),
    _rule("copyright", r"(?:©|\(c\)|(?:copyright|hak cipta) ?(?:©|\(c\)|\d{4}|dilindungi)).*"),
    _rule("bare address", r"(?:https?://|www\.)\S+"),
    _rule("ornament", r"[^\w\"'“”‘’«»]+|_+"),
)
# Most lines fall under no rule, and one pattern tells that sooner than all of them one after the other.
_ANY_RULE: Final = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in RULES), re.IGNORECASE)
# A caption that names its photographer, standing among the paragraphs as a line of its own.
_CREDITED: Final = re.compile(r"[^.!?]{3,200}\.? [(\[]?(?:foto|photo)\s?: ?[^!?]{2,60}", re.IGNORECASE)
_SIGN_OFF: Final = re.compile(r"\([a-z0-9]{2,5}(?:/[a-z0-9]{2,5}){1,3}\)|\([A-Z]{2,4}\)")  # (dry/din)

_NO_TITLE: Final = re.compile(r"[a-z(]|\d{1,3}[.)]\s|[\"“«].*[\"”»]$")  # a cut sentence, a list's item, a quotation
_GOES_ON: Final = re.compile(r"[a-z,.;)]")
_UNDER_NO_HEAD: Final = re.compile(r"[a-z,.;:()]")
_TITLE: Final = 5  # words; what is shorter may be a crosshead, under links too, or a line of a song
_LIST: Final = 3


def label(lines: Sequence[Line]) -> Labels:
    """Return what each line of a body is, by its number, for formats whose headline and deck are fields of their own.

    A line is a paragraph or a crosshead unless its form says boilerplate, byline, photo line or white space. The
    rules hold for Indonesian and English alike: sites mix them.
    """
    rules = {line.number: rule for line in lines if (rule := rule_of(line))}
    labels = {line.number: label for line in lines if (label := _by_form(line, rules.get(line.number)))}
    for link, above in find_links(lines, rules, dict(labels)):
        labels[link.number] = Label(BlockType.BOILERPLATE, f"link under: {above.bare}"[:LONGEST_REASON])
    labels |= _printed_twice([line for line in lines if line.number not in labels])
    labels |= label_foot([line for line in lines if line.number not in labels], labels)
    own = [line for line in lines if line.number not in labels]
    for is_head, run in groupby(zip_longest(own, own[1:]), lambda pair: _is_head(*pair)):
        together = [line for line, _ in run]
        # Three lines in a row that might be crossheads are a list, a table or a song.
        kind = BlockType.CROSSHEAD if is_head and len(together) < _LIST else BlockType.PARAGRAPH
        labels |= {line.number: Label(kind) for line in together}
    return labels


def _printed_twice(own: Sequence[Line]) -> Labels:
    """Return titles that stand twice in a row: those of a player or picture, shown and for those who cannot see it."""
    pairs = ((line, below) for line, below in pairwise(own) if line.bare == below.bare and line.words >= _TITLE)
    twice = [line for pair in pairs for line in pair if line.links and line.in_title_case]
    return {line.number: Label(BlockType.BOILERPLATE, "title of a player or picture, twice") for line in twice}


def _is_head(line: Line, below: Line | None) -> bool:
    """Whether a line is a crosshead: no part of a sentence that was cut; what stands last heads nothing."""
    return line.heads and not line.bare[0].islower() and below is not None and not _UNDER_NO_HEAD.match(below.bare)


def _by_form(line: Line, rule: Rule | None) -> Label | None:
    """Return what the line is by its form alone; None when it is the newsroom's own text."""
    if line.is_white:
        return Label(BlockType.WHITESPACE)
    if rule:
        return Label(BlockType.BOILERPLATE, rule.reason)
    if reason := byline_reason(line):
        return Label(BlockType.BYLINE, reason)
    if _SIGN_OFF.fullmatch(line.bare):
        return SIGNED
    if is_photo_line(line) or (len(line.bare) <= _LONGEST and _CREDITED.fullmatch(line.bare)):
        return Label(BlockType.PHOTO_CAPTION, "photo line within the text")
    return None


def rule_of(line: Line) -> Rule | None:
    """Return the first rule that the line falls under; None when it is the newsroom's own text."""
    if len(line.bare) > _LONGEST or not _ANY_RULE.fullmatch(line.bare):
        return None
    return next((rule for rule in RULES if rule.pattern.fullmatch(line.bare)), None)


def find_links(lines: Sequence[Line], rules: Mapping[int, Rule], known: Container[int]) -> Iterator[tuple[Line, Line]]:
    """Yield each of `lines` that is another article's headline, with the line that it belongs to.

    `rules` are those that lines fall under, `known` the lines that are something else already; both by number.
    """
    open_lines = [line for line in lines if line.number not in known]
    last_sentence = max((line.number for line in open_lines if not line.links), default=0)
    label: Line | None = None
    is_first = True
    for line, below in zip_longest(lines, lines[1:]):
        rule = rules.get(line.number)
        if rule and rule.links is not Links.NONE:
            label, is_first = line, True
            to_the_end = rule.links is Links.TO_THE_END and line.number > last_sentence
        elif label and line.number not in known:
            # In a text without empty lines the next crosshead stands right under the links.
            long = line.words >= _TITLE or below is None or below.group != line.group
            near = line.group == label.group and (is_first or long)
            if to_the_end or (near and _is_title(line, below)):
                yield line, label
                is_first = False
            else:
                label = None


def _is_title(line: Line, below: Line | None) -> bool:
    """Whether a line right under a label is another article's headline, not a sentence that was cut at its links."""
    cut = bool(below and below.group == line.group and _GOES_ON.match(below.bare))
    return line.links and line.words > 1 and line.in_title_case and not (cut or _NO_TITLE.match(line.bare))
