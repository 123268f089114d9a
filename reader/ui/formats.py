"""The block and character formats of a page, made from its look."""

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.text.agreement import Block
from reader.ui.look import Look
from reader.ui.thrift import AT_THE_RIGHT, brush

_LEADING = 117.0
"""Distance between lines, in percent of what the typeface asks for."""

_HEADINGS = {1: 1.5, 2: 1.32, 3: 1.2, 4: 1.15}
_ABOVE = {1: 1.9, 2: 1.7, 3: 1.5, 4: 1.2}
_SMALL = 0.9
_SAMPLE = "Regeringen og KL er enige om, at styringen skal have fokus på mål og resultater."


def reading_font(look: Look) -> QFont:
    """Return the typeface of the running text."""
    font = QFont()
    font.setFamilies(list(look.families))
    font.setPointSizeF(look.points)
    return font


def column_width(look: Look) -> float:
    """Return the width of the column in px: the measure in average characters of Danish running text."""
    metrics = QFontMetricsF(reading_font(look))
    return metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * look.measure


def em_width(look: Look) -> float:
    """Return the size of the running text in px: the unit of every distance on the page."""
    return float(QFontInfo(reading_font(look)).pixelSize())


def bulleted(block: Block) -> bool:
    """Say whether a list item had a sign and no number: a bullet is then drawn for it."""
    return block.kind == "item" and bool(block.mark) and not any(c.isalnum() for c in block.mark)


class Formats:
    """What each kind of block is written with."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.em = em_width(look)

    def block(self, block: Block, inside: tuple[bool, bool, bool]) -> QTextBlockFormat:
        """Return the format of a block; `inside` says: in a box, the first there, the last there."""
        boxed, opening, closing = inside
        above, below = self._space(block)
        made = QTextBlockFormat()
        made.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        made.setTopMargin((above + (1.8 if opening else 0)) * self.em)
        made.setBottomMargin((below + (1.0 if closing else 0)) * self.em)
        made.setLeftMargin((self._left(block) + (1.0 if boxed else 0)) * self.em)
        made.setRightMargin((1.0 if boxed else 0) * self.em)
        made.setTextIndent(-1.5 * self.em if block.kind == "item" and not bulleted(block) else 0)
        made.setHeadingLevel(block.level)
        return made

    def _space(self, block: Block) -> tuple[float, float]:
        if block.kind == "heading":
            return _ABOVE.get(block.level, 1.2), 0.45
        if block.kind == "line":
            return 0.0, 0.0
        return 0.0, 0.4 if block.kind == "item" else 0.75

    def _left(self, block: Block) -> float:
        if block.lede:
            return 0.9
        return 1.5 if block.kind == "item" and not bulleted(block) else 0.0

    def chars(self, block: Block, label: bool) -> QTextCharFormat:
        """Return the character format of a block's plain words; a label heads a table or stands in a box."""
        made = QTextCharFormat()
        if block.kind == "heading":
            made.setFontWeight(QFont.Weight.Bold)
            made.setFontPointSize(self._look.points * (1.0 if label else _HEADINGS.get(block.level, 1.0)))
            made.setForeground(brush(QColor(self._look.heading)))
        if block.kind == "line":
            made.setFontPointSize(self._look.points * _SMALL)
        if block.lede:
            made.setFontItalic(True)
        return made

    def gap(self) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return the formats of the empty blocks that Qt keeps around tables: as low as can be."""
        block, chars = QTextBlockFormat(), QTextCharFormat()
        block.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        chars.setFontPointSize(1.0)
        return block, chars

    def bullets(self) -> QTextListFormat:
        """Return the format of bulleted lists; the bullet takes no position in the text."""
        made = QTextListFormat()
        made.setStyle(QTextListFormat.Style.ListDisc)
        made.setIndent(1)
        return made

    def table(self, inside: tuple[bool, bool, bool]) -> QTextTableFormat:
        """Return the format of a table as wide as its column, without a frame."""
        boxed, opening, closing = inside
        made = QTextTableFormat()
        made.setBorder(0)
        made.setBorderCollapse(True)
        made.setCellSpacing(0)
        made.setCellPadding(0.3 * self.em)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setTopMargin((2.0 if opening else 0.2) * self.em)
        made.setBottomMargin((2.0 if closing else 1.0) * self.em)
        made.setLeftMargin((1.0 if boxed else 0) * self.em)
        made.setRightMargin((1.0 if boxed else 0) * self.em)
        return made

    def cell(self, header: bool) -> QTextTableCellFormat:
        """Return the format of a cell: a thin rule below it, a firmer one below the header."""
        made = QTextTableCellFormat(self.cell_chars(header))
        colour = self._look.muted if header else self._look.rule
        made.setBottomBorder(1.0)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(brush(QColor(colour)))
        return made

    def cell_block(self, figures: bool) -> QTextBlockFormat:
        """Return the format of a line in a cell; figures stand at the right."""
        made = QTextBlockFormat()
        if figures:
            made.setProperty(QTextFormat.Property.BlockAlignment, AT_THE_RIGHT)
        return made

    def cell_chars(self, header: bool) -> QTextCharFormat:
        """Return the character format of a cell."""
        made = QTextCharFormat()
        made.setFontPointSize(self._look.points * _SMALL)
        made.setFontWeight(QFont.Weight.Bold if header else QFont.Weight.Normal)
        return made
