"""The letters of a machine-read text put right without another witness, where the evidence is strong."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.intake.context import Context, Options
from reader.intake.guesses import COMPOUND, INFLECTED, SPELLED, WHOLE, Guess, guesses
from reader.intake.letters import DANISH, PARTED, mended, small
from reader.intake.misread import Misreadings
from reader.intake.script import Omission
from reader.intake.usage import Usage
from reader.intake.words_read import Word, sentences, words_read

_MOST_NEW = 0.2
_LEAST_MISREAD = 0.05
_LONGEST = 60
_HOPELESS = 1e-7
_SURE = {WHOLE: 0.99, INFLECTED: 0.995, COMPOUND: 0.995, SPELLED: 0.995}
_SURE_ALONE = 0.999
_SETTLED = 0.9
_OFTEN = 3
_LIKELY = 0.1
_MORE_LIKELY_THAN_NOT = 0.5

_REASONS = {
    WHOLE: "misread letters: other agreements have the word",
    INFLECTED: "misread letters: other agreements have the word with another ending",
    COMPOUND: "misread letters: other agreements have the parts of the word",
    SPELLED: "misread letters: the word stands here read in another way",
}
_UNCLEAR = "perhaps misread letters"


class Restoration(NamedTuple):
    """`witness[start:end]` was misread for `text`: code points of the witness, a word or half of one."""

    start: int
    end: int
    text: str
    reason: str


class Unclear(NamedTuple):
    """`witness[start:end]` was probably misread, for one of these readings: the likeliest is the first."""

    start: int
    end: int
    readings: tuple[str, ...]
    reason: str


class Restored(NamedTuple):
    """What was misread in a witness, and what perhaps was, both in order."""

    restorations: tuple[Restoration, ...] = ()
    unclear: tuple[Unclear, ...] = ()


class _Judged(NamedTuple):
    """A word with its likely misreadings, the likeliest first, and their chances."""

    word: Word
    likely: tuple[tuple[Guess, float], ...]


def restored(text: str, left_out: Sequence[Omission], usage: Usage) -> Restored:
    """Return which words of a text were misread; `left_out` is what does not belong to the text.

    A noisy channel (Kernighan, Church and Gale, *A spelling correction program based on a noisy channel
    model*, Coling 1990): a word is judged by how other agreements use words, and by how this text misread
    others. Where too many words are new to the usage, or next to no letter was misread, nothing is done.
    """
    if usage.new > _MOST_NEW:
        return Restored()
    return _Restorer(_blanked(text, left_out), usage).restored()


def _blanked(text: str, left_out: Sequence[Omission]) -> str:
    parts = []
    at = 0
    for omission in left_out:
        parts += [text[at : omission.start], " " * (omission.end - omission.start)]
        at = omission.end
    return "".join([*parts, text[at:]])


class _Restorer:
    """Judges the words of one text, first each alone, then in its sentence, then by the rest of the text."""

    def __init__(self, text: str, usage: Usage) -> None:
        self._text = text
        self._usage = usage
        counts = Counter(word.read for word in words_read(text) if 1 < len(word.read) <= _LONGEST)
        found = {read: guesses(read, usage) for read in counts}
        self._misread = Misreadings(counts, found)
        self._guesses = {read: self._likely(read, guesses) for read, guesses in found.items()}
        self._options: dict[str, Options] = {
            read: [(guess.word, guess.chance) for guess in found] for read, found in self._guesses.items()
        }
        self._elsewhere = self._read_elsewhere()

    def _likely(self, read: str, found: Sequence[Guess]) -> list[Guess]:
        """Return the guesses for a word with their chances in this text, without those beyond hope."""
        chances = self._misread.chances(read)
        least = _HOPELESS * sum(chances)
        weighed = zip(found, chances, strict=True)
        return [guess._replace(chance=c) for guess, c in weighed if c >= least or not guess.slips]

    def _read_elsewhere(self) -> frozenset[str]:
        """Return the words that this text has with a Danish letter, or surely misread in several ways."""
        ways: dict[str, set[str]] = defaultdict(set)
        right = set()
        for read, options in self._options.items():
            best = max(range(len(options)), key=lambda at: options[at][1])
            word, chance = options[best]
            if chance < _SURE_ALONE * sum(chance for _, chance in options):
                continue
            if best == 0 and any(letter in DANISH for letter in word):
                right.add(word)
            elif self._guesses[read][best].how == SPELLED:
                ways[word].add(small(read).replace(PARTED, ""))
        return frozenset(right | {word for word, reads in ways.items() if len(reads) > 1})

    def restored(self) -> Restored:
        if self._misread.share() < _LEAST_MISREAD:
            return Restored()
        restorations: list[Restoration] = []
        pending: list[_Judged] = []
        settled: Counter[tuple[str, str]] = Counter()
        for one in self._judged():
            guess, chance = one.likely[0]
            if self._sure(guess, chance):
                settled[one.word.read, guess.word] += 1
                restorations += self._restorations(one.word, guess)
            else:
                pending.append(one)
        unclear = tuple(self._settle(pending, settled, restorations))
        return Restored(tuple(sorted(restorations)), unclear)

    def _settle(
        self,
        pending: Sequence[_Judged],
        settled: Counter[tuple[str, str]],
        restorations: list[Restoration],
    ) -> Iterator[Unclear]:
        """Give what stays unclear; but what was often surely misread for a word is that word elsewhere too.

        So do words keep one sense (Gale, Church and Yarowsky, *One sense per discourse*, Speech and Natural
        Language, 1992).
        """
        for one in pending:
            guess, chance = one.likely[0]
            if chance >= _SETTLED and settled[one.word.read, guess.word] >= _OFTEN:
                restorations += self._restorations(one.word, guess)
            elif sum(chance for _, chance in one.likely) > _MORE_LIKELY_THAN_NOT:
                yield self._unclear(one)

    def _judged(self) -> Iterator[_Judged]:
        """Give the words that were perhaps misread, each judged in its sentence."""
        context = Context(self._usage, (self._optional(sentence) for sentence in sentences(self._text)))
        for sentence in sentences(self._text):
            options = self._optional(sentence)
            if all(len(each) == 1 for each in options):
                continue
            for word, chances in zip(sentence, context.chances(options), strict=True):
                if len(chances) > 1:
                    weighed = zip(self._guesses[word.read][1:], chances[1:], strict=True)
                    likely = [(guess, chance) for guess, chance in weighed if chance >= _LIKELY]
                    if likely:
                        yield _Judged(word, tuple(sorted(likely, key=lambda each: -each[1])))

    def _optional(self, sentence: Sequence[Word]) -> list[Options]:
        return [self._options.get(word.read) or ((small(word.read), 1.0),) for word in sentence]

    def _sure(self, guess: Guess, chance: float) -> bool:
        known = guess.how != SPELLED or guess.word in self._elsewhere
        return known and chance >= _SURE[guess.how]

    def _unclear(self, one: _Judged) -> Unclear:
        readings = (self._mended(one.word, guess).replace(PARTED, "") for guess, _ in one.likely)
        return Unclear(one.word.spans[0][0], one.word.spans[-1][1], tuple(dict.fromkeys(readings)), _UNCLEAR)

    def _restorations(self, word: Word, guess: Guess) -> Iterator[Restoration]:
        halves = zip(
            word.spans, word.read.split(PARTED), self._mended(word, guess).split(PARTED), strict=True
        )
        for (start, end), before, after in halves:
            if before != after:
                yield Restoration(start, end, after, _REASONS[guess.how])

    def _mended(self, word: Word, guess: Guess) -> str:
        return mended(word.read, guess.slips, word.begins, self._usage.ordinary(guess.word))
