"""The words of a machine-read text in their order, with signs among their letters, those parted as one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.intake.letters import PARTED, SIGNS
from reader.intake.lexicon import CONJUNCTIONS

_TOKEN = re.compile(rf"[\w{re.escape(SIGNS)}]+")
_LINE_END = re.compile(r"-[ \t]*\n\s*")
_STOP = re.compile(r"[^\s\w,-]|\d|\n[ \t]*\n")
_BEGINNING = re.compile(r"[.?!•]|\n[ \t]*\n|\n\s*[-–*]|\d\s*\n")
_POINT = re.compile(r"\.\s*")
_LONGEST_ABBREVIATION = 3

Span = tuple[int, int]


class Word(NamedTuple):
    """A word of a machine-read text: what was read, and where it stands, or each of its halves.

    `apart` says that it does not follow the word before in one sentence, `begins` that it may begin one.
    """

    read: str
    spans: tuple[Span, ...]
    apart: bool
    begins: bool


def words_read(text: str) -> Iterator[Word]:
    """Give the words of a text; in one that a line end parted, `PARTED` stands for the hyphen."""
    held: Word | None = None
    for found in _TOKEN.finditer(text):
        read = found.group()
        if not read.isalpha() and not _is_word(read):
            continue
        if held is None:
            held = Word(read, (found.span(),), True, True)
            continue
        between = text[held.spans[-1][1] : found.start()]
        if len(held.spans) == 1 and _parted(between, read):
            held = held._replace(read=held.read + PARTED + read, spans=(*held.spans, found.span()))
            continue
        yield held
        held = Word(read, (found.span(),), *_apart_or_beginning(held.read, between))
    if held is not None:
        yield held


def sentences(text: str) -> Iterator[list[Word]]:
    """Give the words of a text, those together that follow each other in one sentence."""
    sentence: list[Word] = []
    for word in words_read(text):
        if word.apart and sentence:
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _is_word(read: str) -> bool:
    """Say whether letters are among the signs; names of files are no words."""
    return "_" not in read and any(sign.isalpha() for sign in read)


def _parted(between: str, right: str) -> bool:
    if between[:1] != "-" or not _LINE_END.fullmatch(between):
        return False
    return not right[0].isupper() and not right[0].isdigit() and right not in CONJUNCTIONS


def _apart_or_beginning(before: str, between: str) -> tuple[bool, bool]:
    if between == " ":
        return False, False
    shortened = len(before) <= _LONGEST_ABBREVIATION and _POINT.fullmatch(between) is not None
    return bool(_STOP.search(between)), not shortened and bool(_BEGINNING.search(between))
