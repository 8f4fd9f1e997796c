"""How German reports speech: the `cues` of `de`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import Cues, classes, forms
from digest.languages._language import words

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
