"""The commands: a stable contract, described in ``docs/cli.md``."""

from firsthand.cli.commands import run

__all__ = ["run"]
