"""Precision, recall and F1 over articles, and how far they would stray on other articles of the kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.against_gold.outcome import Outcome

DRAWS = 2_000
SEED = 5
TAIL = 0.025  # on each side: the interval holds 95 of 100 draws


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A task on all articles."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


def score_of(outcomes: Sequence[Outcome]) -> Score:
    """Return the score of a task on these articles together."""
    return Score(
        right=sum(one.right for one in outcomes),
        predicted=sum(one.predicted for one in outcomes),
        gold=sum(one.gold for one in outcomes),
    )


def interval_of(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Return the 95 % interval of F1: articles are drawn with replacement, as many as there are."""
    dice = Random(SEED)  # noqa: S311 - the same draws each time
    drawn = sorted(score_of(dice.choices(outcomes, k=len(outcomes))).f1 for _ in range(DRAWS))
    return drawn[int(TAIL * DRAWS)], drawn[int((1 - TAIL) * DRAWS) - 1]
