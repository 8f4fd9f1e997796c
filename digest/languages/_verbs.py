"""The forms of regular verbs in which newspapers report: the third person, and the participle."""

from __future__ import annotations

_UNSTRESSED = ("be", "emp", "ent", "er", "ge", "miss", "ver", "wider", "zer", "über", "unter", "hinter")
_HARD = ("t", "d", "chn", "dn", "ffn", "gn")  # stems that take an e before t: rechnet


def english(bases: str) -> dict[str, str]:
    """Give the forms of regular English verbs, each with its dictionary form."""
    found: dict[str, str] = {}
    for base in bases.split():
        if base.endswith("e"):
            endings = (base + "s", base + "d", base[:-1] + "ing")
        elif base.endswith("y") and base[-2] not in "aeiou":
            endings = (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
        elif base.endswith(("s", "sh", "ch", "x", "z")):
            endings = (base + "es", base + "ed", base + "ing")
        else:
            endings = (base + "s", base + "ed", base + "ing")
        found |= dict.fromkeys((base, *endings), base)
    return found


def german(stems: str) -> dict[str, str]:
    """Give the forms of weak verbs by stem (`sag`), each with its infinitive: sagen, sagt, sagte, sagten, gesagt."""
    found: dict[str, str] = {}
    for stem in stems.split():
        infinitive = f"{stem}n" if stem.endswith(("er", "el")) else f"{stem}en"
        present = f"{stem}et" if stem.endswith(_HARD) else f"{stem}t"
        bare = stem.startswith(_UNSTRESSED) or stem.endswith("ier")
        participle = present if bare else f"ge{present}"
        found |= dict.fromkeys((infinitive, present, f"{present}e", f"{present}en", participle), infinitive)
    return found


def french(stems: str) -> dict[str, str]:
    """Give the forms of verbs in -er by stem (`affirm`): affirmer, affirme, affirment, affirmé, affirmait, affirma."""
    found: dict[str, str] = {}
    for stem in stems.split():
        soft = {"g": f"{stem}e", "c": f"{stem[:-1]}ç"}.get(stem[-1], stem)  # jugeait, annonçait
        forms = (f"{stem}er", f"{stem}e", f"{stem}ent", f"{stem}é", f"{soft}ait", f"{soft}aient", f"{soft}a")
        found |= dict.fromkeys((*forms, f"{stem}èrent"), forms[0])
    return found


def spanish(stems: str) -> dict[str, str]:
    """Give the forms of verbs in -ar by stem (`afirm`): afirmar, afirma, afirmó, afirmado and more."""
    found: dict[str, str] = {}
    for stem in stems.split():
        endings = ("ar", "a", "an", "ó", "aron", "ado", "aba", "aban", "ando")
        found |= dict.fromkeys((stem + ending for ending in endings), f"{stem}ar")
    return found
