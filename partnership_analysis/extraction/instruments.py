"""Laws, plans, programmes, contracts, schemes and treaties of public policy, where a report names them.

A name is known (`KNOWN`, `GENERIC`, `TREATY` of `lexicons/<language>/instruments.toml`), or a head noun carries it: a law its number,
date, subject or proper name; a plan or programme its proper name, its level (`plan national …`) or the acronym behind it. The shapes
are in `instrument_rules`; here mentions become rows. An acronym of an instrument already defined is a mention of it, not a row.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from partnership_analysis.extraction.identity import distinct, folded, slug
from partnership_analysis.extraction.instrument_heads import ENTITLEMENT
from partnership_analysis.extraction.instrument_rules import FAMILY, Named, named_instruments
from partnership_analysis.extraction.occupied import Occupied
from partnership_analysis.extraction.records import Instrument, InstrumentKind, Organisation
from partnership_analysis.extraction.units import ReadBlock

PUBLIC = ("state", "european_body", "international_body")
TITLE_LINES = 5
"""Blocks at the start among which the title stands."""
LONGEST_TITLE = 160
"""Characters of a line that may be a title."""
ALIAS = re.compile(r"\s?(?:\(\s?|,?\s?\(?(?:dite?s?|aussi appelée?|known as|also known as)\s)(?:la |le |the )?[\"«]?\s?")
"""Between an instrument and its other name: `(loi NOTRe)`, `, dite loi NOTRe`."""
ACRONYM = re.compile(r"(?<![\w@#])[A-ZÀ-Þ][A-Za-zÀ-ÿ]{0,3}[A-Z]{1,12}[+]?(?![\w-])")


@dataclass
class _Thing:
    """An instrument while its mentions come together."""

    name: str
    kind: InstrumentKind
    start: int
    end: int
    exact: str
    rule: str
    acronym: str | None = None
    other_names: list[str] = field(default_factory=list)
    year_start: int | None = None
    year_end: int | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)


def instruments(blocks: Sequence[ReadBlock], organisations: Sequence[Organisation]) -> tuple[Instrument, ...]:
    """The instruments, one row each, in reading order."""
    occupied = Occupied(organisations)
    public = [span for body in organisations if body.kind in PUBLIC for span in body.mentions or ((body.start, body.end),)]
    ends, starts = sorted({end for _, end in public}), sorted({start for start, _ in public})
    own = frozenset(word for body in organisations for word in body.name.split(" ")[:1])
    ignored = frozenset(blocks[0].lexicon.setting("instruments", "ignored", ())) if blocks else frozenset()
    things: list[_Thing] = []
    keys: dict[str, _Thing] = {}
    for block in blocks:
        previous: tuple[int, _Thing] | None = None
        here, behind = (
            [block.view.offset(place) for place in places[bisect_left(places, block.block.start) : bisect_left(places, block.block.end)]]
            for places in (ends, starts)
        )
        for named in named_instruments(block, block.units(*FAMILY), here, behind):
            located = block.located(named.start, named.end)
            if occupied.by_longer(located["start"], located["end"]):
                continue
            if named.rule == ENTITLEMENT and named.name.split(" ")[0] in own:
                continue
            found = [_key(form, ignored) for form in (named.name, *named.variants, named.acronym or "") if form]
            thing = next((keys[key] for key in found if key in keys), None)
            if thing is None and previous is not None and ALIAS.fullmatch(block.text[previous[0] : named.start]):
                thing = previous[1]
            if thing is None:
                thing = _Thing(named.name, named.kind, located["start"], located["end"], located["exact"], named.rule)
                things.append(thing)
            _add(thing, named, (located["start"], located["end"]))
            for key in found:
                keys.setdefault(key, thing)
            previous = (named.end, thing)
    _add_bare_acronyms(blocks, things)
    return _rows([thing for thing in things if not _is_under_review(thing, blocks)])


def _is_under_review(thing: _Thing, blocks: Sequence[ReadBlock]) -> bool:
    """Whether a contract is the agreement that the report is about: its title names it, and not as the frame of another one."""
    if thing.kind != "contract":
        return False
    for block in blocks[:TITLE_LINES]:
        if block.block.kind != "heading" and (len(block.text) > LONGEST_TITLE or block.text.rstrip().endswith((".", ":", ";"))):
            return False
        here = next((start for start, _ in thing.mentions if block.block.start <= start < block.block.end), None)
        if here is not None:
            before = block.text[: block.view.offset(here)].lower().replace("’", "'")
            return not any(word in before for word in block.lexicon.setting("instruments", "frames", ()))
    return False


def _key(form: str, ignored: Collection[str]) -> str:
    """How two spellings of a name are compared: folded, without small words and plural endings."""
    words = [word for word in folded(form).split() if word not in ignored]
    words = [word[:-3] + "al" if len(word) > 5 and word.endswith("aux") else word for word in words]
    return " ".join(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in words) or folded(form)


def _add(thing: _Thing, named: Named, span: tuple[int, int]) -> None:
    """Take up what a further mention says."""
    thing.mentions.append(span)
    if named.acronym and not thing.acronym:
        thing.acronym = named.acronym
        if folded(thing.name) == folded(named.acronym) != folded(named.name):
            thing.name, thing.kind = named.name, named.kind
    if thing.year_start is None:
        thing.year_start, thing.year_end = named.year_start, named.year_end
    for form in (named.name, *named.variants):
        if form not in (thing.name, thing.acronym) and form not in thing.other_names:
            thing.other_names.append(form)


def _add_bare_acronyms(blocks: Sequence[ReadBlock], things: Sequence[_Thing]) -> None:
    """Add the places where only the acronym of an instrument stands to its mentions."""
    by_acronym = {thing.acronym.rstrip("+"): thing for thing in things if thing.acronym}
    if not by_acronym:
        return
    for block in blocks:
        for match in ACRONYM.finditer(block.text):
            thing = by_acronym.get(match.group().rstrip("+"))
            if thing is not None:
                span = block.source(match.start(), match.end())
                if not any(start <= span.start < end for start, end in thing.mentions):
                    thing.mentions.append((span.start, span.end))


def _rows(things: Sequence[_Thing]) -> tuple[Instrument, ...]:
    ordered = sorted(things, key=lambda thing: (thing.start, thing.end))
    ids = distinct(f"s-{slug(thing.name)}" for thing in ordered)
    return tuple(
        Instrument(
            instrument_id=identity,
            name=thing.name,
            acronym=thing.acronym if thing.acronym != thing.name else None,
            other_names=tuple(thing.other_names),
            kind=thing.kind,
            year_start=thing.year_start,
            year_end=thing.year_end,
            start=thing.start,
            end=thing.end,
            exact=thing.exact,
            rule=thing.rule,
            mentions=tuple(sorted(set(thing.mentions))),
        )
        for identity, thing in zip(ids, ordered, strict=True)
    )
