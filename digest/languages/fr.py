"""French."""

from __future__ import annotations

from digest.languages._french import CUES
from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="fr",
    name="French",
    stemmer="french",
    stop_words=words("""
        à afin ai aient ainsi ait alors après as assez au aucun aucune aujourd'hui auprès aura aurait aussi autant
        autour autre autres aux avaient avait avant avec avez avoir avons ayant beaucoup bien c'est car ce ceci cela
        celle celles celui cependant certain certaines certains ces cet cette ceux chaque chez comme comment contre
        d'abord d'autres d'un d'une dans de déjà depuis derrière des dès deux devant devrait dit doit doivent donc
        dont du durant elle elles en encore enfin ensuite entre est et étaient était étant été être eu eux fait faire
        faut fois font fut grâce hors ici il ils j'ai je jusqu jusqu'à l'on la là laquelle le lequel les lesquelles
        lesquels leur leurs lors lorsque lui ma mais malgré me même mêmes mes moi moins mon n'a n'est ne ni nos
        notamment notre nous on ont or ou où par parce parmi pas pendant permet personne peu peut peuvent plus plusieurs
        plutôt
        pour pourquoi pourrait pourtant près puis puisque qu'elle qu'il qu'ils qu'on qu'un qu'une quand que quel quelle
        quelles quelque quelques quels qui quoi rien s'est sa sans sauf se selon sera serait seront ses seulement si
        sinon soit son sont sous souvent suis sur ta tandis te tel telle tels tes toi ton toujours tous tout toute
        toutefois toutes très trois trop tu un une vers voici voilà vos votre vous y a cette soit
    """),
    letters="àâçéèêëîïôœùûü",
    abbreviations=words("""
        m mm mme mmes mlle mlles me mgr dr drs pr prof gal st ste av bd boul cf c.-à-d dir éd env fasc ibid réf suiv
        tél trad vs hab max cdt lt sgt adj cne vve gén p.ex
    """),
    number_abbreviations=words("""
        art chap ch fig n no nos p pp t tom vol sec janv févr avr juil sept oct nov déc al juill min
    """),
    closing_abbreviations=words("etc jr av.j.-c apr.j.-c u.s d.c inc ltd cie co"),
    capital_abbreviations=words("ch ph th prés"),
    final_abbreviations=words("etc"),
    starters=words("""
        le la les l' un une des du de il elle ils elles on nous vous je ce cet cette ces son sa ses leur leurs dans en
        à au aux par pour sur avec sans après avant depuis pendant selon mais et or si quand lorsque comme ainsi alors
        c'est cela qui que où
    """),
    pronouns=words("""
        il elle ils elles ce cela ceci cet cette ces celui celle ceux celles lui leur leurs son sa ses eux c'est
        celui-ci celle-ci ceux-ci celles-ci celui-là celle-là c'était ça
    """),
    connectives=words("""
        mais et ou donc or ni car cependant pourtant toutefois néanmoins ainsi aussi alors ensuite puis enfin
        parallèlement inversement également notamment d'ailleurs autrement certes effectivement finalement là dès-lors
        tandis
    """),
    connective_phrases=phrases("""
        en effet, en outre, de plus, par ailleurs, par exemple, au contraire, en revanche, du coup, dès lors,
        malgré cela, pour cela, à ce titre, de même, de son côté, de leur côté, pour sa part, pour leur part,
        en conséquence, par conséquent, dans ce cas, dans ce contexte, à cette occasion, entre-temps, au même moment,
        dans le même temps, d'un autre côté, d'autre part, d'une part, c'est pourquoi, c'est ainsi, à l'inverse,
        en attendant, les deux, le même, la même, un autre, une autre
    """),
    expletives=phrases("""
        il y a, il y avait, il y eut, il y aura, il n'y a, il n'y avait, il faut, il fallait, il a fallu, il faudra,
        il faudrait, il reste, il existe, il manque
    """),
    announcing=phrases("""
        voici, lire aussi, lisez aussi, à lire aussi, suivez, abonnez-vous, inscrivez-vous, partagez, cliquez,
        écrivez-nous, dites-nous, retrouvez, donnez votre avis, pour en savoir plus
    """),
    disclaiming=phrases("dans les commentaires, notre newsletter, notre lettre d'information"),
    personal=words("il elle ils elles"),
    times=words("""
        semaine semaines mois an ans année années matin été printemps automne hiver week-end fois saison soir
        après-midi nuit lundi mardi mercredi jeudi vendredi samedi dimanche siècle jour jours
    """),
    first_person=words("je j'ai nous mon ma mes notre nos moi me"),
    speech=words("""
        dit déclaré déclare affirmé affirme expliqué explique selon indiqué indique ajouté ajoute annoncé annonce
        assuré assure estime estimé souligné souligne précisé précise raconte rappelle
    """),
    bonus=words("""
        important importante premier première nouveau nouvelle record principal principale majeur annoncé décidé voté
        adopté confirmé révélé mort morts blessés gagné remporté perdu arrêté résultat millions milliards
    """),
    stigma=words("peut-être environ éventuellement exemple photo image vidéo cliquez lire partager article"),
    cues=CUES,
)
