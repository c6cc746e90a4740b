"""A real HTTP server on loopback that behaves like endpoints do, well or badly, each by its path."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ["The", " gate", " shut", " behind", " her.", " A", " dog", " barked", " twice.", " It", " rained."]


def chunk(content: str | None, finish: str | None = None) -> bytes:
    piece = {"choices": [{"index": 0, "delta": {"content": content}, "finish_reason": finish}]}
    return b"data: " + json.dumps(piece).encode() + b"\n\n"


class Handler(BaseHTTPRequestHandler):
    server: EndpointServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append((self.path, dict(self.headers), body))
        way = self.path.split("/")[1].replace("-", "_")
        try:
            getattr(self, f"way_{way}", self.way_404)()
        except (BrokenPipeError, ConnectionResetError):
            self.server.hung_up.set()
        self.close_connection = True

    def log_message(self, *args: Any) -> None:
        """Be quiet."""

    def begin(self, kind: str = "text/event-stream", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()

    def say(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.wfile.write(piece)
            self.wfile.flush()

    def refuse(self, status: int, message: str) -> None:
        self.begin("application/json", status)
        self.say(json.dumps({"error": {"message": message, "type": "x", "code": "x"}}).encode())

    def way_good(self) -> None:
        number = self.server.count()
        self.begin()
        self.say(chunk(f"Number {number}:"), *(chunk(" " + w.strip()) for w in WORDS), chunk(None, "stop"))
        self.say(b'data: {"choices": [], "usage": {"total_tokens": 9}}\n\n', b"data: [DONE]\n\n")

    def way_same(self) -> None:
        self.begin()
        self.say(*map(chunk, WORDS), chunk(None, "stop"), b"data: [DONE]\n\n")

    def way_slow(self) -> None:
        self.begin()
        self.say(*map(chunk, WORDS[:6]))
        while not self.server.over.wait(0.02):
            self.say(b": still here\n\n")

    def way_hang(self) -> None:
        self.server.over.wait(20)

    def way_hang_later(self) -> None:
        self.begin()
        self.say(*map(chunk, WORDS[:7]))
        self.server.over.wait(20)

    def way_break(self) -> None:
        self.begin()
        self.say(*map(chunk, WORDS[:7]))

    def way_break_chunked(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in map(chunk, WORDS[:7]):
            self.say(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")

    def way_key(self) -> None:
        self.refuse(401, f"Incorrect API key provided: {self.headers['Authorization']}")

    def way_forbidden(self) -> None:
        self.refuse(403, "no")

    def way_404(self) -> None:
        self.refuse(404, "The model `x` does not exist")

    def way_limit(self) -> None:
        self.refuse(429, f"Rate limit for {self.headers['Authorization']}. Wait")

    def way_bad(self) -> None:
        self.refuse(400, "Unsupported value")

    def way_down(self) -> None:
        self.refuse(503, "overloaded")

    def way_moved(self) -> None:
        self.send_response(307)
        self.send_header("Location", "/good/v1/chat/completions")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def way_html(self) -> None:
        self.begin("text/html")
        self.say(b"<!doctype html><html><body>Please sign in.</body></html>")

    def way_json_error(self) -> None:
        self.begin()
        self.say(chunk("The"), b'data: {"error": {"message": "out of memory"}}\n\n')

    def way_invalid_json(self) -> None:
        self.begin()
        self.say(b'data: {"choices": [{"delta": \n\n')

    def way_other_json(self) -> None:
        self.begin()
        self.say(b'data: ["a", 1]\n\n', b"data: [DONE]\n\n")

    def way_other_types(self) -> None:
        self.begin()
        self.say(b'data: {"choices": [{"delta": {"content": 7}}]}\n\n', b"data: [DONE]\n\n")

    def way_no_choices(self) -> None:
        self.begin()
        self.say(b'data: {"choices": []}\n\n', b"data: [DONE]\n\n")

    def way_no_text(self) -> None:
        self.begin()
        self.say(chunk(None), chunk("", "stop"), b"data: [DONE]\n\n")

    def way_binary(self) -> None:
        self.begin()
        self.say(b"data: \xff\xfe\x00\n\n")


class EndpointServer(ThreadingHTTPServer):
    """The server; `received` holds path, headers and body of every request, `hung_up` says that a client left."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.received: list[tuple[str, dict[str, str], bytes]] = []
        self.over = threading.Event()
        self.hung_up = threading.Event()
        self._lock = threading.Lock()
        self._count = 0

    def count(self) -> int:
        with self._lock:
            self._count += 1
            return self._count

    def handle_error(self, request: Any, client_address: Any) -> None:
        self.hung_up.set()

    def address(self, way: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{way}/v1"


@contextmanager
def endpoint_server() -> Iterator[EndpointServer]:
    server = EndpointServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
