"""Spanish."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words
from digest.languages._spanish import CUES

LANGUAGE = Language(
    code="es",
    name="Spanish",
    stemmer="spanish",
    stop_words=words("""
        a además afirmó ahora ahí al algo algún alguna algunas alguno algunos allí ambos ante anterior antes aquel
        aquella aquellas aquello aquellos aquí así aún aunque bajo bien cabe cada casi como cómo con contra cosas creo
        cual cuál cuales cualquier cuando cuánto cuatro de debe deben debido decir dejó del demás dentro desde después
        dice dicen dicho dijo dio donde dónde dos durante e él el ella ellas ello ellos embargo en encima entonces
        entre era eran eres es esa esas ese eso esos está ésta estaba estaban estado estamos están estar estará estas
        este éste esto estos estoy estuvo fin fue fuera fueron gran ha había habían haber hace hacen hacer hacia han
        hasta hay haya he hemos hizo hoy hubo incluso informó la las le les lo los luego más me mediante mejor menos mi
        mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy nada nadie ni ningún ninguna no nos
        nosotros nuestra nuestras nuestro nuestros nunca o otra otras otro otros para parece parte pero poca poco pocos
        podrá podría poder por porque primera primero pueda puede pueden pues que qué quien quién quienes quiere se sea
        sean según ser será serán sería si sí sido siempre sin sino sobre sólo solo son soy su sus también tampoco tan
        tanto te tendrá tenemos tener tenía tiene tienen toda todas todavía todo todos tras tres tu tus tuvo un una unas
        uno unos usted ustedes va van varias varios veces ver vez y ya yo
    """),
    letters="áéíñóúü",
    abbreviations=words("""
        sr sra srta sres sras d dª dña dr dra dres lic ing arq prof profa gral cnel tte sgto mons fr sto sta av avda
        ctra pza cf p.ej núm tít trad vs aprox prov mª insp cmdte excmo excma ntra hno hna pdte fco comis pbro rvdo
    """),
    number_abbreviations=words("""
        art arts cap fig nº no pág págs p pp párr tel tél vol ene feb mar abr may jun jul ago sep sept oct nov dic febr
        máx mín
    """),
    closing_abbreviations=words("etc a.m p.m ee.uu ee uu u.s d.c a.c d.c s.a s.l s.a.u inc ltd cía jr"),
    capital_abbreviations=words("ma cap dip sen col alm gob"),
    final_abbreviations=words("etc"),
    starters=words("""
        el la los las lo un una unos unas él ella ellos ellas su sus este esta estos estas ese esa en a al de del por
        para con sin sobre tras desde hasta según entre durante cuando mientras aunque si como pero y también además no
        se es ya nadie nada todos todas esos esas
    """),
    pronouns=words("""
        él ella ellos ellas ello este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas
        aquello su sus éste ésta éstos éstas ambos ambas dicho dicha dichos dichas tal tales le les
    """),
    connectives=words("""
        pero y e o u ni pues entonces así también además asimismo mientras tampoco luego después sino aun igualmente
        finalmente posteriormente paralelamente aunque incluso ahí allí
    """),
    connective_phrases=phrases("""
        sin embargo, no obstante, por ejemplo, por otro lado, por otra parte, en cambio, por lo tanto, por tanto,
        por ello, por eso, por esta razón, por este motivo, a pesar de ello, a su vez, al mismo tiempo, mientras tanto,
        en consecuencia, de hecho, en este sentido, en ese sentido, en este caso, en este contexto, por su parte,
        de esta manera, de esta forma, de este modo, es decir, a continuación, los dos, las dos, el mismo, la misma,
        lo mismo, el otro, la otra, en efecto, de ahí
    """),
    announcing=phrases("""
        lea también, lee también, síguenos, síganos, suscríbase, suscríbete, comparta, haga clic, haz clic,
        te contamos, le contamos, esto es lo que, aquí puede, déjanos, cuéntanos
    """),
    disclaiming=phrases("en los comentarios, nuestro boletín, nuestra newsletter"),
    personal=words("él ella ellos ellas"),
    times=words("""
        semana semanas mes meses año años mañana verano primavera otoño invierno vez temporada noche tarde lunes martes
        miércoles jueves viernes sábado domingo siglo día días
    """),
    first_person=words("yo nosotros mi mis nuestro nuestra nuestros nuestras me nos"),
    speech=words("""
        dijo dice afirmó aseguró explicó señaló según indicó añadió agregó anunció declaró manifestó comentó advirtió
        destacó sostuvo informó ha
    """),
    bonus=words("""
        importante principal primer primera nuevo nueva récord mayor mejor peor anunció aprobó decidió confirmó reveló
        murió muertos heridos ganó perdió detenido resultado millones
    """),
    stigma=words("quizás quizá aproximadamente ejemplo foto imagen vídeo video leer compartir"),
    cues=CUES,
)
