"""The built-in model itself: its child process, its words, and what happens when it is missing or dies."""

from __future__ import annotations

import http.client
import json
import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from firsthand.companion import (
    BUILTIN,
    Companion,
    Context,
    Done,
    Event,
    Failed,
    Finished,
    Purpose,
    Request,
    Version,
    Words,
    builtin,
    compose,
    describe_builtin,
    find_model,
    model_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS = 60
MODEL = find_model()
needs_model = pytest.mark.skipif(MODEL is None, reason="the built-in model is not installed (uv's group “model”)")
posix = pytest.mark.skipif(os.name != "posix", reason="signals and /bin/sh")
SCENE = (
    "She kept the ledger in the flour bin, because nobody steals flour. Every entry was in salt. She turned to the "
    "last page and found the ink still wet, though the house had been locked since the morning of the burial."
)


class NoKeys:
    def get(self, address: str) -> str | None:
        return None


class Asked:
    """A companion and its events."""

    def __init__(self, model_file: Path | None = None) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.companion = Companion(self.events.put, NoKeys(), model_file)

    def until(self, ends: Callable[[Event], bool]) -> list[Event]:
        events: list[Event] = []
        while not events or not ends(events[-1]):
            events.append(self.events.get(timeout=SECONDS))
        return events

    def all_of(self, request: Request) -> list[Event]:
        self.companion.ask(request)
        return self.until(lambda event: isinstance(event, Done))

    def message(self, request: Request) -> str:
        """The sentence with which a request comes to nothing."""
        failure, done = self.all_of(request)
        assert isinstance(failure, Failed)
        assert failure.suggestion_id is None
        assert done == Done(request.id, stopped=False)
        return failure.message


@pytest.fixture(scope="module")
def model() -> Iterator[Asked]:
    asked = Asked()
    asked.companion.warm_up()
    yield asked
    asked.companion.close()


def continuing(scene: str = SCENE, versions: int = 3) -> Request:
    return compose(Purpose.CONTINUE, Context(scene), BUILTIN, versions)


def suggestions(events: list[Event]) -> list[str]:
    return [event.suggestion.text for event in events if isinstance(event, Finished)]


@needs_model
@pytest.mark.model
def test_three_continuations_stream_and_differ(model: Asked) -> None:
    request = continuing()
    events = model.all_of(request)
    texts = suggestions(events)
    assert len(set(texts)) == len(request.versions)
    for version, text in zip(request.versions, texts, strict=True):
        assert text.startswith(version.opener)
        assert text.rstrip("”\"'’)").endswith((".", "!", "?", "…"))
        assert len(text.split()) > len(version.opener.split())
    for number in (1, 2, 3):
        shown = [e.text for e in events if isinstance(e, Words) and e.suggestion_id == request.suggestion_id(number)]
        assert len(shown) > 1
    assert events[-1] == Done(request.id, stopped=False)


@needs_model
@pytest.mark.model
def test_the_same_seed_gives_the_same_words(model: Asked) -> None:
    asked = [compose(Purpose.CONTINUE, Context("It rained."), BUILTIN, versions=1, seed=5) for _ in range(2)]
    one, other = (suggestions(model.all_of(request)) for request in asked)
    assert one == other
    assert len(one) == 1


@needs_model
@pytest.mark.model
def test_what_ifs_are_one_question_each(model: Asked) -> None:
    texts = suggestions(model.all_of(compose(Purpose.WHAT_IF, Context(SCENE), BUILTIN)))
    assert len(set(texts)) == 3
    for text in texts:
        assert text.startswith("What if")
        assert text.endswith("?")
        assert "\n" not in text


@needs_model
@pytest.mark.model
@pytest.mark.parametrize("scene", ["", "It rained.\n", "She turned the "], ids=["empty", "paragraph", "inside"])
def test_it_goes_on_wherever_the_caret_stands(model: Asked, scene: str) -> None:
    texts = suggestions(model.all_of(continuing(scene, 2)))
    assert texts
    assert not [text for text in texts if text[:1].isspace()]


@needs_model
@pytest.mark.model
def test_stop_in_mid_stream_keeps_what_was_shown(model: Asked) -> None:
    request = continuing()
    model.companion.ask(request)
    model.until(lambda event: isinstance(event, Words))
    model.companion.stop()
    events = model.until(lambda event: isinstance(event, Done))
    assert events[-1] == Done(request.id, stopped=True)
    assert len(suggestions(events)) >= 1
    assert len(suggestions(model.all_of(continuing("It rained.", 1)))) == 1


@needs_model
@pytest.mark.model
def test_stop_while_the_text_is_still_read(model: Asked) -> None:
    # As much as fits the context, which takes seconds to read; composing never sends so much.
    request = continuing()
    body = msgspec.json.decode(request.versions[0].body, type=dict[str, object])
    body["messages"] = [{"role": "user", "content": "She kept salt. " * 180}]
    version = Version("slow", msgspec.json.encode(body))
    slow = Request("slow", Purpose.CONTINUE, BUILTIN, (version,), words_sent=540)
    model.companion.ask(slow)
    model.companion.stop()
    assert model.until(lambda event: isinstance(event, Done)) == [Done("slow", stopped=True)]
    assert len(suggestions(model.all_of(continuing("It rained.", 1)))) == 1


@needs_model
@pytest.mark.model
def test_a_prepared_request_is_only_read(model: Asked) -> None:
    request = continuing()
    model.companion.prepare(request)
    events = model.all_of(request)
    assert {type(event) for event in events} <= {Words, Finished, Failed, Done}
    assert suggestions(events)


@needs_model
@pytest.mark.model
@posix
def test_a_child_that_dies_is_told_and_started_anew() -> None:
    asked = Asked()
    try:
        asked.companion.ask(continuing())
        asked.until(lambda event: isinstance(event, Words))
        pid = asked.companion._talks._model.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        events = asked.until(lambda event: isinstance(event, Done))
        (failure,) = [event for event in events if isinstance(event, Failed)]
        assert failure.message.startswith("The built-in model ended unexpectedly (status -9).")
        assert len(suggestions(events)) == 1
        assert len(suggestions(asked.all_of(continuing("It rained.", 1)))) == 1
    finally:
        asked.companion.close()


@needs_model
@pytest.mark.model
@posix
def test_the_child_ends_with_its_parent_even_when_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import asyncio\n"
        "from firsthand.companion.builtin import BuiltinModel\n"
        "async def main():\n"
        "    model = BuiltinModel()\n"
        "    served = await model.start()\n"
        "    print(model.pid, served.address, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid, address = parent.stdout.readline().split()
        assert status_of(address) == 401
        parent.kill()
    wait_for_the_end_of(int(pid))


def status_of(address: str) -> int:
    """What the child's server answers to someone without its key."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"))
    try:
        connection.request("POST", "/v1/chat/completions", json.dumps({"messages": []}))
        return connection.getresponse().status
    finally:
        connection.close()


def wait_for_the_end_of(pid: int) -> None:
    until = time.monotonic() + SECONDS
    while True:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{pid}/stat").exists() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return
        assert time.monotonic() < until, "the child outlived its parent"
        time.sleep(0.05)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    asked = Asked(tmp_path / "none.gguf")
    asked.companion.warm_up()
    message = asked.message(continuing())
    assert message.startswith("The built-in model’s file is not on this computer.")
    asked.companion.close()


@pytest.mark.parametrize("content", [b"", b"<html>", b"GGUF", b"GGUF" + bytes(4000)])
def test_a_damaged_file_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    if content[:4] == b"GGUF":
        pytest.importorskip("xllamacpp", reason="the runtime is not installed", exc_type=ImportError)
    path = tmp_path / "bad.gguf"
    path.write_bytes(content)
    asked = Asked(path)
    assert "damaged" in asked.message(continuing())
    asked.companion.close()


@posix
@pytest.mark.parametrize(
    ("script", "part"),
    [
        ("kill -ILL $$", "processor is too old"),
        ("kill -SEGV $$", "ended unexpectedly (status -11)"),
        ("exit 3", "ended unexpectedly (status 3)"),
        ('echo noise; echo \'{"trouble": "package"}\'; exit 1', "(xllamacpp) is not installed"),
        ('echo \'{"trouble": "library"}\'; exit 1', "a system library is missing"),
    ],
)
def test_a_child_that_cannot_run_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, part: str
) -> None:
    monkeypatch.setattr(builtin, "worker_command", lambda gguf: ["/bin/sh", "-c", script])
    asked = Asked(tmp_path)
    message = asked.message(continuing())
    assert part in message
    assert message.endswith(("in the settings.", "Ask again to start it anew."))
    asked.companion.close()


@posix
def test_a_program_that_cannot_be_started_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtin, "worker_command", lambda gguf: [str(tmp_path / "gone")])
    asked = Asked(tmp_path)
    assert "could not be started (No such file or directory)" in asked.message(continuing())
    asked.companion.close()


def test_without_the_weights_package_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "WEIGHTS_PACKAGE", "no-such-package-of-weights")
    assert find_model() is None
    assert "not installed" in describe_builtin()
    asked = Asked()
    assert "is not on this computer" in asked.message(continuing())
    asked.companion.close()


@needs_model
def test_the_doctor_is_told_file_size_and_versions() -> None:
    told = describe_builtin()
    assert str(MODEL) in told
    assert "98 MB" in told
    assert "xllamacpp 20" in told


def test_an_installed_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert builtin.worker_command(Path("m.gguf")) == [sys.executable, "--llm-worker", "m.gguf"]
