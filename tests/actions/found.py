"""Findings as the rules would give them, made from the words of an article, and stored as a reading stores them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from articles.actions.editing import unhurried
from articles.actions.suggesting.storing import Heard, Read, Rules, store
from articles.actions.suggesting.texts import texts_of
from articles.extraction.findings import Circumstances, Day, Figure, Findings, Named, Printed, Quote, Speaker
from articles.extraction.known import Known
from articles.models import Article
from articles.proof.checks import CHECKS
from articles.text.dates import parse_edtf
from articles.text.spans import Span


class Found:
    """What is found in the text that an article shows now; words are sought from the start, `after` some others."""

    def __init__(self, article: Article) -> None:
        current = Article.objects.get(pk=article.pk).current
        assert current
        self.body = current.body

    def span(self, words: str, *, after: str = "") -> Span:
        start = self.body.index(words, self.body.index(after) if after else 0)
        return Span(start, start + len(words))

    def named(self, name: str, *printed: str, kind: Any = "person", **fields: Any) -> Named:
        """Name somebody, printed as `printed`, each time after the place before; as its name where none is given."""
        places: list[Printed] = []
        place = 0
        for words in printed or (name,):
            place = self.body.index(words, place)
            span = Span(place, place + len(words))
            role = self.span(fields["role"]) if fields.get("role") and not places else None
            form: Any = "full" if words == name else "short"
            places.append(Printed(span=span, form=form, role=role))
            place = span.end
        fields.pop("role", None)
        return Named(kind=kind, name=name, printed=tuple(places), **{"rule": "name.full", "confidence": 0.9, **fields})

    def quote(self, words: str, speaker: Named | None = None, **fields: Any) -> Quote:
        content = self.span(words)
        told = fields.pop("circumstances", Circumstances())
        said_by = Speaker(named=speaker, words=speaker.printed[-1].span if speaker else None)
        return Quote(
            content=content,
            sentence=content,
            speaker=said_by,
            circumstances=told,
            **{"type": "indirect", "rule": "quote.verb-before", "confidence": 0.8, **fields},
        )

    def figure(self, number: str, value: int | str, *, after: str = "", **fields: Any) -> Figure:
        span = self.span(number, after=after)
        return Figure(
            span=span,
            number=span,
            value=Decimal(value),
            **{"unit": "orang", "measure": "orang tiba", "rule": "figure.count", "confidence": 0.8, **fields},
        )

    def day(self, words: str, edtf: str, **fields: Any) -> Day:
        value = parse_edtf(edtf) if edtf else None
        return Day(span=self.span(words), value=value, **{"rule": "day.full", "confidence": 0.9, **fields})


def suggest(
    article: Article,
    *,
    names: Sequence[Named] = (),
    quotes: Sequence[Quote] = (),
    figures: Sequence[Figure] = (),
    days: Sequence[Day] = (),
    edition: str = "rules-1",
    known: Known | None = None,
) -> Read:
    """Store findings as suggestions, in a transaction of their own."""
    (text,) = texts_of([article.pk])
    findings = Findings(names=tuple(names), quotes=tuple(quotes), figures=tuple(figures), days=tuple(days))
    rules = Rules(edition=edition, known=known or Known(), trusted={}, silenced=frozenset())
    with unhurried():
        stored = store([Heard(text=text, findings=findings, seconds=0.01)], rules)
    assert stored.texts == 1
    return stored


def problems() -> list[str]:
    """Return what `verify` finds wrong in facts and what search reads of them; texts of tests have other blocks."""
    checks = [check for check in CHECKS if check.name in {"anchors", "articles", "search"}]
    return [problem for check in checks for problem in check.problems(lambda _walk, _rows: None)]
