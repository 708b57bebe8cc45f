"""Countries, provinces, regencies and cities by their Indonesian names."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import phrases, words

COUNTRIES: Final = phrases(
    """
    afganistan, afghanistan, afrika selatan, albania, aljazair, amerika serikat, amerika, as, andorra, angola, arab
    saudi, argentina, armenia, australia, austria, azerbaijan, bahama, bahrain, bangladesh, belanda, belarus,
    belarusia, belgia, belize, benin, bhutan, bolivia, bosnia, bosnia dan herzegovina, bosnia-herzegovina, botswana,
    brasil, brazil, britania raya, brunei, brunei darussalam, bulgaria, burkina faso, burundi, ceko, republik ceko,
    chad, chile, chili, china, cina, tiongkok, republik rakyat tiongkok, denmark, djibouti, dominika, republik
    dominika, ekuador, el salvador, yugoslavia, cekoslovakia, eritrea, estonia, eswatini, ethiopia, etiopia, fiji,
    filipina, finlandia, gabon,
    gambia, georgia, ghana, grenada, guatemala, guinea, guyana, haiti, honduras, hongaria, hungaria, india,
    indonesia, republik indonesia, ri, inggris, inggris raya, irak, iran, irlandia, irlandia utara, islandia, israel,
    italia, jamaika, jepang, jerman, jerman barat, jerman timur, kamboja, kamerun, kanada, kazakhstan, kazakstan,
    kenya, kirgizstan, kolombia, kongo, republik demokratik kongo, korea selatan, korsel, korea utara, korut,
    kosovo, kosta rika, kroasia, kuba, kuwait, laos, latvia, lebanon, lesotho, liberia, libia, libya, liechtenstein,
    lituania, luksemburg, madagaskar, makedonia, makedonia utara, maladewa, malawi, malaysia, mali, malta, maroko,
    mauritania, mauritius, meksiko, mesir, moldova, monako, mongolia, montenegro, mozambik, myanmar, namibia, nauru,
    nepal, niger, nigeria, nikaragua, norwegia, oman, pakistan, palau, palestina, panama, pantai gading, papua
    nugini, papua new guinea, paraguay, perancis, prancis, peru, polandia, portugal, qatar, rumania, rusia, rwanda,
    samoa, san marino, selandia baru, senegal, serbia, seychelles, sierra leone, singapura, siprus, skotlandia,
    slovakia, slovenia, somalia, spanyol, sri lanka, sudan, sudan selatan, suriah, suriname, swedia, swiss, taiwan,
    tajikistan, tanzania, thailand, timor leste, timor-leste, togo, tonga, trinidad dan tobago, tunisia, turki,
    turkiye, turkmenistan, tuvalu, uganda, ukraina, uni emirat arab, uea, uni soviet, uruguay, uzbekistan, vanuatu,
    vatikan, venezuela, vietnam, wales, yaman, yordania, jordania, jordan, yunani, zambia, zimbabwe,
      hong kong, hongkong, makau
    """
)
# A country's name that also opens the name of something else must not be cut there: "Korea", "Afrika" alone are places.
REGIONS: Final = phrases(
    """
    asia, asia tenggara, asia timur, asia selatan, asia tengah, asia barat, asia pasifik, eropa, eropa timur, eropa
    barat, afrika, afrika utara, afrika barat, afrika timur, amerika latin, amerika selatan, amerika utara, amerika
    tengah, timur tengah, teluk persia, skandinavia, balkan, baltik, kaukasus, korea, semenanjung korea, laut china
    selatan, laut merah, laut hitam, laut mediterania, samudra hindia, samudera hindia, samudra pasifik, samudera
    pasifik, selat hormuz, selat malaka, selat sunda, selat bali, terusan suez, terusan panama, gaza, jalur gaza,
    tepi barat, rafah, khan younis, dataran tinggi golan, golan, sinai, krimea, donbas, donetsk, luhansk, kashmir,
    xinjiang, tibet, siberia, chechnya, kurdistan, rakhine, mindanao, sabah, sarawak, johor, penang, kelantan,
    selangor, bavaria, california, florida, texas, alaska, hawaii, new jersey, ohio, michigan, pennsylvania,
    virginia, nevada, arizona, illinois, queensland, victoria, new south wales, antartika, arktik, greenland,
    nusantara, jabodetabek, jabotabek, bodetabek, pantura, solo raya, bandung raya, malang raya, jakarta raya,
    mamminasata, indonesia timur, indonesia barat, indonesia tengah, tapal kuda, madura, jawa, sumatera, sumatra,
    kalimantan, sulawesi, papua, maluku, nusa tenggara, flores, sumba, timor, lombok, sumbawa, nias, mentawai,
    natuna, bangka, belitung, batam, bintan, halmahera, seram, buru, raja ampat, kepulauan seribu, labuan bajo,
    danau toba, borobudur, bromo, puncak, senayan, monas, nusakambangan, tanah abang, kuta, ubud, canggu, sanur,
    seminyak, nusa dua, uluwatu, malioboro, makkah, mekah, mekkah, madinah, mina, arafah, muzdalifah, jeddah
    """
)
PROVINCES: Final = phrases(
    """
    aceh, sumatera utara, sumatra utara, sumut, sumatera barat, sumatra barat, sumbar, riau, kepulauan riau, kepri,
    jambi, sumatera selatan, sumatra selatan, sumsel, bengkulu, lampung, bangka belitung, kepulauan bangka belitung,
    babel, dki jakarta, dki, daerah khusus jakarta, jawa barat, jabar, banten, jawa tengah, jateng, daerah istimewa
    yogyakarta, di yogyakarta, diy, jawa timur, jatim, bali, nusa tenggara barat, ntb, nusa tenggara timur, ntt,
    kalimantan barat, kalbar, kalimantan tengah, kalteng, kalimantan selatan, kalsel, kalimantan timur, kaltim,
    kalimantan utara, kaltara, sulawesi utara, sulut, gorontalo, sulawesi tengah, sulteng, sulawesi barat, sulbar,
    sulawesi selatan, sulsel, sulawesi tenggara, sultra, maluku utara, malut, papua barat, papua barat daya, papua
    tengah, papua pegunungan, papua selatan, irian jaya
    """
)
CITIES: Final = phrases(
    """
    jakarta, jakbar, jaksel, jaktim, jakut, jakpus, bandung, bogor, depok, bekasi, tangerang, tangsel, cilegon,
    serang, cirebon, sukabumi, cimahi, tasikmalaya, banjar, semarang, surakarta, solo, salatiga, magelang,
    pekalongan, tegal, yogyakarta, yogya, jogja, jogjakarta, surabaya, malang, kediri, blitar, madiun, mojokerto,
    pasuruan, probolinggo, batu, denpasar, mataram, bima, kupang, pontianak, singkawang, palangkaraya, banjarmasin,
    banjarbaru, samarinda, balikpapan, bontang, tarakan, manado, bitung, tomohon, kotamobagu, palu, makassar,
    parepare, palopo, kendari, baubau, ambon, tual, ternate, tidore, jayapura, sorong, manokwari, merauke, timika,
    mimika, wamena, nabire, biak, medan, binjai, tebingtinggi, pematangsiantar, siantar, tanjungbalai, sibolga,
    padangsidimpuan, gunungsitoli, padang, bukittinggi, payakumbuh, pariaman, solok, sawahlunto, pekanbaru, dumai,
    tanjungpinang, palembang, prabumulih, lubuklinggau, pagaralam, metro, pangkalpinang, sabang, langsa,
    lhokseumawe, subulussalam, meulaboh, pandeglang, lebak, cianjur, garut, ciamis, kuningan, majalengka, sumedang,
    indramayu, subang, purwakarta, karawang, pangandaran, cilacap, banyumas, purwokerto, purbalingga, banjarnegara,
    kebumen, purworejo, wonosobo, boyolali, klaten, sukoharjo, wonogiri, karanganyar, sragen, grobogan, blora,
    rembang, pati, kudus, jepara, demak, temanggung, kendal, batang, pemalang, brebes, kulonprogo, bantul,
    gunungkidul, sleman, wates, pacitan, ponorogo, trenggalek, tulungagung, lumajang, jember, banyuwangi, bondowoso,
    situbondo, sidoarjo, jombang, nganjuk, magetan, ngawi, bojonegoro, tuban, lamongan, gresik, bangkalan, sampang,
    pamekasan, sumenep, jembrana, tabanan, badung, gianyar, klungkung, bangli, karangasem, buleleng, singaraja,
    dompu, ende, maumere, sikka, manggarai, ruteng, ngada, alor, belu, atambua, lembata, rote, sabu, sambas,
    mempawah, sanggau, ketapang, sintang, bengkayang, landak, melawi, kotawaringin, sampit, kapuas, barito,
    kotabaru, tanahlaut, tabalong, balangan, kutai, berau, paser, penajam, nunukan, malinau, bulungan, minahasa,
    bolaang, sangihe, talaud, poso, donggala, toli-toli, tolitoli, buol, morowali, banggai, luwuk, sigi, parigi,
    mamuju, majene, polewali, mandar, mamasa, maros, pangkep, barru, bone, soppeng, wajo, sinjai, bulukumba,
    bantaeng, jeneponto, takalar, gowa, selayar, enrekang, toraja, luwu, konawe, kolaka, buton, muna,
    wakatobi, bombana, limboto, boalemo, pohuwato, tobelo, fakfak, kaimana, tambrauw, maybrat, asmat, mappi,
    yahukimo, nduga, paniai, deiyai, dogiyai, tolikara, lanny, keerom, sarmi, waropen,
    yapen, supiori, deli, deliserdang, langkat, karo, dairi, simalungun, asahan, labuhanbatu, tapanuli, samosir,
    toba, humbang, mandailing, tapsel, tapteng, taput, pasaman, agam, limapuluh, tanahdatar, dharmasraya,
      bengkalis, siak, pelalawan, kampar, rokan, inhil, inhu, kuansing, meranti, karimun, lingga,
    anambas, batanghari, muarojambi, bungo, tebo, merangin, sarolangun, kerinci, tanjabbar, tanjabtim, ogan,
    komering, lahat, muaraenim, musi, banyuasin, muba, muratara, kaur, seluma, mukomuko,
      lebong, kepahiang, lampung, tanggamus, pringsewu, pesawaran, tulangbawang, mesuji, waykanan,
    pesibar, lamtim, lamsel, belitong, pidie, bireuen, gayo, takengon, simeulue, nagan,
    tamiang, cikarang, cibinong, ciputat, serpong, bintaro, cibubur, cikampek, lembang, cileunyi, jatinangor,
    soreang, parung, ciawi, cisarua, cengkareng, grogol, kemayoran, menteng, gambir, salemba,
    senen, tebet, kebayoran, pancoran, cilandak, kemang, kalideres, cilincing, koja, penjaringan, pluit, ancol,
      cakung, jatinegara, matraman, ciracas, cipayung, sentul, gadog, kepanjen, lawang,
      pare, caruban, ungaran, ambarawa, kartasura, prambanan, muntilan, merak, bakauheni, gilimanuk,
    padangbai, banda aceh, bandar lampung, jakarta pusat, jakarta selatan, jakarta utara, jakarta barat, jakarta
    timur, tangerang selatan, bandung barat, aceh besar, aceh utara, aceh timur, aceh barat, aceh selatan, aceh
    tengah, aceh tenggara, aceh tamiang, aceh singkil, deli serdang, serdang bedagai, labuhan batu, tapanuli utara,
    tapanuli selatan, tapanuli tengah, mandailing natal, padang pariaman, padang lawas, pesisir selatan, lima puluh
    kota, tanah datar, indragiri hilir, indragiri hulu, rokan hilir, rokan hulu, kuantan singingi, tanjung pinang,
    tanjung jabung, muaro jambi, batang hari, ogan ilir, ogan komering ilir, ogan komering ulu, musi banyuasin, musi
    rawas, musi rawas utara, muara enim, empat lawang, lubuk linggau, rejang lebong, lampung selatan, lampung
    tengah, lampung timur, lampung utara, lampung barat, pesisir barat, tulang bawang, way kanan, bangka barat,
    bangka tengah, bangka selatan, pangkal pinang, kulon progo, gunung kidul, lombok barat, lombok timur, lombok
    tengah, lombok utara, sumbawa barat, manggarai barat, manggarai timur, flores timur, timor tengah selatan, timor
    tengah utara, sumba timur, sumba barat, sumba barat daya, rote ndao, sabu raijua, kayong utara, kapuas hulu,
    kubu raya, kotawaringin timur, kotawaringin barat, barito utara, barito selatan, barito timur, barito kuala,
    palangka raya, tanah laut, tanah bumbu, hulu sungai selatan, hulu sungai tengah, hulu sungai utara, kutai
    kartanegara, kutai barat, kutai timur, penajam paser utara, mahakam ulu, minahasa utara, minahasa selatan,
    minahasa tenggara, bolaang mongondow, kepulauan sangihe, kepulauan talaud, parigi moutong, tojo una-una,
    polewali mandar, tana toraja, toraja utara, luwu utara, luwu timur, konawe selatan, konawe utara, kolaka utara,
    kolaka timur, halmahera utara, halmahera selatan, halmahera tengah, halmahera timur, halmahera barat, maluku
    tengah, maluku tenggara, seram bagian barat, seram bagian timur, buru selatan, kepulauan aru, kepulauan
    tanimbar, morotai, pulau morotai, kepulauan sula, teluk bintuni, teluk wondama, sorong selatan, pegunungan
    bintang, mamberamo raya, mamberamo tengah, boven digoel, intan jaya, puncak jaya, lanny jaya, kepulauan yapen,
    kepulauan selayar, kepulauan meranti, kepulauan anambas, kepulauan mentawai, tanah karo, ujung pandang, tanjung
    priok, kelapa gading, duren sawit, pasar minggu, pasar rebo, kebon jeruk, tanah sareal, pondok indah, pondok
    gede, lenteng agung, kampung melayu, manggarai jakarta, gelora bung karno, taman mini, lubang buaya, tanjung
    benoa, tanjung selor, tanjung perak, sungai penuh, pagar alam, bau-bau, pare-pare, kota bumi, kota agung, muara
    teweh, muara angke, muara baru
    """
)
WORLD: Final = phrases(
    """
    washington, beijing, shanghai, guangzhou, shenzhen, wuhan, chengdu, tokyo, osaka, kyoto, nagoya, fukuoka,
    hiroshima, nagasaki, fukushima, sapporo, seoul, busan, pyongyang, taipei, manila, bangkok, hanoi, yangon,
    naypyidaw, vientiane, jakarta, dili, canberra, sydney, melbourne, perth, brisbane, adelaide, auckland,
    wellington, mumbai, dhaka, islamabad, karachi, lahore, kabul, kandahar, kolombo, kathmandu, teheran, isfahan,
    baghdad, bagdad, basra, mosul, damaskus, aleppo, beirut, amman, yerusalem, haifa, ramallah, nablus, jenin,
    hebron, tulkarm, riyadh, doha, dubai, muscat, sanaa, aden, ankara, istanbul, kairo, alexandria, tripoli,
    benghazi, tunis, aljir, rabat, casablanca, khartoum, nairobi, mogadishu, kampala, kigali, lagos,
    abuja, accra, dakar, johannesburg, pretoria, harare, lusaka, kinshasa, moskow, moskwa, kiev, kyiv, kharkiv,
    odesa, odessa, mariupol, minsk, warsawa, berlin, munich, muenchen, munchen, hamburg, frankfurt, koln, wina,
    praha, budapest, bukares, sofia, beograd, athena, roma, milano, napoli, venesia, turin, madrid, barcelona,
    valencia, sevilla, lisbon, paris, marseille, lyon, brussel, amsterdam, rotterdam, luxembourg, jenewa,
    zurich, bern, kopenhagen, oslo, stockholm, helsinki, reykjavik, dublin, edinburgh, glasgow, london, manchester,
    birmingham, leeds, ottawa, toronto, vancouver, montreal, chicago, houston, dallas, boston, philadelphia,
    detroit, seattle, miami, atlanta, denver, havana, caracas, bogota, quito, lima, santiago, brasilia, montevideo,
    asuncion, tbilisi, baku, yerevan, astana, almaty, tashkent, bishkek, dushanbe, davos, brussels, vienna, moscow,
    cairo, damascus, tehran, jerusalem, rome, athens, geneva, prague, warsaw, singapore, new york, new york city,
    los angeles, san francisco, san diego, las vegas, washington dc, washington d.c., hong kong, tel aviv, kuala
    lumpur, putrajaya, phnom penh, ho chi minh, new delhi, sri jayawardenapura, abu dhabi, kota gaza, kuwait city,
    den haag, st petersburg, saint petersburg, santo petersburg, rio de janeiro, sao paulo, buenos aires, mexico
    city, cape town, addis ababa, port moresby, deir al-balah, beit hanoun, beit lahia, silicon valley, wall street,
    capitol hill, hagia sophia, puerto rico, diego garcia, oklahoma
    city, salt lake city, kansas city, bandar seri begawan, ulaanbaatar
    """
)
# First words of the names of places. What is listed above stands without them: "Kabupaten Ponorogo" is Ponorogo.
AREA_HEADS: Final = words("kabupaten kab kota kotamadya provinsi prov propinsi wilayah kawasan daerah negara kerajaan")
PLACE_HEADS: Final = words(
    """
    kabupaten kab kota kotamadya provinsi prov propinsi kecamatan kec kelurahan kel desa dusun kampung nagari
    gampong distrik jalan jl jln gang gg gunung gn sungai kali pulau kepulauan teluk selat laut samudra samudera
    danau waduk bendungan pantai tanjung bukit lembah hutan bandara pelabuhan stasiun terminal halte jembatan tol
    simpang perempatan pertigaan bundaran pasar mal mall plaza taman alun-alun stadion gedung gelora hotel masjid
    musala gereja pura vihara klenteng candi museum monumen perumahan kompleks komplek apartemen
    perlintasan jalur tepi semenanjung benteng kuil kuburan makam tpu tpa pltu plta gor lapangan wilayah kawasan
    daerah negara kerajaan istana
    """
)
DIRECTIONS: Final = words("utara selatan timur barat tengah tenggara raya besar")
# One place, two ways to print it.
_SHORTENED: Final = {
    "as": "amerika serikat", "amerika": "amerika serikat", "korsel": "korea selatan", "korut": "korea utara",
    "ri": "indonesia",
    "republik indonesia": "indonesia",
    "uea": "uni emirat arab", "sumut": "sumatera utara", "sumbar": "sumatera barat", "sumsel": "sumatera selatan",
    "kepri": "kepulauan riau", "babel": "bangka belitung", "jabar": "jawa barat", "jateng": "jawa tengah",
    "jatim": "jawa timur", "diy": "daerah istimewa yogyakarta", "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur", "kalbar": "kalimantan barat", "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan", "kaltim": "kalimantan timur", "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara", "sulteng": "sulawesi tengah", "sulbar": "sulawesi barat", "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara", "malut": "maluku utara", "jakpus": "jakarta pusat", "jaksel": "jakarta selatan",
    "jaktim": "jakarta timur", "jakbar": "jakarta barat", "jakut": "jakarta utara", "tangsel": "tangerang selatan",
    "dki": "dki jakarta", "daerah khusus jakarta": "dki jakarta", "cina": "china", "tiongkok": "china",
    "republik rakyat tiongkok": "china", "perancis": "prancis", "brazil": "brasil", "hongkong": "hong kong",
    "turkiye": "turki", "republik ceko": "ceko", "afganistan": "afghanistan", "hungaria": "hongaria",
    "kazakstan": "kazakhstan", "etiopia": "ethiopia", "libia": "libya", "jordania": "yordania", "belarusia": "belarus",
    "chili": "chile", "moskwa": "moskow", "mekah": "makkah", "mekkah": "makkah", "yogya": "yogyakarta",
    "jogja": "yogyakarta", "jogjakarta": "yogyakarta",
    "us": "united states", "u s": "united states", "usa": "united states", "uk": "united kingdom",
}  # fmt: skip
SHORTENED: Final = {tuple(short.split()): tuple(full.split()) for short, full in _SHORTENED.items()}
