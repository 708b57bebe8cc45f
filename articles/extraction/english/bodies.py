"""Bodies in the English press."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import phrases, words

# Words that close the name of a body ("Health Ministry") or open it ("Ministry of Health").
GOVERNMENT_HEADS: Final = words(
    """
    ministry department agency bureau commission committee council court parliament senate congress cabinet
    administration authority embassy consulate directorate inspectorate police army navy guard secretariat treasury
    legislature tribunal government
    """
)
ORGANISATION_HEADS: Final = words(
    """
    university college institute institution school academy hospital clinic foundation association society union
    federation league confederation organisation organization party movement front company corporation corp inc ltd
    llc plc co group holdings bank airlines airways club fund trust centre center alliance coalition
    network forum church brigade brigades militia museum tbk fc united tv grup watch laboratory laboratories studios
    times journal tribune herald gazette magazine chronicle telegraph insider bulletin newspaper
    pictures records motors technologies systems partners capital securities sekuritas entertainment
    """
)
GOVERNMENT: Final = words(
    """
    kremlin pentagon cia fbi nsa irs fda cdc epa fema nasa mi5 mi6 nhs fsb gru idf knesset duma bundestag sec doj
    """
)
GOVERNMENT_PHRASES: Final = phrases(
    """
    white house, downing street, capitol hill, state department, supreme court, european union, european commission,
    european parliament, federal reserve, scotland yard, home office, foreign office, house of representatives,
    house of commons, house of lords, u.s. congress, security council, u.n. security council
    """
)
ORGANISATIONS: Final = words(
    """
    un u.n unesco unicef unrwa unhcr who imf opec nato asean apec eu e.u fifa uefa ioc hamas hezbollah houthis
    taliban isis fatah al-qaeda interpol icc icj iaea wto oecd greenpeace
    """
)
ORGANISATION_PHRASES: Final = phrases(
    """
    united nations, world bank, world health organization, red cross, red crescent, human rights watch, amnesty
    international, islamic state, al qaeda, republican party, democratic party, labour party, conservative party,
    oxfam, save the children, doctors without borders
    """
)
GROUPS: Final = words("hamas hezbollah houthis taliban isis fatah al-qaeda")
AGENCY_PHRASES: Final = ("associated press", "the associated press", "agence france-presse", "press association")
PUBLISHER_PHRASES: Final = ()
THINGS: Final = words(
    """
    gdp ceo cfo coo tv us uk u.s u.k usa gmt est edt pst am pm a.m p.m ai it id ok dna hiv aids covid suv pc vip mp
    mps
    """
)
