"""How the window is built and looks: its columns, its colours, what of it is shown, where it stands on the screen.

Knows no manuscript. Everything the author changes here is remembered by `Settings`.
"""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from firsthand.qt.actions import Actions
from firsthand.qt.binder import Binder
from firsthand.qt.counts import Counts
from firsthand.qt.find_bar import FindBar
from firsthand.qt.find_results import FindResults
from firsthand.qt.footer import Footer
from firsthand.qt.guard import guarded
from firsthand.qt.notice import Notice
from firsthand.qt.page import Page
from firsthand.qt.panel import Panel
from firsthand.qt.question import Question
from firsthand.qt.settings import ZOOMS, Appearance, Settings
from firsthand.qt.spelling import Spelling
from firsthand.qt.style import dress
from firsthand.qt.theme import DARK, LIGHT, Theme, system_theme
from firsthand.qt.threshold import Threshold

WIDE, HIGH = 1440, 900
_BINDER, _PANEL = 244, 372
_LEAST_BINDER, _LEAST_PAGE, _LEAST_PANEL = 150, 280, 250
_LEAST_RESULTS = 270
_GOOD_PAGE = 520


class Frame(QMainWindow):
    """Binder, page and companion, and what shows them or hides them."""

    def __init__(self, settings: Settings, counts: Counts) -> None:
        super().__init__()
        self.settings = settings
        self.counts = counts
        counts.setParent(self)
        self.theme: Theme = LIGHT
        self.page = Page(self)
        self.spelling = Spelling(self.page, self)
        self.find_bar = FindBar(self.page, self)
        self.results = FindResults(self)
        self.binder = Binder(counts, self)
        self.panel = Panel(self)
        self.notice = Notice(self)
        self.question = Question(self)
        self.threshold = Threshold(self)
        self.footer = Footer(self)
        self.commands = Actions(self, self.menuBar())
        self._wanted = settings.columns[::2] or [_BINDER, _PANEL]
        self._fitting = False
        self._build()
        self._restore()
        self._wire()
        self.apply_appearance()

    # -- the parts

    def _build(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget(middle)
        self._stack.addWidget(self.threshold)
        self._stack.addWidget(self.page)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.question)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        least = (_LEAST_BINDER, _LEAST_PAGE, _LEAST_PANEL)
        for part, width in zip((self.binder, middle, self.panel), least, strict=True):
            part.setMinimumWidth(width)
            self.columns.addWidget(part)
        self.columns.setStretchFactor(1, 1)
        self.setCentralWidget(self.columns)
        self._build_results()
        self.setStatusBar(self.footer)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        QWidget.setTabOrder(self.binder.view, self.page)
        QWidget.setTabOrder(self.page, self.panel.ask.wish)

    def _build_results(self) -> None:
        """What was found in all scenes stands in the companion's place while it is looked at."""
        self._results = QDockWidget(self)
        self._results.setObjectName("results")
        self._results.setTitleBarWidget(QWidget(self._results))
        self._results.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self._results.setWidget(self.results)
        self.results.setMinimumWidth(_LEAST_RESULTS)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._results)
        self._results.hide()

    def show_results(self, on: bool) -> None:
        """Show what was found in all scenes in the companion's place, or the companion again."""
        if on and self._results.isHidden():
            self.panel.hide()
            self._results.show()
            self.resizeDocks([self._results], [max(_LEAST_RESULTS, self._wanted[1])], Qt.Orientation.Horizontal)
        elif not on:
            self._results.hide()
            self.panel.setVisible(self.settings.shows("companion"))
        self._fit_columns()

    def show_page(self) -> None:
        """Put the page in the middle."""
        self._stack.setCurrentWidget(self.page)

    def show_threshold(self) -> None:
        """Put the calm sentence in the middle."""
        self._stack.setCurrentWidget(self.threshold)

    # -- what is shown, and how

    def _wire(self) -> None:
        commands = self.commands
        for part in ("binder", "companion", "origins", "bars"):
            action = commands[f"show_{part}"]
            action.setChecked(self.settings.shows(part))
            action.toggled.connect(lambda on, part=part: self.set_shown(part, on))
            self.set_shown(part, action.isChecked())
        for appearance in Appearance:
            action = commands[f"appearance_{appearance}"]
            action.setChecked(self.settings.appearance is appearance)
            action.triggered.connect(lambda _=False, appearance=appearance: self.set_appearance(appearance))
        commands["zoom_in"].triggered.connect(lambda: self._zoom(1))
        commands["zoom_out"].triggered.connect(lambda: self._zoom(-1))
        commands["zoom_reset"].triggered.connect(lambda: self._zoom(0))
        commands["full_screen"].toggled.connect(self._full_screen)
        commands["next_part"].triggered.connect(lambda: self._go_round(1))
        commands["previous_part"].triggered.connect(lambda: self._go_round(-1))
        self.columns.splitterMoved.connect(self._columns_moved)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply_appearance)

    def set_shown(self, part: str, on: bool) -> None:
        """Show or hide the binder, the companion, the origins in the text or the bars in the margin."""
        show = {
            "binder": self.binder.setVisible,
            "companion": self.panel.setVisible,
            "origins": self.page.set_tint,
            "bars": self.page.set_bars,
        }
        show[part](on)
        self.settings.set_shows(part, on)
        self.commands[f"show_{part}"].setChecked(on)
        self._fit_columns()

    def set_appearance(self, appearance: Appearance) -> None:
        """Wear light or dark colours, or the system's."""
        self.settings.appearance = appearance
        self.apply_appearance()

    def apply_appearance(self) -> None:
        """Wear the colours that are wanted now."""
        wanted = self.settings.appearance
        theme = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}.get(wanted) or system_theme()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = theme
        dress(app, theme)
        for part in (self.page, self.spelling, self.find_bar, self.results, self.binder, self.panel):
            part.set_theme(theme)
        self.page.viewport().setPalette(self.page.palette())  # under a style sheet it does not follow by itself

    def _zoom(self, step: int) -> None:
        at = ZOOMS.index(self.settings.zoom) + step if step else ZOOMS.index(100)
        self.settings.zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, at))]
        self.page.set_zoom(self.settings.zoom)

    def _full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        elif self.isFullScreen():
            self.showNormal()

    def _go_round(self, step: int) -> None:
        """Give the next part of the window the focus."""
        asked = self.question.choices[:1]
        parts: list[QWidget] = [self.binder.view, self.page, *asked, self.panel]
        parts = [part for part in parts if part.isVisible() and part.isEnabled()]
        focus = QApplication.focusWidget()
        if focus is not None and self.question.isAncestorOf(focus):
            focus = asked[0]
        here = [n for n, part in enumerate(parts) if focus is part or (focus and part.isAncestorOf(focus))]
        if parts:
            parts[(here[0] + step) % len(parts) if here else 0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the columns

    def _columns_moved(self) -> None:
        sizes = self.columns.sizes()
        for n, part in ((0, self.binder), (1, self.panel)):
            if part.isVisible():
                self._wanted[n] = sizes[n * 2]

    def _fit_columns(self) -> None:
        """Give the panels their widths; in a narrow window they give way to the page, each as far as it can."""
        least = (_LEAST_BINDER, _LEAST_PANEL)
        shown = [part.isVisibleTo(self) for part in (self.binder, self.panel)]
        wanted = [max(low, w) if on else 0 for w, low, on in zip(self._wanted, least, shown, strict=True)]
        spare = [w - low if on else 0 for w, low, on in zip(wanted, least, shown, strict=True)]
        lack = max(0, _GOOD_PAGE - (self.columns.width() - sum(wanted) - 2))
        share = min(1.0, lack / sum(spare)) if sum(spare) else 0.0
        binder, panel = (w - round(s * share) for w, s in zip(wanted, spare, strict=True))
        self.columns.setSizes([binder, max(_LEAST_PAGE, self.columns.width() - binder - panel - 2), panel])

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    # -- where it stands

    def _restore(self) -> None:
        place = self.settings.geometry
        if place is not None and _on_a_screen(place):
            self.setGeometry(place)
        else:
            self._place_first()
        if self.settings.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.page.set_zoom(self.settings.zoom)

    def _place_first(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        wide, high = min(WIDE, screen.width() * 19 // 20), min(HIGH, screen.height() * 19 // 20)
        box = QRect(0, 0, wide, high)
        box.moveCenter(screen.center())
        self.setGeometry(box)

    def remember(self) -> None:
        """Keep where the window stands, for the next start."""
        self.settings.maximised = self.isMaximized()
        if not self.isMaximized() and not self.isFullScreen():
            self.settings.geometry = self.geometry()
        self.settings.columns = [self._wanted[0], max(0, self.columns.sizes()[1]), self._wanted[1]]
        self.settings.sync()

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self._came_back()
            else:
                self._left()
        if event.type() == QEvent.Type.WindowStateChange and hasattr(self, "columns"):
            self.commands["full_screen"].setChecked(self.isFullScreen())
        super().changeEvent(event)

    def _left(self) -> None:
        """The author has gone to another window."""

    def _came_back(self) -> None:
        """The author has come to this window."""


def _on_a_screen(place: QRect) -> bool:
    """Whether enough of the window would be seen to take hold of it."""
    screens = (screen.availableGeometry().intersected(place) for screen in QGuiApplication.screens())
    return any(seen.width() >= 200 and seen.height() >= 100 for seen in screens)
