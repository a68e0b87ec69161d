"""Scoring one application, and watching the score over time."""

import numpy as np
import pytest
from drift import psi
from prepare import Prepared
from score import proposal, score
from sklearn.pipeline import Pipeline

APPLICATION = {
    "income": 34_000,
    "months_employed": 48,
    "debt_ratio": 0.3,
    "late_payments": 0,
    "loan_amount": 8_000,
    "bureau_score": 580,
}


@pytest.mark.parametrize(
    ("probability", "expected"),
    [(0.39, "approve"), (0.4, "refer"), (0.6, "refer"), (0.61, "decline")],
)
def test_officer_decides_between_the_limits(probability: float, expected: str) -> None:
    assert proposal(probability) == expected


def test_late_payments_raise_the_score(scorer: Pipeline) -> None:
    assert score(scorer, {**APPLICATION, "late_payments": 4}) > score(scorer, APPLICATION)


def test_bureau_outage_still_gives_a_score(scorer: Pipeline) -> None:
    """A missing bureau score is imputed; the application service refers such cases to an officer."""
    assert 0 < score(scorer, {**APPLICATION, "bureau_score": float("nan")}) < 1


# aims: evidence A.6.2.6 the drift that is watched in use is measured as the card says
def test_drift_is_measured(scorer: Pipeline, holdout: Prepared) -> None:
    scores = scorer.predict_proba(holdout.features)[:, 1]
    assert psi(scores, scores) == pytest.approx(0)
    assert psi(scores, np.sqrt(scores)) > 0.2
