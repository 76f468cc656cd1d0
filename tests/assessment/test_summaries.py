"""What the summaries count, on small invented reports and on the gold tables of one report."""

from datetime import date
from pathlib import Path

import pytest
from gold_tables import gold_tables
from written_report import Written, action, body, figure, office, part, person, when

from partnership_analysis.assessment import summaries
from partnership_analysis.tables.model import Tables

GOLD = Path(__file__).parents[1] / "golden" / "reports"
TEXT = (
    "Axe 1\n\nUn guide tiré à 500 exemplaires en mai 2022. Un salon, 400 visiteurs, 3 000 €.\n\nAxe 2\n\nUn cycle annulé.\n\n"
    "Tableau de bord\n\nEmplois créés | 80 | 57\nPart des femmes | 50 %\nDélais | 30 | 40\n\nSuites\n\nUne charte."
)
REPORT = Written(
    TEXT,
    (
        part("Axe 1"), part("Axe 2", "x-2"), part("Tableau de bord", "x-3", "transversal"), part("Suites", "x-4", "transversal"),
        action("Un guide", "done", "2022-05-01", "2022-05-31", kind="publication"), action("Un salon", kind="conference"),
        action("Un cycle annulé", "other", axis_id="x-2"), action("Une charte", "planned", None, "2025-12-31", axis_id="x-4", kind="signing"),
        figure("500 exemplaires", 500, "exemplaires", action_id="Un guide"), figure("400 visiteurs", 400, "visiteurs", action_id="Un salon", kind="outcome"),
        figure("3 000 €", 3000, "€", action_id="Un salon", kind="input"),
        figure("Emplois créés | 80 | 57", 57, "Emplois", target=80, axis_id="x-3", kind="outcome", target_date=date(2024, 12, 31)),
        figure("Part des femmes | 50 %", None, "%", target=50, axis_id="x-3"),
        figure("Délais | 30 | 40", 40, "jours", target=30, baseline=60, axis_id="x-3", kind="outcome"),
        body("Un"), person("Une"), office("Une", "charte", "Un"), when("mai 2022", "2022-05-01", "2022-05-31"),
    ),
    own="2023-06-30", period=("2022-01-01", "2024-12-31"), taking_part=(("Un guide", "Un"), ("Une charte", "Une")), partners=("Un",),
)  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> Tables:
    return REPORT.tables()


def test_status(tables: Tables) -> None:
    count = summaries.status_count(tables)
    assert (count.done, count.ongoing, count.planned, count.abandoned, count.total) == (2, 0, 1, 1, 4)
    assert summaries.status_count(tables, axis_id="x-2").total == 1


def test_kinds_and_natures(tables: Tables) -> None:
    assert next((row.kind, row.total, row.by_axis) for row in summaries.kind_counts(tables)) == ("publication", 1, (("x-1", 1),))
    assert [(row.axis_id, row.output, row.outcome, row.input) for row in summaries.figure_counts(tables)] == [("x-1", 1, 1, 1), ("x-3", 1, 2, 0)]


def test_matrix(tables: Tables) -> None:
    rows = {row.axis.axis_id: row for row in summaries.evidence_matrix(tables)}
    first = rows["x-1"]
    assert (first.actions, first.dated, first.with_actor, first.with_output, first.with_outcome, first.with_cost) == (2, 1, 1, 1, 1, 1)
    assert (first.figures, first.targets) == (3, 0)
    board = rows["x-3"]
    assert (board.actions, board.dated, board.with_cost, board.figures, board.targets) == (0, None, None, 3, 3)
    assert list(rows) == ["x-1", "x-2", "x-3", "x-4"]


def test_targets(tables: Tables) -> None:
    found = {row.label: row for row in summaries.targets(tables)}
    assert [(name, row.state) for name, row in found.items()] == [
        ("Emplois créés", "not_yet"),
        ("Part des femmes", "not_reported"),
        ("Délais", "below"),
    ]
    assert found["Emplois créés"].share == pytest.approx(57 / 80)
    assert found["Délais"].falling and found["Délais"].share == pytest.approx(20 / 30)


@pytest.mark.parametrize(
    ("words", "language", "falling"),
    [
        # what there should be less of, at the head of the name
        ("Décès en réanimation", "fr", True),
        ("Nombre d'accidents du travail", "fr", True),
        ("Taux de chômage des jeunes", "fr", True),
        ("Délai moyen d'instruction", "fr", True),
        ("Part des élèves sans solution à la rentrée", "fr", True),
        ("Maternal deaths", "en", True),
        ("Average waiting time for a place", "en", True),
        ("Number of complaints from residents", "en", True),
        ("Pupils without a place", "en", True),
        # elsewhere in the name, or dealt with
        ("Agents formés à la prévention des accidents", "fr", False),
        ("Plaintes traitées", "fr", False),
        ("Réduction des délais", "fr", False),
        ("Ateliers tenus", "fr", False),
        ("Nurses trained in the care of infections", "en", False),
        ("Complaints resolved", "en", False),
        ("Reduction in deaths", "en", False),
        ("Residents advised", "en", False),
    ],
)
def test_whether_less_is_better(words: str, language: str, falling: bool) -> None:
    made = Written(f"{words} | 12 | 10", (figure(f"{words} | 12 | 10", 12, "x", target=10),), language=language).tables()
    (found,) = summaries.targets(made)
    assert (found.falling, found.state) == (falling, "below" if falling else "reached")


@pytest.mark.parametrize(("baseline", "value", "share"), [(20, 15, 0.5), (None, 20, 0.5), (None, 0, None)])
def test_the_way_done_where_less_is_better(baseline: float | None, value: float, share: float | None) -> None:
    made = Written("Accidents | 10", (figure("Accidents | 10", value, "accidents", target=10, baseline=baseline),)).tables()
    assert summaries.targets(made)[0].share == share


def test_the_starting_value_tells_the_direction_before_any_word() -> None:
    made = Written("Incidents | 10", (figure("Incidents | 10", 12, "incidents", target=10, baseline=4),)).tables()
    assert [(row.falling, row.state) for row in summaries.targets(made)] == [(False, "reached")]


def test_participants(tables: Tables) -> None:
    (row,) = summaries.participants(tables)
    assert (row.organisation.name, row.partner, row.total, row.by_axis, row.through_people) == ("Un", True, 1, (("x-1", 1),), 1)


def test_timeline_and_gaps(tables: Tables) -> None:
    assert [(row.action.title, row.shape, row.start.isoformat()) for row in summaries.timeline(tables)] == [
        ("Un guide", "period", "2022-05-01"),
        ("Une charte", "day", "2025-12-31"),
    ]
    gaps = summaries.gaps(tables)
    assert gaps.axes == ("x-1", "x-2")
    assert (gaps.without_action, gaps.without_figure, gaps.without_cost) == ((), ("x-2",), ("x-2",))
    assert [action.title for action in gaps.undated] == ["Un salon"]
    assert [action.title for action in gaps.abandoned] == ["Un cycle annulé"]


def test_criteria(tables: Tables) -> None:
    found = {row.criterion: {fact.fact: fact.count for fact in row.facts} for row in summaries.criteria(tables)}
    assert list(found) == ["relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability"]
    assert found["effectiveness"] == {"targets": 3, "targets_not_yet": 1, "targets_below": 1, "targets_not_reported": 1}
    assert found["efficiency"] == {"money": 1, "actions_with_cost": 1}
    assert found["sustainability"] == {"planned": 1, "after_end": 1, "successors": 1}
    assert next(row.question for row in summaries.criteria(tables) if row.criterion == "coherence") == "coherence"


def test_calendar(tables: Tables) -> None:
    own = summaries.own_date(tables)
    assert own is not None
    assert (own.first, own.last, own.stated) == (date(2023, 6, 30), date(2023, 6, 30), True)
    elapsed = summaries.months_elapsed(tables)
    assert elapsed is not None
    assert (elapsed.months, elapsed.of) == (18, 36)


def test_the_latest_action_done_stands_for_a_date_that_is_not_given() -> None:
    rows = (
        action("A", "done", "2022-05-05", "2022-05-05"),
        action("B", "done", "2022-10-01", "2022-12-31"),
        action("C", "planned", "2023-01-01", "2023-01-02"),
    )
    own = summaries.own_date(Written("A B C", rows).tables())
    assert own is not None
    assert (own.last, own.stated) == (date(2022, 5, 5), False)
    assert summaries.own_date(Written("A").tables()) is None
    guessed = Written("Clos le 3 mai.", (action("Clos le 3 mai", "done", "2022-05-03", "2022-05-03"), when("3 mai", "2022-05-03")))
    assert summaries.own_date(guessed.tables()) is None


def test_means_and_changes_of_a_gold_report() -> None:
    tables = gold_tables(GOLD / "metropole-chambre-2021-2024")
    means = summaries.means(tables)
    assert next((row.total.value, [(part.indicator.value, part.payer) for part in row.parts]) for row in means) == (
        1200000,
        [(850000, "Charentes-Océan Métropole"), (350000, "Fonds social européen plus")],
    )
    assert [(change.baseline, change.value) for change in summaries.changes(tables)] == [(110, 65), (3.1, 5.4), (22, 37)]
    assert [row.state for row in summaries.targets(tables)].count("not_yet") == 5


def test_the_matrix_of_a_gold_report_is_the_mock_up_s() -> None:
    rows = summaries.evidence_matrix(gold_tables(GOLD / "metropole-chambre-2021-2024"))
    assert [(row.actions, row.dated, row.with_actor, row.with_output, row.with_outcome, row.with_cost, row.figures, row.targets) for row in rows] == [
        (2, 2, 2, 0, 0, 0, 7, 0),
        (10, 9, 7, 4, 3, 3, 15, 0),
        (9, 9, 8, 5, 1, 0, 10, 0),
        (7, 7, 6, 4, 2, 0, 7, 0),
        (3, 2, 3, 0, 0, 0, 1, 0),
        (0, None, None, None, None, None, 7, 7),
        (4, 3, 2, 0, 0, 1, 1, 0),
    ]
