"""The few dialogs: names of categories, keys, about, and where to write an export."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.notebook.records import Category, Touched
from reader.text.agreement import Agreement
from reader.text.words import fold
from reader.ui.action_words import keys_of, menu_of, words_of
from reader.ui.desk import Desk
from reader.ui.selectionbar import draw_swatch
from reader.ui.theme import Theme, mark

_LONGEST_NAME = 60
_SAMPLE = 24
_ABOUT_WIDTH = 460


def _plain(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    return label


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    # Enter ends the typing of a name; it must not close the dialog as well.
    buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
    return buttons


class Sample(QWidget):
    """Shows a category's colour and sign."""

    def __init__(self, category: Category, theme: Theme) -> None:
        super().__init__()
        self._category = category
        self._theme = theme
        self.setFixedSize(QSize(_SAMPLE + 2, _SAMPLE + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the category's round."""
        painter = QPainter(self)
        draw_swatch(painter, QRectF(1, 1, _SAMPLE, _SAMPLE), self._category, self._theme.look)
        painter.end()


class NameLine(QLineEdit):
    """The name of one category, saved when the typing of it ends."""

    def __init__(self, desk: Desk, category: Category, key: int) -> None:
        super().__init__(category.name)
        self._desk = desk
        self.category = category
        self.setMaxLength(_LONGEST_NAME)
        self.setAccessibleName(self.tr("Name of category %1").replace("%1", str(key)))
        self.editingFinished.connect(self.finish)

    def finish(self) -> None:
        """Save the name if it is another; an empty one is as if nothing had been typed."""
        name = " ".join(self.text().split())
        if not name:
            self.setText(self.category.name)
        elif name != self.category.name:
            self._show_saved(self._desk.rename_category(self.category, name))

    def _show_saved(self, saved: bool) -> None:
        mark(self, "unsaved", not saved)
        self.setToolTip("" if saved else self.tr("This name is not saved.") + " " + self._desk.why)
        self.setAccessibleDescription(self.toolTip())

    def take(self, category: Category) -> None:
        """Show the category as the notebook has it now; what is being typed elsewhere stays."""
        if category.name != self.category.name:
            self.setText(category.name)
        self.category = category


class CategoriesDialog(QDialog):
    """Renames the categories. Each name is saved when it is left, and can be undone."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename categories"))
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self.lines: dict[str, NameLine] = {}
        for row, category in enumerate(desk.categories()):
            self._add(row, category, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(14)
        column.addWidget(_plain(self.tr("What do your colours mean? The names are saved as you leave them.")))
        column.addLayout(self._grid)
        column.addStretch()
        column.addWidget(_close_button(self))
        self.setMinimumWidth(380)
        desk.notebook_changed.connect(self._notebook_has_changed)

    def _add(self, row: int, category: Category, theme: Theme) -> None:
        line = NameLine(self._desk, category, row + 1)
        sample = Sample(category, theme)
        key = _plain(str(row + 1))
        key.setObjectName("meta")
        key.setToolTip(self.tr("The key that highlights with this category"))
        for place, part in enumerate((sample, line, key)):
            self._grid.addWidget(part, row, place)
        self.lines[category.id] = line

    def _notebook_has_changed(self, touched: Touched) -> None:
        if touched.categories:
            for category in self._desk.categories():
                if category.id in self.lines:
                    self.lines[category.id].take(category)

    def done(self, result: int) -> None:
        """Save what is still being typed, and close."""
        for line in self.lines.values():
            line.finish()
        super().done(result)


class ShortcutsDialog(QDialog):
    """Every command with its keys, by menu."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by name or key"))
        self.filter.setAccessibleName(self.tr("Filter by name or key"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._sift)
        self.table = QTreeWidget()
        self._menus: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        self._set_up_table()
        self._fill(actions)
        self.nothing = _plain(self.tr("No command has this name or key."))
        self.nothing.setObjectName("empty")
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for part in (self.filter, self.table, self.nothing, _close_button(self)):
            column.addWidget(part)
        column.setStretchFactor(self.table, 1)
        self.resize(540, 600)

    def _set_up_table(self) -> None:
        table = self.table
        table.setObjectName("keys")
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        table.setColumnCount(2)
        table.setIndentation(12)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(False)
        table.setItemsExpandable(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _fill(self, actions: Sequence[QAction]) -> None:
        for action in actions:
            menu = menu_of(action) or self.tr("Other")
            if menu not in self._menus:
                self._menus[menu] = self._menu_row(menu), []
            above, rows = self._menus[menu]
            rows.append(QTreeWidgetItem(above, [words_of(action), keys_of(action) or "–"]))
        self.table.expandAll()

    def _menu_row(self, menu: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem(self.table, [menu])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.table.font()
        font.setBold(True)
        row.setFont(0, font)
        row.setFirstColumnSpanned(True)
        return row

    def _sift(self, words: str) -> None:
        """Show only commands that have all these words in their name or keys."""
        wanted = fold(words).split()
        for menu, rows in self._menus.values():
            for row in rows:
                told = fold(f"{row.text(0)} {row.text(1)}")
                row.setHidden(not all(word in told for word in wanted))
            menu.setHidden(all(row.isHidden() for row in rows))
        nothing = all(menu.isHidden() for menu, _ in self._menus.values())
        self.table.setVisible(not nothing)
        self.nothing.setVisible(nothing)


class AboutDialog(QDialog):
    """Says what this is, whose it may be, and where the notebook lies."""

    def __init__(self, notebook: Path | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Randnote"))
        name = _plain("Randnote")
        name.setObjectName("aboutName")
        version = _plain(self.tr("Version %1").replace("%1", __version__))
        version.setObjectName("meta")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 14)
        column.setSpacing(10)
        column.addWidget(name)
        column.addWidget(version)
        for text in self._sentences():
            column.addWidget(_plain(text))
        column.addWidget(self._where(notebook))
        column.addStretch()
        column.addWidget(_close_button(self))
        self.setFixedWidth(_ABOUT_WIDTH)
        self.resize(_ABOUT_WIDTH, column.totalHeightForWidth(_ABOUT_WIDTH))

    def _sentences(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Reads agreements side by side and follows them principle by principle. What you highlight "
                "and note in the margin stays in your own notebook, on this computer."
            ),
            self.tr(
                "Free software under the MIT licence. The window is drawn by Qt, used under the GNU LGPL, "
                "version 3."
            ),
        )

    def _where(self, notebook: Path | str) -> QLabel:
        text = self.tr("Your notebook: %1").replace("%1", str(notebook))
        self.where = _plain(text)
        self.where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # A path has few places where a line may break; it must not widen the dialog.
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return self.where


def ask_export(parent: QWidget, agreements: Sequence[Agreement], suggested: Path) -> Path | None:
    """Ask where to write an export, beginning in the suggested folder; None if it is not to be written."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Dialogs", "Export as Markdown"),
        str(suggested / export_name(agreements)),
        QCoreApplication.translate("Dialogs", "Markdown (*.md)"),
    )
    if not chosen:
        return None
    path = Path(chosen)
    named = path.with_name(path.name + ".md")
    # Another file that is there already was not the one the person agreed to replace.
    return path if path.suffix or named.exists() else named


def ask_file(parent: QWidget, suggested: Path, kind: str) -> Path | None:
    """Ask where to write a file of a kind, `md` or `csv`; None if it is not to be written."""
    kinds = {
        "md": QCoreApplication.translate("Dialogs", "Markdown (*.md)"),
        "csv": QCoreApplication.translate("Dialogs", "Table (*.csv)"),
    }
    title = QCoreApplication.translate("Dialogs", "Save the overview")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, f"{suggested}.{kind}", kinds[kind])
    if not chosen:
        return None
    path = Path(chosen)
    named = path.with_name(f"{path.name}.{kind}")
    return path if path.suffix or named.exists() else named


def export_name(agreements: Sequence[Agreement]) -> str:
    """Return a safe file name for an export: the title of one agreement, the short names of several."""
    from reader.export.writing import file_name

    title = agreements[0].title if len(agreements) == 1 else " ".join(one.short for one in agreements)
    return file_name(title) + ".md"
