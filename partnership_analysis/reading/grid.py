"""Where the cells of a table stand."""

from partnership_analysis.document.model import Block


class Grid:
    """Where the cells of a table stand, merged ones counted once, at their first row and column. `table` is None where it only lays out."""

    def __init__(self, table: int | None) -> None:
        self.table = table
        self.row = -1
        self.column = 0
        self.waiting: list[int] = []  # rows that a merged cell still takes, a column

    def next_row(self) -> None:
        """Go on to the next row."""
        self.row += 1
        self.column = 0
        self.waiting = [max(0, rows - 1) for rows in self.waiting]

    def next_cell(self, columns: int, rows: int) -> Block | None:
        """The next cell's block, without its words."""
        if self.table is None:
            return None
        while self.column < len(self.waiting) and self.waiting[self.column]:
            self.column += 1
        column = self.column
        self.waiting.extend([0] * (column + columns - len(self.waiting)))
        self.waiting[column : column + columns] = [rows] * columns
        self.column += columns
        return Block("table_cell", (), row=max(0, self.row), column=column, table=self.table)
