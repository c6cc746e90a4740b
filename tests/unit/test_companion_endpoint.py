"""Connected models: the real client against a real server on loopback, well behaved and badly."""

from __future__ import annotations

import queue
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
import pytest

from firsthand.companion import (
    Companion,
    Context,
    Done,
    Endpoint,
    Event,
    Failed,
    Finished,
    Purpose,
    Request,
    Timeouts,
    Words,
    compose,
)
from tests.unit.companion_server import EndpointServer, endpoint_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEY = "sk-very-secret-0123456789"
ASK_SECONDS = 20


@dataclass
class KnownKeys:
    keys: dict[str, str] = field(default_factory=dict)

    def get(self, address: str) -> str | None:
        return self.keys.get(address)


@dataclass
class Desk:
    """A companion with its events in a queue."""

    companion: Companion
    events: queue.SimpleQueue[Event]
    keys: KnownKeys

    def ask(self, address: str, purpose: Purpose = Purpose.CONTINUE, versions: int = 3) -> Request:
        request = compose(purpose, Context("She ran."), Endpoint("Model X", "x", address), versions=versions)
        self.companion.ask(request)
        return request

    def until(self, ends: Callable[[Event], bool]) -> list[Event]:
        events: list[Event] = []
        while not events or not ends(events[-1]):
            events.append(self.events.get(timeout=ASK_SECONDS))
        return events

    def all_of(self, request: Request) -> list[Event]:
        events = self.until(lambda event: isinstance(event, Done))
        assert events[-1] in (Done(request.id, stopped=False), Done(request.id, stopped=True))
        return events


@pytest.fixture
def server() -> Iterator[EndpointServer]:
    with endpoint_server() as server:
        yield server


@pytest.fixture
def desk() -> Iterator[Desk]:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    keys = KnownKeys()
    companion = Companion(events.put, keys, timeouts=Timeouts(connect=0.5, read=0.5))
    yield Desk(companion, events, keys)
    companion.close()
    assert events.empty()


def failures(events: list[Event]) -> list[Failed]:
    return [event for event in events if isinstance(event, Failed)]


def texts(events: list[Event]) -> list[str]:
    return [event.suggestion.text for event in events if isinstance(event, Finished)]


def test_three_versions_stream_in(desk: Desk, server: EndpointServer) -> None:
    request = desk.ask(server.address("good"))
    events = desk.all_of(request)
    assert events[-1] == Done(request.id, stopped=False)
    assert failures(events) == []
    assert {text.strip().split(":")[0] for text in texts(events)} == {"Number 1", "Number 2", "Number 3"}
    for event in events:
        if isinstance(event, Finished):
            found = event.suggestion
            assert found.text.endswith(": The gate shut behind her. A dog barked twice. It rained.")
            assert found.id in {f"{request.id}.{n}" for n in (1, 2, 3)}
            assert (found.request_id, found.model, found.purpose) == (request.id, "x", Purpose.CONTINUE)
            shown = [e.text for e in events if isinstance(e, Words) and e.suggestion_id == found.id]
            assert len(shown) > 1
            assert shown[-1] == found.text


def test_what_is_sent_is_what_was_shown_and_nothing_else(
    desk: Desk, server: EndpointServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another")
    monkeypatch.setenv("OPENAI_ORG_ID", "another-org")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: another")
    desk.keys.keys[server.address("good")] = KEY
    request = desk.ask(server.address("good"))
    desk.all_of(request)
    assert sorted(body for _, _, body in server.received) == sorted(version.body for version in request.versions)
    for path, headers, _ in server.received:
        assert path == "/good/v1/chat/completions"
        assert headers["Authorization"] == f"Bearer {KEY}"
        assert "another" not in str(headers)
        assert not [name for name in headers if name.lower().startswith(("x-", "openai"))]


def test_without_a_key_none_is_sent(desk: Desk, server: EndpointServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another")
    desk.all_of(desk.ask(server.address("good")))
    assert [headers.get("Authorization") for _, headers, _ in server.received] == [None, None, None]


def test_an_address_may_be_pasted_with_its_path(desk: Desk, server: EndpointServer) -> None:
    events = desk.all_of(desk.ask(server.address("good") + "/chat/completions/", versions=1))
    assert len(texts(events)) == 1


def test_what_another_version_said_is_not_said_again(desk: Desk, server: EndpointServer) -> None:
    request = desk.ask(server.address("same"))
    events = desk.all_of(request)
    assert len(texts(events)) == 1
    assert len(failures(events)) == 2
    assert all("repeated" in failure.message and failure.suggestion_id for failure in failures(events))


@pytest.mark.parametrize(
    ("way", "part"),
    [
        ("key", "did not accept the key"),
        ("forbidden", "did not accept the key"),
        ("404", "does not know this model"),
        ("limit", "takes no more requests just now and says “Rate limit for Bearer …. Wait”"),
        ("bad", "refused the request (HTTP 400) and says “Unsupported value”"),
        ("down", "has a fault of its own (HTTP 503)"),
        ("moved", "has moved elsewhere (HTTP 307)"),
        ("hang", "did not answer in time"),
        ("html", "without a single word of text"),
        ("invalid-json", "no text of a model"),
        ("other-json", "no text of a model"),
        ("other-types", "no text of a model"),
        ("binary", "no text of a model"),
        ("no-choices", "without a single word"),
        ("no-text", "without a single word"),
        ("json-error", "stopped with a fault of its own and says “out of memory”"),
    ],
)
def test_a_bad_endpoint_is_one_clear_sentence(desk: Desk, server: EndpointServer, way: str, part: str) -> None:
    desk.keys.keys[server.address(way)] = KEY
    request = desk.ask(server.address(way))
    events = desk.all_of(request)
    assert events[-1] == Done(request.id, stopped=False)
    (failure,) = failures(events)
    assert part in failure.message
    assert failure.message.startswith("Model X ")
    assert "Your draft is untouched." in failure.message
    assert failure.suggestion_id is None
    assert KEY not in failure.message
    assert texts(events) == []


def test_a_server_that_is_not_there(desk: Desk) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        (failure,) = failures(desk.all_of(desk.ask(f"http://127.0.0.1:{port}/v1")))
    assert "cannot be reached. Look whether it is running" in failure.message


@pytest.mark.parametrize(
    "address", ["api.example.org", "", "http://", "ftp://a/v1", "http://[::1/v1", "http://a:99999"]
)
def test_an_address_that_is_none(desk: Desk, address: str) -> None:
    (failure,) = failures(desk.all_of(desk.ask(address)))
    assert "The address of Model X is none" in failure.message


def test_a_key_that_is_none(desk: Desk, server: EndpointServer) -> None:
    desk.keys.keys[server.address("good")] = "sk-ключ"
    (failure,) = failures(desk.all_of(desk.ask(server.address("good"))))
    assert "characters that no key has" in failure.message
    assert "ключ" not in failure.message
    assert server.received == []


@pytest.mark.parametrize("way", ["break", "break-chunked"])
def test_words_that_came_before_the_connection_broke_are_kept(desk: Desk, server: EndpointServer, way: str) -> None:
    events = desk.all_of(desk.ask(server.address(way), versions=1))
    assert texts(events) == [" The gate shut behind her."]
    (failure,) = failures(events)
    assert "broke off; what had arrived is kept" in failure.message
    assert failure.suggestion_id is None


def test_a_hang_in_mid_stream_keeps_the_words(desk: Desk, server: EndpointServer) -> None:
    events = desk.all_of(desk.ask(server.address("hang-later"), versions=1))
    assert texts(events) == [" The gate shut behind her."]
    assert len(failures(events)) == 1


def test_stop_in_mid_stream_keeps_the_words_and_hangs_up(desk: Desk, server: EndpointServer) -> None:
    request = desk.ask(server.address("slow"), versions=1)
    desk.until(lambda event: isinstance(event, Words) and event.text.endswith(" A"))
    desk.companion.stop()
    events = desk.all_of(request)
    assert texts(events) == [" The gate shut behind her."]
    assert events[-1] == Done(request.id, stopped=True)
    assert server.hung_up.wait(ASK_SECONDS)


def test_stop_before_the_first_word(desk: Desk, server: EndpointServer) -> None:
    request = desk.ask(server.address("hang"))
    desk.companion.stop()
    assert desk.all_of(request) == [Done(request.id, stopped=True)]


def test_stop_with_nothing_under_way_is_nothing(desk: Desk, server: EndpointServer) -> None:
    desk.companion.stop()
    desk.all_of(desk.ask(server.address("good")))
    desk.companion.stop()


def test_asking_again_stops_what_was_asked(desk: Desk, server: EndpointServer) -> None:
    first = desk.ask(server.address("hang"))
    second = desk.ask(server.address("good"))
    assert desk.all_of(first) == [Done(first.id, stopped=True)]
    events = desk.all_of(second)
    assert events[-1] == Done(second.id, stopped=False)
    assert len(texts(events)) == 3


def test_closing_ends_what_is_under_way(server: EndpointServer) -> None:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    companion = Companion(events.put, KnownKeys())
    request = Desk(companion, events, KnownKeys()).ask(server.address("hang"))
    companion.close()
    companion.close()
    assert events.get_nowait() == Done(request.id, stopped=True)
    assert events.empty()
    with pytest.raises(RuntimeError):
        companion.ask(request)


def test_a_keyring_that_waits_for_the_author_does_not_hold_stop(server: EndpointServer) -> None:
    class LockedKeys:
        def get(self, address: str) -> str | None:
            server.over.wait(ASK_SECONDS)
            return None

    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    companion = Companion(events.put, LockedKeys())
    request = Desk(companion, events, KnownKeys()).ask(server.address("good"))
    companion.stop()
    assert events.get(timeout=ASK_SECONDS) == Done(request.id, stopped=True)
    companion.close()


def test_a_what_if_by_a_connected_model_that_tells_instead_of_asking(desk: Desk, server: EndpointServer) -> None:
    events = desk.all_of(desk.ask(server.address("good"), Purpose.WHAT_IF))
    assert [event for event in events if isinstance(event, Words | Finished)] == []
    (failure,) = failures(events)
    assert "nothing worth showing" in failure.message


def test_a_request_is_a_value_the_history_can_keep() -> None:
    request = compose(Purpose.CONTINUE, Context("She ran."), Endpoint("X", "x", "http://127.0.0.1/v1"))
    assert msgspec.json.decode(msgspec.json.encode(request), type=Request) == request
