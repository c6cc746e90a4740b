"""Jobs off the window's thread: who is told, on which thread, and what becomes of the rest."""

import gc
import random
import threading
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from firsthand.qt.jobs import Job, wait_for_jobs


class Owner(QObject):
    """Takes notice of what it is told, and on which thread."""

    def __init__(self, told):
        super().__init__()
        self.told = told
        self.label = QLabel()

    def done(self, result):
        self.label.setText(str(result))
        self.told.append((result, threading.current_thread()))

    def failed(self, sentence):
        self.done(sentence)

    def __del__(self):
        assert threading.current_thread() is threading.main_thread()


@pytest.fixture
def told(qapp):
    return []


def deliver():
    wait_for_jobs()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def refuse(error):
    raise error


OUTCOMES: dict[str, tuple[Callable[[], object], list[object]]] = {
    "a result": (lambda: 7, [7]),
    "nothing": (lambda: None, [None]),
    "an expected exception": (lambda: refuse(OSError("the disk refuses")), ["the disk refuses"]),
    "an exception without words": (lambda: refuse(OSError()), [""]),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_the_owner_is_told_on_its_own_thread(told, name):
    work, expected = OUTCOMES[name]
    owner = Owner(told)
    Job(owner, work, OSError, owner.done, owner.failed).start()
    deliver()
    assert told == [(one, threading.main_thread()) for one in expected]


def test_any_other_exception_is_logged_and_said(told, caplog):
    owner = Owner(told)
    Job(owner, lambda: refuse(KeyError("inside")), OSError, owner.done, owner.failed).start()
    deliver()
    assert "your words are safe" in told[0][0]
    assert "a job failed" in caplog.text


def test_nothing_is_told_where_nobody_listens(told):
    owner = Owner(told)
    Job(owner, lambda: 1, OSError).start()
    Job(owner, lambda: refuse(OSError("no")), OSError).start()
    deliver()
    assert told == []


def test_a_receiver_that_starts_another_one_is_told_of_both(told):
    owner = Owner(told)

    def again(result):
        owner.done(result)
        Job(owner, lambda: 2, OSError, owner.done).start()

    Job(owner, lambda: 1, OSError, again).start()
    deliver()
    deliver()
    assert [result for result, _ in told] == [1, 2]


def test_thousands_of_jobs_whose_owners_go_meanwhile(told):
    """Owners are deleted by Qt at once or later, let go by Python, or stay: those that stay are told, once."""
    chance = random.Random(5)
    stay, works, wanted = [], [], []
    for number in range(3_000):
        owner = Owner(told)
        work = Work(number, owner)
        works.append(weakref.ref(work))
        Job(owner, work, ValueError, owner.done, owner.failed).start()
        match chance.randrange(4):
            case 0:
                delete(owner)
            case 1:
                owner.deleteLater()
                QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
            case 2:
                stay.append(owner)
                wanted.append(number)
            case _:
                wanted.append(number)  # the job holds it
        del owner, work
        if not number % 200:
            gc.collect()
            QCoreApplication.processEvents()
    deliver()
    assert sorted(int(result) for result, _ in told) == wanted
    assert {thread for _, thread in told} == {threading.main_thread()}
    gc.collect()
    assert not [one for one in works if one() is not None]


class Work:
    """What is done on the pool's thread; it holds a Qt object, which must not go with it there."""

    def __init__(self, number, owner):
        self.number = number
        self.owner = owner

    def __call__(self):
        if self.number % 3 == 0:
            raise ValueError(str(self.number))
        return self.number
