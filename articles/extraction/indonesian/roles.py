"""Offices, professions and what people are called by: the words that stand before or after an Indonesian's name."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

# Offices and professions, which make what follows a person and are worth showing.
OFFICES: Final = words(
    """
    presiden wapres capres cawapres cagub cawagub cabup cawabup cawalkot wakil menteri menko menlu mendagri menkeu
    menhan menkes mensos menag mentan menaker mendag menperin menhub mendikbud mendikdasmen mendiktisaintek
    mendikbudristek mensesneg menseskab seskab menkominfo menkomdigi menkumham menkum menham menimipas menpora
    menpan menpan-rb menkopolhukam menkopolkam menpar menparekraf menbud menkop menhut menlh menlhk
    menpupr menpu mendes menpppa mendukbangga menkoperasi menkopukm wamen wamenlu wamenkeu wamenhan wamenkes
    wamendagri wamenag wamenaker wamentan wamendag wamenkumham wamenkum wamenham wamensesneg wamenpar wamensos
    wamenperin wamenkop wamenkomdigi wamenpora wamenesdm wamenbumn wamenhut wamenhub wamenekraf wamendiktisaintek
    wamendikdasmen menekraf menbumn menesdm ketua ketum sekjen waketum wasekjen bendahara kepala direktur dirut
    presdir wadirut dirjen sekditjen irjenpol gubernur wagub bupati wabup walikota wawali wali plt plh pj pjs
    penjabat camat lurah kades keuchik wedana kapolri wakapolri kapolda wakapolda kapolres wakapolres kapolresta
    kapolrestabes kapolsek wakapolsek kapolsubsektor kabareskrim kabaharkam kadensus kakorlantas kapusdokkes
    kadivhumas kadiv kadivpropam karopenmas karo kabag kabagops kabid kasubdit kasubbid kasubag kasat kasatreskrim
    kasatlantas kasatnarkoba kasatresnarkoba kasatsamapta kasi kasie kasihumas kanit kanitreskrim kasubnit dirlantas
    dirreskrimum dirreskrimsus dirresnarkoba dirtipidum dirtipideksus dirtipidkor dirtipidsiber dirpolairud
    dirintelkam dansat dansatbrimob danki danyon danramil dandim danrem danlanud danlanal danlantamal danpuspom
    danjen danpaspampres dankormar pangdam pangkostrad pangkogabwilhan pangkoarmada panglima kasad kasal kasau ksad
    ksal ksau kapuspen kadispenad kadispenal kadispenau kapendam kapenrem kajari kajati kajagung jampidsus jampidum
    jamdatun jampidmil jamintel jamwas kapuspenkum kasipenkum kasipidsus kasiintel kasipidum kakanwil kakanim
    kalapas karutan kadis kadisdik kadinkes kadishub kadisnaker kadispora kadinsos kalaksa kalak kepsek wakasek
    rektor dekan prorektor warek kaprodi sekda sekkab sekkot sekdis sekretaris sekwan sesmen sesmenko sesjen deputi
    inspektur irwasum irjenad asisten asops aspers staf stafsus jubir juru komisaris komisioner anggota legislator
    senator pimpinan jaksa hakim jpu penuntut panitera notaris pengacara advokat kuasa penyidik penyelidik duta
    dubes konsul konjen atase utusan diplomat raja ratu pangeran putri sultan kaisar paus perdana kanselir syekh
    syeikh emir ayatullah ayatollah uskup kardinal pendeta pastor romo biksu bhikkhu imam ustaz ustad ustadz
    ustazah ustadzah
    kiai kyai gus habib buya tuan nyai tengku teuku teungku datuk raden pengamat pakar peneliti ekonom analis
    periset ilmuwan profesor dosen guru dokter bidan perawat apoteker psikolog psikiater arkeolog sejarawan ahli
    akademisi astronom fisikawan sosiolog antropolog kriminolog epidemiolog virolog ceo cfo coo cto cmo cio evp svp
    vp president director manager manajer general head chief founder co-founder chairman pendiri pemilik pengusaha
    konglomerat investor bos owner direksi komut preskom gm supervisor koordinator korlap
    pelaksana pengurus pembina penasihat pengawas konsultan relawan aktivis politikus politisi kader caleg tokoh
    budayawan sastrawan penyair penulis novelis wartawan jurnalis reporter redaktur pemred editor fotografer
    sutradara produser aktor aktris artis penyanyi pedangdut musisi vokalis gitaris drummer komedian pelawak komika
    presenter pembawa host model selebgram youtuber influencer tiktoker rapper desainer perancang koki chef pelukis
    seniman dalang sinden koreografer pesinetron bintang pelatih kapten striker penyerang gelandang
    bek kiper winger pembalap petinju pebalap pesepakbola pebulu pebulutangkis petenis atlet pegolf perenang
    petembak wasit pemain pesulap legenda ganda kolektor pawang mandor kuncen takmir marbot peretas
    pimred kapus kapuslit humas kapuslitbang kabiro kasubbag kabalai kadus kasun kaling menkokesra menkoperekonomian
    menpera mendiknas menristek menristekdikti menneg menakertrans menhumham jurubicara dutabesar
    analyst chairperson spokesperson kaops wakaops danposramil kapospol kuwu perbekel geuchik pendakwah analis
      capim komjen dirops dirkeu dirum dirsdm mandataris caretaker irban itwasum ketuplak wantimpres
    """
)
# Of those, the ones that a place follows: "Kapolsek Sukamaju".
GOVERNING: Final = words(
    """
    bupati wabup walikota gubernur wagub camat lurah kades keuchik wedana kapolda wakapolda kapolres wakapolres
    kapolresta kapolrestabes kapolsek wakapolsek kapolsubsektor danramil dandim danrem danlanud danlanal danposramil
    kajari kajati kalapas karutan kakanim kepsek kapospol kadus kasun kuwu petinggi perbekel geuchik pangulu
    """
)
# Offices of two words whose second one is a name elsewhere: "Jaksa Agung", but "Menteri Agung Laksono".
PAIRS: Final = frozenset(
    {
        "jaksa agung",
        "hakim agung",
        "imam besar",
        "kejaksaan agung",
        "mahkamah agung",
        "putri indonesia",
        "raja muda",
        "ibu negara",
    }
)
# What a report calls somebody for want of an office; makes what follows a person too, with less weight.
DESCRIPTIONS: Final = words(
    """
    warga saksi korban tersangka terdakwa terpidana terlapor pelapor pelaku narapidana napi tahanan buron buronan
    istri suami anak ayah ibu ayahanda ibunda kakak adik paman bibi kakek nenek cucu sepupu keponakan menantu mertua
    putra putri orangtua kerabat keluarga sahabat teman rekan kekasih pacar tetangga ayahnya ibunya istrinya
    suaminya anaknya kakaknya adiknya mantan eks almarhum almarhumah mendiang pria wanita perempuan lelaki laki-laki
    pemuda pemudi remaja bocah gadis janda duda lansia siswa siswi mahasiswa mahasiswi santri pelajar murid alumnus
    sopir pengemudi driver pengendara penumpang kernet masinis pilot kopilot pramugari nakhoda nahkoda kondektur
    pedagang penjual pembeli petani nelayan peternak buruh karyawan karyawati pegawai pekerja tukang satpam kurir
    pengunjung wisatawan jemaah pasien penghuni pengelola petugas polisi tentara prajurit perwira bintara pembunuh
    penembak perampok pencuri teroris koruptor pengedar bandar penyelundup provokator otak kandidat calon nama
    bernama inisial berinisial sosok figur jenderal mempelai pengantin netizen warganet penggemar fans diva idola
    aktivitas jemaat pemimpin sekutu rival lawan pengganti penerus
    """
)
# Of those, the ones that tell whose somebody is; they say nothing of him to whoever reads his name alone.
KIN: Final = words(
    """
    istri suami anak ayah ibu bapak ayahanda ibunda bunda kakak adik paman bibi tante kakek nenek cucu sepupu keponakan
    menantu mertua putra putri orangtua kerabat keluarga sahabat teman rekan kekasih pacar tetangga mempelai pengantin
    ayahnya ibunya istrinya suaminya anaknya kakaknya adiknya putranya putrinya kekasihnya pacarnya janda duda otak
    """
)
# Those that only bring in a name.
NAMING: Final = words("nama namanya bernama inisial berinisial sosok figur alias yang asal")
# Those that are worth showing with more words only: "warga Desa Sukamaju", "saksi ahli".
BYSTANDERS: Final = words(
    """
    warga saksi pria wanita perempuan lelaki laki-laki pemuda pemudi remaja bocah gadis lansia penumpang pengunjung
    wisatawan penghuni pengendara pengemudi penggemar fans netizen warganet pembeli pelanggan mantan eks pelaku
    pengganti
    """
)
# Words that go on with an office or the name of a body. Printed in capitals or not.
DETAILS: Final = words(
    """
    pos posko umum agung muda madya utama pertama kedua ketiga besar negeri luar dalam negara bicara kota desa
    kabupaten provinsi daerah pusat wilayah cabang ranting harian khusus istimewa biasa tetap sementara pelaksana
    tugas ahli tinggi tertinggi senior junior eksekutif legislatif yudikatif operasional operasi keuangan hukum ham
    hak asasi manusia agama sosial kesehatan pendidikan kebudayaan riset teknologi sains dasar menengah kejuruan
    komunikasi digital informatika informasi publik masyarakat hubungan media humas kehumasan penerangan protokol
    protokoler pertanian perikanan kelautan kehutanan lingkungan hidup peternakan perkebunan pangan hortikultura
    perdagangan perindustrian industri perhubungan pekerjaan perumahan rakyat permukiman pemukiman kawasan
    pertanahan agraria tata ruang energi sumber daya mineral ketenagalistrikan migas minyak bumi batubara geologi
    ketenagakerjaan tenaga kerja transmigrasi pariwisata ekonomi kreatif perekonomian investasi penanaman modal
    hilirisasi koperasi usaha kecil mikro umkm ukm pemuda olahraga pertahanan keamanan ketertiban politik
    koordinator bidang urusan pemerintahan pembangunan kependudukan keluarga berencana perempuan perlindungan anak
    pemberdayaan pemberantasan korupsi tindak pidana terorisme narkotika narkoba penanggulangan bencana penanganan
    pengendalian pencegahan pengawas pengawasan obat makanan pemeriksa pemeriksaan statistik meteorologi klimatologi
    geofisika vulkanologi mitigasi nasional republik indonesia pemilihan pemilu penyelenggara perwakilan
    permusyawaratan konstitusi yudisial kehakiman kepolisian kejaksaan pajak bea cukai anggaran perbendaharaan
    perimbangan fiskal moneter perbankan jasa otoritas kepegawaian aparatur reformasi birokrasi administrasi
    sekretariat sekretaris kabinet staf kepresidenan imigrasi pemasyarakatan lalu lintas reserse kriminal reskrim
    samapta binmas intelkam propam brimob lantas resnarkoba satwa reskrimum reskrimsus acara perdata jenderal
    direktur manajer manager director officer marketing sales corporate secretary communication communications
    relations public affairs sustainability human capital resources business development operations finance
    technology chief vice head deputy executive managing general partner research project product independen tunggal
    majelis dewan direksi komisaris pembina pengarah pakar fraksi komisi panitia satuan satgas subdirektorat
    direktorat seksi bagian biro divisi deputi unit bid dinas badan balai kantor instalasi departemen fakultas
    program studi jurusan sekolah kelas tim kuasa penuntut penasihat kepala mabes markas islam syariah haji umrah
    zakat wakaf masjid kerukunan umat beragama nahdlatul ulama pemenangan kampanye teknis sepak bola sepakbola bulu
    tangkis bulutangkis timnas klub putra putri wanita pria u-17 u-20 u-23 jaksa hakim kepatuhan risiko manajemen
    logistik pengadaan distribusi pemasaran penjualan perencanaan pengembangan penelitian inovasi transformasi
    strategi sama kerjasama internasional antarlembaga kelembagaan kemitraan organisasi kaderisasi penggerak gizi
    literasi perpustakaan arsip kearsipan ketahanan pelayanan pengaduan penindakan penyidikan penuntutan intelijen
    siber sandi antariksa penerbangan pelayaran laut darat udara perkeretaapian penyeberangan pelabuhan teritorial
    militer angkatan senjata bersenjata garda revolusi parlemen senat kongres oposisi wakil ketua gubernur kerajaan
    menteri rt rw dusun kampung kecamatan kelurahan nagari gampong pengusaha buruh pekerja tani nelayan guru dosen
    wartawan mahasiswa alumni santri pondok pesantren yayasan sdm sda esdm kesra polhukam pmk maritim infrastruktur
    pu imipas ekraf komdigi dikdasmen diktisaintek
    kewilayahan konservasi ekosistem balita gunung api opsnal intel provos patroli sabhara polairud pengamanan objek
    vital tahanan barang bukti forensik identifikasi medis rumah sakit puskesmas kedokteran farmasi keperawatan gigi
    penyakit menular jiwa adat istana keraton kesultanan pengganti antarwaktu terpilih nonaktif petahana demisioner
    persekutuan gereja konferensi wali waligereja budha hindu konghucu dharma katolik kristen region area regional
    country territory group division relation service services customer account brand technical legal compliance
    risk strategic strategy investor supply chain creative konsumen pelanggan kebijakan masalah regulasi edukasi
    arsitektur keselamatan koneksi kredit ritel vokasi prasarana sarana litbang aset akuntansi audit budidaya cipta
    karya bina marga desain ekspor impor bagi untuk pasar saham efek emas konsumer korporasi mikrobisnis
    international gempabumi gempa tsunami operating gakkum penegakan turjawali tipidkor tipidsus ditlantas kamtibmas
    polkam market equity wealth
    """
)
# Offices in English, which stand behind the words that tell which: "Senior Market Analyst", "Sales Director".
HEADS_LAST: Final = words(
    """
    analyst director manager officer specialist representative consultant strategist economist supervisor
    """
)
# May stand between an office and a name: "ketua RT setempat, Budi", "Presiden terpilih Prabowo".
BETWEEN: Final = words(
    """
    setempat terpilih nonaktif sementara saat ini asal petahana bernama berinisial inisial alias yang
    """
)
# These put somebody into an office: "selaku Ketua Panitia", "yang menjabat Direktur".
ACTING_AS: Final = words("selaku sebagai menjabat merupakan adalah yakni yaitu")
# Words of an office whose short form is not their beginning: "Kapolres", "Wadir" and "Dandim" are made with these.
SHORTENED_OFFICES: Final = {
    "kepala": "ka",
    "komandan": "dan",
    "kepolisian": "pol",
    "dinas": "dis",
    "menteri": "men",
    "wakil": "wa",
}
# Short forms of offices by their shape, as printed: "MenLH", "MenPAN-RB", "WamenPU", "Kasatreskrim", "Wakabareskrim".
SHORT_OFFICES: Final = (
    r"(?:Men(?:ko)?|Wamen)[A-Z][A-Za-z/-]{1,10}|Wamen(?!a$)[a-z]{2,14}|(?:Ka|Waka)(?:sat|pol|bid|sub|bag|nit|dis|kan)[a-z]{2,12}"
    r"|(?:Wa)?(?:Dir|dir)(?:res|lan|pol|krim|reskrim|narkoba|samapta|intelkam)[a-z]{0,12}"
    r"|(?:Wa)?(?:Dan|dan)(?:yon|lan|pus|sat|kod|pom|rem|dim|jen|sek)[a-z]{0,8}"
)
