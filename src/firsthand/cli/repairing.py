"""``firsthand repair``: rebuilds what can be rebuilt of a damaged manuscript, and says what cannot.

Exit codes: 0 all is whole, 1 something could not be rebuilt or the record is not whole, 2 not done.
"""

import argparse
import sys
from pathlib import Path

from firsthand.cli import verifying


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's arguments to the parser."""
    one = commands.add_parser("repair", help="rebuild damaged files, and say what cannot be rebuilt")
    one.add_argument("dir", type=Path, help="the manuscript's folder")


def repair(options: argparse.Namespace) -> int:
    """Repair, print what was done, give the exit code."""
    from firsthand.desk.repairing import RepairError, repair

    try:
        done = repair(options.dir)
    except RepairError as error:
        print(f"firsthand: {error}", file=sys.stderr)
        return 2
    for one in done.repairs:
        print(one.said)
    if not done.repairs:
        print("Nothing was damaged." if done.verification.whole else "Nothing can be rebuilt.")
    print(verifying.said(done.verification))
    for sentence in verifying.details(done.verification):
        print(f"  {sentence}")
    return 0 if not done.lost and done.verification.whole else 1
