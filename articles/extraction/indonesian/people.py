"""Names that Indonesians bear: given names, family and clan names, and how such names end."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import phrases, words

NAMES: Final = words(
    """
    abdul abdullah abdurrahman abi abidin abimanyu abu achmad achsanul ade adhi adi adian adinda adit aditya adnan
    afandi affan afif afriansyah afrizal agam agnes agung agus agusman agustina agustinus ahmad ahmadi ahmed ahok
    ahsan aida aini ainul aisyah aji ajeng akbar akhmad akmal alamsyah albert aldi aldy alex alexander alfian
    alfiansyah alfred ali alif alim alvin alwi alya amalia amanda ambar amelia amien amin amir amiruddin amran
    ananda anas andi andika andini andre andreas andri andrian andriani andy anggi anggia anggita anggoro anggraeni
    anggraini angga ani anies anindya anis anisa anissa anita annisa anom anshori anton antonius anwar apriani
    aprilia apriyani arbi ardi ardian ardiansyah ardy arga ari arianto arie arief ariel aries arif arifin arifuddin
    ario aris arjuna arman armando arsjad arsyad arumi arya aryanto aryo asep asih asmara asnawi asri asrul astrid
    astuti asyari atika atmaja atmojo aulia awan awaluddin ayu azhar azis aziz azizah azwar azmi azra bachtiar
    badrodin bagas bagus bahar bahlil baharuddin bahri bahrudin bakri bakrie baktiar bambang banu basri basuki
    basrief bastian bayu benny berlian bestari betty bima bimo bobby boby boediono boy brian brata budhi budi
    budianto budiarto budiman budiono budiyanto budiyono burhan burhanuddin busro busyro cahya cahyadi cahyo cahyono
    candra catur cecep chairil chairul chandra charles christian christina cici citra cornelius dadan dadang dahlan
    damar damayanti dani daniel danang dandi danu darma darmadi darman darmawan darmin daryanto daryono daud david
    dayat dede deden dedi dedy delima dendi deni denis denny derry desi desy devi dewa dewi dewo dhani dharma dian
    diah dias didik didi didin diki dimas dina dinda dini dino dito djafar djarot djoko dodi doddy donny dony dudi
    dudung dudy dwi dwiki dyah dzulfikar edhi edhy edi eddy edo edwin effendi effendy efendi eka eko elfi elisa
    ellen elly elvi elvira emil emilia emir endah endang endro enggar erick erik erika erlangga erlina ermawati erna
    ernawati ernest erni ervan erwin esti eva evi fachri fachrul fadel fadhil fadhilah fadil fadillah fadjar fadlan
    fadli fahd fahmi fahri fahrul fahrur faisal faiz faizal fajar fajri fandi fani farah farhan farid farida faried
    faruk faruq fathul fathur fatimah fatma fatmawati fatoni fauzan fauzi fauziah febi febri febriana febrianto
    febriansyah febrian feby fenny ferdi ferdian ferdiansyah ferdinand ferdy feri fernando ferry fibri fika fikri
    firdaus firli firman firmansyah fitra fitri fitria fitriah fitriana fitriani fransiska fransiskus frans franky
    freddy fredy fuad fuadi galih galuh gandi ganjar gatot gede geovani gerry ghofur ghazali ghozali gibran gilang
    gilbert gina giri gita gito grace gunadi gunarto gunawan guntur gusti habibie habibi habiburokhman hadi hadian
    hadiyanto hadinoto hadjar hafid hafidz hafiz haidar haikal hakim halim halimah hamdan hamid hamidah hamka hamzah
    handayani handoko handono hanafi hana hanan hani hanif hanifah hapsari haposan hardi hardianto hari haris
    hariyadi hariyanto hariyono haryadi haryanto haryati haryono harun hartanto hartati hartini hartono hartarto
    harto harry hasan hasanah hasanuddin hasanudin hasbi hasbullah hashim hasim hasto hasyim hatta hayati helmi
    helmy hendar hendarto hendra hendratno hendrawan hendri hendrianto hendrik hendro hendropriyono heni henny henry
    hera herawati heri herianto heriyanto herlambang herlina herman hermanto hermawan hernawan heru herry heryanto
    hesti hidayat hidayati hidayatullah hilman hotman huda husain husein husen husin husni ibnu ibrahim ichsan ida
    idham idris idrus ignasius ignatius ihsan ika ikhsan ikhwan ilham ilyas imam iman imanuel imas imelda imron ina
    indah indarti indra indrawan indrawati indri indriyani inayah intan ipul ira iqbal irawan irawati irfan
    irfansyah iriana irma irman irna irvan irwan irwandi irwansyah isa iskandar islamiyah ismah ismail ismanto
    ismoyo iwan iwansyah izza jainudin jajang jaka jaja jamal jamaludin jamaluddin jasmine jatmiko jaelani jaya
    jefri jeffry jenny jerry jessica jihan jimly jimmy joko johan johanes johannes john johnny joni jonathan josef
    joseph juanda juliana julianto julius jumadi juwita kadek kadir kaharuddin kalla kamal kamaluddin kamil karim
    karni karno karta kartika kartini kasman kautsar kemal ketut khairul khairunnisa khalid kharisma khoir khoirul
    khofifah khumaidi kiki komang komaruddin kosasih kresna krisna kristanto kristian kristiana kristina kristiyanto
    kukuh kumala kuncoro kuntoro kurnia kurniadi kurniasih kurniati kurniawan kurniawati kusnadi kusuma kusumah
    kusumawati kusumo laila laksamana laksana laksmi laksono larasati lasmi latief latif leo lestari lia lidya lies
    lilik lilis lina linda lintang lisa listya listyo liza luhut lukman lukas luki lutfi luthfi lusi lydia maarif
    mada madjid mahardika maharani mahendra mahesa mahfud mahfudz mahmud mahmudi maman mansur mansyur mardani
    mardiana marhaeni maria mariana marimutu mario marlina marsudi marta martha martono maruf marwan marwah marwoto
    maryam maryanto maryati maryono masduki mashuri masinton maskur masrur mauludi maulana maya mayang mega megawati
    meilani meirina melani melati melinda mery meutya mia mimin mira mirna mita moch mochamad mochammad moeldoko
    mohamad mohammad moh muhadjir muhaimin muhamad muhammad muhammadi muharram muhidin muhtadi mukhlis mukhtar mukti
    mulia mulya mulyadi mulyana mulyani mulyanto mulyati mulyono munandar munir murdani murni mursid murtadho musa
    musdalifah muslimin mustafa mustika mustofa muzani muzakir muzammil nabila nabilah nadia nadiem nadila nadya
    najib najwa nana nanang nanda nandang nani nanik naomi narendra nasir nasrul nasrullah nasruddin nata natalia
    natalius natasha naufal nazaruddin nazar nazir nazwa neneng neni neny nia niken nila nina nindy ningrum ningsih
    nisa noor nova novel novi novia noviana novianti novita novitasari novri noviyanti novriansyah nugraha
    nugrahanto nugroho nur nuraini nurbaiti nurbaya nurcahyo nurdin nurhadi nurhasanah nurhayati nurhidayat nuril
    nurjanah nurkholis nurlaila nurmala nurmansyah nurrahman nursyah nurul nurwahid nusron nyoman okta oktavia
    oktaviani oktavianus olivia oman oni otto pambudi pamungkas panca pandji pandu pangestu panji paramita pardi
    parlindungan parman parno parwoto patrialis patricia paulus pebriani permadi permana permata permatasari pertiwi
    poernomo prabowo pradana pradipta prakasa prakoso pramana pramono pramudya pranata pranoto pranowo prasetia
    prasetio prasetya prasetyo prasojo prastowo pratama pratikno pratiwi pratomo prawira prayitno prayoga prayogi
    prayogo priyadi priyanto priyo priyono puan pudji puji purbaya purnama purnamasari purnomo purwadi purwanto
    purwati purwo purwono puspa puspita puspitasari puspoyo putera putra putranto putri putro putu qodari qomariah
    rachman rachmat rachmawati radian raden radjasa raditya rafael rafi raffi rafli ragil rahadi rahadian rahardjo
    raharjo rahayu rahma rahmad rahman rahmat rahmawati rahmi raihan rais raka rakabuming rama ramadan ramadani
    ramadhan ramadhani ramadhona ramdan ramdani ramli ramlan rangga rani ranti raras ratih ratna ratnasari ratri
    raya rayhan redi reni renny reno resi respati restu retno reyhan reza rezky ria riana rianto rian ribka ricky
    rico rida ridho ridwan rifai rifki rifqi rika rikwanto rina rinaldi rini rio risa risma rismaharini riski risky
    rita ritonga riyadi riyan riyanto rizal rizaldi rizieq rizka rizki rizky rizqi robby robert robi rochman rofiq
    rohim rohmah rohman rohmat roma romahurmuziy romi romli ronald rony roni rosa rosan rosdiana rose rosid rosita
    rosmala rosmiati roy rozi rubiyanti rudi rudianto rudiantara rudiyanto rudolf rudy ruhut rukmana rully rusdi
    rusdiana rusli rusman rusmin rustam ryan saan sabrina sadewa sadikin saefudin saefullah safitri safrizal sahroni
    sahrul said saifuddin saiful salahudin saleh salim salma salman salsabila samad samsudin samsul samuel sandi
    sandiaga sandra sandy santi santika santosa santoso sanusi saputra saputri sarah sari sarifuddin sarjono sartika
    sarwendah sarwo sasmita sasongko satria satrio satya saraswati sekar seno septian septiana septiani septriana
    setia setiadi setiaji setiana setiawan setiawati setio setya setyadi setyanto setyawan setyawati setyo setyono
    setyowati sentosa shafa shinta shodiq sholeh sholihin shodik sidarto sidik sidiq sigit silalahi silvia simon
    sindhunata sinta siska siswanto siswono siswoyo siti slamet sobirin soebroto soedirman soeharto soekarno soepomo
    soeprapto soesatyo sofyan sofia solihin sonny sony stefanus stevanus steven subagyo subandi subandono subardi
    subekti subhan subianto subroto sudarmaji sudarman sudarmanto sudarmo sudarno sudarsono sudarto sudaryanto
    sudaryono sudewo sudiana sudibyo sudirman sudrajat sudjatmiko sufmi sugeng sugianto sugiarti sugiarto sugiharto
    sugihartono sugiman sugiono sugiri sugiyanto sugiyono suhada suhaimi suharno suharso suhardi suharman suharsono
    suharti suhartini suhartono suharto suharyanto suharyono suhendar suhendra suhendri suherman suhud sujana
    sujarwo sujatmiko sujiwo sujono sukardi sukarman sukarni sukarno sukarta sukarti sukirman sukma sukmawati
    sulaeman sulaiman sulastri sulis sulistiani sulistiawati sulistyaningsih sulistyo sulistyowati sultan sulthan
    sumantri sumardi sumardiyono sumarni sumarno sumarsono sumartini sumartono sumarwoto sumarwati sumiati sumirat
    sumitro sunandar sunarno sunarti sunarto sunarya sunaryo sundari suntoro sunyoto supardi suparjo suparlan
    suparman suparno supartini supomo suprapti suprapto supratman supriadi supriatna supriyadi supriyanto supriyatna
    supriyatno supriyono surahman suratman suratno surono surya suryadarma suryadi suryani suryana suryanto suryati
    suryo suryono surti susan susana susanti susanto susatyo susetyo susi susiana susilawati susilo sutanto sutardi
    sutarman sutarmidji sutarno sutarto sutedja sutedjo sutejo sutikno sutisna sutiyoso sutomo sutopo sutrisna
    sutrisno suwandi suwardi suwarno suwarsih suwito suwondo suyanto suyatno suyitno suyono suyoto syafii syafri
    syafril syafruddin syahputra syahrial syahrir syahroni syahrul syaiful syakir syam syamsiah syamsudin syamsuddin
    syamsul syamsurizal syarief syarif syarifah syarifuddin syarifudin syifa taat tabrani tahir tandjung tanti tanto
    tarmizi tasya tatang tati taufan taufik taufiq tedi teddy teguh tengku tenri teuku theo theresia tia tigor tika
    tina tini tirta tirto titi titiek titik tito tjahjo tjahyo tjandra tjahaja tomi tommy toni tony topan topo totok
    toto tri triadi triana trisno triyanto triyono tubagus tulus tumiran tunggul tuti tutik uce udin ujang ulfa ulil
    umam umar umi untung usman usmar utami utomo uun viktor vina vino virgiawan vivi viva wachid wagiman wahab wahid
    wahidin wahyu wahyudi wahyuni wahyuningsih wahyono wanda wardana wardani wardhana wardhani wardoyo wasis wati
    wawan wayan wibawa wibisono wibowo wicaksana wicaksono widada widagdo widayat widayanti widi widia widiastuti
    widiatmoko widiawati widiyanto widiyantoro widjaja widjajanto widjanarko widjojanto widodo widya widyastuti
    widyawati wijaya wijayanti wijayanto wijoyo wilson winarno winarso winarti wilda windu wirawan wiranto wiratama
    wiryawan wisnu wisnuwardhana wiwiek wiwin wiwit wiyono wulan wulandari yadi yahya yamin yana yanti yanto yanuar
    yasin yasir yasonna yayan yayat yeni yenny yeremia yessi yohanes yogi yoga yos yosef yoseph yovie yoyok yuda
    yudha yudhi yudhistira yudhoyono yudi yudistira yudo yudono yuli yulia yuliana yuliani yulianti yulianto yuliati
    yuliawan yuliyanto yulius yuni yunita yuniar yunus yura yuri yusril yusron yusuf yusup yustinus zaenal zaenudin
    zahra zaid zaidan zain zainal zainuddin zainudin zaini zaki zakaria zakiyah zaky zamroni zaskia zubaidah zudan
    zuhdi zuhri zulfa zulfan zulfikar zulfikri zulhas zulham zulkarnain zulkarnaen zulkieflimansyah zulkifli zumi
    aceng ahy airlangga amri bimantoro dasco hasyimi hevearita jokowi mentari sby gerung lahadalia makarim
    pandjaitan soekarnoputri aritonang batubara bangun barus batuta butarbutar damanik daulay gultom ginting girsang
    harahap hasibuan hutabarat hutagalung hutahaean hutajulu hutapea hutasoit kaban karo-karo lubis lumbantobing
    lumban manalu manik manullang manurung marbun marpaung matondang nababan naibaho nainggolan napitupulu nasution
    pakpahan pandiangan panggabean panjaitan parapat pardede pasaribu perangin-angin pohan purba rambe rangkuti
    rajagukguk sagala samosir saragih sembiring sianipar siagian siahaan sianturi sibarani sibuea sidabutar sihaloho
    sihite sihombing sihotang simamora simangunsong simanjuntak simanungkalit simarmata simatupang simbolon
    simorangkir sinaga sinambela sinurat sinulingga sipahutar siregar sirait situmeang situmorang sitanggang sitepu
    sitohang sitompul sitorus sitinjak surbakti tambunan tampubolon tanjung tarigan tobing togatorop tumanggor
    turnip wenda kogoya lengkong lumintang kaunang karundeng mamahit manoppo mangindaan mokodompit pangemanan
    pangkey ratulangi runtuwene rumengan sarundajang sondakh sumendap supit tumbelaka tumewu walukow wowor kaligis
    mambu rorong sumual kapitan lake manafe mella mooy nalle ndoen rihi tallo kleden leuwayan latuconsina
    latuharhary leiwakabessy matulessy pattimura pattiasina pattinama ririhena salampessy sahetapy tuhumury
    wattimena tanasale kambuaya rumbiak rumainum wanggai wanimbo yembise tabuni enembe gombo tjan tan lim liem oei
    """
) - {"raya"}
# How names end that no list holds: "Soekirno", "Wartiningsih", "Fahruddin".
ENDINGS: Final = (
    "anto", "yanto", "wanto", "yono", "tono", "nugroho", "kusumo", "kusuma", "wati", "awan", "ningsih",
    "ningrum", "ningtyas", "uddin", "udin", "ullah", "ansyah", "syah", "arto", "arno", "adji", "adjie", "oyo",
    "tini", "tuti", "yati", "rini", "wibowo", "atmoko", "atmaja", "putra", "putri", "negara", "nagara",
    "wijaya", "jaya", "iyah", "iyanti", "yanti", "ianti", "isno", "omo", "djaja", "djojo", "djoko", "nomo",
    "rjo", "rdjo", "sono", "dono", "widjaja", "liansyah", "hastuti", "sasi",
)  # fmt: skip
# Heads of state and the like, whom everybody calls by the first name: it is not the last name of anybody else.
FIRST_NAMES: Final = words("prabowo gibran megawati jokowi anies ganjar mahfud bahlil")
# Whom everybody calls by one word, by their whole names.
_WHOLE: Final = {
    "prabowo": "Prabowo Subianto", "gibran": "Gibran Rakabuming Raka", "megawati": "Megawati Soekarnoputri",
    "jokowi": "Joko Widodo", "anies": "Anies Baswedan", "ganjar": "Ganjar Pranowo", "mahfud": "Mahfud MD",
    "bahlil": "Bahlil Lahadalia", "trump": "Donald Trump", "putin": "Vladimir Putin", "zelensky": "Volodymyr Zelensky",
    "netanyahu": "Benjamin Netanyahu", "khamenei": "Ali Khamenei", "macron": "Emmanuel Macron", "biden": "Joe Biden",
    "erdogan": "Recep Tayyip Erdogan", "sby": "Susilo Bambang Yudhoyono", "ahy": "Agus Harimurti Yudhoyono",
    "kdm": "Dedi Mulyadi",
}  # fmt: skip
WHOLE_NAMES: Final = {(word,): name for word, name in _WHOLE.items()}
# Whom newsrooms call by a title and a short name.
CALLED: Final = phrases(
    """
    gus dur, cak imin, cak nur, cak nun, gus ipul, gus yahya, gus miftah, gus mus, gus men, bung karno, bung hatta,
    bung tomo, buya hamka, buya syafii, ratu kalinyamat, tan malaka, pangeran diponegoro, sultan hasanuddin, sultan
    agung, raja charles, raja salman, paus fransiskus, paus leo, ratu elizabeth, pangeran william, pangeran harry, i
    gusti ngurah rai, ki hajar dewantara, sby, ahy, kdm
    """
)
