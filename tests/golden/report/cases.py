"""Small manuscripts as histories: records made by hand, from which the tests of the report replay real state."""

from collections.abc import Callable
from dataclasses import dataclass, field

from firsthand.history import (
    Asked,
    Brought,
    Cause,
    Changed,
    Decided,
    Declared,
    Fate,
    Record,
    Replay,
    Said,
    Shown,
    Status,
    Verification,
    changed,
    found,
    milliseconds,
)
from firsthand.provenance import Change, Finding, Origin, Rule, Run, Source
from firsthand.provenance.units import from_units, length, to_units
from firsthand.report import Evidence, Figures, Growth, SceneTitle, measure

BEGAN = milliseconds("2026-03-03T09:00:00+00:00")
DAY = 86_400_000

WHOLE = Verification(Status.WHOLE, sittings=3, records=42, unsealed=0, late_seals=0)

LOCKED = "She turned the page and found the ink still wet, though the house had been locked since Friday."


@dataclass
class Case:
    """A manuscript in the making. Each act is one record; ``later`` moves the clock."""

    title: str = "The Salt Ledger"
    verification: Verification = WHOLE
    scenes: list[SceneTitle] = field(default_factory=list)
    came: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.growth = {evidence: Growth(evidence=evidence) for evidence in Evidence}
        self.replay = Replay(on_change=self._changed)
        self._t = 0

    def _changed(self, replay: Replay, record: Changed, when: int) -> None:
        self.came.update({record.ref: self.came.get(record.ref, when)} if record.ref else {})
        for growth in self.growth.values():
            growth.changed(replay, record, when)

    def later(self, days: float = 0.01) -> None:
        self._t += round(days * DAY)

    def take(self, record: Callable[[int], Record]) -> None:
        self._t += 60_000
        self.replay.take(record(self._t), BEGAN)

    def scene(self, scene: str, title: str) -> None:
        self.scenes.append(SceneTitle(scene, title))

    def text(self, scene: str) -> str:
        return self.replay.scene(scene).text.text

    def texts(self) -> dict[str, str]:
        return {scene.id: self.text(scene.id) for scene in self.scenes}

    def change(self, scene: str, change: Change, cause: Cause = Cause.TYPE) -> None:
        self.take(lambda t: changed(scene, t, change, cause))

    def put(self, scene: str, text: str, origin: Origin = Origin.TYPED, cause: Cause = Cause.TYPE) -> None:
        """Text at the end of a scene."""
        end = len(self.replay.scene(scene).text)
        self.change(scene, Change(end, 0, text, origin), cause)

    def ask(self, request: str, scene: str, purpose: str = "continue", model: str = "SmolLM2-135M") -> None:
        self.take(lambda t: Asked(request, t, scene, purpose, model))

    def show(self, suggestion: str, request: str, text: str, label: str = "") -> None:
        self.take(lambda t: Shown(suggestion, t, request, text, label))

    def decide(self, suggestion: str, fate: Fate) -> None:
        self.take(lambda t: Decided(suggestion, t, fate))

    def insert(self, scene: str, suggestion: str, start: int = 0, end: int | None = None) -> None:
        """A suggestion's units from ``start`` to ``end`` at the end of a scene."""
        text = from_units(to_units(self.replay.shown[suggestion][0].text)[start:end])
        at = len(self.replay.scene(scene).text)
        self.take(
            lambda t: Changed(scene, t, at, 0, text, Origin.MODEL, suggestion, offset=start, cause=Cause.SUGGESTION)
        )
        self.decide(suggestion, Fate.INSERTED)

    def bring(self, ref: str, title: str, text: str) -> None:
        """A suggestion that another manuscript showed becomes known here."""
        when = "2026-02-11T10:00:00Z"
        self.take(lambda t: Brought(ref, t, title, text, "kinder", "SmolLM2-135M", "continue", when=when))

    def put_brought(self, scene: str, suggestion: str) -> None:
        """A suggestion that another manuscript showed, pasted at the end of a scene from there."""
        at, text = len(self.replay.scene(scene).text), self.replay.shown[suggestion][0].text
        self.change(scene, Change(at, 0, text, Source(Origin.MODEL, suggestion)), Cause.COPY)

    def rewrite(self, scene: str, old: str, new: str) -> None:
        """The author deletes ``old`` where it first stands and types ``new`` there."""
        text = self.text(scene)
        at = length(text[: text.index(old)])
        if old:
            self.change(scene, Change(at, length(old), ""))
        if new:
            self.change(scene, Change(at, 0, new))

    def move(self, old: str, source: str, target: str) -> None:
        """Text cut from one scene and put at the end of another, every character with its origin."""
        text = self.replay.scene(source).text
        at = length(text.text[: text.text.index(old)])
        runs = text.runs(at, at + length(old))
        self.change(source, Change(at, length(old), ""), Cause.MOVE)
        self.change(target, Change(len(self.replay.scene(target).text), 0, old, runs), Cause.MOVE)

    def paste(self, scene: str, text: str, ref: str, origin: Origin = Origin.PASTED) -> None:
        """Text from outside at the end of a scene."""
        end = len(self.replay.scene(scene).text)
        self.change(scene, Change(end, 0, text, Source(origin, ref)), Cause(ref.split(":")[0]))

    def say(self, ref: str, said: Said) -> None:
        """The author says what a source is."""
        self.take(lambda t: Declared(ref, t, said))

    def find(self, scene: str, words: str, *runs: Run) -> None:
        """A finding over ``words``, where they last stand in a scene."""
        text = self.text(scene)
        at = length(text[: text.rindex(words)])
        change = self.replay.scene(scene).find(at, runs)
        self.take(lambda t: found(scene, t, change))

    def find_shown(self, scene: str, words: str, suggestion: str, rule: Rule, ref: str | None = None) -> None:
        """The finding that ``words``, which stand in a scene, were shown; ``ref`` names the paste they came in."""
        offset = length(self.replay.shown[suggestion][0].text.split(words)[0])
        typed = ref is None
        finding = Finding(rule, Origin.TYPED if typed else Origin.PASTED, ref)
        source = Source(Origin.RETYPED if typed else Origin.MODEL, suggestion, finding)
        self.find(scene, words, Run(length(words), source, offset))

    def figures(self, evidence: Evidence = Evidence.ALL) -> Figures:
        return measure(
            self.title,
            self.scenes,
            self.replay,
            self.verification,
            self.growth[evidence].points(),
            evidence,
            self.came,
        )


def empty() -> Case:
    """Nothing was ever written."""
    return Case(verification=Verification(Status.EMPTY, 0, 0, 0, 0))


def typed_only() -> Case:
    """The author's keys and nothing else."""
    case = Case(title="Low Water")
    case.scene("s1", "The ferry office")
    for line in range(12):
        case.put("s1", f"The ferry was late again, for the {line}th time since the thaw, and nobody said so.\n")
        case.later()
    return case


def imported_only() -> Case:
    """A text that stood before recording began."""
    case = Case(title="An older draft")
    case.scene("s1", "All of it")
    case.put(
        "s1", "It had been written elsewhere, over many years, and was only read here.", Origin.IMPORTED, Cause.IMPORT
    )
    return case


def mixed() -> Case:
    """Typed, inserted, revised and pasted, without findings."""
    case = Case()
    for scene, title in [("s1", "The ferry office"), ("s2", "What Ines kept"), ("s3", "A borrowed coat")]:
        case.scene(scene, title)
    case.put("s1", "She kept the ledger in the flour bin, because nobody steals flour. ")
    case.later(9)
    case.put("s1", "Her mother had kept it in a drawer with a key, and the key had told everyone where to look.\n")
    case.ask("r1", "s1")
    case.show("r1-1", "r1", "The gulls were loud.", "someone arrives")
    case.show("r1-2", "r1", "Nobody came.", "colder")
    case.decide("r1-1", Fate.SET_ASIDE)
    case.later(40)
    case.put("s2", "Every entry was in salt. Not money: salt. So many sacks to the Varelas.\n")
    case.ask("r2", "s2", "continue")
    case.show("r2-1", "r2", LOCKED, "colder, shorter sentences")
    case.show("r2-2", "r2", "The latch lifted. Nobody who knew the house ever used the latch.", "someone arrives")
    case.insert("s2", "r2-1")
    case.rewrite("s2", "Friday", "the morning of the burial")
    case.rewrite("s2", "the page", "to the last page")
    case.put("s2", " A single line, in a hand that leaned the way her own did when she was tired. ")
    case.later(60)
    case.insert("s2", "r2-2", 0, 17)
    case.rewrite("s2", "The latch lifted.", "Somebody coughed.")
    case.put("s2", "\nPaid, it said. And under that, her name.")
    case.ask("r3", "s3", "what-if")
    case.show("r3-1", "r3", "What if the coat was never hers to lend?", "")
    case.decide("r3-1", Fate.NOTE)
    case.later(100)
    case.put("s3", "The coat came back on a Tuesday, <brushed> & folded. ")
    case.change(
        "s3",
        Change(case_end(case, "s3"), 0, "“Salt is the sea’s own receipt.” ", Source(Origin.PASTED, "paste:1")),
        Cause.PASTE,
    )
    case.put("s3", "And no note with it, only a button, sewn on in a thread that was not hers. ")
    return case


def everything() -> Case:
    """A little of everything, found and said: the case of the golden page."""
    case = mixed()
    case.ask("r4", "s3")
    case.show(
        "r4-1", "r4", "The tide had left its wallet on the step and nobody dared to open it before noon.", "later"
    )
    case.show("r4-2", "r4", "A lantern swung where the ferryman’s cough had been.", "darker")
    case.show(
        "r4-3", "r4", "In the harbour the boats were knocking against each other like people who had run out of talk."
    )
    case.put("s3", "The tide had left its wallet on the step and nobody dared to lift it, Ines least of all. ")
    case.find_shown("s3", "The tide had left its wallet on the step and nobody dared to", "r4-1", Rule.RETYPED)
    case.put("s3", "She saw how a lantern swung where the ferryman’s cough had been, and then not. ")
    case.find_shown("s3", "lantern swung where the ferryman’s cough", "r4-2", Rule.RARE)
    case.put("s3", "In the harbour the boats were leaning against each other like people who had run short of talk. ")
    for words in ("In the harbour the boats were ", " against each other like people who had run ", " of talk."):
        case.find_shown("s3", words, "r4-3", Rule.ALIGNED)
    case.later(1)
    case.put("s1", "\n")
    case.paste("s1", "The gulls were loud.", "paste:2")
    case.find_shown("s1", "The gulls were loud.", "r1-1", Rule.SHOWN, "paste:2")
    case.put("s1", " So was the ferry. ")
    case.rewrite("s1", "Her mother had kept it in a drawer with a key, ", "")
    case.paste("s2", " Her mother had kept it in a drawer with a key, ", "paste:3")
    moved = Finding(Rule.MOVED, Origin.PASTED, "paste:3")
    case.find("s2", "Her mother had kept it in a drawer with a key, ", Run(47, Source(Origin.TYPED, None, moved)))
    case.scene("s4", "The auction")
    case.paste("s4", "Lot nine was a crate of ledgers, water-stained, sold as seen.\n", "import:1", Origin.IMPORTED)
    case.paste("s4", "Nobody bid, and then everybody did.\n", "outside:1", Origin.OUTSIDE)
    case.paste("s4", "The room smelled of wet wool and varnish. ", "paste:4")
    case.paste("s4", "“Going once,” said the auctioneer. ", "paste:5")
    case.say("import:1", Said.OWN)
    case.say("paste:1", Said.QUOTATION)
    case.say("paste:4", Said.AI)
    case.say("paste:5", Said.PERSON)
    case.say("paste:5", Said.NOTHING)
    case.bring("m2/r9-1", "The Dry Year", "He had the kind of face that doors are closed on. ")
    case.put_brought("s4", "m2/r9-1")
    elsewhere = Change(case_end(case, "s4"), 0, "So nobody looked.", Source(Origin.TYPED, "m2/"))
    case.change("s4", elsewhere, Cause.COPY)
    return case


def case_end(case: Case, scene: str) -> int:
    """The length of a scene."""
    return len(case.replay.scene(scene).text)


def hostile() -> Case:
    """Titles, labels and texts that try to be markup, in two directions of writing, with characters beyond U+FFFF."""
    case = Case(title="<script>alert('title')</script> " + "a very long title " * 20)
    case.verification = Verification(
        Status.BROKEN, 2, 9, 1, 1, ("the seal at line 7 of <b>2026-03-03.jsonl</b> does not fit what stands above it",)
    )
    case.scene("s1", "<img src=x onerror=alert(1)>")
    case.scene("s2", "מלח ומים")
    case.put("s1", "</style><script>alert('text')</script> 😀😀 ")
    case.ask("r1", "s1", "<purpose>", "<model>")
    case.show("r1-1", "r1", "😀 She wrote <b>nothing</b> & went. {{ 7 * 7 }}", '"><svg onload=alert(2)>')
    case.insert("s1", "r1-1")
    case.rewrite("s1", "went", "stayed \ud83d here")
    case.put("s2", "הים היה שקט, והמלח לבן על האבנים. ")
    case.ask("r2", "s2")
    case.show("r2-1", "r2", "ואז היא פתחה את הדלת.", "")
    case.insert("s2", "r2-1")
    return case


def long(scenes: int = 400) -> Case:
    """A long novel of short scenes, with many passages."""
    case = Case(title="The Long Winter of Salt")
    for number in range(scenes):
        scene = f"s{number}"
        case.scene(scene, f"Scene {number + 1}")
        case.put(
            scene,
            "Snow fell on the harbour and did not melt, and the boats stood in it like chairs. " * (3 + number % 5),
        )
        if number % 4 == 0:
            case.ask(f"r{number}", scene)
            case.show(f"r{number}-1", f"r{number}", LOCKED)
            case.insert(scene, f"r{number}-1")
            case.rewrite(scene, "Friday", f"day {number}")
        case.later(0.6)
    return case
