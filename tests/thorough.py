"""How often something is tried: often enough for every day, or until nobody can doubt (RANDNOTE_LONG=1)."""

import os
from typing import TypeVar

LONG = bool(os.environ.get("RANDNOTE_LONG"))
"""Whether there is all the time in the world; a test has an hour then."""

T = TypeVar("T")


def tried(every_day: T, long: T) -> T:
    """Return the one that there is time for."""
    return long if LONG else every_day
