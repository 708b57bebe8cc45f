"""What somebody is reported to have said, without marks: the word of saying, the speaker, the clause."""

from __future__ import annotations

from articles.extraction.asides import aside_in
from articles.extraction.clauses import (
    carries_clause,
    clause_follows,
    has_judgement,
    is_bare,
    is_denial,
    tells_nothing,
)
from articles.extraction.contents import (
    clause_after,
    clause_ahead,
    clause_before,
    clause_parted,
    is_ahead,
    is_place,
    only_adds,
    trimmed,
)
from articles.extraction.cues import is_unsaid, passive_speaker
from articles.extraction.pointers import without_pointers
from articles.extraction.saying import Saying
from articles.extraction.subjects import subject_before
from articles.extraction.told import Told
from articles.extraction.views import view_in
from articles.extraction.wording import Wording
from articles.text.spans import Span


def saying_in(wording: Wording, stretch: Span) -> Saying | None:
    """Return what a stretch of one sentence, outside of marks, reports somebody to have said."""
    found = (_saying(wording, here, end) for here, end in without_pointers(wording, stretch) if here)
    return next((saying for saying in found if saying is not None), None)


def _saying(wording: Wording, here: range, end: int) -> Saying | None:
    view = view_in(wording, here, end)
    if view is not None:
        return (_let_speak(wording, view, here, end) if view.told.paper else None) or view
    aside = aside_in(wording, here, end)
    verb = _verb(wording, here, end)
    # "Ana menyebut jalan itu rusak, tetapi, kata dia, ...": the aside is still hers.
    if aside is not None and not (verb and aside.told.points_back and verb.cue.start < aside.cue.start):
        return aside
    return verb or _passive(wording, here, end)


def _let_speak(wording: Wording, view: Saying, here: range, end: int) -> Saying | None:
    """Return whom a paper lets speak: "menurut keterangan Forum Sungai, Ana Wijaya menolak rencana itu"."""
    start = wording.index(view.told.words.end) if view.told.words else here.start
    inner = _verb(wording, range(min(start, here.stop), here.stop), end)
    return inner if inner is not None and inner.told.named is not None else None


def added_after(wording: Wording, place: int, end: int, told: Told) -> Saying | None:
    """Return a second saying of a speaker after the first: "..., ujar X seraya menambahkan bahwa ..."."""
    here = wording.within(place, end)
    for at in here:
        length = wording.phrase(at, wording.said.asides)
        if not length:
            continue
        verb = at + length - 1
        content = clause_after(wording, verb, end)
        if content is None:
            return None
        first = wording.index(content.start)
        said = wording.said
        if first + 2 < here.stop and wording.low[first] in said.pronouns and wording.low[first + 1] in said.weak:
            # "bahwa dia yakin hal itu": the clause is what is believed.
            return Saying(
                cue=wording.span(verb, first + 1),
                told=Told(words=wording.span(first)) if told.points_back else told,
                content=Span(wording.starts[first + 2], content.end),
                rule="saying.added",
            )
        return Saying(cue=wording.span(verb), told=told, content=content, rule="saying.added")
    return None


def _verb(wording: Wording, here: range, end: int) -> Saying | None:
    said = wording.said
    for at in here:
        low = wording.low[at]
        strong = _is_strong(wording, here.start, at)
        if not strong and low not in said.weak:
            continue
        # A verb with a capital stands in a heading.
        if wording.is_capital(at) or is_unsaid(wording, here.start, at):
            continue
        told = subject_before(wording, here.start, at)
        if told is None or (not strong and not _is_person(told)):
            continue
        content = clause_after(wording, at, end)
        split = clause_parted(wording, here, at, told, end)
        if split is not None:
            return Saying(cue=wording.span(at), told=told, content=split, rule="saying.aside")
        rule = "saying.weak-verb" if low in said.weak or low in said.bare else "saying.verb"
        if _names_only(wording, at, content, strong=strong):
            content = None
        elif content is None or only_adds(wording, content) or is_ahead(wording, here, told, content):
            ahead = clause_ahead(wording, here, told)
            bare = None if content is None or is_place(wording, content) else content
            content, rule = (ahead, "saying.verb-last") if ahead is not None else (bare, rule)
        return Saying(cue=wording.span(at), told=told, content=content, rule=rule if content else "saying.floor")
    return None


def _is_strong(wording: Wording, first: int, at: int) -> bool:
    """Say whether a verb tells of words whoever is its subject."""
    low, said = wording.low[at], wording.said
    if low in said.verbs or is_denial(wording, at) or is_bare(wording, first, at) or carries_clause(wording, at):
        return True
    return (low in said.weak or low in said.acts) and clause_follows(wording, at)


def _names_only(wording: Wording, at: int, content: Span | None, *, strong: bool) -> bool:
    """Say whether the words after a verb tell nothing that was said; a denied claim does."""
    if wording.low[at] in wording.said.thanks and not strong:
        return True
    return content is not None and not is_denial(wording, at) and tells_nothing(wording, at, content)


def _is_person(told: Told) -> bool:
    return told.points_back or (told.named is not None and told.named.kind == "person")


def _passive(wording: Wording, here: range, end: int) -> Saying | None:
    said = wording.said
    for at in here:
        if wording.stem(at) in said.judged and has_judgement(wording, here, at):
            content = trimmed(wording, wording.starts[here.start], end)
            return Saying(
                cue=wording.span(at), told=Told(words=wording.span(at)), content=content, rule="saying.passive"
            )
        by_clitic = wording.stem(at) in said.passive
        if not by_clitic and wording.low[at] not in said.passive:
            continue
        behind = (
            at > here.start and wording.low[at - 1] in said.relative and wording.low[at] not in said.judged
        )  # "seperti yang disampaikan Ana"
        if not behind and is_unsaid(wording, here.start, at):
            return None
        told = Told(words=wording.span(at)) if by_clitic else passive_speaker(wording, at, end)
        if told is None or (told.named is None and told.described and not told.described[0].isupper()):
            return None
        content = None if behind else clause_before(wording, here, at, told, end)
        rule = "saying.passive" if content else "saying.floor"
        return Saying(cue=wording.span(at), told=told, content=content, rule=rule)
    return None
