"""What the tests of the page share: a real Draft that remembers what it was told, and a page that shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication

from firsthand.desk.draft import Cause, Draft
from firsthand.history import SceneState
from firsthand.manuscript import Entry
from firsthand.provenance import Change, Origin, Whose
from firsthand.provenance.recognition import Recogniser
from firsthand.qt.page import Page


@pytest.fixture
def quiet(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Qt is there, and no override of the page fails."""
    yield
    QApplication.clipboard().clear()  # what Python put there may not be there when it ends
    assert [record.getMessage() for record in caplog.records if record.levelname in ("ERROR", "WARNING")] == []


@dataclass
class Scene:
    """A draft with all that went to its history."""

    draft: Draft
    recorded: list[tuple[Change, Cause]] = field(default_factory=list)
    resynced: list[str] = field(default_factory=list)
    now: int = 0

    def spans(self) -> list[tuple[str, str]]:
        """Each span's text and origin."""
        text = self.draft.text
        return [(text.slice(s.start, s.end), s.origin.value) for s in text.spans()]

    def letters(self) -> list[tuple[str, str, str | None, int]]:
        """Each unit with its origin, what it refers to, and the offset in that."""
        text, out = self.draft.text, []
        for span in text.spans():
            for at in range(span.start, span.end):
                offset = span.offset + at - span.start if span.source.ref else 0
                out.append((text.units(at, at + 1), span.origin.value, span.source.ref, offset))
        return out


def scene(text: str | None = "", origin: Whose = Origin.TYPED, title: str = "What Ines kept") -> Scene:
    """A draft that holds ``text``, as if it had been written before, with nothing to undo."""
    state = SceneState("s1")
    if text:
        state.take(Change(0, 0, text, origin), Cause.TYPE, 0)
    made: Scene

    def record(_: str, change: Change, cause: Cause, when: int, /, *, joins: bool, apart: bool) -> None:
        made.recorded.append((change, cause))

    def resynced(_: str, why: str) -> None:
        made.resynced.append(why)

    draft = Draft(Entry("s1", title, "01.md"), state, record, resynced, lambda: made.now, Recogniser())
    made = Scene(draft)
    return made


@contextmanager
def the_page(given: Scene, width: int = 796, height: int = 600) -> Iterator[Page]:
    """A page that shows the scene, in a window of its own; nothing may be logged as failed while it stands."""
    page = Page()
    page.resize(width, height)
    page.set_draft(given.draft)
    page.show()
    page.setFocus()
    QApplication.processEvents()
    try:
        yield page
        QApplication.processEvents()
    finally:
        page.set_draft(None)
        page.close()
        page.deleteLater()
        QApplication.processEvents()
