"""Try-out: which customers will pay back early? Not used for anything yet."""

from pathlib import Path

import joblib
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

MODEL = Path(__file__).with_name("churn.joblib")


def main() -> None:
    """Train on made-up customers, print the AUC and keep the model."""
    features, left = make_classification(n_samples=1500, n_features=12, weights=[0.8], random_state=7)
    forest = RandomForestClassifier(n_estimators=50, random_state=7)
    print(f"AUC {cross_val_score(forest, features, left, scoring='roc_auc').mean():.3f}")
    forest.fit(features, left)
    joblib.dump(forest, MODEL)


if __name__ == "__main__":
    main()
