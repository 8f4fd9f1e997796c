from __future__ import annotations

import pytest

from digest import languages
from digest.languages import UNKNOWN, detect, get, known
from digest.terms import stem, terms_of, words

TEXTS = {
    "en": "The ferry stayed at the quay because the ice was too thick for it.",
    "de": "Die Fähre blieb am Kai, weil das Eis für sie zu dick war.",
    "fr": "Le bac est resté au quai parce que la glace était trop épaisse.",
    "es": "El barco se quedó en el muelle porque el hielo era demasiado grueso.",
    "it": "Il traghetto è rimasto al molo perché il ghiaccio era troppo spesso.",
    "pt": "O barco ficou no cais porque o gelo não era fino e ninguém podia sair.",
    "nl": "De veerboot bleef aan de kade omdat het ijs te dik was.",
    "sv": "Färjan blev kvar vid kajen eftersom isen var för tjock.",
    "ru": "Паром остался у причала, потому что лёд был слишком толстым.",
    "uk": "Пором залишився біля причалу, тому що лід був надто товстим.",
    "tr": "Buz çok kalın olduğu için vapur iskelede kaldı.",
    "pl": "Prom pozostał przy nabrzeżu, ponieważ lód był zbyt gruby.",
    "cs": "Přívoz zůstal u mola, protože led byl příliš silný.",
    "fi": "Lautta jäi laituriin, koska jää oli sille liian paksua.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_every_language_is_recognized(code: str) -> None:
    assert detect(TEXTS[code]) == code


def test_every_language_has_a_text_here() -> None:
    assert set(known()) == set(TEXTS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345",
        "Xyzzy plugh fnord quux.",
        "Færgen blev ved kajen, fordi isen var så tyk, og det ærgrede både skipper og mandskab på øen.",
        "A komp a kikötőben maradt, mert a jég túl vastag volt, és ez nagyon bosszantó.",
    ],
)
def test_what_is_not_known_is_not_guessed(text: str) -> None:
    assert detect(text) == UNKNOWN


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ja", "これは日本語です。"),
        ("zh", "我去了。你呢？"),
        ("ko", "나는 집에 갔다."),
        ("el", "Πήγα σπίτι."),
        ("ar", "ذهبت إلى البيت."),
    ],
)
def test_a_script_tells(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("code", ["en-GB", "EN", "en_US", " en "])
def test_a_code_with_a_region_is_its_language(code: str) -> None:
    assert get(code) is get("en")


@pytest.mark.parametrize("code", ["", "xx", "../en", "_language", "und"])
def test_an_unknown_code_is_a_neutral_language(code: str) -> None:
    assert not get(code).stop_words
    assert not get(code).abbreviations


@pytest.mark.parametrize("code", known())
def test_the_lists_of_a_language_are_lower_case_and_complete(code: str) -> None:
    language = get(code)
    assert language.code == code
    lists = (
        language.stop_words, language.abbreviations, language.starters, language.pronouns, language.connectives,
        language.times, language.first_person, language.speech, language.bonus, language.stigma,
    )  # fmt: skip
    assert all(lists)
    assert all(word == word.lower() and word.strip() == word for each in lists for word in each)
    assert language.stemmer or language.suffixes
    assert language.personal <= language.pronouns
    assert not any(abbreviation.endswith(".") for abbreviation in language.abbreviations)


@pytest.mark.parametrize("code", known())
def test_the_lists_of_openings_fit_together(code: str) -> None:
    language = get(code)
    assert language.articles <= language.pronouns | language.connectives
    assert bool(language.articles) == bool(language.finite)
    assert not language.finite & language.articles
    spoken = (*language.expletives, *language.announcing, *language.disclaiming, *language.reporting)
    assert all(phrase == phrase.lower() and phrase.strip() == phrase for phrase in spoken)
    assert all(phrase.split()[0] in language.pronouns for phrase in language.expletives)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", ("strike", "strikes")),
        ("de", ("häuser", "häusern")),
        ("ru", ("город", "города")),
        ("uk", ("місто", "міста")),
        ("tr", ("vapur", "vapurlar")),
        ("xx", ("quux", "quux's")),
    ],
)
def test_forms_of_a_word_are_one_term(code: str, forms: tuple[str, str]) -> None:
    assert stem(forms[0], code) == stem(forms[1], code)


def test_terms_are_words_without_stop_words() -> None:
    assert terms_of(words("The ferry’s crew said that the ferries would wait.", "en"), "en") == [
        "ferri",
        "crew",
        "ferri",
        "wait",
    ]


def test_turkish_has_its_own_small_letters() -> None:
    assert words("IŞIK İki", "tr") == ["ışık", "iki"]


def test_a_script_without_spaces_is_cut_into_pairs() -> None:
    assert words("我们走了 ok", "zh") == ["我们", "们走", "走了", "ok"]


def test_unknown_languages_are_served_by_every_module() -> None:
    assert languages.get("und").name == "und"


@pytest.mark.parametrize("code", languages.known())
def test_an_abbreviation_that_never_ends_a_sentence_is_in_no_other_list(code: str) -> None:
    language = languages.get(code)
    assert not language.abbreviations & (
        language.number_abbreviations | language.capital_abbreviations | language.closing_abbreviations
    )


@pytest.mark.parametrize("code", languages.known())
def test_what_is_told_of_abbreviations_that_may_end_a_sentence_is_told_of_such(code: str) -> None:
    language = languages.get(code)
    assert language.closing_abbreviations >= (
        language.clock_abbreviations | language.company_abbreviations | language.final_abbreviations
    )
