"""The topics that an archive begins with, so that readers can browse it before any editor has added one.

Codes and English names are those of the IPTC Media Topics (https://iptc.org/standards/media-topics/, CC BY 4.0): all
seventeen at the top, and a few below them that much of the news is about. The tree is flatter than theirs: a topic
stands right under its top, whatever lies between. Two with a local code are sections of most newsrooms which the
standard spreads over several concepts. Indonesian names are our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from articles.extraction.english.topics import LABELS as ENGLISH
from articles.extraction.indonesian.topics import LABELS as INDONESIAN

# Code to the code of the broader topic, "" at the top; broader ones come first.
BROADER: Final[Mapping[str, str]] = {
    "medtop:01000000": "",
    "medtop:02000000": "",
    "medtop:03000000": "",
    "medtop:04000000": "",
    "medtop:05000000": "",
    "medtop:06000000": "",
    "medtop:07000000": "",
    "medtop:08000000": "",
    "medtop:09000000": "",
    "medtop:10000000": "",
    "medtop:11000000": "",
    "medtop:12000000": "",
    "medtop:13000000": "",
    "medtop:14000000": "",
    "medtop:15000000": "",
    "medtop:16000000": "",
    "medtop:17000000": "",
    "medtop:20000056": "medtop:16000000",
    "medtop:20000093": "medtop:02000000",
    "medtop:20000139": "medtop:03000000",
    "medtop:20000148": "medtop:03000000",
    "medtop:20000385": "medtop:04000000",
    "medtop:20000505": "medtop:08000000",
    "medtop:20000574": "medtop:11000000",
    "medtop:20000638": "medtop:11000000",
    "medtop:20000677": "medtop:12000000",
    "medtop:20000756": "medtop:13000000",
    "medtop:20001065": "medtop:15000000",
    "medtop:20001279": "medtop:04000000",
    "local:otomotif": "medtop:10000000",
    "local:wisata": "medtop:10000000",
}


def stock() -> list[dict[str, object]]:
    """Return the topics as `actions.topics.add_topics` takes them: code, labels by language, code of the broader."""
    return [
        {"code": code, "labels": {"en": ENGLISH[code], "id": INDONESIAN[code]}, "broader": broader or None}
        for code, broader in BROADER.items()
    ]
