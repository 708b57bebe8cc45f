#!/usr/bin/env python
"""Django's command line. `./run manage COMMAND` calls it with the project's own Python and database."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # A wrong setting is refused in the one sentence that names it; a traceback would bury it.
        sys.exit(str(error))
