"""`validate` names every way in which tables may break the contract, all at once."""

from dataclasses import replace

import pytest
from hand_made import tables_with

from partnership_analysis.extraction.records import Participation
from partnership_analysis.tables.validation import TablesError, validate


def test_good_tables_pass() -> None:
    tables = tables_with("un atelier")
    assert validate(tables) is tables


def test_faults_are_named_together() -> None:
    tables = tables_with("un atelier")
    (action,) = tables.rows.actions
    bad = replace(action, exact="autre", title=None, axis_id="x-9")
    rows = replace(tables.rows, actions=(bad, bad), participations=(Participation(action_id="a-1", actor_id="o-z", role="host"),))
    with pytest.raises(TablesError) as caught:
        validate(replace(tables, rows=rows))
    message = str(caught.value)
    for part in (
        "actions.title: not_nullable",
        "actions.action_id",
        "actions[0]: exact is not the text",
        "actions.axis_id: no row has the id x-9",
        "participations.actor_id: no row has the id o-z",
    ):
        assert part in message
