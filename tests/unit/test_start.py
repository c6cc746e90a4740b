"""What a start may not wait for: modules that the first window does not need are not imported before it shows."""

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "asyncio",
    "cryptography",
    "email",
    "http.client",
    "httpx",
    "hunspell",
    "importlib.metadata",
    "jinja2",
    "logging.handlers",
    "keyring",
    "markdown",
    "numpy",
    "openai",
    "pydantic",
    "regex",
    "rfc3161_client",
    "selectors",
    "socket",
    "ssl",
    "subprocess",
    "urllib.request",
    "xllamacpp",
}

OURS = {
    "cli.commands",
    "companion.builtin",
    "companion.endpoint",
    "companion.talks",
    "desk.backing_up",
    "desk.bundling",
    "desk.fetching",
    "desk.replacing",
    "desk.reporting",
    "desk.searching",
    "desk.speller",
    "desk.stamping",
    "desk.updates",
    "qt.about",
    "qt.card_text",
    "qt.computers",
    "qt.dialogs",
    "qt.earlier",
    "qt.endpoints",
    "qt.find_bar",
    "qt.find_results",
    "qt.found_model",
    "qt.goals_panel",
    "qt.helping",
    "qt.inserted",
    "qt.labels",
    "qt.misspelled",
    "qt.new_version",
    "qt.page_tools",
    "qt.palette",
    "qt.panel_card",
    "qt.problems",
    "qt.recent_list",
    "qt.recovery",
    "qt.seeking",
    "qt.settings_window",
    "qt.shortcuts",
    "qt.sources",
    "qt.spelling_clerk",
    "qt.text_import",
    "qt.threshold",
    "qt.two_computers",
    "qt.typography_window",
    "qt.versions",
    "qt.whose_here",
    "report",
}

_START = """
import json, sys
from pathlib import Path
from firsthand.app import _run
from firsthand.qt import one_open, unsigned
from PySide6.QtCore import QTimer

one_open.WARM_UP = unsigned.SOON = 600_000  # what follows in its own time is not waited for, however slow this is

def begin(window):
    window.begin(lambda: Path(sys.argv[1]))
    clock = QTimer(window, interval=1)

    def look():
        if window.page.draft is not None:
            clock.stop()
            print(json.dumps(sorted(sys.modules)), flush=True)
            window.close()

    clock.timeout.connect(look)
    clock.start()

_run(begin)
"""


def test_a_start_waits_for_nothing_it_does_not_need(tmp_path: Path) -> None:
    from firsthand.desk.sample import sample_novel

    novel = sample_novel(tmp_path / "novel")
    environment = {**os.environ, "FIRSTHAND_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    started = subprocess.run(
        [sys.executable, "-c", _START, str(novel)], env=environment, capture_output=True, text=True, timeout=120
    )
    assert started.returncode == 0, started.stderr
    imported = set(json.loads(started.stdout.splitlines()[-1]))
    assert "firsthand.qt.window" in imported
    assert sorted((HEAVY | {f"firsthand.{name}" for name in OURS}) & imported) == []
