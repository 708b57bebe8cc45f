"""Bodies in the Indonesian press: how their names begin, and those that are known by an acronym or one name."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import phrases, words

# First words of the names of public bodies.
GOVERNMENT_HEADS: Final = words(
    """
    kementerian kementrian departemen dinas badan komisi dewan lembaga direktorat ditjen inspektorat sekretariat
    pemerintah pemprov pemkab pemkot pemda polda polres polresta polrestabes polsek polsubsektor polri kepolisian
    kejaksaan kejari kejati kejagung mahkamah pengadilan mabes kodam kodim korem koramil lanal lanud lantamal
    koarmada kostrad kopassus marinir satuan satpol satreskrim satlantas satresnarkoba ditreskrimum ditreskrimsus
    ditlantas ditresnarkoba ditpolairud bareskrim densus detasemen korps korlantas puspom kedutaan konsulat kbri
    kjri kantor balai bapenda bappeda bkd bpbd bkpsdm disdik disdikbud dinkes dinsos dishub disnaker disnakertrans
    disperindag disparbud dispora disbudpar disdukcapil dlh dprd damkar basarnas ombudsman otoritas parlemen senat
    kongres majelis istana puskesmas rutan lapas kanwil kemenko kemenag kemenkes kemenkeu kemendagri
    kemenlu kemenhan kemenhub kemensos kementan kemendag kemenperin kemenaker kemnaker kemenpora kemenparekraf
    kemenpar kemenkumham kemenkum kemenham kemendikbud kemendikbudristek kemendikdasmen kemdiktisaintek
    kemendiktisaintek kemenkomdigi komdigi kemenkominfo kominfo kemensetneg kemenpan-rb kemenpanrb kemenhut kemenlh
    klhk kkp kempupr kemenpupr kemendes kemenppa kemenpppa kemenkop kemenkopukm
      bawaslu panwaslu panwascam kpud kpu ppk setda setwan kesbangpol bpkad satgas gugus
    perwakilan imigrasi kesultanan angkatan garda
    """
)
# Names of bodies that are put together from the beginnings of words: "Kemendukbangga", "Disperkim".
ACRONYMIC: Final = (
    r"(?:kemen|wamen|kapol|kasat|pem(?:prov|kab|kot)|pol(?:da|res|sek)|dit(?:jen|res|lan|pol|krim)|kej(?:ar|at)i|bawas|panwas|bap"
    r"|dis(?:dam|dik|duk|hub|hut|ko|nak|par|per|por|pus|sos|ta|tan|bud|bun|kan)|set(?:da|wan)|kan(?:wil|im))[a-z]{2,}"
)
# First words of other bodies.
ORGANISATION_HEADS: Final = words(
    """
    pt cv ud pd perum perumda pdam koperasi ksp yayasan universitas institut politeknik akademi sekolah stikes stie
    stain iain uin sd sdn smp smpn sma sman smk smkn mi min mts mtsn ma man madrasah pondok ponpes pesantren tk paud
    partai ormas asosiasi ikatan himpunan persatuan perhimpunan perkumpulan gabungan serikat federasi konfederasi
    aliansi koalisi forum komite komunitas organisasi front gerakan pusat lbh bem hmi
    pmii gmni bank bpr bpd maskapai grup holding rsud rsup rsu rs rsia klinik apotek laboratorium klub
    fakultas sentra paguyuban fraksi dpp dpw dpc dpd pp pwnu pcnu pbnu pb pengurus
    pimpinan bumdes bumd bumn kadin apindo gapki gapensi gaikindo organda perbasi pssi pbsi koni noc kamar kelompok
      milisi brigade batalyon batalion resimen kompi laskar perusahaan firma studio
    band lsm
    """
)
NEWS_AGENCIES: Final = words(
    """
    antara reuters afp tass interfax bernama yonhap kyodo xinhua anadolu sputnik dpa efe ansa wafa irna isna
    """
)
AGENCY_PHRASES: Final = phrases(
    """
    associated press, the associated press, agence france-presse, ria novosti, kantor berita antara, lkbn antara,
    anadolu agency, press trust of india, bloomberg news
    """
)
PUBLISHERS: Final = words(
    """
    kompas kompascom detik detikcom detiknews tempo republika tribun tribunnews liputan6 okezone sindonews viva
    jawapos kumparan merdeka suara idntimes tirto inews beritasatu mediaindonesia jpnn rmol antaranews bisnis kontan
    katadata narasi tvone metrotv sctv rcti indosiar antv mnctv trans7 transtv tvri rri netz bbc cnn cnbc cbs nbc
    abc aljazeera guardian bloomberg forbes time newsweek nhk haaretz politico axios detikfinance
    detikhot detiksport detikjatim detikjabar detikbali kompastv
    """
)
PUBLISHER_PHRASES: Final = phrases(
    """
    kompas tv, kompas.com, detik.com, tempo.co, republika.co.id, tribun news, tribun jabar, tribun timur, tribun
    jateng, tribun medan, cnn indonesia, cnbc indonesia, jawa pos, media indonesia, koran tempo, harian kompas,
    harian republika, metro tv, trans tv, trans 7, tv one, al jazeera, aljazeera, al arabiya, al-arabiya, al
    mayadeen, al manar, the new york times, new york times, the washington post, washington post, the wall street
    journal, wall street journal, financial times, the financial times, the guardian, the times, the times of
    israel, times of israel, the jerusalem post, jerusalem post, the straits times, straits times, the economist,
    the hill, the sun, the mirror, daily mail, sky news, sky sports, fox news, nbc news, abc news, cbs news, bbc
    news, press tv, south china morning post, global times, the jakarta post, jakarta post, japan times, nikkei
    asia, channel news asia, yedioth ahronoth, middle east eye, science alert, usa today, radio free asia, voice of
    america, deutsche welle, le monde, idn times, suara.com, liputan6.com, jpnn.com, merdeka.com, okezone.com,
    sindonews.com, tribunnews.com, gazzetta dello sport, la gazzetta dello sport, marca, daily star, tech crunch,
    the verge, france 24
    """
)
# Public bodies by one name or acronym.
GOVERNMENT: Final = words(
    """
    kpk dpr mpr dpd dprd polri tni mk ma ky bpk bpkp bps bmkg bnpb bnn bnpt bin bssn brin bpom basarnas bapanas bkpm
    bkkbn bkn lan lpsk lkpp kpai kpu bawaslu dkpp kppu kpi kip ojk bi lps pvmbg ppatk ombudsman
    kejagung bareskrim mabes kemenkeu kemenkes kemendagri kemenlu kemenhan kemenhub kemensos kementan kemendag
    kemenperin kemenaker kemnaker kemenag kemenpora kemenparekraf kemenpar kemenkumham kemenkum kemendikbud
    kemendikbudristek kemendikdasmen kemdiktisaintek kemenkomdigi komdigi kemenkominfo kominfo kemensetneg
    kemenpan-rb klhk kkp kemenpupr kemendes kemenpppa esdm bgn bapeten kemenhut kemenlh kemenko korlantas brimob
    kopassus kostrad puspom setneg setkab ksp lemhannas wantimpres bpjph bp2mi kp2mi bppt lipi batan bph skk bphn
          tni-polri tni-ad tni-al tni-au bpip bwi baznas bnp2tki satpol kremlin pentagon
    cia fbi kgb fsb mossad idf nasa knesset duma bundestag fda cdc fema nsa dhs ice pemprov pemkab
    pemkot pemda paspampres denpasus ditjen djp djbc bulog otorita
    """
)
GOVERNMENT_PHRASES: Final = phrases(
    """
    gedung putih, polda metro jaya, polres metro jakarta selatan, istana negara, istana kepresidenan, bank
    indonesia, otoritas jasa keuangan, departemen luar negeri as, mahkamah agung, mahkamah konstitusi, kejaksaan
    agung, komisi yudisial, komnas ham, komnas perempuan, komnas anak, bea cukai, tni ad, tni al, tni au, dpr ri,
    dpd ri, mpr ri, kpu ri, federal reserve, the fed, mabes polri, mabes tni, garda revolusi, garda revolusi iran,
    uni eropa, bank sentral eropa, perum bulog, kantor staf presiden, majelis permusyawaratan rakyat, dewan
    perwakilan rakyat, dewan perwakilan daerah, tentara nasional indonesia, kepolisian republik indonesia, densus
    88, otorita ikn, skk migas, bph migas, komisi eropa, parlemen eropa, dewan keamanan pbb, majelis umum pbb
    """
)
ORGANISATIONS: Final = words(
    """
    pbb who unicef unesco unhcr unrwa unodc ilo imf fao wfp iaea icc icj interpol opec nato asean apec oecd brics
    wto adb oki fifa uefa afc pssi pbsi ioc koni noc fia mui nu pbnu muhammadiyah pgi kwi walubi phdi hipmi kadin
    apindo gaikindo aisi icw kontras lbh ylbhi walhi greenpeace jatam imparsial elsam setara perludem formappi lsi
    lskp indikator smrc poltracking csis indef core celios hamas hizbullah fatah taliban isis al-qaeda houthi
    ikhwanul pdip pdi-p pkb pks ppp pan gerindra golkar nasdem demokrat psi perindo hanura
    gelora berkarya pertamina pln telkom telkomsel indosat smartfren garuda citilink airasia kai krl
    mrt bca bri bni btn mandiri bsi antam freeport inalum mind-id danantara bumn bpjs jasindo taspen asabri
    jiwasraya waskita adhi wika hutama jasamarga angkasa gojek goto grab tokopedia shopee bukalapak traveloka lazada
    blibli indomaret alfamart unilever indofood wilmar sritex astra toyota daihatsu honda suzuki mitsubishi nissan
    mazda hyundai kia wuling chery byd tesla bmw audi volkswagen yamaha kawasaki ducati apple google microsoft meta
    facebook amazon nvidia intel samsung huawei xiaomi oppo vivo openai netflix disney spotify youtube twitter
    instagram tiktok whatsapp telegram starlink spacex boeing airbus persija persib persebaya arema psm persis
    persik persela psis psim barito arsenal chelsea liverpool everton
    tottenham juventus barcelona milan psg bayern dortmund ajax benfica fulham bei ksei kpei idx itb ugm ui its
    unpad undip unair ub uny upi usu unhas unand uns ipb uii umy ums uin ubaya untar hmi pmii gmni kammi pmkri gmki
    imm ipnu ippnu ansor banser fpi hti gapki organda ylki ikappi gnb spsi
    kspi ksbsi kasbi psht kkb opm coinbase microstrategy blackrock jpmorgan ripple tether bybit okx mcdonald
    starbucks kfc danone nestle pepsi vinfast geely neta denza lamborghini ferrari porsche lexus subaru isuzu hino vespa
    piaggio aprilia husqvarna inter wolverhampton leicester sevilla villarreal lazio napoli fiorentina atalanta
    gramedia feyenoord sporting flamengo palmeiras fluminense salzburg leverkusen
    """
)
ORGANISATION_PHRASES: Final = phrases(
    """
    perserikatan bangsa-bangsa, palang merah indonesia, palang merah internasional, majelis ulama indonesia,
    nahdlatul ulama, pp muhammadiyah, pbnu, indonesia corruption watch, human rights watch, amnesty international,
    bank dunia, bank mandiri, bank central asia, bank rakyat indonesia, bank negara indonesia, bank jatim, bank bjb,
    bank dki, garuda indonesia, lion air, bursa efek indonesia, partai golkar, partai gerindra, partai nasdem,
    partai demokrat, partai keadilan sejahtera, partai kebangkitan bangsa, partai amanat nasional, partai persatuan
    pembangunan, partai solidaritas indonesia, pdi perjuangan, partai buruh, partai republik, partai likud, partai
    komunis china, manchester united, manchester city, real madrid, atletico madrid, inter milan, ac milan, as roma,
    aston villa, crystal palace, newcastle united, nottingham forest, tottenham hotspur, leeds united, west ham,
    west ham united, bayern munchen, bayern muenchen, borussia dortmund, paris saint-germain, timnas indonesia,
    persib bandung, persija jakarta, persebaya surabaya, arema fc, bali united, borneo fc, madura united, psm
    makassar, psis semarang, semen padang, dewa united, bhayangkara fc, universitas indonesia, universitas gadjah
    mada, institut teknologi bandung, universitas airlangga, universitas padjadjaran, universitas diponegoro,
    universitas brawijaya, universitas muhammadiyah, wolverhampton wanderers, brighton & hove albion, hizbut tahrir,
    ikhwanul muslimin, boko haram, al qaeda, islamic state, jemaah islamiyah, jamaah ansharut daulah, pemuda
    pancasila, gp ansor, pagar nusa, setia hati terate, mind id, transjakarta, lembaga survei indonesia, ikatan
    dokter indonesia, lockheed martin, general motors, goldman sachs, morgan stanley, morgan chase, jp morgan,
    jpmorgan chase, northrop grumman, aston martin, rolls royce, harley davidson, mercedes benz, land rover, royal
    enfield, standard chartered, louis vuitton, warner bros, estee lauder, calvin klein, hugo boss, philip morris, eli
    lilly, jimmy choo, michael kors, tommy hilfiger, hewlett packard, berkshire hathaway, charles schwab, wells fargo,
    accrington stanley, les bleus, los blancos, los colchoneros, la albiceleste, blaugrana, nerazzurri, rossoneri,
    bianconeri, gli azzurri, die mannschaft, the three lions, football italia, panin sekuritas
    """
)
GROUPS: Final = words("hamas hizbullah fatah taliban isis al-qaeda houthi kkb opm banser laskar")
# Acronyms of things that are nobody.
THINGS: Final = words(
    """
    uu uud kuhp kuhap ruu pp perpu perppu perpres permen permenkes inpres keppres perda pergub raperda apbn apbd pdb
    pdrb phk ppn pph bbm bbg lpg lng hp pc tv cctv ktp e-ktp kk sim stnk bpkb skck npwp nik nim nip sk skb
    sop wib wita wit gmt utc wni wna asn pns pppk p3k cpns tki pmi tkw tkp bap spdp dpo spm kdrt ott tppu narkoba
    hiv aids tbc dbd covid covid-19 pcr rna dna mrna umkm ukm umk ump umr thr kur kpr blt bsu bansos pkh bpnt
    kip kis kjp mbg ikn sdm sda ham sara hut ri as us uk usd idr rp ihsg ipo rups rupslb roi etf ai it iot iphone
    ios gps lcd led usb ram suv mpv ev bev phev hev odol lrt krl mrt brt kereta tol spbu spklu spkl plts pltu plta
    pltn ebt csr esg gdp kwh kpm psk pskc sma smk sd smp tk paud snbp snbt utbk utbk-snbt mos kkn s1 s2 s3 ipk
    vip vvip kb kbm rt rw km kg cm mm no nomor ww psbb ppkm ppdb spmb msg ok lgbt vs tbk persero gakkum iup prp lks
    nju pkpu bphtb nonasn fyi diy cpo tbs het hap gkp hgb hgu shm shgb amdal iupk izin wiup ntp pad dau dak dbh
    silpa tsk abk abg mou nota npl car roa roe ltv kpbu psn dp dpt tps pilkada pileg pilpres pemilu munas
    munaslub rakernas kongres ktt g20 g7 p5 plh plt pj kejurnas pon motogp f1 u-23 var pk hr hst qs rm
    """
)
