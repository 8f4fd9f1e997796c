"""Spanish."""

from __future__ import annotations

from digest.languages._cues import Cues, classes, forms
from digest.languages._language import Language, phrases, words

CUES = Cues(
    speech=forms("""
        decir/dice/dicen/dijo/dijeron/dicho/decía afirmar/afirma/afirman/afirmó/afirmaron/afirmado
        declarar/declara/declaran/declaró/declararon/declarado explicar/explica/explican/explicó/explicaron/explicado
        añadir/añade/añaden/añadió/añadieron/añadido anunciar/anuncia/anuncian/anunció/anunciaron/anunciado
        asegurar/asegura/aseguran/aseguró/aseguraron/asegurado señalar/señala/señalan/señaló/señalaron/señalado
        indicar/indica/indican/indicó/indicaron/indicado subrayar/subraya/subrayó/subrayado
        advertir/advierte/advierten/advirtió/advirtieron/advertido responder/responde/respondió/respondido
        escribir/escribe/escribió/escrito contar/cuenta/contó/contado comentar/comenta/comentó/comentado
        insistir/insiste/insistió/insistido reconocer/reconoce/reconoció/reconocido admitir/admite/admitió/admitido
        denunciar/denuncia/denuncian/denunció/denunciado criticar/critica/criticó/criticado pedir/pide/pidió/pedido
        recordar/recuerda/recordó/recordado destacar/destaca/destacó/destacado sostener/sostiene/sostuvo/sostenido
        confirmar/confirma/confirmó/confirmaron/confirmado prometer/promete/prometió/prometido
        informar/informa/informó/informaron/informado precisar/precisa/precisó/precisado
        manifestar/manifestó/manifestado
        preguntar/pregunta/preguntó/preguntado negar/niega/negó/negado agregar/agrega/agregó/agregado
        lamentar/lamenta/lamentó/lamentado concluir/concluye/concluyó/concluido avisar/avisa/avisan/avisó/avisado
        acusar/acusa/acusan/acusó/acusaron/acusado calificar/califica/califican/calificó/calificado
        """),
    thought=forms("""
        creer/cree/creen/creía pensar/piensa/piensan esperar/espera/esperan temer/teme/temen
        considerar/considera/consideran
        opinar/opina/opinan mostrar/muestra/muestran/mostró saber/sabe/saben
        """),
    nounlike=words("cuenta critica pregunta denuncia dicho escrito pedido muestra espera"),
    fronted=words("""
        decir afirmar declarar explicar añadir anunciar asegurar señalar indicar subrayar advertir responder escribir
        contar comentar insistir reconocer admitir denunciar criticar pedir recordar destacar sostener confirmar
        prometer informar precisar manifestar preguntar agregar lamentar concluir avisar
        """),
    asking=words("preguntar"),
    according=(
        ("según",),
        ("de", "acuerdo", "con"),
        ("a", "juicio", "de"),
        ("a", "juicio", "del"),
        ("en", "opinión", "de"),
        ("tal", "y", "como"),
        ("tal", "como"),
        ("en", "palabras", "de"),
    ),
    viewing=words("para"),
    hearsay=words("supuestamente presuntamente"),
    that=words("que"),
    pronouns=classes("m él, f ella, plural ellos ellas, thing ello eso esto, speaker yo nosotros tú usted"),
    possessives=classes("m su sus, speaker mi mis nuestro nuestra"),
    determiners=words("""
        el la los las un una unos unas este esta estos estas ese esa esos esas varios varias algunos algunas muchos
        muchas
        todos todas dos tres cuatro ningún ninguna
        """),
    nobody=words("ni ningún ninguna ninguno nadie"),
    demonstratives=words("el la los las este esta ese esa"),
    prepositions=words("""
        de a en con por para sobre contra entre desde hasta sin tras ante bajo durante según mediante
        """),
    joining=words("de del para"),
    subordinators=words("cuando si porque aunque como mientras donde pues"),
    coordinators=words("y e o u pero sino ni"),
    relatives=words("quien quienes cuyo cuya"),
    be=words("es son era eran fue fueron sea sean será serán sido ser está están estaba estaban"),
    auxiliaries=words("""
        ha han había habían habrá habrán haber puede pueden podía debe deben debía va van iba se no le les lo
        """),
    verbs=words("""
        hace hacen hizo hicieron viene vienen vino toma tomó pone puso queda quedó lleva llevó sigue siguió ganó
        perdió
        """),
    adverbs=words("""
        también aún todavía ya siempre nunca más muy luego después además ayer hoy mañana así entonces ahora aquí allí
        """),
    adverb_endings=("mente",),
    times=words("""
        lunes martes miércoles jueves viernes sábado domingo
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre semana mes año día
        noche tarde
        """),
    agents=words("por"),
    titles=words("""
        señor señora sr sra dr dra don doña presidente presidenta ministro ministra alcalde alcaldesa rey reina papa
        general
        director directora senador senadora diputado diputada juez jueza abogado abogada portavoz secretario secretaria
        fiscal entrenador entrenadora investigador investigadora economista
        """),
    male=words("""
        señor sr don presidente ministro alcalde rey director senador diputado abogado padre hombre hermano hijo
        entrenador investigador secretario
        """),
    female=words("""
        señora sra doña presidenta ministra alcaldesa reina directora senadora diputada abogada madre mujer hermana
        hija entrenadora investigadora secretaria
        """),
    people=words("""
        portavoz ministro ministra alcalde alcaldesa abogado abogada experto experta testigo médico médica presidente
        presidenta director directora vecino vecina
        """),
    crowds=words("policía gente autoridades vecinos expertos testigos medios"),
    plural_endings=("s",),
    bodies=words("""
        ministerio gobierno partido tribunal corte comisión policía fiscalía empresa grupo banco asociación sindicato
        universidad instituto periódico diario agencia informe estudio encuesta ayuntamiento consejo congreso senado
        autoridad parlamento ejército fundación ciudad región junta
        """),
    subordinate=True,
    gendered=True,
    particles=words("de del la las los"),
    starters=words("el la los las un una en según pero y lunes martes miércoles jueves viernes sábado domingo"),
    names="given-names.txt",
)

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
        ctra pza cf p.ej núm tít trad vs aprox prov
    """),
    number_abbreviations=words("""
        art arts cap fig nº no pág págs p pp párr tel tél vol ene feb mar abr may jun jul ago sep sept oct nov dic
    """),
    closing_abbreviations=words("etc a.m p.m ee.uu ee uu u.s d.c a.c d.c s.a s.l s.a.u inc ltd cía jr"),
    starters=words("""
        el la los las lo un una unos unas él ella ellos ellas su sus este esta estos estas ese esa en a al de del por
        para con sin sobre tras desde hasta según entre durante cuando mientras aunque si como pero y también además
        no se es ya
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
