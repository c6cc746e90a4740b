"""Choosing a model: the dialog, a real endpoint on this computer, a key that lasts for the sitting."""

from pathlib import Path

import pytest

from firsthand.companion import BUILTIN, Keys
from firsthand.qt.endpoints import ModelDialog
from firsthand.qt.jobs import wait_for_jobs
from tests.qt.window_parts import novel, window_on
from tests.unit.companion_server import endpoint_server

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def dialog(qtbot):
    made = ModelDialog(BUILTIN, Keys())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    wait_for_jobs()


@pytest.fixture
def server():
    with endpoint_server() as made:
        yield made


def _fill(dialog, address, model="x", key=""):
    dialog.connected.setChecked(True)
    dialog.address.setText(address)
    dialog.model.setText(model)
    dialog.key.setText(key)


@pytest.mark.parametrize(
    ("address", "model", "good"),
    [
        ("https://api.example.org/v1", "big", True),
        ("http://127.0.0.1:11434/v1/", "big", True),
        ("https://api.example.org/v1", " ", False),
        ("api.example.org", "big", False),
        ("ftp://api.example.org", "big", False),
        ("https:///v1", "big", False),
        ("", "", False),
    ],
)
def test_only_a_whole_connection_can_be_used(dialog, address, model, good):
    _fill(dialog, address, model)
    assert dialog.ok.isEnabled() is good
    assert (dialog.endpoint() is not None) is good
    dialog.builtin.setChecked(True)
    assert dialog.endpoint() is BUILTIN
    assert dialog.ok.isEnabled()


@pytest.mark.parametrize(
    ("address", "warned"),
    [
        ("https://api.example.org/v1", False),
        ("http://api.example.org/v1", True),
        ("http://192.0.2.7:8080/v1", True),
        ("http://127.0.0.1:11434/v1", False),
        ("http://[::1]:11434/v1", False),
        ("http://localhost:1234/v1", False),
        ("http://localhost.example.org/v1", True),
    ],
)
def test_an_address_that_others_could_read_is_said_to_be_one(dialog, address, warned):
    _fill(dialog, address)
    assert dialog.unsafe.isVisible() is warned
    dialog.builtin.setChecked(True)
    assert not dialog.unsafe.isVisible()


def test_the_test_shows_the_answer_and_sends_the_key_but_no_word_of_the_author(qtbot, dialog, server):
    _fill(dialog, server.address("good"), key="secret-key")
    dialog.test_button.click()
    qtbot.waitUntil(lambda: dialog.outcome.text().startswith("It answers."), timeout=20_000)
    qtbot.waitUntil(dialog.test_button.isEnabled, timeout=20_000)
    [(_, headers, body)] = server.received
    assert headers["Authorization"] == "Bearer secret-key"
    assert b"harbour was empty" in body


def test_the_test_says_why_a_model_does_not_answer(qtbot, dialog, server):
    _fill(dialog, server.address("nowhere"))
    dialog.test_button.click()
    qtbot.waitUntil(dialog.test_button.isEnabled, timeout=20_000)
    assert dialog.outcome.text() not in ("", "Asking…")
    assert "Traceback" not in dialog.outcome.text()


def test_a_key_without_a_keyring_is_kept_for_the_sitting_and_the_window_says_so(qtbot, tmp_path):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        window.commands["model"].trigger()
        dialog = window.findChild(ModelDialog)
        assert dialog is not None
        qtbot.waitUntil(lambda: "this sitting only" in dialog.where.text())
        _fill(dialog, "https://api.example.org/v1", "big", "secret-key")
        with qtbot.waitSignal(dialog.chosen):
            dialog.ok.click()
        assert window.settings.endpoint.name == "big · api.example.org"
        assert "key for this sitting only" in window.footer.model.text()
        assert any("sitting only" in sentence for sentence in window.panel.message.sentences)
        with qtbot.waitSignal(window.asking.composed):
            pass
        assert "api.example.org" in window.panel.ask.small.text()
        assert not window.panel.ask.spark.isVisible()
        window.settings.sync()
    written = "".join(file.read_text("utf-8") for end in ("ini", "toml") for file in Path(tmp_path).rglob(f"*.{end}"))
    assert "big" in written
    assert "secret-key" not in written
