"""Finnish."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="fi",
    name="Finnish",
    stemmer="finnish",
    stop_words=words("""
        aikana alla ei eivät eli en enemmän ennen ensi että hän hänen häntä he heidän he heitä ja jo joka joiden joita
        jonka jos jossa jota jotka jälkeen kaikki kanssa kautta keskellä koko koska kuin kuitenkin kun kuten lisäksi me
        meidän mikä minkä minä minun missä mitä mukaan mutta muut muun myös ne niiden niitä noin nyt nämä ole olen oli
        olisi olivat olla olleet ollut on ovat pitää saa sanoi sanoo se sekä sen siellä siinä siitä sillä sitten sitä
        suuri tai tämä tämän tällä tässä tästä tätä te tulee tuli vaan vai vaikka vain vastaan vasta vielä voi vuoden
        vuonna yksi yli kaksi ensimmäinen joista
    """),
    letters="äöå",
    abbreviations=words("""
        esim ks mm mrs mr tri prof ent ns nk s.o so v klo kpl n noin os puh toim vrt mlj dos maist ins kenr ev kapt maj
        ts vt ao alk väh yht huom em ko fil
    """),
    number_abbreviations=words("nro s ss luku art max"),
    closing_abbreviations=words("jne ym yms tms jkr ekr oy ab milj mrd"),
    final_abbreviations=words("jne tms ym yms ekr jkr"),
    starters=words("""
        hän se he ne tämä nämä minä me ja mutta kun jos myös vaikka koska sen hänen heidän tässä siinä nyt sitten
        lisäksi kuitenkin mukaan on ei
    """),
    ordinal_stop=True,
    pronouns=words("""
        hän se he ne tämä nämä tuo nuo hänen sen heidän niiden tämän näiden häntä sitä heitä niitä tätä hänelle sille
        molemmat kumpikin sellainen tällainen siitä siinä siihen sillä tästä tässä tähän
    """),
    connectives=words("""
        mutta ja tai myös kuitenkin lisäksi siksi sitten niin silti siis näin toisaalta sen sijaan samalla muuten
        edelleen lopulta kuten eli joten vaan vastaavasti esimerkiksi
    """),
    connective_phrases=phrases("""
        sen sijaan, toisin sanoen, tästä syystä, sen jälkeen, sitä ennen, tämän jälkeen, siitä huolimatta,
        samaan aikaan, hänen mukaansa, heidän mukaansa, tässä tapauksessa, sen vuoksi, tämän vuoksi
    """),
    personal=words("hän se he ne"),
    times=words("""
        viikko viikolla viikon kuukausi vuosi vuonna vuoden aamu aamuna kesä kesänä syksy talvi kevät kerta ilta kausi
    """),
    first_person=words("minä me minun meidän mun minua meitä"),
    speech=words("sanoi sanoo kertoi kertoo mukaan totesi toteaa arvioi ilmoitti huomauttaa lisää kirjoittaa"),
    bonus=words("""
        tärkeä tärkein ensimmäinen uusi ennätys suurin ilmoitti päätti hyväksyi vahvisti kuoli kuollut loukkaantui
        voitti hävisi pidätetty tulos miljoonaa miljardia prosenttia
    """),
    stigma=words("ehkä noin mahdollisesti esimerkki kuva video lue jaa klikkaa"),
)
