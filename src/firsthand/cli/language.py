"""The language of what a command makes for people to read. What commands themselves print is English."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.desk.settings import Speech


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let the report's page be asked for in a language."""
    parser.add_argument(
        "--language", choices=("en", "de"), help="of the page; else the one of the settings, or the system's"
    )


def language_of(options: argparse.Namespace) -> "Speech":
    """The language that was asked for, else the one that the author chose for the program, else the system's."""
    from firsthand.desk.settings import Speech
    from firsthand.desk.speaking import chosen_speech

    return Speech(options.language) if options.language else chosen_speech()
