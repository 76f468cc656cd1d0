"""One frozen record a table: the only definition of a column.

The columns, their order, their meaning and their allowed values come from the contract (Popolo for people, organisations
and memberships; EDTF for dates; Web Annotation for `start`, `end`, `exact`; IATI's words for indicators). Frames, the schema,
the workbook's notes and the documentation are all derived from these annotations. Null is None; dates are inclusive days.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

Language = str
AxisKind = Literal["axis", "transversal", "introduction"]
ActionKind = Literal[
    "signing", "study", "survey", "publication", "podcast", "article", "webinar", "workshop", "conference", "presentation", "meeting",
    "training", "visit", "hearing", "advocacy", "open_letter", "working_group", "information_sharing", "monitoring", "funding", "pilot", "other",
]  # fmt: skip
Status = Literal["done", "ongoing", "planned", "other"]
Mode = Literal["joint", "single", "third_party"]
OrganisationKind = Literal[
    "local_authority", "network", "association", "state", "agency", "european_body", "international_body", "company", "foundation",
    "university", "media", "other",
]  # fmt: skip
Role = Literal["organiser", "signatory", "speaker", "author", "attendee", "funder", "partner", "host"]
Qualifier = Literal["exact", "approximately", "more_than", "less_than", "at_least", "at_most"]
IndicatorKind = Literal["output", "outcome", "input", "context"]
Precision = Literal["day", "month", "quarter", "season", "semester", "year", "range", "time"]
InstrumentKind = Literal["law", "plan", "programme", "contract", "scheme", "treaty", "other"]
PublicationKind = Literal["study", "guide", "report", "article", "podcast", "open_letter", "press_release", "video", "social_post", "other"]
Severity = Literal["error", "warning", "info"]

Start = Annotated[int, "first code point in the document's text"]
End = Annotated[int, "one past the last code point in the document's text"]
Exact = Annotated[str, "the words: text[start:end]"]
RuleName = Annotated[str, "the rule that made the row"]
BASE_FORM = "base form"
"""The rule of an action told by a verb in its base form: `Former 40 conducteurs`, `Survey riders`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The document: what it reviews, who made the agreement, for when."""

    report_id: Annotated[str, "slug of the file's name"]
    title: Annotated[str | None, "the report's title"]
    language: Annotated[Language, "language of the text, ISO 639-1"]
    partners: Annotated[tuple[str, ...], "organisation_id of those who made the agreement"]
    period_start: Annotated[date | None, "first day of the agreement's period"]
    period_end: Annotated[date | None, "last day of the agreement's period"]
    signed_on: Annotated[date | None, "day the agreement was signed"]
    reported_on: Annotated[date | None, "the report's own date; its last day where it is a period"]
    reported_from: Annotated[date | None, "first day of the report's own date where it is a period, else that day"] = None
    sha256: Annotated[str, "of the file's bytes"]
    characters: Annotated[int, "code points of the text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A numbered objective or a part that gathers actions."""

    axis_id: Annotated[str, "stable id: x- and number, else slug of the title"]
    number: Annotated[str | None, "as written, an integer where it is one"]
    title: Annotated[str, "the heading without its number and label"]
    kind: Annotated[AxisKind, "a stated objective, what goes beyond them, or the introduction"]
    start: Start
    end: End
    exact: Exact
    heading_start: Annotated[int, "first code point of the heading (the part's opening line)"]
    heading_end: Annotated[int, "one past the last code point of the heading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that the partners, or one of them, did, do or will do under the agreement."""

    action_id: Annotated[str, "stable id"]
    axis_id: Annotated[str | None, "the part it belongs to"]
    kind: Annotated[ActionKind, "kind of action"]
    title: Annotated[str, "a few words of the report"]
    status: Annotated[Status, "done, ongoing, planned; other: abandoned or cancelled"]
    date_start: Annotated[date | None, "first day"]
    date_end: Annotated[date | None, "last day, included"]
    edtf: Annotated[str | None, "its time in Extended Date/Time Format"]
    place: Annotated[str | None, "where, as the report names it"]
    mode: Annotated[Mode | None, "joint, by one partner, or by none of them"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person named."""

    person_id: Annotated[str, "stable id"]
    name: Annotated[str, "canonical name, without titles"]
    other_names: Annotated[tuple[str, ...], "handles, spelling variants, capitals, initials"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""
    mentions: Annotated[tuple[tuple[int, int], ...], "spans of all mentions"] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation named."""

    organisation_id: Annotated[str, "stable id"]
    name: Annotated[str, "canonical name, in full as the report spells it"]
    acronym: Annotated[str | None, "its acronym where it has a longer name"]
    other_names: Annotated[tuple[str, ...], "acronym, handles, short forms and spelling variants"]
    kind: Annotated[OrganisationKind, "kind of body"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""
    mentions: Annotated[tuple[tuple[int, int], ...], "spans of all mentions"] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """An office that the report says a person holds or held."""

    person_id: Annotated[str, "who"]
    role: Annotated[str, "the office as written"]
    organisation_id: Annotated[str | None, "where; null for an office of government without a named body"]
    former: Annotated[bool, "the report says then, former, alors, ancien, ex-"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person or organisation that takes part in an action, with the strongest role."""

    action_id: Annotated[str, "the action"]
    actor_id: Annotated[str, "person_id or organisation_id"]
    role: Annotated[Role, "how it takes part"]
    rule: RuleName = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure with what it counts."""

    indicator_id: Annotated[str, "stable id"]
    axis_id: Annotated[str | None, "the part it belongs to"]
    action_id: Annotated[str | None, "the action it belongs to"]
    value: Annotated[float | None, "the number; null where only a target is given"]
    value_max: Annotated[float | None, "upper end of a range"]
    unit: Annotated[str | None, "what is counted, as written; % or a currency where they are the unit"]
    qualifier: Annotated[Qualifier, "exact, approximately, more_than …"]
    kind: Annotated[IndicatorKind, "what was made, what it changed, what it took, or background"]
    baseline: Annotated[float | None, "the starting value"]
    target: Annotated[float | None, "the value aimed at"]
    target_date: Annotated[date | None, "last day for the target, where the report gives one"] = None
    label: Annotated[str | None, "the row's label in a table of results"] = None
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """An expression of time and the days it names."""

    date_start: Annotated[date | None, "first day"]
    date_end: Annotated[date | None, "last day, included"]
    edtf: Annotated[str | None, "Extended Date/Time Format"]
    precision: Annotated[Precision, "how fine it is"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place where something took or takes place."""

    name: Annotated[str, "as the report names it"]
    country: Annotated[str | None, "ISO 3166-1 alpha-2"]
    latitude: Annotated[float | None, "degrees north, WGS 84"]
    longitude: Annotated[float | None, "degrees east, WGS 84"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""
    mentions: Annotated[tuple[tuple[int, int], ...], "spans of all mentions"] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A law, plan, programme, contract, scheme or treaty of public policy."""

    instrument_id: Annotated[str, "stable id"]
    name: Annotated[str, "its name"]
    acronym: Annotated[str | None, "its acronym where it has a longer name"]
    other_names: Annotated[tuple[str, ...], "other spellings, with years"]
    kind: Annotated[InstrumentKind, "kind of instrument"]
    year_start: Annotated[int | None, "first year"]
    year_end: Annotated[int | None, "last year"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""
    mentions: Annotated[tuple[tuple[int, int], ...], "spans of all mentions"] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A titled work that the report names."""

    publication_id: Annotated[str, "stable id"]
    title: Annotated[str, "its title, or kind and subject"]
    kind: Annotated[PublicationKind, "kind of work"]
    url: Annotated[str | None, "where it can be read"]
    year: Annotated[int | None, "year of publication"]
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""
    mentions: Annotated[tuple[tuple[int, int], ...], "spans of all mentions"] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words quoted from somebody."""

    text: Annotated[str, "the words quoted"]
    people: Annotated[tuple[str, ...], "person_id of who says them"]
    speaker: Annotated[str | None, "who is given as saying them where it is no person of the table: a body, a described person"] = None
    start: Start
    end: End
    exact: Exact
    rule: RuleName = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyperlink:
    """A hyperlink of the report."""

    text: Annotated[str, "the words a reader sees"]
    url: Annotated[str | None, "null where it leads nowhere"]
    start: Start
    end: End
    exact: Exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What does not add up, or is missing, in the report."""

    check: Annotated[str, "name of the check"]
    severity: Annotated[Severity, "error, warning or info"]
    message: Annotated[str, "one sentence that names the values"]
    evidence: Annotated[tuple[tuple[int, int], ...], "spans of the words it rests on"]
    axis_id: Annotated[str | None, "the part; null where it is about the whole report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All the rows of one report, in reading order."""

    report: Report
    axes: tuple[Axis, ...] = ()
    actions: tuple[Action, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    memberships: tuple[Membership, ...] = ()
    participations: tuple[Participation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    publications: tuple[Publication, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    links: tuple[Hyperlink, ...] = ()


TABLES: dict[str, type] = {
    "axes": Axis,
    "actions": Action,
    "people": Person,
    "organisations": Organisation,
    "memberships": Membership,
    "participations": Participation,
    "indicators": Indicator,
    "dates": TimeExpression,
    "places": Place,
    "instruments": Instrument,
    "publications": Publication,
    "quotations": Quotation,
    "links": Hyperlink,
    "findings": Finding,
}
"""Table name to record, in the contract's order. `report` is one `Report`."""
