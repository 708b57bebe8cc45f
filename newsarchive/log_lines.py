"""How a line of the log is written."""

from __future__ import annotations

import copy
import logging


class OneLine(logging.Formatter):
    """Writes what was refused in one line; a traceback is for what failed.

    Django logs the status of each answer with it. One below 500 says that somebody asked for what he may not have:
    that is no fault of the program, and its traceback would leave room for nothing else.
    """

    def format(self, record: logging.LogRecord) -> str:
        if getattr(record, "status_code", 500) < 500:
            record = copy.copy(record)  # other handlers get it as it is
            record.exc_info = record.exc_text = record.stack_info = None
        return super().format(record)
