"""The edition of the rules is raised with them: else texts that were read keep what older rules found.

When rules have changed on purpose, and an archive may have read texts by this edition (a release, or a branch that
others run), raise EDITION in articles/extraction/engine.py. Either way write the new checksum: EDITION=write ./run test
tests/extraction/test_edition.py
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from unittest import TestCase

from articles.extraction import engine

_HELD = Path(__file__).with_name("edition.txt")
_RULES = Path(engine.__file__).parent


def _now() -> str:
    """Return the edition and the checksum of all rules, word lists included."""
    told = hashlib.sha256()
    for path in sorted(_RULES.rglob("*.py")):
        told.update(f"{path.relative_to(_RULES).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return f"{engine.EDITION} {told.hexdigest()}\n"


class EditionTests(TestCase):
    def test_the_rules_are_those_of_their_edition(self) -> None:
        if os.environ.get("EDITION") == "write":
            _HELD.write_text(_now())
        same = _HELD.exists() and _HELD.read_text() == _now()
        self.assertTrue(
            same,
            "The rules have changed since their checksum was written. If any archive has read texts by this edition, "
            "raise EDITION in articles/extraction/engine.py. Then write the checksum: "
            "EDITION=write ./run test tests/extraction/test_edition.py",
        )
