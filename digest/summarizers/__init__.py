"""Sentences to scores, one file an algorithm.

Each has `rank(segmented) -> tuple[float, ...]`: one finite score a sentence, the same for the same
input; the higher, the sooner it should be a key point, and ties are broken by position. One may have
`features(segmented)` too, which says in figures what its scores are made of.
"""
