"""The second place for copies: another disk, or a synced folder; chosen, let go, and doubted."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from reader.notebook.whereabouts import doubt
from reader.ui.desk import Desk


class SecondPlace(QWidget):
    """Says where copies go beside the first place; choosing another is kept at once."""

    chosen = Signal()

    def __init__(self, desk: Desk, first: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first = first
        self.place, self.doubt = QLabel(), QLabel()
        self.choose = QPushButton(self.tr("Choose a second place …"))
        self.clear = QPushButton(self.tr("No second place"))
        for label in (self.place, self.doubt):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.doubt.setObjectName("trouble")
        for button in (self.choose, self.clear):
            button.setObjectName("cardButton")
            button.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.clear.clicked.connect(self._let_go)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.clear)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.place, 0, 0)
        grid.addLayout(buttons, 0, 1)
        grid.addWidget(self.doubt, 1, 0, 1, 2)
        self.show_place()

    def show_place(self) -> None:
        """Show the second place, and what speaks against it now."""
        place = self._desk.settings.second_place
        none = self.tr(
            "Every copy is also put into a second place, if you choose one: a stick, or a synced folder."
        )
        said = self.tr("Every copy is also put into %1").replace("%1", place)
        self.place.setText(said if place else none)
        self.clear.setVisible(bool(place))
        against = self._against(Path(place)) if place else ""
        self.doubt.setText(against)
        self.doubt.setVisible(bool(against))

    def _against(self, place: Path) -> str:
        return {
            "": "",
            "missing": self.tr("It is not there now. Copies go only into the first place until it is."),
            "same": self.tr("That is where the copies are already. Choose another folder, on another disk."),
            "inside": self.tr(
                "It lies in the same folder as the first place: what harms the one harms the other. Choose "
                "another disk, or a synced folder."
            ),
            "disk": self.tr(
                "It is on the same disk as the first place. It helps against mistakes, and not if the disk "
                "breaks."
            ),
        }[doubt(place, self._first)]

    def _ask(self) -> None:
        start = self._desk.settings.second_place or str(Path.home())
        title = self.tr("A second place for copies of the notebook")
        self.take(QFileDialog.getExistingDirectory(self, title, start))

    def take(self, place: str) -> None:
        """Put copies there too from now on; nothing is changed for an empty place, or the first one."""
        if not place:
            return
        if doubt(Path(place), self._first) == "same":
            self.doubt.setText(self._against(Path(place)))
            self.doubt.show()
            return
        self._keep(str(Path(place)))

    def _let_go(self) -> None:
        self._keep("")

    def _keep(self, place: str) -> None:
        self._desk.prefer(self._desk.settings._replace(second_place=place))
        self.show_place()
        self.chosen.emit()
