"""Ordinary code: nothing may show here."""

import json

print(json.dumps({"model": "RandomForestClassifier().fit"}))
