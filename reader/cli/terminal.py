"""Words that go to a terminal: a terminal obeys control signs, whoever put them into a text or a title."""

import re
import sys
from typing import TextIO

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def fit_for(stream: TextIO, words: str) -> str:
    """Return words as they may be written to a stream: to the letter, unless a terminal would obey them.

    There control signs other than line ends and tabs are seen as pictures (␛) and do nothing.
    """
    return _CONTROLS.sub(_picture, words) if stream.isatty() else words


def complain(words: str) -> None:
    """Write a sentence to standard error."""
    sys.stderr.write(fit_for(sys.stderr, f"{words}\n"))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\u2421" if code == 0x7F else chr(0x2400 + code) if code < 0x20 else "\ufffd"
