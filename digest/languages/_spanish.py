"""How Spanish reports speech: the `cues` of `es`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import STOPPED, Cues, classes, forms, phrase_classes
from digest.languages._language import words
from digest.languages._verbs import spanish

_SPEECH = spanish("""
    afirm declar explic anunci asegur señal indic subray coment denunci critic destac confirm inform precis manifest
    pregunt agreg lament avis acus calific aclar recalc remarc detall apunt replic contest relat argument alert adelant
    reclam reproch revel matiz ratific reiter sentenci zanj remach ironiz exclam grit susurr murmur espet bram
    conjetur vaticin augur pronostic proclam comunic recomend aconsej celebr descart rechaz justific puntualiz
    enfatiz asever rectific notific protest tach
""") | forms("""
    decir/dice/dicen/dijo/dijeron/dicho/decía/decían/diciendo añadir/añade/añaden/añadió/añadieron/añadido
    advertir/advierte/advierten/advirtió/advirtieron/advertido
    responder/responde/responden/respondió/respondieron/respondido
    escribir/escribe/escriben/escribió/escrito contar/cuenta/cuentan/contó/contaron/contado
    insistir/insiste/insisten/insistió/insistieron/insistido
    reconocer/reconoce/reconocen/reconoció/reconocieron/reconocido
    admitir/admite/admiten/admitió/admitido pedir/pide/piden/pidió/pidieron/pedido
    recordar/recuerda/recuerdan/recordó/recordaron/recordado sostener/sostiene/sostienen/sostuvo/sostuvieron/sostenido
    prometer/promete/prometen/prometió/prometieron/prometido negar/niega/niegan/negó/negaron/negado
    concluir/concluye/concluyen/concluyó/concluyeron/concluido exigir/exige/exigen/exigió/exigieron/exigido
    defender/defiende/defienden/defendió/defendieron/defendido desmentir/desmiente/desmienten/desmintió/desmintieron
    sugerir/sugiere/sugieren/sugirió/sugerido proponer/propone/proponen/propuso/propusieron/propuesto
    referir/refiere/refirió repetir/repite/repiten/repitió/repetido confesar/confiesa/confesó/confesado
    conceder/concede/concedió garantizar/garantiza/garantizan/garantizó/garantizado quejar/queja/quejan/quejó/quejaron
    mantener/mantiene/mantienen/mantuvo arremeter/arremete/arremetió atribuir/atribuye/atribuyen/atribuyó
    recoger/recoge/recogen/recogió publicar/publica/publican/publicó asumir/asume/asumió discrepar/discrepa/discrepan
    coincidir/coincide/coinciden/coincidió aseverar/asevera exponer/expone/expuso alegar/alega/alegó/alegaron
    argüir/arguye/arguyó aducir/aduce/adujo aludir/alude/aludió resumir/resume/resumió resolver/resolvió
    temer/teme/temen considerar/considera/consideran/consideró prever/prevé/prevén
    calcular/calcula/calculan/calculó estimar/estima/estiman/estimó cifrar/cifra/cifran/cifró
    valorar/valora/valoran/valoró recomendar/recomienda/recomiendan/recomendó/recomendaron
""")
_THOUGHT = forms("""
    creer/cree/creen/creía/creyó pensar/piensa/piensan esperar/espera/esperan opinar/opina/opinan/opinó
    mostrar/muestra/muestran/mostró saber/sabe/saben confiar/confía/confían/confió ver/ve/ven reflejar/refleja
    juzgar/juzga/juzgan hablar/habla/hablan/habló/hablaron
""")

CUES = Cues(
    speech=_SPEECH,
    asking=words("preguntó pregunta"),
    accusing=words("acusó acusa acusado acusada criticó critica"),
    denying=words("negar desmentir rechazar"),
    thought=_THOUGHT,
    nounlike=words("""
        cuenta critica pregunta denuncia dicho escrito pedido muestra espera avisa contesta llama llamado llamada
        publica
        queja quejan replica reclama detalla apunta protesta propuesta adelanta alerta comunica comunicado calcula ve
        recoge resumen resume estima notifica celebra recomendado avisan relata sentencia juzga cifra contado destacado
        calificado indicado acusado habla
    """),
    fronted=frozenset(_SPEECH.values()) | frozenset(_THOUGHT.values()),
    according=(
        ("según",),
        ("de", "acuerdo", "con"),
        ("a", "juicio", "de"),
        ("a", "juicio", "del"),
        ("en", "opinión", "de"),
        ("en", "opinión", "del"),
        ("en", "palabras", "del"),
        ("a", "ojos", "de"),
        ("a", "ojos", "del"),
        ("a", "decir", "de"),
        ("al", "decir", "de"),
        ("desde", "el", "punto", "de", "vista", "de"),
        ("desde", "el", "punto", "de", "vista", "del"),
        ("de", "acuerdo", "al"),
        ("tal", "y", "como"),
        ("tal", "como"),
        ("en", "palabras", "de"),
    ),
    whence=words("desde"),
    viewing=words("para"),
    owned=(
        ("a", "su", "juicio"),
        ("en", "su", "opinión"),
        ("a", "su", "entender"),
        ("a", "sus", "ojos"),
        ("según", "sus", "palabras"),
        ("según", "sus", "datos"),
    ),
    rumours=(
        ("se", "dice", "que"),
        ("se", "comenta", "que"),
        ("se", "rumorea", "que"),
        ("corre", "el", "rumor"),
        ("dicen", "que"),
        ("según", "se", "dice"),
        ("al", "parecer"),
    ),
    impersonal=words("se"),
    reflexive=words("quejar lamentar preguntar"),
    known=words("saber ver mostrar reflejar esperar"),
    distancing=classes("hearsay habría habrían"),
    completed=("ado", "ido", "ído", "ada", "ida", "to", "cho", "so"),
    unreal=words("si sin gustado querido podido debido mejor preferido yo nosotros"),
    negations=words("no ni nunca jamás tampoco nada rehusó declinó evitó"),
    clitics=words("lo la los las"),
    dialogue=True,
    infinitive_endings=("ar", "er", "ir", "arse", "erse", "irse"),
    hearsay=words("supuestamente presuntamente"),
    that=words("que"),
    pronouns=classes("m él, f ella, plural ellos ellas, thing ello eso esto, speaker yo nosotros tú usted"),
    possessives=classes("m su sus, speaker mi mis nuestro nuestra"),
    determiners=words("""
        el la los las un una unos unas este esta estos estas ese esa esos esas varios varias algunos algunas muchos
        muchas
        todos todas dos tres cuatro ningún ninguna
        """),
    years=words("años"),
    latter=phrase_classes("m este último, m éste, f esta última, f ésta, plural estos últimos, plural éstos"),
    nobody=words("ni ningún ninguna ninguno nadie"),
    demonstratives=words("el la los las este esta ese esa"),
    prepositions=words("""
        de a en con por para sobre contra entre desde hasta sin tras ante bajo durante según mediante
        """),
    joining=words("de del para"),
    subordinators=words("cuando si porque aunque como mientras donde pues"),
    coordinators=words("y e o u pero sino ni"),
    contrasting=words("pero"),
    relative_places=words("donde"),
    charged=words("""
        acusado acusada acusados acusadas condenado condenada condenados condenadas detenido detenida
        """),
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
        asimismo incluso tampoco apenas quizá acaso
        también aún todavía ya siempre nunca más muy luego después además ayer hoy mañana así entonces ahora aquí allí
        """),
    adverb_endings=("mente",),
    times=words("""
        lunes martes miércoles jueves viernes sábado domingo
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre semana mes año día
        noche tarde
        """),
    agents=words("por"),
    editions=words("versión titular"),
    corrections=words("corrección rectificación"),
    itself=words("este esta"),
    papers=words("""
        país mundo vanguardia razón periódico confidencial diario universal nación tiempo comercio correo tercera
        mercurio espectador heraldo voz
        """),
    titles=words("""
        señor señora sr sra dr dra don doña presidente presidenta ministro ministra alcalde alcaldesa rey reina papa
        general
        director directora senador senadora diputado diputada juez jueza abogado abogada portavoz secretario secretaria
        fiscal entrenador entrenadora investigador investigadora economista comisario comisaria concejal concejala
        regidor regidora biólogo bióloga politólogo politóloga historiador historiadora sociólogo socióloga ingeniero
        ingeniera agricultor agricultora pescador pescadora portero portera capitán delegado delegada doctor doctora
        srta sres sras dña dª dn lic ing arq prof profa gral cnel tte sgto cap cmdte mons fr sor fray
        consejero consejera matrona transportista experto experta dueño dueña técnico técnica magistrado magistrada
        """),
    initial_titles=words("d."),
    stopped=(
        *STOPPED,
        *("Sra", "Srta", "Sres", "Sras", "Dra", "Dña", "Dª", "Dn", "Lic", "Ing", "Arq", "Profa", "Gral", "Cnel"),
        *("Tte", "Sgto", "Cap", "Cmdte", "Mons", "Sto", "Sta", "art", "arts", "núm", "pág"),
    ),
    male=words("""
        comisario regidor ingeniero delegado consejero biólogo historiador agricultor doctor dueño concejal
        señor sr don presidente ministro alcalde rey director senador diputado abogado padre hombre hermano hijo
        entrenador investigador secretario
        """),
    female=words("""
        srta sras dra dña dª profa sor
        regidora ingeniera delegada consejera bióloga historiadora agricultora doctora dueña matrona concejala anciana
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
    incised=words("la un el los las su ella él"),
    incising=words("ha han se"),
    incise_objects=words("se"),
    participles=("ado", "ido"),
    roles=words("como"),
    subordinate=True,
    gendered=True,
    particles=words("de del la las los"),
    starters=words("el la los las un una en según pero y lunes martes miércoles jueves viernes sábado domingo"),
    names="given-names.txt given-names-es.txt",
)
