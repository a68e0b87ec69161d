"""Trains a model: all that a newcomer has."""

from sklearn.ensemble import GradientBoostingClassifier

churn = GradientBoostingClassifier()
churn.fit([[0], [1]], [0, 1])
