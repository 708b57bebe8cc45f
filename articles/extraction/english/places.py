"""Countries and regions by their English names; cities mostly bear one name in both languages."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import phrases, words

COUNTRIES: Final = phrases(
    """
    afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas,
    bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, bosnia and herzegovina,
    botswana, brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, cape verde, central
    african republic, chad, chile, china, colombia, comoros, congo, democratic republic of congo, costa rica,
    croatia, cuba, cyprus, czech republic, czechia, denmark, djibouti, dominica, dominican republic, east timor,
    timor-leste, ecuador, egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini, ethiopia,
    fiji, finland, france, gabon, gambia, georgia, germany, ghana, greece, grenada, guatemala, guinea,
    guinea-bissau, guyana, haiti, honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland,
    northern ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kiribati, kosovo,
    kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, macau,
    madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia,
    montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands, the netherlands, new zealand,
    nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palau, palestine, panama, papua
    new guinea, paraguay, peru, philippines, the philippines, poland, portugal, qatar, romania, russia, rwanda,
    saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, solomon islands, somalia,
    south africa, south korea, south sudan, soviet union, spain, sri lanka, sudan, suriname, sweden, switzerland,
    syria, taiwan, tajikistan, tanzania, thailand, togo, tonga, tunisia, turkey, turkmenistan, uganda, ukraine,
    united arab emirates, uae, united kingdom, britain, great britain, u.k., uk, united states, united states of
    america, u.s., us, usa, america, uruguay, uzbekistan, vanuatu, vatican, venezuela, vietnam, wales, yemen,
    zambia, zimbabwe
    """
)
REGIONS: Final = phrases(
    """
    africa, asia, europe, antarctica, southeast asia, south asia, east asia, central asia, latin america, south
    america, north america, central america, middle east, gaza, gaza strip, west bank, golan heights, east java,
    west java, central java, java, sumatra, north sumatra, south sumatra, west sumatra, borneo, east kalimantan,
    west kalimantan, south kalimantan, central kalimantan, north kalimantan, south sulawesi, north sulawesi, central
    sulawesi, west papua, east nusa tenggara, west nusa tenggara, red sea, black sea, south china sea, strait of
    hormuz, persian gulf, indian ocean, pacific ocean, atlantic ocean, mediterranean, crimea, donbas, kashmir,
    rafah, khan younis, khan yunis, alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware,
    florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts,
    michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico,
    north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota,
    tennessee, texas, utah, vermont, virginia, west virginia, wisconsin, wyoming, ontario, quebec, scotland, bavaria
    """
)
PLACE_HEADS: Final = words(
    """
    mount lake river street avenue road island islands airport station county province district bay strait gulf cape
    port
    """
)
# People and things of a country: "Russian President", part of a role and never a name.
DEMONYMS: Final = words(
    """
    afghan african albanian algerian american arab argentine armenian asian australian austrian azerbaijani
    bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian chilean
    chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english
    estonian ethiopian european filipino finnish french georgian german ghanaian greek haitian hungarian indian
    indonesian iranian iraqi irish israeli italian ivorian jamaican japanese javanese jordanian kazakh kenyan korean
    kurdish kuwaiti lao latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian moroccan nepalese
    nicaraguan nigerian norwegian omani pakistani palestinian peruvian polish portuguese qatari romanian russian
    rwandan saudi scottish serbian singaporean slovak slovenian somali spanish sudanese swedish swiss
    syrian taiwanese thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh western
    yemeni zimbabwean
    """
)
