"""The verbs by which English reports speech, and the others that end a subject: part of `_english`."""

from __future__ import annotations

from digest.languages._cues import forms
from digest.languages._language import words
from digest.languages._verbs import english

SPEECH = english("""
    claim add argue announce assert allege acknowledge tweet retweet declare warn insist explain state note conclude
    contend reply respond recall confirm reiterate complain joke emphasize emphasise stress caution lament stipulate
    boast maintain concede remark predict vow pledge promise testify proclaim quote reveal suggest propose recommend
    assure remind counter opine posit disclose clarify retort exclaim comment deny urge criticize criticise accuse
    blast denounce condemn praise mock describe dismiss blame tout portray characterize characterise ridicule
    question demand hail echo decry deride chide scold rebuke advise report post observe speculate estimate muse ask
    call implore lambast lambaste applaud defend reject dispute refute rail assail attack shout yell fume gush
    whisper mutter murmur  thunder rant bemoan bristle sneer scoff quote inform notify brag  interject
    interrupt elaborate  surmise theorize theorise preach plead beg stammer bellow  vent  deadpan
    summarize summarise underscore underline crow chime inquire enquire narrate insinuate enthuse stipulate
    """) | forms("""
    say/says/said/saying tell/tells/told/telling write/writes/wrote/written/writing admit/admits/admitted/admitting
    quip/quips/quipped/quipping rebut/rebuts/rebutted/rebutting forecast/forecasts/forecasting
    foresee/foresees/foresaw slam/slams/slammed/slamming
    concur/concurs/concurred/concurring chant/chants/chanted/chanting swear/swears/swore/swearing
    speak/speaks/spoke/speaking quoth cry/cries/cried/crying
    continue/continues/continued/continuing
    repeat/repeats/repeated/repeating
    ask/asks/asked/asking
    """)
THOUGHT = english("""
    believe expect hope want consider fear doubt favor favour support oppose intend decide agree appear seem worry
    cite indicate imply signal back endorse refuse decline view regard assume learn imagine realize realise wish
    dream love hate welcome aim pressure promote champion reference highlight suspect anticipate direct
    instruct invite approve disagree discuss compare embrace threaten label dub laud trust project detail outline
    raise unveil attribute reason figure guess recognize recognise signal mention present address accept
    gripe hint shoot jest tease roar challenge reflect point publish issue release offer voice
    express attest certify react grouse harrumph intone marvel sniff chuckle sigh recount volunteer reassure howl
    wail mumble scream holler wonder thank brand
    """) | forms("""
    think/thinks/thought/thinking know/knows/knew/knowing see/sees/saw/seeing feel/feels/felt/feeling
    find/finds/found/finding seek/seeks/sought/seeking hear/hears/heard/hearing commit/commits/committed/committing
    refer/refers/referred/referring prefer/prefers/preferred
    forget/forgets/forgot plan/plans/planned/planning show/shows/showed/shown/showing
    understand/understands/understood
    go/goes/went begin/begins/began
    laugh/laughs/laughed/laughing chip/chips/chipped sum/sums/summed snap/snaps/snapped/snapping put/puts/putting
    read/reads/reading mean/means/meant/meaning
    determine/determines/determined/determining
    label/labelled/labelling signal/signalled/signalling marvel/marvelled/marvelling
    """)
VERBS = words("""
    order orders ordered ordering left made make makes making took take takes taking gave give gives giving got
    get gets getting came come comes
    coming met meet meets ran run runs running held hold holds holding used use uses using tried try tries led lead
    leads kept keep keeps keeping set sets setting won win wins winning lost lose loses losing fell fall falls rose
    rise rises grew grow grows stood stand stands sat sit sits sent send sends spent spend spends brought bring
    brings bought buy buys built build builds caught catch catches chose choose chooses drew draw draws drove drive
    drives ate fought fight fights flew hit hits hurt let lets paid pay pays sold sell sells shut sought struck
    threw throw throws wore woke broke break breaks became become becomes died die dies died killed killing
    turned turn turns asked looked look looks worked work works seemed helped help helps started start starts
    played moved lived live lives believed happened provided provide provides included include includes
    followed follow follows changed stopped stop stops created opened walked offered remembered considered
    appeared served expected built stayed reached remained remain remains raised passed required reported
    caters belongs contains suffered suffer suffers faces faced
    voted vote votes visited launched joined signed filed arrested charged convicted sentenced released issued
    caused cause causes finished ended ends contributed arrived arrives rejected approved refused declined
    spoken seen taken given known done gone shown written driven chosen begun gotten fallen risen grown sworn
    thrown worn torn hidden bitten
    beat blew clung crept dealt dug fled flung froze hid hung knelt laid lay lent lit overcame rang rid rode
    sang sank shook shone shrank slept slid sped spun sprang stole stuck stung strode swam swept swung taught tore
    underwent wept withdrew
    forgotten frozen stolen woken proven
    emailed emails texted phoned contacted advocate advocates
    """)
NOUNLIKE = words("""
    states maintain maintains quip quips remark remarks tweet tweets retweet retweets reporting counter caution
    lament stress joke jokes vow vows forecast forecasts boast put read reads mean means meant like post posts state
    report reports question questions comment comments note notes claim claims quote quotes promise promises pledge
    call calls attack attacks demand demands blast project projects plan plans order orders love hope hopes fear
    fears support back backs view views detail label estimate estimates signal signals reply warning ask blame
    praise raise raises direct echo doubt doubts worry worries dream trust suspect promote address see seeing saw
    sees know found find finds show shows refer present rail vent figure reason point points issue issues release
    guess reference challenge cry voice account recall whisper shout crow tease shoot hint roar opening writing saying
    brand brands thanks speaking reading meaning pressure championing chant chants champion aim aims dream like slam
    """)
