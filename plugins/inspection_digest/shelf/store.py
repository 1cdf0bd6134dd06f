"""Where the words of digests and the records of sources are kept between builds.

A table of bodies, each under its own sum: what was damaged is noticed when it is looked at, and
then all that is kept is forgotten and made anew. Every process opens the file for itself.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from inspection_digest.shelf.facts import sum_of

# What is raised where a file is damaged: the names in it may be no text any longer.
DAMAGE = (sqlite3.Error, UnicodeDecodeError)

Body = tuple[bytes, bytes]  # a name, and what is put under it


class DamagedError(Exception):
    """What is kept cannot be relied on."""


class OutOfReachError(DamagedError):
    """What is kept cannot be reached: it is locked, there is no room, or it may not be written."""


class Store:
    """Bodies by name. The file is the user's own (`keeping`), so what is in it is ours to load."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connections: dict[int, sqlite3.Connection] = {}

    def get(self, name: bytes) -> Any:
        """What was put under this name. Raises DamagedError where it is not there, or is not it."""
        try:
            row = (
                self._opened()
                .execute("SELECT sum, body FROM kept WHERE name = ?", (name,))
                .fetchone()
            )
        except DAMAGE as error:
            raise DamagedError(str(error)) from error
        if row is None or row[0] != sum_of((name, row[1])):
            raise DamagedError(f"no body under {name.hex()}")
        return pickle.loads(row[1])  # noqa: S301 - written by `put`, and still what was written

    def put(self, bodies: Iterable[Body]) -> None:
        """Keeps bodies (`body_of`) under their names, all or none. Raises DamagedError."""
        rows = ((name, sum_of((name, body)), body) for name, body in bodies)
        try:
            with self._opened() as connection:
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError as error:
            raise OutOfReachError(str(error)) from error
        except DAMAGE as error:
            raise DamagedError(str(error)) from error

    def drop(self, names: Iterable[bytes]) -> None:
        """Forgets what is under these names."""
        try:
            with self._opened() as connection:
                connection.executemany(
                    "DELETE FROM kept WHERE name = ?", ((name,) for name in names)
                )
        except DAMAGE as error:
            raise DamagedError(str(error)) from error

    def keep_only(self, names: Collection[bytes]) -> None:
        """Forgets all others."""
        try:
            there = {name for (name,) in self._opened().execute("SELECT name FROM kept")}
        except DAMAGE as error:
            raise DamagedError(str(error)) from error
        self.drop(there.difference(names))

    def close(self) -> None:
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

    def remove(self) -> None:
        """Forgets everything."""
        self.close()
        for end in ("", "-journal", "-wal", "-shm"):
            Path(f"{self._path}{end}").unlink(missing_ok=True)

    def _opened(self) -> sqlite3.Connection:
        """This process's own connection: none is used on both sides of a fork."""
        here = os.getpid()
        if here not in self._connections:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path)
            connection.execute("PRAGMA synchronous = OFF")  # damage is noticed, and made good
            connection.execute(
                "CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, sum BLOB, body BLOB)"
            )
            self._connections[here] = connection
        return self._connections[here]


def body_of(item: object) -> bytes:
    return pickle.dumps(item, protocol=5)
