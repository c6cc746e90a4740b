"""A real time-stamping authority on loopback: OpenSSL's, behind a small HTTP server, with certificates of its own."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

_SETTINGS = """
default_tsa = one
[req]
distinguished_name = name
prompt = no
[name]
CN = unnamed
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[one]
serial = serial
crypto_device = builtin
signer_cert = signer.pem
signer_key = signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""
_STEPS = [
    "req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 3650 -subj /CN=Root -extensions root",
    "req -newkey rsa:2048 -nodes -keyout signer.key -out signer.csr -subj /O=Harbour/CN=Stamps",
]


class Authority:
    """The authority whose files lie in ``folder``; ``root`` is its certificate (PEM file)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "root.pem"
        self.asked: list[bytes] = []
        folder.mkdir()
        (folder / "settings.cnf").write_text(_SETTINGS)
        (folder / "serial").write_text("01")
        for step in _STEPS:
            self._openssl(*step.split(), "-config", "settings.cnf")
        sign = "x509 -req -in signer.csr -CA root.pem -CAkey root.key -CAcreateserial -days 3650 -out signer.pem"
        self._openssl(*sign.split(), "-extfile", "settings.cnf", "-extensions", "signer")

    def reply(self, query: bytes) -> bytes:
        """What it answers to a query."""
        self.asked.append(query)
        (self.folder / "query").write_bytes(query)
        self._openssl("ts", "-reply", "-config", "settings.cnf", "-queryfile", "query", "-out", "reply")
        return (self.folder / "reply").read_bytes()

    def _openssl(self, *arguments: str) -> None:
        done = subprocess.run(["openssl", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


@contextmanager
def serving(authority: Authority) -> Iterator[str]:
    """The address at which the authority answers."""

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if self.path != "/stamp":
                self.send_error(404)
                return
            reply = authority.reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/stamp"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
