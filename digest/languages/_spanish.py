"""How Spanish reports speech: the `cues` of `es`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import Cues, classes, forms
from digest.languages._language import words

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
