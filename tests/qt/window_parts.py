"""What the tests of the window share: a manuscript, a window on it, and a companion that answers what it is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.companion import Done, Event, Failed, Finished, Keys, Request, Suggestion, Words
from firsthand.desk.sample import sample_novel
from firsthand.desk.session import Desk
from firsthand.qt.asking import Mailbox
from firsthand.qt.jobs import wait_for_jobs
from firsthand.qt.settings import Settings
from firsthand.qt.window import Window

ANSWERS = ("He closed the hatch. The clock went on.", " Then nobody spoke.", " A gull sat down on the rail.")


class Answerer:
    """Keeps the companion's promises: takes a request, and delivers what the test tells it to."""

    def __init__(self, deliver: Callable[[Event], None]) -> None:
        self.deliver = deliver
        self.requests: list[Request] = []
        self.stopped = 0
        self.warm = False
        self.read: list[Request] = []

    def ask(self, request: Request) -> None:
        self.requests.append(request)

    def stop(self) -> None:
        self.stopped += 1
        self.done(stopped=True)

    def prepare(self, request: Request) -> None:
        self.read.append(request)

    def warm_up(self) -> None:
        self.warm = True

    def close(self) -> None:
        pass

    @property
    def request(self) -> Request:
        return self.requests[-1]

    def words(self, number: int, text: str) -> None:
        self.deliver(Words(self.request.suggestion_id(number), text))

    def finish(self, number: int, text: str) -> Suggestion:
        request = self.request
        label = request.versions[number - 1].label
        made = Suggestion(request.suggestion_id(number), request.id, request.purpose, label, text, 1.25, "a model")
        self.deliver(Finished(made))
        return made

    def fail(self, message: str, number: int | None = None) -> None:
        self.deliver(Failed(self.request.id, message, self.request.suggestion_id(number) if number else None))

    def done(self, *, stopped: bool = False) -> None:
        self.deliver(Done(self.request.id, stopped))


def novel(folder: Path) -> Path:
    """The sample novel in a folder."""
    return sample_novel(folder / "The Salt Ledger")


@contextmanager
def window_on(qtbot, folder: Path, manuscript: Path | None) -> Iterator[tuple[Window, Answerer]]:
    """A window with a manuscript open (or none), closed at the end as a person would close it."""
    mailbox = Mailbox()
    answerer = Answerer(mailbox.deliver)
    settings = Settings(folder / "settings")
    window = Window(settings, answerer, mailbox, Keys())  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    try:
        if manuscript is not None:
            with qtbot.waitSignal(window.bench.opened, timeout=10_000):
                window.open_manuscript(manuscript)
            qtbot.waitUntil(lambda: window.footer.today.text() != "", timeout=10_000)
        yield window, answerer
    finally:
        window.close()
        wait_for_jobs()


def reopened(manuscript: Path) -> Desk:
    """The manuscript as it stands on disk, for looking at; close it."""
    return Desk.open(manuscript)
