"""The learned weights, from one small file; `benchmarks/learn_attribution.py` makes it and tells from what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Load the weights, by what they decide: `report` and `pronoun`."""
    text = files("digest.attribute").joinpath("weights.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, float]] = json.loads(text)
    return loaded
