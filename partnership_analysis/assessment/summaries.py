"""What the narrative, the figures and the page count: every summary of the assessment, to be had from one place.

All are pure functions of the tables of one report; rows come in the report's order unless a function says otherwise.
"""

from partnership_analysis.assessment.calendar import Elapsed, OwnDate, is_dated, months_elapsed, own_date
from partnership_analysis.assessment.counts import FigureCount, KindCount, StatusCount, figure_counts, kind_counts, status_count
from partnership_analysis.assessment.criteria import Criterion, CriterionEvidence, Evidence, Fact, criteria
from partnership_analysis.assessment.figures import is_cost, is_money, is_result, is_share, label
from partnership_analysis.assessment.gaps import Gaps, gaps
from partnership_analysis.assessment.matrix import MatrixRow, evidence_matrix
from partnership_analysis.assessment.means import Means, Part, means
from partnership_analysis.assessment.participants import Participant, participants
from partnership_analysis.assessment.targets import Change, Target, TargetState, changes, targets
from partnership_analysis.assessment.timeline import TimelineRow, timeline, undated

__all__ = [
    "Change",
    "Criterion",
    "CriterionEvidence",
    "Elapsed",
    "Evidence",
    "Fact",
    "FigureCount",
    "Gaps",
    "KindCount",
    "MatrixRow",
    "Means",
    "OwnDate",
    "Part",
    "Participant",
    "StatusCount",
    "Target",
    "TargetState",
    "TimelineRow",
    "changes",
    "criteria",
    "evidence_matrix",
    "figure_counts",
    "gaps",
    "is_cost",
    "is_dated",
    "is_money",
    "is_result",
    "is_share",
    "kind_counts",
    "label",
    "means",
    "months_elapsed",
    "own_date",
    "participants",
    "status_count",
    "targets",
    "timeline",
    "undated",
]
