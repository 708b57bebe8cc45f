"""Offices that only one person holds at a time: the word alone tells who is meant."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

OF_ONE: Final = words("pope")
# With one of these beside it, an office is a firm's: "president and director".
OF_FIRMS: Final = words("director ceo vice")
# Whose field or country tells of them: "Foreign Minister", "Secretary of State".
BY_FIELD: Final = words("minister secretary ministry")
# Printed beside too many offices to tell of one.
EVERYWHERE: Final = words("the mr mrs ms state national head chief")
