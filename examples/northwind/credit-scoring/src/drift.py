"""Population stability index (PSI) of the score: has the population moved since training?"""

import argparse
from pathlib import Path

import numpy as np

from paths import APPLICATIONS, HOLDOUT
from prepare import load, prepare
from score import load_scorer

BINS = 10
SMALLEST_SHARE = 1e-4
"""Stands in for an empty bin, whose logarithm does not exist."""


def psi(expected: np.ndarray, actual: np.ndarray) -> float:
    """PSI of two samples of scores; 0 means the same distribution, above 0.2 calls for a look."""
    edges = np.quantile(expected, np.linspace(0, 1, BINS + 1))[1:-1]
    shares = [
        np.maximum(np.bincount(np.searchsorted(edges, sample), minlength=BINS) / len(sample), SMALLEST_SHARE)
        for sample in (expected, actual)
    ]
    return float(np.sum((shares[1] - shares[0]) * np.log(shares[1] / shares[0])))


def main() -> None:
    """Compare a month of applications with the training data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("applications", type=Path, nargs="?", default=HOLDOUT)
    scorer = load_scorer()
    expected, actual = (
        scorer.predict_proba(prepare(load(path)).features)[:, 1]
        for path in (APPLICATIONS, parser.parse_args().applications)
    )
    print(f"{psi(expected, actual):.3f}")


if __name__ == "__main__":
    main()
