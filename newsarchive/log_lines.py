"""How a line of the log is written."""

from __future__ import annotations

import logging


class OneLine(logging.Formatter):
    """Writes what was refused in one line; a traceback is for what failed.

    Django logs the status of each answer with it. One below 500 says that somebody asked for what he may not have:
    that is no fault of the program, and its traceback would leave room for nothing else.
    """

    def format(self, record: logging.LogRecord) -> str:
        if getattr(record, "status_code", 500) < 500:
            # Another record, for other handlers get this one as it is.
            record = logging.makeLogRecord({**vars(record), "exc_info": None, "exc_text": None, "stack_info": None})
        return super().format(record)
