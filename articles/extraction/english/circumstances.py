"""How news in English tells when, where, to whom and by what way something was said."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.circumstance_words import CircumstanceWords

_DAYS: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_PUNCTUATION: Final = r"[;!?\n“”\"()]|\.(?=\s|\Z)"
_TIMES: Final = r"when|while|after|before|during|ahead|amid|as|following|where"
_SAYS: Final = r"(?:said|says|told|added|reported|wrote|warned|announced|stated|confirmed)"
_PAPERS: Final = (
    r"(?:statement|press release|news release|release|letter|memo|message|text message|email|e-mail|post|tweet|thread|"
    r"video|podcast|interview|blog post|report|paper|note|filing|op-ed|column|article|essay|book|memoir|social media|"
    r"twitter|x\b|facebook|instagram|tiktok|youtube|telegram|truth social|linkedin|threads|whatsapp|phone|telephone|"
    r"live stream|livestream|broadcast|recording|court filing|written answer|research note)"
)
_OCCASIONS: Final = (
    r"(?:news conference|press conference|briefing|press briefing|summit|rally|hearing|forum|meeting|conference|event|"
    r"ceremony|speech|address|debate|trial|session|visit|trip|campaign|panel|seminar|workshop|sermon|lecture|"
    r"testimony|protest|march|vigil|launch|opening|dinner|lunch|funeral|inauguration|talks|match|training)"
)

ENGLISH: Final = CircumstanceWords(
    relays=re.compile(
        r"(?<!\w)(?:(?i:as)\s)?(?i:quoted by|cited by|reported by|carried by|published by|broadcast by|citing|quoting|"
        r"as reported in|quoted in)(?=\s)"
    ),
    hearers=re.compile(
        r"(?<!\w)(?i:told|according to|speaking to|spoke to|speaking with|said to|interview with|statement to|"
        r"in comments to|in remarks to|reported|reports|sent to|shared with|seen by|obtained by)(?=\s)"
    ),
    issuers=re.compile(
        r"(?<!\w)(?i:according to|citing|in|per)\s(?:(?:a|an|the|its|their)\s)?(?:\w+\s)?"
        r"(?i:statement|report|data|figures|press release|release|filing|study|survey)\s(?:\w+\s)?(?i:by|from|of)(?=\s)"
    ),
    relay_ends=re.compile(
        rf"{_PUNCTUATION}|,\s+(?=[a-z(0-9]|{_DAYS})|\s(?:on|in|at|that|{_TIMES}|about|who|which|for|from|{_SAYS}|{_DAYS})"
        rf"(?=\s|\Z)"
    ),
    passed_on=re.compile(r"(?<!\w)(?i:quoted by|cited by|reported by|carried by|published by|seen by|obtained by)\b"),
    agency=re.compile(r"\b(?i:news agency|newswire|wire service|state news agency)\b"),
    newsroom=re.compile(
        r"\b(?i:newspaper|daily|magazine|broadcaster|channel|television|radio|network|outlet|website|news)\b|"
        r"\.(?:com|net|org|tv|news|co|id)\b|\b(?:TV|FM|DW|ESPN|RAI|NHK|ZDF|ARD)\b|"
        r"\b(?i:\w+ times|\w+ post|\w+ news|\w+ journal)\b"
    ),
    papers=re.compile(r"\b(?i:statement|official (?:website|site)|press release|filing|data|report)\b"),
    accounts=re.compile(
        r"@\w|\b(?i:account|post|tweet|instagram|twitter|facebook|tiktok|youtube|threads|telegram|truth social|"
        r"social media|podcast)\w*|\bX\b"
    ),
    listeners=re.compile(
        r"(?<!\w)(?:(?i:told)|(?i:said|speaking|spoke|wrote|explained|complained|testified|admitted)\s(?i:to))(?=\s\w)"
    ),
    given=re.compile(r"\b(?i:was|were|been|being|is|are|be|not)\s\Z"),
    listener_ends=re.compile(
        rf"{_PUNCTUATION}|,|\s(?:on|in|at|that|{_TIMES}|about|from|for|by|via|outside|inside|he|she|they|it|his|her|their|"
        rf"to|how|why|not|there|{_DAYS})(?=\s|\Z)"
    ),
    media=re.compile(
        rf"(?<!\w)(?i:in|on|via|by|through|over)\s(?:(?i:a|an|the|his|her|their|its)\s)?"
        rf"(?=(?:(?:written|joint|separate|brief|press|video|recent|lengthy|short|televised|exclusive|official)\s)?"
        rf"(?i:{_PAPERS})\b)"
    ),
    medium_ends=re.compile(
        rf"{_PUNCTUATION}|,|\s(?:on|about|that|{_TIMES}|to|with|from|for|by|posted|published|released|issued|seen|sent|"
        rf"in|at|and|{_DAYS})(?=\s|\Z)"
    ),
    occasions=re.compile(
        rf"(?<!\w)(?:(?i:at|during|after|before|in|ahead of|on the sidelines of)\s"
        rf"(?=(?:(?:a|an|the|his|her|their|its)\s)?(?:[\w-]+\s){{0,3}}?(?i:{_OCCASIONS})\b)|"
        rf"(?i:while|when)\s(?=\w+ing\b)|(?i:speaking|testifying)\s(?=(?i:at|in|from|during|outside)\s)|"
        rf"(?P<place>(?i:in|at|from|outside|inside|near)\s(?:(?i:the)\s)?(?=[A-Z])))"
    ),
    openings=re.compile(
        rf"(?<!\w)(?:(?i:at|during|in|ahead of|on the sidelines of)\s"
        rf"(?=(?:(?:a|an|the|his|her|their|its)\s)?(?:[\w-]+\s){{0,3}}?(?i:{_OCCASIONS})\b)|"
        rf"(?i:speaking|testifying)\s(?=(?:at|in|from|during|outside)\s))"
    ),
    places_after=re.compile(
        r"(?:\b[A-Z][\w.'’-]*|\b(?:he|she|they|said|says|told|added|reporters|journalists|lawmakers|media|press|audience|"
        r"crowd|supporters|spoke|speaking)|[,)\]\d%\"”’])\s\Z"
    ),
    occasion_ends=re.compile(
        rf"{_PUNCTUATION}|\s(?:that|who|which|about|on|to|as|while|when|according|citing|adding|and|"
        rf"{_SAYS}|last|this|yesterday|earlier|{_DAYS})(?=\s|\Z)|,\s+(?=[a-z(0-9]|{_DAYS})"
    ),
    more_said=re.compile(
        r"\s(?:(?:adding|noting|saying|stressing|warning|insisting|explaining|claiming)|and\s(?:added|said|noted|warned)|"
        r"that|because|but|although|though|which|whose)(?=\s)"
    ),
    day_leads=re.compile(r"\b(?i:on)\s\Z"),
    not_said=re.compile(
        r"\b(?i:since|until|till|from|between|by|for|through|starting|effective|due|scheduled for|born|before|after)"
        r"\s(?:(?:on|the)\s){0,2}\(?\Z"
    ),
    subjects=re.compile(r"\s(?:about|regarding|concerning|that|who|which|over|of)\s"),
    earlier=re.compile(r"\A\W*(?i:previously|earlier|separately)\b"),
)
