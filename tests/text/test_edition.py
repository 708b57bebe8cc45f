"""The edition of the analysis is raised with what it says: else entries written before are missed by a search.

After a change on purpose raise EDITION in articles/text/analysis.py, if any archive may hold entries of this one, and
write the new checksum: EDITION=write ./run test tests/text/test_edition.py
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

from articles.text import stemming
from articles.text.analysis import EDITION, Field, tsvector

HELD = Path(__file__).with_name("edition.txt")
LISTS = Path(stemming.__file__).parent
FAMILIES = Path(__file__).parents[1] / "data/words/families.txt"
PRINTED: Final = """
    “Kami menawarkan bantuan,” kata Putin pada 10 Desember 2023 (Ahad, 10/12/2023). Sekitar 1.100 warga, 1,1 juta orang,
    Rp 2,5 triliun; seribu seratus. B.N.P.B., COVID-19, Jum’at, Erdoğan’s, Zak\u00adharova, undang-undang, angka-angka.
"""


def now() -> str:
    """Return the edition and a checksum of what the analysis says of many words, and of its lists."""
    told = hashlib.sha256()
    for path in sorted(LISTS.glob("*.txt")):
        told.update(f"{path.name}\0{path.read_text(encoding='utf-8')}\0".encode())
    for language in ("", "id", "en"):
        for text in (PRINTED, FAMILIES.read_text(encoding="utf-8")):
            told.update(tsvector([Field(text, "A"), Field(text, "D")], language).encode())
    return f"{EDITION} {told.hexdigest()}\n"


def test_the_analysis_is_that_of_its_edition() -> None:
    if os.environ.get("EDITION") == "write":
        HELD.write_text(now(), encoding="ascii")
    assert HELD.exists(), __doc__
    assert HELD.read_text(encoding="ascii") == now(), __doc__
