"""How French reports speech: the `cues` of `fr`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import Cues, classes, forms
from digest.languages._language import words

CUES = Cues(
    speech=forms("""
        dire/dit/disent/disait/dirent déclarer/déclare/déclarent/déclaré/déclarait affirmer/affirme/affirment/affirmé
        expliquer/explique/expliquent/expliqué ajouter/ajoute/ajoutent/ajouté annoncer/annonce/annoncent/annoncé
        assurer/assure/assurent/assuré préciser/précise/précisent/précisé souligner/souligne/soulignent/souligné
        estimer/estime/estiment/estimé indiquer/indique/indiquent/indiqué rappeler/rappelle/rappellent/rappelé
        répondre/répond/répondent/répondu écrire/écrit/écrivent raconter/raconte/racontent/raconté
        avertir/avertit/averti prévenir/prévient/prévenu dénoncer/dénonce/dénoncent/dénoncé
        confier/confie/confient/confié
        promettre/promet/promis regretter/regrette/regretté reconnaître/reconnaît/reconnu admettre/admet/admis
        soutenir/soutient/soutenu insister/insiste/insisté demander/demande/demandent/demandé lancer/lance/lancé
        confirmer/confirme/confirment/confirmé rapporter/rapporte/rapportent/rapporté juger/juge/jugent/jugé
        prétendre/prétend/prétendu conclure/conclut/conclu poursuivre/poursuit/poursuivi réclamer/réclame/réclamé
        plaindre/plaint/plaignent nier/nie/nient/nié accuser/accuse/accusent/accusé qualifier/qualifie/qualifié
        """),
    thought=forms("""
        croire/croit/croient penser/pense/pensent/pensait espérer/espère/espèrent craindre/craint/craignent
        considérer/considère/considèrent montrer/montre/montrent/montré savoir/sait/savent trouver/trouve/trouvent
        """),
    nounlike=words("rapporte demande estimé juge promis"),
    fronted=words("""
        dire déclarer affirmer expliquer ajouter annoncer assurer préciser souligner estimer indiquer rappeler
        répondre écrire raconter avertir prévenir dénoncer confier promettre regretter reconnaître admettre insister
        lancer confirmer rapporter juger conclure poursuivre demander plaindre
        """),
    asking=words("demander"),
    according=(
        ("selon",),
        ("d'", "après"),
        ("pour", "sa", "part"),
        ("à", "en", "croire"),
        ("aux", "yeux", "de"),
        ("aux", "yeux", "du"),
        ("aux", "yeux", "des"),
        ("comme", "l'", "a"),
        ("comme", "l'", "ont"),
        ("comme", "l'", "avait"),
    ),
    viewing=words("pour"),
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
    nobody=words("ni aucun aucune nul nulle personne"),
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
    relatives=words("qui dont lequel laquelle"),
    be=words("est sont était étaient été être sera seront serait seraient fut furent"),
    auxiliaries=words("""
        a ont avait avaient aura auront aurait auraient peut peuvent pouvait doit doivent devait va vont allait n'
        ne s' se
        """),
    verbs=words("fait font vient viennent prend prennent met mettent reste restent reçu pris mis allé venu devenu"),
    adverbs=words("""
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
    enclitics=words("-il -t-il -elle -t-elle -ils -t-ils -elles -t-elles -on -t-on"),
    elisions=words("l' d' qu' s' n' j' c' m' t' lorsqu' jusqu' puisqu'"),
    agents=words("par"),
    titles=words("""
        m mme mlle dr professeur président présidente ministre maire roi reine pape général colonel directeur directrice
        sénateur sénatrice député députée juge avocat avocate porte-parole secrétaire premier première chef cheffe
        procureur procureure entraîneur chercheur chercheuse économiste
        """),
    male=words("""
        m président directeur sénateur député avocat roi père homme frère fils entraîneur chercheur procureur
        """),
    female=words("""
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
        société fondation élysée matignon ville région
        """),
    subordinate=True,
    gendered=True,
    particles=words("de du la le von van"),
    starters=words("""
        le la les un une des en dans selon mais et il elle lundi mardi mercredi jeudi vendredi samedi dimanche
        """),
    names="given-names.txt",
)
