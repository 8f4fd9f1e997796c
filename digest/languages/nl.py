"""Dutch."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    stemmer="dutch",
    stop_words=words("""
        aan achter al alle alleen als andere ben bij bijna binnen blijft boven daar daarna dan dat de deze die dit doet
        door doen dus duidelijk een eens eerste elk elke en er erg even gaan gaat geen geweest goed had hadden hebben
        heeft heel hem hen het hier hij hoe hun iets ik in is ja je jij jullie kan komen komt kon kunnen maar maken
        mag me meer men met mij mijn moest moet moeten na naar nadat niet niets nieuwe nog nu of om omdat onder ons onze
        ook op over per rond sinds soms te tegen ten ter terug toch toen tot tussen twee uit van vanaf vanuit veel
        verder via volgens voor vooral waar waarom waren was wat weer wel werd werden wie wij wil worden wordt ze zei
        zeer zegt zelf zich zij zijn zo zoals zonder zou zouden zullen zal
    """),
    letters="éëïöü",
    abbreviations=words("""
        dhr mevr mw dr drs prof ir ing mr bc st ca bijv bv d.w.z dwz evt m.b.t i.p.v i.v.m o.a t.o.v z.g zgn resp incl
        excl jhr kol gen lt min mgr tel vgl enz.v ds sgt wnd
    """),
    number_abbreviations=words("nr nrs art blz p pp hfst jan feb mrt apr jun jul aug sep sept okt nov dec pag hst max"),
    closing_abbreviations=words("enz etc e.d e.a n.v b.v a.d v.chr n.chr u.s inc ltd co jr"),
    capital_abbreviations=words("burg past em"),
    final_abbreviations=words("enz etc"),
    starters=words("""
        de het een hij zij ze wij we ik dit dat deze die in op bij na voor van met door uit volgens maar en ook toen dan
        als omdat hoewel er daar hier nu
    """),
    pronouns=words("""
        hij zij ze het deze dit dat die zijn haar hun hem hen beide beiden dergelijke zulke diens
    """),
    connectives=words("""
        maar en of dus want toch echter daarom daardoor daarnaast bovendien ook toen dan daarna vervolgens intussen
        ondertussen niettemin desondanks overigens verder zo eveneens namelijk tenslotte anders daarentegen hierdoor
        daarbij hierbij daarmee hiermee
    """),
    connective_phrases=phrases("""
        aan de andere kant, bij voorbeeld, in tegenstelling daartoe, om die reden, ten slotte, onder meer, met andere
        woorden, tegelijkertijd, in dat geval, de twee, het tweetal, dezelfde, op dat moment, als gevolg daarvan
    """),
    expletives=phrases("het gaat om, het ging om, het regent, het sneeuwt"),
    articles=words("het"),
    finite=words("""
        is was zijn waren wordt werd worden heeft had hebben hadden kan kon zal zou moet moest mag mocht wil wilde gaat
        ging komt kwam blijft bleef lijkt leek blijkt bleek duurt duurde kost kostte staat stond ligt lag geldt gold
        betekent betekende betreft betrof zegt zei maakt maakte geeft gaf laat liet gebeurt gebeurde begon begint
        lukt lukte klinkt klonk scheelt ontbreekt ontbrak hoeft hoort vergt vergde
    """),
    announcing=phrases("""
        lees ook, lees meer, volg ons, schrijf je in, meld je aan, abonneer, laat het ons weten, deel dit, klik hier,
        hier lees je, hier vind je, dit zijn de, dit moet je weten
    """),
    disclaiming=phrases("in de reacties, onze nieuwsbrief"),
    personal=words("hij zij ze het"),
    times=words("week weken maand maanden jaar ochtend zomer winter lente herfst keer seizoen avond middag weekend"),
    first_person=words("ik wij we mijn ons onze mij me"),
    speech=words("""
        zei zegt zeggen verklaarde meldt meldde volgens liet vertelde vertelt schrijft aldus stelt benadrukte
    """),
    bonus=words("""
        belangrijk belangrijke eerste nieuwe record grootste hoogste besloot aangekondigd bevestigd dood doden
        gewonden won verloor aangehouden resultaat miljoen miljard procent
    """),
    stigma=words("misschien ongeveer eventueel voorbeeld foto beeld video lees deel klik"),
)
