"""Pasted text: furniture goes, body stays, and an article without furniture comes through whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.line import Line, is_statement
from digest.clean.lines import body_of
from digest.clean.scorer import FIRST, SECOND, body_scores, load
from digest.furniture import kind_of

BODY = (
    (
        "Lissan will pay for the repair of its sea wall out of the reserve, the council decided on Tuesday "
        "after a debate of "
        "nine hours."
    ),
    (
        "“We have waited for the state since the storm of 2019, and we will not wait for another winter,” "
        "Mayor Petra Holm "
        "told the meeting."
    ),
    (
        "The wall protects 1,400 houses in the lower town. Engineers who looked at it in May found that a third of its "
        "stones had moved."
    ),
    (
        "Two parties voted against. They said the reserve, 62 million crowns, was meant for schools and should not be "
        "touched before the budget."
    ),
    "Work is to begin in March and to end before the autumn, according to the harbour office, which will lead it.",
)
FURNITURE = (
    "Skip to content", "Home", "News", "Sport", "Subscribe", "Log in", "Advertisement", "Share this article",
    "Share on Facebook", "By Ada Finn, City Hall Reporter", "Published 4 November 2026, 18:20", "5 min read",
)  # fmt: skip
AFTER = (
    "Read more: Storm of 2019 still costs the town", "Related articles", "Ten photographs of the old harbour",
    "Sign up for our newsletter and get the news in your inbox every morning", "Most read", "Close", "What's Hot",
    "We use cookies to improve your experience on our site.", "© 2026 The Lissan Courier. All rights reserved.",
    "Privacy policy", "Contact us",
)  # fmt: skip
CAPTION = "Waves break over the sea wall in Lissan during the storm of 2019."
CREDIT = "Bo Lund via Getty Images"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_furniture_goes_and_body_stays(gap: str) -> None:
    text = gap.join((*FURNITURE, CAPTION, CAPTION, CREDIT, *BODY, *AFTER))
    assert [line for line in body_of(text).split("\n") if line] == list(BODY)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_article_without_furniture_comes_through_whole(gap: str, count: int) -> None:
    text = gap.join(BODY[:count])
    assert body_of(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Short note.",
        "“No.”\n\nThat was all the minister said.",
        "It rained.\n\nIt went on raining.\n\nThen it stopped.",
        "Why now?\n\n" + "\n\n".join(BODY),
        "\n\n".join((*BODY[:2], "What comes next", *BODY[2:])),
        "\n\n".join((*BODY[:2], "First: schools.", "Second: roads.", "Third: the wall.", *BODY[2:])),
        "Der Rat der Stadt hat am Dienstag beschlossen, die Mauer zu reparieren.\n\nDie Arbeiten beginnen im März.",
        "\n\n".join((*BODY, BODY[0][:40].lower())),
    ],
)
def test_short_lines_of_a_clean_text_stay(text: str) -> None:
    assert body_of(text) == text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Close", "label"),
        ("What’s Hot", "label"),
        ("► Weiterlesen", "label"),
        ("ADVERTISEMENT", "label"),
        ("Anadolu Agency via Getty Images", "credit"),
        ("Reuters/Bo Lund", "credit"),
        ("Photo: Bo Lund", "labelled credit"),
        ("Photograph by Bo Lund", "by credit"),
        ("Share on WhatsApp (Opens in new window)", "share"),
        ("Read more: The wall that moved", "read more"),
        ("Lire aussi : Le mur", "also read"),
        ("By Ada Finn and Bo Lund", "byline"),
        ("Last updated on 4 November 2026 at 18:20", "date"),
        ("4. November 2026", "date"),
        ("2026-11-04", "date"),
        ("This site uses cookies to personalise content.", "cookies"),
        ("Please enable JavaScript to continue using this application.", "script"),
        ("12 Comments", "counts"),
        ("3 hours ago", "ago"),
        ("4 min read", "minutes"),
        ("Tags: ferries · Lindhaven · sunlight", "tags"),
        ("Filed under Ferries, Harbours", "tags"),
        ("Mots-clés : bac, port", "tags"),
        ("The quay in June. Photograph: Bo Lund", "caption end"),
        ("This story has been updated.", "amended"),
        ("Correction: An earlier version of this article gave a wrong price.", "amended"),
        ("Have you seen a stork? Let us know in the comments below.", "comments"),
        ("Bo Lund is a reporter for the Post. Follow him on Chirp @bolund.", "follow"),
        ("Support our work by becoming a member today.", "support"),
        ("Lund Mills undertakes no obligation to update these statements.", "disclaimer"),
        ("This press release contains forward-looking statements. Events may turn out otherwise.", "disclaimer"),
        ("Abonnieren Sie unseren Newsletter.", "newsletter"),
        ("Dieser Artikel erschien zuerst im Stennaer Boten.", "appeared"),
        ("Suscríbase a nuestro boletín.", "newsletter"),
        ("Crédit : Bo Lund / KPA", "labelled credit"),
        ("Riproduzione riservata", "rights"),
        ("Meld je aan voor onze nieuwsbrief.", "newsletter"),
        ("Assine a nossa newsletter.", "newsletter"),
        ("Prenumerera på vårt nyhetsbrev.", "newsletter"),
        ("Kuvaaja: Bo Lund", "labelled credit"),
        ("Přihlaste se k odběru novinek.", "newsletter"),
        ("Fot. Bo Lund", "credit"),
        ("Автор: Пётр Лунд", "labelled byline"),
        ("Підпишіться на нашу розсилку.", "newsletter"),
        ("Haber: Bo Lund", "labelled byline"),
        ("Bültenimize abone olun.", "newsletter"),
        ("اقرأ أيضا: الجدار الذي تحرك", "also read"),
        ("كتب: سامي لوند", "labelled byline"),
        ("यह भी पढ़ें: दीवार जो हिल गई", "also read"),
        ("（写真：何雨）", "labelled credit"),
        ("関連記事：動いた壁", "also read"),
        ("责任编辑：李明", "labelled byline"),
    ],
)
def test_furniture_is_known_by_its_words(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "Closed shops lined the street.",
        "Share prices fell on Tuesday.",
        "By Tuesday the water had gone.",
        "On Monday 14 people were hurt.",
        "The bakery makes cookies and bread.",
        "May was warm.",
        "Tagged sheep crossed the road at Dorn.",
        "The topics: rates, rents and a bridge.",
        "Once 52 weeks had passed, 44 were left.",
        "Reuters reported the sale first.",
        "Follow the river north to Dorn.",
        "Related-party deals rose last year.",
        "Reporter: And then the wall fell.",
        "This report was corrected in May.",
        "An earlier version of the bill failed.",
        "He asked us to let him know in the comments, she said.",
        "The port is funded by people like you and me.",
        "Hier verschickt die Gemeinde seit 2020 ihren Newsletter.",
        "Recibe el canal cuarenta buques al día.",
        "Источник: взрыв произошёл из-за газа.",
        "اشترك في الحفل أربعون عازفا.",
        "Televizyon kanalı üç milyon aboneye ulaştı.",
        "记者：你是怎么知道的？",
    ],
)
def test_sentences_are_not_furniture(line: str) -> None:
    assert kind_of(line) is None


def test_lines_broken_at_a_width_are_joined() -> None:
    wrapped = (
        "Lissan will pay for the repair of its sea wall out of the reserve,\nthe council decided on Tuesday "
        "after a debate "
        "of nine hours. The wall\nprotects 1,400 houses in the lower town, and a third of its stones\nhad moved.\n\n"
        "Two parties voted against. They said the reserve, 62 million crowns,\nwas meant for schools and should not be "
        "touched before the budget is\nvoted upon."
    )
    first, second = wrapped.split("\n\n")
    assert body_of(wrapped) == first.replace("\n", " ") + "\n\n" + second.replace("\n", " ")


@given(st.lists(st.sampled_from([*BODY, *FURNITURE, *AFTER, CAPTION, CREDIT, ""]), max_size=30))
def test_what_is_left_are_lines_of_the_text_in_order(lines: list[str]) -> None:
    rest = iter(lines)
    assert all(line in rest for line in body_of("\n\n".join(lines)).split("\n") if line)


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=12))
def test_every_line_has_a_probability(lines: list[str]) -> None:
    scores = body_scores([Line.of(line) for line in lines])
    assert len(scores) == len(lines)
    assert all(0 <= score <= 1 for score in scores)


def test_the_weights_fit_the_numbers() -> None:
    weights = load()
    assert len(weights.first) == len(FIRST) + 1
    assert len(weights.second) == len(SECOND) + 1
    assert all(len(unit) == len(SECOND) + 1 for _, unit in weights.hidden)
    assert all(0 < each < 1 for each in weights.threshold)


def test_a_caption_beside_its_own_copy_is_dropped_and_a_text_doubled_as_a_whole_is_not():
    caption = "Workers carry sandbags along the quay in Stenna, Norrovia, on November 20, 2026."
    body = [
        "The harbour of Stenna was closed on Friday after the storm had torn three ferries from their moorings.",
        "Nobody was hurt, but two of the ferries ran aground near the lighthouse, the harbour master said.",
        "“We have not seen such a sea since 1987,” said Ida Lorne, who has worked at the port for forty years.",
        "The repairs will take until March and are going to cost about nine million crowns.",
        "Trains and buses ran as usual on Saturday, and the schools in the town stayed open.",
    ]
    kept = body_of("\n\n".join([body[0], caption, caption, *body[1:]]))
    assert caption not in kept
    assert all(line in kept for line in body)
    doubled = body_of("\n\n".join(line for line in body for _ in range(2)))
    assert all(doubled.count(line) == 1 for line in body)


ABROAD = {
    "de": [
        "Der Hafen von Stenna blieb am Freitag geschlossen, nachdem der Sturm drei Fähren losgerissen hatte.",
        "Verletzt wurde niemand, doch zwei der Fähren liefen in der Nähe des Leuchtturms auf Grund.",
        "„Eine solche See haben wir seit 1987 nicht gesehen“, sagte Ida Lorne, die seit vierzig Jahren dort arbeitet.",
        "Die Reparaturen dauern bis März und kosten etwa neun Millionen Kronen.",
    ],
    "fr": [
        "Le port de Stenna est resté fermé vendredi après que la tempête eut arraché trois ferries de leurs amarres.",
        "Personne n’a été blessé, mais deux des ferries se sont échoués près du phare, selon le capitaine du port.",
        "Les réparations dureront jusqu’en mars et coûteront environ neuf millions de couronnes.",
        "Samedi, les trains et les autobus circulaient normalement et les écoles de la ville étaient ouvertes.",
    ],
    "ru": [
        "Порт Стенны был закрыт в пятницу после того, как шторм сорвал с якоря три парома.",
        "Никто не пострадал, но два парома сели на мель у маяка, сообщил начальник порта.",
        "Ремонт продлится до марта и обойдётся примерно в девять миллионов крон.",
        "В субботу поезда и автобусы ходили как обычно, а школы города оставались открытыми.",
    ],
    "zh": [
        "斯滕纳港口周五关闭，此前风暴把三艘渡轮从系泊处吹走。",
        "港务长表示，没有人受伤，但有两艘渡轮在灯塔附近搁浅。",
        "维修工作将持续到三月，耗资约九百万克朗。",
        "周六，火车和公共汽车照常运行，城里的学校仍然开放。",
    ],
}


@pytest.mark.parametrize("language", ABROAD)
def test_body_stays_in_languages_that_nothing_was_learned_from(language: str) -> None:
    lines = ABROAD[language]
    kept = body_of("\n\n".join([*lines[:2], "Advertisement", *lines[2:], "Facebook", "© 2026 Example Media"]))
    assert [line for line in kept.split("\n") if line] == lines


def test_a_short_text_with_furniture_loses_no_sentence() -> None:
    text = (
        "Share\n\nBy Ada Finn\n4 November 2026, 10:12\n\n"
        "A white stork was seen on the town hall of Kelmar on Sunday evening, the first one there in forty years.\n\n"
        "Advertisement\n\n"
        "The keeper of the tower asked people to stay away from the roof until the bird has moved on.\n\n"
        "Photo: Bo Lund / KPA\n\nHundreds came to see it on Monday, many of them with cameras and children.\n\n"
        "Subscribe to our newsletter\n© 2026 Kelmar Post. All rights reserved.\n"
    )
    assert [line for line in body_of(text).split("\n") if line] == [
        "A white stork was seen on the town hall of Kelmar on Sunday evening, the first one there in forty years.",
        "The keeper of the tower asked people to stay away from the roof until the bird has moved on.",
        "Hundreds came to see it on Monday, many of them with cameras and children.",
    ]


LINKED = {
    "en": ("Read more: {}", "The quay in Stenna is open again.", "Nobody was hurt.", "The army has been called."),
    "de": ("Mehr zum Thema: {}", "Die Mole in Stenna ist wieder offen.", "Verletzt wurde niemand.", "Es bleibt kalt."),
    "es": ("Lea también: {}", "El muelle de Stenna reabrió ayer.", "Nadie resultó herido.", "Las obras siguen."),
    "fr": ("Lire aussi : {}", "Le quai de Stenna a rouvert hier.", "Nul n’est blessé.", "Les écoles restent fermées."),
    "it": (
        "Leggi anche: {}",
        "Il molo di Stenna ha riaperto ieri.",
        "Nessuno è rimasto ferito.",
        "Il porto resta chiuso.",
    ),
    "nl": ("Lees ook: {}", "De kade in Stenna is weer open.", "Niemand raakte gewond.", "De school blijft dicht."),
    "pl": ("Czytaj także: {}", "Nabrzeże w Stennie jest znów otwarte.", "Nikt nie ucierpiał.", "Szkoły są zamknięte."),
    "pt": ("Leia também: {}", "O cais de Stenna reabriu ontem.", "Ninguém ficou ferido.", "As obras continuam."),
    "ru": ("Читайте также: {}", "Причал в Стенне снова открыт.", "Никто не пострадал.", "Школы пока закрыты."),
    "sv": ("Läs mer: {}", "Kajen i Stenna är öppen igen.", "Ingen kom till skada.", "Skolorna förblir stängda."),
    "uk": ("Читайте також: {}", "Причал у Стенні знову відкрито.", "Ніхто не постраждав.", "Школи поки зачинені."),
    "cs": ("Čtěte také: {}", "Nábřeží ve Stenně je znovu otevřené.", "Nikdo nebyl zraněn.", "Školy zůstanou zavřené."),
    "fi": ("Lue myös: {}", "Stennan laituri on taas auki.", "Kukaan ei loukkaantunut.", "Koulut pysyvät kiinni."),
    "tr": ("Ayrıca okuyun: {}", "Stenna rıhtımı yeniden açıldı.", "Kimse yaralanmadı dün.", "Okullar kapalı kalacak."),
}
"""How a line that leads to another article begins, and three short sentences."""


@pytest.mark.parametrize("language", LINKED)
def test_a_link_to_another_article_takes_itself_away_and_nothing_else(language: str) -> None:
    link, *sentences = LINKED[language]
    lines = [sentences[0], link.format("Stenna 1987"), sentences[1], link.format("Lund"), *sentences[2:], "Facebook"]
    assert [line for line in body_of("\n\n".join(lines)).split("\n") if line] == sentences


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Nine people are missing.", True),
        ("“We lost all of it,” said Ida Lorne.", True),
        ("Hunt Harbour Works Inc.", False),
        ("Share this with your friends.", False),
        ("Contact: www.stenna.example.", False),
        ("Nine people are missing", False),
        ("Loading the page...", False),
        ("Photo: Bo Lund.", False),
    ],
)
def test_a_short_sentence_is_told_from_a_label(text: str, is_one: bool) -> None:
    assert is_statement(Line.of(text)) is is_one
