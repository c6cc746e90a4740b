"""The companion's panel: ask, and the versions that came. Nothing here touches the draft; everything is a wish."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from firsthand.companion import Failed, Purpose, Request, Suggestion
from firsthand.qt.notice import Notice
from firsthand.qt.panel_ask import AskCard
from firsthand.qt.theme import LIGHT, Theme
from firsthand.qt.viewports import meet_viewport
from firsthand.saying import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from firsthand.qt.card_text import Part
    from firsthand.qt.panel_card import SuggestionCard


class Panel(QWidget):
    """The ask card above, the versions below it, the latest request first."""

    insert_requested = Signal(object, object)
    """The Suggestion, and the part of it (two places in UTF-16 units), or None for the whole."""
    note_requested = Signal(object)
    """The Suggestion is to be kept as a note."""
    set_aside_requested = Signal(object)
    """The Suggestion was dismissed without being used."""
    versions_changed = Signal()
    """Which versions there are, or which of them is meant, has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("companion")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme: Theme = LIGHT
        self._cards: dict[str, SuggestionCard] = {}
        self._order: list[SuggestionCard] = []
        self._request: Request | None = None
        self._current: SuggestionCard | None = None
        self.ask = AskCard(self)
        self.message = Notice(self)
        self._view = QScrollArea(self)
        meet_viewport(self._view)
        self._list = QWidget(self._view)
        self._column = QVBoxLayout(self._list)
        self._arrange()
        self.setFocusProxy(self.ask.wish)

    def _arrange(self) -> None:
        heading = QLabel(self.tr("Suggest"), self)
        heading.setProperty("part", "heading")
        heading.setContentsMargins(12, 0, 0, 0)
        self.message.setProperty("part", "card")
        self.message.row.setContentsMargins(12, 9, 9, 9)
        self.message.row.setSpacing(8)
        self._list.setObjectName("cards")
        self._column.setContentsMargins(16, 0, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self.ask)
        self._column.addWidget(self.message)
        self._column.addStretch(1)
        self._view.setWidget(self._list)
        self._view.setWidgetResizable(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 18, 0, 0)
        layout.setSpacing(10)
        inset = QVBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(heading)
        layout.addLayout(inset)
        layout.addWidget(self._view, 1)

    # -- a request and what comes of it

    def start(self, request: Request) -> None:
        """This request was sent: its versions will come above the earlier ones."""
        self._request = request
        self.message.clear()
        self.ask.show_running(True)
        self._view.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, lambda: self._wait_for(request))

    def _wait_for(self, request: Request) -> None:
        """Show the first version's card before there are words for it; not in one go with the asking itself."""
        if self._request is request:
            self._card(request.suggestion_id(1))

    def show_words(self, suggestion_id: str, text: str) -> None:
        """Show the text so far of a version under way."""
        card = self._card(suggestion_id)
        card.show_words(text)
        self._make_room(card)

    def finish(self, suggestion: Suggestion) -> None:
        """Show a complete version."""
        card = self._card(suggestion.id)
        card.finish(suggestion)
        self._make_room(card)
        self.versions_changed.emit()

    def _make_room(self, card: "SuggestionCard") -> None:
        """Let the list grow before it is laid out: in too little room every card would be squeezed, and then again."""
        layout = card.layout()
        if layout is not None:
            layout.activate()
        height = self._column.totalHeightForWidth(self._list.width())
        if height > self._list.height():
            self._list.resize(self._list.width(), height)

    def fail(self, failed: Failed) -> None:
        """Say that a version, or the whole request, came to nothing."""
        card = self._cards.get(failed.suggestion_id or "")
        if card is not None and card.suggestion is None:
            self._remove(card)
        self.message.say(failed.message)

    def end(self) -> None:
        """Nothing more comes."""
        self.ask.show_running(False)
        for card in list(self._order):
            if card.suggestion is None:
                self._remove(card)
        self._request = None

    def clear(self) -> None:
        """Forget everything: another manuscript comes."""
        self.end()
        for card in list(self._order):
            self._remove(card)
        self.message.clear()

    def _card(self, suggestion_id: str) -> "SuggestionCard":
        if suggestion_id in self._cards:
            return self._cards[suggestion_id]
        number = int(suggestion_id.rpartition(".")[2])
        request = self._request
        label = in_words(request.versions[number - 1].label) if request else ""
        purpose = request.purpose if request else Purpose.CONTINUE
        from firsthand.qt.panel_card import SuggestionCard  # no start waits for it

        card = SuggestionCard(number, label, purpose, self._list)
        card.set_theme(self._theme)
        card.insert_requested.connect(self.insert_requested)
        card.note_requested.connect(self.note_requested)
        card.dismissed.connect(self._dismiss)
        card.entered.connect(self._make_current)
        self._cards[suggestion_id] = card
        at = sum(1 for known in self._cards if request and known.startswith(f"{request.id}.")) - 1
        self._order.insert(at, card)
        self._column.insertWidget(2 + at, card)
        return card

    # -- the versions

    @property
    def current(self) -> "SuggestionCard | None":
        """The version that the menu's commands mean: the one chosen, or the first that is complete."""
        if self._current is not None:
            return self._current
        return next((card for card in self._order if card.suggestion is not None), None)

    @property
    def versions(self) -> "tuple[SuggestionCard, ...]":
        """The cards from top to bottom."""
        return tuple(self._order)

    def choose(self, step: int) -> None:
        """Make the next (1) or the previous (-1) version the one that is meant."""
        ready = [card for card in self._order if card.suggestion is not None]
        if not ready:
            return
        at = ready.index(self._current) + step if self._current in ready else (0 if step > 0 else -1)
        self._make_current(ready[at % len(ready)])
        self._view.ensureWidgetVisible(ready[at % len(ready)], 0, 12)

    def dismiss_current(self) -> None:
        """Put the version aside that is meant."""
        if self.current is not None:
            self._dismiss(self.current)

    def dismiss_all(self) -> None:
        """Put all complete versions aside."""
        for card in [card for card in self._order if card.suggestion is not None]:
            self._dismiss(card)

    def inserted(self, suggestion: Suggestion, part: "Part | None") -> None:
        """The author put this part of it into the draft."""
        if suggestion.id in self._cards:
            self._cards[suggestion.id].note_inserted(part)

    def follow(self, standing: "Mapping[str, Sequence[Part]]") -> None:
        """These parts of suggestions, by their ids, stand in the draft now."""
        for name, card in self._cards.items():
            card.follow(standing.get(name, ()))

    def kept(self, suggestion: Suggestion) -> None:
        """The author kept it as a note."""
        if suggestion.id in self._cards:
            self._cards[suggestion.id].note_kept()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for card in self._order:
            card.set_theme(theme)

    def _make_current(self, card: "SuggestionCard") -> None:
        self._current = card
        for other in self._order:
            other.set_current(other is card)
        self.versions_changed.emit()

    def _dismiss(self, card: "SuggestionCard") -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and card.isAncestorOf(focus)
        at = self._order.index(card)
        self._remove(card)
        if card.suggestion is not None and not card.used:
            self.set_aside_requested.emit(card.suggestion)
        if had_focus:
            rest = self._order[at : at + 1] or self._order[-1:]
            (rest[0].insert_button if rest else self.ask.wish).setFocus()
        self.versions_changed.emit()

    def _remove(self, card: "SuggestionCard") -> None:
        self._order.remove(card)
        self._cards = {name: known for name, known in self._cards.items() if known is not card}
        if self._current is card:
            self._current = None
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
