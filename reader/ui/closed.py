"""Documents: nothing that a text names is ever opened, and none stays in memory once it is not shown."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextEdit


def closed_resource(kind: int) -> QImage | QByteArray:
    """Return what stands in for a resource of a text: an empty dot for an image, no bytes for the rest.

    It must be something: where `loadResource` returns nothing, Qt opens the local file itself.
    """
    if kind == QTextDocument.ResourceType.ImageResource.value:
        dot = QImage(1, 1, QImage.Format.Format_ARGB32)
        dot.fill(0)
        return dot
    return QByteArray(b"")


class ClosedDocument(QTextDocument):
    """A document that opens nothing, also while no view shows it."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | QByteArray:
        """Return a stand-in, whatever is asked for."""
        return closed_resource(kind)


def show_document(view: QTextEdit, document: QTextDocument) -> None:
    """Let a view show a document, which it owns until it shows another.

    PySide keeps a document that was given to `setDocument` until the program ends, unless it was taken from
    its parent.
    """
    before = view.document()
    if before is document:
        return
    owned = before.parent() is view
    document.setParent(view)
    view.setDocument(document)
    if owned:
        before.setParent(None)
