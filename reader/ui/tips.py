"""What of a text's record is marked in its page, and what is said of it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reader.ui.findings import Finding, Sort, visible
from reader.ui.touches import Touch, Touches

_SHOWN = (Sort.CHANGED, Sort.LEFT_OUT, Sort.READING, Sort.VARIANT, Sort.SUM)
"""Spaces and line ends would be everywhere, and misread letters say nothing of this text."""


def touches(record: Iterable[Finding]) -> Touches:
    """Return what of an edition's record is marked in its page."""
    shown = (found for found in record if found.sort in _SHOWN)
    return Touches(Touch(one.start, one.end, one.is_remark, _said(one)) for one in shown)


def _said(found: Finding) -> str:
    line = QCoreApplication.translate("Findings", "line %1 of the source").replace(
        "%1", str(found.place.first)
    )
    return f"{found.name}: {visible(found.before) or '–'} ({line})"
