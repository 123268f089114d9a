"""Sifting what a notebook holds for what a person asks to see, a portion at a time."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from reader.ui.entries import Scope, Sieve
from reader.ui.register import Register, Slip

PORTION = 4000
"""How many slips are looked at in one turn of the window: a few milliseconds."""


class Sifting:
    """Sifts a register a portion at a time; what changes meanwhile asks for a new one.

    `found` are the slips that fit, in reading order, as far as it has come; `scope` counts those that are
    where the person looks. What is `held` is found whatever is asked for.
    """

    def __init__(self, sieve: Sieve, register: Register, held: Collection[str] = ()) -> None:
        self.found: list[Slip] = []
        self.scope = 0
        self.wanted = sieve.wanted
        self.register = register
        self.is_done = False
        self._sieve = sieve
        self._held = {record_id: slip for record_id in held if (slip := register.slip(record_id))}
        self._portions = self._all(register)

    def go_on(self, most: int = PORTION) -> None:
        """Look at about so many more slips."""
        while most > 0 and not self.is_done:
            portion = next(self._portions, None)
            self.is_done = portion is None
            most -= self._take(portion or [])

    def _all(self, register: Register) -> Iterator[list[Slip]]:
        for agreement in register.agreements():
            slips = self._sieve.scope(register, agreement)
            for held in self._held.values():
                at = bisect_left(slips, held)
                if held.agreement == agreement and slips[at : at + 1] != [held]:
                    slips.insert(at, held)
            yield from (slips[at : at + PORTION] for at in range(0, len(slips), PORTION))

    def _take(self, portion: list[Slip]) -> int:
        sieve, held = self._sieve, self._held
        scope = portion
        if sieve.wanted.scope is Scope.PRINCIPLE:
            scope = [slip for slip in portion if slip.id in held or sieve.in_scope(slip)]
        self.scope += len(scope)
        if sieve.wanted.filtered:
            scope = [slip for slip in scope if slip.id in held or sieve.fits(slip)]
        self.found += scope
        return len(portion)
