"""Where no key can sign, the author is told once, calmly, and never again on that computer."""

from concurrent.futures import Future

import pytest

from firsthand.desk.author_key import AuthorKey, not_signed
from firsthand.history.signing import Signer
from firsthand.qt import unsigned
from firsthand.qt.unsigned import Unsigned
from tests.qt.window_parts import novel, window_on

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

NONE = AuthorKey(None, f"There is no system keyring here. {not_signed()}")


@pytest.fixture
def answer(monkeypatch):
    answer: Future[AuthorKey] = Future()
    monkeypatch.setattr(unsigned, "author_key_soon", lambda: answer)
    return answer


def told(window):
    one = Unsigned(window.settings, window)
    one.said.connect(window.notice.say)
    one.set_desk(window.bench.desk)
    return one


def test_no_keyring_is_said_once_on_a_computer(qtbot, tmp_path, answer):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        window.notice.clear()
        first = told(window)
        assert not window.notice.isVisible()
        with qtbot.waitSignal(first.said):
            answer.set_result(NONE)
        (sentence,) = window.notice.sentences
        assert sentence.startswith("Your history is recorded but not signed: there is no system keyring here. ")
        window.notice.clear()
        with qtbot.assertNotEmitted(told(window).said, wait=100):
            pass


def test_a_key_that_is_there_is_not_worth_a_word(qtbot, tmp_path, answer):
    with window_on(qtbot, tmp_path, novel(tmp_path)) as (window, _):
        answer.set_result(AuthorKey(Signer(bytes(range(32))), "It is kept."))
        with qtbot.assertNotEmitted(told(window).said, wait=100):
            pass
        assert not window.settings.unsigned_said
