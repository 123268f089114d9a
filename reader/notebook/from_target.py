"""What an annotation is about: its agreement, and the passage or principle in it."""

from collections.abc import Iterator
from typing import Any, TypeGuard

from reader.notebook.annotations import AGREEMENT, EDITION, HEADING, PRINCIPLE
from reader.notebook.fit import Json, Unfit, checked, first_text, listed, string
from reader.text.selector import CONTEXT, Selector

_MOST_NUMBER = 1 << 53
_MOST_SELECTORS = 50
_QUOTE, _POSITION = "TextQuoteSelector", "TextPositionSelector"


class Target:
    """What one annotation is about; Unfit if it does not say so, or names several places."""

    def __init__(self, item: Json) -> None:
        targets = listed(item.get("target"))
        if len(targets) > 1:
            raise Unfit("It is about several places at once.")
        target = targets[0] if targets else None
        if isinstance(target, str):
            target = {"source": target}
        if not isinstance(target, dict):
            raise Unfit("It does not say what it is about.")
        self._target: Json = target
        self._selectors = list(_every(target.get("selector")))

    @property
    def is_passage(self) -> bool:
        """Say whether it is about words in a text, and not about a whole agreement or principle."""
        return any(_is(each, _QUOTE) for each, _ in self._selectors)

    def agreement(self) -> str:
        """Return the id of the agreement; Unfit if Randnote does not know it by such a name."""
        source = self._target.get("source")
        inner = source.get("id") if isinstance(source, dict) else source
        name = first_text(inner, self._target.get("id"))
        if not name.startswith(AGREEMENT) or len(name) == len(AGREEMENT):
            raise Unfit("It is not about an agreement that Randnote knows by name.")
        return checked(name.removeprefix(AGREEMENT), 200)

    def selector(self) -> Selector:
        """Return where the passage is; Unfit if it has no words.

        A place that does not fit the words is not trusted: then they alone must find it, and the person says
        whether that is right.
        """
        # What refines another selector comes after it, and is meant more exactly.
        quote = [each for each, _ in self._selectors if _is(each, _QUOTE)][-1 if self._refined() else 0]
        exact = checked(string(quote, "exact"))
        if not exact:
            raise Unfit("It does not say which words it is about.")
        before = checked(string(quote, "prefix", required=False))[-CONTEXT:]
        after = checked(string(quote, "suffix", required=False))[:CONTEXT]
        for position in self._positions():
            if position[1] - position[0] == len(exact):
                return Selector(*position, exact, before, after, self._digest())
        return Selector(0, len(exact), exact, before, after, "")

    def _refined(self) -> bool:
        return any(refines and _is(each, _QUOTE) for each, refines in self._selectors)

    def _positions(self) -> Iterator[tuple[int, int]]:
        for each, refines in self._selectors:
            start, end = each.get("start"), each.get("end")
            # The place within a part of a text is no place in the text.
            if _is(each, _POSITION) and not refines and _is_number(start) and _is_number(end):
                yield start, end

    def _digest(self) -> str:
        for state in listed(self._target.get("state")):
            cached = state.get("cached") if isinstance(state, dict) else None
            if isinstance(cached, str) and cached.startswith(EDITION):
                return checked(cached.removeprefix(EDITION), 200)
        return ""

    def principle(self) -> int | None:
        """Return the number of the principle, None for the whole agreement; Unfit if it is no number."""
        selector = self._fragment()
        if selector is None:
            return None
        number = selector["value"].removeprefix(PRINCIPLE)
        if not number.isascii() or not number.isdigit() or len(number) > 6:
            raise Unfit("The number of its principle is no number.")
        return int(number)

    def heading(self) -> str:
        """Return the words of the principle's heading, empty if they are not told; Unfit if they are none."""
        selector = self._fragment()
        return checked(string(selector, HEADING, required=False)) if selector else ""

    def _fragment(self) -> Json | None:
        for selector, _ in self._selectors:
            value = selector.get("value")
            if isinstance(value, str) and value.startswith(PRINCIPLE):
                return selector
        return None


def _every(told: Any) -> Iterator[tuple[Json, bool]]:
    """Yield the selectors, those in a choice and those that refine one, and whether they refine one."""
    waiting = [(each, False) for each in listed(told)]
    for _ in range(_MOST_SELECTORS):
        if not waiting:
            return
        selector, refines = waiting.pop(0)
        if isinstance(selector, dict):
            yield selector, refines
            waiting += [(each, refines) for each in listed(selector.get("items"))]
            waiting += [(each, True) for each in listed(selector.get("refinedBy"))]


def _is(selector: Json, kind: str) -> bool:
    return kind in listed(selector.get("type"))


def _is_number(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_NUMBER
