"""The preview of a text that is to become a manuscript: its chapters and scenes, before anything is written."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from firsthand.desk.importing_text import TextImportError, Texts, read_texts, write_novel
from firsthand.desk.languages import language_for
from firsthand.manuscript.prose import Prose
from firsthand.provenance.words import count_words
from firsthand.qt.jobs import Job
from firsthand.qt.style import fit
from firsthand.qt.wording import number

Seen = tuple[Texts, Prose, list[list[int]]]
"""The texts, the novel they would be, and the words of each scene of each chapter."""


class TextImport(QDialog):
    """Shows what would be made, and makes it when the author says so."""

    made = Signal(object)
    """The Path of the manuscript that was made."""

    def __init__(self, paths: Sequence[Path], where: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a text"))
        self._paths, self._where = tuple(paths), where
        self._seen: Seen | None = None
        self._texts: Texts | None = None
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("Title"))
        self.tree = self._tree()
        self.at_breaks = QCheckBox(self.tr("Begin a &scene at every scene break (***)"), self)
        self.mend = QCheckBox(self.tr("Make every &paragraph one line, without empty lines between"), self)
        self.at_breaks.setChecked(True)
        self.summary = self._small()
        self.note = self._small()
        self.buttons = QDialogButtonBox(self)
        self.import_button = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.import_button.setDefault(True)
        self._lay_out()
        self._connect()
        self._show(None)
        self._read()

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("division")
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Chapters and scenes"), self.tr("Words")])
        tree.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(self.tr("Chapters and scenes"))
        return tree

    def _small(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("part", "small")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        caption = QLabel(self.tr("&Title"), self)
        caption.setBuddy(self.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(9)
        for part in (caption, self.title, self.tree, self.at_breaks, self.mend, self.summary, self.note):
            layout.addWidget(part, int(part is self.tree))
        layout.addSpacing(4)
        layout.addWidget(self.buttons)
        fit(self, 560, 560)

    def _connect(self) -> None:
        self.at_breaks.toggled.connect(self._read)
        self.mend.toggled.connect(self._read)
        self.title.textChanged.connect(self._refresh)
        self.import_button.clicked.connect(self._import)
        self.cancel.clicked.connect(self.reject)

    # -- looking

    def _read(self) -> None:
        """Read the files (once) and divide them, on another thread."""
        self.setEnabled(False)
        texts, paths, at_breaks = self._texts, self._paths, self.at_breaks.isChecked()
        mend = self.mend.isChecked() if texts is not None else None

        def work() -> Seen:
            read = texts or read_texts(paths)
            novel = read.novel(at_breaks=at_breaks, mend=read.paragraphs_apart if mend is None else mend)
            return read, novel, [[count_words(scene.text) for scene in c.scenes] for c in novel.chapters]

        Job(self, work, TextImportError, self._show, self._fail).start()

    def _fail(self, sentence: str) -> None:
        self.setEnabled(True)
        self.note.setText(sentence)
        self.note.setVisible(True)
        self.import_button.setEnabled(self._seen is not None)
        self.cancel.setFocus()

    def _show(self, seen: Seen | None) -> None:
        self._seen = seen
        self.note.hide()
        if seen is None:
            self._refresh()
            return
        self.setEnabled(True)
        texts, novel, words = seen
        if self._texts is None:
            self._texts = texts
            self.title.setText(novel.title)
            self._tick(self.mend, texts.paragraphs_apart)
            self.title.setFocus()
            self.title.selectAll()
        self.note.setText(" ".join(texts.notes))
        self.note.setVisible(bool(texts.notes))
        self._fill(novel, words)
        self._refresh()

    def _tick(self, box: QCheckBox, on: bool) -> None:
        box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(False)

    def _fill(self, novel: Prose, words: list[list[int]]) -> None:
        self.tree.clear()
        parts: dict[int, QTreeWidgetItem] = {0: self.tree.invisibleRootItem()}
        for chapter, counts in zip(novel.chapters, words, strict=True):
            if chapter.part not in parts:
                every = zip(novel.chapters, words, strict=True)
                inside = sum(sum(count) for one, count in every if one.part == chapter.part)
                parts[chapter.part] = self._row(novel.parts[chapter.part - 1], inside)
                self.tree.addTopLevelItem(parts[chapter.part])
                parts[chapter.part].setExpanded(True)
            item = self._row(chapter.title, sum(counts))
            item.addChildren(
                [self._row(scene.title, count) for scene, count in zip(chapter.scenes, counts, strict=True)]
            )
            parts[chapter.part].addChild(item)
            item.setExpanded(len(novel.scenes) <= 60)

    def _row(self, title: str, words: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title, number(words)])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        return item

    @property
    def folder(self) -> Path:
        """The folder that would be made."""
        name = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", self.title.text())
        return self._where / (" ".join(name.split()).strip(" .")[:80] or self._paths[0].stem)

    def _refresh(self) -> None:
        scenes = len(self._seen[1].scenes) if self._seen else 0
        self.import_button.setEnabled(bool(scenes))
        if not self._seen:
            self.summary.setText(self.tr("Reading…"))
            return
        words = self.tr("%Ln word(s)", "", sum(map(sum, self._seen[2])))
        self.summary.setText(
            self.tr("{words} in {scenes} scenes. They go to {folder}; the file stays as it is.").format(
                words=words, scenes=number(scenes), folder=self.folder
            )
        )

    # -- making

    def _import(self) -> None:
        if self._seen is None:
            return
        title = " ".join(self.title.text().split()) or self._seen[1].title
        novel, folder = replace(self._seen[1], title=title), self.folder
        usual = language_for(QLocale.system().name())
        self.setEnabled(False)
        Job(self, lambda: write_novel(novel, folder, usual), TextImportError, self._done, self._fail).start()

    def _done(self, path: object) -> None:
        self.accept()
        self.made.emit(path)
