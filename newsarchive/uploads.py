"""Files on their way in: while a form is read they lie on the disk of the deliveries, and leave room on it.

They have no name there, so nothing is left of them, however the process ends.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from articles.actions.delivered_files import LOOKED_AFTER, folder, has_room


class BesideDeliveries(FileUploadHandler):
    """Takes what is too large for the memory (settings.FILE_UPLOAD_HANDLERS)."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file.

        Raises:
            OSError: the folder of deliveries takes none.
        """
        super().new_file(*args, **kwargs)
        spool = tempfile.TemporaryFile(dir=folder())  # noqa: SIM115 - closed with its request
        self.file = UploadedFile(spool, self.file_name, self.content_type, 0, self.charset, self.content_type_extra)
        self._looked = -LOOKED_AFTER

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece.

        Raises:
            OSError: it cannot be kept, or would leave too little room on the disk.
        """
        try:
            if start - self._looked >= LOOKED_AFTER:
                self._looked = start
                if not has_room(len(raw_data)):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self.file.write(raw_data)
        except OSError:
            self.upload_interrupted()
            raise

    def file_complete(self, file_size: int) -> UploadedFile:
        """Return the file, to be read from its beginning."""
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        """Give up the file that was begun."""
        # Asked of those that began none, too; what waits to be written may have no room either.
        with suppress(AttributeError, OSError):
            self.file.close()
