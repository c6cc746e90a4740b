"""The companion: asks a model for suggestions when the author wishes, and never touches the draft.

`compose` makes a `Request`, which holds exactly what will be sent; `Companion` asks and delivers events. Which
endpoints there are, what becomes of a suggestion, and every widget are left to the rooms above.
"""

from firsthand.companion.cards import Card, card
from firsthand.companion.companion import Companion
from firsthand.companion.compose import compose
from firsthand.companion.keys import Keyring, KeyringError, Keys
from firsthand.companion.model_file import describe_builtin, find_model
from firsthand.companion.values import (
    BUILTIN,
    Context,
    Done,
    Endpoint,
    Event,
    Failed,
    Finished,
    Purpose,
    Request,
    Suggestion,
    Timeouts,
    Version,
    Words,
)

__all__ = [
    "BUILTIN",
    "Card",
    "Companion",
    "Context",
    "Done",
    "Endpoint",
    "Event",
    "Failed",
    "Finished",
    "Keyring",
    "KeyringError",
    "Keys",
    "Purpose",
    "Request",
    "Suggestion",
    "Timeouts",
    "Version",
    "Words",
    "card",
    "compose",
    "describe_builtin",
    "find_model",
]
