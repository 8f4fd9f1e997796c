"""Czech."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="cs",
    name="Czech",
    stemmer="czech",
    stop_words=words("""
        a aby aj ale ani ano asi až bez bude budou by byl byla byli bylo být co což další dnes do dva ho i já jak jako
        je
        jeho jej její jejich jen jenž ještě ji jich jím již jiné jsem jsme jsou jste k kde kdo kdy když ke která které
        kterého který kteří kvůli má mají mezi mě mi mnoho může my na nad nám nás náš ne nebo než není nich nim o od on
        ona oni ono pak po pod podle pokud pouze právě pro proti proto protože první před přes při řekl řekla s se si
        sice své svého svou svůj svých ta tak také takže tam tato te tedy ten tento této tím to toho tom tomu toto třeba
        tři tu ty tyto u už v vám vás ve více však všech vše z za zde ze že
    """),
    letters="áčďéěíňóřšťúůýž",
    abbreviations=words("""
        dr mudr judr phdr rndr ing mgr bc prof doc gen plk mjr kpt sv ul nám tř tzv tzn např resp popř mj př cca tel
        min odst por npor pplk prap brig bl tj viz srov zejm vč příp thdr paeddr mvdr dis
    """),
    number_abbreviations=words("č čl str s písm obr tab r kap max"),
    closing_abbreviations=words("atd apod aj o.p.s s.r.o a.s n.l tis mil mld kč hod ml st"),
    final_abbreviations=words("aj apod atd kč"),
    starters=words("""
        v ve na s se z ze do od po před za pod nad při pro o u k on ona oni to ten ta tento tato ale i a také však když
        pokud jak co podle během není je jsou potom pak poté
    """),
    ordinal_stop=True,
    pronouns=words("""
        on ona ono oni ony to ten ta ti ty tento tato toto tito jeho její jejich jemu jim toho tomu oba obě takový
        taková
        takové
    """),
    connectives=words("""
        ale a i nebo však také proto tedy takže pak potom poté navíc přesto naopak mezitím dále zároveň jinak ovšem
        nicméně konečně následně avšak
    """),
    connective_phrases=phrases("""
        na druhou stranu, na druhé straně, kromě toho, například, v důsledku toho, místo toho, po tom, před tím,
        v tomto případě, v té době, tím pádem, přes to, podle něj, podle ní, podle nich, z tohoto důvodu, ve stejné době
    """),
    personal=words("on ona ono oni"),
    reporting=words("""
        dodal dodala dodali řekl řekla řekli uvedl uvedla uvedli prohlásil prohlásila vysvětlil vysvětlila upozornil
        upozornila upřesnil upřesnila
    """),
    times=words("rok roku týden týdnu měsíc měsíci ráno večer léto podzim zimu jaro sezonu sezóně"),
    first_person=words("já my můj moje náš naše mě mi nám nás"),
    speech=words("řekl řekla uvedl uvedla dodal dodala podle prohlásil oznámil sdělil upozornil vysvětlil napsal říká"),
    bonus=words("""
        důležitý hlavní první nový nová rekord největší oznámil rozhodl schválil potvrdil zemřel zahynuli zraněných
        vyhrál prohrál zadržen výsledek milionů miliard procent
    """),
    stigma=words("možná asi přibližně příklad foto snímek video čtěte sdílet klikněte"),
)
