"""Words of saying of newsrooms that write English."""

from __future__ import annotations

from typing import Final

from articles.extraction.speech_words import SpeechWords, words

# Past and present: "said" of the news, "says" of headlines and interviews.
_SAYING: Final = words("""
    said says say told tells added adds asked asks replied replies answered answers explained explains warned warns
    wrote writes tweeted tweets posted posts quipped quips joked jokes noted notes stressed stresses insisted
    insists argued argues claimed claims declared declares announced announces recalled recalls continued continues
    concluded concludes remarked remarks commented comments countered counters retorted stated states shouted yelled
    cried exclaimed whispered muttered complained complains lamented laments boasted admitted admits acknowledged
    acknowledges conceded concedes observed observes reiterated reiterates urged urges vowed vows pledged pledges
    promised promises predicted predicts suggested suggests mused opined testified testifies recounted recounts
    pleaded begged sighed laughed responded responds elaborated interjected chimed texted
    """)

# Those that tell of a deed as well: "continued to rise", "answered the door".
_ACTS: Final = words("""
    answered answers continued continues concluded concludes shouted yelled cried whispered muttered sighed laughed
    pleaded begged posted posts observed observes promised promises pledged pledges vowed vows urged urges predicted
    predicts suggested suggests responded responds recalled recalls countered counters opined texted tweeted tweets
    wrote writes testifies testified boasted interjected chimed joked jokes
    """)

ENGLISH: Final = SpeechWords(
    inverted=_SAYING - {"told", "tells"},
    verbs=_SAYING - _ACTS
    | words("""
        denied denies confirmed confirms revealed reveals emphasised emphasises emphasized emphasizes asserted
        asserts alleged alleges maintained maintains disclosed discloses contended contends affirmed affirms
        reaffirmed cautioned cautions informed informs mentioned mentions clarified clarifies protested proclaimed
        implied hinted hints signalled signaled underscored underscores underlined underlines argue believe warn
        insist fear contend allege deny maintain
        """),
    weak=words("""
        believes believed thinks thought hopes hoped expects expected estimates estimated called calls accused
        accuses demanded demands described describes criticised criticises criticized criticizes condemned condemns
        praised praises welcomed welcomes blamed blames defended defends dismissed dismisses rejected rejects
        ordered orders instructed recommended recommends proposed proposes agreed agrees threatened threatens feared
        fears felt feels considers considered sees saw forecast forecasts advised advises requested requests
        questioned questions rebuked hailed apologised apologized thanked think hope expect estimate predict
        describe accuse agree
        """),
    acts=_ACTS
    | words("""
        reported reports demanded demands ordered orders called calls agreed agrees threatened threatens proposed
        proposes apologised apologized shared shares
        """),
    passive=frozenset(),
    according=frozenset({"according to", "in the words of", "in the view of", "in the opinion of", "as per"}),
    asides=frozenset(
        f"{joint}{verb}"
        for joint in ("", "and ")
        for verb in ("adding", "noting", "stressing", "warning", "saying", "insisting", "explaining", "claiming")
    )
    | frozenset(f"and {verb}" for verb in ("added", "said", "noted", "stressed", "warned", "insisted")),
    thanks=words("praised praises thanked hailed hails congratulated applauded applauds welcomed welcomes"),
    deniers=words("neither nobody"),
    handing=words("""
        revealed reveals disclosed explained explains described shared outlined recounted announced said told stated
        wrote confirmed clarified
        """),
    nominal=words("details gratitude condolences thanks sympathy apologies congratulations regards names"),
    clitic="",
    lead_ins=words("so thus as then"),
    adverbs=words("""
        also later then earlier previously repeatedly again still only just recently publicly privately once has
        have had himself herself themselves itself simply reportedly already further flatly bluntly firmly jokingly
        quietly angrily calmly immediately initially separately meanwhile subsequently first finally even bitterly
        clearly explicitly consistently frequently often always routinely openly both all
        """),
    finite=words("is are was were has have had will would can could does did"),
    that=words("that whether if how why"),
    about=words("about of on over regarding concerning"),
    unsaid=words("""
        not n't never no to would will could can may might should must if unless without cannot can't won't didn't
        doesn't don't did does do refused declined refuses declines failed wanted want wants be been being was were
        is are before after when while
        """),
    pronouns=words("he she"),
    plural=words("they both"),
    demonstratives=words("the this that these those"),
    described=words("""
        a an one two three four five several some many most others another few various multiple dozens sources
        witnesses officials residents experts critics analysts researchers scientists doctors survivors police
        prosecutors investigators forecasters authorities engineers rescuers economists campaigners organisers
        organizers regulators meteorologists hospitals supporters opponents activists lawyers locals neighbours
        neighbors friends relatives
        """),
    head_last=True,
    joints=words("but while yet whereas"),
    leads=words("""
        in on at during after before when while asked speaking despite although though as if since until with for
        from by following responding citing but and or so yet however meanwhile still because earlier later then
        also instead moreover additionally separately according last to unlike like among under over through via
        without whether
        """),
    heads=words("""
        official officials witness witnesses source sources resident residents spokesman spokeswoman spokesperson
        spokespeople minister ministers president chairman chairwoman chair chief director directors secretary
        governor mayor senator lawmaker lawmakers politician politicians judge judges prosecutor prosecutors lawyer
        lawyers attorney attorneys officer officers police expert experts analyst analysts economist economists
        researcher researchers scientist scientists professor doctor doctors nurse nurses teacher teachers student
        students activist activists protester protesters critic critics survivor survivors victim victims suspect
        defendant passenger passengers driver drivers farmer farmers worker workers employee employees customer
        customers shopper shoppers tourist tourists user users fan fans player players coach manager captain owner
        owners founder executive executives investor investors trader traders author authors writer writers
        journalist journalists reporter reporters editor actor actress singer musician artist engineer pilot
        ambassador diplomat diplomats envoy commander general soldier soldiers neighbour neighbours neighbor
        neighbors man woman boy girl people person men women villager villagers migrant migrants refugee refugees
        member members leader leaders aide aides adviser advisers advisor advisors representative representatives
        negotiator historian psychologist pastor priest bishop imam company firm forecaster forecasters authorities
        engineers rescuer rescuers regulator regulators campaigner campaigners army navy bank court embassy council
        agency hospital service union club airline watchdog commission authority office committee parliament
        operator ministry government department group party
        """),
    offices=words("""
        minister president chairman chairwoman chair chief director secretary governor mayor senator judge
        prosecutor commissioner ambassador envoy commander general captain coach manager boss principal rector dean
        bishop archbishop pope king queen prince princess sultan sheriff premier chancellor speaker treasurer
        spokesman spokeswoman spokesperson ceo
        """),
    shortened=words("mr mrs ms dr prof rev gen lt col sgt capt gov sen rep st hon jr sr"),
    relatives=words("""
        wife husband son daughter father mother brother sister uncle aunt cousin nephew niece grandfather
        grandmother grandson granddaughter friend neighbour neighbor colleague lawyer attorney partner fiance
        fiancee girlfriend boyfriend widow widower family parents teammate spokesman spokeswoman
        """),
    kin=words("mother father wife husband son daughter brother sister aunt uncle grandmother grandfather parents"),
    titles=words("mr mrs ms miss dr prof sir dame lord lady rev rep sen gov sgt lt col gen capt"),
    papers=words("""
        report reports statement statements data survey surveys study studies research document documents letter
        letters filing filings figures statistics memo poll polls analysis complaint indictment lawsuit records
        notice bulletin dossier estimates findings results review audit website forecast forecasts
        """),
    epithets=words("""
        man woman boy girl teenager father mother former star striker forward defender midfielder goalkeeper captain
        actor actress singer rapper musician author director comedian billionaire tycoon businessman businesswoman
        entrepreneur politician lawmaker senator veteran champion winner winger driver player coach manager boss
        republican democrat conservative native pop
        """),
    governs=words("""
        to with about over alongside against for from of at in by through via regarding concerning like unlike
        except including versus than between behind before after under meeting met representing replacing quoting
        citing named
        """),
    by=words("by"),
    relative=words("who that which whose whom"),
    of=words("from of for at with"),
    additions=words("to on in at during before after from via through for with outside inside near"),
    relays=words("quoted cited citing quoting reported according"),
    ends=words("""
        on in at during when while after before as to who which where told adding noting citing according about
        following through via by with amid over earlier later yesterday today tomorrow last this referring speaking
        because but and if since until ahead outside inside near standing sitting from upon
        """),
    days=words("monday tuesday wednesday thursday friday saturday sunday"),
    pointers=frozenset({"read more", "read also", "read next", "see also", "watch", "related"}),
    begins=words("""
        but and or so yet however meanwhile still while although though because as when after before in on at by for
        since until earlier later then also instead moreover additionally separately asked speaking responding
        citing despite during following according if last
        """),
)
