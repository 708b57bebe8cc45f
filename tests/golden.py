"""Expected answers in files beside the inputs. `GOLDEN=write` accepts what the code says; the diff is the review."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

_WRITES = os.environ.get("GOLDEN") == "write"


def check(expected: Path, found: Any) -> None:
    """Compare `found`, plain lists, dictionaries, texts and numbers, with the file; or write it there.

    Raises:
        AssertionError: they differ, or there is no such file yet.
    """
    if _WRITES:
        expected.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert expected.exists(), f"{expected.name} is missing: run with GOLDEN=write and read what it holds."
    assert found == json.loads(expected.read_text(encoding="utf-8"))
