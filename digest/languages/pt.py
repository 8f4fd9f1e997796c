"""Portuguese."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    stemmer="portuguese",
    stop_words=words("""
        a à ainda além algum alguma algumas alguns ante antes ao aos após aquela aquelas aquele aqueles aqui às as até
        através cada cerca com como contra contudo cujo da das de dela delas dele deles depois desde dessa desse desta
        deste deve devem disse diz do dois dos duas durante e é ela elas ele eles em embora enquanto entre era eram essa
        essas esse esses esta está estão estas estava este estes eu faz fazer foi for foram há isso isto já lá lhe logo
        maior mais mas me mesma mesmo meu minha muita muitas muito muitos na nada não nas nem nenhum no nos nós nossa
        nosso num numa nunca o onde ontem os ou outra outras outro outros para parte pela pelas pelo pelos per pode
        podem pois por porém porque primeiro pouco qual quando quanto que quem se segundo seja sem sempre sendo ser será
        seu seus só sob sobre são sua suas também tanto tão tem têm ter teve tinha toda todas todo todos três tudo um
        uma
        umas uns vai vem você vez vezes
    """),
    letters="àáâãçéêíóôõú",
    abbreviations=words("""
        sr sra srta sres dr dra drs prof profa eng arq gen cel cap ten sgt av dep sen gov pres min exmo exma v.ex p.ex
        cf ca tel trav pç exa profª drª dª sta pe mons séc aprox
    """),
    number_abbreviations=words("""
        art arts n nº nos p pp pág págs vol fig jan fev mar abr mai jun jul ago set out nov dez máx mín
    """),
    closing_abbreviations=words("etc s.a ltda u.s d.c a.c inc ltd co jr"),
    capital_abbreviations=words("des del fr"),
    final_abbreviations=words("etc"),
    starters=words("""
        o a os as um uma em no na nos nas de do da para por com sem mas e ou se quando como também não é ele ela eles
        elas este esta isso segundo após antes durante ao à ninguém depois
    """),
    pronouns=words("""
        ele ela eles elas este esta estes estas isto esse essa esses essas isso aquele aquela aqueles aquelas aquilo seu
        sua seus suas ambos ambas tal tais deles delas
    """),
    connectives=words("""
        mas e ou porém contudo todavia entretanto portanto assim também então pois logo ademais aliás enquanto depois
        finalmente posteriormente igualmente
    """),
    connective_phrases=phrases("""
        no entanto, por exemplo, por outro lado, por isso, além disso, ao mesmo tempo, apesar disso, em vez disso,
        dessa forma, desta forma, desse modo, por sua vez, nesse sentido, neste sentido, nesse caso, de fato, ou seja,
        com isso, a partir daí, os dois, as duas, o mesmo, a mesma, ainda assim, por conseguinte, enquanto isso
    """),
    personal=words("ele ela eles elas"),
    times=words("""
        semana semanas mês meses ano anos manhã verão primavera outono inverno vez temporada noite tarde dia dias
    """),
    first_person=words("eu nós meu minha meus minhas nosso nossa nossos nossas me nos"),
    speech=words("disse diz afirmou afirma explicou segundo declarou acrescentou anunciou informou destacou contou"),
    bonus=words("""
        importante principal primeiro primeira novo nova recorde maior melhor anunciou aprovou decidiu confirmou
        morreu mortos feridos venceu perdeu preso resultado milhões bilhões
    """),
    stigma=words("talvez aproximadamente exemplo foto imagem vídeo leia compartilhe clique"),
)
