"""Every action of the window in one table: its words, its shortcut, its menu.

What an action does is connected by the window. All words are translated when the actions are made.
"""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from firsthand.desk.languages import NAMES
from firsthand.qt.page_input import DUPLICATE

Key = QKeySequence.StandardKey
Shortcut = str | Key


class Spec(Struct, frozen=True):
    """One action: ``name`` for the program, ``text`` for people; more than one shortcut where keyboards differ."""

    name: str
    text: str
    shortcuts: tuple[Shortcut, ...]
    checkable: bool = False
    group: str = ""


class Menu(Struct, frozen=True):
    """A menu: actions, None for a line between them, and menus; one without any is filled when it is opened."""

    name: str
    text: str
    items: "tuple[Spec | Menu | None, ...]"


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks words for translation, by the name that Qt's tools look for."""
    return text


def translated(text: str) -> str:
    """A word of the table in the writer's language."""
    return QCoreApplication.translate("Actions", text)


_APPEARANCE = Menu(
    "appearance",
    QT_TRANSLATE_NOOP("Actions", "&Appearance"),
    (
        Spec(
            "appearance_system", QT_TRANSLATE_NOOP("Actions", "As the &system"), ("Ctrl+Shift+Y",), True, "appearance"
        ),
        Spec("appearance_light", QT_TRANSLATE_NOOP("Actions", "&Light"), ("Ctrl+Shift+L",), True, "appearance"),
        Spec("appearance_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), ("Ctrl+Shift+A",), True, "appearance"),
        Spec("appearance_sepia", QT_TRANSLATE_NOOP("Actions", "S&epia"), ("Ctrl+Shift+I",), True, "appearance"),
        Spec(
            "appearance_contrast", QT_TRANSLATE_NOOP("Actions", "&High contrast"), ("Ctrl+Shift+U",), True, "appearance"
        ),
        Spec(
            "appearance_own", QT_TRANSLATE_NOOP("Actions", "My &own paper and ink"), ("Ctrl+Alt+Y",), True, "appearance"
        ),
    ),
)

_PAGE = Menu(
    "page",
    QT_TRANSLATE_NOOP("Actions", "&Page"),
    (
        Spec("focus_all", QT_TRANSLATE_NOOP("Actions", "&All of the page"), ("Alt+1",), True, "focus"),
        Spec("focus_paragraph", QT_TRANSLATE_NOOP("Actions", "Focus on the &paragraph"), ("Alt+2",), True, "focus"),
        Spec("focus_sentence", QT_TRANSLATE_NOOP("Actions", "Focus on the &sentence"), ("Alt+3",), True, "focus"),
        None,
        Spec("typewriter", QT_TRANSLATE_NOOP("Actions", "&Typewriter scrolling"), ("Alt+4",), True),
        Spec("dialogue", QT_TRANSLATE_NOOP("Actions", "Set &dialogue apart"), ("Alt+5",), True),
        Spec("hide_signs", QT_TRANSLATE_NOOP("Actions", "&Hide signs of Markdown"), ("Alt+6",), True),
        None,
        Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger t&ype"), ("Ctrl++", "Ctrl+=")),
        Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "S&maller type"), ("Ctrl+-",)),
        Spec("zoom_reset", QT_TRANSLATE_NOOP("Actions", "Type of &usual size"), ("Ctrl+0",)),
    ),
)

_ORIGINS = Menu(
    "origins",
    QT_TRANSLATE_NOOP("Actions", "Whose &words"),
    (
        Spec("show_origins", QT_TRANSLATE_NOOP("Actions", "Show &origins in the text"), ("Ctrl+Shift+O",), True),
        Spec("show_bars", QT_TRANSLATE_NOOP("Actions", "&Margin bar"), ("Ctrl+Shift+M",), True),
        Spec("show_hover", QT_TRANSLATE_NOOP("Actions", "Say it where the mouse &rests"), ("Alt+7",), True),
        None,
        Spec("next_model", QT_TRANSLATE_NOOP("Actions", "&Next passage of a model"), ("F8",)),
        Spec("previous_model", QT_TRANSLATE_NOOP("Actions", "&Previous passage of a model"), ("Shift+F8",)),
        Spec("whose", QT_TRANSLATE_NOOP("Actions", "&Whose is this?"), ("Ctrl+Shift+W",)),
    ),
)

_LANGUAGE = Menu(
    "language",
    QT_TRANSLATE_NOOP("Actions", "&Language of the manuscript"),
    tuple(
        Spec(f"language_{language}", name, (f"Ctrl+Alt+{number}",), True, "language")
        for number, (language, name) in enumerate(NAMES.items(), start=1)
    ),
)

_BINDER = Menu(
    "binder",
    QT_TRANSLATE_NOOP("Actions", "&Binder"),
    (
        Spec("move_up", QT_TRANSLATE_NOOP("Actions", "Move &up"), ("Alt+Shift+Up",)),
        Spec("move_down", QT_TRANSLATE_NOOP("Actions", "Move &down"), ("Alt+Shift+Down",)),
        Spec("new_novel_part", QT_TRANSLATE_NOOP("Actions", "New &part of the novel…"), ("Alt+Shift+P",)),
        None,
        Spec("split_scene", QT_TRANSLATE_NOOP("Actions", "&Split the scene at the caret"), ("Alt+Shift+S",)),
        Spec("join_scenes", QT_TRANSLATE_NOOP("Actions", "&Join with the next scene"), ("Alt+Shift+J",)),
        None,
        Menu("status", QT_TRANSLATE_NOOP("Actions", "S&tatus"), ()),
        Menu("label", QT_TRANSLATE_NOOP("Actions", "&Label"), ()),
        None,
        Spec("to_bin", QT_TRANSLATE_NOOP("Actions", "Move to the &bin"), ("Ctrl+Shift+Delete",)),
        Spec("restore", QT_TRANSLATE_NOOP("Actions", "Put b&ack from the bin"), ("Alt+Shift+R",)),
        Spec("empty_bin", QT_TRANSLATE_NOOP("Actions", "&Empty the bin…"), ("Alt+Shift+E",)),
        None,
        Spec("undo_order", QT_TRANSLATE_NOOP("Actions", "Undo in the bi&nder"), ("Alt+Shift+Z",)),
        Spec("redo_order", QT_TRANSLATE_NOOP("Actions", "Redo in the binde&r"), ("Alt+Shift+Y",)),
        None,
        Spec("filter_binder", QT_TRANSLATE_NOOP("Actions", "&Filter the binder"), ("Alt+Shift+F",)),
    ),
)

MENUS = (
    Menu(
        "file",
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            Spec("new_scene", QT_TRANSLATE_NOOP("Actions", "New &scene"), ("Ctrl+N",)),
            Spec("new_note", QT_TRANSLATE_NOOP("Actions", "New n&ote"), ("Ctrl+Shift+N",)),
            Spec("new_chapter", QT_TRANSLATE_NOOP("Actions", "New &chapter…"), ("Ctrl+Alt+C",)),
            Spec("rename", QT_TRANSLATE_NOOP("Actions", "Re&name"), ("F2",)),
            None,
            Spec("new_manuscript", QT_TRANSLATE_NOOP("Actions", "New &manuscript…"), ("Ctrl+Alt+N",)),
            Spec("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), (Key.Open,)),
            Menu("recent", QT_TRANSLATE_NOOP("Actions", "Open &recent"), ()),
            Spec("open_sample", QT_TRANSLATE_NOOP("Actions", "Open the sample no&vel"), ("Ctrl+Alt+O",)),
            Spec("import_text", QT_TRANSLATE_NOOP("Actions", "&Import a text…"), ("Ctrl+Alt+I",)),
            Spec("save", QT_TRANSLATE_NOOP("Actions", "S&ave"), (Key.Save,)),
            Spec("name_moment", QT_TRANSLATE_NOOP("Actions", "Name this mo&ment…"), ("Ctrl+Alt+S",)),
            Spec("versions", QT_TRANSLATE_NOOP("Actions", "&Earlier versions…"), ("Ctrl+Alt+V",)),
            None,
            Spec("backups", QT_TRANSLATE_NOOP("Actions", "&Backups…"), ("Ctrl+Alt+B",)),
            Spec("show_folder", QT_TRANSLATE_NOOP("Actions", "Show in &folder"), ("Ctrl+Shift+E",)),
            Spec("report", QT_TRANSLATE_NOOP("Actions", "Authorship re&port"), ("Ctrl+Shift+R",)),
            Spec("goals", QT_TRANSLATE_NOOP("Actions", "&Words and goals…"), ("Ctrl+Alt+G",)),
            Spec("sources", QT_TRANSLATE_NOOP("Actions", "&Text from elsewhere…"), ("Ctrl+Shift+T",)),
            Spec("computers", QT_TRANSLATE_NOOP("Actions", "&Written on two computers…"), ("Ctrl+Alt+W",)),
            None,
            Spec("close_manuscript", QT_TRANSLATE_NOOP("Actions", "C&lose manuscript"), ("Ctrl+W",)),
            Spec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    Menu(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            Spec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), (Key.Undo,)),
            Spec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), (Key.Redo, "Ctrl+Y")),
            None,
            Spec("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), (Key.Cut,)),
            Spec("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), (Key.Copy,)),
            Spec("paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), (Key.Paste,)),
            Spec("duplicate", QT_TRANSLATE_NOOP("Actions", "&Duplicate"), (DUPLICATE,)),
            None,
            Spec("find", QT_TRANSLATE_NOOP("Actions", "&Find…"), (Key.Find,)),
            Spec("find_next", QT_TRANSLATE_NOOP("Actions", "Find ne&xt"), ("F3",)),
            Spec("find_previous", QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), ("Shift+F3",)),
            Spec("replace", QT_TRANSLATE_NOOP("Actions", "&Replace…"), ("Ctrl+H",)),
            Spec("find_everywhere", QT_TRANSLATE_NOOP("Actions", "Find in all &scenes…"), ("Ctrl+Shift+F",)),
            None,
            Spec("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), (Key.SelectAll,)),
            None,
            Spec("italic", QT_TRANSLATE_NOOP("Actions", "&Italics"), ("Ctrl+I",)),
            Spec("bold", QT_TRANSLATE_NOOP("Actions", "&Bold"), ("Ctrl+B",)),
            Spec("hard_space", QT_TRANSLATE_NOOP("Actions", "Space t&hat does not break"), ("Ctrl+Shift+Space",)),
            None,
            Spec("next_misspelled", QT_TRANSLATE_NOOP("Actions", "Next &misspelled word"), ("F7",)),
            Spec("spelling", QT_TRANSLATE_NOOP("Actions", "Check spellin&g"), ("Alt+F7",), True),
            Spec("typography", QT_TRANSLATE_NOOP("Actions", "Set q&uotes and dashes as I type"), ("Shift+F7",), True),
            Spec("typography_pass", QT_TRANSLATE_NOOP("Actions", "Put t&ypography right…"), ("Ctrl+F7",)),
            _LANGUAGE,
            None,
            Spec("settings", QT_TRANSLATE_NOOP("Actions", "S&ettings…"), ("Ctrl+,",)),
        ),
    ),
    Menu(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Spec("show_binder", QT_TRANSLATE_NOOP("Actions", "&Binder"), ("Ctrl+Shift+B",), True),
            Spec("show_companion", QT_TRANSLATE_NOOP("Actions", "&Companion"), ("Ctrl+Shift+C",), True),
            None,
            Spec("next_part", QT_TRANSLATE_NOOP("Actions", "&Next part of the window"), ("F6",)),
            Spec("previous_part", QT_TRANSLATE_NOOP("Actions", "&Previous part of the window"), ("Shift+F6",)),
            Spec("next_scene", QT_TRANSLATE_NOOP("Actions", "Next &scene"), ("Ctrl+PgDown",)),
            Spec("previous_scene", QT_TRANSLATE_NOOP("Actions", "Pre&vious scene"), ("Ctrl+PgUp",)),
            None,
            _PAGE,
            _ORIGINS,
            _APPEARANCE,
            Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), ("F11",), True),
        ),
    ),
    _BINDER,
    Menu(
        "suggest",
        QT_TRANSLATE_NOOP("Actions", "&Suggest"),
        (
            Spec("continue", QT_TRANSLATE_NOOP("Actions", "&Continue"), ("Ctrl+1",), True, "purpose"),
            Spec("what-if", QT_TRANSLATE_NOOP("Actions", "&What if"), ("Ctrl+2",), True, "purpose"),
            None,
            Spec("ask", QT_TRANSLATE_NOOP("Actions", "&Ask"), ("Ctrl+Return", "Ctrl+Enter")),
            Spec("stop", QT_TRANSLATE_NOOP("Actions", "S&top"), ("Esc",)),
            Spec("show_sent", QT_TRANSLATE_NOOP("Actions", "See &exactly what is sent"), ("Ctrl+Shift+X",), True),
            None,
            Spec(
                "insert",
                QT_TRANSLATE_NOOP("Actions", "&Insert the chosen version"),
                ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            ),
            Spec("insert_sentence", QT_TRANSLATE_NOOP("Actions", "Insert one &sentence of it"), ("Ctrl+Shift+S",)),
            Spec("keep_as_note", QT_TRANSLATE_NOOP("Actions", "&Keep it as a note"), ("Ctrl+Shift+K",)),
            Spec("dismiss", QT_TRANSLATE_NOOP("Actions", "&Dismiss it"), ("Ctrl+Shift+Backspace",)),
            Spec("next_version", QT_TRANSLATE_NOOP("Actions", "Choose the &next version"), ("Alt+Down",)),
            Spec("previous_version", QT_TRANSLATE_NOOP("Actions", "Choose the &previous version"), ("Alt+Up",)),
            Spec("dismiss_all", QT_TRANSLATE_NOOP("Actions", "Dismiss a&ll"), ("Ctrl+Alt+Backspace",)),
            None,
            Spec("model", QT_TRANSLATE_NOOP("Actions", "&Model…"), ("Ctrl+Alt+M",)),
        ),
    ),
    Menu(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            Spec("palette", QT_TRANSLATE_NOOP("Actions", "All &commands…"), ("Ctrl+Shift+P",)),
            Spec("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), ("F1",)),
            Spec("problems", QT_TRANSLATE_NOOP("Actions", "&Problem reports…"), ("Ctrl+F1",)),
            Spec("new_version", QT_TRANSLATE_NOOP("Actions", "New &versions…"), ("Ctrl+Shift+F1",)),
            Spec("about", QT_TRANSLATE_NOOP("Actions", "&About Firsthand"), ("Shift+F1",)),
        ),
    ),
)


def plain(text: str) -> str:
    """An action's words without the mark of its access key and without dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _keys(shortcut: Shortcut) -> list[QKeySequence]:
    """The keys of a shortcut; the platform's own, all of them, for a standard one."""
    if isinstance(shortcut, Key):
        return QKeySequence.keyBindings(shortcut) or [QKeySequence(shortcut)]
    return [QKeySequence(shortcut)]


class Actions:
    """The actions of one window, by name, in their menus; ``defaults`` are the keys that each has of its own."""

    def __init__(self, window: QWidget, bar: QMenuBar) -> None:
        self.menus: dict[str, QMenu] = {}
        self.defaults: dict[str, list[QKeySequence]] = {}
        self._all: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._window = window
        for menu in MENUS:
            self._fill(bar.addMenu(translated(menu.text)), menu)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def enable(self, enabled: bool, *names: str) -> None:
        """Make these actions available, or not."""
        for name in names:
            self._all[name].setEnabled(enabled)

    def _fill(self, menu: QMenu, what: Menu) -> None:
        self.menus[what.name] = menu
        menu.setObjectName(f"menu_{what.name}")
        for item in what.items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, Menu):
                self._fill(menu.addMenu(translated(item.text)), item)
            else:
                menu.addAction(self._made(item))

    def _made(self, spec: Spec) -> QAction:
        action = QAction(translated(spec.text), self._window)
        action.setObjectName(spec.name)
        keys = list(dict.fromkeys(keys for shortcut in spec.shortcuts for keys in _keys(shortcut)))
        self.defaults[spec.name] = keys
        action.setShortcuts(keys)
        action.setCheckable(spec.checkable)
        if spec.name in _ROLES:
            action.setMenuRole(_ROLES[spec.name])
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self._window))
            group.addAction(action)
        self._window.addAction(action)
        self._all[spec.name] = action
        return action


_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
