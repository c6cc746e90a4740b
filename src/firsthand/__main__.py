"""Where the program begins: as a window, as a command, as its own test, or as the process of the built-in model or of
spelling."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Run Firsthand with the arguments of the process; the exit code."""
    if sys.argv[1:2] == ["--llm-worker"]:
        from firsthand.companion.worker import main as serve

        return serve(sys.argv[2])
    if sys.argv[1:2] == ["--speller"]:
        from firsthand.desk.speller import main as spell

        return spell(*sys.argv[2:4])
    if sys.argv[1:2] == ["--self-test"] and len(sys.argv) == 3:
        from firsthand.app import self_test

        return self_test(Path(sys.argv[2]))
    from firsthand.cli import run

    return run(sys.argv[1:], _open_window)


def _open_window(arguments: Sequence[str]) -> int:
    gc.disable()  # looking for garbage took a quarter of the time of importing; qt.collecting looks from then on
    from firsthand.app import run as run_window

    return run_window(list(arguments))


if __name__ == "__main__":
    raise SystemExit(main())
