"""The window of settings: sections at the left, fields at the right; whatever is chosen applies at once.

It stays open beside the page, where one sees what one chooses, and has no OK to press. Which manuscript a choice is
for is said where it is made: all else is for every manuscript.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.languages import NAMES, dictionary_folder
from firsthand.desk.settings import ZOOMS, Appearance, Focus, Paragraphs, Signs, Speech
from firsthand.desk.spelling import NAME as WORDS
from firsthand.qt.links import Button
from firsthand.qt.settings import Settings
from firsthand.qt.settings_backups import BackupFields
from firsthand.qt.settings_colours import OwnColours
from firsthand.qt.settings_fields import Fields
from firsthand.qt.style import fit
from firsthand.qt.wording import model_words, percent

_SECTIONS = 200
"""Pixels that the list of sections takes."""


class SettingsWindow(QDialog):
    """All settings."""

    model_requested = Signal()
    """The author wants to choose a model."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._fields: list[Fields] = []
        self.sections = QListWidget(self)
        self.pages = QStackedWidget(self)
        for name, fill in (
            (self.tr("Page"), self._page),
            (self.tr("Colours"), self._colours),
            (self.tr("Writing"), self._writing),
            (self.tr("Language and spelling"), self._language),
            (self.tr("Companion"), self._companion),
            (self.tr("Goals"), self._goals),
            (self.tr("Files"), self._files),
        ):
            self._add(name, fill)
        self._arrange()
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.sections.setCurrentRow(0)
        settings.changed.connect(self._show)
        self._show()
        fit(self, 760, 560)

    def _add(self, name: str, fill: Callable[[Fields], None]) -> None:
        page, scroll = QWidget(self), QScrollArea(self)
        page.setProperty("part", "section")
        fields = Fields(page, self._settings)
        fill(fields)
        self._fields.append(fields)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setAccessibleName(name)
        self.sections.addItem(name)
        self.pages.addWidget(scroll)

    def _arrange(self) -> None:
        self.sections.setObjectName("sections")
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections.setFixedWidth(_SECTIONS)
        self.sections.setAccessibleName(self.tr("Sections"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(Button(self.tr("Close"), self), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(12)
        layout.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)

    def _show(self) -> None:
        for fields in self._fields:
            fields.show()

    # -- the sections

    def _page(self, fields: Fields) -> None:
        settings = self._settings
        if settings.in_manuscript:
            own = fields.switch(self.tr("A page of its own for this manuscript"), "text", "own_page", here=True)
            own.clicked.connect(self._begin_with_the_usual)
            fields.about(self.tr("What you choose on this page is then for this manuscript alone."))

        def here() -> bool:
            return settings.here.text.own_page

        fields.heading(self.tr("Type"))
        fields.number(self.tr("&Size"), "page", "size", (12, 40, 1), self.tr(" pixels"), here=here)
        fields.number(self.tr("&Line length"), "page", "measure", (36, 110, 2), self.tr(" characters"), here=here)
        fields.number(self.tr("Line s&pacing"), "page", "leading", (110, 240, 4), self.tr("% of the size"), here=here)
        zooms = [(str(zoom), percent(zoom / 100)) for zoom in ZOOMS]
        zoom = fields.pick(self.tr("&Zoom"), zooms, lambda: str(settings.zoom))
        zoom.activated.connect(lambda _: settings.choose("view", zoom=int(zoom.currentData())))
        fields.heading(self.tr("Paragraphs"))
        spaced = fields.pick(
            self.tr("Set off &by"),
            [
                (Paragraphs.INDENTED, self.tr("An indented first line")),
                (Paragraphs.SPACED, self.tr("Space between them")),
            ],
            lambda: settings.page.paragraphs,
        )
        spaced.activated.connect(
            lambda _: (settings.choose_here if here() else settings.choose)(
                "page", paragraphs=Paragraphs(spaced.currentData())
            )
        )

    def _begin_with_the_usual(self, on: bool) -> None:
        """A page of a manuscript's own begins as the one of all is."""
        usual = self._settings.choices.page
        if on:
            self._settings.choose_here(
                "page", size=usual.size, measure=usual.measure, leading=usual.leading, paragraphs=usual.paragraphs
            )

    def _colours(self, fields: Fields) -> None:
        fields.heading(self.tr("The window"))
        appearances = [
            (Appearance.SYSTEM, self.tr("As the s&ystem")),
            (Appearance.LIGHT, self.tr("&Light")),
            (Appearance.DARK, self.tr("&Dark")),
            (Appearance.SEPIA, self.tr("S&epia")),
            (Appearance.CONTRAST, self.tr("&High contrast, black on white or white on black as the system is set")),
        ]
        appearances.append((Appearance.OWN, self.tr("My &own paper and ink")))
        fields.one_of(self.tr("Colours of the window"), appearances, "view", "appearance")
        self.own_colours = OwnColours(fields, self._settings, self)
        fields.heading(self.tr("Whose words"))
        fields.switch(self.tr("Colour the paper behind words of a &model"), "view", "origins")
        fields.switch(self.tr("Show &bars in the margin"), "view", "bars")
        fields.switch(self.tr("Say whose words they are where the mouse &rests"), "view", "hover")
        fields.heading(self.tr("Dialogue"))
        fields.switch(self.tr("Set what is said aloud in another &ink"), "view", "dialogue")

    def _writing(self, fields: Fields) -> None:
        fields.heading(self.tr("Focus"))
        focus = [
            (Focus.ALL, self.tr("&All of the page")),
            (Focus.PARAGRAPH, self.tr("The &paragraph that is being written")),
            (Focus.SENTENCE, self.tr("The &sentence that is being written")),
        ]
        fields.one_of(self.tr("What is not dimmed"), focus, "view", "focus")
        fields.switch(self.tr("Hold the line at one height (&typewriter scrolling)"), "view", "typewriter")
        fields.heading(self.tr("Signs"))
        signs = [
            (Signs.FAINT, self.tr("Show the signs of Markdown &faintly")),
            (Signs.HIDDEN, self.tr("&Hide them, except in the paragraph that is being written")),
        ]
        fields.one_of(self.tr("Signs of Markdown"), signs, "view", "signs")
        fields.heading(self.tr("Typography"))
        fields.switch(self.tr("Set &quotes, dashes and spaces as I type"), "writing", "typography")
        fields.about(self.tr("Backspace right after it gives back what you typed."))

    def _language(self, fields: Fields) -> None:
        settings = self._settings
        fields.heading(self.tr("Firsthand itself"))
        speech = fields.pick(
            self.tr("Language of the &program"), self._speeches(), lambda: settings.choices.program.language
        )
        speech.activated.connect(lambda _: settings.choose("program", language=Speech(speech.currentData())))
        fields.about(self.tr("Firsthand speaks it from its next start on."))
        fields.heading(self.tr("The manuscript"))
        if settings.in_manuscript:
            caption = self.tr("&Language")
            language = fields.pick(caption, list(NAMES.items()), lambda: settings.language)
            language.activated.connect(lambda _: settings.choose_here("text", language=language.currentData()))
            missing = fields.about("")
            fields.follow(lambda: missing.setText(self._about_dictionary()))
        else:
            fields.about(self.tr("Open a manuscript to choose its language."))
        fields.heading(self.tr("Spelling"))
        fields.switch(self.tr("Check &spelling"), "writing", "spelling")
        fields.about(self.tr("Words that you add are kept in lists that you can edit, one word a line."))
        self._file(fields, self.tr("My words"), settings.folder / WORDS)
        here = settings.files[1]
        if here is not None:
            self._file(fields, self.tr("The manuscript’s words"), here.with_name(WORDS))

    def _speeches(self) -> list[tuple[str, str]]:
        """The languages of the program, each in its own name."""
        return [(Speech.SYSTEM, self.tr("As the system")), (Speech.ENGLISH, "English"), (Speech.GERMAN, "Deutsch")]

    def _about_dictionary(self) -> str:
        if dictionary_folder(self._settings.language) is not None:
            return self.tr("Typography goes by it, and spelling by its dictionary.")
        return self.tr("Typography goes by it. There is no dictionary for it, so spelling is not checked.")

    def _companion(self, fields: Fields) -> None:
        fields.heading(self.tr("The model"))
        name = fields.about("")
        fields.follow(lambda: name.setText(model_words(self._settings.endpoint)))
        fields.button(self.tr("Choose a &model…"), self.model_requested.emit)
        fields.heading(self.tr("The panel"))
        fields.switch(self.tr("Show the &companion beside the page"), "view", "companion")
        fields.about(self.tr("A model is asked nothing, and sent nothing, unless you ask."))

    def _goals(self, fields: Fields) -> None:
        if not self._settings.in_manuscript:
            fields.about(self.tr("Open a manuscript to set goals for it."))
            return
        fields.heading(self.tr("For this manuscript"))
        no, words = self.tr("no goal"), self.tr(" words")
        fields.number(self.tr("&Each day"), "goals", "daily", (0, 20_000, 50), words, here=lambda: True, none=no)
        fields.number(self.tr("&In all"), "goals", "total", (0, 2_000_000, 1000), words, here=lambda: True, none=no)
        fields.day(self.tr("&Day"), self.tr("To be &finished by a day"), "goals", "deadline")
        fields.about(self.tr("Your own words count; those of a model do not."))

    def _files(self, fields: Fields) -> None:
        settings = self._settings
        fields.heading(self.tr("New manuscripts"))
        place = fields.about("")
        fields.follow(lambda: place.setText(str(settings.manuscripts_folder)))
        fields.button(self.tr("Another &folder…"), self._choose_folder)
        fields.heading(self.tr("Backups"))
        self.backups = BackupFields(fields, settings, self)
        fields.heading(self.tr("Where settings are kept"))
        self._file(fields, self.tr("For every manuscript"), settings.files[0])
        if settings.files[1] is not None:
            self._file(fields, self.tr("For this manuscript"), settings.files[1])
        fields.about(self.tr("Both are plain files that you can read and edit; a key is never in them."))

    def _file(self, fields: Fields, caption: str, file: Path) -> None:
        """A file of the author's, and the way to its folder."""
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        path = QLabel(file.name, box)
        path.setProperty("part", "small")
        path.setToolTip(str(file))
        show = Button(self.tr("Show in folder"), box)
        show.setProperty("part", "link")
        show.setAccessibleName(self.tr("Show in folder: {name}").format(name=caption))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))))
        row.addWidget(path)
        row.addWidget(show)
        row.addStretch()
        fields.row(caption, box)

    def _choose_folder(self) -> None:
        where = str(self._settings.manuscripts_folder)
        dialog = QFileDialog(self, self.tr("Where new manuscripts go"), where)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self._settings.choose("files", manuscripts=folder))
        dialog.open()
