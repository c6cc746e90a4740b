"""Time stamps of a manuscript's record: asking a third party for one, and saying later what they prove.

Asking is opt-in, and all that leaves the computer is the hash of the latest seal. What comes back is checked at once
and kept as a sitting of its own in the history, so that it is under a seal itself and travels with every copy.
"""

import base64
import binascii
import secrets
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from firsthand import __version__
from firsthand.desk.author_key import signer_soon
from firsthand.desk.closing import close_up
from firsthand.desk.places import machine_id
from firsthand.desk.reading import history_folder
from firsthand.history import (
    FORMAT,
    History,
    HistoryError,
    Lock,
    Sitting,
    Stamped,
    end_here,
    milliseconds,
    moment,
    read_history,
    verify,
    write_closed,
)
from firsthand.history.clocks import CLOCKS_DIFFER
from firsthand.history.reading import CLOSED_SUFFIX
from firsthand.history.stamping import QUERY_TYPE, Stamp, StampError, certificates, check, query, token_of
from firsthand.manuscript import Folder, ManuscriptError, new_id

_STAMPED = b'{"k":"stamped"'
_TIMEOUT = 30.0  # seconds
_LARGEST = 1_000_000  # bytes of a reply


class StampingError(Exception):
    """There is no time stamp; the text says why and what to do."""


class Found(msgspec.Struct, frozen=True):
    """A time stamp in a history: the ``seal`` it is of, what it says, or the ``fault`` why it proves nothing.

    ``doubt`` says in a sentence how the stamp's time and the history's own contradict each other, or nothing.
    """

    seal: str
    stamp: Stamp | None
    fault: str = ""
    doubt: str = ""


def trusted(file: Path | None) -> list[bytes]:
    """The certificates (DER) of authorities to trust: the file's, or those that this computer trusts for the web.

    StampingError if the file cannot be read or holds none.
    """
    if file is None:
        return ssl.create_default_context().get_ca_certs(binary_form=True)
    try:
        return certificates(file.read_bytes())
    except OSError as error:
        raise StampingError(f"{file} cannot be read ({error.strerror or error}).") from error
    except StampError as error:
        raise StampingError(f"{file.name}: {error}") from error


def stamp(path: Path, authority: str, roots: Sequence[bytes]) -> list[Stamp]:
    """Have the latest seals of the manuscript in a folder stamped by the authority at an address.

    Usually that is one seal. The stamps are kept only if they lead to one of the ``roots``. StampingError if there are
    none to be had; the history is then as it was.
    """
    try:
        folder = Folder.open(path)
        close_up(history_folder(path))
        lock = Lock(history_folder(path))
        try:
            if not lock.held:
                raise StampingError("The manuscript is open in a window; close it there, then have it stamped.")
            return _stamped(folder, authority, roots)
        finally:
            lock.release()
    except (ManuscriptError, HistoryError, StampError) as error:
        raise StampingError(str(error)) from error
    except OSError as error:
        raise StampingError(f"The time stamp cannot be kept ({error.strerror or error}).") from error


def _stamped(folder: Folder, authority: str, roots: Sequence[bytes]) -> list[Stamp]:
    history = read_history(history_folder(folder.path))
    faults = verify(history, folder.outline.id).faults
    if faults:
        raise StampingError(f"The history is damaged ({faults[0]}), so there is nothing to stamp.")
    if not history.latest:
        raise StampingError("Nothing is recorded of this manuscript yet; open it in Firsthand once.")
    tokens = {seal: _ask(authority, bytes.fromhex(seal)) for seal in history.latest}
    stamps = [check(token, bytes.fromhex(seal), roots) for seal, token in tokens.items()]
    _keep(folder, history.latest, tokens)
    return stamps


def _ask(authority: str, digest: bytes) -> bytes:
    """The token of an authority for a hash."""
    if not authority.startswith(("http://", "https://")):
        raise StampingError(f"{authority} is not the address of an authority: it begins with https:// or http://.")
    nonce = secrets.randbits(63)
    request = urllib.request.Request(authority, query(digest, nonce), {"Content-Type": QUERY_TYPE})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as reply:  # noqa: S310 -- http or https, as seen above
            return token_of(reply.read(_LARGEST), digest, nonce)
    except (OSError, urllib.error.URLError, ValueError) as error:
        raise StampingError(f"The authority at {authority} does not answer ({error}). Nothing was changed.") from error


def _keep(folder: Folder, after: tuple[str, ...], tokens: dict[str, bytes]) -> None:
    """Record the tokens in a sitting of their own, which comes after what they stamp."""
    began = moment(time.time_ns() // 1_000_000)
    name = began.replace(":", "").replace("-", "")[:15] + f"-{new_id()[:6]}"
    program = f"Firsthand {__version__}"
    sitting = Sitting(name, folder.outline.id, began, program, FORMAT, machine_id(), after)
    records = [Stamped(0, seal, base64.b64encode(token).decode()) for seal, token in tokens.items()]
    history, signer = history_folder(folder.path), signer_soon(30)
    seal = write_closed(history / f"{name}{CLOSED_SUFFIX}", sitting, records, signer)
    end_here(history, sitting, seal, signer)


def stamps(history: History, roots: Iterable[bytes] = ()) -> list[Found]:
    """The time stamps in a history, each checked against the seals that are there and the certificates given."""
    roots = list(roots)
    sealed_at = {
        seal.hash: milliseconds(reading.sitting.began) + seal.t
        for reading in history.readings
        if reading.sitting is not None
        for seal in reading.seals
    }
    records = [one for reading in history.readings for one in reading.records if isinstance(one, Stamped)]
    return [_found(record, sealed_at, roots) for record in records]


def stamp_doubts(history: History) -> tuple[str, ...]:
    """Clauses about clocks that time stamps contradict; whether the stamps are genuine is not looked at."""
    if not any(_STAMPED in reading.data for reading in history.readings):
        return ()
    return tuple(found.doubt for found in stamps(history) if found.doubt)


def _found(record: Stamped, sealed_at: dict[str, int], roots: Sequence[bytes]) -> Found:
    if record.seal not in sealed_at:
        return Found(record.seal, None, "It is of a seal that is not in this history.")
    try:
        said = check(base64.b64decode(record.token, validate=True), bytes.fromhex(record.seal), roots)
    except (StampError, binascii.Error) as error:
        return Found(record.seal, None, str(error))
    early = sealed_at[record.seal] - said.when
    doubt = (
        f"by its computer's clock the seal {record.seal[:12]}… was set at {moment(sealed_at[record.seal])}, "
        f"after it was stamped at {moment(said.when)}"
        if early > CLOCKS_DIFFER
        else ""
    )
    return Found(record.seal, said, "", doubt)
