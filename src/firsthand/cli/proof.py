"""The commands about proof: bundles, the author's key, time stamps. ``commands`` says what each is for."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from firsthand.cli.language import add_language, language_of

_ENVIRONMENT = "FIRSTHAND_PASSPHRASE"
"""The variable that holds a passphrase where nobody can be asked for it."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands' arguments to the parser."""
    one = commands.add_parser("bundle", help="everything that checking the record takes, in one zip file")
    one.add_argument("dir", type=Path, help="the manuscript's folder")
    one.add_argument("--redact", action="store_true", help="without a word of the manuscript")
    one.add_argument(
        "--open",
        action="append",
        default=[],
        metavar="PASSAGE",
        help="with --redact: show SCENE:START-END or SUGGESTION",
    )
    one.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; else DIR.zip beside the folder")
    add_language(one)
    one = commands.add_parser("stamp", help="have a third party confirm that the record is there now")
    one.add_argument("dir", type=Path, help="the manuscript's folder")
    one.add_argument("--authority", required=True, metavar="URL", help="a time-stamping authority (RFC 3161)")
    one.add_argument("--certificate", type=Path, metavar="FILE", help="its root certificate (PEM)")
    one = commands.add_parser("key", help="the author's key, which signs the record")
    acts = one.add_subparsers(dest="act", required=True)
    acts.add_parser("show", help="its fingerprint, and where it is kept")
    act = acts.add_parser("export", help="to a file under a passphrase, for another computer")
    act.add_argument("file", type=Path)
    act = acts.add_parser("import", help="from such a file")
    act.add_argument("file", type=Path)
    act.add_argument("--replace", action="store_true", help="though there is another key here")
    act.add_argument("--plain-file", action="store_true", help="kept in a plain file, not in the system's keyring")
    act = acts.add_parser("make", help="a first key; needed only where there is no system keyring")
    act.add_argument("--plain-file", action="store_true", required=True, help="keep it in a plain file")


def bundle(options: argparse.Namespace) -> int:
    from firsthand.desk.bundling import BundleError, make_bundle

    target = options.output or options.dir.resolve().with_name(f"{options.dir.resolve().name}.zip")
    if options.open and not options.redact:
        return _refuse("--open opens passages of a redacted bundle; say --redact too.")
    try:
        made = make_bundle(
            options.dir, target, redact=options.redact, passages=options.open, speech=language_of(options)
        )
    except BundleError as error:
        return _refuse(str(error))
    for notice in made.notices:
        _say(notice)
    if made.opened and options.redact:
        _say(f"Lines that keep their words: {made.opened}.")
    print(made.path)
    return 1 if made.notices else 0


def stamp(options: argparse.Namespace) -> int:
    from firsthand.desk.stamping import StampingError, stamp, trusted
    from firsthand.history import moment

    try:
        stamps = stamp(options.dir, options.authority, trusted(options.certificate))
    except StampingError as error:
        return _refuse(str(error))
    for one in stamps:
        print(f"Stamped at {moment(one.when)} by {one.authority}, number {one.serial:x}.")
    return 0


def key(options: argparse.Namespace) -> int:
    from firsthand.desk import author_key as keys

    try:
        match options.act:
            case "export":
                known = keys.export_key(options.file, _passphrase(twice=True))
                print(f"Exported to {options.file}: {known}")
            case "import":
                phrase = _passphrase()
                known = keys.import_key(options.file, phrase, replace=options.replace, plain_file=options.plain_file)
                print(f"Imported: {known}")
            case "make":
                print(f"Made: {keys.make_key_in_plain_file()}")
            case _:
                return _show_key()
    except keys.KeyTroubleError as error:
        return _refuse(str(error))
    return 0


def _show_key() -> int:
    from firsthand.desk.author_key import known_key

    found = known_key()
    print(found.fingerprint or "There is no author's key here.")
    print(found.said)
    return 0 if found.signer is not None else 1


def _passphrase(*, twice: bool = False) -> str:
    """The passphrase, from the environment or from who sits at the terminal."""
    from firsthand.desk.author_key import KeyTroubleError

    if _ENVIRONMENT in os.environ:
        return os.environ[_ENVIRONMENT]
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    phrase = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Once more: ") != phrase:
        raise KeyTroubleError("The two passphrases differ; nothing was written.")
    return phrase


def _refuse(sentence: str) -> int:
    _say(sentence)
    return 2


def _say(sentence: str) -> None:
    print(f"firsthand: {sentence}", file=sys.stderr)
