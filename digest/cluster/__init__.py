"""Articles to stories: copies fold always, articles that tell the same thing when asked to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from digest.cluster.copies import copies
from digest.cluster.stories import Vectors, alike
from digest.cluster.strangers import strangers
from digest.models import Article

__all__ = ["cluster", "duplicates"]

Groups = tuple[tuple[int, ...], ...]


def cluster(articles: Sequence[Article], *, enabled: bool, window: timedelta) -> Groups:
    """Part the articles into stories: indexes, each exactly once, the leading article of a story first.

    Articles of one address or one text, and near copies (syndication), are one story always. With
    `enabled`, so are those whose titles and leads are plainly alike, as long as those of them that
    say when they were published lie within `window`, and unless their titles name different things. The same
    articles in another order give the same stories. Time is near-linear in the number of articles: only those that
    share rare words meet.
    """
    given = articles
    order = sorted(range(len(given)), key=lambda index: age(given[index]))
    articles = [given[index] for index in order]
    folded, vectors = copies(articles), Vectors.of(articles)
    if enabled:
        heads = [leading_first(group, articles, vectors)[0] for group in folded]
        spans = [span_of(group, articles) for group in folded]
        apart = strangers([articles[head] for head in heads])
        joined = alike([vectors.rows[head] for head in heads], spans, window, apart)
        folded = [[index for place in places for index in folded[place]] for places in joined]
    groups = (leading_first(group, articles, vectors) for group in folded)
    return tuple(sorted((tuple(order[place] for place in group) for group in groups), key=min))


def duplicates(articles: Sequence[Article]) -> Groups:
    """Part the articles into groups of copies, earliest published first: same address, same or nearly same text."""
    order = [tuple(sorted(group, key=lambda index: age(articles[index]))) for group in copies(articles)]
    return tuple(sorted(order, key=min))


def leading_first(group: Sequence[int], articles: Sequence[Article], vectors: Vectors) -> tuple[int, ...]:
    """Order a story: the article that leads, then the others as they were published.

    A whole article leads before a teaser, a feed of more weight before one of less, then the one
    that is most like the others, then the earliest.
    """
    if len(group) == 1:
        return tuple(group)

    def rank(index: int) -> tuple[object, ...]:
        article = articles[index]
        likeness = sum(vectors.likeness(index, other) for other in group if other != index)
        return (article.teaser, -article.weight, -round(likeness, 6), *age(article))

    leading = min(group, key=rank)
    others = sorted((index for index in group if index != leading), key=lambda index: age(articles[index]))
    return (leading, *others)


def age(article: Article) -> tuple[datetime, str, str]:
    """Sort by time of publication, those without one last; id and text settle ties whatever the order given."""
    return (article.published or datetime.max.replace(tzinfo=UTC), article.id, article.text)


def span_of(group: Sequence[int], articles: Sequence[Article]) -> tuple[datetime, datetime] | None:
    """Say when the first and the last of a group were published; None where no article says."""
    moments = [moment for index in group if (moment := articles[index].published) is not None]
    return (min(moments), max(moments)) if moments else None
