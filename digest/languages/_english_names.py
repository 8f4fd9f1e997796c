"""Words that end or make English names which are no person's: of places, peoples, prizes and events."""

from __future__ import annotations

from digest.languages._language import words

PLACES = words("""
    america us u.s usa uk u.k britain england scotland wales ireland france germany spain italy russia ukraine china
    japan india pakistan iran iraq israel syria turkey egypt libya mexico canada brazil argentina australia
    afghanistan korea vietnam cuba venezuela poland hungary greece sweden norway denmark finland europe africa asia
    london paris berlin moscow kyiv kiev beijing washington brussels tehran york hampshire iowa ohio florida texas
    california virginia pennsylvania michigan wisconsin nevada arizona georgia colorado carolina mississippi indiana
    libya benghazi chicago philadelphia cleveland orlando twitter facebook illinois utah massachusetts vermont
    maine connecticut jersey maryland oregon kansas missouri tennessee kentucky alabama louisiana arkansas oklahoma
    minnesota nebraska alaska hawaii idaho montana wyoming dakota delaware angeles vegas francisco boston miami
    atlanta dallas houston denver seattle detroit manhattan brooklyn scotland
    """)
_THINGS = words("""
    prize prizes award awards medal trophy cup festival marathon championship championships tournament olympiad biennale
    gala summit ceremony carnival parade concerto symphony sonata opera trilogy tower towers theatre theater gallery
    cathedral basilica abbey palace hotel motel tavern cafe restaurant mall plaza station terminal harbour harbor dam
    canal reservoir glacier volcano mountain mountains ocean sea gulf peninsula creek waterfall falls strait basin
    plateau bridge motorway highway freeway expressway boulevard terrace railway railroad hurricane storm typhoon
    cyclone earthquake treaty accord agreement pact protocol declaration charter project programme program initiative
    scheme syndrome disease virus battle siege revolution uprising
    """)
DEMONYMS = _THINGS | words("""
    democratic republican american americans democrats republicans muslims muslim african-american white black
    hispanic latino latinos russian ukrainian british french german chinese mexican israeli iranian iraqi syrian
    christian christians jewish jews catholic catholics evangelical conservative conservatives liberal liberals gop
    house senate congress convention day street avenue act bill amendment clause college school court city county
    state states party united north south east west northern southern eastern western english irish scottish welsh
    european african asian canadian australian indian japanese korean turkish saudi cuban tory tories labour
    social security tea super bowl world war olympic olympics christmas easter internet god brexit islamic state
    constitution dream deal township borough parish district village valley island islands park lake river road lane
    square airport stadium castle
    """)
