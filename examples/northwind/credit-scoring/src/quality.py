"""Check the data sets against the limits we set for them, and write the report."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from paths import APPLICATIONS, DATA_QUALITY, HOLDOUT
from prepare import load

MAX_MISSING_SCORES = 0.05
MIN_GENDER_SHARE = 0.4
DEFAULT_RATE = (0.05, 0.35)


@dataclass(frozen=True)
class Check:
    """One limit and whether a data set keeps it."""

    what: str
    value: float
    limit: str
    passed: bool


def checks(table: np.ndarray) -> list[Check]:
    """Measure one data set."""
    duplicates = len(table) - len(np.unique(table["application_id"]))
    missing = float(np.isnan(table["bureau_score"]).mean())
    smaller = float(min(np.mean(table["gender"] == group) for group in ("f", "m")))
    default_rate = float(table["defaulted"].mean())
    low, high = DEFAULT_RATE
    return [
        Check("Duplicate application ids", duplicates, "0", duplicates == 0),
        Check("Missing bureau scores", missing, f"<= {MAX_MISSING_SCORES}", missing <= MAX_MISSING_SCORES),
        Check("Smaller gender", smaller, f">= {MIN_GENDER_SHARE}", smaller >= MIN_GENDER_SHARE),
        Check("Default rate", default_rate, f"{low} to {high}", low <= default_rate <= high),
    ]


def section(name: str, table: np.ndarray) -> str:
    """One data set as a Markdown section."""
    young = float((table["age"] < 25).mean())
    lines = [
        f"## {name}",
        "",
        f"{len(table)} rows; {young:.1%} of the applicants are under 25.",
        "",
        "| share or count | value | limit | result |",
        "|---|---|---|---|",
    ]
    for check in checks(table):
        result = "pass" if check.passed else "FAIL"
        lines.append(f"| {check.what} | {round(check.value, 3):g} | {check.limit} | {result} |")
    return "\n".join(lines)


def report(training: Path = APPLICATIONS, holdout: Path = HOLDOUT) -> str:
    """The whole report."""
    parts = [
        "# Data quality",
        "Written by `src/quality.py`. A data set that misses a limit is not trained on.",
        section("applications", load(training)),
        section("holdout-2026q1", load(holdout)),
    ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    DATA_QUALITY.write_text(report(), encoding="utf-8")
