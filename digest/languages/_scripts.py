"""What is known of names and speech where a language has no `cues` of its own."""

from __future__ import annotations

SAYING = (  # what ends or begins a line that says that somebody says something, in scripts without capitals
    "说", "說", "表示", "称", "稱", "指出", "写道", "问", "問", "道", "は", "が", "も", "で", "と", "に",
    "는", "은", "이", "가",
)  # fmt: skip
SAYING_FIRST = ("قال", "وقال", "أكد", "وأكد", "أضاف", "وأضاف", "صرح", "وصرح", "أمر", "ויאמר", "אמר", "אמרה")
GIVEN_NAMES = "given-names.txt given-names-de.txt given-names-es.txt given-names-fr.txt"
