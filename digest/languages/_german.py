"""How German reports speech: the `cues` of `de`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import STOPPED, Cues, classes, phrase_classes
from digest.languages._german_verbs import DETACHED, SPEECH, THOUGHT
from digest.languages._language import words

CUES = Cues(
    speech=SPEECH,
    asking=words("fragte fragt"),
    accusing=words("beschuldigte beschuldigt kritisierte kritisiert verdächtigte"),
    denying=words("bestreiten dementieren zurückweisen weisen"),
    thought=THOUGHT,
    detached=DETACHED,
    linked=dict.fromkeys(("gehen", "geht", "ging", "gingen"), words("von vom davon")),
    fronted=frozenset(SPEECH.values()) | frozenset(THOUGHT.values()),
    speaking=(
        ("geht", "davon", "aus"),
        ("gehen", "davon", "aus"),
        ("ging", "davon", "aus"),
        ("gingen", "davon", "aus"),
    ),
    aged={"der -jährige": "m", "die -jährige": "f"},
    according=(
        ("laut",),
        ("hieß", "es", "aus"),
        ("heißt", "es", "aus"),
        ("hieß", "es", "von"),
        ("heißt", "es", "von"),
        ("nach", "angaben", "von"),
        ("nach", "angaben"),
        ("nach", "worten", "von"),
        ("nach", "worten"),
        ("nach", "den", "worten", "von"),
        ("nach", "den", "worten"),
        ("nach", "den", "angaben", "von"),
        ("nach", "den", "angaben"),
        ("gemäß",),
        ("nach", "ansicht", "von"),
        ("nach", "ansicht"),
        ("nach", "einschätzung", "von"),
        ("nach", "einschätzung"),
        ("nach", "auskunft", "von"),
        ("nach", "auskunft"),
        ("nach", "darstellung", "von"),
        ("nach", "darstellung"),
        ("nach", "meinung", "von"),
        ("nach", "meinung"),
        ("nach", "auffassung", "von"),
        ("nach", "auffassung"),
        ("nach", "überzeugung", "von"),
        ("nach", "überzeugung"),
        ("nach", "aussage", "von"),
        ("nach", "aussage"),
        ("nach", "aussagen", "von"),
        ("nach", "aussagen"),
        ("nach", "informationen", "von"),
        ("nach", "informationen"),
        ("nach", "berechnungen", "von"),
        ("nach", "berechnungen"),
        ("den", "angaben", "von"),
        ("aus", "sicht", "von"),
        ("aus", "sicht"),
        ("in", "den", "augen", "von"),
        ("in", "den", "augen"),
        ("hieß", "es", "in"),
        ("heißt", "es", "in"),
        ("hieß", "es", "bei"),
        ("heißt", "es", "bei"),
        ("hieß", "es", "beim"),
        ("heißt", "es", "beim"),
        ("hieß", "es", "vom"),
        ("heißt", "es", "vom"),
    ),
    following=(("zufolge",), ("hieß", "es"), ("heißt", "es"), ("verlautete",), ("verlautet",)),
    rumours=(
        ("es", "heißt"),
        ("es", "hieß"),
        ("gerüchten", "zufolge"),
        ("dem", "vernehmen", "nach"),
    ),
    owned=(
        ("seiner", "meinung", "nach"),
        ("ihrer", "meinung", "nach"),
        ("seiner", "ansicht", "nach"),
        ("ihrer", "ansicht", "nach"),
        ("nach", "seiner", "ansicht"),
        ("nach", "ihrer", "ansicht"),
        ("nach", "seiner", "einschätzung"),
        ("nach", "ihrer", "einschätzung"),
        ("nach", "seinen", "worten"),
        ("nach", "ihren", "worten"),
        ("nach", "seinen", "angaben"),
        ("nach", "ihren", "angaben"),
        ("aus", "seiner", "sicht"),
        ("aus", "ihrer", "sicht"),
    ),
    distancing=classes("hearsay soll sollen, claim will wollen"),
    perfect=words("haben"),
    moved=words("""
        worden gewesen gekommen gegangen gefahren geflohen geflüchtet gestorben gelaufen entkommen gefallen geblieben
        eingedrungen eingebrochen eingestiegen geworden passiert geschehen gereist angereist verschwunden gestürzt
    """),
    subjunctive=words("""
        sei seien habe hätten werde würden könne könnten müsse müssten solle wolle dürfe dürften gebe bleibe brauche
        stehe liege gehe komme lasse halte sehe finde wisse handle fehle mache bestehe gelte nehme führe laufe bekomme
        zeige bedeute treffe verliere gehöre stelle bringe
    """),
    unreal=words("ob als falls wenn denn ich wir"),
    nothing=words("nichts"),
    negations=words("nicht nie niemals kein keine keinen weder kaum"),
    clitics=words("das dies"),
    thereby=words("demnach"),
    apposed=words("so"),
    hearsay=words("angeblich mutmaßlich vermutlich"),
    that=words("dass daß"),
    clausal=words("zu"),
    purpose=words("um ohne statt anstatt"),
    pronouns=classes("m er ihm ihn, f sie, thing es, speaker ich wir mir mich uns ihr du"),
    possessives=classes("""
        m sein seine seinem seinen seiner seines, f ihre ihrem ihren ihrer ihres, speaker mein meine unser unsere
        """),
    determiners=words("""
        der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jener jene viele
        einige
        mehrere manche alle beide zwei drei vier fünf kein keine keinen
        """),
    latter=phrase_classes("m letzterer, f letztere"),
    nobody=words("weder kein keine keiner niemand"),
    demonstratives=words("der die das den dem diese dieser dieses"),
    genitives=words("der des"),
    neuter=words("der das"),
    genitive_stems=words("""
        amt rat haus bund land dienst gericht institut verband vorstand werk kreis hof tag bezirk
        """),
    genitive_articles=words("des"),
    editions=words("version fassung überschrift"),
    corrections=words("korrektur berichtigung"),
    itself=words("dieses dieser diesem diese"),
    perfect_endings=("t", "en"),
    being=words("sein"),
    viewed=words("nach aus"),
    roles=words("als"),
    setting=words("in"),
    prepositions=words("""
        von in an auf bei mit nach aus zu für gegen über unter vor hinter neben zwischen durch ohne um seit während
        wegen per
        trotz im am zum zur vom beim ins ans gegenüber innerhalb außerhalb laut gemäß zufolge samt dank
        """),
    joining=words("von für der des"),
    subordinators=words("wenn weil als ob obwohl während nachdem bevor damit sodass wie warum"),
    coordinators=words("und oder aber sondern denn doch"),
    contrasting=words("aber denn doch"),
    be=words("ist sind war waren sei seien wäre wären wird werden werde wurde wurden würde würden"),
    auxiliaries=words("""
        hat haben hatte hatten habe hätte hätten kann können konnte konnten muss müssen musste mussten soll sollen
        sollte
        sollten will wollen wollte wollten darf dürfen würde würden
        """),
    verbs=words("""
        geht ging gingen kommt kam kamen macht machte machten gibt gab gaben nimmt nahm nahmen steht stand standen
        liegt lag
        bleibt blieb blieben hält hielt hielten lässt ließ führt führte bringt brachte beginnt begann traf trafen gewann
        verlor stieg sank wuchs
        """),
    adverbs=words("""
        auch noch schon nur sehr dann nun jetzt heute gestern morgen bereits zudem außerdem jedoch dagegen daraufhin
        hier dort
        so allerdings hingegen unterdessen ebenfalls zugleich gleichzeitig selbst leise knapp sich
        später zuvor weiter erneut wieder nicht nie immer
        """),
    times=words("""
        montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni
        juli august
        september oktober november dezember woche monat jahr tag abend morgen nachmittag
        """),
    past_endings=("te", "ten"),
    agents=words("von"),
    gendered=True,
    capital_nouns=True,
    trades=(
        "er",
        "erin",
        "ist",
        "istin",
        "mann",
        "frau",
        "wart",
        "wartin",
        "eur",
        "eurin",
        "loge",
        "login",
        "chef",
        "chefin",
    ),
    titles=words("""
        hr hrn fr frl ing dipl mag pfr hptm med phil jur rer nat vet habil
        herr frau dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler
        bundeskanzlerin
        außenminister außenministerin finanzminister innenminister bürgermeister bürgermeisterin oberbürgermeister
        oberbürgermeisterin direktor direktorin sprecher sprecherin chef chefin leiter leiterin trainer trainerin
        general prinz
        prinzessin kaiser kaiserin
        abgeordnete abgeordneter sekretär vorsitzende vorsitzender könig königin papst richter richterin
        regierungssprecher vorstandschef vorstandschefin konzernchef polizeichef firmenchef parteichef fraktionschef
        regierungschef amtschef vereinschef feuerwehrchef bankchef verbandschef landeschef geschäftsführer
        geschäftsführerin landrat landrätin stadtrat stadträtin torwart torhüter torhüterin kapitän kapitänin stürmer
        verteidiger verteidigerin staatsanwalt staatsanwältin anwalt anwältin rechtsanwalt rechtsanwältin landwirt
        landwirtin hebamme arzt ärztin chefarzt chefärztin oberarzt professorin doktor biologe biologin soziologe
        soziologin historiker historikerin politologe politologin wissenschaftler wissenschaftlerin unternehmer
        unternehmerin spediteur spediteurin händler händlerin inhaber inhaberin amtsinhaber amtsinhaberin
        betreiber betreiberin besitzer besitzerin vorstand beauftragte beauftragter vorsteher vorsteherin
        schüler schülerin student studentin lehrer lehrerin pfarrer pfarrerin bischof bischöfin kommissar kommissarin
        betriebsratsvorsitzende betriebsratsvorsitzender analyst analystin fachmann fachfrau experte expertin
        sachverständige sachverständiger gutachter gutachterin kandidat kandidatin senator senatorin dezernent
        dezernentin ministerialrat staatssekretär staatssekretärin geschädigte geschädigter zeuge zeugin anwohner
        anwohnerin nachbar nachbarin fischer fischerin mitarbeiter mitarbeiterin ingenieur ingenieurin
        wirt wirtin autor autorin regisseur regisseurin künstler künstlerin ex-chef
        polizeisprecher polizeisprecherin ministerpräsident ministerpräsidentin forscher forscherin ökonom ökonomin
        """),
    stopped=(
        *STOPPED,
        *("Hr", "Hrn", "Frl", "Ing", "Dipl", r"Dipl\.-Ing", "Mag", "Pfr", "Hptm", "Nr", "Abs", "Ziff"),
        *("med", "phil", "jur", "rer", "nat", "vet", "habil"),
    ),
    male=words("""
        hr hrn
        landrat stadtrat anwalt staatsanwalt arzt lehrer zeuge experte wissenschaftler nachbar biologe schüler student
        landwirt geschäftsführer inhaber richter vorstandschef torwart
        herr minister präsident kanzler sprecher bürgermeister direktor mann vater könig chef trainer leiter forscher
        """),
    female=words("""
        frl
        landrätin stadträtin anwältin staatsanwältin ärztin hebamme lehrerin zeugin expertin wissenschaftlerin nachbarin
        biologin schülerin studentin landwirtin geschäftsführerin inhaberin richterin
        frau ministerin präsidentin kanzlerin sprecherin bürgermeisterin direktorin mutter königin chefin trainerin
        leiterin forscherin
        """),
    kin=words("bruder schwester sohn tochter vater mutter cousin cousine onkel tante neffe nichte ehefrau ehemann"),
    regnal=words("könig königin prinz prinzessin papst kaiser kaiserin"),
    people=words("""
        nachbar nachbarin insider insiderin ermittler ermittlerin beamter beamtin passant passantin kunde kundin
        vorsitzende vorsitzender stellvertreter stellvertreterin inhaber inhaberin angeklagte angeklagter
        bürgermeister bürgermeisterin präsident präsidentin trainer trainerin richter richterin
        sprecher sprecherin minister ministerin experte expertin forscher forscherin anwalt anwältin zeuge zeugin
        lehrer lehrerin arzt ärztin chef chefin leiter leiterin
        """),
    crowds=words("""
        polizei leute behörden forscher experten kritiker anwohner zeugen wissenschaftler demonstranten medien
        """),
    bodies=words("""
        ministerium verteidigungsministerium innenministerium außenministerium finanzministerium regierung
        bundesregierung
        partei gericht kommission behörde polizei staatsanwaltschaft unternehmen konzern bank verband gewerkschaft haus
        universität institut zeitung agentur bericht studie umfrage amt bundesamt rat parlament bundestag bundesrat
        armee
        bundeswehr verein stiftung firma stadt stadtverwaltung verwaltung kirche rathaus bauamt umweltamt landkreis
        gesellschaft krankenkasse kasse klinik sparkasse wahlleitung werft reederei bauernverband wetterdienst
        landgericht amtsgericht oberlandesgericht verwaltungsgericht landtag kreistag stadtrat gemeinderat
        verbraucherzentrale betriebsrat vorstand opposition fraktion ministerium wirtschaftsministerium
        verkehrsministerium umweltministerium gesundheitsministerium justizministerium landesregierung senat
        """),
    particles=words("von van zu med. phil. jur. rer. nat. vet. habil."),
    starters=words("""
        der die das ein eine im am in nach laut montag dienstag mittwoch donnerstag freitag samstag sonntag
        """),
    names="given-names.txt given-names-de.txt",
)
