"""The rows of a file are read without SQLite: all of a whole file, and all that is left of a damaged one."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.notebook.pages import rows_of

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
    st.integers(0, 30_000).map(lambda length: "Økonomi🙂 " * (length // 9)),
    st.binary(max_size=30),
)


def written(path: Path, rows: list[list[Any]], size: int) -> bytes:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE things (one, two, three)")
        connection.executemany("INSERT INTO things VALUES (?, ?, ?)", rows)
    return path.read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(VALUES, min_size=3, max_size=3), max_size=40),
    size=st.sampled_from([512, 1024, 4096, 65536]),
)
def test_every_row_of_a_whole_file_is_read_as_sqlite_reads_it(
    tmp_path: Path, rows: list[list[Any]], size: int
) -> None:
    content = written(tmp_path / "things.db", rows, size)
    found = {number: values for number, values in rows_of(content) if len(values) == 3}
    with closing(sqlite3.connect(tmp_path / "things.db")) as connection:
        expected = {number: tuple(values) for number, *values in connection.execute(_ALL)}
    assert found == expected


_ALL = "SELECT rowid, one, two, three FROM things"


def test_rows_are_found_when_the_head_and_the_way_to_them_are_gone(tmp_path: Path) -> None:
    rows = [[number, f"Ord {number} " * 20, None] for number in range(2000)]
    content = bytearray(written(tmp_path / "things.db", rows, 4096))
    content[:4096] = bytes(4096)
    with closing(sqlite3.connect(tmp_path / "things.db")) as connection:
        ((root,),) = connection.execute("SELECT rootpage FROM sqlite_master")
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    found = {values for _, values in rows_of(bytes(content)) if len(values) == 3}
    assert found == {tuple(row) for row in rows}


@pytest.mark.parametrize("seed", range(30))
def test_no_noise_makes_the_reading_fail(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    rows = [[number, "Ord " * chance.randrange(3000), None] for number in range(40)]
    content = bytearray(written(tmp_path / "things.db", rows, 1024))
    for _ in range(chance.randrange(1, 400)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    whole = {tuple(row) for row in rows}
    kept = sum(values in whole for _, values in rows_of(bytes(content[: chance.randrange(len(content))])))
    assert kept <= 40
    assert list(rows_of(chance.randbytes(5000))) is not None
    assert list(rows_of(b"")) == []
