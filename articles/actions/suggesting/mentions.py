"""Who is named where: suggested mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from articles.actions.suggesting.directory import Linked, Links
from articles.actions.suggesting.remembered import Shelf, lies_in, much_alike
from articles.actions.suggesting.rows import Suggestion, Work, all_marked, stands
from articles.actions.suggesting.texts import Text
from articles.extraction.findings import Named, Printed
from articles.models import Anchor, Mention

COLUMNS: Final = ("entity_id", "form", "printed_role", "nested", "tool", "confidence")
_HALF: Final = 0.5


def to_be_named(names: Iterable[Named], text: Text, shelf: Shelf, links: Links) -> list[tuple[Named, Printed]]:
    """Return the places to suggest: those about which nobody has decided, of names that are known or may be added."""
    return [
        (named, printed)
        for named in names
        for printed in named.printed
        if stands(text, printed.span) and not _is_settled(printed, links.get(named), shelf)
        if not _is_lost(text.story.words(printed.span), printed, links.get(named), shelf)
    ]


def mentions_of(places: Sequence[tuple[Named, Printed]], work: Work) -> Iterator[Suggestion]:
    """Yield a mention for each place whose name is linked by now."""
    seen = set()
    for named, printed in places:
        linked = work.links.get(named)
        if linked is None or (printed.span, linked.entity) in seen:
            continue
        seen.add((printed.span, linked.entity))
        role = work.text.words(printed.role)
        row = Mention(
            article_id=work.text.article,
            entity_id=linked.entity,
            form=printed.form,
            printed_role=role,
            nested=printed.nested,
            **work.stamp(named.rule, named.confidence, weight=linked.weight),
        )
        marked = all_marked((Anchor.Role.NAME, printed.span), (Anchor.Role.ROLE, printed.role if role else None))
        yield Suggestion(row=row, words=(printed.span,), marked=marked)


def _is_lost(words: str, printed: Printed, linked: Linked | None, shelf: Shelf) -> bool:
    """Whether somebody decided about the name where an older text had it; a rejected one is no new name either."""
    return any(
        linked is None or not linked.known or linked.entity == one.row.entity_id
        if one.rejected
        else linked is not None and linked.entity == one.row.entity_id
        for one in shelf.lost_as(words, printed.span)
    )


def _is_settled(printed: Printed, linked: Linked | None, shelf: Shelf) -> bool:
    """Whether somebody decided who is named here, or that it is not who the rules think it is.

    After a rejection, only another one whom editors know may be suggested for the same words.
    """
    words = (printed.span,)
    for standing in shelf.near(words):
        if not standing.taken:
            continue
        alike = much_alike(words, standing.words)
        same = linked is not None and linked.entity == standing.row.entity_id
        if standing.rejected:
            another = linked is not None and linked.known and not same
            if alike and not another:
                return True
        elif alike or (same and lies_in(words, standing.words) > _HALF):
            return True
    return False
