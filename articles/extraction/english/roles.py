"""Offices, professions and what people are called by in English."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

OFFICES: Final = words(
    """
    president vice-president minister premier chancellor secretary undersecretary governor mayor senator congressman
    congresswoman representative lawmaker legislator deputy ambassador envoy consul diplomat spokesman spokeswoman
    spokesperson chairman chairwoman chairperson chair chief ceo cfo coo cto director director-general
    president-elect head leader commander commissioner inspector superintendent sheriff marshal general colonel
    admiral judge justice prosecutor attorney lawyer counsel solicitor barrister professor lecturer researcher
    scientist economist analyst expert historian biologist physicist psychologist doctor surgeon nurse physician
    epidemiologist teacher principal dean rector founder co-founder owner entrepreneur investor manager executive
    adviser advisor aide assistant coordinator officer official journalist reporter editor correspondent columnist
    author writer poet novelist actor actress singer musician rapper comedian filmmaker producer designer artist
    painter photographer chef coach captain striker midfielder defender goalkeeper forward winger footballer athlete
    boxer driver referee activist campaigner politician candidate nominee bishop archbishop cardinal pope rabbi imam
    pastor priest king queen prince princess emir sultan sheikh ayatollah treasurer speaker whip councillor
    councilor councilman councilwoman regent detective sergeant lieutenant constable
    """
)
DESCRIPTIONS: Final = words(
    """
    resident witness victim suspect defendant survivor husband wife son daughter father mother brother sister uncle
    aunt grandfather grandmother grandson granddaughter cousin nephew niece friend neighbour neighbor colleague
    boyfriend girlfriend partner spouse farmer fisherman student graduate retiree shopkeeper trader worker employee
    member passenger pilot patient tourist veteran soldier former ex-wife ex-husband man woman boy girl fan
    supporter voter
    """
)
KIN: Final = words(
    """
    husband wife son daughter father mother brother sister uncle aunt grandfather grandmother grandson granddaughter
    cousin nephew niece friend neighbour neighbor colleague boyfriend girlfriend partner spouse ex-wife ex-husband
    """
)
NAMING: Final[frozenset[str]] = frozenset()
BYSTANDERS: Final = words("resident witness man woman boy girl fan supporter voter passenger former member")
DETAILS: Final = words(
    """
    prime foreign defense defence interior finance health education justice trade energy agriculture transport labor
    labour home deputy vice chief senior assistant executive managing general acting associate attorney state
    national federal security affairs press treasury commerce homeland environment environmental science technology
    communications communication housing urban development veterans human services rights police fire district
    supreme high court county city regional global international public relations policy operating financial
    marketing research medical crown first lady military army navy air force intelligence ministry department agency
    bureau office commission committee council university college party opposition majority minority house senate
    parliament government political cabinet economic social rural planning head former then interim co white
      of
    """
)
GOVERNING: Final[frozenset[str]] = frozenset()  # in English the place comes before
HEADS_LAST: Final[frozenset[str]] = frozenset()  # the whole office is read from its first word
BETWEEN: Final = words("elect designate")
ACTING_AS: Final = words("as")
PAIRS: Final[frozenset[str]] = frozenset({"prime minister", "attorney general"})
