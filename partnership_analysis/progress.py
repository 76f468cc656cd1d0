"""Progress as a person follows it: a bar a step on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and how many there are."""


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """A callback that shows progress on standard error while the block runs."""
    if not sys.stderr.isatty():
        last: list[str] = []

        def plain(step: str, done: int, total: int) -> None:
            if last[-1:] != [step]:
                last[:] = [step]
                print(step, file=sys.stderr, flush=True)

        yield plain
        return
    from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    with Bars(TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), transient=False) as bars:
        tasks: dict[str, TaskID] = {}

        def bar(step: str, done: int, total: int) -> None:
            if step not in tasks:
                for task in tasks.values():
                    bars.update(task, completed=bars.tasks[task].total)
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield bar
        for task in tasks.values():
            bars.update(task, completed=bars.tasks[task].total)
