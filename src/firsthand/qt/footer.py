"""The status line at the foot of the window: what was written today, whose the scene is, and that it is recorded."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from firsthand.qt.guard import guarded
from firsthand.qt.wording import clock, number, percent


class Footer(QStatusBar):
    """Shows; knows nothing of where the figures come from. In a narrow window the least important go first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal = 0
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self.today = self._label()
        self.goal = QProgressBar(self)
        self.goal.setObjectName("goal")
        self.goal.setTextVisible(False)
        self.goal.setFixedSize(72, 4)
        self.goal.setAccessibleName(self.tr("Words today, of the goal"))
        self.addWidget(self.goal)
        self.goal.hide()
        self.scene = self._label()
        self.reading = self._label(right=True)
        self.history = self._label(right=True)
        self.model = self._label(right=True)
        self.setAccessibleName(self.tr("Status"))

    def _label(self, *, right: bool = False) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setMinimumWidth(1)
        (self.addPermanentWidget if right else self.addWidget)(label)
        return label

    def _put(self, label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
            self._fit()

    def _fit(self) -> None:
        """Leave out what does not fit, the least important first."""
        room = self.width() - 32
        wanted = (self.reading, self.history, self.today, self.scene, self.model)
        for label in wanted:
            room -= label.sizeHint().width() + 6 if label.text() else 0
            label.setVisible(room >= 0 and bool(label.text()))
            if label is self.today:
                room -= self.goal.width() + 6 if self._goal else 0
                self.goal.setVisible(bool(self._goal) and room >= 0)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_today(self, words: int | None, goal: int = 0) -> None:
        """How many words of the author's came today, of how many (0: no goal); less than nothing counts as none."""
        if words is None:
            self._goal = 0
            self._put(self.today, "")
            return
        count = max(0, words)
        text = self.tr("%Ln word(s) today", "", count)
        if goal:
            text = self.tr("{words} / %Ln word(s) today", "", goal).format(words=number(count))
            self.goal.setRange(0, goal)
            self.goal.setValue(min(count, goal))
        self._goal = goal
        self._put(self.today, text.replace(number(count), f"<b>{number(count)}</b>", 1))

    def show_scene(self, yours: float | None) -> None:
        """The share of the open scene's words that the author typed, or nothing."""
        share = "" if yours is None else f"<b>{percent(yours)}</b>"
        self._put(self.scene, self.tr("This scene {share} yours").format(share=share) if share else "")

    def show_history(self, sealed_at: float | None, *, recording: bool) -> None:
        """Whether the sitting is recorded, and when the record was sealed (seconds since 1970)."""
        if not recording:
            text = ""
        elif sealed_at is None:
            text = self.tr("History recorded")
        else:
            text = self.tr("History recorded and sealed {time}").format(time=clock(sealed_at))
        self._put(self.history, text)

    def show_reading(self, why: str) -> None:
        """That the manuscript is open for reading only, and why; nothing if it can be written."""
        words = self.tr("Reading only")  # not within the tags: there no translator would find it
        self._put(self.reading, f"<b>{words}</b>" if why else "")
        self.reading.setToolTip(why)

    def show_model(self, name: str, *, sitting_key: bool = False) -> None:
        """The model that would be asked, and whether its key is lost at the end of the sitting."""
        note = " · " + self.tr("key for this sitting only") if sitting_key else ""
        self._put(self.model, (name + note).replace("&", "&amp;").replace("<", "&lt;"))

    def clear_all(self) -> None:
        """No manuscript is open; the model stays."""
        for label in (self.today, self.scene, self.reading, self.history):
            self._put(label, "")
