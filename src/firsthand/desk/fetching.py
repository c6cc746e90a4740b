"""One plain request over HTTP that tells nothing but the program's name; who may be asked is the caller's business."""

import urllib.error
import urllib.request


class RefusedError(Exception):
    """The server answered, but not with what was asked for; ``code`` is its status."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


def fetched(address: str, seconds: float, largest: int) -> bytes:
    """The JSON at this address, at most ``largest`` bytes of it; an answer that sends elsewhere is not followed.

    RefusedError for any status but success, OSError or ValueError where nothing answers in time.
    """
    request = urllib.request.Request(  # noqa: S310 - the caller knows what it is
        address, headers={"User-Agent": "Firsthand", "Accept": "application/json"}
    )
    try:
        with urllib.request.build_opener(_NoDetours).open(request, timeout=seconds) as reply:
            told: bytes = reply.read(largest)
    except urllib.error.HTTPError as error:
        error.close()
        raise RefusedError(error.code) from None
    return told


class _NoDetours(urllib.request.HTTPRedirectHandler):
    """Does not follow an answer that sends the request elsewhere."""

    def redirect_request(self, *_: object) -> None:
        return None
