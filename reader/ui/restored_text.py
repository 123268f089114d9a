"""What restoring a copy would change, as a document to read: by agreement, with the words before and after.

It is written piece by piece as plain text with formats: nothing of a note can be taken for a command.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from reader.notebook.records import Category, Highlight, Note, Record
from reader.text.decision import Decision, Member
from reader.text.selector import place
from reader.ui.actions import QT_TRANSLATE_NOOP
from reader.ui.closed import ClosedDocument
from reader.ui.desk import Desk
from reader.ui.grid_words import verdict
from reader.ui.restored_words import Item, changed_fields
from reader.ui.theme import Theme

MORE = "more:"
"""The address of the link that shows more entries."""
_LONGEST = 1500
"""How many code points of a text are shown."""
_KINDS = {
    "back": QT_TRANSLATE_NOOP("Backups", "Comes back"),
    "gone": QT_TRANSLATE_NOOP("Backups", "Goes"),
    "otherwise": QT_TRANSLATE_NOOP("Backups", "Becomes otherwise"),
}
_NOW, _THEN = QT_TRANSLATE_NOOP("Backups", "now"), QT_TRANSLATE_NOOP("Backups", "restored")
_FIELDS = {
    "note": QT_TRANSLATE_NOOP("Backups", "Note"),
    "tags": QT_TRANSLATE_NOOP("Backups", "Tags"),
    "category": QT_TRANSLATE_NOOP("Backups", "Category"),
    "passage": QT_TRANSLATE_NOOP("Backups", "Passage"),
    "name": QT_TRANSLATE_NOOP("Backups", "Name"),
    "sign": QT_TRANSLATE_NOOP("Backups", "Sign"),
    "verdict": QT_TRANSLATE_NOOP("Backups", "Decision"),
}


def kind_in_words(kind: str) -> str:
    """Return what would become of an item of a kind."""
    return QCoreApplication.translate("Backups", _KINDS[kind])


class Names:
    """Says where records stand, and what their categories are called."""

    def __init__(self, desk: Desk, categories: Mapping[str, Category]) -> None:
        self._desk = desk
        self._categories = categories

    def agreement(self, name: str) -> str:
        """Return the short name and the title of an agreement."""
        if not name:
            return QCoreApplication.translate("Backups", "The whole notebook")
        known = self._desk.known(name)
        return f"{known.short} · {known.title}" if known else name

    def category(self, category: str) -> str:
        """Return the name of a category."""
        return self._categories[category].name if category in self._categories else category

    def place(self, record: Record) -> str:
        """Return where a record stands: its principle, its section, or what it is."""
        if isinstance(record, Highlight):
            return self._passage(record)
        if isinstance(record, Note):
            if record.principle is None:
                return QCoreApplication.translate("Backups", "The agreement as a whole")
            return self._principle(Member(record.agreement, record.principle), record.heading)
        if isinstance(record, Decision):
            ends = (f"{self._desk.short(one.agreement)} · {one.number}" for one in (record.one, record.other))
            return " – ".join(ends)
        return QCoreApplication.translate("Backups", "Category “%1”").replace("%1", record.name)

    def _principle(self, member: Member, heading: str = "") -> str:
        said = QCoreApplication.translate("Backups", "Principle %1").replace("%1", str(member.number))
        if heading:
            # A copy may be of an edition that had other numbers.
            return f"{said}: {_line(heading)}"
        if self._desk.known(member.agreement) is None:
            return said
        principle = self._desk.edition(member.agreement).principle(member.number)
        return f"{said}: {principle.title}" if principle else said

    def _passage(self, record: Highlight) -> str:
        if self._desk.known(record.agreement) is None:
            return ""
        edition = self._desk.edition(record.agreement)
        span = place(record.selector, edition.text, edition.digest)
        if span is None:
            return QCoreApplication.translate("Backups", "Its words are not found in the text of now")
        principle = edition.principle_at(span[0])
        if principle:
            return self._principle(Member(record.agreement, principle.number))
        return " › ".join(part.text for part in edition.way_to(edition.section_at(span[0]))[1:])


class RestoredText:
    """Writes items into a document of its own, portion after portion, under the names of their agreements."""

    def __init__(self, names: Names, theme: Theme, scale: float) -> None:
        self.document = ClosedDocument()
        self.document.setDocumentMargin(14)
        self._cursor = QTextCursor(self.document)
        self._names = names
        self._theme = theme
        self._size = theme.look.size * scale
        self._begun = False
        self._agreement: str | None = None
        self._offers_more = False

    def add(self, portion: Sequence[Item], more: int) -> None:
        """Write these items below the others; `more` says how many are not written yet."""
        self._cursor.beginEditBlock()
        self._take_offer_back()
        for item in portion:
            if item.agreement != self._agreement:
                self._agreement = item.agreement
                self._head(self._names.agreement(item.agreement))
            self._item(item)
        if more:
            self._offer(more)
        self._cursor.endEditBlock()

    def _form(self, colour: str, share: float = 0.85) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontPointSize(self._size * share)
        form.setForeground(QColor(colour))
        return form

    def _block(self, above: float = 0, inset: int = 0) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(2)
        form.setLeftMargin(inset)
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def _head(self, text: str) -> None:
        form = self._form(self._theme.text, 1.0)
        form.setFontWeight(QFont.Weight.Bold)
        self._block(18 if self._begun else 0)
        self._cursor.insertText(_line(text), form)

    def _item(self, item: Item) -> None:
        colours = {"back": self._theme.same, "gone": self._theme.warning, "otherwise": self._theme.accent}
        form = self._form(colours[item.kind])
        form.setFontWeight(QFont.Weight.Bold)
        self._block(10)
        self._cursor.insertText(kind_in_words(item.kind), form)
        self._cursor.insertText(f"  {_line(self._names.place(item.record))}", self._form(self._theme.muted))
        changed = list(changed_fields(item))
        if isinstance(item.record, Highlight) and not any(name == "passage" for name, _, _ in changed):
            self._quote(item.record.selector.quote)
        if item.kind != "otherwise":
            self._words(item.record)
        elif changed:
            for name, now, then in changed:
                self._change(name, now, then)
        else:
            self._said(
                QCoreApplication.translate(
                    "Backups", "Only its place in the text, or when it was changed last"
                )
            )

    def _quote(self, text: str) -> None:
        form = self._form(self._theme.text, 0.95)
        form.setFontFamilies(list(self._theme.look.families))
        self._block(0, 14)
        self._cursor.insertText(f"«{_line(text)}»", form)

    def _said(self, text: str) -> None:
        self._block(0, 14)
        self._cursor.insertText(text, self._form(self._theme.muted))

    def _words(self, record: Record) -> None:
        if isinstance(record, Highlight | Note):
            parts = [f"#{tag}" for tag in record.tags]
            if isinstance(record, Highlight):
                parts.insert(0, self._names.category(record.category))
            body = record.note if isinstance(record, Highlight) else record.body
            self._text(body)
            if parts:
                self._said(_line(" · ".join(parts)))
        elif isinstance(record, Decision):
            self._said(_line(verdict(record)))

    def _text(self, text: str) -> None:
        for line in _cut(text).strip().splitlines():
            if line.strip():
                self._block(0, 14)
                self._cursor.insertText(line, self._form(self._theme.text, 0.92))

    def _change(self, name: str, now: str, then: str) -> None:
        """Write a field as it is now and, under it, as it would be: what goes and what comes is marked."""
        if name == "category":
            now, then = self._names.category(now), self._names.category(then)
        if name == "verdict":
            now, then = (verdict(Decision(Member("", 0), Member("", 0), one)) for one in (now, then))
        went, came = _marked(_cut(now), _cut(then))
        gone, new = self._form(self._theme.warning, 0.92), self._form(self._theme.same, 0.92)
        gone.setFontStrikeOut(True)
        new.setFontUnderline(True)
        field = QCoreApplication.translate("Backups", _FIELDS[name])
        now_, then_ = (QCoreApplication.translate("Backups", word) for word in (_NOW, _THEN))
        self._side(f"{field} – {now_}", went, gone)
        self._side(f"{field} – {then_}", came, new)

    def _side(self, label: str, pieces: Sequence[tuple[str, bool]], marked: QTextCharFormat) -> None:
        self._block(3, 14)
        self._cursor.insertText(f"{label}:  ", self._form(self._theme.muted))
        if not any(text for text, _ in pieces):
            self._cursor.insertText(
                QCoreApplication.translate("Backups", "(nothing)"), self._form(self._theme.muted)
            )
        plain = self._form(self._theme.text, 0.92)
        for text, is_marked in pieces:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._block(0, 14)
                self._cursor.insertText(line, marked if is_marked else plain)

    def _offer(self, count: int) -> None:
        form = self._form(self._theme.accent, 0.95)
        form.setAnchor(True)
        form.setAnchorHref(MORE)
        form.setFontUnderline(True)
        self._block(16)
        self._cursor.insertText(
            QCoreApplication.translate("Backups", "Show more (%n not shown)", "", count), form
        )
        self._offers_more = True

    def _take_offer_back(self) -> None:
        if self._offers_more:
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            self._cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            self._cursor.removeSelectedText()
            self._offers_more = False


def _line(text: str) -> str:
    return " ".join(_cut(text).split())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


Pieces = list[tuple[str, bool]]


def _marked(now: str, then: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces, each with whether it is marked: as what goes, or as what comes."""
    if not now or not then:
        return [(now, True)], [(then, True)]
    from reader.compare.collation import collate

    segments = collate(now, then).collations[0].segments
    went = [(now[slice(*one.left)], one.op != "equal") for one in segments if one.left[0] < one.left[1]]
    came = [(then[slice(*one.right)], one.op != "equal") for one in segments if one.right[0] < one.right[1]]
    return went, came
