"""Words around figures in English news."""

from __future__ import annotations

from typing import Final

from articles.extraction.english.units import DURATIONS, MONEY, UNITS
from articles.extraction.figure_words import FigureWords, phrases, words

_ABOUT: Final = phrases("""
    about | around | roughly | approximately | some | an estimated | estimated | circa | close to | more or less
    in the region of | in the order of | an approximate
""")
_AT_LEAST: Final = phrases("""
    at least | no fewer than | no less than | not less than | not fewer than | a minimum of | minimum | as few as
""")
_AT_MOST: Final = phrases("""
    at most | up to | as many as | as much as | no more than | not more than | a maximum of | maximum | capped at
    less than | fewer than | under | below
""")
_NEARLY: Final = phrases("nearly | almost | just under | just short of")
_MORE_THAN: Final = phrases("""
    more than | over | above | in excess of | upwards of | upward of | well over | just over | exceeding | exceeded
    greater than | north of
""")
_PLAIN: Final = phrases("""
    a total of | total of | total | only | just | an average of | average of | on average | exactly | another | worth
    totaling | totalling | reached | reaching | between | valued at | a further | a combined | a record | all
""")
_PEOPLE: Final = words("""
    people person persons men man women woman children child kids boys girls residents citizens civilians soldiers
    troops officers police workers employees staff students pupils teachers doctors nurses patients victims suspects
    defendants witnesses experts inmates prisoners hostages refugees migrants passengers crew members drivers riders
    voters candidates lawmakers senators ministers officials journalists reporters protesters demonstrators activists
    farmers fishermen players athletes fans spectators tourists visitors guests volunteers firefighters rescuers
    adults teenagers teens infants babies relatives survivors respondents users customers subscribers followers
    nationals immigrants fighters militants gunmen rebels personnel scientists researchers americans britons russians
    palestinians israelis ukrainians indonesians australians bodies applicants graduates investors traders shareholders
    veterans pilots sailors marines peacekeepers monks evacuees detainees deaths casualties fatalities lawyers judges
    prosecutors engineers artists musicians dead
""")

WORDS: Final = FigureWords(
    qualifiers=dict.fromkeys(_PLAIN)
    | dict.fromkeys(_ABOUT, "about")
    | dict.fromkeys(_AT_LEAST, "at_least")
    | dict.fromkeys(_AT_MOST, "at_most")
    | dict.fromkeys(_NEARLY, "nearly")
    | dict.fromkeys(_MORE_THAN, "more_than"),
    fillers=words("of a"),
    over_verbs=frozenset(),
    after={"or more": "at_least", "or so": "about", "or less": "at_most", "or fewer": "at_most", "plus": "at_least"},
    compared=frozenset(),
    counting=frozenset(),
    units=UNITS,
    durations=DURATIONS,
    smaller={
        "years": ("months", 12),
        "weeks": ("days", 7),
        "days": ("hours", 24),
        "hours": ("minutes", 60),
        "minutes": ("seconds", 60),
    },
    times=frozenset({"times", "fold"}),
    money=MONEY,
    scale_letters={"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12},
    per=frozenset({"per", "a", "an", "each"}),
    not_after=words("""
        no number interstate freeway article section chapter page line route highway flight channel apollo boeing
        airbus grade class phase round week day year level tier type model version psalm verse episode season volume
        vol part act title
        division group gate room floor ward district precinct block square pier terminal track lane
        ranked nos rule amendment resolution
    """),
    idioms=frozenset(),
    shortened=words("no nos art vol sec fig p pp"),
    not_before=words("am pm a.m p.m gmt utc est edt cet bst th st rd nd street avenue road"),
    ages=words("aged age ages turned turning"),
    life=frozenset({"age", "ages"}),
    spans=frozenset(),
    rates=words("per"),
    sorts=words("class"),
    no_one=frozenset(),
    none=words("not no"),
    mates=frozenset(),
    within=words("in as at under into"),
    before_years=words("since in of by until from during through"),
    years=frozenset({"years"}),
    ago=words("ago earlier later before old after"),
    this=frozenset(),
    people=_PEOPLE,
    classifiers=words("people persons units pieces others more"),
    things=frozenset(),
    compounds=phrases("""
        family members | crew members | asylum seekers | police officers | aid workers | health workers | square feet
    """),
    no_nouns=words("""
        and or but nor the a an of to in on at by for from with as than that which who whose whom this these those it
        its is are was were be been being has have had do does did will would can could may might must shall should
        not no if when while because since until after before during between among into onto over under about around
        more less fewer percent said says told he she they we you i his her their our your also too then there here
        what how why where so such per via vs versus v against out off up down through across both either neither
        each every other another others one two three four five six seven eight nine ten
        january february march april june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday
        died killed injured wounded arrested missing were
    """),
    verbs=r"(?!)",
    looks_like_verb=frozenset(),
    plural=r"[a-z]+[a-rt-z]s|[a-z]+(?:children|people|men|women)",
    possessive=r"['’]s?$",
    predicates=words("""
        is are was were be been has have had will would can could may might must shall should did do does died
        killed injured wounded arrested missing arrived said remain remained left took came went made got received fled
    """),
    befell=words("were was are died survived remain have had"),
    auxiliaries=words("""
        is are was were be been has have had will would can could may might must shall should do does did
    """),
    joins=frozenset({"and", "or", "with"}),
    not_one_before=words("of day another thing side hand way point more time such to who that reason step last final"),
    not_half_before=words("time hour brother sister term way"),
    fold="",
    ranges=frozenset({"to", "-", "–", "—", "through"}),
    either=frozenset({"or"}),
    into=frozenset({"to"}),
    out_of=frozenset({"from"}),
    millions=frozenset({"m"}),
    others=frozenset({"others", "more"}),
    ranges_between={"between": "and"},
    of=frozenset({"of", "out of"}),
    of_bare=frozenset({"of", "out of", "in"}),
    that=frozenset({"that", "and", "but"}),
    of_all=words("the a an total some about around all nearly more than those these its estimated roughly every"),
    among=phrases("of them | of whom | of those | of which | among them"),
    of_those=phrases("of those | of them | among them | of these | of that number | of that total"),
    collectives={},
    changes=words("""
        rise rose rises risen fell fall falls fallen up down increase increased decrease decreased grew grown drop
        dropped climbed gained slipped jumped surged plunged lost gain loss more less higher lower
    """),
    tells=words("""
        spent spend paid pay pays won win lost lose cost costs earned earn sold sell sells bought buy made make makes
        got get took take gave give raised hit hits reached fell had has stood stands stand came went ran run runs put
        set sent send left built brought met saw see sees needs need offers offer totaled totalled worth found shows
        show showed contains weighed weighs measured measures including covering measuring weighing reaching adding
        putting long wide tall high deep thick away apart leaving killing injuring giving making taking paying costing
    """),
    no_verbs=words("loss united armed limited combined wounded injured"),
    said=words("said says say saying told tells according"),
    clauses=words("because after before when while since until although though but if so whereas unless despite"),
    nears=words("with at to by"),
    beside=words("with for"),
    levels=words("level total amount number rate average figure some all mark time year day"),
    in_games=words("in across from over"),
    targets=words("target budget quota total goal"),
    sums=r"\b(?:total )?(?:number|population) of",
    part_of_games=words("points goals wins losses draws victories defeats assists"),
    games=words("games matches appearances starts outings fixtures"),
    until=phrases("as of | as at | by | until | through | till | up to"),
    since=phrases("since | starting | beginning"),
    since_event=frozenset({"after", "following"}),
    starts=words("began begun start started opened reopened resumed erupted reopening resumption outbreak"),
    boilerplate=("read more", "read also", "also read", "see also", "related:", "watch:"),
)
