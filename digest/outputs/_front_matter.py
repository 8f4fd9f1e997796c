"""The block of facts at the top of a Markdown file, as Obsidian, Hugo and Jekyll expect it."""

from __future__ import annotations

import json
from datetime import UTC
from typing import Literal

from digest.models import Digest
from digest.outputs._view import Issue

Preset = Literal["none", "obsidian", "hugo", "jekyll"]


def front_matter(digest: Digest, issue: Issue, preset: Preset) -> str:
    """Write YAML between two lines of dashes and an empty line; nothing for `none`.

    Obsidian names a note by its file and knows no `title`, so that the heading stays in the text.
    """
    if preset == "none":
        return ""
    at = digest.generated_at if digest.generated_at.tzinfo else digest.generated_at.replace(tzinfo=UTC)
    title = quoted(issue.name)
    facts: dict[str, dict[str, object]] = {
        "obsidian": {"date": issue.date, "tags": '["digest"]', "aliases": f"[{title}]", "stories": len(issue.stories)},
        "hugo": {
            "title": title,
            "date": at.isoformat(timespec="seconds"),
            "description": quoted(issue.preheader),
            "tags": '["digest"]',
            "draft": "false",
        },
        "jekyll": {
            "layout": "post",
            "title": title,
            "date": f"{at:%Y-%m-%d %H:%M:%S %z}",
            "excerpt": quoted(issue.preheader),
            "tags": '["digest"]',
            "render_with_liquid": "false",
        },
    }
    return "\n".join(("---", *(f"{key}: {value}" for key, value in facts[preset].items()), "---", "", ""))


def quoted(text: str) -> str:
    """Write a YAML string; JSON's are a part of YAML's (YAML 1.2, 1.3)."""
    return json.dumps(text, ensure_ascii=False)
