"""The dialog in which the author chooses a model: the built-in one, or one at an address, with its key.

The key goes to the system's keyring by way of `Keys`, and nowhere else; without a keyring the dialog says that it lasts
for this sitting. A keyring may block, so it is only spoken to on another thread. *Test* asks for one short answer
with a made-up sentence; no word of a manuscript is sent.
"""

from functools import partial
from ipaddress import ip_address

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from firsthand.companion import (
    BUILTIN,
    Companion,
    Context,
    Done,
    Endpoint,
    Event,
    Failed,
    Finished,
    Keys,
    Purpose,
    Timeouts,
    compose,
)
from firsthand.qt.asking import Mailbox
from firsthand.qt.guard import guarded
from firsthand.qt.jobs import Job
from firsthand.qt.links import Button
from firsthand.qt.settings import connection
from firsthand.qt.style import level, make_room
from firsthand.qt.wording import seconds

_MARGINS = 24
_UNDER = 24
"""Pixels from the edge to the words of a choice, behind its mark."""
"""Pixels of a field round its words."""
_TEST = Context(before="The harbour was empty. She put down the lamp and waited.")


class _OneKey:
    """The key in the dialog, for the test."""

    def __init__(self, key: str | None, keys: Keys) -> None:
        self._key = key
        self._keys = keys

    def get(self, address: str) -> str | None:
        return self._key or self._keys.get(address)


class ModelDialog(QDialog):
    """Choose, test, keep."""

    chosen = Signal(object, bool)
    """The Endpoint that the author wants, and whether its key lasts for this sitting only."""

    def __init__(self, endpoint: Endpoint, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Model"))
        self._keys = keys
        self._tester: Companion | None = None
        self._mailbox = Mailbox()
        self._mailbox.arrived.connect(self._answered, Qt.ConnectionType.QueuedConnection)
        self.builtin = QRadioButton(self.tr("&Built in: SmolLM2, on this computer"), self)
        self.connected = QRadioButton(self.tr("A &connected model"), self)
        self.address = QLineEdit(endpoint.address or "", self)
        self.model = QLineEdit("" if endpoint.builtin else endpoint.model, self)
        self.key = QLineEdit(self)
        self.where = _told(self, "small")
        self.unsafe = _told(self, "small")
        self.outcome = _told(self, "small")
        self.test_button = Button(self.tr("&Test"), self)
        self.buttons = QDialogButtonBox(self)
        self._prepare()
        self._arrange()
        self._connect()
        (self.builtin if endpoint.builtin else self.connected).setChecked(True)
        self._refresh()
        self._look_for_keyring()

    def _prepare(self) -> None:
        group = QButtonGroup(self)
        group.addButton(self.builtin)
        group.addButton(self.connected)
        self.address.setPlaceholderText("https://api.example.org/v1")
        self.model.setPlaceholderText(self.tr("the name its provider gives it"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(self.tr("leave empty to keep the one you gave, or if it needs none"))
        for field in (self.model, self.key):
            field.setMinimumWidth(field.fontMetrics().horizontalAdvance(field.placeholderText()) + _MARGINS)
        self.ok = self.buttons.addButton(self.tr("Use this model"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.unsafe.setText(
            self.tr("This address is not encrypted: others on the way could read your words and the key. Use https.")
        )
        self.ok.setDefault(True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _arrange(self) -> None:
        about = _told(self, "small")
        about.setText(self.tr("Free, and nothing leaves this computer. Tiny: sparks, not edits."))
        about.setContentsMargins(_UNDER, 0, 0, 6)
        form = QFormLayout()
        form.setContentsMargins(_UNDER, 2, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Address"), self.address)
        form.addRow(self.tr("Model &name"), self.model)
        form.addRow(self.tr("&Key"), self.key)
        for field in (self.address, self.model, self.key):
            level(form, field)
        form.addRow("", self.unsafe)
        form.addRow("", self.where)
        test = QHBoxLayout()
        test.addWidget(self.test_button, 0, Qt.AlignmentFlag.AlignTop)
        test.addWidget(self.outcome, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.builtin)
        layout.addWidget(about)
        layout.addWidget(self.connected)
        layout.addLayout(form)
        layout.addSpacing(6)
        layout.addLayout(test)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.resize(max(500, self.sizeHint().width()), self.sizeHint().height())

    def _connect(self) -> None:
        for button in (self.builtin, self.connected):
            button.toggled.connect(self._refresh)
        for field in (self.address, self.model):
            field.textChanged.connect(self._refresh)
        self.test_button.clicked.connect(self.test)
        self.buttons.accepted.connect(self.keep)
        self.buttons.rejected.connect(self.reject)

    def endpoint(self) -> Endpoint | None:
        """The model as it is chosen now; None while the address or the name is missing or no web address."""
        if self.builtin.isChecked():
            return BUILTIN
        address, model = self.address.text().strip().rstrip("/"), self.model.text().strip()
        host = address.partition("://")[2].partition("/")[0]
        if not model or not host or not address.startswith(("http://", "https://")):
            return None
        return connection(address, model)

    def _refresh(self) -> None:
        on = self.connected.isChecked()
        for field in (self.address, self.model, self.key):
            field.setEnabled(on)
        endpoint = self.endpoint()
        ready = endpoint is not None
        self.unsafe.setVisible(on and endpoint is not None and _readable_on_the_way(endpoint.address or ""))
        self.ok.setEnabled(ready)
        self.test_button.setEnabled(ready and self._tester is None)
        make_room(self)

    def _look_for_keyring(self) -> None:
        Job(self, self._keys.where, OSError, self._show_where).start()

    def _show_where(self, sentence: str) -> None:
        self.where.setText(sentence)
        make_room(self)

    # -- test

    def test(self) -> None:
        """Ask the model for one short answer."""
        endpoint = self.endpoint()
        if endpoint is None or self._tester is not None:
            return
        self.outcome.setText(self.tr("Asking…"))
        keys = _OneKey(self.key.text() or None, self._keys)
        self._tester = Companion(self._mailbox.deliver, keys, timeouts=Timeouts(read=30.0))
        self._refresh()
        self._tester.ask(compose(Purpose.CONTINUE, _TEST, endpoint, versions=1))

    def _answered(self, event: Event) -> None:
        if self._tester is None:
            return
        match event:
            case Finished():
                took = seconds(event.suggestion.seconds)
                text = self.tr("It answers. This took {time}: “{text}”")
                self.outcome.setText(text.format(time=took, text=event.suggestion.text.strip()))
            case Failed():
                self.outcome.setText(event.message)
            case Done():
                self._end_test()
            case _:
                pass
        make_room(self)

    def _end_test(self) -> None:
        tester, self._tester = self._tester, None
        if tester is not None:
            Job(self, tester.close, OSError).start()
        self._refresh()

    # -- keep

    def keep(self) -> None:
        """Use this model from now on, and keep its key."""
        endpoint, key = self.endpoint(), self.key.text()
        if endpoint is None:
            return
        if endpoint.address is None or not key:
            self._chose(endpoint, sitting=False)
            return
        address = endpoint.address
        self.ok.setEnabled(False)

        def put() -> bool:
            self._keys.set(address, key)
            return self._keys.persistent

        Job(self, put, OSError, partial(self._kept, endpoint), self.outcome.setText).start()

    def _kept(self, endpoint: Endpoint, lasts: bool) -> None:
        self._chose(endpoint, sitting=not lasts)

    def _chose(self, endpoint: Endpoint, *, sitting: bool) -> None:
        self.chosen.emit(endpoint, sitting)
        self.accept()

    @guarded(None)
    def done(self, result: int) -> None:
        self._end_test()
        super().done(result)

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self._end_test()
        super().closeEvent(event)


def _readable_on_the_way(address: str) -> bool:
    """Whether words and key would go unencrypted to another computer."""
    url = QUrl(address)
    try:
        here = url.host() == "localhost" or ip_address(url.host()).is_loopback
    except ValueError:
        here = False
    return url.scheme() == "http" and not here


def _told(parent: QWidget, part: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("part", part)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
