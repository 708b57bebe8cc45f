"""Facts as lists and confirming pages show them: marked in their sentence, and figures with their unit."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.curation.excerpts import Excerpt
from articles.models import Statistic
from articles.models.printing import Approximation
from articles.text.numbers import plain


def marked(excerpt: Excerpt | None) -> str | SafeString:
    """Write a sentence with the words of the fact marked; a dash without any."""
    if excerpt is None:
        return "-"
    return format_html("{}<mark>{}</mark>{}", excerpt.before, excerpt.words, excerpt.after)


def sure(confidence: float | None) -> str:
    """Write how sure a rule was: "80 %"; a dash where none was asked."""
    return "-" if confidence is None else f"{confidence:.0%}".replace("%", " %")


def amount(statistic: Statistic) -> str:
    """Write the value with all that limits it, and its unit as the archive holds it: "about 1,100 person"."""
    values = [statistic.value] if statistic.value_to is None else [statistic.value, statistic.value_to]
    numbers = "–".join(str(number_format(plain(value), use_l10n=True, force_grouping=True)) for value in values)
    exact = statistic.approximation == Approximation.EXACT
    parts = ("" if exact else statistic.get_approximation_display(), numbers, statistic.unit)
    return " ".join(part for part in parts if part)
