"""The language of a text, told by the small words that nobody can write without."""

from __future__ import annotations

import re
from typing import Final

_SMALL_WORDS: Final = {
    "id": re.compile(
        r"\b(?:ada|adalah|akan|antara|atas|atau|bagi|bahwa|belum|bisa|dalam|dan|dapat|dari|dengan|di|dia|ia|ini"
        r"|itu|juga|kami|karena|ke|kepada|kita|lebih|mereka|namun|oleh|pada|para|saat|sebagai|sebuah|sejak"
        r"|seperti|serta|setelah|sudah|tak|telah|tentang|terhadap|tersebut|tetapi|tidak|untuk|yakni|yang)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:about|after|an|and|are|as|at|be|been|but|by|for|from|had|has|have|he|her|his|if|in|into|is|it|its"
        r"|more|not|of|on|or|our|said|she|that|the|their|there|they|this|to|was|we|were|which|who|will|with"
        r"|would|you)\b",
        re.IGNORECASE,
    ),
}
_SAMPLE: Final = 20_000  # characters that are enough to tell
_FEWEST: Final = 3  # small words; most headlines have fewer
_SHARE_OF_WORDS: Final = 0.08  # below it the text is in neither language
_SHARE_OF_HITS: Final = 0.8  # below it the text is mixed


def guess_language(text: str) -> str:
    """Return "id", "en", or "" when the text is too short, mixed, or in neither language."""
    sample = text[:_SAMPLE]
    counts = {language: len(pattern.findall(sample)) for language, pattern in _SMALL_WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    enough = counts[best] >= max(_FEWEST, _SHARE_OF_WORDS * len(sample.split()))
    return best if enough and counts[best] >= _SHARE_OF_HITS * sum(counts.values()) else ""
