"""Who says something whose subject is parted from its verb by a relative clause or a charge."""

from __future__ import annotations

import pytest

from tests.attributing import sources

HEADS = [
    ("en", "The head of a clinic where nine babies died has told an inquiry that she left.", "the head of a clinic"),
    ("en", "The owner of a house where two students lived told the court that it was late.", "the owner of a house"),
    ("en", "The head of a firm which Tom Bell founded said it would close.", "the head of a firm"),
    ("en", "The head of a firm that Tom Bell built in Corran said it would close.", "the head of a firm"),
    ("en", "The woman whose son Tom Bell hired said that it was late.", "the woman"),
    ("en", "The man accused of killing Tom Bell in Corran told the court that it was dark.", "the man"),
    ("en", "The flaw was found by Lars Eklund, a security researcher, who said it was late.", "Lars Eklund"),
    ("en", "It was found by Lars Eklund and by a worker, who said it was late.", "a worker"),
    ("en", "The bridge that Tom Bell said was old fell.", "Tom Bell"),
    ("es", "El hombre que atacó a Juan Pérez en Villamar dijo que era tarde.", "el hombre"),
    ("es", "El dueño de la casa donde vivían dos chicas dijo que era tarde.", "el dueño de la casa"),
    ("es", "El conductor acusado de atropellar a Eva Sanz en Villamar declaró que era tarde.", "el conductor"),
    ("fr", "L’homme qui attaqua Jean Petit à Villamar a dit que le four était vieux.", "l’homme"),
    ("fr", "Le patron de l’usine où travaillaient deux frères a dit qu’il pleuvait.", "le patron de l’usine"),
    ("fr", "L’homme accusé d’avoir tué Jean Petit à Villamar a dit que le four était vieux.", "l’homme"),
]


@pytest.mark.parametrize(("language", "text", "source"), HEADS, ids=[text[:50] for _, text, _ in HEADS])
def test_who_heads_the_clause_speaks_and_nobody_within_what_is_told_of_them(
    language: str, text: str, source: str
) -> None:
    assert sources(text, language) == [source]
