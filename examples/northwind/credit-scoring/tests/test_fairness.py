"""The parity gate: a release that fails it is not deployed."""

import numpy as np
from evaluate import approval_gap, evaluate
from prepare import FEATURES, Prepared
from sklearn.pipeline import Pipeline

MAX_GAP = 0.03


def test_parity(scorer: Pipeline, holdout: Prepared) -> None:
    """Approval rates of the genders differ by at most three points."""
    assert evaluate(scorer, holdout)["gap"]["gender"] <= MAX_GAP


def test_protected_attributes_are_not_features() -> None:
    """The model sees neither gender nor its likely proxies."""
    assert not {"gender", "age", "postcode_area"} & set(FEATURES)


def test_gap_is_found_when_there_is_one() -> None:
    """A rule that approves one group only has a gap of one."""
    scores = np.array([0.1, 0.1, 0.9, 0.9])
    assert approval_gap(scores, np.array(["f", "f", "m", "m"])) == 1.0
