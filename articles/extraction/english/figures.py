"""Words around figures in English news."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_words import FigureWords

_ABOUT: Final = (
    *("about", "around", "roughly", "approximately", "some", "an estimated", "estimated", "circa", "close to"),
    *("in the region of", "more or less"),
)
_AT_LEAST: Final = (
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "a minimum of",
    "minimum",
    "as few as",
)
_AT_MOST: Final = (
    *("at most", "up to", "as many as", "as much as", "no more than", "not more than", "a maximum of", "maximum"),
    *("capped at",),
)
_NEARLY: Final = ("nearly", "almost", "just under", "less than", "fewer than", "under", "below", "just short of")
_MORE_THAN: Final = ("more than", "over", "above", "in excess of", "upwards of", "well over", "just over", "exceeding")
_PLAIN: Final = (
    *("a total of", "total", "only", "just", "an average of", "on average", "average", "exactly", "another", "all"),
    *("worth", "totaling", "totalling", "reached", "reaching", "between", "from", "valued at", "a further"),
)

_UNITS: Final = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "pct": "%",
    "percentage points": "percentage points",
    "percentage point": "percentage points",
    "basis points": "basis points",
    "basis point": "basis points",
    "bps": "basis points",
    "square kilometers": "square kilometres",
    "square kilometres": "square kilometres",
    "square miles": "square miles",
    "square meters": "square metres",
    "square metres": "square metres",
    "square feet": "square feet",
    "cubic meters": "cubic metres",
    "cubic metres": "cubic metres",
    "kilometers per hour": "km/h",
    "kilometres per hour": "km/h",
    "km/h": "km/h",
    "kph": "km/h",
    "mph": "mph",
    "miles per hour": "mph",
    "kilometers": "kilometres",
    "kilometres": "kilometres",
    "kilometer": "kilometres",
    "kilometre": "kilometres",
    "km": "km",
    "meters": "metres",
    "metres": "metres",
    "meter": "metres",
    "metre": "metres",
    "m": "metres",
    "centimeters": "centimetres",
    "centimetres": "centimetres",
    "cm": "cm",
    "millimeters": "millimetres",
    "millimetres": "millimetres",
    "mm": "mm",
    "miles": "miles",
    "mile": "miles",
    "nautical miles": "nautical miles",
    "feet": "feet",
    "foot": "feet",
    "ft": "feet",
    "inches": "inches",
    "inch": "inches",
    "yards": "yards",
    "kilograms": "kilograms",
    "kilogram": "kilograms",
    "kilos": "kilograms",
    "kg": "kg",
    "grams": "grams",
    "g": "grams",
    "mg": "mg",
    "pounds": "pounds",
    "lbs": "pounds",
    "ounces": "ounces",
    "tons": "tons",
    "ton": "tons",
    "tonnes": "tonnes",
    "tonne": "tonnes",
    "metric tons": "tonnes",
    "hectares": "hectares",
    "hectare": "hectares",
    "ha": "hectares",
    "acres": "acres",
    "acre": "acres",
    "liters": "litres",
    "litres": "litres",
    "ml": "ml",
    "gallons": "gallons",
    "barrels": "barrels",
    "gigawatts": "gigawatts",
    "gw": "gigawatts",
    "megawatts": "megawatts",
    "mw": "megawatts",
    "kilowatts": "kilowatts",
    "kw": "kilowatts",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "twh": "TWh",
    "degrees celsius": "°C",
    "degrees fahrenheit": "°F",
    "°c": "°C",
    "°f": "°F",
    "degrees": "degrees",
    "gb": "GB",
    "tb": "TB",
    "mb": "MB",
    "hz": "Hz",
    "mhz": "MHz",
    "ghz": "GHz",
    "knots": "knots",
}
_MONEY: Final = {
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "australian dollars": "AUD",
    "singapore dollars": "SGD",
    "dollars": "USD",
    "dollar": "USD",
    "cents": "US cents",
    "usd": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "baht": "THB",
    "won": "KRW",
    "pesos": "PHP",
    "rupees": "INR",
    "rubles": "RUB",
    "roubles": "RUB",
    "swiss francs": "CHF",
}
_PEOPLE: Final = frozenset(
    """
    people person persons men man women woman children child kids boys girls residents citizens civilians soldiers
    troops officers police workers employees staff students pupils teachers doctors nurses patients victims suspects
    defendants witnesses experts inmates prisoners hostages refugees migrants passengers crew members drivers riders
    voters candidates lawmakers senators ministers officials journalists reporters protesters demonstrators activists
    farmers fishermen players athletes fans spectators tourists visitors guests volunteers firefighters rescuers
    adults teenagers teens infants babies families relatives survivors respondents users customers subscribers
    followers nationals immigrants asylum seekers fighters militants gunmen rebels personnel scientists researchers
    americans britons russians palestinians israelis ukrainians indonesians australians chinese households bodies
    members applicants graduates investors traders shareholders veterans pilots sailors marines peacekeepers monks
    """.split()
)

WORDS: Final = FigureWords(
    qualifiers=dict.fromkeys(_PLAIN)
    | dict.fromkeys(_ABOUT, "about")
    | dict.fromkeys(_AT_LEAST, "at_least")
    | dict.fromkeys(_AT_MOST, "at_most")
    | dict.fromkeys(_NEARLY, "nearly")
    | dict.fromkeys(_MORE_THAN, "more_than"),
    after={"or more": "at_least", "or so": "about", "or less": "at_most", "or fewer": "at_most", "plus": "at_least"},
    units=_UNITS,
    durations=frozenset(
        """
        years year months month days day hours hour minutes minute seconds second weeks week decades decade centuries
        nights night quarters
        """.split()
    ),
    times=frozenset({"times", "fold"}),
    money=_MONEY,
    scale_letters={"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12},
    per=frozenset({"per", "a", "an", "each", "every"}),
    not_after=frozenset(
        """
        no number article section chapter page line route highway flight channel apollo boeing airbus grade class
        phase round week day year level tier type model version psalm verse episode season volume vol part act title
        division group gate room floor floors ward district precinct block square room pier terminal track lane
        ranked age aged nos rule amendment resolution
        """.split()
    ),
    not_before=frozenset("am pm gmt utc est edt cet bst th st rd nd street avenue road".split()),
    ages=frozenset("aged age ages turned turning".split()),
    ago=frozenset({"ago", "earlier", "later", "before", "old", "after"}),
    people=_PEOPLE,
    classifiers=frozenset({"people", "persons", "units", "pieces"}),
    compounds=frozenset({"family members", "crew members", "asylum seekers", "police officers", "aid workers"}),
    no_nouns=frozenset(
        """
        and or but nor the a an of to in on at by for from with as than that which who whose whom this these those it
        its is are was were be been being has have had do does did will would can could may might must shall should
        not no if when while because since until after before during between among into onto over under about around
        more less fewer percent said says told he she they we you i his her their our your also too then there here
        what how why where so such per via vs versus v against out off up down through across both either neither
        each every other another others one two three four five six seven eight nine ten
        january february march april june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday
        """.split()
    ),
    verbs=r"(?!)",
    looks_like_verb=frozenset(),
    predicates=frozenset(
        """
        is are was were be been has have had will would can could may might must shall should did do does died
        arrived said remain remained left took came went made got received fled
        """.split()
    ),
    one=frozenset({"one", "a", "an"}),
    not_one_before=frozenset(
        "of day another thing side hand way point more time person man woman such to who that reason step".split()
    ),
    ranges=frozenset({"to", "-", "–", "—", "through"}),
    between={"between": "and", "from": "to"},
    of=frozenset({"of", "out of", "in", "from"}),
    of_all=frozenset("the a an total some about around all nearly more than those these its estimated roughly".split()),
    among=("of them", "of whom", "of those", "of which", "among them"),
    of_those=("of those", "of them", "among them", "of these", "of that number"),
    changes=frozenset(
        """
        rise rose rises risen fell fall falls fallen up down increase increased decrease decreased grew grown drop
        dropped climbed gained slipped jumped surged plunged lost gain loss more less higher lower from to
        """.split()
    ),
    part_of_game=frozenset("points goals wins losses draws victories defeats appearances".split()),
    games=frozenset("games matches appearances starts outings fixtures".split()),
    until=("as of", "as at", "by", "until", "through", "till", "to"),
    since=("since", "from", "beginning", "starting"),
    starts=frozenset("began begun start started opened reopened resumed erupted".split()),
    after_event=frozenset({"since", "after"}),
    boilerplate=("read more", "read also", "also read", "see also", "related:", "watch:"),
)
