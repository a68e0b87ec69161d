"""Everything the tests need, made from scratch: they pass on a fresh clone."""

from pathlib import Path

import make_data
import pytest
from prepare import Prepared, load, prepare
from sklearn.pipeline import Pipeline
from train import train


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Paths of a fresh training set and holdout."""
    folder = tmp_path_factory.mktemp("data")
    paths = {"training": folder / "applications.csv", "holdout": folder / "holdout-2026q1.csv"}
    make_data.main(paths["training"], paths["holdout"])
    return paths


@pytest.fixture(scope="session")
def scorer(data: dict[str, Path]) -> Pipeline:
    """A scorer trained on that data."""
    return train(data["training"])


@pytest.fixture(scope="session")
def holdout(data: dict[str, Path]) -> Prepared:
    """The prepared holdout."""
    return prepare(load(data["holdout"]))
