"""Digests to render in tests: fictional, and realistic in size, attribution, languages and trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from digest.errors import Problem
from digest.models import (
    Article,
    Attribution,
    Citation,
    Claim,
    Digest,
    KeyPoint,
    Overflow,
    Section,
    Sentence,
    Story,
    Summary,
)
from digest.stats import Intake, Origin, tally

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, 40, tzinfo=ZoneInfo("Europe/Stockholm"))
SOURCE = "source"


def attribution(source=None, mention=None, cue="said", kind="indirect", **more):
    return Attribution(source, mention or source, cue, kind, more.get("found", "explicit"), (), 0.9)


def article(title, sentences, *, publisher, slug="a", hours=3.0, language="en", url=True, file=None, authors=()):
    return Article(
        id=f"tag:example.org,2026:{slug}",
        title=title,
        text=" ".join(sentences),
        language=language,
        url=f"https://{publisher.lower().replace(' ', '')}.example/{slug}" if url else None,
        file=file,
        publisher=publisher,
        authors=tuple(authors),
        published=None if hours is None else AT.astimezone(UTC) - timedelta(hours=hours),
    )


def summary(made, attributions=(), *, points=3, story=None, source=None):
    """Summarize an article of sentences that end in full stops, the first ones as its key points."""
    texts = [part.strip() + "." for part in made.text.split(".") if part.strip()]
    sentences, claims, key_points, place = [], [], [], 0
    for index, text in enumerate(texts):
        start = made.text.index(text, place)
        place = start + len(text)
        sentences.append(Sentence(index, start, place, text, 0))
        said = attributions[index] if index < len(attributions) else None
        if said:
            said = replace(said, content=((start, place),))
            claims.append(Claim(start, place, index, text, said))
        if index < points:
            first = "%20".join(text.split()[:3]).replace(",", "%2C")
            fragment = f"{made.url}#:~:text={first}" if made.url else None
            citation = Citation(made.publisher, made.title, made.url, fragment, made.file)
            key_points.append(KeyPoint(made.id, text, start, place, index, round(0.9 - index / 10, 2), said, citation))
    return Summary(made, "auto", tuple(sentences), tuple(claims), tuple(key_points), (), story, source)


def story(headline, summaries, importance=1.0, key_points=None):
    publishers = tuple(dict.fromkeys(s.article.publisher for s in summaries))
    points = summaries[0].key_points if key_points is None else key_points
    return Story(summaries[0].article.id, headline, tuple(summaries), tuple(points), publishers, importance)


def harbour():
    """A story of four outlets with every kind of attribution."""
    one = summary(
        article(
            "Coastal states agree on a shared fishing quota after eleven years of talks",
            [
                "Fourteen governments signed a five-year quota that cuts the regional cod catch by 18% from January.",
                "Patrol boats will share one position database, the Ministry of Fisheries & Coasts said.",
                "Two delegations are said to have left the room before the vote.",
                "The text runs to 212 pages.",
            ],
            publisher="The Harbour Post",
            slug="quota",
            hours=2.5,
        ),
        (None, attribution("Ministry of Fisheries & Coasts"), attribution(None, None, "is said to", "hearsay")),
    )
    two = summary(
        article(
            "Quota deal reached",
            ["“We will be counting every crate,” he said on the quay.", "The deal binds no one before January."],
            publisher="Northline",
            slug="deal",
            hours=2,
        ),
        (attribution(None, "he", "said", "direct", found="pronoun"),),
    )
    three = summary(
        article("Talks end", ["Talks ended late on Saturday."], publisher="City Wire", slug="talks", hours=16)
    )
    four = summary(
        article(
            "Fishing: the deal", ["The deal was read aloud."], publisher="Open Desk", url=False, file="inbox/deal.md"
        )
    )
    points = (*one.key_points, two.key_points[0])
    return story(one.article.title, (one, two, three, four), 3.0, points)


def single(title, sentences, publisher, slug, importance=1.0, *, said=(), **more):
    return story(title, (summary(article(title, sentences, publisher=publisher, slug=slug, **more), said),), importance)


def digest():
    world = Section(
        "world",
        "World",
        (
            harbour(),
            single(
                "Heavy rain closes the Brenner rail line for a second week",
                [
                    "Engineers found a 40-metre washout under the northern track and expect one track by 3 December.",
                    "Freight operators are moving about 60 trains a day to the Tauern route.",
                    "No passengers were hurt when the slope moved, according to the Transport Ministry.",
                ],
                "Northline",
                "brenner",
                2.0,
                said=(None, None, attribution("Transport Ministry", cue="according to")),
                hours=26,
            ),
        ),
        (
            Overflow("A lighthouse is sold by lottery", "https://northline.example/lighthouse"),
            Overflow("No address", None),
        ),
    )
    tech = Section(
        "tech",
        "Technology",
        (
            single(
                "A browser maker ships offline translation for 24 languages",
                [
                    "The models run on the device and take about 30 MB for each language pair.",
                    "In the vendor’s own test, 92% of pages finished in under two seconds.",
                    "Privacy groups welcomed the change but asked for the training data to be documented.",
                ],
                "Tech Ledger",
                "translate",
                1.5,
                said=(
                    None,
                    attribution("Quill Labs", "the vendor", "test", found="nominal"),
                    attribution("Privacy groups"),
                ),
                hours=None,
            ),
            single(
                "Notes of a harbour pilot",
                ["The pilot kept a notebook for forty years.", "It is now in the town museum."],
                "Own notes",
                "notes",
                0.5,
                url=False,
                file="inbox/harbour pilot.md",
            ),
        ),
    )
    culture = Section(
        "culture",
        "Culture & Science",
        (
            single(
                "مرصد جديد يرسم حلقة خافتة حول مجرة قريبة",
                ["يبلغ عرض الحلقة مئة وثمانين ألف سنة ضوئية.", "وقال الباحثون إنها تكاد تخلو من النجوم الفتية."],
                "مرصد النجوم",
                "halqa",
                1.2,
                said=(None, attribution("الباحثون", cue="قال")),
                language="ar",
                hours=12,
            ),
        ),
    )
    problems = (
        Problem("Slow Gazette", "no answer within 20 s; try again later", "timeout"),
        Problem("https://gone.example/feed.xml", "the server says 410 Gone; remove the feed", "fetch"),
    )
    return Digest(DAY, "Daily digest", AT, "en", (world, tech, culture), problems, 31)


INTRODUCTION = """\
Dear readers,

this week was *long*. Read [the rest](https://example.org/rest), or `digest run`.

## What is on

- one
- two
  1. first | second
  2. third

  and more of two
- three

> Said at the harbour.
>
> And written down.

| Ferry | Minutes |
|-------|---------|
| Vey   | 12      |
| *Orre* | `a\\|b`  |

```sh
digest run   # <b>no</b> markup
  --send
```

1. before

       code

2. after

<b>HTML</b> is ![a picture](https://example.org/x.png) of *words
"""


SUBJECTS = ("The harbour board", "A survey ship", "The night train", "A seed library", "The court of audit")
VERBS = (
    "publishes its accounts",
    "maps a trench",
    "returns to the timetable",
    "opens a second branch",
    "asks for receipts",
)


def large(stories=60, length=1):
    """Many stories with points of usual length, and addresses as long as text fragments make them."""
    made = []
    for number in range(stories):
        title = f"{SUBJECTS[number % 5]} {VERBS[number // 5 % 5]} for the {number + 1}th time in a decade"
        sentences = [
            f"Point {n} of story {number + 1} tells in a few words what happened at the harbour, who was there and "
            "what it costs" + " and so on" * (length - 1) for n in range(1, 4)
        ]  # fmt: skip
        said = (None, attribution("The Harbour Board of Nordhavn"), None)
        made.append(
            single(
                title, [f"{s}." for s in sentences], f"Outlet {number % 12}", f"s{number}", 1 / (number + 1), said=said
            )
        )
    sections = tuple(
        Section(f"s{n}", f"Section {n + 1}", tuple(made[n * stories // 5 : (n + 1) * stories // 5])) for n in range(5)
    )
    return Digest(DAY, "Daily digest", AT, "en", sections, (), 12)


def empty():
    return Digest(DAY, "Daily digest", AT, "en", (), (), 3)


def right_to_left():
    base = digest()
    return replace(base, title="موجز اليوم", language="ar", sections=(base.sections[2], base.sections[0]))


def summaries():
    """Two articles as `digest summarize` has them, one of them local."""
    tale = harbour()
    local = replace(tale.summaries[3], source="inbox/deal.md")
    return (
        replace(tale.summaries[0], source="https://theharbourpost.example/quota", story="x"),
        replace(local, story="x"),
    )


PROBLEMS = (Problem("missing.txt", "there is no such file; check the name", "fetch"),)


def stats():
    """Counts of a month: busy and quiet feeds, one that is never chosen, one that is silent."""
    names = ("The Meridian Post", "Fathom", "The Harbour Courier", "صحيفة الميناء", "Too Much of a Good Thing Weekly")
    origins = [Origin(f"https://{n}.example/feed", name, "world") for n, name in enumerate((*names, "Silent Herald"))]
    intakes = [
        Intake(origin.location, AT - timedelta(hours=5 * n + place), *fate_of(n, place))
        for place, origin in enumerate(origins[:-1])
        for n in range(120 // (place + 1))
    ]
    quoted = [
        {origins[0].location: {"Orre Sound Commission": 9, "Marta Leverin": 4}, origins[1].location: {"A. Stroud": 2}}
    ]
    return tally(
        origins,
        intakes,
        quoted,
        title="Daily digest",
        days=(DAY - timedelta(days=29), DAY),
        zone=ZoneInfo("Europe/Stockholm"),
    )


def fate_of(number, place):
    """Choose some entries of all feeds but the last."""
    if place == 4:
        return "left", "excluded by title"
    return ("chosen", "new") if (7 * number + place) % (place + 2) == 0 else ("left", "over the feed's limit")
