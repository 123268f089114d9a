"""Nothing that a text names is ever opened."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument


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
