"""The committed reports are what the code writes, and good enough to release."""

import json
from pathlib import Path

from evaluate import evaluate
from paths import DATA_QUALITY, EVALUATION
from prepare import Prepared
from quality import report
from sklearn.pipeline import Pipeline

MIN_AUC = 0.85


def test_evaluation_is_reproduced(scorer: Pipeline, holdout: Prepared) -> None:
    """The figures quoted in aims.yaml come from this code and this data."""
    assert json.loads(EVALUATION.read_text(encoding="utf-8")) == evaluate(scorer, holdout)


def test_auc(scorer: Pipeline, holdout: Prepared) -> None:
    """The scorer separates good from bad well enough."""
    assert evaluate(scorer, holdout)["auc"] >= MIN_AUC


def test_data_quality_report_is_reproduced(data: dict[str, Path]) -> None:
    """The committed data quality report describes this data, and nothing in it fails."""
    text = report(data["training"], data["holdout"])
    assert "FAIL" not in text
    assert DATA_QUALITY.read_text(encoding="utf-8") == text
