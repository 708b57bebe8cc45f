"""Small words that tell a name from other words in English."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

# Before a colon and the name of one who made the article.
NEWSROOM: Final = words("editor reporter writer photo photographer reporting editing by")
# What scrapes print behind a name without a space.
GLUED: Final = r"(?:said|told|added|says)"
GLUED_SURELY: Final[frozenset[str]] = frozenset()
TITLES: Final = words(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother pope king queen
    prince princess duke duchess hon sgt sergeant cpl corporal pvt private lt lieutenant capt captain maj major col
    colonel gen general brig brigadier adm admiral cmdr commander sen senator rep representative gov governor pres
    president justice judge rabbi imam sheikh ayatollah archbishop bishop cardinal st detective inspector
    superintendent constable officer coach late
    """
)
RANKS: Final = TITLES - frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lord", "lady", "st", "hon", "late"]
)
DEGREES: Final = words("phd md jd esq mba msc bsc ma ba llm llb dds rn jr sr ii iii iv qc kc mp obe cbe")
SAID_BY: Final = words("said says added told asked replied wrote noted explained insisted argued warned according")
ACTS: Final = words(
    """
    said says added told asked replied wrote noted explained insisted argued warned announced claimed stated
    confirmed denied acknowledged admitted declared stressed suggested urged called vowed pledged recalled testified
    tweeted posted reported believes thinks hopes expects wants has had was is will would did does could can joined
    died resigned arrived met visited won lost scored signed spoke
    """
)
ADVERBS: Final = words("also then later once again never now still reportedly")
BEFORE_PEOPLE: Final = words("by with named to and told between against including like")
BEFORE_THINGS: Final = words(
    "film movie album song novel book game ship vessel stadium platform app model feature brand company firm"
)
SHORTENED: Final = words("dr prof")
BEFORE_PLACES: Final = words("in at from to near across outside around into toward towards throughout")
INITIALS_AFTER: Final = words("named identified")
ALIAS: Final = words("aka alias nicknamed")
CALLED_BY: Final = words("as")
BEFORE_CALLED: Final = words("also better known")
KNOWN_AS: Final[frozenset[str]] = frozenset()
KNOWN_FROM: Final[frozenset[str]] = frozenset()
WITHIN_NAMES: Final = words("bin binti bint ibn al el van von der den de da dos du la del ter ten ul ur")
OF_OFFICES: Final = words("of for from at to")
WITHIN_BODIES: Final = words("and & of for")
CALENDAR: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec easter christmas ramadan
    eid
    """
)
THINGS: Final = words(
    """
    act bill law article section chapter amendment day year world war operation conference congress summit treaty
    accord protocol olympics olympic cup league championship tournament open grand prix formula super bowl oscar
    nobel grammy emmy award awards festival album song film series season episode bible quran windows android iphone
    covid covid-19 hurricane storm typhoon boeing airbus flight interstate highway route
    """
)
PLAIN: Final = words(
    """
    a about above according across actually after afterwards again against all almost along already also although
    always among an and another any anyone anything are around as asked at away back be because been before behind
    being below besides best better between both but by can cannot could dear despite did do does doing done down
    during each earlier early either else enough even eventually ever every everyone everything except few finally
    first five following for former four from further get gets given go going good got had has have having he hence
    her here hers herself him himself his how however i if image images in indeed instead into is it its itself just
    last lately later least less let like likely little long made make makes many may maybe me meanwhile might mine
    more moreover most mostly much must my near nearly neither never nevertheless new news next nine no nobody none
    nor not nothing now of off officials often oh ok on once one only onto or other others otherwise our ours out
    outside over own part people perhaps photo police please previously probably put quite rather read really recent
    recently said same say says second see seen seven several shall she should show since six so some somebody
    someone something sometimes soon still such sure take ten than thank thanks that the their theirs them then
    there therefore these they thing things think third this those though thousands three through throughout thus to
    today together tomorrow too toward towards twice two under unless unlike until up upon us used very via want was
    we well were what whatever when whenever where whereas whether which while who whoever whole whom whose why will
    with within without would yes yesterday yet you young your yours government authorities company companies
    country countries city state states nation world international national local public private president minister
    senator judge officer spokesman spokeswoman spokesperson residents witnesses experts scientists researchers
    analysts critics supporters lawmakers prosecutors investigators doctors students teachers workers families
    children women men english french german spanish italian chinese japanese russian american british indonesian
    muslim muslims christian christians catholic jewish republican republicans democrat democrats democratic
    """
)
DERIVED: Final = r"[a-z]{3,14}(?:tion|tions|ment|ments|ness|ship|ology|ism|ing|ings|ity|ities|ally|edly)"
ARTICLES: Final = words("the a an its their his her our")
