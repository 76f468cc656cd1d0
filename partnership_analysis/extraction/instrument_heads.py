"""Names of instruments that a head noun carries: laws, agreements, plans and funds, with the head first (French) or last (English)."""

from collections.abc import Collection
from dataclasses import dataclass

from partnership_analysis.extraction.instrument_runs import (
    LONGEST,
    Found,
    capitals_before,
    fits,
    is_small,
    law_date,
    law_number,
    lower_run,
    proper_run,
)
from partnership_analysis.extraction.units import CURRENCIES, Units

LONGEST_SUBJECT = 16

LONGEST_SUM = 30
"""Characters before a name in which the sum that it paid stands."""
LONGEST_APPOSITION = 7
ENTITLEMENT = "grant or benefit in capitals"
"""The rule of what the state pays, where nothing says whose it is."""
LEAST_ENTITLEMENT = 2
"""Words with capitals before `Grant` and the like that are no body's own."""
LONGEST_TAIL = 2
"""Small words that end a name which only its money tells."""
LONGEST_SMALL = 3
"""Small words behind the capital of a scheme's name."""
LONGEST_SPREAD = 18
"""Units from a head noun to the word that says it was brought here."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Where names of public bodies end and begin in a block, by the unit that holds the first character behind or in them."""

    ends: Collection[int]
    starts: Collection[int]


def law_at(units: Units, unit: int, quotes: dict[int, tuple[int, int]]) -> Found | None:
    """`loi n° 2019-123 du 4 mars 2019 relative à …`, `loi Forêt et Rivières`, `loi 2RX`, `loi « Egalim »`, `directive 2014/24/UE`."""
    after = unit + 1
    while units.is_class(after, "LEVEL", "LOCAL") and after - unit < 3:
        after += 1
    last = law_number(units, after)
    last = law_date(units, last)
    if last > after:
        return _with_subject(units, unit, last, "numbered or dated law")
    if after in quotes:
        return Found(unit, quotes[after][1], "law", "law in quotation marks", (units.words(*quotes[after]),))
    last = proper_run(units, after)
    if last > after:
        if (
            units.is_class(last, "AND", "&")
            and units.is_class(last + 1, "WORD")
            and (last + 2 >= len(units) or units.is_class(last + 2, ",", ".", ")", "(", ";", "OF", "STOP"))
        ):
            last += 2
        return Found(unit, last, "law", "law with a proper name", (units.words(after, last),))
    if last == after and units.is_class(unit, "STATUTE") and _two_nouns(units, after):
        return Found(unit, after + 3, "law", "law named by two nouns", (units.words(after, after + 3),))
    if units.is_class(after, "SUBJECT") and units.is_class(unit, "STATUTE"):
        last = lower_run(units, after + 1, LONGEST_SUBJECT)
        if last - after > 2:
            return Found(unit, last, "law", "law named by its subject")
    return None


def _two_nouns(units: Units, first: int) -> bool:
    """Whether two words in small letters joined by `et` stand here, with no complement behind them: `loi forêt et climat`."""
    end = first + 3
    return (
        units.is_class(first, "WORD")
        and units.is_class(first + 1, "AND", "&")
        and units.is_class(first + 2, "WORD")
        and not is_small(units.words(first, first + 1))
        and not is_small(units.words(first + 2, end))
        and (end >= len(units) or units.is_class(end, ",", ".", ")", "(", ";", "OF", "STOP", "»", '"'))
    )


def _with_subject(units: Units, first: int, last: int, rule: str) -> Found:
    """A law with its number or date, and its subject, where it is given, as part of its name."""
    if units.is_class(last, "SUBJECT", "OF"):
        end = lower_run(units, last + 1, LONGEST_SUBJECT)
        verb = end - last > LONGEST_SMALL and units.is_class(end - 2, "AND") and _article(units, end)
        end -= 2 * verb
        if end - last > 2 - verb:
            return Found(first, end, "law", rule, (units.words(first, last),))
    return Found(first, last, "law", rule)


def _article(units: Units, unit: int) -> bool:
    """Whether a small word that joins nothing stands here: behind `et` and a word it says that this word is a verb, `et prolonge le label`."""
    return units.is_class(unit, "WORD") and is_small(units.words(unit, unit + 1))


def agreement_at(units: Units, unit: int, quotes: dict[int, tuple[int, int]]) -> Found | None:
    """An agreement with the state or Europe (`accord « … » entre l'État et …`), or one that came before this one."""
    end = min(len(units), unit + LONGEST)
    stop = next((n for n in range(unit + 1, end) if units.is_class(n, ".", ";") and n + 1 < len(units) and units.starts[n + 1] > units.ends[n]), end)
    last = quotes[unit + 1][1] + 1 if unit + 1 in quotes else proper_run(units, unit + 1)
    with_state = any(units.is_class(n, "STATE") for n in range(unit + 1, min(len(units), max(stop, last + 8))))
    if unit + 1 in quotes:
        return (
            Found(unit, last, "contract", "agreement in quotation marks", (units.words(unit, unit + 1), units.words(*quotes[unit + 1])))
            if with_state
            else None
        )
    if last > unit + 2 and any(units.is_class(n, "STATE") for n in range(unit + 1, last)):
        return Found(unit, last, "contract", "agreement with the state", (units.words(unit, unit + 1),))
    if any(units.is_class(n, "FOLLOWS") for n in range(max(0, unit - 4), unit)):
        last = unit + 1
        while last < stop and last - unit < 6 and (units.is_class(last, "OF") or (units.is_class(last, "WORD") and not units.is_class(last, "STOP"))):
            last += 1
        while last > unit + 1 and units.is_class(last - 1, "OF"):
            last -= 1
        return Found(unit, last, "contract", "agreement that came before")
    return None


def headed_at(units: Units, unit: int, quotes: dict[int, tuple[int, int]], *, joined: bool = False) -> Found | None:
    """A head noun with a proper name, a level, or an acronym behind its complement; one `joined` to an instrument is public like it."""
    kind = str(units.values[unit])
    after = unit + 1
    level = False
    while units.is_class(after, "LEVEL", "LOCAL") and after - unit < 4:
        level = level or units.is_class(after, "LEVEL")
        after += 1
    public = joined or level or kind in ("plan", "contract") or _is_public(units, unit)
    quoted = next((n for n in (after, after + 1) if n in quotes and (n == after or is_small(units.words(after, n)))), None)
    if quoted is not None:
        first, last = quotes[quoted]
        return Found(unit, last + 1, kind, "name in quotation marks", (units.words(first, last),)) if public else None
    if units.is_class(after, "KNOWN"):
        return None
    defined = _before_acronym(units, unit, after)
    if defined is not None:
        return Found(unit, defined, kind, "name with its acronym")
    last = proper_run(units, after)
    if kind == "scheme" and public and (whole := _small_ending(units, after)):
        return Found(unit, whole, kind, "proper name", (units.words(after, whole),))
    if (
        last > after
        and public
        and len(units.words(after, last)) >= 3
        and not (units.is_class(last, "WORD") and not units.is_class(last, "STOP") and kind == "scheme")
    ):
        variants = (units.words(after, last),) if last - after > 1 or len(units.words(after, last)) > 3 else ()
        longer = lower_run(units, last, 4)
        if kind == "programme" and last == after + 1 and units.is_class(after, "CAPITAL") and longer > last:
            return Found(unit, longer, kind, "proper name", (units.words(after, longer),))
        if longer > last:
            variants = (*variants, units.words(unit, longer), units.words(after, longer))
        return Found(unit, last, kind, "proper name", variants)
    if level and kind in ("plan", "programme") and units.is_class(after, "OF", "SUBJECT", "WORD"):
        last = lower_run(units, after + 1, LONGEST_SUBJECT)
        if last > after + 1 or units.is_class(after, "WORD"):
            return Found(unit, last, kind, "named by its level")
    if kind == "contract" and after > unit + 1 and units.is_class(after, "OF") and not units.is_class(after - 1, "STOP"):
        last = lower_run(units, after + 1, LONGEST_SUBJECT)
        if last > after + 1:
            return Found(unit, last, kind, "contract named by its level")
    if kind in ("plan", "contract", "programme") and units.is_class(after, "SUBJECT") and _amid_sentence(units, unit):
        last = lower_run(units, after + 1, LONGEST_SUBJECT)
        if last > after + 1:
            return Found(unit, last, kind, "named by its subject")
    own_capital = units.is_class(unit - 1, "FRAME") and units.text[units.starts[unit]].isupper()
    if own_capital and units.is_class(after, "WORD") and not units.is_class(after, "STOP"):
        return Found(unit, after + 1, kind, "named in its frame")
    if own_capital and units.is_class(after, "OF"):
        last = lower_run(units, after + 1, LONGEST_SUBJECT)
        return Found(unit, last, kind, "named in its frame") if last > after + 2 else None
    return None


def _amid_sentence(units: Units, unit: int) -> bool:
    """Whether a noun has a capital of its own: not at the start of a sentence or a block."""
    return unit > 0 and units.text[units.starts[unit]].isupper() and not units.is_class(unit - 1, ".", ":", "–", "-", "•", "«", '"', "(", "!", "?")


def _small_ending(units: Units, first: int) -> int:
    """The end of a name of one word with a capital and small ones, up to a sign: `label Rives heureuses,`, `fonds Quais et rives,`; 0 where none is."""
    if not units.is_class(first, "CAPITAL") or units.is_class(first + 1, "CAPITAL", "UPPER"):
        return 0
    last = first + 1
    while last - first <= LONGEST_SMALL and units.is_class(last, "WORD", "AND", "OF") and not units.is_class(last, "STOP"):
        last += 1
    closed = last >= len(units) or units.is_class(last, ",", ".", ";", ")", "(")
    return last if closed and last > first + 1 and not units.is_class(last - 1, "AND", "OF") else 0


def pass_at(units: Units, unit: int) -> Found | None:
    """`pass Jeunesse`, `chèque Énergie`: what a public body gives out under a name with a capital."""
    last = proper_run(units, unit + 1)
    return Found(unit, last, str(units.values[unit]), "pass with a proper name") if last > unit + 1 else None


def funded_at(units: Units, unit: int) -> Found | None:
    """A name in whose name money is given: two words and more with capitals (`au titre de France Rivières`), or one and small ones (`de l'Été sportif`)."""
    first = unit + 1
    last = proper_run(units, first)
    if last > first + 1:
        return Found(first, last, "programme", "named by its money", years_at=last)
    first += is_small(units.words(first, first + 1)) and units.is_class(first, "WORD", "OF")
    last = proper_run(units, first)
    longer = lower_run(units, last, LONGEST_TAIL) if last == first + 1 and units.is_class(first, "CAPITAL") and units.is_class(last, "WORD") else last
    return Found(first, longer, "programme", "named by its money", years_at=longer) if longer > last > unit + 1 else None


def labelled_at(units: Units, unit: int) -> Found | None:
    """What a place or a body may call itself: `labellisée Rivière en bon état`."""
    last = proper_run(units, unit + 1)
    longer = lower_run(units, last, 6) if last > unit + 1 else last
    return Found(unit + 1, longer, str(units.values[unit]), "name of a label") if longer > unit + 2 else None


def _is_public(units: Units, unit: int) -> bool:
    """Whether the words around a head noun tell that the state or Europe runs it, or that something is done in its frame."""
    if any(units.is_class(n, "FRAME") for n in range(max(0, unit - 3), unit)):
        return True
    if any(units.is_class(n, "SPREAD") for n in range(unit, min(len(units), unit + LONGEST_SPREAD))):
        return True
    return any(units.is_class(n, "STATE") for n in range(max(0, unit - 8), min(len(units), unit + LONGEST)))


def _before_acronym(units: Units, head: int, after: int) -> int | None:
    """The end of a name whose acronym follows in brackets, within the clause; None where there is none or its letters do not fit."""
    if units.is_class(head - 1, "(") and units.is_class(head - 2, "UPPER"):
        closed = next((n for n in range(after, min(len(units), head + LONGEST)) if units.is_class(n, ")")), None)
        if closed is not None and fits(units.words(head - 2, head - 1), units.words(head, closed)):
            return closed
    for n in range(after, min(len(units) - 2, head + LONGEST)):
        if (
            units.is_class(n, "(")
            and units.is_class(n + 1, "UPPER", "CAPITAL", "GENERIC", "KNOWN")
            and (units.is_class(n + 2, ")") or units.is_class(n + 2, "+"))
        ):
            last = n
            while last > head + 1 and units.is_class(last - 1, "NUMBER", "–", "-"):
                last -= 1
            return last if fits(units.words(n + 1, n + 2), units.words(head, last)) else None
        if units.is_class(n, ".", ";", ":", "(", ")", "«", "»", '"', "STOP", "KNOWN", "GENERIC") or (
            n > after and units.is_class(n, "HEAD", "LAW", "STATUTE") and units.is_class(n - 1, "OF")
        ):
            return None
    return None


def headed_behind_at(units: Units, unit: int, owners: Owners) -> Found | None:
    """English: the words in capitals before `Act`, `Regulations`, `Fund` …, and for all but laws whose they are."""
    if not units.is_class(unit, "LAW", "STATUTE", "HEAD", "LEVY", "ENTITLEMENT"):
        return None
    if not units.text[units.starts[unit]].isupper():
        return _explained(units, unit) if units.is_class(unit, "HEAD") else None
    first = capitals_before(units, unit)
    if first == unit:
        number = law_number(units, unit + 1) if units.is_class(unit, "LAW", "STATUTE") else unit
        return Found(unit, number, "law", "numbered law") if number > unit + 1 else None
    if units.is_class(unit, "ENTITLEMENT") and unit - first >= LEAST_ENTITLEMENT and units.words(first - 1, first).lower().endswith("the"):
        return Found(first, unit + 1, str(units.values[unit]), ENTITLEMENT)
    if units.is_class(unit, "LEVY"):
        return Found(first, unit + 1, str(units.values[unit]), "levy in capitals")
    if units.is_class(unit, "LAW", "STATUTE"):
        return Found(first, unit + 1, "law", "law in capitals") if _is_law(units, unit) or unit - first > 2 else None
    owned = (
        any(units.is_class(n, "LEVEL") for n in range(first, unit))
        or units.is_class(first - 1, "OWNER", "LEVEL")
        or any(n in owners.ends for n in range(first - 1, unit))
        or (str(units.values[unit]) == "scheme" and unit - first > 1 and _pays(units, first))
    )
    if not owned and units.is_class(unit + 1, "OF", "JOINING") and units.is_class(unit + 2, "LEVEL") and units.text[units.starts[unit + 2]].isupper():
        return Found(first, unit + 3, str(units.values[unit]), "name in capitals", (units.words(first, unit + 1),))
    if units.is_class(unit + 1, "OF") and any(n in owners.starts for n in (unit + 2, unit + 3)):
        return Found(first, unit + 1, str(units.values[unit]), "name in capitals and whose it is")
    if not owned:
        return None
    last = _subject_end(units, unit + 1)
    variants = (units.words(first, unit + 1),) if last > unit + 1 else ()
    return Found(first, last, str(units.values[unit]), "name in capitals", variants)


def _subject_end(units: Units, unit: int) -> int:
    """The end of what a plan is for, in capitals: `National Strategy for Rivers and Lakes`; the unit itself where nothing says it."""
    end = unit
    while end - unit < LONGEST and units.is_class(end, "JOINING", "OF"):
        capital = end + 1 + units.is_class(end + 1, "JOINING")
        if capital >= len(units) or not units.is_class(capital, "CAPITAL", "UPPER") or not units.text[units.starts[capital]].isupper():
            break
        while units.is_class(capital, "CAPITAL", "UPPER") or (
            units.is_class(capital, "AND") and units.is_class(capital + 1, "CAPITAL", "UPPER") and not units.words(capital + 1, capital + 2).isupper()
        ):
            capital += 1
        end = capital
    return end


def _pays(units: Units, first: int) -> bool:
    """Whether words of money lead to a name: `funded by the Rural Bus Fund`, `£40,000 from the Rural Bus Fund`."""
    sum_of_money = any(sign in CURRENCIES for sign in units.text[max(0, units.starts[first] - LONGEST_SUM) : units.starts[first]])
    return units.is_class(first - 1, "FUNDED") or (sum_of_money and units.is_class(first - 1, "SUM_FROM"))


def _explained(units: Units, unit: int) -> Found | None:
    """Letters or a name that the next words explain: `FARMS, the land scheme of the Department of Agriculture`."""
    comma = next((n for n in range(unit - 1, max(0, unit - LONGEST_APPOSITION), -1) if units.is_class(n, ",")), None)
    public = units.is_class(unit + 1, "OF", "JOINING") and any(units.is_class(n, "STATE", "OWNER", "LEVEL") for n in range(unit + 1, unit + 5))
    if comma is None or not public or not units.is_class(comma - 1, "UPPER") or units.is_class(comma - 2, "UPPER", "CAPITAL"):
        return None
    return Found(comma - 1, comma, str(units.values[unit]), "letters that a noun explains")


def _is_law(units: Units, unit: int) -> bool:
    return units.is_class(unit, "STATUTE") or units.is_class(unit + 1, "NUMBER", "(")
