"""Train the scorer."""

from pathlib import Path

import joblib
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from paths import APPLICATIONS, MODEL
from prepare import load, prepare
from quality import checks


def train(data: Path = APPLICATIONS) -> Pipeline:
    """Fit the scorer; refuses data that fails a quality check."""
    table = load(data)
    failed = [check.what for check in checks(table) if not check.passed]
    if failed:
        raise ValueError(f"{data.name} is not fit for training: {', '.join(failed)}")
    prepared = prepare(table)
    scorer = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression(max_iter=500))
    scorer.fit(prepared.features, prepared.defaulted)
    return scorer


if __name__ == "__main__":
    MODEL.parent.mkdir(exist_ok=True)
    joblib.dump(train(), MODEL)
