"""Facts as lists and confirming pages show them: marked in their sentence, and figures with their unit."""

from __future__ import annotations

from typing import Final

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.curation.excerpts import Excerpt
from articles.models import Statistic
from articles.models.printing import Approximation
from articles.text.numbers import plain

NOTHING: Final = format_html('<span class="nothing">{}</span>', "-")  # narrow pages leave it out


def marked(excerpt: Excerpt) -> SafeString:
    """Write a sentence with the words of the fact marked."""
    return format_html("{}<mark>{}</mark>{}", excerpt.before, excerpt.words, excerpt.after)


def sure(confidence: float) -> str:
    """Write how sure a rule was: "80 %"."""
    return f"{confidence * 100:.0f} %"


def amount(statistic: Statistic) -> str:
    """Write the value with all that limits it, and its unit as the archive holds it: "about 1,100 person"."""
    values = [statistic.value] if statistic.value_to is None else [statistic.value, statistic.value_to]
    numbers = "–".join(str(number_format(plain(value), use_l10n=True, force_grouping=True)) for value in values)
    exact = statistic.approximation == Approximation.EXACT
    parts = ("" if exact else statistic.get_approximation_display(), numbers, statistic.unit)
    return " ".join(part for part in parts if part)
