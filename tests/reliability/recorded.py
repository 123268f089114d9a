"""SQLite and the files beside it, watched: every write, flush, making, removing and renaming, in order.

The notebook's own code runs unchanged; only `sqlite3.connect`, as its door uses it, leads to apsw and a VFS
that records, or fails when it is told to.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple
from unittest.mock import patch

import apsw

from reader.notebook import opening


class Event(NamedTuple):
    """Something that happened to a file: write, cut, sync, make, remove, rename, sync folder, or a mark."""

    kind: str
    name: str = ""
    at: int = 0
    content: bytes = b""
    other: str = ""


class Recorder:
    """Keeps what happens below a folder.

    `fail` is asked before each thing: its kind, its file's name, and whether SQLite does it. It may raise.
    """

    def __init__(
        self, folder: Path, fail: Callable[[str, str, bool], None] = lambda kind, name, by_sqlite: None
    ) -> None:
        self.folder = folder
        self.events: list[Event] = []
        self.fail = fail

    def note(self, kind: str, path: str | Path, at: int = 0, content: bytes = b"", other: str = "") -> None:
        """Keep something that happened to a file of the folder."""
        name = Path(path).name
        if Path(path).parent == self.folder:
            self.events.append(Event(kind, name, at, content, other))

    def ask(self, kind: str, path: str | Path, *, by_sqlite: bool = False) -> None:
        """Fail now if that is wanted; also in the folders below, such as that of the copies."""
        if self.folder in Path(path).parents:
            self.fail(kind, Path(path).name, by_sqlite)


class _Vfs(apsw.VFS):
    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        super().__init__("recorded", "")

    def xOpen(self, name: Any, flags: list[int]) -> "_File":
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._recorder.ask("open", path, by_sqlite=True)
        made = bool(flags[0] & apsw.SQLITE_OPEN_CREATE) and not Path(path).exists()
        if made:
            self._recorder.note("make", path)
        return _File(name, flags, path, self._recorder, made=made)

    def xDelete(self, name: str, syncdir: bool) -> None:
        self._recorder.ask("remove", name, by_sqlite=True)
        super().xDelete(name, syncdir)
        self._recorder.note("remove", name)
        if syncdir:
            self._recorder.note("sync folder", name)


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], path: str, recorder: Recorder, *, made: bool) -> None:
        self._path = path
        self._made = made
        self._recorder = recorder
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._recorder.ask("write", self._path, by_sqlite=True)
        super().xWrite(data, offset)
        self._recorder.note("write", self._path, offset, bytes(data))

    def xTruncate(self, size: int) -> None:
        self._recorder.ask("cut", self._path, by_sqlite=True)
        super().xTruncate(size)
        self._recorder.note("cut", self._path, size)

    def xSync(self, flags: int) -> None:
        self._recorder.ask("sync", self._path, by_sqlite=True)
        super().xSync(flags)
        self._recorder.note("sync", self._path)
        if self._made:
            # SQLite flushes the folder together with a journal that it has just made.
            self._made = False
            self._recorder.note("sync folder", self._path)


class _Cursor:
    """What a cursor of sqlite3 gives, from one of apsw."""

    def __init__(self, rows: list[Any], changes: int, columns: Sequence[str], lastrowid: int) -> None:
        self._rows = iter(rows)
        self.lastrowid = lastrowid
        self.rowcount = changes
        self.description = [(name, None) for name in columns]

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def __next__(self) -> Any:
        return next(self._rows)

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        return list(self._rows)


class Connection:
    """A connection of sqlite3 as far as a notebook uses one, over apsw."""

    def __init__(self, uri: str) -> None:
        flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE
        with _as_sqlite3():
            self._inner = apsw.Connection(uri, flags=flags, vfs="recorded")
        self.text_factory: Any = str

    @property
    def in_transaction(self) -> bool:
        return bool(self._inner.in_transaction)

    def execute(self, sql: str, values: Any = ()) -> _Cursor:
        with _as_sqlite3():
            cursor, columns = self._inner.cursor(), []

            def begun(at: apsw.Cursor, _sql: str, _values: Any) -> bool:
                # Here, because of an answer without rows nothing can be asked afterwards.
                columns[:] = [name for name, *_ in at.getdescription()]
                return True

            cursor.exectrace = begun
            rows = list(cursor.execute(sql, values))
            return _Cursor(rows, self._inner.changes(), columns, self._inner.last_insert_rowid())

    def executemany(self, sql: str, values: Iterable[Any]) -> None:
        with _as_sqlite3():
            self._inner.cursor().executemany(sql, values)

    def backup(self, target: sqlite3.Connection) -> None:
        """Copy what is committed to a connection of SQLite's own."""
        with closing(sqlite3.connect(":memory:")) as memory:
            memory.deserialize(self._inner.serialize("main"))
            memory.backup(target)

    def close(self) -> None:
        # SQLite's own module says nothing where the journal cannot be removed at the end; apsw does.
        with suppress(apsw.Error):
            self._inner.close(True)


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        kinds = {apsw.ConstraintError: sqlite3.IntegrityError, apsw.CorruptError: sqlite3.DatabaseError}
        raised = kinds.get(type(error), sqlite3.OperationalError)(str(error))
        raised.sqlite_errorcode = getattr(error, "extendedresult", getattr(error, "result", 0))
        raise raised from error


@contextmanager
def watched(recorder: Recorder) -> Iterator[None]:
    """Record what the notebook does to its files while this lasts."""
    vfs = _Vfs(recorder)
    door = SimpleNamespace(**{name: getattr(sqlite3, name) for name in dir(sqlite3)})
    door.connect = lambda name, **_: Connection(name)
    beside = _Beside(recorder)
    try:
        with patch.object(opening, "sqlite3", door), beside.patched():
            yield
    finally:
        vfs.unregister()


class _Beside:
    """Watches the files beside the notebook, which are written through the system and not by SQLite."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._names: dict[int, str] = {}
        self._plain = {
            name: getattr(os, name) for name in ("open", "close", "write", "fsync", "ftruncate", "truncate")
        }
        self._plain |= {name: getattr(os, name) for name in ("rename", "replace", "link", "unlink")}

    @contextmanager
    def patched(self) -> Iterator[None]:
        for name in self._plain:
            setattr(os, name, getattr(self, f"_{name}"))
        try:
            yield
        finally:
            for name, function in self._plain.items():
                setattr(os, name, function)

    def _open(self, path: Any, flags: int, *more: Any, **named: Any) -> int:
        fresh = bool(flags & os.O_CREAT) and not Path(path).exists()
        self._recorder.ask("open", str(path))
        descriptor: int = self._plain["open"](path, flags, *more, **named)
        self._names[descriptor] = str(path)
        if fresh:
            self._recorder.note("make", str(path))
        return descriptor

    def _close(self, descriptor: int) -> None:
        self._names.pop(descriptor, None)
        self._plain["close"](descriptor)

    def _write(self, descriptor: int, content: bytes) -> int:
        name = self._names.get(descriptor, "")
        self._recorder.ask("write", name)
        at = os.fstat(descriptor).st_size if name.endswith(".jsonl") else 0
        count: int = self._plain["write"](descriptor, content)
        self._recorder.note("write", name, at, bytes(content)[:count])
        return count

    def _fsync(self, descriptor: int) -> None:
        name = self._names.get(descriptor, "")
        self._recorder.ask("sync", name)
        self._plain["fsync"](descriptor)
        path = Path(name)
        if path.is_dir():
            self._recorder.note("sync folder", path / "any")
            return
        if not name.endswith(".jsonl"):
            # Written through Python's own buffers: what is there now is what was flushed.
            self._recorder.note("cut", name, 0)
            self._recorder.note("write", name, 0, path.read_bytes())
        self._recorder.note("sync", name)

    def _ftruncate(self, descriptor: int, size: int) -> None:
        name = self._names.get(descriptor, "")
        self._recorder.ask("cut", name)
        self._plain["ftruncate"](descriptor, size)
        self._recorder.note("cut", name, size)

    def _truncate(self, path: Any, size: int) -> None:
        self._recorder.ask("cut", str(path))
        self._plain["truncate"](path, size)
        self._recorder.note("cut", str(path), size)

    def _rename(self, one: Any, other: Any, **more: Any) -> None:
        self._recorder.ask("rename", str(one))
        self._plain["rename"](one, other, **more)
        self._recorder.note("rename", str(one), other=Path(other).name)

    _replace = _rename

    def _link(self, one: Any, other: Any, **more: Any) -> None:
        self._recorder.ask("link", str(other))
        self._plain["link"](one, other, **more)
        self._recorder.note("link", str(one), other=Path(other).name)

    def _unlink(self, path: Any, **more: Any) -> None:
        self._recorder.ask("remove", str(path))
        self._plain["unlink"](path, **more)
        self._recorder.note("remove", str(path))
