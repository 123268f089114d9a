"""Where passages are in an edition of now, whichever edition each was taken from."""

from collections.abc import Callable

from reader.text.agreement import Span
from reader.text.mapping import LOST, PLACED, Mapping, Outcome, by_words, proposals_by_words
from reader.text.selector import Dated, place


class Places:
    """Finds passages in an edition; the texts of older ones are asked for by digest, each once."""

    def __init__(self, text: str, digest: str, text_of: Callable[[str], str | None]) -> None:
        self._text = text
        self._digest = digest
        self._text_of = text_of
        self._mappings: dict[str, Mapping | None] = {}

    def outcome(self, passage: Dated, missing_from: str = "") -> Outcome:
        """Say where a passage is; `missing_from` is the edition in which a person did not find it."""
        found = place(passage, self._text, self._digest)
        if found is not None:
            return Outcome(PLACED, found, 1.0)
        if missing_from == self._digest:
            return Outcome(LOST, None, 0.0)
        mapping = self._mapping_of(passage)
        if mapping is None:
            return by_words(passage, self._text)
        return mapping.outcome(passage.start, passage.start + len(passage.quote))

    def proposals(self, passage: Dated) -> list[tuple[Span, float]]:
        """Return where a passage may stand and how sure that is, the likeliest first, placed or not."""
        mapping = self._mapping_of(passage)
        if mapping is None:
            return proposals_by_words(passage, self._text)
        return mapping.proposals(passage.start, passage.start + len(passage.quote))

    def _mapping_of(self, passage: Dated) -> Mapping | None:
        """Return the comparison with the text that a passage was taken from; None without that text."""
        mapping = self._mapping(passage.digest)
        end = passage.start + len(passage.quote)
        if mapping is None or mapping.old[passage.start : end] != passage.quote:
            return None
        return mapping

    def _mapping(self, digest: str) -> Mapping | None:
        if digest not in self._mappings:
            old = None if digest == self._digest else self._text_of(digest)
            self._mappings[digest] = None if old is None else Mapping(old, self._text)
        return self._mappings[digest]
