"""Make synthetic loan applications, so that the project runs without anybody's data.

Same seed, same bytes. The numbers are invented; no row describes a real person.
"""

import csv
from pathlib import Path

import numpy as np
from numpy.random import Generator

from paths import APPLICATIONS, HOLDOUT

COLUMNS = [
    "application_id",
    "gender",
    "age",
    "postcode_area",
    "income",
    "months_employed",
    "debt_ratio",
    "late_payments",
    "loan_amount",
    "bureau_score",
    "defaulted",
]
SEED = 42001
TRAINING_ROWS = 6000
HOLDOUT_ROWS = 2500
PAY_GAP = 0.84


def default_probability(table: dict[str, np.ndarray]) -> np.ndarray:
    """The invented truth the model has to find: probability of default per applicant."""
    logit = (
        -3.4
        - 1.35 * np.log(table["income"] / 32_000)
        - 0.011 * (table["months_employed"] - 60)
        + 4.2 * (table["debt_ratio"] - 0.3)
        + 1.15 * table["late_payments"]
        + 0.05 * (table["loan_amount"] / 1_000 - 9)
        - 0.021 * (table["bureau_score"] - 560)
    )
    return 1 / (1 + np.exp(-logit))


def applicants(rng: Generator, rows: int, first_id: int) -> dict[str, np.ndarray]:
    """Draw applicants and whether each of them defaulted within twelve months."""
    age = np.clip(rng.normal(43, 12, rows), 19, 79).round().astype(int)
    gender = rng.choice(["f", "m"], rows)
    area = rng.integers(1, 10, rows)
    # Income differs by postcode and gender, so that leaving both out of the features does not settle fairness.
    income = rng.lognormal(10.35, 0.35, rows) * (1 + 0.02 * (area - 5)) * np.where(gender == "f", PAY_GAP, 1.0)
    table = {
        "application_id": np.arange(first_id, first_id + rows),
        "gender": gender,
        "age": age,
        "postcode_area": area,
        "income": income.round(-2).astype(int),
        "months_employed": np.minimum(rng.exponential(70, rows), (age - 17) * 12).round().astype(int),
        "debt_ratio": rng.beta(2.2, 5, rows).round(3),
        "late_payments": rng.poisson(0.5, rows),
        "loan_amount": (rng.gamma(3, 3_000, rows).clip(500, 20_000)).round(-2).astype(int),
        "bureau_score": np.clip(rng.normal(560, 75, rows), 300, 850).round().astype(int),
    }
    table["defaulted"] = (rng.random(rows) < default_probability(table)).astype(int)
    return table


def write(path: Path, rng: Generator, table: dict[str, np.ndarray]) -> None:
    """Write a table as CSV; about one bureau score in thirty is blank, as in real life."""
    path.parent.mkdir(parents=True, exist_ok=True)
    no_score = rng.random(len(table["bureau_score"])) < 1 / 30
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for i, blank in enumerate(no_score):
            row = [table[column][i] for column in COLUMNS]
            if blank:
                row[COLUMNS.index("bureau_score")] = ""
            writer.writerow(row)


def main(training: Path = APPLICATIONS, holdout: Path = HOLDOUT) -> None:
    """Write the training set and the holdout."""
    rng = np.random.default_rng(SEED)
    write(training, rng, applicants(rng, TRAINING_ROWS, first_id=100_000))
    write(holdout, rng, applicants(rng, HOLDOUT_ROWS, first_id=200_000))


if __name__ == "__main__":
    main()
