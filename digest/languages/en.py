"""English."""

from __future__ import annotations

from digest.languages._english import CUES
from digest.languages._language import Language, phrases, words

LANGUAGE = Language(
    code="en",
    name="English",
    stemmer="english",
    stop_words=words("""
        a about above across after again against ago all almost along already also although always am amid among an
        and another any anyone anything are aren't around as at away back be became because been before being below
        between both but by came can can't cannot could couldn't did didn't do does doesn't doing don't done down
        during each either else even ever every everyone everything few for from further get gets getting go goes
        going got had hadn't has hasn't have haven't having he he's her here hers herself him himself his how however
        i i'd i'll i'm i've if in into is isn't it it's its itself just last least less let like likely made make
        makes many may maybe me might mine more most much must my myself near nearly neither never next no nobody none
        nor not nothing now of off often on once one only onto or other others ought our ours ourselves out over own
        per perhaps put quite rather really same say says said see seem seems seen several shall she she's should
        shouldn't since so some someone something soon still such take taken than that that's the their theirs them
        themselves then there there's therefore these they they're they've this those though through throughout thus
        to together told too toward towards under unless until up upon us use used very was wasn't we we'll we're
        we've well went were weren't what when where whether which while who who's whole whom whose why will with
        within without won't would wouldn't yet you you're you've your yours yourself yourselves
        mr mrs ms dr two first new also
    """),
    abbreviations=words("""
        mr mrs ms mx messrs dr drs prof rev fr hon sen sens gen rep reps gov govs lt col sgt cpl pvt capt cmdr cdr adm
        brig supt supts insp pres amb atty asst assoc mgr ste mt vs viz cf e.g i.e eg ie approx appt est ext trans intl
        int'l gov't calif colo conn tenn okla ariz minn kan ala va penn cllr cllrs clr comdr chm ofc lieut sgts msgr
        revd incl excl avg resp abp cdre vice-pres
    """),
    number_abbreviations=words("""
        no nos p pp fig figs vol vols op ch chap sec art par nr tel jan feb mar apr jun jul aug sep sept oct nov dec ca
        max min apt para
    """),
    capital_abbreviations=words("""
        maj det ft hwy dist inst univ ill ind ky la md mass mich miss mo mont neb nev ore pa tex fla ga del ark vt wash
        wis wyo mon tue tues wed thu thur thurs fri sat sun bros ed eds nat al ph fl dir ald treas sec dep br ven mag
        pc bp card comm pfc spc const assemb emer pt geo wm chas jas thos robt ch
    """),
    closing_abbreviations=words("""
        u.s u.k u.n e.u d.c u.s.a u.a.e n.y n.j n.h n.c s.c n.d s.d n.m r.i l.a a.m p.m a.d b.c b.c.e c.e ph.d m.d b.a
        m.a m.b.a j.d ll.b r.n m.p inc ltd co corp plc jr sr esq etc al st ave blvd rd llc bldg blk dept
    """),
    clock_abbreviations=words("a.m p.m"),
    clock_followers=words("""
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet
        cest ist jst aest eastern central pacific mountain local london greenwich universal
    """),
    time_words=words("""
        at about around by on from until till before after shortly just since between and to nearly almost roughly
        approximately exactly early late monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
        thur thurs fri sat sun january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m
    """),
    final_abbreviations=words("etc"),
    company_abbreviations=words("inc ltd corp plc llc"),
    starters=words("""
        a an the he she it they we i you his her its their our my this that these those there here in on at by for from
        with without after before since when while where why how who what which if as because although though despite
        during under over since until once one some many most few both each all another other but and or nor so yet
        however meanwhile then now also still even only just not no yes mr mrs ms dr police officials according last
        nobody everyone everybody nothing everything
    """),
    fused_starters=words("the but however as it they he she in this that there and their her his"),
    pronouns=words("""
        he she it they this these that those his her hers its their theirs him them himself herself itself themselves
        such both he's she's it's they're they've that's he'd she'd they'd it'd he'll she'll they'll it'll neither
        either others
    """),
    connectives=words("""
        but and or so nor yet then also however meanwhile moreover furthermore nevertheless nonetheless therefore thus
        hence instead otherwise besides still additionally likewise similarly consequently conversely accordingly
        elsewhere indeed afterwards subsequently alternatively separately overall finally plus regardless anyway anyhow
    """),
    connective_phrases=phrases("""
        in addition, as a result, on the other hand, on the one hand, for example, for instance, by contrast,
        in contrast, at the same time, as well as that, after that, because of this, even so, the former, the latter,
        that said, in other words, in that case, in this case, as such, in turn, at that point, for that reason,
        for this reason, in the meantime, to that end, to this end, of these, of those, among them, one of them,
        some of them, most of them, all of them, none of them, each of them, many of them, by then, since then,
        until then, by that time, at that time, in response, for his part, for her part, for their part,
        because of that, because of course, despite this, despite that, as for, with that, after this, before that,
        before this,
        what's more, what is more, more than that, not only that, like many others, the two, the pair, the duo,
        the same, the other, another is, another was, each will, each is, each was, each has, each had, each one,
        in it, in them, on it, to them, for him, for her, for them,
        with him, with her, with them, to him, to her, of him, of her, from him, from her, if so, if not, not so,
        all this, all that, all of this, all of that, much of this, part of this, part of that, another reason,
        the rest is, the rest are, the rest was, the rest were, the rest will, the rest has, the rest have,
        the rest went
    """),
    announcing=phrases("""
        here is what, here's what, here are the, here are some, here's how, here is how, here is a picture,
        here is a photo, here's a picture, let us know, let me know, tell us, follow us, follow her, follow him,
        follow them, follow the latest, sign up, subscribe to, subscribe now, support our, support us, read more,
        read also, read our, click here, click on, scroll down, stay with us, join us, join the conversation,
        get in touch, share your, share this, contact us, email us, send us, watch the video, correction an earlier,
        by signing up, welcome to our live, hello everyone, good morning and welcome, good evening and welcome,
        thanks for reading, thank you for reading, all rights reserved
    """),
    disclaiming=phrases("""
        undertakes no obligation, undertake no obligation, actual results may differ, actual results could differ,
        forward-looking statements, in the comments, our newsletter, our terms and conditions, our privacy policy
    """),
    personal=words("he she it they he's she's it's they're"),
    times=words("""
        week weeks month months year year's years morning mornings summer spring autumn fall winter weekend weekends
        time times season season's seasons evening evenings afternoon afternoons week's month's decade century
    """),
    first_person=words("i we my our me us i'm we're i've we've i'd we'd i'll we'll mine ours myself ourselves"),
    speech=words("""
        said says say saying told tells tell added adds tweeted wrote writes explained explains claimed claims insisted
        insists according stated states announced admitted argued argues asked asks replied responded commented noted
        warned believes believed thinks thought
    """),
    bonus=words("""
        first significant significantly important key major main chief record largest biggest highest lowest best
        worst new announced announce launch launched found find finds shows revealed reveals confirmed agreed voted
        approved decided banned killed died arrested charged won lost result conclude concluded conclusion overall
        finally percent million billion
    """),
    stigma=words("""
        hardly impossible perhaps maybe anyway incidentally although though somewhat rather quite possibly supposedly
        example instance click photo image picture file video scroll read follow share
    """),
    cues=CUES,
)
