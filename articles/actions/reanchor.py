"""After a new text: the facts of an article rest on its words too, as far as they are still there.

An old text keeps its anchors. The state of a new anchor tells how it was carried over; an old one is lost until a
later text has its words again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import User
from django.db.models import Q

from articles.actions.given_back import give_back, returning
from articles.actions.recheck import FactKey, Rewording, fact_of, recheck
from articles.models import Anchor, Block, RelayHop, Version
from articles.models.anchor import FACTS
from articles.text.carrying import Carried, Place, carry

State = Anchor.State
_Blocks = Mapping[int, Sequence[Block]]  # of each version, by its key, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One anchor on its way to the new text."""

    old: Anchor
    carried: Carried
    new: Anchor | None  # None when lost

    @property
    def need(self) -> tuple[FactKey, str]:
        """What the anchor is there for: a fact, and the role of the words in it."""
        return fact_of(self.old), self.old.role


def reanchor(
    before: Version, after: Version, *, by: User | None, reason: str = "", again: Version | None = None
) -> None:
    """Anchor in `after` what rests on `before`, and what an earlier text had lost.

    The caller holds the article, which shows `after` already. A fact whose words are not the same any more goes
    back to review. `again` is an older text that `after` repeats, block by block: what `before` had sent back is as
    it was there. The number of queries is fixed.
    """
    found = returning(before, again=again)
    apart = found.facts
    anchors = [anchor for anchor in _candidates(before, after) if fact_of(anchor) not in apart]
    blocks = _blocks({before.pk, after.pk, *(anchor.block.version_id for anchor in anchors)})
    steps = list(_carry([one for one in anchors if one.block.version_id == before.pk], blocks, after))
    steps += _returning([one for one in anchors if one.block.version_id != before.pk], steps, blocks, after)
    Anchor.objects.bulk_create(step.new for step in steps if step.new)
    _tell_old_ones(steps)
    _move_evidence(steps)
    recheck(_rewordings(steps), after, by=by, reason=reason)
    if again:
        give_back(found, again, after, by=by, reason=reason)


def _candidates(before: Version, after: Version) -> Iterator[Anchor]:
    lost = Q(block__version__article=after.article_id, state=State.LOST)
    anchors = Anchor.objects.filter(Q(block__version=before) | lost).select_related("block").defer("block__text")
    return anchors.exclude(block__version=after).in_order().iterator()


def _blocks(versions: set[int]) -> _Blocks:
    blocks = Block.objects.filter(version__in=versions).order_by("version", "position")
    return {key: list(found) for key, found in groupby(blocks, key=lambda block: block.version_id)}


def _carry(anchors: Sequence[Anchor], blocks: _Blocks, after: Version) -> Iterator[_Step]:
    """Yield a step for each of `anchors`, which are of one version."""
    if not anchors:
        return
    old, new = blocks[anchors[0].block.version_id], blocks[after.pk]
    index = {block.pk: at for at, block in enumerate(old)}
    places = [Place(index[anchor.block_id], anchor.start, anchor.end) for anchor in anchors]
    for anchor, carried in zip(
        anchors, carry([block.text for block in old], [block.text for block in new], places), strict=True
    ):
        yield _Step(old=anchor, carried=carried, new=_anchor(anchor, carried, new))


def _anchor(old: Anchor, carried: Carried, blocks: Sequence[Block]) -> Anchor | None:
    place = carried.place
    if place is None:
        return None
    block = blocks[place.block]
    fact = {f"{name}_id": getattr(old, f"{name}_id") for name in FACTS}
    return Anchor(
        block=block,
        start=place.start,
        end=place.end,
        exact=block.text[place.start : place.end],
        role=old.role,
        state=State(carried.state),
        **fact,
    )


def _returning(lost: Sequence[Anchor], steps: Sequence[_Step], blocks: _Blocks, after: Version) -> Iterator[_Step]:
    """Yield what earlier texts had lost and the new one has again, unless a fact has found other words since.

    That is so when it has as many words of that role as it had then; the newest loss comes back first.
    """
    if not lost:
        return
    had = _counts(lost)
    has = Counter(step.need for step in steps if step.new)
    by_version: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in lost:
        by_version[anchor.block.version_id].append(anchor)
    for version in sorted(by_version, reverse=True):
        for step in _carry(by_version[version], blocks, after):
            same_words = step.carried.state in (State.OK, State.MOVED)
            if same_words and has[step.need] < had[version, step.need]:
                has[step.need] += 1
                yield step


def _counts(lost: Sequence[Anchor]) -> Counter[tuple[int, tuple[FactKey, str]]]:
    """Count the words that facts had by role in the texts that `lost` stand in."""
    versions = {anchor.block.version_id for anchor in lost}
    anchors = Anchor.objects.filter(block__version__in=versions).select_related("block").defer("block__text", "exact")
    return Counter((anchor.block.version_id, (fact_of(anchor), anchor.role)) for anchor in anchors)


def _tell_old_ones(steps: Sequence[_Step]) -> None:
    lost = [step.old.pk for step in steps if not step.new]
    found = [step.old.pk for step in steps if step.new and step.old.state == State.LOST]
    Anchor.objects.filter(pk__in=lost).update(state=State.LOST)
    Anchor.objects.filter(pk__in=found).update(state=State.OK)


def _move_evidence(steps: Sequence[_Step]) -> None:
    """Let the hops of quotes rest on the new words; one whose words are lost still rests on the old ones."""
    new = {step.old.pk: step.new for step in steps if step.new}
    hops = list(RelayHop.objects.filter(evidence__in=new))
    for hop in hops:
        hop.evidence = new[hop.evidence_id] if hop.evidence_id else None
    RelayHop.objects.bulk_update(hops, ["evidence"])


def _rewordings(steps: Sequence[_Step]) -> Iterator[Rewording]:
    for step in steps:
        old = None if step.old.state == State.LOST else step.old.exact
        new = step.new.exact if step.new else None
        same = step.carried.state in (State.OK, State.MOVED)
        # No typed text has boilerplate; that it is left out says nothing about what the newsroom wrote.
        left_out = step.old.block.type == Block.Type.BOILERPLATE and not new
        if (old or new) and not (old and same) and not left_out:
            yield Rewording(fact=fact_of(step.old), role=step.old.role, old=old, new=new)
