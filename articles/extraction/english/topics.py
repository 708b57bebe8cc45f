"""Topics in English: their names, and what publishers call the sections that they file articles under.

Names of sections are written as `articles.extraction.topics` compares them: small letters, words parted by one space.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# The names of the IPTC Media Topics (CC BY 4.0), but for the two local ones at the end.
LABELS: Final[Mapping[str, str]] = {
    "medtop:01000000": "arts, culture, entertainment and media",
    "medtop:02000000": "crime, law and justice",
    "medtop:03000000": "disaster, accident and emergency incident",
    "medtop:04000000": "economy, business and finance",
    "medtop:05000000": "education",
    "medtop:06000000": "environment",
    "medtop:07000000": "health",
    "medtop:08000000": "human interest",
    "medtop:09000000": "labour",
    "medtop:10000000": "lifestyle and leisure",
    "medtop:11000000": "politics",
    "medtop:12000000": "religion",
    "medtop:13000000": "science and technology",
    "medtop:14000000": "society",
    "medtop:15000000": "sport",
    "medtop:16000000": "conflict, war and peace",
    "medtop:17000000": "weather",
    "medtop:20000056": "armed conflict",
    "medtop:20000093": "corruption",
    "medtop:20000139": "accident and emergency incident",
    "medtop:20000148": "disaster",
    "medtop:20000385": "market and exchange",
    "medtop:20000505": "celebrity",
    "medtop:20000574": "election",
    "medtop:20000638": "international relations",
    "medtop:20000677": "Islam",
    "medtop:20000756": "technology and engineering",
    "medtop:20001065": "soccer",
    "medtop:20001279": "cryptocurrency",
    "local:otomotif": "cars and motorcycles",
    "local:wisata": "travel and tourism",
}

# Code to names of sections, parted by semicolons. "World", "national", "latest" and the like say nothing.
SECTIONS: Final[Mapping[str, str]] = {
    "medtop:01000000": """
        arts; art; culture; entertainment; movie; movies; film; films; music; books; tv; television; theatre;
        theater; arts and culture; culture and arts; media; stage; showbiz; tv and radio; arts and entertainment
    """,
    "medtop:02000000": """
        crime; law; courts; justice; crime and justice; law and justice; crime and courts; crime law
    """,
    "medtop:03000000": "disasters; natural disasters; accidents; disaster",
    "medtop:04000000": """
        business; economy; finance; money; economics; companies; business and finance; business and economy; energy;
        property; real estate; banking; personal finance; industry; trade; fintech; your money; macro;
        infrastructure
    """,
    "medtop:05000000": "education; schools; higher education; universities; campus",
    "medtop:06000000": """
        environment; climate; climate change; nature; climate crisis; climate and environment; wildlife
    """,
    "medtop:07000000": "health; wellness; medicine; healthcare; coronavirus; covid 19; covid; health and wellness",
    "medtop:09000000": "labour; labor; jobs; careers; workplace; employment",
    "medtop:10000000": """
        lifestyle; life and style; life style; food; fashion; beauty; home and garden; food and drink; style;
        recipes; parenting; food and dining
    """,
    "medtop:11000000": "politics; government; policy; uk politics; us politics; congress; parliament",
    "medtop:12000000": "religion; faith; belief; religion and belief",
    "medtop:13000000": "science; science and environment; space; science and technology; sci tech",
    "medtop:14000000": "society",
    "medtop:15000000": """
        sport; sports; tennis; badminton; basketball; nba; motogp; moto gp; formula 1; f1; cricket; golf; boxing;
        mma; rugby; olympics; athletics; cycling; motorsport; nfl; baseball; swimming; volleyball
    """,
    "medtop:17000000": "weather",
    "medtop:20000385": "markets; market; stocks; stock market; investing; commodities; forex",
    "medtop:20000505": "celebrity; celebrities; celeb; celebs; people and celebrities",
    "medtop:20000574": "elections; election; election 2024; election 2026; election 2028",
    "medtop:20000638": "diplomacy; foreign policy; foreign affairs; international relations",
    "medtop:20000677": "islam; muslim",
    "medtop:20000756": """
        technology; tech; techno; gadget; gadgets; cyberlife; security; ai; artificial intelligence; games
    """,
    "medtop:20001065": """
        soccer; football; premier league; champions league; la liga; serie a; bundesliga; world cup
    """,
    "medtop:20001279": "crypto; cryptocurrency; cryptocurrencies; bitcoin; blockchain",
    "local:otomotif": "cars; automotive; motoring; autos; auto; motorcycles",
    "local:wisata": "travel; tourism; travel news; destinations; travel and tourism",
}
