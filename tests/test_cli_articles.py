"""`digest summarize`, `claims` and `extract`, as a user calls them."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios

import pytest

from tests.program import ROOT, SAMPLES, digest, environment

PASTED = SAMPLES / "articles" / "kessel-dam.txt"
MARKDOWN = SAMPLES / "articles" / "kessel-valley.md"
PAGE = SAMPLES / "articles" / "lost-film.html"
FEED = SAMPLES / "harbour-courier.atom"
METHODS = ("auto", "lead", "lexrank", "textrank", "lsa", "luhn", "edmundson", "sumbasic", "kl", "reduction")
FURNITURE = (
    "Buses wait outside",
    "Close",
    "What's Hot",
    "Advertisement",
    "Sign up to our newsletter",
    "via Picture Desk",
)


def articles(outcome):
    assert outcome.status == 0, outcome.err
    value = json.loads(outcome.out)
    assert value["schema"] == "digest/1"
    return value["articles"]


@pytest.mark.parametrize("path", [PASTED, MARKDOWN, PAGE, SAMPLES / "articles" / "abroad" / "nachtzug.md"])
def test_points_are_sentences_of_the_text_word_for_word(tmp_path, path):
    (article,) = articles(digest("summarize", path, "--json", "--text", "--claims", cwd=tmp_path))
    assert article["source"] == str(path)
    assert len(article["key_points"]) == 3
    for part in (*article["key_points"], *article["claims"]):
        assert article["text"][part["start"] : part["end"]] == part["text"]
    starts = [point["start"] for point in article["key_points"]]
    assert starts == sorted(starts)
    assert article["title"] not in [point["text"] for point in article["key_points"]]


def test_what_surrounds_a_pasted_article_is_left_out(tmp_path):
    (article,) = articles(digest("extract", PASTED, "--json", "--text", cwd=tmp_path))
    assert article["title"].startswith("Thousands told to leave")
    for furniture in FURNITURE:
        assert not re.search(rf"^{re.escape(furniture)}", article["text"], re.MULTILINE)
    assert "310 cubic metres a second" in article["text"]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gives_points(tmp_path, method):
    (article,) = articles(digest("summarize", MARKDOWN, "--json", "-m", method, cwd=tmp_path))
    assert article["method"] == method
    assert len(article["key_points"]) == 3


def test_fewer_points_are_a_prefix_of_the_order_of_choice(tmp_path):
    chosen = {}
    for count in (1, 2, 3, 5):
        (article,) = articles(digest("summarize", MARKDOWN, "--json", "-n", count, cwd=tmp_path))
        ranked = sorted(article["key_points"], key=lambda point: -point["score"])
        chosen[count] = [point["start"] for point in ranked]
    assert chosen[5][:3] == chosen[3]
    assert chosen[3][:2] == chosen[2]
    assert chosen[2][:1] == chosen[1]


@pytest.mark.parametrize("shape", ["md", "txt", "html", "json"])
def test_every_format_holds_the_points(tmp_path, shape):
    (article,) = articles(digest("summarize", MARKDOWN, "--json", cwd=tmp_path))
    outcome = digest("summarize", MARKDOWN, "-f", shape, cwd=tmp_path)
    assert outcome.status == 0
    shown = re.sub(r"\s+", " ", outcome.out.replace("=\n", "").replace("\\", ""))
    first = article["key_points"][0]["text"].split()[:4]
    assert " ".join(first) in shown


def test_a_feed_gives_every_article_and_standard_input_is_read(tmp_path):
    assert len(articles(digest("summarize", FEED, "--json", cwd=tmp_path))) == 4
    (article,) = articles(digest("summarize", "-", "--json", cwd=tmp_path, stdin=MARKDOWN.read_bytes()))
    assert article["source"] == "-"


def test_a_bad_source_stops_no_other(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    sources = ("missing.txt", ".", "empty.txt", "binary.txt")
    outcome = digest("summarize", *sources, MARKDOWN, "--json", cwd=tmp_path)
    assert outcome.status == 0
    value = json.loads(outcome.out)
    assert len(value["articles"]) == 1
    assert [problem["source"] for problem in value["problems"]] == list(sources)
    lines = outcome.err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith(f"digest: {name}: ") for line, name in zip(lines, sources, strict=True))
    assert digest("summarize", *sources, MARKDOWN, "--strict", cwd=tmp_path).status == 3
    assert digest("summarize", *sources, cwd=tmp_path).status == 1


def test_short_articles_say_that_they_have_no_more(tmp_path):
    (tmp_path / "short.txt").write_text("The ferry to Stenna sails again from Monday, the operator said.\n")
    outcome = digest("summarize", "short.txt", cwd=tmp_path)
    assert outcome.status == 0
    assert "1 key point of 3 asked for; no other sentence of the article can be one; --explain says why" in outcome.err
    explained = digest("summarize", "short.txt", "--explain", cwd=tmp_path)
    assert "no other sentence of the article can be one\n" in explained.err


def test_explain_shows_a_table(tmp_path):
    outcome = digest("summarize", MARKDOWN, "--explain", cwd=tmp_path)
    table = outcome.err.split("Why these points (auto)")[1].splitlines()
    assert "score" in table[1]
    assert sum(line.startswith("*") for line in table) == 3


def test_claims_as_a_table_and_by_source(tmp_path):
    table = digest("claims", PASTED, cwd=tmp_path)
    assert table.status == 0
    assert "WHO" in table.out
    assert "Casper Wynn" in table.out
    grouped = digest("claims", PASTED, "--by-source", cwd=tmp_path)
    names = [line for line in grouped.out.splitlines()[2:] if line and not line.startswith(" ")]
    assert len(names[:-1]) == len(set(names[:-1]))


def test_claims_in_a_language_whose_words_are_not_known_say_what_was_looked_for(tmp_path):
    path = tmp_path / "ponte.txt"
    plain = "Il ponte resterà chiuso fino a venerdì, ma il sindaco dice che non è contento di questa scelta.\n"
    path.write_text(plain, encoding="utf-8")
    silent = digest("claims", path, cwd=tmp_path)
    path.write_text(plain + "\nMario Rossetti: «Nessuno ci ha avvertiti in tempo.»\n", encoding="utf-8")
    quoting = digest("claims", path, cwd=tmp_path)
    for outcome in (silent, quoting):
        said = " ".join(outcome.out.split())
        assert "known for English, French, German and Spanish only: in Italian only quotations were looked for" in said
    assert "Nobody is reported" not in silent.out
    assert "No quotation was found." in silent.out
    assert "Mario Rossetti  " in quoting.out


def test_claims_where_nobody_says_anything(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text("The bridge over the river stays closed until Friday. It was built in the summer of 1934.\n")
    outcome = digest("claims", path, cwd=tmp_path)
    assert "Nobody is reported to say anything." in outcome.out
    assert "only quotations" not in outcome.out


def test_a_file_name_that_is_no_utf8_makes_valid_json(tmp_path):
    name = b"caf\xe9-\xff.txt"
    (tmp_path / os.fsdecode(name)).write_text("The bridge stays closed until Friday, the mayor said on Monday.\n")
    missing = b"\xfe-missing.txt"
    command = [sys.executable, "-m", "digest", "claims", name, missing, "-f", "json"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not re.search(rb"\\ud[89a-f]", done.stdout)
    value = json.loads(done.stdout.decode("utf-8"))
    assert value["articles"][0]["source"] == "caf\N{REPLACEMENT CHARACTER}-\N{REPLACEMENT CHARACTER}.txt"
    assert value["problems"][0]["source"] == "\N{REPLACEMENT CHARACTER}-missing.txt"


def test_output_goes_to_a_file_whose_ending_is_the_format(tmp_path):
    outcome = digest("summarize", MARKDOWN, "-o", "out.html", cwd=tmp_path)
    assert outcome.out == "out.html\n"
    assert "<html" in (tmp_path / "out.html").read_text()
    blocked = digest("summarize", MARKDOWN, "-o", "out.html/inside.md", cwd=tmp_path)
    assert blocked.status == 1
    assert "Traceback" not in blocked.err


@pytest.mark.parametrize("command", ["summarize", "extract", "claims", "run"])
@pytest.mark.parametrize("place", ["out", "out/", "deep/out"])
def test_several_formats_make_a_folder_of_the_path_that_is_named(tmp_path, command, place):
    (tmp_path / "feeds.yaml").write_text("output: {filename: day}\nfeeds: []\n")
    outcome = digest(command, MARKDOWN, "-f", "json", "-f", "md", "-o", place, cwd=tmp_path)
    assert (outcome.status, len(outcome.out.splitlines())) == (0, 2), outcome.err
    assert {path.suffix for path in (tmp_path / place).iterdir()} == {".json", ".md"}


@pytest.mark.parametrize("place", ["out.md", "-", "taken"])
def test_several_formats_do_not_fit_in_one_file(tmp_path, place):
    (tmp_path / "taken").write_text("mine")
    outcome = digest("summarize", MARKDOWN, "-f", "json", "-f", "md", "-o", place, cwd=tmp_path)
    assert outcome.status == 2
    assert "2 formats (json, md) need a folder" in outcome.err
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_file_without_title_and_text_is_named_by_its_path_alone(tmp_path):
    (tmp_path / "links.txt").write_text("Share\n\nTweet\n\nCookie policy\n")
    outcome = digest("run", "links.txt", cwd=tmp_path)
    assert outcome.err == "digest: links.txt: there is no text in it, only markup or furniture\n"


def test_no_network_offline(tmp_path):
    outcome = digest("summarize", "https://news.example.com/a", "--offline", cwd=tmp_path)
    assert outcome.status == 1
    assert "offline" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("summarize",), "SOURCE"),
        (("summarize", "a.txt", "-n", "0"), "0"),
        (("summarize", "a.txt", "-m", "best"), "best"),
        (("summarize", "a.txt", "-f", "pdf"), "pdf"),
        (("summarise", "a.txt"), "summari"),
        (("summarize", "a.txt", "-f", "md", "--json"), "--json"),
    ],
)
def test_wrong_use_is_status_2_and_says_what(tmp_path, arguments, words):
    outcome = digest(*arguments, cwd=tmp_path)
    assert outcome.status == 2
    assert words in outcome.err
    assert "Traceback" not in outcome.err


def test_terminal_escapes_never_come_through(tmp_path):
    text = "The \x1b[31mred\x1b[0m boat sank on Monday near the harbour of Stenna, the coast guard said.\n" * 1
    (tmp_path / "a.txt").write_text("A title \x1b]0;owned\x07 here\n\n" + text + "Nobody was hurt in the accident.\n")
    for command in ("summarize", "claims", "extract"):
        outcome = digest(command, "a.txt", cwd=tmp_path)
        assert "\x1b" not in outcome.out + outcome.err
        assert "\x07" not in outcome.out + outcome.err


def on_terminal(*arguments, cwd, columns, **variables):
    """Run the program with its standard output on a terminal, and give what it shows there."""
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    variables = environment(cwd, PYTHONPATH=str(ROOT), TERM="xterm", **variables)
    command = [sys.executable, "-m", "digest", *map(str, arguments)]
    with subprocess.Popen(command, cwd=cwd, env=variables, stdout=secondary, stderr=subprocess.DEVNULL):
        os.close(secondary)
        shown = b""
        while chunk := part_of(primary):
            shown += chunk
    os.close(primary)
    return shown.decode().replace("\r\n", "\n")


def part_of(primary):
    try:
        return os.read(primary, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.parametrize("command", ["summarize", "extract"])
def test_a_terminal_is_filled_and_coloured(tmp_path, command):
    wide = on_terminal(command, PASTED, cwd=tmp_path, columns=96, NO_COLOR="")
    assert "\x1b[1m" in wide
    plain = [on_terminal(command, PASTED, cwd=tmp_path, columns=columns) for columns in (96, 40)]
    assert "\x1b" not in "".join(plain)
    assert [max(map(len, text.split("\n"))) for text in plain] == [pytest.approx(96, abs=12), pytest.approx(40, abs=6)]
    assert all(len(line) <= 40 for line in plain[1].split("\n"))
