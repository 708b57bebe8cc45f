"""Words of English that tell of a subject, by code of the topic, parted by semicolons: one word or two.

A word may stand under several topics; it then tells less of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# What tells of the topic nearly wherever it stands.
TELLING: Final[Mapping[str, str]] = {
    "medtop:01000000": """
        film; movie; movies; films; actor; actress; singer; concert; musician; filmmaker; box office; novel;
        novelist; theatre; museum; playwright; hollywood; broadway; soundtrack; screenplay; orchestra; rapper;
        netflix; artwork; gallery; grammy; oscars; sitcom
    """,
    "medtop:02000000": """
        suspect; suspects; murder; murdered; detectives; prosecutor; convicted; sentenced; robbery; stabbed;
        stabbing; homicide; fraud; lawsuit; supreme court; manslaughter; indicted; indictment; defendant;
        kidnapping; burglary; plaintiff; felony; pleaded
    """,
    "medtop:04000000": """
        economy; inflation; interest rates; central bank; gdp; earnings; profits; shareholders; retailers;
        economists; federal reserve; recession; economic growth; bankruptcy; oil prices; fiscal
    """,
    "medtop:05000000": """
        teachers; classroom; curriculum; pupils; tuition; education; graduates; campus; headteacher; scholarship;
        kindergarten
    """,
    "medtop:06000000": """
        climate change; emissions; biodiversity; deforestation; ecosystem; greenhouse; endangered; fossil fuels;
        rainforest; plastic waste; coral
    """,
    "medtop:07000000": """
        patients; doctors; vaccine; vaccines; cancer; clinical; diabetes; surgery; infection; outbreak; nurses;
        epidemic; obesity; mental health; nhs
    """,
    "medtop:09000000": "unions; layoffs; minimum wage; unemployment; walkout; laid off; picket",
    "medtop:11000000": """
        parliament; lawmakers; senate; prime minister; lawmaker; republicans; democrats; white house; lib dems;
        labour party; tory
    """,
    "medtop:12000000": """
        pope; bishop; priest; cathedral; vatican; christians; hindu; buddhist; synagogue; pastor; catholic;
        congregation; archbishop; rabbi
    """,
    "medtop:13000000": """
        nasa; telescope; physics; spacecraft; astronomers; genome; asteroid; astronauts; study published;
        biologists; galaxy
    """,
    "medtop:15000000": """
        tennis; basketball; olympic; olympics; rugby; cricket; grand prix; grand slam; badminton; nba; nfl;
        playoffs; quarterback; semi final
    """,
    "medtop:17000000": """
        forecasters; thunderstorms; heatwave; snowfall; meteorological; gusts; met office; humidity; weather service
    """,
    "medtop:20000056": """
        airstrike; airstrikes; ceasefire; shelling; battlefield; frontline; invasion; gaza; hamas; hezbollah;
        artillery; idf; kyiv; bombardment
    """,
    "medtop:20000139": """
        crashed; collision; derailed; capsized; firefighters; blaze; collided; wreckage; plane crash; drowned
    """,
    "medtop:20000148": """
        earthquake; flood; floods; flooding; hurricane; typhoon; tsunami; landslide; volcano; aftershocks; cyclone;
        wildfire; wildfires; landslides; epicentre; epicenter
    """,
    "medtop:20000385": """
        stocks; nasdaq; dow jones; wall street; ftse; stock market; traders; s p; sell off; equities; treasury
        yields; bullish; hedge fund
    """,
    "medtop:20000574": "election; elections; voters; ballot; turnout; electoral; ballots; swing states",
    "medtop:20000638": """
        diplomats; diplomatic; foreign minister; ambassador; bilateral; embassy; foreign ministry; diplomacy; g20;
        state visit
    """,
    "medtop:20000677": "mosque; muslims; ramadan; quran; hajj; eid; prophet muhammad; umrah",
    "medtop:20000756": """
        smartphone; iphone; android; artificial intelligence; chatbot; microsoft; semiconductor; nvidia; openai;
        chatgpt; cybersecurity; hackers; data centers; gadget; laptop
    """,
    "medtop:20001065": """
        striker; midfielder; goalkeeper; premier league; champions league; manchester united; fifa; uefa; la liga;
        offside; soccer; fa cup; equaliser; real madrid
    """,
    "medtop:20001279": "bitcoin; ethereum; blockchain; cryptocurrency; stablecoin; binance; coinbase; btc; altcoin",
    "local:otomotif": """
        suv; electric vehicle; sedan; motorcycle; horsepower; hybrid; hatchback; carmaker; automaker; mpv; torque;
        byd; hyundai; dealership
    """,
    "local:wisata": """
        tourists; tourism; travellers; travelers; itinerary; sightseeing; holidaymakers; cruise; backpackers
    """,
}

# What only adds to others, for it stands in texts on other subjects too.
ADDING: Final[Mapping[str, str]] = {
    "medtop:01000000": "song; songs; exhibition; sequel; band; album; painting; trailer",
    "medtop:02000000": "police; charged; trial; jury; detained; shooting; arrested; trafficking; prosecutors",
    "medtop:04000000": """
        company; imports; exports; retail; ceo; acquisition; merger; quarterly; tariffs; investors; revenue;
        manufacturing
    """,
    "medtop:05000000": "school; schools; college; university; exam; exams; students",
    "medtop:06000000": "carbon; environmental; habitat; conservation; pollution; wildlife",
    "medtop:07000000": "health; treatment; medical; disease; symptoms; virus; hospital",
    "medtop:09000000": "union; strike; workers; employees; wages",
    "medtop:11000000": """
        president; minister; governor; cabinet; congress; coalition; opposition; senator; legislation; mps
    """,
    "medtop:12000000": "temple; worship; pilgrimage; church",
    "medtop:13000000": "species; laboratory; orbit; rocket; researchers; scientists; fossil",
    "medtop:15000000": "coach; tournament; championship; medal; marathon; boxing; golf; athlete; athletes",
    "medtop:17000000": "forecast; temperatures; weather; showers; rainfall; heavy rain",
    "medtop:20000056": "military; troops; offensive; soldiers; rebels; militants; drones; missile; missiles",
    "medtop:20000139": "crews; injured; explosion; runway; lorry; rescuers; crash",
    "medtop:20000148": "magnitude; evacuated; rescuers; death toll; eruption",
    "medtop:20000385": "index; futures; rally; shares; bonds; yields",
    "medtop:20000574": "vote; votes; campaign; primary; candidate; candidates; polls; runoff; polling",
    "medtop:20000638": "summit; sanctions; treaty; united nations; nato; security council; kremlin",
    "medtop:20000677": "halal; imam; islamic",
    "medtop:20000756": "app; apple; chips; startup; processor; google; software",
    "medtop:20001065": "manager; goals; penalty; defender; arsenal; liverpool; chelsea; world cup",
    "medtop:20001279": "token; crypto",
    "local:otomotif": "car; cars; vehicle; engine; ev; honda; toyota; tesla",
    "local:wisata": "beach; visa; hotel; hotels; passport; airline; resort; destination; destinations",
}
