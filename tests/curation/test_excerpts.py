"""The sentence that prints a fact: the same however long the text is, of which only what is near is looked at."""

from __future__ import annotations

import pytest

from articles.curation import excerpts
from articles.curation.excerpts import excerpt_of
from articles.models import Anchor, Block
from articles.text.sentences import around
from articles.text.spans import Span


def anchor_of(text: str, words: str) -> Anchor:
    start = text.index(words)
    return Anchor(block=Block(text=text, version_id=1, position=0), start=start, end=start + len(words), exact=words)


@pytest.mark.parametrize("before", ["", "Murah dulu. " * 5_000, "lama " * 5_000])
@pytest.mark.parametrize("after", ["", " Lalu turun." * 5_000, " lama" * 5_000])
def test_only_the_near_part_of_a_long_text_is_looked_at(
    before: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []

    def counted(text: str, words: Span) -> Span:
        looked_at.append(len(text))
        return around(text, words)

    monkeypatch.setattr(excerpts, "around", counted)
    shown = excerpt_of([anchor_of(f"{before}Sekarang 1.500 per liter.{after}", "1.500")])
    assert shown
    assert max(looked_at) < 5 * excerpts.MOST
    long_before, long_after = before.startswith("lama"), after.startswith(" lama")
    assert shown.before.endswith("Sekarang ")
    assert shown.before.startswith("… ") == long_before
    assert shown.after.startswith(" per liter.")
    assert shown.after.endswith(" …") == long_after
    assert long_before or shown.before == "Sekarang "
    assert long_after or long_before or shown.after == " per liter."
