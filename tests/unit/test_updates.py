"""Asking for a newer version: one plain request to a real server on loopback, and every bad answer in one sentence."""

import json
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from firsthand.desk import updates
from firsthand.desk.updates import Releases, UpdateError, managed, newer, releases

PAGE = "https://releases.example/firsthand"


@contextmanager
def server(status=200, body=b"", headers=()):
    """A server that gives this answer; where it is, and the requests it got."""
    got = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            got.append((self.command, self.path, dict(self.headers)))
            self.send_response(status)
            for header in headers:
                self.send_header(*header)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Be quiet."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    try:
        yield Releases(f"http://127.0.0.1:{running.server_port}/latest", PAGE), got
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


NOT_UNDERSTOOD = f"The answer was not one that Firsthand understands. Look at {PAGE}."


def refused(status):
    return f"127.0.0.1 did not say which version is the newest ({status}). Look at {PAGE}."


def told(tag):
    return json.dumps({"tag_name": tag, "html_url": "https://elsewhere.example", "body": "…"}).encode()


@pytest.mark.parametrize(
    ("tag", "here", "found"),
    [
        ("v0.2.0", "0.1.0", "0.2.0"),
        ("0.1.1", "0.1.0", "0.1.1"),
        ("v0.10", "0.9.9", "0.10"),
        ("v1.0", "1.0.0", None),
        ("v0.1.0", "0.1.0", None),
        ("v0.0.9", "0.1.0", None),
    ],
)
def test_a_newer_version_is_found_by_its_number(tag, here, found, monkeypatch):
    monkeypatch.setattr(updates, "__version__", here)
    with server(body=told(tag)) as (where, _):
        assert newer(where) == found


def test_the_request_tells_nothing():
    with server(body=told("v9.9.9")) as (where, got):
        newer(where)
    [(method, path, headers)] = got
    assert (method, path) == ("GET", "/latest")
    host = where.address.split("/")[2]
    expected = {"Accept": "application/json", "User-Agent": "Firsthand", "Host": host}
    assert headers == {**expected, "Accept-Encoding": "identity", "Connection": "close"}


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"status": 404}, refused(404)),
        (
            {"status": 500, "body": b"<html>"},
            refused(500),
        ),
        ({"body": b""}, NOT_UNDERSTOOD),
        ({"body": b"<html>"}, NOT_UNDERSTOOD),
        ({"body": b"\xff\xfe"}, NOT_UNDERSTOOD),
        ({"body": b"[1]"}, NOT_UNDERSTOOD),
        ({"body": told(None)}, NOT_UNDERSTOOD),
        ({"body": told("v2; rm -rf")}, NOT_UNDERSTOOD),
        ({"body": told("v1.0.0\n")}, NOT_UNDERSTOOD),
        ({"body": told("v1.0") * 20_000}, NOT_UNDERSTOOD),
        (
            {"status": 302, "headers": [("Location", "http://127.0.0.1:1/")]},
            refused(302),
        ),
    ],
)
def test_a_bad_answer_is_one_sentence(answer, sentence):
    with server(**answer) as (where, got), pytest.raises(UpdateError) as said:
        newer(where)
    assert str(said.value) == sentence
    assert len(got) == 1


def test_offline_is_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        where = Releases(f"http://127.0.0.1:{taken.getsockname()[1]}/", PAGE)
        with pytest.raises(UpdateError, match=r"^127.0.0.1 cannot be reached \(.+\). Try again when you are online.$"):
            newer(where)


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://api.example/latest", True),
        ("http://127.0.0.1:8000/latest", True),
        ("http://api.example/latest", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_an_encrypted_address_is_asked(address, may, tmp_path):
    file = tmp_path / "release.json"
    file.write_text(json.dumps({"address": address, "page": PAGE}), "utf-8")
    assert (releases(file) is not None) is may


def test_a_copy_that_was_not_told_asks_nobody(tmp_path):
    assert releases(tmp_path / "missing.json") is None
    (tmp_path / "release.json").write_text("[]", "utf-8")
    assert releases(tmp_path / "release.json") is None
    assert releases() is None


@pytest.mark.parametrize(
    ("environment", "by_a_shop"), [({}, False), ({"FLATPAK_ID": "x"}, True), ({"SNAP": "/"}, True)]
)
def test_a_shop_of_programs_looks_after_its_own(environment, by_a_shop):
    assert managed(environment) is by_a_shop
