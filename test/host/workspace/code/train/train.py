"""Trains a model that no card covers. A comment that says joblib.load("model") is no model."""

from sklearn.ensemble import RandomForestClassifier

forest = RandomForestClassifier(n_estimators=10)
forest.fit([[0], [1]], [0, 1])
