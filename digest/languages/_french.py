"""How French reports speech: the `cues` of `fr`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import STOPPED, Cues, classes, forms, phrase_classes
from digest.languages._language import words
from digest.languages._verbs import french

_SPEECH = french("""
    déclar affirm expliqu ajout annonc assur précis soulign estim indiqu racont dénonc confi regrett insist demand lanc
    confirm rapport jug accus qualifi réclam critiqu déplor martel résum détaill observ not constat comment rétorqu
    répliqu ironis tranch murmur souffl lâch cri argument plaid justifi protest contest exig recommand conseill
    réaffirm rectifi corrig nuanc avanc argu appel salu interrog revendiqu suggèr tonn grond plaisant pointe
    relativis insinu témoign relat dément propos
""") | forms("""
    dire/dit/disent/disait/dirent rappeler/rappelle/rappellent/rappelé/rappelait
    répondre/répond/répondent/répondu/répondit
    écrire/écrit/écrivent avertir/avertit/avertissent/averti prévenir/prévient/préviennent/prévenu
    promettre/promet/promettent/promis reconnaître/reconnaît/reconnaissent/reconnu admettre/admet/admettent/admis
    soutenir/soutient/soutiennent/soutenu prétendre/prétend/prétendent/prétendu conclure/conclut/conclu
    poursuivre/poursuit/poursuivi plaindre/plaint/plaignent nier/nie/nient/nié démentir/dément/démentent/démenti
    répéter/répète/répètent/répété/répétait suggérer/suggère/suggèrent/suggéré défendre/défend/défendent/défendu
    espérer/espère/espèrent alerter/alerte/alertent/alerté concéder/concède/concèdent/concédé
    reprendre/reprend/repris réagir/réagit/réagissent/réagi soupirer/soupire/soupiré jurer/jure/juré
    garantir/garantit/garanti révéler/révèle/révèlent/révélé marteler/martèle écarter/écarte/écartent/écarté
    reprocher/reproche/reprochent/reproché appeler/appelle/appellent/appelé rejeter/rejette/rejettent/rejeté
    enfoncer/enfonce acquiescer/acquiesce renchérir/renchérit/renchéri balayer/balaie/balayé
    féliciter/félicite/félicitent inquiéter/inquiète/inquiètent interroger/interroge
    insurger/insurge emporter/emporte agacer/agace indigner/indigne alarmer/alarme
    espérer/espère/espèrent craindre/craint/craignent prévoir/prévoit/prévoient évaluer/évalue/évaluent/évalué
    attribuer/attribue/attribuent/attribué redouter/redoute/redoutent
""")
_THOUGHT = forms("""
    croire/croit/croient penser/pense/pensent/pensait considérer/considère/considèrent
    montrer/montre/montrent/montré savoir/sait/savent trouver/trouve/trouvent souhaiter/souhaite/souhaitent
    parler/parle/parlent/parlé/parlait
""")

CUES = Cues(
    speech=_SPEECH,
    asking=words("demandé demande"),
    accusing=words("accusé accuse critiqué critique"),
    denying=words("nier démentir contester rejeter"),
    thought=_THOUGHT,
    nounlike=words("""
        rapporte demande estimé juge promis annonce critique note plaide plainte accuse résume lance appel appelle cri
        cria
        réplique remarque reproche souffle commente conteste observe exige constate avance avancé souffla témoigne
        notaient notait précise défend
    """),
    fronted=frozenset(_SPEECH.values()) | frozenset(_THOUGHT.values()),
    speaking=(
        ("fait", "savoir"),
        ("font", "savoir"),
        ("fait", "valoir"),
        ("font", "valoir"),
        ("croit", "savoir"),
        ("croient", "savoir"),
        ("met", "en", "garde"),
        ("mettent", "en", "garde"),
        ("mis", "en", "garde"),
        ("se", "dit"),
        ("se", "disent"),
        ("s'", "est", "dit"),
        ("s'", "est", "dite"),
    ),
    according=(
        ("selon",),
        ("d'", "après"),
        ("à", "en", "croire"),
        ("aux", "yeux", "de"),
        ("aux", "yeux", "du"),
        ("aux", "yeux", "des"),
        ("aux", "dires", "de"),
        ("aux", "dires", "du"),
        ("aux", "dires", "des"),
        ("de", "l'", "avis", "de"),
        ("de", "l'", "avis", "du"),
        ("de", "l'", "avis", "des"),
        ("du", "point", "de", "vue", "de"),
        ("du", "point", "de", "vue", "du"),
        ("du", "point", "de", "vue", "des"),
        ("au", "dire", "de"),
        ("comme", "l'"),
        ("comme", "l'", "a"),
        ("comme", "l'", "ont"),
        ("comme", "l'", "avait"),
    ),
    viewing=words("pour"),
    owned=(
        ("à", "ses", "yeux"),
        ("à", "leurs", "yeux"),
        ("à", "son", "avis"),
        ("à", "leur", "avis"),
        ("de", "son", "propre", "aveu"),
    ),
    rumours=(
        ("on", "dit", "que"),
        ("on", "raconte", "que"),
        ("le", "bruit", "court"),
        ("la", "rumeur", "veut", "que"),
        ("il", "se", "dit", "que"),
        ("de", "source", "proche"),
        ("dit", "-on"),
        ("raconte", "-t-on"),
    ),
    distancing=classes("hearsay aurait auraient serait seraient"),
    completed=(
        "é",
        "ée",
        "és",
        "ées",
        "i",
        "ie",
        "is",
        "ies",
        "it",
        "ite",
        "u",
        "ue",
        "us",
        "ues",
        "été",
        "mort",
        "fait",
    ),
    unreal=words("si s'il s'ils s' dû pu voulu fallu préféré aimé sans mieux je j' nous vous"),
    negations=words("pas ni rien jamais aucun aucune sans refusé refuse décliné"),
    clitics=words("l' le la les lui"),
    dialogue=True,
    leading=words("de d'"),
    infinitive_endings=("er", "ir", "oir", "re"),
    hearsay=words("apparemment prétendument"),
    that=words("que qu'"),
    pronouns=classes("m il lui, f elle, plural ils elles eux, thing cela ça ce, speaker je j' nous vous tu on"),
    possessives=classes("m son sa ses, plural leur leurs, speaker mon ma mes notre nos votre vos"),
    contractions=classes(
        "il -il -t-il a-t-il, elle -elle -t-elle a-t-elle, ils -ils -t-ils ont-ils, elles -elles -t-elles"
    ),
    determiners=words("""
        le la les l' un une des ce cet cette ces plusieurs quelques certains certaines tous toutes deux trois
        quatre aucun
        aucune
        """),
    years=words("ans"),
    latter=phrase_classes(
        "m ce dernier, m celui-ci, f cette dernière, f celle-ci, plural ces derniers, plural ces dernières"
    ),
    nobody=words("ni aucun aucune nul nulle personne dernier dernière derniers dernières"),
    demonstratives=words("le la les l' ce cet cette ces"),
    prepositions=words("""
        de d' du au aux à en dans sur sous pour par avec sans chez vers contre entre parmi depuis pendant avant après
        devant
        derrière
        malgré selon
        """),
    joining=words("de d' du des pour"),
    subordinators=words("quand lorsque lorsqu' si comme parce puisque alors tandis bien afin où"),
    coordinators=words("et ou mais ni car donc or"),
    contrasting=words("mais car donc or"),
    relative_places=words("où"),
    charged=words("accusé accusée accusés accusées condamné condamnée soupçonné soupçonnée suspecté suspectée"),
    relatives=words("qui dont lequel laquelle lesquels lesquelles"),
    be=words("est sont était étaient été être sera seront serait seraient fut furent"),
    auxiliaries=words("""
        a ont avait avaient aura auront aurait auraient peut peuvent pouvait doit doivent devait va vont allait n'
        ne s' se y m' lui en
        """),
    verbs=words("fait font vient viennent prend prennent met mettent reste restent reçu pris mis allé venu devenu"),
    adverbs=words("""
        toutefois cependant néanmoins pourtant aussitôt désormais plutôt parfois souvent hélas
        aussi encore déjà toujours jamais pas plus très ensuite puis enfin ainsi également notamment hier
        aujourd'hui demain ici là bien
        """),
    adverb_endings=("ment",),
    not_adverbs=words("""
        gouvernement parlement moment document département appartement développement mouvement élément bâtiment
        règlement événement
        """),
    times=words("""
        lundi mardi mercredi jeudi vendredi samedi dimanche
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine mois année jour
        soir matin
        """),
    genitives=words("des"),
    incised=words("le la les un une son sa l'"),
    incising=words("a ont avait est se s'"),
    incise_objects=words("s' se l'"),
    participles=("é",),
    roles=words("comme"),
    enclitics=words("-il -t-il -elle -t-elle -ils -t-ils -elles -t-elles -on -t-on"),
    elisions=words("l' d' qu' s' n' j' c' m' t' lorsqu' jusqu' puisqu'"),
    agents=words("par"),
    editions=words("version titre"),
    corrections=words("correction rectificatif"),
    itself=words("cet cette ce"),
    papers=words("monde figaro parisien croix point nouvel canard télégramme dauphiné soir temps devoir progrès"),
    titles=words("""
        m mme mlle dr professeur président présidente ministre maire roi reine pape général colonel directeur directrice
        sénateur sénatrice député députée juge avocat avocate porte-parole secrétaire premier première chef cheffe
        procureur procureure entraîneur entraîneuse chercheur chercheuse économiste me maître docteur conseiller
        conseillère commissaire capitaine lieutenant préfet préfète syndicaliste biologiste historien historienne
        mgr pr gén cap
        sociologue politologue éleveur éleveuse pêcheur pêcheuse agriculteur agricultrice patron patronne gardien
        gardienne conservateur conservatrice délégué déléguée transporteur expert experte
        """),
    stopped=(*STOPPED, "MM", "Mgr", "Pr", "Me", "Gén", "Cap", "art", "al", "chap"),
    male=words("""
        commissaire conservateur délégué patron gardien conseiller historien agriculteur transporteur intéressé
        m président directeur sénateur député avocat roi père homme frère fils entraîneur chercheur procureur
        """),
    female=words("""
        conservatrice déléguée patronne gardienne conseillère historienne agricultrice maire-adjointe préfète
        mme mlle présidente directrice sénatrice députée avocate reine mère femme sœur fille chercheuse procureure
        """),
    people=words("""
        porte-parole ministre maire avocat avocate chercheur chercheuse expert experte témoin médecin président
        directeur économiste responsable
        """),
    crowds=words("police gens autorités habitants chercheurs experts témoins médias"),
    plural_endings=("s", "x"),
    bodies=words("""
        ministère gouvernement parti tribunal cour commission police parquet entreprise groupe banque association
        syndicat
        université institut journal agence rapport étude sondage mairie préfecture conseil assemblée sénat parlement
        armée
        société fondation élysée matignon ville région club équipe comité fédération chambre office compagnie
        direction fabricant constructeur opérateur tribunal parquet collectif confédération commune département
        """),
    subordinate=True,
    gendered=True,
    particles=words("de du la le von van"),
    starters=words("""
        le la les un une des en dans selon mais et il elle lundi mardi mercredi jeudi vendredi samedi dimanche
        """),
    names="given-names.txt given-names-fr.txt",
)
