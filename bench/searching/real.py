"""Relevance on real articles: imported from a file into an archive that is gone afterwards. Only figures stay."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from bench.searching.archive import Archive
from newsarchive.cluster import Cluster


def judged(articles: Path) -> dict[str, Any]:
    """Return what `relevance` says of them, without the questions of the mix.

    Raises:
        Failed: they cannot be imported, or a question has failed.
    """
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as made:
        folder = Path(made)
        folder.chmod(0o711)  # root's server runs as another user
        archive = Archive(folder=folder, size=0)
        cluster = Cluster(archive.data, throwaway=True)
        cluster.start()
        try:
            archive.manage("migrate", "--verbosity", "0")
            # 2: some records were refused, as those of a real file are.
            archive.manage("import_articles", "--publish", str(articles.resolve()), good=(0, 2))
            archive.vacuum()
            return dict(json.loads(archive.run("-m", "bench.searching.relevance")))
        finally:
            cluster.remove()
