"""What follows from a correction of a quote: its way to the page begins with whoever spoke it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from articles.models import Anchor, Quote, RelayHop

MOUTHS: Final = (RelayHop.Role.SPEAKER, RelayHop.Role.ISSUER)


def move_mouth(quote: Quote, before: int | None, *, beside: Collection[int] = ()) -> bool:
    """Let the first step of a quote's way name its new speaker where it named the one `before`; return whether it did.

    `before` is a key, None where nobody was known; `beside` are keys of steps that an editor has given a name of
    their own. Called inside `editing.edited`, which logs the step with the quote. Without a speaker the step names
    nobody, so that the article does not state it any more, and words that named it go.
    """
    first = quote.hops.select_related("evidence").order_by("position").first()
    now = quote.speaker_id
    if first is None or now == before or first.pk in beside:
        return False
    if first.role not in MOUTHS or first.agent_id != before:
        return False
    evidence = first.evidence if now is None else None
    first.agent_id = now
    if now is None:
        first.stated, first.evidence = False, None
    first.save(update_fields=("agent", "stated", "evidence"))
    if evidence and not RelayHop.objects.filter(evidence=evidence).exists():
        Anchor.objects.filter(pk=evidence.pk, role=Anchor.Role.RELAY).delete()
    return True
