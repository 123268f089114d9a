"""The library: every edition established once, kept in library.db, and made anew when a source changes.

library.db is derived: missing, damaged or old, it is thrown away and made again from the sources.
"""

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from reader.intake.catalogue import choose, read_catalogue
from reader.intake.establish import Established
from reader.intake.kept import edition_from, edition_row, emendations_from, emendations_row
from reader.intake.shelf import INTAKE, establish_all
from reader.intake.source import canonical, raw_witness
from reader.text.agreement import Agreement, Edition, Emendation

_SCHEMA = """
CREATE TABLE kept (
    id TEXT PRIMARY KEY, key TEXT NOT NULL, edition TEXT NOT NULL, emendations TEXT NOT NULL
) STRICT
"""


# The library is written here without sqlite-utils: that would cost every first start its import.
class Library:
    """The agreements of a folder of sources and their editions.

    `seeds` is the folder with the sources and catalogue.toml; `cache` the file where editions are kept.
    Nothing is read from a source's text until an edition is asked for.
    """

    def __init__(self, seeds: Path, cache: Path) -> None:
        self._seeds = seeds
        self._cache = cache
        self._editions: dict[str, Edition] = {}
        self._key = ""
        self.agreements: tuple[Agreement, ...] = read_catalogue(seeds)

    def agreement(self, agreement_id: str) -> Agreement:
        """Return the agreement with this id or unique beginning of one; UnknownAgreement if there is none."""
        return choose(self.agreements, agreement_id)[0]

    def edition(self, name: str) -> Edition:
        """Return the edition of an agreement, or of one witness of it (`principper-2015@ocr`)."""
        full = self._full_name(name)
        if full not in self._editions:
            row = self._row(full, "edition")
            self._editions[full] = edition_from(row)
        return self._editions[full]

    def emendations(self, name: str) -> tuple[Emendation, ...]:
        """Return every change that made the witness into the edition, in order."""
        return emendations_from(self._row(self._full_name(name), "emendations"))

    def editions(self) -> Mapping[str, Edition]:
        """Return the editions of all agreements by id."""
        return {agreement.id: self.edition(agreement.id) for agreement in self.agreements}

    def witness_text(self, name: str) -> str:
        """Return the canonical text of a witness as it was transmitted."""
        agreement, witness = choose(self.agreements, name)
        return canonical(self._raw((witness or agreement.witnesses[0]).file))

    def _full_name(self, name: str) -> str:
        agreement, witness = choose(self.agreements, name)
        return f"{agreement.id}@{witness.id}" if witness else agreement.id

    def _raw(self, file: str) -> bytes:
        return raw_witness(self._seeds / file)

    def key(self) -> str:
        """Return what the editions depend on: the intake's version, the catalogue and every source."""
        if not self._key:
            digest = hashlib.sha256(f"intake {INTAKE}\n{self.agreements!r}".encode())
            for agreement in self.agreements:
                for witness in agreement.witnesses:
                    digest.update(self._raw(witness.file))
            self._key = digest.hexdigest()
        return self._key

    def _row(self, name: str, column: str) -> str:
        found = self._kept(name, column)
        if found is None:
            self._keep(self._establish())
            found = self._kept(name, column)
        if found is None:
            established = self._establish()[name]
            made = edition_row(established.edition), emendations_row(established.emendations)
            return made[column == "emendations"]
        return found

    def _establish(self) -> Mapping[str, Established]:
        texts = {w.file: canonical(self._raw(w.file)) for a in self.agreements for w in a.witnesses}
        return establish_all(self.agreements, texts)

    def _kept(self, name: str, column: str) -> str | None:
        if not self._cache.exists():
            return None
        query = f"SELECT {column} FROM kept WHERE id = ? AND key = ?"  # noqa: S608 - one of two names of ours
        try:
            with closing(sqlite3.connect(self._cache)) as db:
                row = db.execute(query, (name, self.key())).fetchone()
        except sqlite3.Error:
            return None
        return row[0] if row else None

    def _keep(self, established: Mapping[str, Established]) -> None:
        """Keep the editions; a library that cannot be written is done without."""
        with suppress(OSError, sqlite3.Error):
            self._cache.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._cache.unlink(missing_ok=True)
            rows = [
                (name, self.key(), edition_row(made.edition), emendations_row(made.emendations))
                for name, made in established.items()
            ]
            with closing(sqlite3.connect(self._cache)) as db, db:
                db.execute(_SCHEMA)
                db.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", rows)
            self._cache.chmod(0o600)
