"""docs/importing.md says what the importers do."""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO

from django.conf import settings

from articles.importers import IMPORTERS
from articles.importers.base import Given, RawArticle
from articles.importers.rawtext import RawText

DOCS = (settings.BASE_DIR / "docs" / "importing.md").read_text(encoding="utf-8")


def test_every_format_has_its_row() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", DOCS, re.MULTILINE)
    assert rows == [
        (importer.name, ", ".join(f"`{suffix}`" for suffix in sorted(importer.suffixes)), importer.about)
        for importer in IMPORTERS
    ]


def test_example_of_the_raw_text_layout_is_read_as_it_says() -> None:
    section = DOCS.partition("## The raw text layout")[2].partition("(A test reads")[0]
    example = section[section.index("    Warga") :].rstrip().splitlines()
    told = [re.split(r" {3,}", line.strip()) if line.strip() else ["", ""] for line in example]
    text = "\n".join(line for line, _ in told)
    (article,) = RawText().read(Given(name="text.txt", open=partial(BytesIO, text.encode())))
    assert isinstance(article, RawArticle), article
    assert [[block.text, block.type.value] for block in article.blocks] == [line for line in told if line[0]]
    assert article.publisher == "HARIANNUSA.CO.ID"
