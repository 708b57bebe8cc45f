"""The one way through the rules: a text in, everything that they find in it out.

Each step sees what the steps before it found, never what comes after: marks and days need nothing but the text, names
need the marks, speech needs names and days, figures need the days.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.days import find_days
from articles.extraction.figures import find_figures
from articles.extraction.findings import Findings
from articles.extraction.known import Known
from articles.extraction.marks import find_marked
from articles.extraction.names import find_names
from articles.extraction.speech import find_quotes
from articles.extraction.story import Story
from articles.text.language import guess_language

# Raised with every change of what the rules find, so that texts which an older edition has read are read again.
EDITION: Final = "rules-1"
LANGUAGES: Final = ("id", "en")  # those that have a rule pack


def read(story: Story, known: Known | None = None) -> Findings:
    """Return all that the rules find in `story`; `known` holds the names that editors have confirmed."""
    marked = find_marked(story)
    days = find_days(story)
    names = find_names(story, marked, known or Known())
    quotes = find_quotes(story, marked, names, days)
    return Findings(names=names.all, quotes=quotes, figures=find_figures(story, days), days=days)


def language_of(told: str, body: str) -> str:
    """Return whose rules read a text: the language that its article names, else the one of its words, else "id".

    `told` is a BCP 47 tag or "". A text in a third language is read by the Indonesian rules, which find little in it.
    """
    said = told.split("-")[0].lower()
    return next((language for language in (said, guess_language(body)) if language in LANGUAGES), LANGUAGES[0])
