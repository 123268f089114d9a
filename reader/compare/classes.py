"""What kind of change it is: small words can decide, and one letter may be only how a source was read."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.compare.tokens import same_start
from reader.text.agreement import Agreement
from reader.text.words import fold, words

DECISIVE = ("modal", "negation", "number", "date", "party")
"""A verb that says how binding it is, a negation, a number or an amount, a date or a year, who is bound."""

CLASSES = (*DECISIVE, "letters", "punctuation")
"""`letters`: hyphens, spaces, capitals, or a doubtful reading of a machine-made source, but no other word."""

Framed = tuple[str, str, str]
"""A passage between what stands before and after it."""

_MODALS = frozenset({"skal", "skulle", "bør", "burde", "kan", "kunne", "må", "måtte", "vil", "ville"})
_NEGATIONS = frozenset(
    {
        "ikke",
        "ej",
        "ingen",
        "intet",
        "ingenting",
        "aldrig",
        "hverken",
        "uden",
        "næppe",
        "undtagen",
        "medmindre",
    }
)
_NUMBERS = frozenset(
    {
        *("nul", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten"),
        *(
            "fjorten",
            "femten",
            "seksten",
            "sytten",
            "atten",
            "nitten",
            "tyve",
            "tredive",
            "fyrre",
            "halvtreds",
        ),
        *("tres", "halvfjerds", "firs", "halvfems", "hundrede", "tusind", "million", "millioner", "milliard"),
        *("milliarder", "mio", "mia", "pct", "procent", "promille", "kr", "kroner", "halv", "halve"),
        *("halvdelen", "tredjedel", "fjerdedel"),
    }
)
_KNOWN = _MODALS | _NEGATIONS | _NUMBERS
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DATE = re.compile(
    rf"(?:\d{{1,2}}\.?\s*)?(?<!\w)(?:{_MONTH})(?!\w)"
    r"|(?<![\w.,])(?:19|20)\d\d(?![.,]?\d)|(?<!\w)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\w)"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_ENDING = "(?:e?n|e?t|e?r|e?rne|ne)?s?"
_PARTIES = {
    "regering": f"regering{_ENDING}",
    "stat": f"stat{_ENDING}",
    "kommune": f"kommune{_ENDING}",
    "region": f"region{_ENDING}",
    "folketing": f"folketing{_ENDING}",
    "kommunalbestyrelse": f"kommunalbestyrelse{_ENDING}",
    "byråd": f"byråd{_ENDING}",
    "regionsråd": f"regionsråd{_ENDING}",
    "minister": r"\w*minister(?:en|ne|ium|iet|ier|ierne)?s?",
    "parter": "parter(?:ne)?s?",
    "danske regioner": "danske regioner(?:['’]?s)?",
    "kl": r"kl(?!\.?\s*\d)(?:['’]?s)?",
}

# What a machine that does not know them reads for the three letters of Danish.
_READ_AS = {"æ": "(?:æ|[ae]e|[ae])", "ø": "[øogea]", "å": "[åad]"}
_DANISH = re.compile("[æøå]")
_SPACING = re.compile(r"[\s\u00ad\-‐‑–—’']")
_LONG = 5  # letters of a word that is still known when one of them is wrong


class Classifier:
    """Tells what kind a change is.

    `parties` are those of the two agreements; `doubtful` says that one of the texts was made by a machine, so
    that a letter more or less may be only how it read.
    """

    def __init__(self, parties: Iterable[str] = (), *, doubtful: bool = False) -> None:
        self._doubtful = doubtful
        named = {fold(party): re.escape(fold(party)) + "(?:['’]?s)?" for party in parties}
        general = re.compile("|".join(_PARTIES.values()))
        known = _PARTIES | {name: way for name, way in named.items() if not general.fullmatch(name)}
        # The longest first: "Danske Regioner" is not a region.
        ways = sorted(known.items(), key=lambda item: -len(item[0]))
        self._names = [name for name, _ in ways]
        self._party = re.compile("|".join(rf"(?<!\w)({way})(?!\w)" for _, way in ways))

    def classes(self, gone: Framed, new: Framed) -> tuple[str, ...]:
        """Return the classes of a change, decisive ones first; none for other words that do not decide."""
        before, after = words(gone[1]), words(new[1])
        if self._doubtful and before and _misread(before, after):
            return ("letters",)
        ours, theirs = self._decisive(gone, before), self._decisive(new, after)
        found = tuple(name for name in DECISIVE if ours[name] != theirs[name])
        return found or _lesser(gone[1], new[1], before, after)

    def _decisive(self, passage: Framed, inside: Sequence[str]) -> dict[str, Counter[str]]:
        """Return what of each class stands in a passage."""
        dates, numbers = _figures(passage)
        numbers += Counter(word for word in inside if word in _NUMBERS)
        parties = self._party.finditer(fold(passage[1]))
        return {
            "modal": Counter(word for word in inside if word in _MODALS),
            "negation": Counter(word for word in inside if word.split("-")[0] in _NEGATIONS),
            "number": numbers,
            "date": dates,
            "party": Counter(self._names[(found.lastindex or 1) - 1] for found in parties),
        }


def between(one: Agreement, other: Agreement) -> Classifier:
    """Return what classes the changes between two agreements: by their parties, and by who read them."""
    witnesses = (*one.witnesses, *other.witnesses)
    machine_made = any(witness.kind in ("ocr", "transcript") for witness in witnesses)
    return Classifier((*one.parties, *other.parties), doubtful=machine_made)


def _lesser(gone: str, new: str, before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    if before or after:
        return ("letters",) if _letters(before) == _letters(after) else ()
    return ("letters",) if _SPACING.sub("", gone) == _SPACING.sub("", new) else ("punctuation",)


def _figures(passage: Framed) -> tuple[Counter[str], Counter[str]]:
    """Return the dates in a passage, or of which a part stands in it, and the other figures in it."""
    before, inside, after = map(fold, passage)
    begin, end = len(before), len(before) + len(inside)
    whole = before + inside + after
    if not any(sign.isdigit() for sign in inside) and not _DATE.search(inside):
        return Counter(), Counter()
    dates = [date for date in _DATE.finditer(whole) if date.start() < end and date.end() > begin]
    rest = _DATE.sub(lambda date: " " * len(date[0]), whole)[begin:end]
    return Counter(" ".join(date[0].split()) for date in dates), Counter(_FIGURE.findall(rest))


def _letters(inside: Sequence[str]) -> str:
    """Return the letters of words without what stands between; a figure keeps its signs."""
    return "".join(word if any(map(str.isdigit, word)) else _SPACING.sub("", word) for word in inside)


def _misread(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether each word could be the other, badly read."""
    return len(before) == len(after) and all(map(_could_be, before, after))


def _could_be(one: str, other: str) -> bool:
    return one == other or _read_as(one, other) or _read_as(other, one) or _one_letter_off(one, other)


def _read_as(word: str, read: str) -> bool:
    """Say whether a word could have been read like this because of its Danish letters; no figure can."""
    if not _DANISH.search(word) or any(map(str.isdigit, word + read)):
        return False
    way = "".join(_READ_AS.get(letter, re.escape(letter)) for letter in word)
    return re.fullmatch(way, read) is not None


def _one_letter_off(one: str, other: str) -> bool:
    """Say whether two long words are the same but for a letter that is not the last: an ending is grammar.

    A letter more, less, another, or two in the other order (Damerau 1964).
    """
    if min(len(one), len(other)) < _LONG or one[-1] != other[-1] or any(map(str.isdigit, one + other)):
        return False
    if one in _KNOWN or other in _KNOWN:
        return False
    first = same_start(one, other)
    ours, theirs = one[first:], other[first:]
    swapped = ours[:2] == theirs[:2][::-1] and ours[2:] == theirs[2:]
    return swapped or ours[1:] == theirs or ours == theirs[1:] or ours[1:] == theirs[1:]
