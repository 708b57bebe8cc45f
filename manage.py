#!/usr/bin/env python
"""Django's command line. `./run manage COMMAND` calls it with the project's own Python and database."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    execute_from_command_line(sys.argv)
