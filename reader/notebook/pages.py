"""The rows in a damaged SQLite file, read from its pages one by one, without trusting what joins them.

Method: the file format as SQLite documents it (https://www.sqlite.org/fileformat2.html, sections 1.5 to 2.1).
Every page that looks like a leaf of a table is read cell by cell. A page that another one should lead to is
found all the same, whatever became of that one; so are rows on pages that were given up, which are older.
"""

import struct
from collections.abc import Iterator
from typing import Any

_LEAF = 0x0D
_SIZES = frozenset(1 << power for power in range(9, 17))
_USUAL = 4096
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_MAGIC = b"SQLite format 3\0"

Row = tuple[int, tuple[Any, ...]]
"""A row's number, and its values as they are stored; a damaged text has signs of replacement."""


def rows_of(content: bytes) -> Iterator[Row]:
    """Yield every row that can be read from the bytes of a database, whole or damaged."""
    size = _page_size(content)
    for start in range(0, len(content), size):
        yield from _Page(content, start, size).rows()


def _page_size(content: bytes) -> int:
    said = int.from_bytes(content[16:18], "big") if content.startswith(_MAGIC) else 0
    said = 65536 if said == 1 else said
    return said if said in _SIZES else _USUAL


class _Page:
    """One page of a file, and the way to the pages where long rows go on."""

    def __init__(self, content: bytes, start: int, size: int) -> None:
        self._content = content
        self._start = start
        self._size = size

    def rows(self) -> Iterator[Row]:
        page = self._content[self._start : self._start + self._size]
        head = 100 if self._start == 0 and page.startswith(_MAGIC) else 0
        if len(page) < head + 8 or page[head] != _LEAF:
            return
        count = int.from_bytes(page[head + 3 : head + 5], "big")
        for number in range(count):
            at = head + 8 + 2 * number
            pointer = int.from_bytes(page[at : at + 2], "big")
            if at + 2 > len(page) or not head + 8 < pointer < len(page):
                continue
            try:
                yield self._row(page, pointer)
            except (IndexError, ValueError, struct.error):
                continue

    def _row(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        number, at = _varint(page, at)
        return number, _values(self._payload(page, at, length))

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        local = self._local(length)
        if length > len(self._content) or at + local > len(page):
            raise ValueError("longer than the file or the page")
        payload = bytearray(page[at : at + local])
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        while len(payload) < length:
            start = (following - 1) * self._size
            if following < 1 or start + 4 > len(self._content):
                raise ValueError("it goes on nowhere")
            following = int.from_bytes(self._content[start : start + 4], "big")
            more = self._content[start + 4 : start + self._size]
            if not more:
                raise ValueError("it goes on nowhere")
            payload += more[: length - len(payload)]
        return bytes(payload)

    def _local(self, length: int) -> int:
        """Return how much of a row of this length stands on its page; the rest goes on elsewhere."""
        if length <= self._size - 35:
            return length
        least = (self._size - 12) * 32 // 255 - 23
        filled = least + (length - least) % (self._size - 4)
        return filled if filled <= self._size - 35 else least


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(8):
        byte = content[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    value = value << 8 | content[at + 8]
    return value - (1 << 64 if value >> 63 else 0), at + 9


def _values(payload: bytes) -> tuple[Any, ...]:
    head, at = _varint(payload, 0)
    if not 1 <= head <= len(payload):
        raise ValueError("no head of a row")
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind == 0 or kind in (8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind < 12:
        raise ValueError("no kind of value")
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise ValueError("longer than the row")
    content = payload[at:end]
    return (content.decode("utf-8", "replace") if kind % 2 else content), end
