"""How `--help` of a command with a manual is set."""

from __future__ import annotations

import argparse

from django.core.management.base import DjangoHelpFormatter


class ManualFormatter(DjangoHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Keeps the manual's lines as they are written."""
