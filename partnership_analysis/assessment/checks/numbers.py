"""Checks of figures against figures: those that agree, those that disagree, sums that are wrong, shares out of range."""

import re
from collections.abc import Iterator, Sequence

from partnership_analysis.assessment.alarms import Alarm
from partnership_analysis.assessment.arithmetic import Figure, by_sentence, figures, misses, summed_up, totals
from partnership_analysis.assessment.figures import is_result, is_share, label
from partnership_analysis.assessment.grids import total_lines
from partnership_analysis.assessment.inspection import Inspection, content_words, stem
from partnership_analysis.assessment.repeats import disagreements, repeats
from partnership_analysis.assessment.rows_told import changes_told
from partnership_analysis.extraction.records import Indicator

POINTS = 1.5
"""How far a stated percentage may lie from the one worked out before it is called wrong: rounding, and rounding of what it is worked out from."""
MOST_SHARES = 12
LONGEST_LIST = 40
LONGEST_LINK, LONGEST_LEAD = 80, 240
"""Characters between a total and its parts: words such as `of which`, what a colon ends."""


def figures_agree(inspection: Inspection) -> Iterator[Alarm]:
    """A stated total equals the sum of parts given in other sentences or rows (at most one finding a table), a figure of the same subject and
    period returns elsewhere with the same value, a percentage equals the ratio or change of stated figures.
    """
    for total, parts in totals(inspection):
        values = {"form": "sum", "total": total.row, "parts": [part.row for part in parts]}
        yield Alarm(_spans(total, *parts), total.row.axis_id, values)
    for group in repeats(inspection):
        yield Alarm(_spans(*group), _axis(group), {"form": "repeat", "total": group[0].row, "parts": [figure.row for figure in group]})
    for share, worked_out, spans in (*_percentages(inspection), *_found_elsewhere(inspection)):
        if abs(worked_out - share.value) <= max(share.half, 0.5) + 1e-9:
            yield Alarm(spans, share.row.axis_id, {"form": "percentage", "total": share.row, "words": _other_words(inspection, share, spans)})
    tables: set[int] = set()
    for line in total_lines(inspection):
        if line.agrees and line.table not in tables:
            tables.add(line.table)
            yield Alarm((line.span,), inspection.axis_at(line.span[0]), {"form": "table", "total": line.stated, "sum": line.sum})


def figures_disagree(inspection: Inspection) -> Iterator[Alarm]:
    """The same thing (unit, subject, period) is counted twice with two values, neither of which is a part, a baseline, a target or a rounding of the
    other, and no note explains it; a stated count against a list only where the list says it is whole.
    """
    for one, other in disagreements(inspection):
        values = {"form": "pair", "label": label(one.row) or one.row.unit, "first": one.row, "second": other.row}
        yield Alarm(_spans(one, other), _axis((one, other)), values)
    for figure, items in _announced_lists(inspection):
        yield Alarm((figure.span, *items), figure.row.axis_id, {"form": "list", "first": figure.row, "count": len(items)})


def _announced_lists(inspection: Inspection) -> Iterator[tuple[Figure, list[tuple[int, int]]]]:
    """Counts whose sentence leads in a list that it calls whole (`les quatre ateliers suivants :`), and its items, where they differ."""
    counts: dict[int, list[Figure]] = {}
    for figure in figures(inspection):
        if figure.exact and figure.head and figure.head != "%" and 2 <= figure.value <= LONGEST_LIST:
            counts.setdefault(figure.sentence, []).append(figure)
    for number, group in counts.items():
        sentence = inspection.sentences[number]
        if len(group) != 1 or not sentence.text.endswith(":") or not inspection.says(sentence.text, "whole_list"):
            continue
        items: list[tuple[int, int]] = []
        for block in inspection.blocks[sentence.block + 1 : sentence.block + 2 * LONGEST_LIST]:
            if block.block.kind != "list_item":
                break
            if block.block.level <= 1:
                items.append((block.block.start, block.block.end))
        if items and len(items) != group[0].value:
            yield group[0], items


def sum_wrong(inspection: Inspection) -> Iterator[Alarm]:
    """A stated total, percentage or difference does not follow from the figures given for it (a table's total row, `dont`, `of which`, a list of
    parts).
    """
    known = [figure for figure in figures(inspection) if figure.exact and figure.head]
    for group in by_sentence(known):
        for total, parts in _stated_parts(inspection, group):
            values = {"form": "parts", "total": total.row, "parts": [part.row for part in parts], "sum": sum(part.value for part in parts)}
            yield Alarm(_spans(total, *parts), total.row.axis_id, values)
    for total, parts in summed_up(inspection, known):
        if misses(total, parts):
            values = {"form": "parts", "total": total.row, "parts": [part.row for part in parts], "sum": sum(part.value for part in parts)}
            yield Alarm(_spans(total, *parts), total.row.axis_id, values)
    for share, worked_out, spans in _percentages(inspection):
        if share.exact and abs(worked_out - share.value) > POINTS + share.half:
            values = {"form": "percentage", "total": share.row, "sum": round(worked_out, 1), "words": _other_words(inspection, share, spans)}
            yield Alarm(spans, share.row.axis_id, values)
    for line in total_lines(inspection):
        if not line.agrees:
            yield Alarm((line.span,), inspection.axis_at(line.span[0]), {"form": "table", "label": line.label, "total": line.stated, "sum": line.sum})


def _other_words(inspection: Inspection, share: Figure, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The words of the figures that a share is worked out from."""
    text = inspection.tables.document.text
    return [text[start:end] for start, end in spans if (start, end) != share.span]


def _stated_parts(inspection: Inspection, group: Sequence[Figure]) -> Iterator[tuple[Figure, Sequence[Figure]]]:
    """Totals of a sentence whose parts, told as such, do not fit: `dont` with parts above the total, a whole list that misses it."""
    text = inspection.tables.document.text
    for number, total in enumerate(group[:-1]):
        parts = _parts_of(inspection, total, group[number + 1 :])
        if not parts:
            continue
        between = text[total.row.end : parts[0].row.start]
        colon = between.rstrip().endswith(":")
        if len(between) > (LONGEST_LEAD if colon else LONGEST_LINK):
            continue
        above = sum(part.value for part in parts) > total.value
        whole = (colon or ":" in between or inspection.says(between, "made_of")) and len(parts) > 1 and not _open(inspection, total, parts)
        if misses(total, parts) and (whole or (above and inspection.says(between, "part"))):
            yield total, tuple(parts)


def _parts_of(inspection: Inspection, total: Figure, after: Sequence[Figure]) -> list[Figure]:
    """The figures right after a total that count the same, or people of it (`120 habitants, dont 80 femmes et 50 hommes`)."""
    halves = {stem(word) for word in inspection.words("one_half") | inspection.words("other_half")}
    parts: list[Figure] = []
    for figure in after:
        same = figure.head == total.head and figure.head != "%"
        people = figure.head in halves and total.head not in halves and (not parts or parts[-1].head in halves)
        if not same and not people:
            break
        parts.append(figure)
    return parts


def _open(inspection: Inspection, total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the sentence says that its list of parts is not whole."""
    return inspection.says(inspection.sentences[total.sentence].text, "not_whole") or inspection.says(
        inspection.sentences[parts[0].sentence].text, "not_whole"
    )


def _percentages(inspection: Inspection) -> Iterator[tuple[Figure, float, tuple[tuple[int, int], ...]]]:
    """Shares that their sentence gives as the change or the ratio of its other figures: the share, what those figures give, the spans."""
    text = inspection.tables.document.text
    for group in by_sentence(figures(inspection)):
        for number, share in enumerate(group):
            if share.head != "%" or share.row.baseline is not None:
                continue
            before = group[number - 1] if number else None
            if before is not None and before.row.baseline and not is_share(before.row):
                between = text[before.row.end : share.row.end]
                if len(between) < 60 and inspection.says(between, "change"):
                    change = 100 * abs(before.value - before.row.baseline) / abs(before.row.baseline)
                    yield share, change, _spans(before, share)
                    continue
            yield from _ratio(inspection, group, number)


def _found_elsewhere(inspection: Inspection) -> Iterator[tuple[Figure, float, tuple[tuple[int, int], ...]]]:
    """Shares that follow from figures of a table's row, or from a whole told before its part (`640 asked; 448 answered, that is 70 %`): where
    these give another share, it may be one of something else, so only what agrees is told.
    """
    known = figures(inspection)
    for share, row in changes_told(inspection, known):
        start = row.row.baseline or 1.0
        yield share, 100 * abs(row.value - start) / abs(start), _spans(share, row)
    text = inspection.tables.document.text
    for group in by_sentence(known):
        for whole, part, share in zip(group, group[1:], group[2:], strict=False):
            link = text[part.row.end : share.row.start]
            follows = share.head == "%" and part.head == whole.head != "%" and 0 < part.value < whole.value
            if follows and len(link) < LONGEST_LINK and inspection.says(link, "that_is"):
                yield share, 100 * part.value / whole.value, _spans(whole, part, share)


def _ratio(inspection: Inspection, group: Sequence[Figure], number: int) -> Iterator[tuple[Figure, float, tuple[tuple[int, int], ...]]]:
    """`20 sur 25, soit 80 %` and `USD 20, or 40% of the USD 50`: two neighbours of one unit, joined to the share by words that say so."""
    text = inspection.tables.document.text
    share = group[number]
    if number >= 2:
        part, whole = group[number - 2], group[number - 1]
        joint, link = text[part.row.start : whole.row.end], text[whole.row.end : share.row.start]
        same = part.head == whole.head or not part.head
        if (
            same
            and part.head != "%"
            and 0 < part.value <= whole.value
            and len(link) < 30
            and inspection.says(joint, "out_of")
            and inspection.says(link, "that_is")
        ):
            yield share, 100 * part.value / whole.value, _spans(part, whole, share)
            return
    if 1 <= number < len(group) - 1:
        part, whole = group[number - 1], group[number + 1]
        link, of = text[part.row.end : share.row.start], text[share.row.end : whole.row.start]
        same = part.head == whole.head and part.head != "%"
        if (
            same
            and 0 < part.value <= whole.value
            and len(link) < 30
            and len(of) < 40
            and inspection.says(link, "that_is")
            and inspection.says(of, "of")
        ):
            yield share, 100 * part.value / whole.value, _spans(part, share, whole)


def percent_out_of_range(inspection: Inspection) -> Iterator[Alarm]:
    """A share is above 100 %, or shares of one whole miss 100 by more than 1."""
    shares = [figure for figure in figures(inspection) if figure.head == "%"]
    for figure in shares:
        sentence = inspection.sentences[figure.sentence].text
        if figure.value > 100 and _is_part_of_people(inspection, figure.row) and not inspection.says(sentence, "no_share"):
            yield Alarm((figure.span,), figure.row.axis_id, {"form": "share", "words": _share_words(inspection, figure.row)})
    for group in by_sentence([figure for figure in shares if figure.exact and figure.row.baseline is None and not is_result(figure.row)]):
        sentence = inspection.sentences[group[0].sentence].text
        total = sum(figure.value for figure in group)
        split = inspection.says(sentence, "split") and not inspection.says(sentence, "not_whole")
        pair = (
            len(group) == 2
            and inspection.says(sentence, "one_half")
            and inspection.says(sentence, "other_half")
            and not inspection.says(sentence, "not_whole")
        )
        if len(group) <= MOST_SHARES and (split or (pair and total > 100)) and abs(total - 100) > 1:
            yield _whole(group)
    for group in _listed_shares(inspection, shares):
        if len(group) <= MOST_SHARES and abs(sum(figure.value for figure in group) - 100) > 1:
            yield _whole(group)


def _whole(group: Sequence[Figure]) -> Alarm:
    values = {"form": "whole", "value": sum(figure.value for figure in group), "words": " + ".join(figure.row.exact for figure in group)}
    return Alarm(_spans(*group), group[0].row.axis_id, values)


def _listed_shares(inspection: Inspection, shares: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The shares, one an item, of lists whose lead-in says that they are the parts of a whole."""
    by_block: dict[int, list[Figure]] = {}
    for figure in shares:
        if figure.exact and figure.row.baseline is None:
            by_block.setdefault(inspection.sentences[figure.sentence].block, []).append(figure)
    blocks = inspection.blocks
    for number, block in enumerate(blocks):
        text = block.text.rstrip()
        if block.block.kind == "list_item" or not text.endswith(":") or not inspection.says(text, "split") or inspection.says(text, "not_whole"):
            continue
        group: list[Figure] = []
        item = number + 1
        while item < len(blocks) and blocks[item].block.kind == "list_item" and len(by_block.get(item, ())) == 1:
            group += by_block[item]
            item += 1
        if len(group) > 1 and (item == len(blocks) or blocks[item].block.kind != "list_item"):
            yield tuple(group)


def _share_words(inspection: Inspection, row: Indicator) -> str:
    """A percentage with what it is said to be a share of."""
    words = inspection.tables.document.text[row.start : row.end + 40].replace("\u00a0", " ").replace("\u202f", " ")
    after = AFTER_SHARE.search(words.replace("’", "'"))
    end = after.end() + len(words[after.end() :].lstrip().split(" ")[0]) + 1 if after else row.end - row.start
    return words[: max(end, row.end - row.start)].strip(" .,;:")


AFTER_SHARE = re.compile(r"%\s+(?:des|de|d'|du|of)\b")


def _is_part_of_people(inspection: Inspection, row: Indicator) -> bool:
    """Whether a percentage is said to be one of something counted: `120 % des participants`."""
    text = inspection.tables.document.text
    words = text[row.start : row.end + 30].replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    after = AFTER_SHARE.search(words)
    counted = frozenset(content_words(words[after.end() :], besides=frozenset())[:2]) if after else frozenset()
    return bool(counted & {content_words(word, besides=frozenset())[0] for word in inspection.words("counted")})


def _spans(*group: Figure) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys(figure.span for figure in group))


def _axis(group: Sequence[Figure]) -> str | None:
    """The part of a group of figures; None where they stand in several."""
    axes = {figure.row.axis_id for figure in group}
    return group[0].row.axis_id if len(axes) == 1 else None
