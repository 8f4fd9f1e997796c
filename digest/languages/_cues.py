"""What the step `attribute` must know of a language: the words by which texts say who says what.

All forms are in lower case with a straight apostrophe. A language that leaves a field empty loses
the rules that need it and nothing else: quotations and `Name: “…”` work without any.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

Words = frozenset[str]
NONE: Words = frozenset()
_STOPPED = """
    Mr Mrs Ms Mx Messrs Dr Sen Sens Rep Reps Gov Gen Lt Col Sgt Capt Prof Jr Sr St Adm Maj Rev Hon Inc Corp Ltd vs
    Cllr Cllrs Ald Supt Insp Det Cpl Brig Cmdr Pvt Fr Br Ven Msgr Amb Pres Dep Atty Asst Chm Treas Ofc Art
    """
STOPPED = tuple(_STOPPED.split())
"""What most languages share of them."""
_NAMED = 3  # words of a trade with a full name


@dataclass(frozen=True, slots=True, eq=False)  # one object a language: hashed by identity
class Cues:
    """The words that mark reports and sources, by what they do in a sentence."""

    # Verbs, inflected form to dictionary form.
    speech: Mapping[str, str] = field(default_factory=dict)  # report without further support: say, claim
    thought: Mapping[str, str] = field(default_factory=dict)  # report where a clause or quotation follows: believe
    verbs: Words = NONE  # other verb forms, so that a subject is seen to end
    nounlike: Words = NONE  # forms of the above that are as often nouns: claims, report
    fronted: Words = NONE  # dictionary forms that may stand before their subject: “…,” said X
    passive: Words = NONE  # participles after `be` that leave the speaker unnamed: is said to
    posted: Words = NONE  # forms that some write with a capital: Tweeted
    telling: Words = NONE  # dictionary forms with a hearer as object: told reporters
    citing: Words = NONE  # whose object is the source: quoted Lee as saying
    hearing: Words = NONE  # forms by which a court takes in what is said before it: heard
    courts: Words = NONE  # such bodies
    finding: Words = NONE  # forms by which a study tells its results: found
    studies: Words = NONE  # nouns of studies and of those who make them
    conceding: Words = NONE  # forms that tell with `that` whose view one shares: accepts
    continuing: Words = NONE  # dictionary forms that report only beside a quotation: continue
    acts: Words = NONE  # of `speech`, what people do as much as say: reject
    naming: Words = NONE  # participles that give the name of what stands before them: a show called
    repeating: Words = NONE  # of these, what tells that the words before or behind are the other's: quoting Lee
    relaying: Words = NONE  # what an outlet does, citing others
    nothing: Words = NONE  # objects that tell that nothing was said
    tales: Words = NONE  # their objects that are no hearers: told a story

    detached: Mapping[str, Words] = field(default_factory=dict)  # forms that report with one of these behind: teilt mit
    linked: Mapping[str, Words] = field(
        default_factory=dict
    )  # of these, forms that need a word between: geht von … aus
    distancing: Mapping[str, str] = field(default_factory=dict)  # auxiliaries of a perfect: `hearsay`, `claim`
    perfect: Words = NONE  # infinitives that end such a perfect: German soll … gesehen haben
    moved: Words = NONE  # participles that end it with a form of be: German soll … gekommen sein
    completed: tuple[str, ...] = ()  # endings of the participles of such a perfect: French aurait cédé
    subjunctive: Words = NONE  # forms that tell that another's words go on: German sei
    unreal: Words = NONE  # words beside which these two forms tell what is not
    negations: Words = NONE  # beside a verb of speech, they tell that nothing was said

    # Phrases.
    asking: Words = NONE  # forms of verbs after which the other one answers
    accusing: Words = NONE  # the same of verbs after which the other one denies it
    disowning: Words = NONE  # of the next, those that need no charge for their object: denied having known
    charges: Words = NONE  # what the others deny: rejected the accusation
    denying: Words = NONE  # dictionary forms by which they do so: deny, reject
    according: tuple[tuple[str, ...], ...] = ()  # stand before the source: according to
    talks: Words = NONE  # what was heard from the one behind: according to interviews with
    following: tuple[tuple[str, ...], ...] = ()  # stand behind the source: German zufolge
    whence: Words = NONE  # set a body behind a verb of the third person plural: Spanish afirman desde el Ayuntamiento
    thereby: Words = NONE  # lead back, at the head of a sentence, to who has just said something: German demnach
    origins: Words = NONE  # prepositions before who is quoted behind a colon: More from Lee
    apposed: Words = NONE  # stand between a quotation and its source: German so
    viewing: Words = NONE  # set a source before the quotation at the head of a sentence: French pour
    speaking: tuple[tuple[str, ...], ...] = ()  # whole predicates: had this to say
    owned: tuple[tuple[str, ...], ...] = ()  # say by a possessive whose view it is: Spanish a su juicio
    hearsay: Words = NONE  # adverbs: reportedly
    impersonal: Words = NONE  # before a verb with `that` they leave nobody who says it: Spanish se cree que
    reflexive: Words = NONE  # dictionary forms beside which the same words mean the speaker: Spanish se lamenta
    known: Words = NONE  # dictionary forms that tell what is or is to come, and no claim: Spanish se sabe que
    rumours: tuple[tuple[str, ...], ...] = ()  # phrases that name nobody: French on dit que
    that: Words = NONE
    rumour_nouns: Words = NONE  # of `reports`, those by which nobody in particular says it: there are claims that
    there: Words = NONE  # stand before these
    reports: Words = NONE  # nouns that hold a claim: his claim that
    texts: Words = NONE  # nouns whose writer says what they say: a statement saying
    editions: Words = NONE  # nouns by which an article tells of itself as it was: version
    corrections: Words = NONE  # before a colon, they head a note of the newsroom
    itself: Words = NONE  # before the noun of the article in which it stands: this
    inscribed: Words = NONE  # what a text does, by forms that are as often nouns: the sign reads

    # Grammar.
    pronouns: Mapping[str, str] = field(default_factory=dict)  # to m, f, thing, plural, speaker
    possessives: Mapping[str, str] = field(default_factory=dict)
    aged: Mapping[str, str] = field(default_factory=dict)  # descriptions by age, the number left out, like pronouns
    years: Words = NONE  # stand behind the number of an age: French ans
    latter: Mapping[str, str] = field(default_factory=dict)  # phrases for the last one named, like pronouns
    emphatic: Words = NONE  # pronouns that stress a name before them: Lee himself
    contractions: Mapping[str, str] = field(default_factory=dict)  # he's to he
    determiners: Words = NONE
    articles: Words = NONE  # determiners that never stand alone: the, a
    some: Words = NONE  # determiners that may stand alone for people: some said
    anyone: Words = NONE  # of these, what names nobody of several: “…,” wrote one
    nobody: Words = NONE  # determiners and pronouns that deny who speaks: neither
    demonstratives: Words = NONE  # determiners that point back: the, this
    prepositions: Words = NONE
    joining: Words = NONE  # prepositions within the names of bodies: of, for
    subordinators: Words = NONE
    conditions: Words = NONE  # subordinators of what may never happen: if
    coordinators: Words = NONE
    contrasting: Words = NONE  # of these, what begins another clause rather than joins names: but
    relatives: Words = NONE
    relative_places: Words = NONE  # conjunctions that take up a place: where
    charged: Words = NONE  # participles of who is charged with something: accused
    infinitive: Words = NONE  # to
    clausal: Words = (
        NONE  # stand before the verb that ends a clause behind a comma: German bestritt, es gewusst zu haben
    )
    purpose: Words = NONE  # begin such a clause that tells what for: German um, ohne
    be: Words = NONE
    be_endings: tuple[str, ...] = ()  # forms of it that an apostrophe joins to the word before: it's
    auxiliaries: Words = NONE
    adverbs: Words = NONE
    adverb_endings: tuple[str, ...] = ()
    not_adverbs: Words = NONE  # end like adverbs: family
    participle_endings: tuple[str, ...] = ()  # saying
    past_endings: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()  # of what is asked for right behind a verb: Spanish exige modernizar
    leading: Words = NONE  # prepositions that may stand before it: French propose de fermer
    genitive_endings: tuple[str, ...] = ()
    times: Words = NONE  # Monday, week
    agents: Words = NONE  # before the agent of a passive: by
    clitics: Words = NONE  # articles that before a verb are its object: French l'
    elisions: Words = NONE  # parts that an apostrophe joins to the next word: French qu'
    enclitics: Words = NONE  # pronouns that a hyphen joins to the verb before: French -t-il
    genitives: Words = NONE  # articles that join a noun to the noun of a person or body before: German der
    genitive_stems: Words = NONE  # nouns whose genitive takes es: German des Bauamtes
    genitive_articles: Words = NONE  # stand before such a genitive
    perfect_endings: tuple[str, ...] = ()  # of the participles before `perfect`
    being: Words = NONE  # infinitives behind `moved`
    viewed: Words = NONE  # prepositions of `according` that other nouns have too: German nach Ansicht
    incised: Words = NONE  # words that begin a subject within a quotation: French explique la maire
    incising: Words = NONE  # auxiliaries before such a verb
    incise_objects: Words = NONE  # pronouns before these
    participles: tuple[str, ...] = ()  # endings that no other form has
    negating: Words = NONE  # beside a verb that reports all the same: English not
    negating_endings: tuple[str, ...] = ()
    roles: Words = NONE  # before what somebody is: as
    linking: Words = NONE  # prepositions within a description: of
    concerning: Words = NONE  # before whom somebody speaks of: heaped praise on Lee saying
    locating: Words = NONE  # prepositions before places rather than people
    setting: Words = NONE  # prepositions that tell when and where behind one
    definite: Words = NONE  # articles that begin no description of who was just named
    partitives: Words = NONE  # before a relative that stays with its noun: of whom
    relating: Words = NONE  # begin what tells more of a source: who, speaking
    months: Words = NONE  # that are names too
    subordinate: bool = False  # a verb in a clause of its own reports only what another clause tells, as in Spanish
    gendered: bool = False  # he and she may be things, and a verb may stand without its subject
    dialogue: bool = False  # a dash at the head of a paragraph begins a speech
    capital_nouns: bool = False  # every noun has a capital, as in German

    # People and bodies.
    titles: Words = NONE
    initial_titles: Words = NONE  # titles by their initials, which may be a body's as well: PC Ann Lee
    trades: tuple[str, ...] = ()  # endings of nouns that tell what somebody does: German -er
    male: Words = NONE  # titles and nouns of men
    female: Words = NONE
    people: Words = NONE  # nouns of persons of either sex, singular
    agent_endings: tuple[str, ...] = ()  # of other such nouns before a full name: Photographer Ann Lee
    forename_titles: Words = NONE  # titles that may stand before a first name alone: Sir Hugh
    regnal: Words = NONE  # titles that belong to a name without a surname: Prince William
    voices: Words = NONE  # by whom a body speaks: officials, spokesman
    part_of: Mapping[str, str] = field(default_factory=dict)  # a voice to the word of the body it belongs to
    family: Words = NONE  # others, who stand right before a full name: Widow Ann Lee
    founding: Words = NONE  # people whose name a body may bear: its founder
    kin: Words = NONE  # relatives who may bear the same surname: brother
    ranks: Words = NONE  # words that make an office another: deputy
    short_titles: Mapping[str, str] = field(default_factory=dict)  # gov to governor
    crowds: Words = NONE  # nouns of several persons whose form does not say so: police, people
    plural_endings: tuple[str, ...] = ()
    bodies: Words = NONE  # words in names of bodies: ministry
    papers: Words = NONE  # names of newspapers whose article is part of them: French Le Monde
    neuter: Words = NONE  # articles without which an adjective behind them would end otherwise: German das Weiße Haus
    proper: Words = NONE  # what keeps its capital, as the name of one body or party: Reuters
    surnames: Words = NONE  # of these, what people are called: Fox
    any_body: Words = NONE  # what a body may be whatever its name: company
    particles: Words = NONE  # words in lower case within persons' names: van, bin
    places: Words = NONE
    demonyms: Words = NONE  # adjectives and other words that make no person's name: Russian, Democratic
    starters: Words = NONE  # words with a capital only because a sentence starts with them
    stopped: tuple[str, ...] = STOPPED  # short words with a stop that belongs to them
    names: str | None = None  # the files of given names in `data`


@cache
def no_surnames(cues: Cues) -> Words:
    """Words that name a body, a people or a place rather than a person."""
    return cues.bodies | cues.demonyms | cues.places


@cache
def given_names(name: str | None) -> tuple[Words, Words]:
    """Given names of men and of women, lower case, from the files named; names that both bear are in neither."""
    men: Words = NONE
    women: Words = NONE
    for file in (name or "").split():
        text = files("digest.languages").joinpath("data", file).read_text(encoding="utf-8")
        more_men, more_women = (frozenset(part.split()) for part in text.split("\n\n")[:2])
        men, women = men | more_men, women | more_women
    return men - women, women - men


def first_given(low: Sequence[str], cues: Cues) -> int:
    """Give the place of the first given name where every noun has a capital: words before it tell what somebody is.

    Of three words or more, the first is no name where it is not known as one and ends like a trade: Schäfer Klaas Lee.
    """
    if not cues.capital_nouns:
        return 0
    men, women = given_names(cues.names)
    known = next((at for at, word in enumerate(low[:-1]) if word in men or word in women), None)
    if known is not None:
        return known
    return int(len(low) >= _NAMED and low[0].endswith(cues.trades or ("\0",)))


def forms(text: str) -> dict[str, str]:
    """Read verbs: `say/says/said` gives each form with its first as the dictionary form."""
    return {form: verb.split("/")[0] for verb in text.split() for form in verb.split("/")}


def classes(text: str) -> dict[str, str]:
    """Read words by class: `m he him, f she` gives each word with the first of its group."""
    groups = (group.split() for group in text.split(","))
    return {word: group[0] for group in groups for word in group[1:]}


def phrase_classes(text: str) -> dict[str, str]:
    """Read phrases by class: `m ce dernier, f celle-ci` gives each phrase with the first word of its group."""
    groups = (group.split(maxsplit=1) for group in text.split(","))
    return {phrase: kind for kind, phrase in groups}


def particles(text: str) -> dict[str, Words]:
    """Read verbs that part from their particles, one a line: `gibt/gab bekannt zu` gives each form with the rest."""
    lines = (line.split() for line in text.strip().splitlines())
    return {form: frozenset(rest) for verb, *rest in lines for form in verb.split("/")}
