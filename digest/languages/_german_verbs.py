"""The verbs by which German reports speech: part of `_german`."""

from __future__ import annotations

from digest.languages._cues import forms, particles
from digest.languages._verbs import german

SPEECH = german("""
    sag erklär beton behaupt bericht warn versicher bestätig forder kritisier ergänz antwort mein erzähl äußer
    argumentier beteuer beklag frag mahn meld verkünd bekräftig dementier zitier klag rüg entgegn erwider
    prophezei bedauer begründ erläuter schilder bemängel gesteh beschwör prognostizier moner
    versprech verlang erinner vermeld verteidig beantwort berichtig
    kommentier konstatier resümier plädier appellier protestier signalisier attestier bilanzier präzisier
    unterstell verweiger wiederhol scherz spott schimpf jubel flüster murmel stöhn seufz wetter witzel
    grantel polter läster ätz höhn schwärm
""") | forms("""
    schreiben/schreibt/schrieb/schrieben/geschrieben sprechen/spricht/sprach/sprachen/gesprochen
    unterstreichen/unterstreicht/unterstrich/unterstrichen bestreiten/bestreitet/bestritt/bestritten
    widersprechen/widerspricht/widersprach/widersprachen/widersprochen
    versprechen/verspricht/versprach/versprachen/versprochen
    gestehen/gesteht/gestand/gestanden raten/rät/riet/rieten/geraten bitten/bittet/bat/baten/gebeten
    schreien/schreit/schrie rufen/ruft/rief/riefen verlangen/verlangt verlesen/verlas
    empfehlen/empfiehlt/empfahl/empfahlen/empfohlen befinden/befand mitteilen/mitteilt/mitteilte/mitteilten/mitgeteilt
    ankündigen/ankündigt/ankündigte/ankündigten/angekündigt einräumen/einräumt/einräumte/eingeräumt
    zusichern/zusicherte/zugesichert zugeben/zugibt/zugab/zugegeben bekanntgeben/bekanntgab/bekanntgegeben
    hinzufügen/hinzufügte/hinzugefügt vorwerfen/vorwirft/vorwarf/vorgeworfen hervorheben/hervorhob/hervorgehoben
    angeben/angibt/angab/angegeben zurückweisen/zurückwies/zurückgewiesen klarstellen/klarstellte/klargestellt
    teilen/teilt/teilte/teilten fügen/fügt/fügte/fügten kündigen/kündigt/kündigte/kündigten räumen/räumt/räumte/räumten
    geben/gibt/gab/gaben weisen/weist/wies/wiesen werfen/wirft/warf/warfen heben/hebt/hob/hoben stellen/stellt/stellte
    stimmen/stimmt/stimmte/stimmten pflichten/pflichtet/pflichtete sichern/sichert/sicherte/sicherten
    führen/führt/führte/führten rechnen/rechnet/rechnete lehnen/lehnt/lehnte/lehnten wenden/wendet/wandte/wandten
    deuten/deutet/deutete drohen/droht/drohte legen/legt/legte halten/hält/hielt/hielten
    lassen/lässt/ließ/ließen
    hoffen/hofft/hoffte/hofften befürchten/befürchtet/befürchtete schätzen/schätzt/schätzte
    fürchten/fürchtet/fürchtete loben/lobt/lobte begrüßen/begrüßt/begrüßte bezweifeln/bezweifelt/bezweifelte
    verweisen/verweist/verwies/verwiesen
""")
THOUGHT = forms("""
    glauben/glaubt/glaubte/glaubten erwarten/erwartet/erwartete finden/findet/fand/fanden
    vermuten/vermutet/vermutete denken/denkt/dachte nennen/nennt/nannte/nannten sehen/sieht/sah
    wissen/weiß/wusste zeigen/zeigt/zeigte/zeigten urteilen/urteilt/urteilte überzeugen/überzeugt
    bezeichnen/bezeichnet/bezeichnete freuen/freut/freute rechtfertigen/rechtfertigt/rechtfertigte
    zweifeln/zweifelt/zweifelte gehen/geht/ging/gingen
""")
DETACHED = particles("""
    teilen/teilt/teilte/teilten mit
    fügen/fügt/fügte/fügten hinzu an
    kündigen/kündigt/kündigte/kündigten an
    räumen/räumt/räumte/räumten ein
    geben/gibt/gab/gaben bekannt zu an bedenken
    weisen/weist/wies/wiesen zurück hin
    werfen/wirft/warf/warfen vor
    heben/hebt/hob/hoben hervor
    stellen/stellt/stellte klar fest
    stimmen/stimmt/stimmte/stimmten zu
    pflichten/pflichtet/pflichtete bei
    sichern/sichert/sicherte/sicherten zu
    führen/führt/führte/führten aus zurück an
    rechnen/rechnet/rechnete vor
    lehnen/lehnt/lehnte/lehnten ab
    wenden/wendet/wandte/wandten ein
    deuten/deutet/deutete an
    legen/legt/legte nach dar
    halten/hält/hielt/hielten dagegen fest
    lassen/lässt/ließ/ließen wissen verlauten
    gehen/geht/ging/gingen aus
""")
