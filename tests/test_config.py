"""feeds.yaml: what is read from it, and what is said of a bad one."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import config
from digest.errors import ConfigError
from digest.registry import load
from digest.settings import (
    SUBJECT_WORDS,
    Config,
    EmailSettings,
    Filter,
    OutputSettings,
    SectionSettings,
    SmtpSettings,
)
from tests import outputs_data as data

EVERY_DEFAULT = """\
version: 1
title: Daily digest
timezone: null
language: auto
output:
  dir: digests
  filename: "{date}"
  formats: [md]
  front_matter: none
  group_by: section
  order: importance
  template: default
  write_empty: false
  max_email_bytes: 92000
  public_url: null
summary: {method: auto, bullets: 3, max_chars: 320}
stories: {cluster: true, window: 48h}
limits: {per_feed: 10, per_section: 15, total: 60, max_age: 7d, first_run: 3}
filters: {include: [], exclude: []}
fetch:
  timeout: 20s
  concurrency: 16
  per_host: 2
  pause: 1s
  min_interval: 1h
  retries: 2
  max_bytes: 10MB
  user_agent: null
  full_text: auto
  robots: true
  allow_private: false
health: {warn_after: 3, dead_after: 14d}
sections: []
defaults: {}
feeds: []
email: null
state: {path: null, keep: 90d}
"""


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str | bytes, environ: dict[str, str] | None = None) -> Config:
        path = tmp_path / "feeds.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return config.load(path, {} if environ is None else environ)

    return read


@pytest.fixture
def complaint(read, tmp_path: Path):
    """What is said of a bad file, with the folder left out."""

    def complaint(text: str | bytes) -> str:
        with pytest.raises(ConfigError) as caught:
            read(text)
        return str(caught.value).replace(f"{tmp_path}/", "")

    return complaint


def test_the_defaults_of_the_file_are_the_defaults_of_the_settings(read, tmp_path):
    from dataclasses import replace

    found = read(EVERY_DEFAULT)
    assert read("version: 1") == found
    assert found.output.dir == tmp_path / "digests"
    assert replace(found, path=None, output=replace(found.output, dir=Path("digests"))) == Config()


def test_without_a_file_the_defaults_hold():
    assert config.load(None, {}) == Config()


def test_a_bare_string_is_a_feed_and_a_feed_has_every_key(read):
    found = read(
        """\
        defaults: {limit: 5, tags: [all]}
        feeds:
          - https://example.com/a.xml
          - url: https://example.com/b.xml
            name: B
            section: tech
            tags: [x, 2026]
            enabled: false
            limit: 3
            max_age: 1w
            full_text: always
            bullets: 2
            weight: 1.5
            language: no
            include: [{field: title, match: "(?i)rail"}]
            exclude: [{field: tag, match: sport}]
            headers: {X-Key: plain}
        """
    )
    plain, full = found.sources
    assert (plain.location, plain.limit, plain.tags, plain.enabled) == ("https://example.com/a.xml", 5, ("all",), True)
    assert (full.name, full.section, full.tags, full.enabled, full.limit) == ("B", "tech", ("x", "2026"), False, 3)
    assert (full.max_age, full.full_text, full.bullets, full.weight) == (timedelta(7), "always", 2, 1.5)
    assert full.language == "no"
    assert full.include == (Filter("title", "(?i)rail"),)
    assert full.exclude == (Filter("tag", "sport"),)
    assert full.headers == {"X-Key": "plain"}
    assert found.sections == (SectionSettings("tech", "Tech"),)


def test_mail_is_read_in_full(read, tmp_path):
    found = read(
        """\
        email:
          from: Digest <me@example.org>
          to: [a@example.org, "B <b@example.org>"]
          unsubscribe: [https://example.org/stop, "mailto:stop@example.org"]
          list_id: digest.example.org
          smtp: {host: mail.example.org, port: 465, security: tls, user: me, password_file: secret}
        """
    )
    assert found.email == EmailSettings(
        sender="Digest <me@example.org>",
        to=("a@example.org", "B <b@example.org>"),
        unsubscribe=("https://example.org/stop", "mailto:stop@example.org"),
        list_id="digest.example.org",
        smtp=SmtpSettings("mail.example.org", 465, "tls", "me", password_file=tmp_path / "secret"),
    )


@pytest.mark.parametrize(
    "address", ["a.b+c@x.org", "jürgen@köln.example", "root@localhost", "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]"]
)
def test_a_mail_address_may_be_unusual(read, address):
    assert read(f"email: {{to: ['{address}']}}").email.to == (address,)


def test_what_waits_for_the_command_that_sends_is_said_until_there_is_one():
    from digest.config.schema import NOT_YET
    from digest.registry import names

    assert ("email.smtp" in NOT_YET) is ("send" not in names("cli"))


def test_sections_that_are_only_referred_to_are_made(read):
    found = read(
        """\
        sections: [{id: tech, title: Technology, limit: 15}]
        feeds:
          - {url: "https://example.com/a", section: world-news}
          - {url: "https://example.com/b", section: tech}
        """
    )
    assert found.sections == (SectionSettings("tech", "Technology", 15), SectionSettings("world-news", "World news"))


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("20s", timedelta(seconds=20)),
        ("48h", timedelta(hours=48)),
        ("1w", timedelta(weeks=1)),
        ("1h30m", timedelta(minutes=90)),
        ("0.5s", timedelta(seconds=0.5)),
        ("0", timedelta(0)),
    ],
)
def test_durations(read, written, length):
    assert read(f"fetch: {{pause: {written}}}").fetch.pause == length


@pytest.mark.parametrize(("written", "size"), [("10MB", 10_000_000), ("500kB", 500_000), ("1MiB", 2**20), ("77", 77)])
def test_sizes(read, written, size):
    assert read(f"fetch: {{max_bytes: {written}}}").fetch.max_bytes == size


def test_private_hosts_are_a_switch_or_a_list(read):
    assert read("fetch: {allow_private: true}").fetch.allow_private is True
    assert read("fetch: {allow_private: [Localhost:8000, '[::1]']}").fetch.allow_private == ("localhost:8000", "[::1]")


def test_secrets_come_from_the_environment(read, tmp_path):
    text = """\
    feeds:
      - url: https://example.com/a
        headers: {Authorization: "Bearer ${TOKEN}"}
        auth: {user: me, password_env: WORD}
    """
    source = read(text, {"TOKEN": "t0p", "WORD": "s3cret"}).sources[0]
    assert source.headers == {"Authorization": "Bearer t0p"}
    assert source.auth == ("me", "s3cret")
    assert "t0p" not in repr(source)
    assert "s3cret" not in repr(source)
    unasked = config.load(tmp_path / "feeds.yaml", None).sources[0]
    assert unasked.headers == {"Authorization": "Bearer ${TOKEN}"}


def test_a_secret_that_is_not_there_is_told_unless_the_feed_is_off(read, complaint):
    feed = "feeds:\n  - url: https://example.com/a\n    enabled: {}\n    headers: {{X: '${{TOKEN}}'}}\n"
    assert complaint(feed.format("true")).startswith("feeds.yaml:4:18: the environment has no TOKEN")
    assert not read(feed.format("false")).sources[0].enabled
    assert not read(feed.format("off")).sources[0].enabled
    assert not read("defaults: {enabled: no}\n" + feed.replace("    enabled: {}\n", "").format()).sources[0].enabled


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x", "feeds.yaml:1:1: unknown key 'titel'; did you mean 'title'?"),
        ("output:\n  zzz: 1", "feeds.yaml:2:3: unknown key 'zzz'; known here: dir, filename, formats"),
        ("title: a\ntitle: b", "feeds.yaml:2:1: key 'title' stands here twice; the first is in line 1"),
        ("title: [a]", "feeds.yaml:1:8: must be a text"),
        ("title: ''", "feeds.yaml:1:8: must not be empty"),
        ('title: "a\\nb"', "feeds.yaml:1:8: must be a single line"),
        ("<<: {title: x}", "feeds.yaml:1:1: merge keys are not read"),
        ("version: 2", "feeds.yaml:1:10: this program reads version 1, not '2'"),
        ("timezone: Stockholm", "unknown time zone 'Stockholm'; did you mean 'Europe/Stockholm'?"),
        ("timezone: Europe/Stokholm", "did you mean 'Europe/Stockholm'?"),
        ("timezone: ../../etc/passwd", "feeds.yaml:1:11: unknown time zone"),
        ("limits: {total: many}", "feeds.yaml:1:17: must be a whole number from 1 to 100000, not 'many'"),
        ("limits: {total: 0}", "must be a whole number from 1"),
        ("limits: {total: 99999999999999999999}", "must be a whole number"),
        ("limits: {total: [1]}", "not a list"),
        ("fetch: {timeout: 20}", "feeds.yaml:1:18: must be a duration like 20s, 48h or 7d, not '20'"),
        ("fetch: {timeout: 0}", "must be more than 0"),
        ("fetch: {timeout: -5s}", "must be a duration"),
        ("limits: {max_age: 99999999999999d}", "must be 365000d at most"),
        ("fetch: {max_bytes: 10XB}", "must be a size like 500kB or 10MB"),
        ("fetch: {robots: maybe}", "must be true or false, not 'maybe'"),
        ("fetch: {full_text: sometimes}", "unknown value 'sometimes'; choose one of: never, auto, always"),
        ("output: {order: newst}", "unknown value 'newst'; did you mean 'newest'?"),
        ("output: {filename: '{day}'}", "unknown place '{day}'"),
        ("output: {filename: '../{date}'}", "must name files below output.dir"),
        ("output: {filename: '{date'}", "bad template"),
        ("output: {filename: '{date.real}'}", "unknown place '{date.real}'"),
        ("output: {template: nowhere}", "there is no folder"),
        ("output: {public_url: 'ftp://x'}", "'ftp://x' is not an http or https address"),
        ("summary: {method: lexrnk}", "unknown value 'lexrnk'"),
        ('fetch: {user_agent: "a\\r\\nX: y"}', "must be a single line"),
        ('fetch: {user_agent: "snow ☃"}', "'☃' cannot stand in a header"),
        ("defaults: {headers: {X: '☃'}}", "'☃' cannot stand in a header"),
        ('defaults: {headers: {X: "a\\0b"}}', "must be a single line of printable characters"),
        (
            "filters: {exclude: [{field: title, match: '(foo'}]}",
            "bad regular expression '(foo': missing )",
        ),
        ("filters: {exclude: [{field: body, match: x}]}", "unknown value 'body'"),
        ("filters: {exclude: [{field: title}]}", "a filter needs both keys"),
        ("filters: [x]", "filters must be a mapping"),
        ("sections: [{title: T}]", "a section needs an 'id'"),
        ("sections: [{id: a}, {id: a}]", "section 'a' stands here twice"),
        ("sections: [{id: 'a b'}]", "must be made of letters"),
        ("language: english", "must be a language code like en"),
        ("email: {from: nobody}", "must be a mail address"),
        ("email: {to: ['a@x..org']}", "must be a mail address"),
        ("email: {to: ['.a@x.org']}", "must be a mail address"),
        ("email: {to: ['a..b@x.org']}", "must be a mail address"),
        ("email: {to: ['a@-x.org']}", "must be a mail address"),
        ("email: {to: ['a@x.org.']}", "must be a mail address"),
        ("email: {to: ['a@[x]']}", "must be a mail address"),
        ("email: {to: ['a@x_.org']}", "must be a mail address"),
        ("email: {to: ['a@x.org, b@x.org']}", "must be a mail address"),
        ("email: {unsubscribe: 'http://x.org'}", "must be an https: or mailto: address"),
        ("email: {smtp: {port: 99999}}", "must be a whole number from 1 to 65535"),
        ("defaults: {url: 'https://x.org'}", "'url' belongs to one feed; it has no default"),
        ("feeds: https://x.org", "feeds must be a list"),
        ("feeds: [x.org/feed]", "'x.org/feed' is not an address; write 'https://…', or 'file: x.org/feed'"),
        ("feeds: ['https://']", "'https://' is not an address"),
        ("feeds: ['https://x.org:99999/']", "is not an address"),
        ("feeds: ['file:///etc/passwd']", "is not an http or https address"),
        ("feeds: ['https://[::1/']", "is not an address"),
        ("feeds:\n  -\n", "an empty line of the list"),
        ("feeds: [{name: X}]", "a feed needs either 'url' or 'file'"),
        ("feeds: [{url: 'https://x.org', file: y}]", "a feed needs either 'url' or 'file', not both"),
        ("feeds: [{file: 'https://x.org'}]", "write 'url: https://x.org'"),
        ("feeds: [{file: .}]", "'.' is a folder; write 'file: ./*'"),
        ("feeds: [[a]]", "a feed must be a mapping"),
        ("feeds: [{url: 'https://x.org', weight: .nan}]", "must be a number from 0 to 100"),
        ("feeds: [{url: 'https://x.org', auth: {user: x}}]", "needs both keys"),
        ("feeds: [{url: 'https://x.org', headers: {Host: x}}]", "'Host' is not a header that can be set"),
        ("feeds: [{url: 'https://x.org', headers: {'A b': x}}]", "'A b' is not a header that can be set"),
        ("feeds: [{url: 'https://x.org', headers: {A: x, a: y}}]", "header 'a' stands here twice"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_its_place(complaint, text, message):
    said = complaint(text)
    assert message in said
    assert said.startswith("feeds.yaml:1:") or "\n" in text
    assert "\n" not in said


def test_credentials_in_an_address_are_refused_and_not_repeated(complaint):
    said = complaint("feeds: ['https://me:hunter2@x.org/']")
    assert "password_env" in said
    assert "hunter2" not in said


@pytest.mark.parametrize(
    "spelling",
    [
        "https://example.com/feed",
        "http://example.com/feed",
        "https://EXAMPLE.com:443/feed/",
        "https://example.com/feed#x",
    ],
)
def test_a_duplicate_feed_is_named_with_both_lines(complaint, spelling):
    said = complaint(f"feeds:\n  - https://example.com/feed\n  - url: {spelling}\n")
    assert said == f"feeds.yaml:3:5: duplicate feed '{spelling}'; the first is in line 2"


def test_all_problems_of_a_file_are_told_in_its_order(complaint):
    said = complaint("feeds: [nowhere]\ntitel: x\nlimits: {total: -1}\n").splitlines()
    assert [line.split(": ")[0] for line in said] == ["feeds.yaml:1:9", "feeds.yaml:2:1", "feeds.yaml:3:17"]
    many = complaint("".join(f"key{number}: 1\n" for number in range(100)))
    assert len(many.splitlines()) == config.MAX_PROBLEMS + 1
    assert many.endswith("80 more problems like these")
    assert complaint("".join(f"key{number}: 1\n" for number in range(21))).endswith(": 1 more problem like this")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("output:\n\tdir: x\n", "feeds.yaml:2:1: found a tab character; indent with spaces"),
        ("title: Daily: news\n", "feeds.yaml:1:13: mapping values are not allowed"),
        ("title: 'x\n", "quotation mark is missing"),
        ("feeds: [a,\n", "feeds.yaml:2:1: a bracket or brace before this is not closed"),
        ("title: @x\n", "quotation marks"),
        ("a: !!python/object/apply:os.system [x]\n", "1:4: the tag '!!python/object/apply:os.system' is not allowed"),
        ("title: !secret x\n", "the tag '!secret' is not allowed"),
        ("title: *x\n", "'*x' stands for nothing before it"),
        ("feeds: &a [*a]\n", "'*a' stands for nothing before it"),
        ("title: a\n---\ntitle: b\n", "feeds.yaml:2:1: a second document begins here"),
        ("[a]: b\n", "a key must be a single word"),
        ("[" * 100_000, "nested more than 20 deep"),
        ("- https://x.org\n", "feeds.yaml:1:1: the file must be a mapping"),
        ("", "feeds.yaml:1:1: the file is empty"),
        ("# only a remark\n", "the file is empty"),
        ("~\n", "the file must be a mapping"),
        (b"title: a\ntitle: \xff\n", "feeds.yaml:2:1: not UTF-8 (byte 0xff)"),
        (b"title: a\ntitle: \0\n", "feeds.yaml:2:8: control character U+0000"),
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_said_in_one_line_with_its_place(complaint, text, message):
    said = complaint(text)
    assert message in said
    assert "\n" not in said


def test_aliases_serve_but_do_not_explode(read, complaint):
    found = read(
        """\
        filters: {exclude: &ads [{field: title, match: Sponsored}]}
        feeds:
          - {url: "https://example.com/a", exclude: *ads}
        """
    )
    assert found.sources[0].exclude == found.exclude == (Filter("title", "Sponsored"),)
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "aliases make this too large" in complaint(bomb)


def test_patterns_name_the_files_there_are(read, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in ("b.md", "a.md", "c.txt", "[x].md"):
        (inbox / name).write_text("text")
    found = read(
        """\
        feeds:
          - {file: inbox/*.md, section: notes}
          - {file: "inbox/[x].md", name: As written}
          - {file: inbox/*, tags: [rest]}
          - file: absent.txt
        """
    )
    assert [(source.key, source.name) for source in found.sources] == [
        ("inbox/a.md", None),
        ("inbox/b.md", None),
        ("inbox/[x].md", "As written"),
        ("inbox/c.txt", None),
        ("absent.txt", None),
    ]
    assert all(source.local and source.location == str(tmp_path / source.key) for source in found.sources)
    assert found.warnings == ()


def test_a_pattern_that_cannot_match_is_warned_of(read, tmp_path):
    found = read("feeds: [{file: 'nowhere/*.md'}]")
    assert found.sources == ()
    assert found.warnings == (f"{tmp_path}/feeds.yaml:1:9: no folder 'nowhere' for 'nowhere/*.md'",)


def test_a_key_whose_feature_is_on_its_way_warns_once(monkeypatch, read, tmp_path):
    from digest.config import schema

    monkeypatch.setattr(schema, "NOT_YET", {"summary.bullets": "soon"})
    warnings = read("summary: {bullets: 3, method: auto}").warnings
    assert warnings == (f"{tmp_path}/feeds.yaml:1:11: 'summary.bullets' has no effect yet: soon",)


def test_what_cannot_be_read_is_said(tmp_path):
    with pytest.raises(ConfigError, match="is a folder; name the file in it"):
        config.load(tmp_path, {})
    with pytest.raises(ConfigError, match=r"there is no .*absent\.yaml"):
        config.load(tmp_path / "absent.yaml", {})
    with pytest.raises(ConfigError, match="cannot read"):
        config.load(tmp_path / ("x" * 300), {})


def test_the_file_is_looked_for_in_the_order_of_the_contract(tmp_path):
    home, here = tmp_path / "home", tmp_path / "here"
    own = home / ".config" / "digest" / "feeds.yaml"
    environ = {"HOME": str(home), "XDG_CONFIG_HOME": "relative"}
    own.parent.mkdir(parents=True)
    here.mkdir()
    assert config.find(None, environ, here) is None
    with pytest.raises(ConfigError, match="run `digest init`"):
        config.locate(None, environ, here)
    own.touch()
    assert config.find(None, environ, here) == own
    (here / "feeds.yaml").touch()
    assert config.find(None, environ, here) == here / "feeds.yaml"
    environ["DIGEST_CONFIG"] = "other.yaml"
    assert config.find(None, environ, here) == here / "other.yaml"
    assert config.find(Path("named.yaml"), environ, here) == here / "named.yaml"
    assert config.find(None, {"XDG_CONFIG_HOME": str(own.parents[1])}, home) == own


def test_ten_thousand_feeds_are_read(read):
    feeds = "".join(f"  - {{url: https://example.com/{number}, section: s{number % 7}}}\n" for number in range(10_000))
    found = read("feeds:\n" + feeds)
    assert len(found.sources) == 10_000
    assert len(found.sections) == 7


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@given(st.sampled_from(EVERY_DEFAULT.replace("{", " ").replace("}", " ").split()), values)
def test_any_value_under_any_key_is_read_or_refused_with_its_place(tmp_path_factory, word, value):
    import json

    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(json.dumps({word.strip(":,"): value, "feeds": [value, {"url": value, "headers": value}]}))
    try:
        assert isinstance(config.load(path, {}), Config)
    except ConfigError as error:
        assert all(line.startswith(str(path)) for line in str(error).splitlines())  # noqa: PT017 - either may hold


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,?\n\t \0é", max_size=60) | st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "bytes.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(ConfigError):
        config.load(path, {})


SUBJECTS = (
    *(f"News {{{word}}}" for word in SUBJECT_WORDS),
    "{title} – {date}",
    "100 {{percent}}",
    "{nonsense}",
    "{date:%d}",
    "{title!r}",
    "{title.__class__}",
    "{title:{date}}",
    "{title",
    "title}",
    "{}",
    "{0}",
)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_is_accepted_where_the_mail_accepts_it(read, subject):
    mail = load("outputs", "eml")
    try:
        made = read(f"email: {{from: a@example.org, to: a@example.org, subject: {json.dumps(subject)}}}\n")
    except ConfigError:
        with pytest.raises(ConfigError, match=r"email\.subject"):
            mail.render_digest(data.digest(), OutputSettings(), EmailSettings(subject=subject))
    else:
        assert subject in SUBJECTS[:8]
        assert mail.render_digest(data.digest(), OutputSettings(), made.email)
