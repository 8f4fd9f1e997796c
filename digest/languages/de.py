"""German."""

from __future__ import annotations

from digest.languages._cues import Cues, classes, forms
from digest.languages._language import Language, phrases, words

CUES = Cues(
    speech=forms("""
        sagen/sagt/sagte/sagten/gesagt erklären/erklärt/erklärte/erklärten
        mitteilen/mitteilt/mitteilte/mitteilten/mitgeteilt
        betonen/betont/betonte/betonten
        behaupten/behauptet/behauptete/behaupteten berichten/berichtet/berichtete/berichteten
        warnen/warnt/warnte/warnten/gewarnt ankündigen/ankündigt/ankündigte/ankündigten/angekündigt
        schreiben/schreibt/schrieb/schrieben/geschrieben
        versichern/versichert/versicherte/versicherten bestätigen/bestätigt/bestätigte/bestätigten
        fordern/fordert/forderte/forderten/gefordert kritisieren/kritisiert/kritisierte/kritisierten
        ergänzen/ergänzt/ergänzte/ergänzten antworten/antwortet/antwortete/antworteten
        meinen/meint/meinte/meinten/gemeint
        erzählen/erzählt/erzählte/erzählten äußern/äußert/äußerte/äußerten/geäußert sprechen/spricht/sprach/sprachen
        argumentieren/argumentiert/argumentierte beteuern/beteuert/beteuerte unterstreichen/unterstrich
        beklagen/beklagt/beklagte
        fragen/fragt/fragte/fragten/gefragt mahnen/mahnt/mahnte/gemahnt melden/meldet/meldete/meldeten/gemeldet
        verkünden/verkündet/verkündete betonen/bekräftigen/bekräftigt/bekräftigte einräumen/räumte/eingeräumt
        dementieren/dementiert/dementierte zitieren/zitiert/zitierte teilen/teilt/teilte/teilten fügen/fügte
        klagen/klagt/klagte/klagten kündigen/kündigt/kündigte/kündigten bestreiten/bestreitet/bestritt/bestritten
        rügen/rügt/rügte/rügten entgegnen/entgegnet/entgegnete/entgegneten erwidern/erwidert/erwiderte/erwiderten
        """),
    thought=forms("""
        glauben/glaubt/glaubte/glaubten hoffen/hofft/hoffte/hofften erwarten/erwartet/erwartete finden/findet/fand
        vermuten/vermutet/vermutete denken/denkt/dachte befürchten/befürchtet/befürchtete nennen/nennt/nannte
        vorwerfen/wirft/warf/werfen/warfen
        sehen/sieht/sah wissen/weiß/wusste zeigen/zeigt/zeigte/zeigten
        """),
    fronted=words("""
        sagen erklären betonen behaupten berichten warnen schreiben versichern bestätigen fordern kritisieren ergänzen
        antworten meinen erzählen fragen mahnen melden äußern teilen beteuern fügen klagen kündigen rügen
        entgegnen erwidern
        """),
    asking=words("fragen"),
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
        ("gemäß",),
        ("nach", "ansicht", "von"),
        ("nach", "ansicht"),
        ("nach", "einschätzung"),
        ("nach", "auskunft"),
        ("nach", "darstellung"),
        ("aus", "sicht", "von"),
        ("aus", "sicht"),
    ),
    following=(("zufolge",),),
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
    nobody=words("weder kein keine keiner niemand"),
    demonstratives=words("der die das den dem diese dieser dieses"),
    genitives=words("der des"),
    prepositions=words("""
        von in an auf bei mit nach aus zu für gegen über unter vor hinter neben zwischen durch ohne um seit während
        wegen
        trotz im am zum zur vom beim ins ans gegenüber innerhalb außerhalb
        """),
    joining=words("von für der des"),
    subordinators=words("wenn weil als ob obwohl während nachdem bevor damit sodass wie warum"),
    coordinators=words("und oder aber sondern denn doch"),
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
    titles=words("""
        herr frau dr prof professor präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler
        bundeskanzlerin
        außenminister außenministerin finanzminister innenminister bürgermeister bürgermeisterin oberbürgermeister
        oberbürgermeisterin direktor direktorin sprecher sprecherin chef chefin leiter leiterin trainer trainerin
        general
        abgeordnete abgeordneter sekretär vorsitzende vorsitzender könig königin papst richter richterin
        regierungssprecher
        polizeisprecher polizeisprecherin ministerpräsident ministerpräsidentin forscher forscherin ökonom ökonomin
        """),
    male=words("""
        herr minister präsident kanzler sprecher bürgermeister direktor mann vater könig chef trainer leiter forscher
        """),
    female=words("""
        frau ministerin präsidentin kanzlerin sprecherin bürgermeisterin direktorin mutter königin chefin trainerin
        leiterin forscherin
        """),
    people=words("""
        sprecher sprecherin minister ministerin experte expertin forscher forscherin anwalt anwältin zeuge zeugin
        lehrer lehrerin arzt ärztin chef chefin leiter leiterin
        """),
    crowds=words("""
        polizei leute behörden forscher experten kritiker anwohner zeugen wissenschaftler demonstranten medien
        """),
    bodies=words("""
        ministerium verteidigungsministerium innenministerium außenministerium finanzministerium regierung
        bundesregierung
        partei gericht kommission behörde polizei staatsanwaltschaft unternehmen konzern bank verband gewerkschaft
        universität institut zeitung agentur bericht studie umfrage amt bundesamt rat parlament bundestag bundesrat
        armee
        bundeswehr verein stiftung firma stadt stadtverwaltung verwaltung kirche
        """),
    particles=words("von van zu"),
    starters=words("""
        der die das ein eine im am in nach laut montag dienstag mittwoch donnerstag freitag samstag sonntag
        """),
    names="given-names.txt",
)

LANGUAGE = Language(
    code="de",
    name="German",
    stemmer="german",
    stop_words=words("""
        ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei
        beim bereits bin bis bisher bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus
        darf darin darüber darum das dass davon davor dazu dein deine dem den denen denn dennoch der deren des deshalb
        dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen ebenfalls ebenso ein eine
        einem einen einer eines einige einigen einmal er erst es etwa etwas euch euer eure fast für ganz gar gegen
        gegenüber gewesen gibt ging habe haben hat hatte hatten hätte hätten her hier hin hinter hoch ich ihm ihn
        ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins insgesamt ist ja jede jedem jeden jeder jedes
        jedoch jene jenem jenen jener jetzt kam kann kein keine keinem keinen keiner könne können könnte könnten laut
        lassen lässt machen macht man mehr mein meine meinem meinen meiner mich mir mit muss müsse müssen müsste nach
        nachdem neben nicht nichts noch nun nur ob oder ohne rund sagt sagte sagten schon sehr sei seien sein seine
        seinem seinen seiner seines seit seitdem selbst sich sie sind so sodass solche soll sollen sollte sollten
        sondern sonst soweit sowie sowohl statt trotz über um und uns unser unsere unter viel viele vielen vom von vor
        während war waren warum was weg wegen weil weiter weitere weiteren weiterhin welche welchem welchen welcher
        wenig weniger wenn wer werde werden wie wieder will wir wird wo wobei wollen wollte worden wurde wurden würde
        würden zu zudem zum zunächst zur zwar zwei zwischen
    """),
    letters="äöüß",
    abbreviations=words("""
        abs allg betr bzw ca dgl d.h d.i dipl-ing dipl dr ebd einschl engl ev evtl exkl frl geb
        gegr ggf hl hr hrn hrsg i.a i.d.r inkl ing jh kath kfm lfd lt max mind mio mrd o.ä o.g p.a
        pfr phil prof rd s.o s.u sen sog sogen st str tel u.a u.ä u.u usw.w v.a vgl vors vs z.b z.t zit zt z.hd zzgl
        frz nat ehem gem rer
    """),
    number_abbreviations=words("nr abb bd kap art s jan feb mär apr jun jul aug sep sept okt nov dez"),
    closing_abbreviations=words("usw etc jr sr jhd a.d v.chr n.chr chr co mio mrd u.s u.s.a d.c"),
    starters=words("""
        der die das den dem des ein eine einen einem einer er sie es wir ich ihr man in im am an auf bei nach vor mit
        für von zu zum zur aus durch über unter seit dabei damit dazu doch aber und auch so nun dann da hier dort wenn
        als während weil obwohl dieser diese dieses sein seine ihre zudem jedoch laut
    """),
    ordinal_stop=True,
    pronouns=words("""
        er sie es ihm ihn ihnen sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres dieser diese
        dieses diesem diesen jener jene jenes beide beides solche solcher solches letzterer letztere derselbe dieselbe
        dasselbe dies
    """),
    connectives=words("""
        aber und oder auch denn doch jedoch dennoch trotzdem daher deshalb deswegen darum somit also folglich außerdem
        zudem ferner überdies hingegen dagegen allerdings dann danach daraufhin dabei damit dafür davon dazu darüber
        darauf daran darin daraus dadurch hinzu stattdessen andererseits einerseits ebenso gleichzeitig währenddessen
        unterdessen inzwischen schließlich sondern sonst so nämlich weiterhin seitdem bisher da dort dem das
    """),
    connective_phrases=phrases("""
        im gegensatz dazu, zum beispiel, aus diesem grund, darüber hinaus, auf der anderen seite, nicht zuletzt,
        vor diesem hintergrund, in diesem zusammenhang, in diesem fall, zur gleichen zeit, unter anderem, hinzu kommt,
        die beiden, der gleiche, die gleiche
    """),
    personal=words("er sie es"),
    times=words("""
        woche wochen monat monats jahr jahres jahre morgen sommer frühjahr herbst winter wochenende mal zeit saison
        abend nachmittag tag tage tagen jahrhundert
    """),
    first_person=words("ich wir mein meine uns unser unsere mich mir"),
    speech=words("""
        sagt sagte sagten erklärte erklärt betonte teilte laut schrieb sprach berichtete kritisierte forderte warnte
        meinte kündigte erläuterte so zufolge
    """),
    bonus=words("""
        wichtig wichtige erste erstmals neue neuer neues rekord größte höchste beschloss beschlossen kündigte verkündete
        tote verletzte gewann gewonnen verloren gestorben festgenommen ergebnis insgesamt prozent millionen milliarden
    """),
    stigma=words("vielleicht übrigens beispielsweise ungefähr eventuell foto bild video klicken lesen teilen mehr"),
    cues=CUES,
)
