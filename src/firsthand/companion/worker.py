"""The child process that holds the built-in model.

It serves the model on a loopback port of its own choosing, prints one line of JSON with the address (or with what
is in the way), and ends when its standard input closes: so it never outlives the program, however that ends. A
crash of native code stays in here. Nothing heavy is imported before it is needed; requests need the key from the
environment.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

KEY_VARIABLE = "FIRSTHAND_WORKER_KEY"
CONTEXT_TOKENS = 1024
# A small batch, so that a request that was given up frees the model within a fraction of a second.
BATCH_TOKENS = 64


def main(path: str) -> int:
    """Serve this model file until standard input closes; returns the exit status."""
    return run_worker(Path(path))


def run_worker(gguf: Path) -> int:
    """Serve this model file until standard input closes.

    Prints `{"address": "http://127.0.0.1:PORT"}` and returns 0, or `{"trouble": KIND}` and returns 1, where KIND is
    `missing` (no such file), `damaged` (no model in it), `package` (the runtime is not installed) or `library` (the
    runtime does not load on this system).
    """
    trouble = _serve(gguf)
    if trouble:
        _say({"trouble": trouble})
        return 1
    _wait_for_the_end()
    # The server's own threads are not worth waiting for.
    os._exit(0)


def _serve(gguf: Path) -> str:
    try:
        with gguf.open("rb") as file:
            if file.read(4) != b"GGUF":
                return "damaged"
    except OSError:
        return "missing"
    try:
        import xllamacpp
    except ModuleNotFoundError:
        return "package"
    except ImportError:
        return "library"
    _step_back()
    params = xllamacpp.CommonParams()
    params.model.path = str(gguf)
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.ui = False
    params.cors_origins = ""
    params.endpoint_slots = False
    params.api_keys = [os.environ.pop(KEY_VARIABLE)] if KEY_VARIABLE in os.environ else []
    params.n_parallel = 1
    params.n_ctx = CONTEXT_TOKENS
    params.n_batch = params.n_ubatch = BATCH_TOKENS
    # Half the cores, also for reading: its threads wait for each other at every step, so on a busy machine with as many
    # threads as cores a prompt of 160 tokens took 8 to 16 s, and with half of them 2 to 3 s (idle: 1.5 and 2.3 s).
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 1) // 2)
    params.verbosity = 0
    try:
        server = xllamacpp.Server(params)
    except RuntimeError:
        return "damaged"
    _keep.append(server)
    _say({"address": server.listening_address})
    return ""


_keep: list[object] = []


def _step_back() -> None:
    """Lower this process's priority, so that the editor always comes first."""
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(2)


def _say(line: dict[str, str]) -> None:
    # Not print: in a windowed program on Windows there may be no sys.stdout, yet the pipe is there.
    os.write(1, json.dumps(line).encode() + b"\n")


def _wait_for_the_end() -> None:
    with suppress(OSError):
        while os.read(0, 4096):
            pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
