"""The steps of the engine one by one, each with the seconds that it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, MutableMapping
from importlib import import_module
from typing import Any

from articles.extraction.findings import Findings
from articles.extraction.known import Known
from articles.extraction.story import Story


def read_in_steps(story: Story, known: Known, seconds: MutableMapping[str, float]) -> Findings:
    """Return what `engine.read` returns, and add the seconds of each step to `seconds`."""

    def step(module: str, name: str, *arguments: Any) -> Any:
        function = _function(module, name)
        if function is None:
            return ()
        began = time.process_time()
        found = function(*arguments)
        seconds[module] = seconds.get(module, 0.0) + time.process_time() - began
        return found

    marked = step("marks", "find_marked", story)
    days = step("days", "find_days", story)
    names = step("names", "find_names", story, marked, known)
    quotes = step("speech", "find_quotes", story, marked, names, days) if names else ()
    figures = step("figures", "find_figures", story, days)
    return Findings(names=names.all if names else (), quotes=quotes, figures=figures, days=days)


def _function(module: str, name: str) -> Callable[..., Any] | None:
    try:
        return getattr(import_module(f"articles.extraction.{module}"), name, None)
    except ImportError:
        return None
