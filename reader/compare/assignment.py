"""The best of all ways to give each of some its own among others.

Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; this form is Jonker
and Volgenant's, 1987): O(n²m) for n on the shorter side, so that it grows linearly with the longer one.
"""

from collections.abc import Mapping, Sequence

Gains = Sequence[Sequence[float]]
_FAR = float("inf")


def assign(gains: Gains) -> Mapping[int, int]:
    """Return which column each row is given so that the gains' sum is greatest.

    No row or column is given twice, and none where it gains nothing: such rows are left out.
    """
    if not gains or not gains[0]:
        return {}
    if len(gains) > len(gains[0]):
        turned = [list(column) for column in zip(*gains, strict=True)]
        return {column: row for row, column in assign(turned).items()}
    given = _Assignment(gains).given()
    return {row: column for row, column in given if gains[row][column] > 0}


class _Assignment:
    """Rows and columns are counted from 1; column 0 stands for the row that is still without one."""

    def __init__(self, gains: Gains) -> None:
        self._gains = gains
        self._rows, self._columns = len(gains), len(gains[0])
        self._of_row = [0.0] * (self._rows + 1)
        self._of_column = [0.0] * (self._columns + 1)
        self._owner = [0] * (self._columns + 1)

    def given(self) -> list[tuple[int, int]]:
        for row in range(1, self._rows + 1):
            self._add(row)
        return [
            (self._owner[column] - 1, column - 1)
            for column in range(1, self._columns + 1)
            if self._owner[column]
        ]

    def _add(self, row: int) -> None:
        """Give one more row its column, along the cheapest path of exchanges."""
        self._owner[0] = row
        least, way = [_FAR] * (self._columns + 1), [0] * (self._columns + 1)
        reached: list[int] = []
        open_columns = list(range(1, self._columns + 1))
        column = 0
        while self._owner[column] or column == 0:
            reached.append(column)
            column = self._nearest(column, least, way, open_columns)
            self._shift(least[column], reached, open_columns, least)
            open_columns.remove(column)
        self._exchange(column, way)

    def _nearest(self, column: int, least: list[float], way: list[int], open_columns: list[int]) -> int:
        row = self._owner[column]
        for to in open_columns:
            cost = -max(0.0, self._gains[row - 1][to - 1]) - self._of_row[row] - self._of_column[to]
            if cost < least[to]:
                least[to], way[to] = cost, column
        return min(open_columns, key=least.__getitem__)

    def _shift(self, by: float, reached: list[int], open_columns: list[int], least: list[float]) -> None:
        for column in reached:
            self._of_row[self._owner[column]] += by
            self._of_column[column] -= by
        for column in open_columns:
            least[column] -= by

    def _exchange(self, column: int, way: list[int]) -> None:
        while column:
            self._owner[column] = self._owner[way[column]]
            column = way[column]
