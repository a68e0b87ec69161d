"""Measure the scorer on the holdout and write reports/eval.json."""

import json
from pathlib import Path

import joblib
import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import Pipeline

from paths import EVALUATION, HOLDOUT, MODEL
from prepare import Prepared, load, prepare
from score import APPROVE_BELOW

DIGITS = 3


def approval_gap(scores: np.ndarray, groups: np.ndarray) -> float:
    """Largest difference between the approval rates of two groups, from 0 to 1."""
    approved = scores < APPROVE_BELOW
    rates = [approved[groups == group].mean() for group in np.unique(groups)]
    return float(max(rates) - min(rates))


def evaluate(scorer: Pipeline, holdout: Prepared) -> dict[str, object]:
    """The figures the model card quotes, rounded so that they do not depend on the machine."""
    scores = scorer.predict_proba(holdout.features)[:, 1]
    return {
        "dataset": "holdout-2026q1",
        "rows": len(scores),
        "auc": round(float(roc_auc_score(holdout.defaulted, scores)), DIGITS),
        "approval_rate": round(float((scores < APPROVE_BELOW).mean()), DIGITS),
        "gap": {"gender": round(approval_gap(scores, holdout.gender), DIGITS)},
    }


def main(model: Path = MODEL, data: Path = HOLDOUT, report: Path = EVALUATION) -> None:
    """Evaluate the saved model."""
    result = evaluate(joblib.load(model), prepare(load(data)))
    report.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
