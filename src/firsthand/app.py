"""Where the window's parts are made and handed to each other."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import firsthand.desk.session  # noqa: F401 - with all it needs before Qt, which reads the source of what comes after it
from firsthand.companion import Companion, Keys
from firsthand.desk.crashes import NativeCrashes, WordlessFormatter, note
from firsthand.desk.log_file import LogFile
from firsthand.desk.places import log_folder, settings_folder
from firsthand.manuscript.trust import NAME as MANIFEST
from firsthand.qt.application import make_application, speak_as_chosen
from firsthand.qt.asking import Mailbox
from firsthand.qt.collecting import Collector
from firsthand.qt.jobs import wait_for_jobs
from firsthand.qt.settings import Settings
from firsthand.qt.unsigned import Unsigned
from firsthand.qt.window import Window

_log = logging.getLogger("firsthand")


def run(argv: list[str]) -> int:
    """Open the window on the manuscript that ``argv`` names, or or the last one; the exit code."""
    return _run(lambda window: window.begin(lambda: first_manuscript(argv, window.settings.recent)))


def self_test(file: Path) -> int:
    """Try the program as it is installed here and write what was found to ``file``: 0 all holds, 1 not, 2 not tried.

    Everything it makes lies in a temporary folder, which is removed; beside ``file`` it leaves a picture of the window.
    """
    import tempfile

    from firsthand.cli.display import why_no_display
    from firsthand.desk.self_test import Account, SelfTestError, expect
    from firsthand.qt.self_test import SelfTest

    account = Account(file.absolute())
    with tempfile.TemporaryDirectory(prefix="firsthand-self-test-", ignore_cleanup_errors=True) as home:
        os.environ["FIRSTHAND_HOME"] = home
        try:
            with account.step("a display answers"):
                why = why_no_display(os.environ, sys.platform)
                expect(why is None, str(why))
            _run(lambda window: SelfTest(window, account, Path(home) / "Self-test — Prüfung").start())
        except SelfTestError:
            return 1
        except OSError as error:
            print(f"firsthand: The self-test could not be written to {file} ({error.strerror}).", file=sys.stderr)  # noqa: T201
            return 2
        finally:
            logging.shutdown()
    return 0 if account.result.passed else 1


def _run(begin: Callable[[Window], object]) -> int:
    """Show the window, let it ``begin``, and stay until the author leaves; the exit code."""
    _log_to_file()
    native = NativeCrashes()
    native.watch()
    sys.setswitchinterval(0.001)  # the companion's thread gives way to the window sooner
    app = make_application([])
    collector = Collector(app)
    settings = Settings(settings_folder())
    speak_as_chosen(app, settings.choices.program.language)
    mailbox, keys = Mailbox(), Keys()
    companion = Companion(mailbox.deliver, keys)
    window = Window(settings, companion, mailbox, keys)
    _say_what_fails(window)
    unsigned = Unsigned(settings, window)
    unsigned.said.connect(window.notice.say)
    window.bench.opened.connect(unsigned.set_desk)
    window.show()
    begin(window)
    window.say_at_the_start(native.found())
    try:
        return int(app.exec())
    finally:
        companion.close()
        wait_for_jobs()
        collector.stop()
        native.end()


def first_manuscript(argv: list[str], recent: list[Path]) -> Path | None:
    """The manuscript to open at the start: the one that is named, else the last one; None at the very first start.

    A desktop opens a manuscript by its ``manuscript.toml``.
    """
    if argv:
        named = Path(argv[0]).absolute()
        return named.parent if named.name == MANIFEST and named.is_file() else named
    return recent[0] if recent else None


def _log_to_file() -> None:
    """Keep the program's own log, which holds no words of any manuscript, in a small file."""
    handler = LogFile(log_folder())
    handler.setFormatter(WordlessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def _say_what_fails(window: Window) -> None:
    """An exception nobody caught is noted and said; the window goes on, for the draft is not in it."""

    def say(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        _log.error("not caught", exc_info=(kind, error, trace))
        note(error)
        window.say_failure()

    sys.excepthook = say
