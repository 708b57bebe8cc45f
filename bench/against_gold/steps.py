"""The steps of the engine one by one, to tell how long each takes; what they find is the same."""

from __future__ import annotations

import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

from articles.extraction.days import find_days
from articles.extraction.figures import find_figures
from articles.extraction.known import Known
from articles.extraction.marks import find_marked
from articles.extraction.names import find_names
from articles.extraction.speech import find_quotes
from articles.extraction.story import Story


def read_in_steps(story: Story, known: Known, seconds: MutableMapping[str, float]) -> None:
    """Do what `engine.read` does, and add the seconds of each step to `seconds`, "all" among them."""
    with _told("all", seconds):
        with _told("marks", seconds):
            marked = find_marked(story)
        with _told("days", seconds):
            days = find_days(story)
        with _told("names", seconds):
            names = find_names(story, marked, known)
        with _told("speech", seconds):
            find_quotes(story, marked, names, days)
        with _told("figures", seconds):
            find_figures(story, days)


@contextmanager
def _told(step: str, seconds: MutableMapping[str, float]) -> Iterator[None]:
    began = time.process_time()
    yield
    seconds[step] = seconds.get(step, 0.0) + time.process_time() - began
