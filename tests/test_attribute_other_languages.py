"""Who says what where the words of reporting are not known: quotations, and `Name: “…”`, with no wrong name."""

from __future__ import annotations

import pytest

from digest.attribute import attribute
from digest.languages import get, known
from digest.segment import segment


def claims(text: str, language: str) -> list[tuple[str | None, str]]:
    found = attribute(text, segment(text, language), language)
    return [(claim.attribution.source, claim.attribution.kind) for claim in found]


NAMED = [
    ("it", "Mario Rossetti: «Nessuno ci ha avvertiti in tempo.»", "Mario Rossetti"),
    ("it", "La sindaca Carla Donati: «Nessuno ci ha avvertiti in tempo.»", "Carla Donati"),
    ("pt", "João Teixeira: “Ninguém nos avisou a tempo.”", "João Teixeira"),
    ("nl", "Jan de Wilde: ‘Niemand heeft ons gewaarschuwd, dat is schandalig.’", "Jan de Wilde"),
    ("ru", "Иван Морозкин: «Никто нас не предупредил».", "Иван Морозкин"),
    ("uk", "Іван Морозко: «Ніхто нас не попередив».", "Іван Морозко"),
    ("pl", "Jan Kowalczyk: „Nikt nas nie ostrzegł na czas.”", "Jan Kowalczyk"),
    ("cs", "Jan Nováček: „Nikdo nás včas nevaroval.“", "Jan Nováček"),
    ("sv", "Lars Nybro: ”Ingen varnade oss i tid.”", "Lars Nybro"),
    ("fi", "Matti Virta: »Kukaan ei varoittanut meitä.»", "Matti Virta"),
    ("tr", "Mehmet Yıldız: “Kimse bizi zamanında uyarmadı.”", "Mehmet Yıldız"),
    ("ar", "أحمد المنصوري: «لم يحذرنا أحد في الوقت المناسب».", "أحمد المنصوري"),
    ("ja", "田中一郎：「誰も事前に警告してくれなかった。」", "田中一郎"),
    ("el", "Γιάννης Παπάς: «Κανείς δεν μας προειδοποίησε.»", "Γιάννης Παπάς"),
    ("und", "Kovács Jánoska: „Senki sem figyelmeztetett minket.”", "Kovács Jánoska"),
]


@pytest.mark.parametrize(("language", "text", "source"), NAMED, ids=[code for code, _, _ in NAMED])
def test_a_name_and_a_colon(language: str, text: str, source: str) -> None:
    assert claims(text, language) == [(source, "direct")]


BARE = [
    ("it", "Il sindaco di Carla Vecchia: «Siamo rimasti soli davanti al fiume.»"),
    ("it", "Il sindaco di Castel Torre: «Siamo rimasti soli davanti al fiume.»"),
    ("it", "Nella vecchia Torre Nuova: «Siamo rimasti soli davanti al fiume.»"),
    ("it", "«Siamo rimasti soli davanti al fiume», ha detto la sindaca Carla Donati."),
    ("it", "Il sindaco Carlo Nordi ha detto: «Siamo rimasti soli davanti al fiume.»"),
    ("it", "Risposta: «Siamo rimasti soli davanti al fiume.»"),
    ("pt", "“O rio subiu dois metros numa noite”, disse a presidente Rita Lobo."),
    ("nl", "“We wisten van niets en zaten in het donker”, zei burgemeester Anke Smit."),
    ("ru", "«Вода поднялась на два метра», — сказала мэр Анна Орлова."),
    ("pl", "„Woda podniosła się o dwa metry”, powiedziała Anna Nowicka."),
    ("tr", "Başkan Ayşe Demirci, “Su bir gecede iki metre yükseldi” dedi."),
    ("ar", "وقالت العمدة: «لن نفتح الجسر قبل شهر مايو المقبل»."),
    ("zh", "市长说：“五月之前不会开放大桥的通行。”"),
    ("ja", "山田市長は：「五月まで開けない予定だと聞いている。」"),
]


@pytest.mark.parametrize(("language", "text"), BARE, ids=[text[:20] for _, text in BARE])
def test_a_quotation_without_a_certain_name_names_nobody(language: str, text: str) -> None:
    assert claims(text, language) == [(None, "direct")]


@pytest.mark.parametrize("language", sorted(set(known()) - {"en", "de", "fr", "es"}))
def test_the_next_quotation_is_not_the_last_speakers(language: str) -> None:
    assert get(language).cues is None
    text = "Ada Lindqvist: “Ninguém avisou em tempo.”\n\n“Talo on rakennettu uudelleen keväällä.”"
    assert claims(text, language) == [("Ada Lindqvist", "direct"), (None, "direct")]


def test_a_surname_alone_is_known_from_its_full_name() -> None:
    text = "Ieri parlava Mario Rossetti.\n\nRossetti: «Nessuno ci ha avvertiti in tempo.»"
    assert claims(text, "it") == [("Mario Rossetti", "direct")]


BEHIND_A_VERB = [
    ("ar", "وقالت مديرة المستشفى د. ليلى المنصوري: «لن نفتح الباب قبل شهر مايو المقبل».", "ليلى المنصوري"),
    ("ar", "وقال المهندس كريم السالم في بيان: «لن نفتح الباب قبل شهر مايو المقبل».", "كريم السالم"),
    ("ar", "وأوضح المتحدث باسم الوزارة: «لن نفتح الباب قبل شهر مايو المقبل».", "المتحدث باسم الوزارة"),
    ("ar", "وقال في بيان: «لن نفتح الباب قبل شهر مايو المقبل».", None),
    ("ar", "وقال للصحافيين: «لن نفتح الباب قبل شهر مايو المقبل».", None),
    ("he", "אמר ראש העיר דני לביא: “לא נפתח את השער לפני חודש מאי הקרוב”.", "ראש העיר דני לביא"),
]


@pytest.mark.parametrize(("language", "text", "source"), BEHIND_A_VERB, ids=[text[:25] for _, text, _ in BEHIND_A_VERB])
def test_who_stands_behind_a_verb_before_a_colon_speaks(language: str, text: str, source: str | None) -> None:
    assert claims(text, language) == [(source, "direct")]
