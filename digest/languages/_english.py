"""How English reports speech: the `cues` of `en`, in a file of their own because they are many."""

from __future__ import annotations

from digest.languages._cues import Cues, classes, phrase_classes
from digest.languages._english_names import DEMONYMS, PLACES
from digest.languages._english_verbs import NOUNLIKE, SPEECH, THOUGHT, VERBS
from digest.languages._language import words

CUES = Cues(
    speech=SPEECH,
    asking=words("asked asks"),
    accusing=words("accused accuses accusing blamed blames criticised criticises criticized criticizes"),
    disowning=words("deny"),
    charges=words("""
        it this that these them accusation accusations allegation allegations charge charges claim claims criticism
        suggestion wrongdoing
        """),
    denying=words("deny reject dispute refute rebut dismiss"),
    thought=THOUGHT,
    verbs=VERBS,
    nounlike=NOUNLIKE,
    fronted=words("""
        say write add ask explain tweet note argue declare recall warn reply respond conclude continue read report
        insist quip joke announce shout exclaim remark observe admit claim agree go begin state cry acknowledge
        complain lament predict repeat mutter fume cautioned think wonder boast counter retort confess
        """),
    passive=words("""
        said reported alleged believed estimated thought expected suggested predicted rumoured rumored understood known
        considered
        """),
    posted=words("tweeted tweets tweeting retweeted googled"),
    telling=words("tell inform remind assure notify advise"),
    hearing=words("hear hears heard"),
    courts=words("court jury inquiry inquest tribunal hearing trial jurors"),
    finding=words("finds found shows showed"),
    studies=words("""
        study studies research researchers scientists survey analysis review audit investigation investigators inquiry
        inspectors report experiment experiments
        """),
    conceding=words("accept accepts accepted agree agrees agreed concede concedes conceded"),
    continuing=words("continue"),
    acts=words("""
        reject defend question dispute demand dismiss applaud praise hail mock blame attack assail post promise pledge
        ask call urge suggest reveal refute observe estimate challenge
        """),
    citing=words("quote cite"),
    naming=words("called"),
    rumours=(("as", "they", "say"), ("so", "they", "say"), ("as", "the", "saying", "goes")),
    repeating=words("quote"),
    relaying=words("report"),
    nothing=words("nothing"),
    tales=words("story tale joke lie truth anecdote fable legend fib history version secret"),
    according=(
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("in", "the", "eyes", "of"),
        ("in", "the", "view", "of"),
        ("in", "the", "opinion", "of"),
    ),
    origins=words("from by"),
    talks=words("interviews conversations talks"),
    speaking=(
        ("had", "this", "to", "say"),
        ("has", "this", "to", "say"),
        ("took", "to", "twitter"),
        ("fired", "off"),
        ("weighed", "in"),
        ("made", "clear"),
        ("makes", "clear"),
        ("made", "it", "clear"),
        ("pointed", "out"),
        ("points", "out"),
        ("went", "on"),
        ("goes", "on"),
        ("went", "further"),
        ("goes", "further"),
        ("went", "even", "further"),
        ("goes", "even", "further"),
        ("fired", "back"),
        ("hit", "back"),
        ("shot", "back"),
        ("chimed", "in"),
        ("put", "it"),
        ("puts", "it"),
        ("made", "the", "case"),
        ("took", "issue"),
        ("called", "out"),
        ("lashed", "out"),
    ),
    hearsay=words("reportedly allegedly purportedly supposedly rumoredly apparently ostensibly"),
    that=words("that"),
    there=words("there there's"),
    rumour_nouns=words("""
        claim claims report reports allegation allegations accusation accusations suggestion suggestions rumor rumors
        rumour rumours speculation
        """),
    reports=words("""
        claim claims statement statements report reports belief allegation allegations warning suggestion assertion
        argument view promise pledge notion idea insistence conclusion prediction contention speculation concern
        concerns fear fears hope hopes evidence accusation accusations comments remarks criticism call calls vow
        question charge charges declaration announcement admission complaint complaints message suggestions
        rumor rumors rumour rumours
        """),
    texts=words("""
        statement letter ad ads advert email e-mail tweet tweets memo message post video op-ed article column report
        press-release release release note notes paper essay editorial speech remarks comments filing lawsuit complaint
        document documents book petition interview signs sign banner poster text texts leaflet website headline
        diary brochure notice placard inscription plaque caption pamphlet flyer affidavit indictment manifesto
        ruling judgment judgement verdict transcript dossier
        """),
    editions=words("version edition draft headline"),
    corrections=words("correction clarification"),
    itself=words("this"),
    inscribed=words("read reads"),
    pronouns=classes("""
        m he him himself, f she herself, thing it itself, plural they them themselves, speaker i we you me us
        """),
    possessives=classes("m his, f her, thing its, plural their, speaker my our your"),
    contractions=classes("""
        he he's he'd he'll, she she's she'd she'll, it it's it'd it'll, they they're they've they'd they'll,
        i i'm i've i'd i'll, we we're we've we'd we'll, you you're you've, that that's, there there's,
        who who's who've who'd, here here's, what what's
        """),
    determiners=words("""
        the a an this that these those another some many several most half other both no few all more any each every
        either neither much less fewer one two three four five six seven eight nine ten dozens hundreds thousands
        """),
    articles=words("the a an"),
    emphatic=words("himself herself itself themselves"),
    some=words("some many others most several few one two three four five six another dozens hundreds thousands"),
    anyone=words("one another"),
    latter=phrase_classes("person the latter"),
    nobody=words("neither no none nobody nothing no-one"),
    demonstratives=words("the this that these those"),
    prepositions=words("""
        of for in at from on with by about into over under against during among amid between within near via per toward
        towards through throughout without behind across including like since after before despite upon off outside
        inside around above below beside besides beyond except regarding concerning alongside following up down out
        """),
    joining=words("of for"),
    subordinators=words("""
        that as when while because after before if although though where whether since until unless so whereas how why
        what than whenever wherever lest
        """),
    conditions=words("if unless whether"),
    coordinators=words("and or but nor yet"),
    contrasting=words("but"),
    relative_places=words("where"),
    charged=words("accused convicted suspected charged jailed arrested imprisoned"),
    relatives=words("who which whom whose"),
    infinitive=words("to"),
    be=words("is are was were be been being isn't aren't wasn't weren't am"),
    be_endings=("'s", "'re"),
    auxiliaries=words("""
        has have had will would can could may might must should did does do hasn't haven't hadn't won't wouldn't can't
        cannot couldn't shouldn't didn't doesn't don't shall having ought needn't
        """),
    adverbs=words("""
        almost alone quickly rather best better later then again often still even just now previously repeatedly
        recently earlier first further instead simply never always only famously not long already thus ever too so
        twice probably actually also meanwhile however soon perhaps maybe yet once there here far therefore nonetheless
        nevertheless moreover furthermore elsewhere sometimes seldom quite very indeed together back altogether
        afterward afterwards otherwise anyway somehow half-jokingly aloud likely likewise thereafter hence afterward
        """),
    adverb_endings=("ly",),
    not_adverbs=words("""
        family ally assembly july italy rally reply supply daily kelly reilly o'reilly emily billy weekly early monthly
        sally holly molly only elderly friendly unlikely deadly costly lovely lonely ugly silly monopoly apply
        fly comply imply multiply bully belly jelly anomaly butterfly homily
        """),
    participle_endings=("ing",),
    past_endings=("ed",),
    genitive_endings=("'s", "s'"),
    times=words("""
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week weeks weekend
        month months year years night morning afternoon evening day days hours hour minutes ago last next past january
        february april june july august september october november december time times
        """),
    negating=words("not never"),
    negating_endings=("n't",),
    roles=words("as"),
    linking=words("of for"),
    concerning=words("on at to against for about over"),
    locating=words("in at near outside inside across around"),
    setting=words("in on at during after before via with about by to as from"),
    definite=words("the this that"),
    partitives=words("of"),
    relating=words("who whom whose which that speaking told during after"),
    months=words("may"),
    agents=words("by"),
    titles=words("""
        mr mrs ms miss dr prof professor sen sens senator rep reps representative gov governor gen general lt col
        colonel sgt sergeant capt captain cmdr adm admiral maj major president vice-president secretary prime minister
        chancellor king queen prince princess sir lord lady dame judge justice mayor congressman congresswoman rev
        reverend pope attorney ambassador chairman chairwoman chief director detective officer lieutenant sheriff rabbi
        imam sheikh archbishop bishop cardinal father sister brother speaker councillor councilman councilwoman
        commissioner superintendent coach deputy inspector constable ayatollah emperor duke duchess baron baroness
        count hon premier first vice candidate nominee co-founder founder ceo democrat republican
        insp supt det ch cpl brig cllr cllrs revd mx messrs ald pvt fr br ven msgr amb pres dep atty asst chm treas ofc
        """),
    initial_titles=words("pc dc ds di dci dcs dcc acc wpc"),
    male=words("""
        mr sir king prince lord chairman congressman spokesman father man brother son husband businessman himself
        councilman he his actor policeman fireman boy uncle grandfather duke emperor baron pope archbishop nobleman
        salesman statesman cameraman anchorman frontman craftsman stepfather boyfriend widower dad grandad gentleman
        waiter
        """),
    female=words("""
        mrs ms miss lady queen princess congresswoman spokeswoman woman mother sister daughter wife businesswoman
        herself councilwoman she actress policewoman girl aunt grandmother duchess chairwoman baroness dame
        stepmother girlfriend widow mum mom nan gran waitress hostess heiress saleswoman
        """),
    any_body=words(
        "company group firm organisation organization agency institution business body team network charity"
    ),
    agent_endings=("er", "or", "ist", "man", "woman"),
    forename_titles=words("sir dame lady lord prince princess king queen pope sister brother father"),
    regnal=words("king queen prince princess pope emperor sister brother father"),
    people=words("""
        student voter lawyer attorney official adviser advisor aide source judge doctor teacher owner director professor
        founder leader senator reporter analyst expert strategist manager president governor mayor candidate nominee
        star author writer billionaire mogul politician minister secretary justice chief officer pastor priest worker
        resident activist supporter critic lawmaker frontrunner front-runner veteran player coach singer comedian host
        anchor scientist researcher economist pollster historian executive ambassador diplomat general soldier victim
        witness neighbor neighbour driver farmer person friend member delegate representative democrat republican
        spokesperson lawyer chancellor boss speaker commentator correspondent journalist editor columnist engineer
        chairperson chair organizer organiser planner agent envoy negotiator operative consultant donor developer
        tycoon magnate entrepreneur filmmaker musician rapper artist poet novelist comic champion captain goalkeeper
        midfielder striker defender manager prosecutor sheriff detective inspector commissioner superintendent
        physician surgeon nurse psychologist therapist biologist physicist chemist astronomer engineer designer
        architect chef farmer fisherman miner trucker pilot astronaut incumbent challenger rival opponent colleague
        counterpart ally premier legislator congressman councilor councillor parliamentarian mp whistleblower defendant
        suspect plaintiff survivor patient parent teenager texan socialist conservative libertarian
        headteacher principal dean scholar academic fellow vicar curate verger warden
        """),
    voices=words("officials authorities intelligence spokesman spokeswoman spokesperson spokespeople"),
    part_of=classes("defence intelligence"),
    family=words("""
        widow widower grandmother grandfather grandma grandad granddad mum mom dad nan gran stepmother stepfather
        girlfriend boyfriend
        """),
    founding=words("founder co-founder owner co-owner"),
    kin=words("brother sister son daughter father mother cousin uncle aunt nephew niece twin wife husband"),
    ranks=words("deputy vice former acting shadow assistant associate ex under junior late then"),
    short_titles=classes("governor gov, senator sen, representative rep, general gen, professor prof, doctor dr"),
    crowds=words("police people men women children media authorities press public"),
    plural_endings=("s",),
    bodies=words("""
        ministry department agency bureau campaign committee party court commission company government administration
        intelligence council association union institute university college bank police army navy office house senate
        congress parliament kremlin pentagon times post journal news study poll survey statement letter document group
        firm organization organisation foundation team network paper newspaper magazine outlet site website service
        force forces board center centre fund corporation corp inc ltd plc nato un eu fbi cia mod nhs dnc rnc gop cnn
        bbc nbc abc cbs fox reuters ap coalition analysis data research filing complaint lawsuit article editorial ad
        video memo email guidance bulletin update report club league federation society trust authority conference
        convention press herald tribune guardian telegraph observer gazette post media radio television street
        airline airlines airways hospital school church museum library laboratory lab institution ballot order regime
        militia nation country city state county province panel jury tribunal watchdog regulator think-tank charity
        industries motors systems technologies holdings partners capital group's pac super-pac board
        """),
    proper=words("""
        reuters kremlin pentagon congress nato un eu fbi cia mod nhs dnc rnc gop cnn bbc nbc abc cbs fox ap
        democrat democrats republican republicans tory tories
        """),
    surnames=words("fox post church house court"),
    particles=words("bin ibn van von der den de da dos del della di la le al el ul"),
    places=PLACES,
    demonyms=DEMONYMS,
    starters=words("""
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december i the a an and but in on at it he she they we this that if when as for to of
        with by from not no yes what who how why so there those these our his her their its my your after before while
        since then now asked told pressed regarding many some most several also even still perhaps maybe just only well
        look let people proud once every each neither both such mr mrs ms dr
        """),
    names="given-names.txt",
)
