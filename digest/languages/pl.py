"""Polish."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="pl",
    name="Polish",
    stemmer="polish",
    stop_words=words("""
        a aby ale ani aż bardzo bez bo być był była było były będzie będą być ci co coś czy czyli dla dlatego do dwa
        dwóch dziś gdy gdyby gdzie go i ich ile im inne innych iż ja jak jakie jako je jednak jednego jego jej jemu jest
        jeszcze jeśli już ją każdy kiedy kilka kto która które którego której który których którym lub ma mają mi
        między mnie może można my na nad nas nasz nawet nich nie niej nim niż no o obok od ok on ona one oni oraz po
        pod podczas ponieważ ponad poza przed przede przez przy powiedział również są się sobie swoje swoim swój ta tak
        także taki takie tam te tego tej ten też to tu ty tych tylko tym u w wam według we wiele więc więcej wszystko
        wszystkie z za zaś ze że został została zostały żeby trzy
    """),
    letters="ąćęłńóśźż",
    abbreviations=words("""
        dr prof hab inż mgr doc gen płk mjr kpt por sierż ks bp abp św im ul al pl os woj pow gm np tzn tzw m.in wg ok
        ww sp tel red zob por jw min sek ub rez em fot ppłk ppor asp kom podkom nadkom insp mł bryg kpr kard bł dyr
        prez wicemin adm hr tj maks rozdz śp zw adw m.st o pr
    """),
    number_abbreviations=words("""
        nr art ust pkt str s poz rys tab t stycz lut kwiet czerw sierp wrzes paźdz listop grud
    """),
    closing_abbreviations=words("itd itp etc r in n.e p.n.e tys mln mld godz o.o s.a br m"),
    time_words=words("""
        w we od do po przed około ok dnia dniu roku ub br r z początku końcu końca połowie lecie latem wiosną jesienią
        zimą tylko już jeszcze stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
        listopada grudnia styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie
        grudniu
    """),
    final_abbreviations=words("itd itp etc r n.e p.n.e"),
    starters=words("""
        w na z do od po przed za pod nad przy dla o u on ona oni one to ten ta te ale i a także jednak gdy jeśli jak co
        według podczas tym nie jest są
    """),
    ordinal_stop=True,
    pronouns=words("""
        on ona ono oni one to ten ta te ci jego jej ich jemu im tego tej tych temu tym obaj obie oba taki taka takie
    """),
    connectives=words("""
        ale i a lub albo jednak też także również więc dlatego zatem potem następnie natomiast poza ponadto tymczasem
        wtedy zresztą wreszcie jednocześnie inaczej przeciwnie czyli bowiem toteż
    """),
    connective_phrases=phrases("""
        na przykład, z drugiej strony, w rezultacie, w związku z tym, mimo to, pomimo tego, poza tym, w tym czasie,
        w takim przypadku, w tym przypadku, zamiast tego, po tym, przed tym, z kolei, tym samym, w ten sposób,
        jego zdaniem, jej zdaniem, ich zdaniem, co więcej, oprócz tego
    """),
    personal=words("on ona ono oni one"),
    reporting=words("""
        dodał dodała dodali powiedział powiedziała powiedzieli stwierdził stwierdziła podkreślił podkreśliła wyjaśnił
        wyjaśniła oświadczył oświadczyła zaznaczył zaznaczyła zapewnił zapewniła przyznał przyznała poinformował
        poinformowała twierdzi twierdzą
    """),
    times=words("rok roku tydzień tygodniu miesiąc miesiącu raz ranek wieczór lato lata jesień zimę wiosnę sezon"),
    first_person=words("ja my mój moja moje nasz nasza nasze mnie nam nas"),
    speech=words("""
        powiedział powiedziała mówi stwierdził oświadczył poinformował poinformowała dodał dodała podkreślił wyjaśnił
        według napisał
    """),
    bonus=words("""
        ważny główny pierwszy nowy nowa rekord największy ogłosił zdecydował zatwierdził potwierdził zginął zginęło
        rannych wygrał przegrał zatrzymany wynik mln mld procent
    """),
    stigma=words("może około ewentualnie przykład foto zdjęcie wideo czytaj udostępnij kliknij"),
)
