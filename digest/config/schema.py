"""Every key of feeds.yaml with its reader, and how the values become a `Config`.

A new key is a line in a table here and a field in `digest/settings.py`, where its default stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from digest.config.document import Items, Node, Pairs, Scalar
from digest.config.reading import (
    Read,
    Reading,
    duration,
    fields,
    instead,
    lasting,
    line,
    many,
    one_of,
    path,
    size,
    switch,
    text,
    whole,
)
from digest.config.reading import choice as choice_of
from digest.config.sources import read_defaults, read_feeds
from digest.config.wording import (
    filename,
    filters,
    format_names,
    header_value,
    hosts,
    identifier,
    language_or_auto,
    mailbox,
    method,
    subject,
    timezone,
    way_out,
    web_address,
)
from digest.settings import (
    Config,
    EmailSettings,
    FetchSettings,
    HealthSettings,
    Limits,
    OutputSettings,
    SectionSettings,
    SmtpSettings,
    Source,
    StateSettings,
    StorySettings,
    SummarySettings,
)

NOT_YET: Mapping[str, str] = {}
"""Keys that are accepted and checked while their feature is on its way: dotted name -> what is missing."""


def read_config(root: Node, reading: Reading) -> Config:
    """Make the settings of a file; what is wrong is noted in `reading`."""
    values = fields(root, reading, TOP)
    filtered = values.pop("filters", {})
    values.pop("version", None)
    defaults, feeds = values.pop("defaults", {}), values.pop("feeds", None)
    sources = read_feeds(feeds, reading, defaults) if feeds else ()
    default = Source(location="", **defaults)
    sections = with_referenced(values.pop("sections", ()), (*sources, default))
    output = values.pop("output", OutputSettings())
    return Config(
        path=reading.file,
        output=replace(output, dir=reading.folder / output.dir),
        **values,
        **filtered,
        sections=sections,
        sources=sources,
        defaults=default,
        warnings=tuple(dict.fromkeys(reading.warnings)),
    )


def version(node: Node, reading: Reading) -> int | None:
    """Read the version of the file's form; there is one so far."""
    if isinstance(node, Scalar) and node.text == "1":
        return 1
    reading.wrong(node, f"this program reads version 1{instead(node)}; a newer one may read this file")
    return None


def block(keys: Mapping[str, Read], name: str, make: Any = dict) -> Read:
    """Make a reader of a mapping of settings."""
    return lambda node, reading: make(**fields(node, reading, keys, name))


def template_folder(node: Node, reading: Reading) -> str | None:
    """Read `default`, or a folder with templates."""
    if isinstance(node, Scalar) and node.text == "default":
        return node.text
    folder = path(node, reading)
    if folder is not None and not folder.is_dir():
        reading.wrong(node, f"there is no folder '{folder}'; 'default' uses the templates that come with the program")
        return None
    return str(folder) if folder else None


def sections(node: Node, reading: Reading) -> tuple[SectionSettings, ...]:
    """Read the headings of the digest, in their order."""
    if not isinstance(node, Items):
        reading.wrong(node, "sections must be a list: lines of '- {id: tech, title: Technology}'")
        return ()
    found: dict[str, SectionSettings] = {}
    for item in node.nodes:
        values = fields(item, reading, SECTION, "a section")
        if "id" not in values:
            if isinstance(item, Pairs) and "id" not in {key.text for key, _ in item.pairs}:
                reading.wrong(item, "a section needs an 'id' that feeds refer to")
        elif values["id"] in found:
            reading.wrong(item, f"section '{values['id']}' stands here twice")
        else:
            values.setdefault("title", title_of(values["id"]))
            found[values["id"]] = SectionSettings(**values)
    return tuple(found.values())


def with_referenced(known: tuple[SectionSettings, ...], sources: tuple[Source, ...]) -> tuple[SectionSettings, ...]:
    """Add the sections that feeds refer to and nobody has described."""
    found = {section.id: section for section in known}
    for source in sources:
        if source.section:
            found.setdefault(source.section, SectionSettings(id=source.section, title=title_of(source.section)))
    return tuple(found.values())


def title_of(name: str) -> str:
    """Make a heading of an identifier: `world-news` is headed "World news"."""
    words = name.replace("-", " ").replace("_", " ").strip() or name
    return words[0].upper() + words[1:]


def keep_node(node: Node, _reading: Reading) -> Node:
    """Leave a node to be read when what it depends on has been."""
    return node


def sender(node: Node, reading: Reading) -> EmailSettings:
    """Read `email`; `from` is a word of Python's, so its field has another name."""
    values = fields(node, reading, EMAIL, "email")
    if "from" in values:
        values["sender"] = values.pop("from")
    made = EmailSettings(**values)
    if made.sendmail and made.smtp != SmtpSettings() and isinstance(node, Pairs):
        key = next(key for key, _ in node.pairs if key.text == "sendmail")
        reading.wrong(key, "mail goes out by one way: keep either 'sendmail' or 'smtp'")
    return made


SECTION: Mapping[str, Read] = {"id": identifier, "title": line, "limit": whole(1, 10_000)}
OUTPUT: Mapping[str, Read] = {
    "dir": path,
    "filename": filename,
    "formats": many(choice_of(format_names)),
    "front_matter": one_of("none", "obsidian", "hugo", "jekyll"),
    "group_by": one_of("section", "feed", "none"),
    "order": one_of("importance", "newest", "config"),
    "template": template_folder,
    "write_empty": switch,
    "max_email_bytes": size,
    "public_url": web_address,
    "feed": one_of("none", "atom", "json", "both"),
}
SUMMARY: Mapping[str, Read] = {"method": method, "bullets": whole(1, 100), "max_chars": whole(40, 10_000)}
STORIES: Mapping[str, Read] = {"cluster": switch, "window": lasting}
LIMITS: Mapping[str, Read] = {
    "per_feed": whole(1, 10_000),
    "per_section": whole(1, 10_000),
    "total": whole(1, 100_000),
    "max_age": lasting,
    "first_run": whole(0, 10_000),
}
FETCH: Mapping[str, Read] = {
    "timeout": lasting,
    "concurrency": whole(1, 256),
    "per_host": whole(1, 64),
    "pause": duration,
    "min_interval": duration,
    "retries": whole(0, 10),
    "max_bytes": size,
    "user_agent": header_value,
    "full_text": one_of("never", "auto", "always"),
    "robots": switch,
    "allow_private": hosts,
}
SMTP: Mapping[str, Read] = {
    "host": line,
    "port": whole(1, 65_535),
    "security": one_of("starttls", "tls", "none"),
    "user": line,
    "password_env": text,
    "password_file": path,
}
EMAIL: Mapping[str, Read] = {
    "from": mailbox,
    "to": many(mailbox),
    "reply_to": mailbox,
    "subject": subject,
    "list_id": line,
    "unsubscribe": many(way_out),
    "smtp": block(SMTP, "email.smtp", SmtpSettings),
    "sendmail": path,
}
TOP: Mapping[str, Read] = {
    "version": version,
    "title": line,
    "timezone": timezone,
    "language": language_or_auto,
    "output": block(OUTPUT, "output", OutputSettings),
    "summary": block(SUMMARY, "summary", SummarySettings),
    "stories": block(STORIES, "stories", StorySettings),
    "limits": block(LIMITS, "limits", Limits),
    "filters": block({"include": filters, "exclude": filters}, "filters"),
    "fetch": block(FETCH, "fetch", FetchSettings),
    "health": block({"warn_after": whole(1, 1000), "dead_after": lasting}, "health", HealthSettings),
    "sections": sections,
    "defaults": read_defaults,
    "feeds": keep_node,
    "email": sender,
    "state": block({"path": path, "keep": lasting}, "state", StateSettings),
}
