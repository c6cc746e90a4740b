"""The manuscripts that the views are shown on, made in a temporary place as their authors would have made them."""

from datetime import datetime, timedelta
from pathlib import Path

from pictures import WORK
from tests.computers import Computer, Synchroniser

from firsthand.desk.session import Desk
from firsthand.manuscript import Folder
from firsthand.provenance import Change, Origin, Source

LONG = "What Ines kept in the salt behind the stove, and why her mother never once in her life spoke of it"
SCRIPTS = {
    "עברית": "היא שמרה את הספר בארגז הקמח, כי איש אינו גונב קמח. „למה?” שאלה, ולא ענתה.\nA line from left to right.\n"
    "אמה שמרה אותו במגירה (עם מפתח) בשנת 1987, וזה סיפר לכולם איפה לחפש.",
    "日本語": "彼女は帳簿を小麦粉の箱にしまっていた。誰も小麦粉を盗まないからだ。\n"
    "「なぜ」と彼女は訊いた。母は引き出しに入れて鍵をかけていた。",
    "Emoji 👩‍🚒": "She sent 👩‍🚒🇵🇹 and then, after a while, a single 🌊. ❤️‍🔥 Nobody answered 👍🏽.",
    "Markdown": "# A heading\n*All of it* in **one** line, with `code` and ~~what went~~.\n"
    "***\n> Said long ago.\n- bread\n- salt",
}


def year() -> Path:
    """A manuscript that was written on many days of the last year."""
    path = WORK / "A year of days"
    begun = datetime.now().astimezone() - timedelta(days=300)
    for day in sorted({*range(0, 300, 4), *range(1, 300, 7), *range(180, 260)}):
        now = int((begun + timedelta(days=day)).timestamp() * 1000)
        clock = iter(range(now, now + 10_000_000, 1000)).__next__
        if not path.exists():
            Folder.create(path, path.name)
        desk = Desk.open(path, clock=clock)
        if not desk.folder.outline.scenes:
            desk.arranging.add_chapter("One")
            desk.arranging.add_scene("Every day", desk.folder.outline.chapter[0].id)
        draft = desk.draft(desk.folder.outline.scenes[0].id)
        draft.apply(Change(len(draft.text), 0, "The tide was out. " * (5 + day * 37 % 90)))
        desk.close()
    return path


def scripts() -> Path:
    """A manuscript with a scene in each of several scripts."""
    path = WORK / "Many tongues"
    desk = Desk.create(path, path.name)
    chapter = desk.folder.outline.chapter[0].id
    desk.rename(desk.folder.outline.scenes[0].id, next(iter(SCRIPTS)))
    for title in list(SCRIPTS)[1:]:
        desk.arranging.add_scene(title, chapter)
    for entry in desk.folder.outline.scenes:
        desk.draft(entry.id).apply(Change(0, 0, SCRIPTS[entry.title]))
    desk.close()
    return path


def long_titles() -> Path:
    """A manuscript all of whose names are longer than their places, with labels, a status and something in the bin."""
    path = WORK / "The long way"
    desk = Desk.create(path, "The Salt Ledger of the Maroto Family, being a true account of what was owed")
    chapter = desk.folder.outline.chapter[0].id
    desk.rename(chapter, "In which the tide goes out further than it had in thirty-one years")
    desk.rename(desk.folder.outline.scenes[0].id, LONG)
    for title in (
        "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
        "x",
        "To be thrown away, with a long name as well",
    ):
        desk.arranging.add_scene(title, chapter)
    first, second, _, last = (entry.id for entry in desk.folder.outline.scenes)
    for entry in desk.folder.outline.scenes:
        desk.draft(entry.id).apply(Change(0, 0, "It was dark, and the tide was out. Nobody came.\n" * 30))
    desk.arranging.mark([first, second], status="revised")
    desk.arranging.add_label("Told by Ines’s mother, long afterwards", "amber", [second])
    desk.arranging.bin([last])
    desk.close()
    return path


def apart() -> Path:
    """A manuscript that went on apart on two computers; the one that it lies on is the program's home."""
    one, other = Computer(WORK / "apart", "one", None), Computer(WORK / "apart", "other", None)
    one.home = WORK / "home"
    with one.on():
        desk = Desk.create(one.book, "Two harbours")
        scene = desk.folder.outline.scenes[0].id
        desk.draft(scene).apply(Change(0, 0, "The tide was out, and nobody in the harbour had told Ines.\n"))
        desk.close()
    synchroniser = Synchroniser(one, other)
    synchroniser.begin()
    ends = "She waited for the ferry until the lamps were lit.\n", "The ferry had gone an hour before she came down.\n"
    for computer, text, origin in zip((one, other), ends, (Origin.TYPED, Source(Origin.MODEL, "r.1")), strict=True):
        with computer.sitting() as desk:
            desk.draft(scene).apply(Change(len(desk.draft(scene).text), 0, text, origin))
    synchroniser.run()
    return one.book
