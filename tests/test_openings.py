"""Openings that point to the sentence before, and those that only look like it."""

from __future__ import annotations

import pytest

from digest.condense._openings import announces, opening
from digest.languages import get
from digest.terms import words


@pytest.mark.parametrize(
    ("language", "text", "pointer"),
    [
        ("de", "Das Rathaus von Varnholt wird im Mai geschlossen.", ""),
        ("de", "Das 300 Meter lange Gebäude soll Wohnungen bieten.", ""),
        ("de", "Das im Mai eröffnete Bad schließt wieder.", ""),
        ("de", "Das nicht genehmigte Haus wird abgerissen.", ""),
        ("de", "Dem Bürgermeister fehlt die Mehrheit.", ""),
        ("de", "„Das Haus brennt“, rief ein Nachbar.", ""),
        ("de", "Es gibt in Varnholt vierzig Ärzte.", ""),
        ("de", "Das ist falsch.", "Das"),
        ("de", "Das sei nach dem Gesetz zulässig.", "Das"),
        ("de", "Das teilte die Polizei am Abend mit.", "Das"),
        ("de", "Das kostet die Stadt eine Million.", "Das"),
        ("de", "Dem widersprach die Stadt.", "Dem"),
        ("de", "Es ist zu spät.", "Es"),
        ("nl", "Het kabinet schrapt de spoorlijn naar Oostmeer.", ""),
        ("nl", "“Het kabinet faalt”, zei hij.", ""),
        ("nl", "Het gaat om veertig huizen.", ""),
        ("nl", "Het is te laat voor een nieuwe brug.", "Het"),
        ("sv", "Det svenska bolaget Nordvik bygger en gruva.", ""),
        ("sv", "Den nya gruvan öppnar i vår.", ""),
        ("sv", "De boende i Älvby protesterar.", ""),
        ("sv", "Det finns fyrtio läkare i Älvby.", ""),
        ("sv", "Det är för sent.", "Det"),
        ("sv", "Det händer ofta på våren.", "Det"),
        ("sv", "De säger nej.", "De"),
        ("fr", "Il y a quarante médecins à Valbert.", ""),
        ("fr", "Il a fallu fermer le pont.", ""),
        ("fr", "Il a fermé le pont.", "Il"),
        ("en", "It rained.", "It"),
        ("en", "This week the council meets.", ""),
        ("en", "This council meets.", "This"),
        ("pl", "Dodała, że most będzie otwarty latem.", "Dodała"),
        ("pl", "Dodała Wanda Krucka, że most będzie otwarty latem.", ""),
        ("ru", "Отметила, что мост откроют летом.", "Отметила"),
        ("uk", "Додав, що міст відкриють влітку.", "Додав"),
        ("cs", "Uvedla, že most otevřou v létě.", "Uvedla"),
        ("en", "The rest will be spent on the pier of Corran.", "The rest will"),
        ("en", "The restored pier of Corran opens on Monday.", ""),
        ("zh", "她在镇上工作了六年。", "她"),
        ("zh", "镇政府关闭了大桥。", ""),
        ("ja", "しかし、橋はまだ開通していない。", "しかし"),
        ("hi", "उन्होंने कहा कि पुल बंद रहेगा।", "उन्होंने"),
        ("hi", "उन्नाव में पुल बंद रहा।", ""),
        ("ar", "وأضافت أن الجسر سيبقى مغلقا.", "وأضافت أن"),
        ("ar", "وأضافت ليلى الحوراني أن الجسر سيبقى مغلقا.", ""),
        ("en", "At the same time the council met.", "At the same time"),
    ],
)
def test_an_article_is_no_pronoun_and_a_pronoun_no_article(language: str, text: str, pointer: str) -> None:
    """What stands behind the word decides."""
    assert opening(text, get(language)) == pointer


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Here is what the new levy means for you.", True),
        ("en", "Let us know in the comments what you think of it.", True),
        ("en", "Northgate Foods undertakes no obligation to update these statements.", True),
        ("en", "Sign up to our letter for the best of the week.", True),
        ("en", f"Scroll down for video The owner of the ferry to Corran {'has a boat ' * 6}and sails it.", False),
        ("en", "Correction officers at the jail went on strike on Monday.", False),
        ("en", "The council let us know that the ferry is sold.", False),
        ("de", "Hier lesen Sie, was die Abgabe bedeutet.", True),
        ("de", "Hier liegt das älteste Boot der Stadt.", False),
        ("fr", "Abonnez-vous à notre lettre.", True),
        ("es", "Suscríbase a nuestro boletín.", True),
        ("xx", "Here is what the new levy means for you.", False),
    ],
)
def test_sentences_that_only_announce_are_told_from_news(language: str, text: str, wanted: bool) -> None:
    """They say that something follows, or ask the reader to do something."""
    assert announces(words(text, language), get(language)) is wanted


def test_no_words_announce_nothing() -> None:
    """A line of signs has none."""
    assert not announces([], get("en"))
    assert opening("…", get("en")) == ""
