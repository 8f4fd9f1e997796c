"""Who says what in German, French and Spanish: sentences of our own, each with its source."""

from __future__ import annotations

import pytest

from digest.segment import segment
from tests.attributing import claims, sources

SENTENCES = [
    ("de", "Das Institut geht von drei Millionen Euro Kosten aus.", "Institut"),
    ("de", "Demnach ist der Damm seit Jahren marode.", None),
    ("fr", "La maire Odile Garnac parle de « trahison ».", "Odile Garnac"),
    ("fr", "Odile Garnac propose de fermer le pont.", "Odile Garnac"),
    ("es", "La alcaldesa Rosa Iglesias habla de «traición».", "Rosa Iglesias"),
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
    ("de", "Nach Ansicht von Brandt ist das Gesetz zu teuer.", "Brandt"),
    ("de", "Nach Angaben des Vereinsvorstands fehlt Geld.", "Vereinsvorstand"),
    ("de", "Nach Darstellung des Anwalts hat sein Mandant geschlafen.", "Anwalt"),
    ("de", "Nach Ansicht des Bürgermeisters Jens Tolk ist die Lage ernst.", "Jens Tolk"),
    ("de", "Bürgermeisterin Paula Rehm widersprach: „Davon weiß ich nichts.“", "Paula Rehm"),
    ("de", "„Das ist vorbei“, sagte Vorstandschef Max Rieken der „Seezeitung“ am Montag.", "Max Rieken"),
    ("de", "Aus dem Rathaus hieß es, das Geld komme vom Land.", "Rathaus"),
    ("de", "Aus Regierungskreisen verlautete, der Plan sei vom Tisch.", "Regierungskreisen"),
    ("de", "Paula Rehm wirft Jens Tolk vor, gelogen zu haben.", "Paula Rehm"),
    (
        "de",
        "„Ich habe damit nichts zu tun“, wehrte sich der Bauunternehmer Knut Haase gegen die Vorwürfe.",
        "Knut Haase",
    ),
    ("de", "„Das war knapp!“, freute sich Trainerin Ines Lohse.", "Ines Lohse"),
    ("de", "Das Geld reiche nicht, gab Jens Tolk zu bedenken.", "Jens Tolk"),
    ("de", "Der Zug, so Paula Rehm, fahre nie wieder.", "Paula Rehm"),
    ("de", "Der Grund sei ein Erdrutsch, teilte sie mit.", None),
    ("de", "Gerüchte über einen Verkauf wies Geschäftsführer Jens Tolk zurück.", "Jens Tolk"),
    ("de", "Der Minister hatte den Bürgern im Mai schnelle Hilfe versprochen.", "Minister"),
    (
        "de",
        "Minister Bernd Holl habe ihm zugesagt, dass die Strecke bleibt, sagte Uwe Kranz dem Sender Küste.",
        "Uwe Kranz",
    ),
    ("de", "„Wir sind sehr dankbar“, wurde Präsidentin Ines Lohse in der Mitteilung zitiert.", "Ines Lohse"),
    ("de", "Der Wirt Ole Brandt sagte: »Ich mache weiter.«", "Ole Brandt"),
    ("de", "Das bestätigte Paula Rehm am Montag.", "Paula Rehm"),
    ("de", "Die Diebe sollen durch das Fenster gekommen sein.", None),
    ("de", "Der Pfleger soll den Schmuck gestohlen haben.", None),
    ("de", "Es heißt, der letzte Zug fahre im Dezember.", None),
    ("de", "Eine Nachbarin will einen Wagen gesehen haben.", "Nachbarin"),
    ("de", "Kritik kam von allen Seiten: „Das ist zu wenig“, sagte Uta Lamm.", "Uta Lamm"),
    ("de", "„Ich habe ihr vertraut“, sagte Martha Jost leise.", "Martha Jost"),
    ("de", "Schäfer Klaas Meinert fordert den Abschuss.", "Klaas Meinert"),
    ("es", "—Cantaré hasta caerme —bufó Ana Gil—.", "Ana Gil"),
    ("fr", "« C'est faux », a rétorqué Ana Gil.", "Ana Gil"),
    ("fr", "« Faux », rétorque Ana Gil.", "Ana Gil"),
    ("fr", "Selon Le Monde, le pont fermera en mai.", "Le Monde"),
    ("fr", "Le pont sera fermé, a fait savoir la préfecture.", "la préfecture"),
    ("fr", "« Le pont, explique Marc Dubreuil, ne tiendra pas. »", "Marc Dubreuil"),
    ("fr", "« Le pont, a expliqué hier Marc Dubreuil, ne tiendra pas. »", "Marc Dubreuil"),
    ("fr", "« L'alarme est muette », a indiqué à la presse le commissaire Yann Le Goff.", "Yann Le Goff"),
    ("fr", "« On verra bien », conclut, fataliste, Marc Dubreuil.", "Marc Dubreuil"),
    ("fr", "« C'est toute la question », souffle un policier.", "un policier"),
    ("fr", "« Un désastre », tempête Marc Dubreuil.", "Marc Dubreuil"),
    ("fr", "Interrogé par Le Courrier, le président du bureau, Marc Dubreuil, a écarté toute fraude.", "Marc Dubreuil"),
    ("fr", "De l'avis de l'expert Youssef Demir, la fuite vient de loin.", "Youssef Demir"),
    ("fr", "Pour Ana Gil, le pont est vieux.", "Ana Gil"),
    ("fr", "Comme l'explique Ana Gil, le pont est vieux.", "Ana Gil"),
    ("fr", "Une voisine affirme avoir vu une camionnette.", "une voisine"),
    ("fr", "L'armée dément avoir tiré.", "l'armée"),
    ("fr", "Le suspect aurait agi seul.", None),
    ("fr", "On dit que le dernier train partirait en décembre.", None),
    ("fr", "— Avant, ils faisaient la queue, raconte Josette Vimard.", "Josette Vimard"),
    ("fr", "Désormais, explique-t-elle, il faudra une heure.", None),
    ("fr", "Ce dernier a répondu qu'il n'avait rien vu.", None),
    ("es", "«Caerá», replicó Ana Gil.", "Ana Gil"),
    ("es", "«Caerá», bufó Ana Gil.", "Ana Gil"),
    ("es", "La alcaldesa de Villamar, Rosa Iglesias, aseguró que el puente es seguro.", "Rosa Iglesias"),
    ("es", "—Sí —respondió Gil—. No queda otra.", "Gil"),
    ("es", "—No pienso irme —dijo Marcos Dueñas, y cerró la puerta.", "Marcos Dueñas"),
    ("es", "«El puente —explicó Rosa Iglesias— es seguro.»", "Rosa Iglesias"),
    ("es", "Según El País del Sur, el puente cerrará en mayo.", "El País del Sur"),
    ("es", "Según ha informado la Guardia Fluvial, el conductor huyó.", "Guardia Fluvial"),
    ("es", "«La alarma no saltó», explicó a los periodistas el comisario Julián Lago.", "Julián Lago"),
    ("es", "«Todo está en orden», afirman desde el Ayuntamiento.", "Ayuntamiento"),
    ("es", "Así lo ha confirmado la Guardia Fluvial.", "Guardia Fluvial"),
    ("es", "Juana Vidal llega a las ocho. «Estoy agotada», susurra.", "Juana Vidal"),
    ("es", "Juana Vidal llega a las ocho. El turno acaba tarde, lamenta.", "Juana Vidal"),
    ("es", "El sindicato exige modernizar los establos.", "el sindicato"),
    ("es", "Para Ana Gil, la idea es un disparate.", "Ana Gil"),
    ("es", "El conductor habría huido a pie.", None),
    ("es", "Se dice que el último tren saldrá en diciembre.", None),
    ("es", "Entrevistada por La Voz, la presidenta de la junta, Ana Gil, descartó el fraude.", "Ana Gil"),
]


@pytest.mark.parametrize(("language", "text", "source"), SENTENCES, ids=[text[:40] for _, text, _ in SENTENCES])
def test_german_french_and_spanish_sentences(language: str, text: str, source: str | None) -> None:
    assert set(sources(text, language)) == {source}


SILENT = [
    ("de", "Das Amt wollte sich dazu nicht äußern."),
    ("de", "Die Reederei hat das weder bestätigt noch bestritten."),
    ("de", "Der Verein soll im Sommer ein neues Stadion bekommen."),
    ("de", "Der Rat stellte den Plan vor der Wahl um."),
    ("fr", "La police n'a pas dit si elle continuerait."),
    ("fr", "Le maire, interrogé par nos soins, a refusé de commenter."),
    ("fr", "La vente serait une erreur."),
    ("fr", "Si la vente était signée, elle aurait coûté trois millions."),
    ("es", "Iglesias no ha querido hacer declaraciones."),
    ("es", "El alcalde, preguntado por este diario, rehusó comentar."),
    ("es", "La fiscalía no ha confirmado ese extremo."),
]


@pytest.mark.parametrize(("language", "text"), SILENT, ids=[text[:40] for _, text in SILENT])
def test_what_is_denied_planned_or_unreal_is_no_claim(language: str, text: str) -> None:
    assert sources(text, language) == []


def test_hearsay_is_marked_as_such() -> None:
    for language, text in (
        ("de", "Die Diebe sollen durch das Fenster gekommen sein."),
        ("fr", "Les voleurs seraient entrés par la cave."),
        ("es", "Los ladrones habrían entrado por el sótano."),
    ):
        (claim,) = claims(text, language)
        assert claim.attribution.kind == "hearsay"


def test_the_german_subjunctive_goes_on_with_the_speaker() -> None:
    text = "Der Plan sei gut, sagte Paula Rehm. Das Geld habe nie gefehlt. Im Mai werde begonnen. Es regnete."
    assert sources(text, "de") == ["Paula Rehm"] * 3


def test_a_french_sentence_begins_behind_a_mark_with_a_space() -> None:
    for space in (" ", "\u00a0", "\u202f"):
        text = f"«{space}Je n'y crois pas.{space}» Selon Ana Gil, le projet est mort."
        assert [sentence.text for sentence in segment(text, "fr")][1:] == ["Selon Ana Gil, le projet est mort."]


def test_a_dialogue_is_said_by_who_the_dashes_name() -> None:
    text = "La tienda de Ana Gil abre tarde.\n\n—Antes hacían cola —cuenta Gil—. Ahora vienen poco."
    assert sources(text, "es") == ["Ana Gil", "Ana Gil"]
    assert {claim.attribution.kind for claim in claims(text, "es")} == {"direct"}


def test_a_quotation_is_said_by_whom_the_paragraph_before_is_about() -> None:
    text = "Le transporteur Loïc Savary ne décolère pas.\n\n« Mes chauffeurs font quarante kilomètres de plus. »"
    assert sources(text, "fr") == ["Loïc Savary"]


def test_a_surname_that_is_a_given_name_makes_nobody_a_man() -> None:
    text = "« Il manque des basses », soupire Edwige Laurent. « Il en reste neuf », calcule-t-elle."
    assert sources(text, "fr") == ["Edwige Laurent", "Edwige Laurent"]


def test_who_is_named_by_age_is_the_person_before() -> None:
    text = "Roswitha Klee schiebt das Gitter hoch. „Früher standen sie Schlange“, erzählt die 67-Jährige."
    assert sources(text, "de") == ["Roswitha Klee"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Der Bürgermeister der Stadt Seeburg bestritt am Montag,", ["Bürgermeister der Stadt Seeburg"]),
        ("Lee sagte,", []),
    ],
)
def test_a_teaser_that_is_cut_off_at_a_comma_is_read(text: str, named: list[str]) -> None:
    found = claims(text, "de")
    assert [claim.attribution.source for claim in found] == named


def test_demnach_leads_back_to_who_has_just_said_something() -> None:
    text = "Laut einer Studie der Seebank sinkt der Preis. Demnach sind es noch zehn Euro."
    assert sources(text, "de") == ["Studie der Seebank"] * 2


def test_who_goes_out_says_nothing() -> None:
    assert sources("Jonas Feld geht heute aus. Das Licht ging aus.", "de") == []
    assert sources("Odile Garnac parle de la mer.", "fr") == []


GOING = "Eva Kern sagte, die Brücke sei alt. "
OTHERS = [
    ("Max Orth tönte, er werde gewinnen. Er habe nichts getan.", ["Max Orth", "Max Orth"]),
    ("Der Investor Max Orth ließ mitteilen, er halte daran fest.", ["Max Orth"]),
    ("Am Montag schwor Lea Kurz, sie habe nichts getan.", ["Lea Kurz"]),
    ("Es schien, sie habe verloren.", []),
    ("Die Brücke, die 1990 gebaut wurde, sei marode.", ["Eva Kern"]),
    ("Das Geld fehle, der Rat habe gespart.", ["Eva Kern"]),
]


@pytest.mark.parametrize(("text", "named"), OTHERS, ids=[text[:40] for text, _ in OTHERS])
def test_a_clause_in_the_subjunctive_is_told_by_the_subject_of_the_verb_before_it(text: str, named: list[str]) -> None:
    assert sources(GOING + text, "de") == ["Eva Kern", *named]


LATTER = [
    (
        "fr",
        "Paul Lenoir a rencontré le préfet, Jean Vasseur. Ce dernier a affirmé que le pont rouvrirait.",
        "Jean Vasseur",
    ),
    ("fr", "Paul Lenoir a vu Jean Vasseur hier. « Le pont rouvrira », a promis ce dernier.", "Jean Vasseur"),
    ("fr", "Paul Lenoir a vu Jean Vasseur. Celui-ci a déclaré : « Le pont rouvrira en mai. »", "Jean Vasseur"),
    ("fr", "Paul Lenoir a vu Jeanne Vasseur. Cette dernière assure que le pont rouvrira.", "Jeanne Vasseur"),
    ("fr", "Jeanne Lenoir a vu Jean Vasseur. Cette dernière assure que le pont rouvrira.", None),
    ("fr", "Paul Lenoir a vu Jean Vasseur et son avocat. Celui-ci a déclaré : « Le pont rouvrira en mai. »", None),
    ("es", "Luis Prado vio ayer a Pablo Mena. Este último afirmó que el puente era viejo.", "Pablo Mena"),
    ("de", "Karl Meyer traf Jonas Feld. Letzterer sagte, dass die Brücke alt sei.", "Jonas Feld"),
    ("en", "Karl Meyer met Jonas Field. The latter said that the bridge was old.", "Jonas Field"),
]


@pytest.mark.parametrize(("language", "text", "source"), LATTER, ids=[text[:45] for _, text, _ in LATTER])
def test_the_last_one_named_is_meant(language: str, text: str, source: str | None) -> None:
    found = claims(text, language)
    assert [claim.attribution.source for claim in found][-1] == source
