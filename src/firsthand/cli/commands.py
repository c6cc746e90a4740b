"""The command line: reads the arguments, calls a use case, prints what it gives, turns troubles into one sentence.

Exit codes: 0 done; 1 some input was passed over; 2 could not be done; those of ``verify`` are in ``verifying``.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from firsthand import __version__
from firsthand.cli import proof, repairing, verifying
from firsthand.cli.display import why_no_display
from firsthand.cli.language import add_language, language_of

Window = Callable[[Sequence[str]], int]


def run(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments ask for; ``window`` opens the program's window. The exit code."""
    if not arguments or not (arguments[0] in _COMMANDS or arguments[0].startswith("-")):
        arguments = ["open", *arguments]
    options = _parser().parse_args(arguments)
    if options.command == "open":
        return _open(options, window)
    command: Callable[[argparse.Namespace], int] = _COMMANDS[options.command]
    try:
        return command(options)
    except KeyboardInterrupt:
        _complain("Stopped. What was done so far is whole.")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="firsthand", description="A writing companion that knows whose every word is."
    )
    parser.add_argument("--version", action="version", version=f"Firsthand {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("open", help="open the window (also without a command)")
    one.add_argument("dir", nargs="?", type=Path, help="the manuscript's folder")
    one = commands.add_parser("demo", help="the whole job without a window")
    one.add_argument("--into", type=Path, metavar="DIR", help="a new folder for the sample novel")
    one = commands.add_parser("import", help="bring other programs' work into a manuscript")
    kinds = one.add_subparsers(dest="kind", required=True)
    kind = kinds.add_parser("coauthor", help="session logs of the CoAuthor dataset, each with its whole history")
    kind.add_argument("logs", nargs="+", type=Path, metavar="LOG", help=".jsonl or .jsonl.xz")
    kind.add_argument("--into", type=Path, metavar="DIR", required=True, help="a manuscript, made if it is not there")
    one = commands.add_parser("report", help="the authorship report")
    one.add_argument("dir", type=Path, help="the manuscript's folder")
    one.add_argument("--json", action="store_true", help="the figures as JSON")
    one.add_argument(
        "--output", type=Path, metavar="FILE", help="where to; else report.html, or standard output for JSON"
    )
    add_language(one)
    one.add_argument("--evidence", choices=("all", "none"), default="all", help="none: only what was observed")
    one = commands.add_parser("versions", help="the versions of a scene, or of every scene, that are worth showing")
    one.add_argument("dir", type=Path, help="the manuscript's folder")
    one.add_argument("scene", nargs="?", metavar="SCENE", help="a scene's id, title or file")
    one = commands.add_parser("show", help="a scene as it once stood")
    one.add_argument("dir", type=Path, help="the manuscript's folder")
    one.add_argument("scene", metavar="SCENE", help="a scene's id, title or file")
    one.add_argument("--at", default="latest", metavar="VERSION", help="a number, a name you gave, a time, or latest")
    one.add_argument("--origins", action="store_true", help="a line for each stretch, with whose it is")
    one = commands.add_parser("diff", help="what became of a scene from one version to another, and whose it is")
    one.add_argument("dir", type=Path, help="the manuscript's folder")
    one.add_argument("scene", metavar="SCENE", help="a scene's id, title or file")
    one.add_argument("old", metavar="FROM", help="a version, as for show --at")
    one.add_argument("new", metavar="TO", help="a version, as for show --at")
    verifying.add_to(commands)
    repairing.add_to(commands)
    proof.add_to(commands)
    commands.add_parser("doctor", help="what is installed and where things are kept; no secrets")
    return parser


def _open(options: argparse.Namespace, window: Window) -> int:
    why = why_no_display(os.environ, sys.platform)
    if why:
        _complain(f"{why} `firsthand demo` does the whole job without a window.")
        return 2
    return window([str(options.dir)] if options.dir else [])


def _demo(options: argparse.Namespace) -> int:
    from firsthand.desk.demonstration import DemoError, demonstrate
    from firsthand.desk.places import manuscripts_folder
    from firsthand.desk.reporting import ReportError
    from firsthand.desk.sample import free_folder
    from firsthand.desk.session import DeskError
    from firsthand.manuscript import ManuscriptError

    into = options.into or free_folder(manuscripts_folder(), "The Salt Ledger (demo)")
    try:
        done = demonstrate(into, say=lambda step: print(step, flush=True))
    except (DemoError, DeskError, ManuscriptError, ReportError) as error:
        _complain(str(error))
        return 2
    print()
    print(f"Taken:   {done.taken}")
    print(f"Became:  {done.became}")
    if done.again:
        print(f"Typed again: {done.again}")
    total = sum(done.words.values())
    print("Words of the scene: " + ", ".join(f"{n} {kind}" for kind, n in done.words.items()) + f" ({total} in all)")
    print(f"Manuscript: {done.manuscript}")
    print(f"Report: {done.report}")
    return 0


def _import(options: argparse.Namespace) -> int:
    from firsthand.desk.importing import Imported, ImportStoppedError, import_coauthor

    total = len(options.logs)

    def progress(done: Imported) -> None:
        seen = done.scenes + len(done.skipped)
        if sys.stderr.isatty() or seen % 100 == 0 or seen == total:
            end = "\r" if sys.stderr.isatty() and seen < total else "\n"
            print(f"{seen} of {total} logs, {done.events:,} events", end=end, file=sys.stderr, flush=True)

    try:
        done = import_coauthor(options.logs, options.into, progress)
    except ImportStoppedError as error:
        _complain(str(error))
        return 2
    for sentence in done.skipped:
        _complain(f"{sentence}.")
    print(f"{_number(done.scenes, 'session')} with {_number(done.events, 'event')} now in {options.into}.")
    return 1 if done.skipped else 0


def _report(options: argparse.Namespace) -> int:
    from firsthand.desk.reporting import ReportError, make_report, write_file
    from firsthand.report import Evidence

    try:
        report = make_report(options.dir, Evidence(options.evidence))
        for notice in report.notices:
            _complain(notice)
        if options.json and options.output is None:
            sys.stdout.buffer.write(report.json() + b"\n")
            return 0
        target = options.output or options.dir / "report.html"
        write_file(target, report.json() if options.json else report.page(language_of(options)).encode())
    except ReportError as error:
        _complain(str(error))
        return 2
    print(target)
    return 0


def _past(options: argparse.Namespace) -> int:
    from firsthand.cli.past import lines
    from firsthand.desk.versions import VersionError

    try:
        for line in lines(options):
            sys.stdout.buffer.write(line)
    except VersionError as error:
        _complain(str(error))
        return 2
    return 0


def _doctor(_: argparse.Namespace) -> int:
    from firsthand.cli.doctor import findings

    for name, value in findings():
        print(f"{name + ':':20}" + value.replace("\n", "\n" + " " * 20))
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "open": lambda _: 0,
    "demo": _demo,
    "import": _import,
    "report": _report,
    "versions": _past,
    "show": _past,
    "diff": _past,
    "verify": verifying.verify,
    "repair": repairing.repair,
    "bundle": proof.bundle,
    "stamp": proof.stamp,
    "key": proof.key,
    "doctor": _doctor,
}


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _complain(sentence: str) -> None:
    print(f"firsthand: {sentence}", file=sys.stderr)
