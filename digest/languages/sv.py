"""Swedish."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="sv",
    name="Swedish",
    stemmer="swedish",
    stop_words=words("""
        alla allt andra att av bara bland blev bli blir både då dag de dem den denna deras dess dessa det detta dig din
        där därför efter ej eller en enligt er ett finns flera fram från får få fått för före första genom ge gör göra
        ha hade han hans har hela helt henne hennes hon honom hur här i idag igen in inom inte ja jag kan kom kommer
        kunde
        kring lite man med mellan men mer mera mot mycket måste många ni nu nya när någon något några och också om oss
        på redan sa sade sagt samma sedan sig sin sina sitt ska skall skulle som säger så sådan till trots två under upp
        ur ut utan utom vad var vara varit vem vi vid vilka vilken vilket vill visst vår våra vårt än är även åt över
    """),
    letters="åäöé",
    abbreviations=words("""
        bl.a ca dvs d.v.s dr e.d el enl ev exkl f.d fr.o.m t.o.m inkl jfr kl obs prof resp s.k st t.ex tel t.h t.v bl
        forts m.a.o p.g.a pga fru hr dir adj doc löjtn kapt övlt tfn
    """),
    number_abbreviations=words("nr kap s sid art jan feb mar apr jun jul aug sep sept okt nov dec min max"),
    closing_abbreviations=words("etc m.m m.fl osv o.s.v f.kr e.kr u.s inc ltd co jr"),
    final_abbreviations=words("m.fl m.m o.s.v osv etc"),
    starters=words("""
        den det de en ett han hon vi jag man i på vid efter före under från med till för av enligt men och också så nu
        då
        när där här om som detta denna dessa
    """),
    pronouns=words("""
        han hon det de den detta denna dessa hans hennes dess deras honom henne dem sin sitt sina båda sådan sådana
    """),
    connectives=words("""
        men och eller dock också därför däremot dessutom emellertid ändå sedan därefter därmed således alltså
        följaktligen
        samtidigt istället annars även vidare slutligen dessförinnan härmed då så ty
    """),
    connective_phrases=phrases("""
        å andra sidan, till exempel, på grund av detta, av den anledningen, med andra ord, i stället, trots detta,
        i det fallet, under tiden, de två, de båda, samma sak, för det, efter det
    """),
    expletives=phrases("det finns, det fanns, det krävs, det krävdes"),
    articles=words("det den de"),
    finite=words("""
        är var blir blev har hade ska skall skulle kan kunde måste vill ville får fick går gick kommer kom finns fanns
        gäller gällde säger sade sa sägs visar visade betyder betydde innebär innebar skriver skrev handlar handlade
        tror trodde anser ansåg menar menade tar tog gör gjorde ger gav står stod ligger låg behöver behövde börjar
        började hoppas vet visste ser såg här där
    """),
    finite_endings=("r",),
    announcing=phrases("""
        läs mer, läs också, följ oss, prenumerera, anmäl dig, klicka, här är, här hittar du, vad tycker du,
        berätta för oss
    """),
    disclaiming=phrases("i kommentarerna, vårt nyhetsbrev"),
    personal=words("han hon det de den"),
    times=words("""
        vecka veckan veckor månad månaden år året morgon sommar sommaren vinter höst vår gång kväll säsong helg
    """),
    first_person=words("jag vi min mitt mina vår vårt våra mig oss"),
    speech=words("säger sade sa sagt berättar uppger skriver enligt menar anser förklarar tillägger meddelar"),
    bonus=words("""
        viktig viktigaste första nya rekord största högsta beslutade meddelade bekräftade döda skadade vann förlorade
        greps resultat miljoner miljarder procent
    """),
    stigma=words("kanske ungefär eventuellt exempel foto bild video läs dela klicka"),
)
