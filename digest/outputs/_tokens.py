"""The look in one table: colours in light and dark, fonts, sizes. Templates name these, nothing else."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "page": "#f2f0eb",
    "card": "#ffffff",
    "box": "#f7f5f0",
    "ink": "#16191d",
    "title": "#0b4348",
    "text": "#2e343b",
    "mute": "#5b636c",
    "accent": "#0f5257",
    "line": "#e2ded5",
}
DARK: Mapping[str, str] = {
    "page": "#101214",
    "card": "#181b1f",
    "box": "#1f2328",
    "ink": "#f1f2f3",
    "title": "#e3f1f0",
    "text": "#d3d7db",
    "mute": "#a3abb3",
    "accent": "#6fc7c2",
    "line": "#31363c",
}
SERIF = "Georgia,'Times New Roman',serif"
SANS = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
RTL_SERIF = "'Times New Roman','Geeza Pro','Noto Naskh Arabic',serif"
RTL_SANS = "-apple-system,BlinkMacSystemFont,'Segoe UI',Tahoma,'Noto Sans Arabic','Noto Sans Hebrew',Arial,sans-serif"
"""Georgia and Roboto have neither Arabic nor Hebrew letters: a page would mix the faces of two fonts."""

CAPITALS = "letter-spacing:1.2px;text-transform:uppercase"
RTL_CAPITALS = "text-transform:uppercase"  # Arabic letters are joined; space between them tears words apart
MONO = "Consolas,Menlo,monospace"

TOKENS: Mapping[str, str | Mapping[str, str]] = {
    "light": LIGHT,
    "dark": DARK,
    "serif": SERIF,
    "sans": SANS,
    "mono": MONO,
    "capitals": CAPITALS,
}


def tokens_for(direction: str) -> Mapping[str, str | Mapping[str, str]]:
    """Give the look of a page that is read from left to right (`ltr`) or from right to left (`rtl`)."""
    if direction != "rtl":
        return TOKENS
    return {**TOKENS, "serif": RTL_SERIF, "sans": RTL_SANS, "capitals": RTL_CAPITALS}
