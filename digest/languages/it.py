"""Italian."""

from __future__ import annotations

from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="it",
    name="Italian",
    stemmer="italian",
    stop_words=words("""
        a ad agli ai al alcuni all alla alle allo altra altre altri altro anche ancora avere aveva avevano bene c'è che
        chi ci come con contro così cui da dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello
        dentro deve devono di dice dopo dove due durante e è ed era erano essere fa fare fino fra già gli ha hanno ho i
        il in infatti invece io l la le lei li lo loro lui ma me meno mentre mi mia mio molti molto ne negli nei nel
        nell nella nelle nello no noi non nostra nostro nulla o ogni oggi oltre ora per perché però più poco poi possono
        presso prima proprio può qua quale quali quando quanto quella quelle quelli quello questa queste questi questo
        qui quindi se secondo sei sempre senza si sia siamo solo sono sopra sotto sta stata state stati stato su sua
        sue sugli sui sul sull sulla sulle sullo suo suoi tra tre tutta tutte tutti tutto un una uno verso vi viene voi
        dell' l' un' all' nell'
    """),
    letters="àèéìòù",
    abbreviations=words("""
        sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch geom rag on sen gen col cap mons s.e p.zza v.le
        c.so ecc.mo cfr ca c.a es p.es vs ss spett egr gent tel int dr magg ten dep pres brig cav comm uff
    """),
    number_abbreviations=words("""
        art artt n nn nr p pp pag pagg vol tav fig feb mar apr mag giu lug ago set ott nov dic genn febbr ag sett max
        min sec
    """),
    closing_abbreviations=words("ecc etc s.p.a s.r.l spa srl u.s d.c a.c inc ltd co jr"),
    capital_abbreviations=words("mar card min"),
    final_abbreviations=words("ecc etc"),
    starters=words("""
        il lo la i gli le un uno una di a da in con su per tra fra ma e o se quando come anche non è sono questo questa
        quello secondo dopo prima durante nel nella al alla dal dalla lui lei nessuno
    """),
    pronouns=words("""
        lui lei loro egli ella essi esse esso essa questo questa questi queste quello quella quelli quelle ciò suo sua
        suoi sue entrambi entrambe costui costei tale tali
    """),
    connectives=words("""
        ma e o però tuttavia quindi dunque perciò inoltre anche invece infatti intanto poi allora eppure oppure ovvero
        comunque pertanto infine così successivamente altrimenti
    """),
    connective_phrases=phrases("""
        per esempio, ad esempio, al contrario, d'altra parte, d'altro canto, nel frattempo, allo stesso tempo,
        per questo motivo, per questo, di conseguenza, in questo caso, in questo contesto, a sua volta, in realtà,
        da parte sua, da parte loro, dopo di che, i due, le due, lo stesso, la stessa, non solo
    """),
    announcing=phrases("""
        leggi anche, seguici, iscriviti, abbonati, condividi, clicca, ecco cosa, ecco che cosa, ecco come, scrivici,
        fateci sapere, raccontaci
    """),
    disclaiming=phrases("nei commenti, la nostra newsletter, alla nostra newsletter"),
    personal=words("lui lei loro egli ella essi"),
    times=words("""
        settimana settimane mese mesi anno anni mattina estate inverno primavera autunno volta sera stagione notte
    """),
    first_person=words("io noi mio mia miei mie nostro nostra nostri nostre mi ci"),
    speech=words("""
        ha detto dice dichiarato spiegato spiega affermato sottolineato secondo aggiunto annunciato sostiene riferito
    """),
    bonus=words("""
        importante principale primo prima nuovo nuova record maggiore annunciato deciso approvato confermato morto
        morti feriti vinto perso arrestato risultato milioni miliardi
    """),
    stigma=words("forse circa eventualmente esempio foto immagine video leggi condividi articolo"),
)
