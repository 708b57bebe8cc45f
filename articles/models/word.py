"""Every word that a text of the archive prints: where the nearest one to a misspelt word is looked for."""

from __future__ import annotations

from typing import Final, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.lookups import TrigramSimilar
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

SHORTEST: Final = 3
LONGEST: Final = 40


class WordQuerySet(models.QuerySet["Word"]):
    def like(self, word: str, *, edits: int) -> Self:
        """Keep words that become `word` by so many letters added, left out or changed, nearest first.

        Looks only among those that share enough trigrams: the setting pg_trgm.similarity_threshold decides.
        """
        edited = Func(F("word"), Value(word), edits, function="levenshtein_less_equal", output_field=_WHOLE)
        length = (max(SHORTEST, len(word) - edits), len(word) + edits)
        near = self.filter(TrigramSimilar(F("word"), Value(word))).alias(length=Length("word"), edited=edited)
        return near.filter(length__range=length, edited__lte=edits).order_by("edited", "word")


_WHOLE: Final[models.Field[int, int]] = models.IntegerField()


class Word(models.Model):
    """A word as search compares it, of letters alone. It may be a draft's: who shows one asks public entries for it.

    Two who write at once may both write a word: that does no harm, where waiting for one another would.
    """

    word = models.CharField(max_length=LONGEST)

    objects = WordQuerySet.as_manager()

    class Meta:
        verbose_name = _("word")
        indexes = [
            models.Index(fields=["word"], name="word_itself"),
            GinIndex(OpClass(F("word"), name="gin_trgm_ops"), name="word_trigrams"),
        ]

    def __str__(self) -> str:
        return self.word
