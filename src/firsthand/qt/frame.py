"""How the window is built and looks: its columns, its colours, what of it is shown, where it stands on the screen.

Knows no manuscript. Everything the author changes here is remembered by `Settings`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from firsthand.qt.actions import Actions
from firsthand.qt.binder import Binder
from firsthand.qt.choosing import Choosing
from firsthand.qt.counts import Counts
from firsthand.qt.footer import Footer
from firsthand.qt.guard import guarded
from firsthand.qt.later import later
from firsthand.qt.notice import Notice
from firsthand.qt.own_theme import theme_of
from firsthand.qt.page import Page
from firsthand.qt.page_sizes import Look
from firsthand.qt.panel import Panel
from firsthand.qt.settings import Settings
from firsthand.qt.spelling import Spelling
from firsthand.qt.style import dress
from firsthand.qt.theme import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget

    from firsthand.qt.find_bar import FindBar
    from firsthand.qt.find_results import FindResults
    from firsthand.qt.question import Question
    from firsthand.qt.threshold import Threshold

WIDE, HIGH = 1440, 900
_BINDER, _PANEL = 244, 372
_LEAST_BINDER, _LEAST_PAGE, _LEAST_PANEL = 150, 280, 250
_LEAST_RESULTS = 270
_GOOD_PAGE = 520


class _Columns(QSplitter):
    """The columns; what stands beside them in the window can make them wider or narrower too."""

    resized = Signal()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


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
        self.binder = Binder(counts, self)
        self.panel = Panel(self)
        self.notice = Notice(self)
        self.footer = Footer(self)
        self.commands = Actions(self, self.menuBar())
        self._wanted = settings.columns[::2] or [_BINDER, _PANEL]
        self._fitting = False
        self._alone = self._welcoming = False
        self._shown = settings.choices.view.binder, settings.choices.view.companion
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
        blank = QWidget(middle)  # until the first page or sentence is shown
        blank.setObjectName("threshold")
        blank.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.addWidget(blank)
        self._stack.addWidget(self.page)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self._middle = column
        self.columns = _Columns(Qt.Orientation.Horizontal, self)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        least = (_LEAST_BINDER, _LEAST_PAGE, _LEAST_PANEL)
        for part, width in zip((self.binder, middle, self.panel), least, strict=True):
            part.setMinimumWidth(width)
            self.columns.addWidget(part)
        self.columns.setStretchFactor(1, 1)
        self.setCentralWidget(self.columns)
        self.setStatusBar(self.footer)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        QWidget.setTabOrder(self.binder.view, self.page)
        QWidget.setTabOrder(self.page, self.panel.ask.wish)

    @later
    def threshold(self) -> "Threshold":
        """What stands in the page's place while no scene is on it."""
        from firsthand.qt.threshold import Threshold

        threshold = Threshold(self.commands, self)
        self._stack.addWidget(threshold)
        return threshold

    @later
    def find_bar(self) -> "FindBar":
        """What finds and replaces in the open scene, at the foot of the page."""
        from firsthand.qt.find_bar import FindBar

        bar = FindBar(self.page, self)
        bar.set_theme(self.theme)
        question = Frame.question.made(self)
        self._middle.insertWidget(self._middle.count() if question is None else self._middle.indexOf(question), bar)
        return bar

    @later
    def question(self) -> "Question":
        """What asks the author something, below the page."""
        from firsthand.qt.question import Question

        question = Question(self)
        self._middle.addWidget(question)
        return question

    @later
    def results(self) -> "FindResults":
        """What was found in all scenes."""
        from firsthand.qt.find_results import FindResults

        results = FindResults(self)
        results.set_theme(self.theme)
        results.setMinimumWidth(_LEAST_RESULTS)
        return results

    @later
    def _dock(self) -> "QDockWidget":
        """Where it stands, in the companion's place, while it is looked at."""
        from PySide6.QtWidgets import QDockWidget

        dock = QDockWidget(self)
        dock.setObjectName("results")
        dock.setTitleBarWidget(QWidget(dock))
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setWidget(self.results)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.hide()
        return dock

    def show_results(self, on: bool) -> None:
        """Show what was found in all scenes in the companion's place, or the companion again."""
        if on and not self._shows_results():
            wide = self.panel.width() if self.panel.isVisible() else self._wanted[1]
            self.panel.hide()
            self._dock.show()
            self.resizeDocks([self._dock], [max(_LEAST_RESULTS, wide)], Qt.Orientation.Horizontal)
        elif not on:
            dock = Frame._dock.made(self)
            if dock is not None:
                dock.hide()
            self.panel.setVisible(self._wanted_now("companion"))
        self._fit_columns()

    def _shows_results(self) -> bool:
        dock = Frame._dock.made(self)
        return dock is not None and not dock.isHidden()

    def show_page(self) -> None:
        """Put the page in the middle, and what is wanted beside it."""
        self._stack.setCurrentWidget(self.page)
        self._welcome(False)

    def show_blank(self) -> None:
        """Put nothing in the middle, and what is wanted beside it."""
        self._stack.setCurrentIndex(0)
        self._welcome(False)

    def show_threshold(self, *, alone: bool = False) -> None:
        """Put the calm sentence in the middle; ``alone``, with nothing beside it."""
        self._stack.setCurrentWidget(self.threshold)
        self._welcome(alone)
        if alone:
            self.threshold.take_focus()

    def _welcome(self, on: bool) -> None:
        """Show nothing beside the middle, or again what is wanted there."""
        if on != self._welcoming:
            self._welcoming = on
            self._show_parts()

    # -- what is shown, and how

    def _wire(self) -> None:
        commands = self.commands
        self.choosing = Choosing(self.settings, commands, self)
        for part in ("binder", "companion"):
            commands[f"show_{part}"].triggered.connect(lambda on, part=part: self.set_shown(part, on))
        commands["full_screen"].toggled.connect(self._full_screen)
        commands["next_part"].triggered.connect(lambda: self._go_round(1))
        commands["previous_part"].triggered.connect(lambda: self._go_round(-1))
        self.columns.splitterMoved.connect(self._columns_moved)
        self.columns.resized.connect(self._fit_columns)
        self.page.zoom_requested.connect(self.settings.zoom_by)
        self.settings.changed.connect(self._go_by_settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply_appearance)
        self._show_parts()

    def set_shown(self, part: str, on: bool) -> None:
        """Show or hide the binder or the companion; while the page is alone, for that time only."""
        if self._alone:
            self._parts[part].setVisible(on)
            self.commands[f"show_{part}"].setChecked(on)
            self._fit_columns()
        else:
            self.settings.choose("view", **{part: on})

    @property
    def _parts(self) -> dict[str, QWidget]:
        return {"binder": self.binder, "companion": self.panel}

    def _wanted_now(self, part: str) -> bool:
        """Whether a part of the window is to be seen beside the page."""
        return not self._alone and not self._welcoming and bool(getattr(self.settings.choices.view, part))

    def _show_parts(self) -> None:
        """Show what is to be seen beside the page."""
        for name, part in self._parts.items():
            on = self._wanted_now(name)
            part.setVisible(on and not (part is self.panel and self._shows_results()))
            self.commands[f"show_{name}"].setChecked(on)
        self._fit_columns()

    def _go_by_settings(self) -> None:
        """Something was chosen: look and do as it is wanted."""
        view = self.settings.choices.view
        if (view.binder, view.companion) != self._shown and not self._alone:
            self._shown = view.binder, view.companion
            self._show_parts()
        self.page.set_look(self._look())
        if theme_of(view) is not self.theme:
            self.apply_appearance()

    def _look(self) -> Look:
        """How the page is to look."""
        view = self.settings.choices.view
        return Look(
            self.settings.page,
            view.zoom,
            view.signs,
            view.dialogue,
            self.settings.language,
            view.focus,
            view.typewriter,
            view.origins,
            view.bars,
        )

    def apply_appearance(self) -> None:
        """Wear the colours that are wanted now."""
        theme = theme_of(self.settings.choices.view)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = theme
        dress(app, theme)
        found = Frame.find_bar.made(self), Frame.results.made(self)
        for part in (self.page, self.spelling, *found, self.binder, self.panel):
            if part is not None:
                part.set_theme(theme)

    def _full_screen(self, on: bool) -> None:
        """Fill the screen with nothing but the page, or be a window again."""
        if on == self._alone:
            return
        self._alone = on
        self.menuBar().setVisible(not on)
        self.footer.setVisible(not on)
        self.notice.rest(on)
        self.show_results(False)
        self._show_parts()
        if on:
            self.showFullScreen()
            self.page.setFocus()
        elif self.isFullScreen():
            self.showNormal()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nobody else had a use for it, leads to the page, and from there out of the full screen."""
        if event.key() == Qt.Key.Key_Escape and self.page.isVisible() and not self.page.hasFocus():
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if event.key() == Qt.Key.Key_Escape and self._alone:
            self.commands["full_screen"].setChecked(False)
            return
        super().keyPressEvent(event)

    def _go_round(self, step: int) -> None:
        """Give the next part of the window the focus."""
        kind = Frame
        question, bar, results = kind.question.made(self), kind.find_bar.made(self), kind.results.made(self)
        rooms: list[tuple[QWidget, QWidget]] = [(self.binder, self.binder.view), (self.page, self.page)]
        rooms += [(bar, bar.field)] if bar is not None else []
        rooms += [(question, one) for one in question.choices[:1]] if question is not None else []
        rooms += [(results, results.field)] if results is not None else []
        rooms += [(self.panel, self.panel), (self.notice, self.notice.dismiss_button)]
        rooms = [(room, part) for room, part in rooms if part.isVisible() and part.isEnabled()]
        focus = QApplication.focusWidget()
        here = [n for n, (room, _) in enumerate(rooms) if focus is room or (focus and room.isAncestorOf(focus))]
        if rooms:
            rooms[(here[0] + step) % len(rooms) if here else 0][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    # -- where it stands

    def _restore(self) -> None:
        place = self.settings.geometry
        if place is not None and _on_a_screen(place):
            self.setGeometry(place)
        else:
            self._place_first()
        if self.settings.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.page.set_look(self._look())

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
