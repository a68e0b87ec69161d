"""Turn raw applications into what the model may see."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

FEATURES = ["income", "months_employed", "debt_ratio", "late_payments", "loan_amount", "bureau_score"]
"""Gender, age and postcode are left out on purpose: see docs/design.md."""

MINIMUM_AGE = 21


@dataclass(frozen=True)
class Prepared:
    """Rows ready for training or evaluation.

    features: shape (rows, len(FEATURES)), NaN where a bureau score is missing.
    defaulted: shape (rows,), 1 for a default within twelve months.
    gender: shape (rows,), kept beside the features only to measure fairness.
    """

    features: np.ndarray
    defaulted: np.ndarray
    gender: np.ndarray


def load(path: Path) -> np.ndarray:
    """Read a CSV of applications as a structured array, one field per column."""
    return np.genfromtxt(
        path,
        delimiter=",",
        names=True,
        dtype=None,
        encoding="utf-8",
        converters={"bureau_score": lambda text: float(text) if text else float("nan")},
    )


def eligible(table: np.ndarray) -> np.ndarray:
    """Drop applicants the model is not meant for."""
    return table[table["age"] >= MINIMUM_AGE]


def prepare(table: np.ndarray) -> Prepared:
    """Pick the eligible rows and the columns the model may see."""
    rows = eligible(table)
    return Prepared(
        features=np.column_stack([rows[name].astype(float) for name in FEATURES]),
        defaulted=rows["defaulted"].astype(int),
        gender=rows["gender"],
    )
