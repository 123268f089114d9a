"""The library: every edition established once, kept in library.db, and made anew when a source changes.

library.db is derived: missing, damaged or old, it is thrown away and made again from the sources.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from reader.errors import FileError
from reader.intake import INTAKE
from reader.intake.catalogue import CATALOGUE, choose, read_catalogue
from reader.intake.kept import (
    agreements_from,
    agreements_row,
    edition_from,
    edition_row,
    emendations_from,
    emendations_row,
    remarks_from,
    remarks_row,
)
from reader.intake.source import canonical, raw_witness
from reader.text.agreement import Agreement, Edition, Emendation, Remark, Witness

if TYPE_CHECKING:
    from reader.intake.establish import Established
    from reader.text.progress import Heard

_SCHEMA = """
CREATE TABLE shelf (catalogue TEXT PRIMARY KEY, agreements TEXT NOT NULL) STRICT;
CREATE TABLE kept (
    id TEXT PRIMARY KEY, key TEXT NOT NULL,
    edition TEXT NOT NULL, edition_seal TEXT NOT NULL,
    emendations TEXT NOT NULL, emendations_seal TEXT NOT NULL,
    remarks TEXT NOT NULL, remarks_seal TEXT NOT NULL
) STRICT;
"""


# The library is written here without sqlite-utils: that would cost every first start its import.
class Library:
    """The agreements of a folder of sources and their editions.

    `seeds` is the folder with the sources and catalogue.toml; `cache` the file where editions are kept.
    Nothing is read from a source's text until an edition is asked for. `on` is told how far the texts are
    established, when they have to be, and can stop that.
    """

    def __init__(self, seeds: Path, cache: Path, on: "Heard | None" = None) -> None:
        self._seeds = seeds
        self._on = on
        self._cache = cache
        self._editions: dict[str, Edition] = {}
        self._made: Mapping[str, Established] = {}
        self._key = ""
        self.agreements: tuple[Agreement, ...] = self._shelf() or read_catalogue(seeds)

    def _shelf(self) -> tuple[Agreement, ...]:
        """Return the agreements as they were read from the present catalogue; none if they were not yet."""
        with suppress(OSError, sqlite3.Error):
            wanted = _sum((self._seeds / CATALOGUE).read_bytes())
            if self._cache.exists():
                with closing(sqlite3.connect(self._cache)) as db:
                    row = db.execute("SELECT agreements FROM shelf WHERE catalogue = ?", (wanted,)).fetchone()
                return agreements_from(row[0]) if row else ()
        return ()

    def agreement(self, agreement_id: str) -> Agreement:
        """Return the agreement with this id or unique beginning of one; UnknownAgreement if there is none."""
        return choose(self.agreements, agreement_id)[0]

    def edition(self, name: str) -> Edition:
        """Return the edition of an agreement, or of one witness of it (`principper-2015@ocr`)."""
        full = self.full_name(name)
        if full not in self._editions:
            row = self._row(full, "edition")
            self._editions[full] = edition_from(row)
        return self._editions[full]

    def emendations(self, name: str) -> tuple[Emendation, ...]:
        """Return every change that made the witness into the edition, in order."""
        return emendations_from(self._row(self.full_name(name), "emendations"))

    def remarks(self, name: str) -> tuple[Remark, ...]:
        """Return what a reader should know of an edition's text, in its order; it changed nothing."""
        return remarks_from(self._row(self.full_name(name), "remarks"))

    def editions(self) -> Mapping[str, Edition]:
        """Return the editions of all agreements by id."""
        return {agreement.id: self.edition(agreement.id) for agreement in self.agreements}

    def witness_text(self, name: str) -> str:
        """Return the canonical text of a witness as it was transmitted."""
        agreement, witness = choose(self.agreements, name)
        return canonical(self._raw((witness or agreement.witnesses[0]).file))

    def transmitted(self, name: str) -> Edition:
        """Return a witness line by line as it was transmitted (`principper-2015@ocr`)."""
        agreement, witness = choose(self.agreements, name)
        witness = witness or agreement.witnesses[0]
        full = f"{agreement.id}@{witness.id} transmitted"
        if full not in self._editions:
            from reader.intake.transmitted import transmitted

            self._editions[full] = transmitted(agreement, witness, canonical(self._raw(witness.file)))
        return self._editions[full]

    def own_witness(self, name: str) -> Witness:
        """Return the witness that an edition's letters come from."""
        agreement, witness = choose(self.agreements, name)
        file = self.edition(name).sections[0].place.file
        return witness or next(w for w in agreement.witnesses if w.file == file)

    def full_name(self, name: str) -> str:
        """Return the whole name of an edition: the agreement's id, and @ with the witness if there is one."""
        agreement, witness = choose(self.agreements, name)
        return f"{agreement.id}@{witness.id}" if witness else agreement.id

    def _raw(self, file: str) -> bytes:
        return raw_witness(self._seeds / file)

    def key(self) -> str:
        """Return what the editions depend on: the intake's version, the catalogue and every source."""
        if not self._key:
            files = (witness.file for agreement in self.agreements for witness in agreement.witnesses)
            sources = " ".join(_sum(self._raw(file)) for file in files)
            self._key = f"intake {INTAKE} {_sum(repr(self.agreements).encode())} {sources}"
        return self._key

    def _row(self, name: str, column: str) -> str:
        found = None if self._made else self._kept(name, column)
        if found is not None:
            return found
        if not self._made:
            self._made = self._establish()
            self._keep()
        return _rows(self._made[name])[column]()

    def _establish(self) -> Mapping[str, "Established"]:
        # Loaded only when a source is new: reading what is kept must not wait for it.
        from reader.intake.shelf import establish_all
        from reader.text.progress import Stopped

        texts = {w.file: canonical(self._raw(w.file)) for a in self.agreements for w in a.witnesses}
        try:
            return establish_all(self.agreements, texts, self._on)
        except Stopped as stopped:
            raise FileError(
                "The texts were not established, because you stopped it. Nothing was changed and no note is "
                "touched; start again to establish them.",
                "stopped",
            ) from stopped

    def _kept(self, name: str, column: str) -> str | None:
        """Return a kept row if it was made from the present sources and is as it was written."""
        if not self._cache.exists():
            return None
        query = f"SELECT {column}, {column}_seal FROM kept WHERE id = ? AND key = ?"  # noqa: S608 - our names
        try:
            with closing(sqlite3.connect(self._cache)) as db:
                found = db.execute(query, (name, self.key())).fetchone()
        except sqlite3.Error:
            return None
        return found[0] if found and _seal(found[0]) == found[1] else None

    def _keep(self) -> None:
        """Keep the editions, written beside and then put in place; where that cannot be, do without."""
        beside = self._cache.with_name(f".{self._cache.name}.{os.getpid()}")
        with suppress(OSError, sqlite3.Error):
            self._cache.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.unlink(missing_ok=True)
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL, 0o600))
            with closing(sqlite3.connect(beside)) as db, db:
                db.executescript(_SCHEMA)
                catalogue = _sum((self._seeds / CATALOGUE).read_bytes())
                db.execute("INSERT INTO shelf VALUES (?, ?)", (catalogue, agreements_row(self.agreements)))
                db.executemany("INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._all_rows())
            beside.replace(self._cache)
        with suppress(OSError):
            beside.unlink(missing_ok=True)

    def _all_rows(self) -> Iterator[tuple[str, ...]]:
        for name, made in self._made.items():
            rows = [row() for row in _rows(made).values()]
            yield name, self.key(), *(part for row in rows for part in (row, _seal(row)))


def _rows(made: "Established") -> dict[str, Callable[[], str]]:
    """Return what writes each column of a kept edition, in the order of the table."""
    return {
        "edition": lambda: edition_row(made.edition),
        "emendations": lambda: emendations_row(made.emendations),
        "remarks": lambda: remarks_row(made.remarks),
    }


def _seal(row: str) -> str:
    return _sum(row.encode("utf-8", "replace"))


def _sum(content: bytes) -> str:
    """Return length and checksum: enough to see a change, and nothing to load for it."""
    return f"{len(content)}-{crc32(content):08x}"
