"""Score one application and say what to do with it."""

import argparse
import logging
from pathlib import Path

import joblib
import numpy as np
from sklearn.pipeline import Pipeline

from paths import MODEL
from prepare import FEATURES

APPROVE_BELOW = 0.4
DECLINE_ABOVE = 0.6

log = logging.getLogger("northwind.scoring")


def load_scorer(path: Path = MODEL) -> Pipeline:
    """Load the trained scorer."""
    return joblib.load(path)


def score(scorer: Pipeline, application: dict[str, float]) -> float:
    """Probability, from 0 to 1, that this applicant defaults within twelve months."""
    features = np.array([[application[name] for name in FEATURES]], dtype=float)
    return float(scorer.predict_proba(features)[0, 1])


def proposal(probability: float) -> str:
    """What the loan officer is shown: between the two limits the officer decides."""
    if probability < APPROVE_BELOW:
        return "approve"
    return "refer" if probability <= DECLINE_ABOVE else "decline"


def main() -> None:
    """Score the application given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in FEATURES:
        parser.add_argument(f"--{name.replace('_', '-')}", type=float, required=True)
    application = vars(parser.parse_args())
    probability = score(load_scorer(), application)
    log.info("scored", extra={"probability": probability, "proposal": proposal(probability)})
    print(f"{probability:.3f} {proposal(probability)}")


if __name__ == "__main__":
    main()
