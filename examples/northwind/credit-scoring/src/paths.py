"""Where the project keeps its files."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPLICATIONS = ROOT / "data" / "applications.csv"
HOLDOUT = ROOT / "data" / "holdout-2026q1.csv"
MODEL = ROOT / "models" / "scorer.joblib"
EVALUATION = ROOT / "reports" / "eval.json"
DATA_QUALITY = ROOT / "reports" / "data-quality.md"
