"""German."""

from __future__ import annotations

from digest.languages._german import CUES
from digest.languages._language import Language, phrases, words

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
        abs allg betr bzw ca dgl d.h d.i dipl-ing dipl dr ebd einschl engl ev evtl exkl frl geb gegr ggf hl hr hrn hrsg
        i.a i.d.r inkl ing jh kath kfm lfd lt max mind o.ä o.g p.a pfr phil prof rd s.o s.u sen sog sogen st str tel
        u.a u.ä u.u usw.w v.a vgl vors vs z.b z.t zit zt z.hd zzgl frz nat ehem gem rer med vet dent pol oec jur theol
        habil h.c univ lic resp ziff rz rn bspw em hptm bgm abg doz kard spez insb bes urspr versch jew entspr pharm sc
        techn agr mult stv
    """),
    number_abbreviations=words("nr abb bd kap art s jan feb mär apr jun jul aug sep sept okt nov dez"),
    closing_abbreviations=words("usw etc jr sr jhd a.d v.chr n.chr chr co mio mrd u.s u.s.a d.c"),
    capital_abbreviations=words("mag hon th ch chr ph gen"),
    starters=words("""
        der die das den dem des ein eine einen einem einer er sie es wir ich ihr man in im am an auf bei nach vor mit
        für von zu zum zur aus durch über unter seit dabei damit dazu doch aber und auch so nun dann da hier dort wenn
        als während weil obwohl dieser diese dieses sein seine ihre zudem jedoch laut danach zuvor später inzwischen
        außerdem
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
    expletives=phrases("es gibt, es gab, es gelten, es fehlt, es fehlen, es geht um, es ging um"),
    articles=words("das dem"),
    finite=words("""
        ist sind war waren sei seien wäre wären wird werden wurde wurden werde würde würden hat haben habe hatte hatten
        hätte hätten kann können konnte konnten könne könnte soll sollen sollte sollten muss müssen musste müsse darf
        dürfen durfte dürfe will wollen wollte wolle mag mochte geht ging kommt kam gilt galt heißt hieß liegt lag
        bleibt blieb gibt gab macht machte zeigt zeigte sagt sagte sagen sagten teilt teilte teilten steht stand
        bedeutet bedeutete kostet kostete reicht reichte führt führte stellt stellte sorgt sorgte ermöglicht
        ermöglichte hört hörte freut freute ärgert ärgerte klingt klang sieht sah sehen lässt ließ hält hielt
        widerspricht widersprach stimmt stimmte folgt folgte entspricht entsprach ergab ergibt erklärte erklärten
        berichtete berichteten schreibt schrieb finden fand findet trifft traf betrifft betraf alles alle
    """),
    finite_endings=("t",),
    announcing=phrases("""
        hier finden sie, hier lesen sie, hier ist, hier sind, lesen sie, lesen sie auch, folgen sie, abonnieren sie,
        melden sie sich, schreiben sie uns, diskutieren sie, klicken sie, teilen sie, unterstützen sie,
        was halten sie, mehr dazu, weitere informationen finden sie, alle informationen finden sie
    """),
    disclaiming=phrases("in den kommentaren, in unserem newsletter, unseren newsletter"),
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
