"""Looking for words, a portion at a time: in what the person wrote, then everywhere else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from reader.errors import ReaderError
from reader.search.notes import holding
from reader.ui.causes import in_words
from reader.ui.found import Group
from reader.ui.register import Register, Slip

MOST = 100
"""How many notes are looked for: nobody reads on so far in a list of what was found."""
PORTION = 4000
"""How many slips are looked at in one turn of the window: some ten milliseconds."""


class Seeking:
    """Seeks the words of a query in a register's slips; what of it is not read yet is read first.

    `found` are the first that hold all of them, in reading order, as far as it has come; `is_cut` says that
    there are more, `failed` why the notebook could not be read.
    """

    def __init__(self, query: str, register: Register) -> None:
        self.query = query
        self.found: list[Slip] = []
        self.is_done = self.is_cut = False
        self.failed = ""
        self._holds = holding(query)
        self._register = register
        self._slips: Iterator[Slip] | None = None

    def go_on(self, most: int = PORTION) -> None:
        """Look at so many more slips, or read some more first."""
        try:
            if not self._register.is_complete:
                self._register.read()
        except ReaderError as error:
            self.failed, self.is_done = in_words(error), True
        if self._register.is_complete:
            self._seek(most)

    def _seek(self, most: int) -> None:
        if self._slips is None:
            self._slips = iter(self._register.slips())
        portion = list(islice(self._slips, most))
        self.found += [slip for slip in portion if self._holds(slip.words)]
        self.is_cut = len(self.found) > MOST
        self.is_done = self.is_cut or len(portion) < most
        del self.found[MOST:]


@dataclass(frozen=True, slots=True)
class Finding:
    """Everything found, and the sentence that sums it up or says what failed."""

    groups: tuple[Group, ...]
    summary: str
    failed: bool = False


class Search:
    """Looks for words in the notes and then everywhere else, step by step; `found` is there in the end."""

    def __init__(self, seeking: Seeking, find: Callable[[Seeking], Iterator[Finding | None]]) -> None:
        self.found: Finding | None = None
        self._seeking = seeking
        self._finding = find(seeking)

    @property
    def is_done(self) -> bool:
        """Whether everything was found."""
        return self.found is not None

    def go_on(self) -> None:
        """Take one more step."""
        if self._seeking.is_done:
            self.found = next(self._finding)
        else:
            self._seeking.go_on()
