"""``firsthand verify``: says what a record proves, and what keeps it from proving more.

Exit codes, which are those of the stand-alone verifier: 0 proved, 1 a fault, 2 no fault but less than proved, 3 nothing
that could be checked.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.desk.checking import Checked
    from firsthand.desk.stamping import Found
    from firsthand.history import Verification


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command's arguments to the parser."""
    one = commands.add_parser("verify", help="check the record: 0 proved, 1 a fault, 2 less than proved, 3 cannot read")
    one.add_argument("dir", type=Path, help="the manuscript's folder, or a bundle")
    one.add_argument("--thorough", action="store_true", help="every signature, and copies without words too; slower")
    one.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="FINGERPRINT",
        help="the author's key as you know it; any other is a fault",
    )
    one.add_argument("--certificate", type=Path, metavar="FILE", help="of a time-stamping authority (PEM)")


def verify(options: argparse.Namespace) -> int:
    """Check, print what was found, give the exit code."""
    from firsthand.desk.checking import CheckError, Worth, check_record

    try:
        checked = check_record(options.dir, options.certificate, options.key, thorough=options.thorough)
    except CheckError as error:
        print(f"firsthand: {error}", file=sys.stderr)
        return Worth.NOTHING
    print(said(checked.verification))
    for sentence in (
        *checked.faults,
        *checked.less,
        *details(checked.verification),
        *map(_stamp_said, checked.stamps),
    ):
        print(f"  {sentence}")
    if checked.worth in (Worth.PROVED, Worth.LESS):
        print(f"  {_proved(checked)}")
    return checked.worth


def said(outcome: "Verification") -> str:
    """What a record is worth, in a sentence."""
    from firsthand.history import Status

    counted = f"{_number(outcome.records, 'record')} in {_number(outcome.sittings, 'sitting')}"
    sentences = {
        Status.WHOLE: f"Whole: {counted}, every one under a seal and every seal fits.",
        Status.UNSEALED: f"Not whole: {outcome.unsealed:,} of {counted} are not under a seal.",
        Status.UNCLOSED: f"Not whole: {counted}, and a sitting has not closed, so that its end may be missing.",
        Status.BROKEN: f"Not whole: {counted}, and the record does not fit its seals.",
        Status.EMPTY: "Not whole: there is no record of this manuscript.",
    }
    return sentences[outcome.status]


def _proved(checked: "Checked") -> str:
    """What the check has shown of what is under a seal, and what it has not looked at."""
    if checked.verification.signed:
        said = "Proved: every line under a seal stands as whoever has the key sealed it."
    else:
        said = "Proved: every line under a seal fits its seal; who set the seals is not proved, at least in part."
    if checked.redacted:
        return f"{said} The words that were taken out are not there to be compared."
    if checked.thorough:
        return f"{said} A copy without words would stand for these very words."
    return f"{said} Whether a copy without words would stand for these very words was not checked; --thorough does."


def details(outcome: "Verification") -> Iterator[str]:
    """What else verifying found, a line each: faults, keys, what is not signed or not closed, doubtful times."""
    yield from outcome.faults
    for fingerprint, names in outcome.keys:
        several = f" ({', '.join(names)})" if len(outcome.keys) > 1 else ""
        yield f"Signed by the key {fingerprint}{several}."
    if outcome.unsigned:
        yield f"Not signed, at least in part: {', '.join(outcome.unsigned)}."
    for name in outcome.unclosed:
        yield f"Not closed: {name}."
    if outcome.late_seals:
        yield f"Sealed late, after a sitting that did not end by itself: {_number(outcome.late_seals, 'block')}."
    for doubt in outcome.doubts:
        yield f"Doubtful times: {doubt}."


def _stamp_said(found: "Found") -> str:
    """What a time stamp in a history says, in a sentence."""
    from firsthand.history import moment

    if found.stamp is None:
        return f"Time stamp of the seal {found.seal[:12]}…: no proof."
    said = (
        f"Time stamp: the seal {found.seal[:12]}… was there at {moment(found.stamp.when)}, says {found.stamp.authority}"
    )
    if not found.stamp.checked:
        said += "; its signature was not checked: give the authority's root certificate with --certificate"
    return f"{said}." + (f" Doubtful times: {found.doubt}." if found.doubt else "")


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
