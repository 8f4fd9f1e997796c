"""Who says what in German, French and Spanish: sentences of our own, each with its source."""

from __future__ import annotations

import pytest

from digest.attribute import attribute
from digest.segment import segment


def sources(text: str, language: str) -> list[str | None]:
    return [claim.attribution.source for claim in attribute(text, segment(text, language), language)]


SENTENCES = [
    ("de", "Die Mauer müsse bis Mai stehen, sagte Bürgermeisterin Greta Holm am Dienstag.", "Greta Holm"),
    ("de", "„Wir haben zu spät gehandelt“, räumte Jonas Feld ein.", "Jonas Feld"),
    ("de", "Jonas Feld betonte, die Mauer sei sicher.", "Jonas Feld"),
    ("de", "Nach Angaben des Hafenamts sind zwei Schiffe gesunken.", "Hafenamt"),
    ("de", "Laut Greta Holm fehlen der Stadt drei Millionen Euro.", "Greta Holm"),
    ("de", "Der Sprecher des Hafenamts, Jonas Feld, erklärte, dass niemand verletzt worden sei.", "Jonas Feld"),
    ("de", "Die Polizei teilte mit, dass die Straße gesperrt bleibe.", "Polizei"),
    ("de", "Greta Holm warnte vor einem zweiten Hochwasser: „Der Damm hält das nicht aus.“", "Greta Holm"),
    ("de", "Greta Holm: „Der Damm hält das nicht noch einmal aus, das weiß jeder hier.“", "Greta Holm"),
    ("de", "„Das ist ein schlechter Scherz“, so Jonas Feld.", "Jonas Feld"),
    ("de", "Jonas Feld forderte, den Damm zu erhöhen.", "Jonas Feld"),
    ("de", "Einem Bericht der Seezeitung zufolge war der Damm seit Jahren marode.", "Bericht der Seezeitung"),
    ("de", "Die Ministerin kündigte an, dass der Bund die Hälfte zahle.", "Ministerin"),
    ("de", "Die Gemeinde habe alles versucht, versicherte Holm.", "Holm"),
    ("de", "„Der Damm ist alt. Er bricht im Frühjahr“, sagte Greta Holm.", "Greta Holm"),
    ("de", "Jonas Feld kritisierte den Plan als „teuren Unsinn“.", "Jonas Feld"),
    ("de", "Der Damm soll angeblich schon im März gebrochen sein.", None),
    ("de", "Greta Holm schrieb auf ihrer Seite, sie trete nicht mehr an.", "Greta Holm"),
    ("de", "Auf die Frage nach den Kosten antwortete Jonas Feld: „Fragen Sie das Amt.“", "Jonas Feld"),
    ("de", "„Ich bleibe“, sagte sie.", None),
    ("de", "Nach Ansicht von Ute Brandt reicht das Geld nicht.", "Ute Brandt"),
    ("de", "Die Mauer, sagte Jonas Feld, halte noch zehn Jahre.", "Jonas Feld"),
    ("de", "Dem Hafenamt zufolge ist der Kran verrostet.", "Hafenamt"),
    ("de", "Ute Brandt meint, dass der Fang noch kleiner wird.", "Ute Brandt"),
    ("de", "Wie Jonas Feld sagte, werde der Kran erst im Herbst ersetzt.", "Jonas Feld"),
    ("de", "Aus Sicht der Reederei ist der Streik rechtswidrig.", "Reederei"),
    ("fr", "La digue doit tenir jusqu'en mai, a déclaré mardi la maire Odile Garnac.", "Odile Garnac"),
    ("fr", "« Nous avons agi trop tard », a reconnu Bastien Rouvel.", "Bastien Rouvel"),
    ("fr", "Bastien Rouvel a souligné que la digue était sûre.", "Bastien Rouvel"),
    ("fr", "Selon l'office du port, deux bateaux ont coulé.", "office du port"),
    ("fr", "D'après Odile Garnac, il manque trois millions d'euros à la ville.", "Odile Garnac"),
    ("fr", "Le porte-parole du port, Bastien Rouvel, a précisé que personne n'avait été blessé.", "Bastien Rouvel"),
    ("fr", "« Personne ne nous a prévenus », se plaint la pêcheuse Josette Vimard.", "Josette Vimard"),
    ("fr", "La police a indiqué que la route resterait fermée.", "la police"),
    ("fr", "Le pont restera fermé jusqu'à vendredi, a annoncé l'office du port.", "office du port"),
    ("fr", "Odile Garnac met en garde : « La digue ne tiendra pas. »", "Odile Garnac"),
    ("fr", "Odile Garnac : « La digue ne tiendra pas un hiver de plus, tout le monde le sait. »", "Odile Garnac"),
    ("fr", "« C'est une mauvaise plaisanterie », estime Bastien Rouvel.", "Bastien Rouvel"),
    ("fr", "Bastien Rouvel a demandé que la digue soit rehaussée.", "Bastien Rouvel"),
    ("fr", "La ministre a promis que l'État paierait la moitié.", "la ministre"),
    ("fr", "La commune a tout essayé, assure Odile Garnac.", "Odile Garnac"),
    ("fr", "« La digue est vieille. Elle cédera au printemps », prévient Odile Garnac.", "Odile Garnac"),
    ("fr", "Bastien Rouvel a qualifié le plan de « folie coûteuse ».", "Bastien Rouvel"),
    ("fr", "Odile Garnac a écrit sur sa page qu'elle ne se représenterait pas.", "Odile Garnac"),
    ("fr", "Interrogé sur les coûts, Bastien Rouvel a répondu : « Demandez à l'office. »", "Bastien Rouvel"),
    ("fr", "Le maire a nié avoir connu les fissures.", "le maire"),
    ("fr", "Le syndicat Lumière accuse l'armateur de baisser les salaires.", "le syndicat Lumière"),
    ("fr", "« Je reste », a-t-elle dit.", None),
    ("fr", "Aux yeux de Josette Vimard, l'argent ne suffit pas.", "Josette Vimard"),
    ("fr", "La digue, a ajouté Bastien Rouvel, tiendra encore dix ans.", "Bastien Rouvel"),
    ("fr", "« Il faut partir », insiste-t-il.", None),
    ("fr", "La digue aurait cédé en mars, selon un rapport du Courrier des Flots.", "un rapport du Courrier des Flots"),
    ("fr", "Josette Vimard affirme que la pêche sera plus maigre encore.", "Josette Vimard"),
    ("fr", "Comme l'a rappelé Bastien Rouvel, la grue ne sera remplacée qu'à l'automne.", "Bastien Rouvel"),
    ("fr", "« On nous a menti », lance Josette Vimard, la gorge serrée.", "Josette Vimard"),
    ("es", "El dique debe aguantar hasta mayo, dijo el martes la alcaldesa Inés Robledo.", "Inés Robledo"),
    ("es", "«Hemos actuado demasiado tarde», admitió Tomás Arce.", "Tomás Arce"),
    ("es", "Tomás Arce subrayó que el dique era seguro.", "Tomás Arce"),
    ("es", "Según la autoridad del puerto, dos barcos se han hundido.", "la autoridad del puerto"),
    ("es", "El portavoz del puerto, Tomás Arce, precisó que nadie había resultado herido.", "Tomás Arce"),
    ("es", "“Nadie nos avisó”, lamentó la pescadora Lucía Prado.", "Lucía Prado"),
    ("es", "La policía informó de que la carretera seguiría cerrada.", "la policía"),
    ("es", "El puente seguirá cerrado hasta el viernes, anunció la autoridad del puerto.", "la autoridad del puerto"),
    ("es", "Inés Robledo advirtió: «El dique no aguantará».", "Inés Robledo"),
    ("es", "Inés Robledo: «El dique no aguantará otro invierno y todo el mundo lo sabe».", "Inés Robledo"),
    ("es", "«Es una broma de mal gusto», opina Tomás Arce.", "Tomás Arce"),
    ("es", "Tomás Arce pidió que se elevara el dique.", "Tomás Arce"),
    ("es", "La ministra prometió que el Estado pagaría la mitad.", "la ministra"),
    ("es", "El municipio lo ha intentado todo, asegura Inés Robledo.", "Inés Robledo"),
    ("es", "«El dique es viejo. Cederá en primavera», avisa Inés Robledo.", "Inés Robledo"),
    ("es", "Tomás Arce calificó el plan de «locura cara».", "Tomás Arce"),
    ("es", "De acuerdo con Inés Robledo, faltan tres millones de euros.", "Inés Robledo"),
    ("es", "Inés Robledo escribió en su página que no volvería a presentarse.", "Inés Robledo"),
    ("es", "Preguntado por los costes, Tomás Arce respondió: «Pregunten a la autoridad».", "Tomás Arce"),
    ("es", "El alcalde negó que conociera las grietas.", "el alcalde"),
    ("es", "El sindicato Faro acusa a la naviera de bajar los salarios.", "el sindicato Faro"),
    ("es", "«Me quedo», dijo ella.", None),
    ("es", "A juicio de Lucía Prado, el dinero no basta.", "Lucía Prado"),
    ("es", "El dique, añadió Tomás Arce, aguantará diez años más.", "Tomás Arce"),
    ("es", "Tal y como recordó Tomás Arce, la grúa no se cambiará hasta el otoño.", "Tomás Arce"),
    (
        "es",
        "El dique habría cedido en marzo, según un informe del Diario de las Olas.",
        "un informe del Diario de las Olas",
    ),
    ("es", "Lucía Prado afirma que la pesca será aún más escasa.", "Lucía Prado"),
    ("es", "«Nos han mentido», denunció Lucía Prado, con la voz rota.", "Lucía Prado"),
    ("es", "La naviera sostiene que la huelga es ilegal.", "la naviera"),
    ("es", "“Hay que irse”, insistió Prado.", "Prado"),
]


@pytest.mark.parametrize(("language", "text", "source"), SENTENCES, ids=[text[:40] for _, text, _ in SENTENCES])
def test_german_french_and_spanish_sentences(language: str, text: str, source: str | None) -> None:
    assert set(sources(text, language)) == {source}
