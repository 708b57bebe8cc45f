"""Small words that tell a name from other words in Indonesian."""

from __future__ import annotations

from typing import Final

from articles.extraction.indonesian.common_words import COMMON
from articles.extraction.word_lists import words

# What scrapes print behind a name without a space.
GLUED: Final = (
    r"(?:saat|yang|dalam|dengan|untuk|kepada|pada|telah|sudah|akan|juga|bisa|menjadi|sebagai|ketika|karena|kemarin|kembali|usai|resmi|seperti"
    r"|tidak|sebelum|setelah|hingga|itu|masih|mulai|selaku|serta|terkait|belum|mungkin|belakangan|tengah|tewas|atau"
    r"|jika|yaitu|yakni|sedang|tetap|langsung|ke[a-z]{4,10}an|benar-benar)"
    r"|(?:di|me[mnlrwy]|meng|ber|ter)[a-z]{4,20}"
)
# Of those, what ends no name.
GLUED_SURELY: Final = words(
    """
    yang itu atau
    akan juga bisa pada dalam usai tidak masih mulai
    saat dengan untuk kepada telah sudah menjadi sebagai ketika karena kemarin kembali seperti tidak sebelum setelah
    selaku terkait belum mungkin belakangan benar-benar
    """
)
# Written before a name, no part of it. Without their full stops.
TITLES: Final = words(
    """
    dr drg drh drs dra prof ir h hj kh k.h hc r rr rm rd raden tgh tgk ust ustaz ustad ustadz ustadzah ustazah
    kiai kyai habib gus buya syekh syeikh syaikh romo pdt pastor tuan nyonya ny sdr sdri bapak bpk pak bu ibu
    bang bung mas mbak mbah kang teh mang cak ning abah umi ummi eyang oma opa om tante kak dek dik aa bro sis sang
    si mr mrs ms miss sir lord lady st irjen irjenpol brigjen brigjenpol komjen komjenpol kombes kombespol akbp
    kompol akp iptu ipda aiptu aipda bripka brigadir brigpol briptu bripda bharada bharaka bharatu jenderal jend
    letjen mayjen kolonel kol letkol mayor kapten kapt lettu letda peltu pelda serma serka sertu serda kopka koptu
    kopda praka pratu prada laksamana laksdya laksda laksma marsekal marsdya marsda marsma pol tni purn inf arm kav
    czi cpl cba chb cku caj mar pnb tek adm sus almarhum alm almarhumah almh mendiang cand saudara saudari kum chk
    habaib nyi abripda abriptu abrip
    """
)
# Ranks say more than courtesy: where no office is printed, they are the role.
RANKS: Final = words(
    """
    irjen irjenpol brigjen brigjenpol komjen komjenpol kombes kombespol akbp kompol akp iptu ipda aiptu aipda bripka
    brigadir brigpol briptu bripda bharada bharaka bharatu jenderal jend letjen mayjen kolonel letkol mayor kapten
    lettu letda peltu pelda serma serka sertu serda kopka koptu kopda praka pratu prada laksamana laksdya laksda
    laksma marsekal marsdya marsda marsma ustaz ustad ustadz kiai kyai habib pastor
    """
)
DEGREES: Final = words(
    """
    sh mh se mm msi mkn st mt sip ssos skom mkom spd mpd sag mag sik skm mkes ssi msc bsc phd ma mba bba mph llm llb
    lc amd sst sstp ssit spt sp mp shi mhi sei mei sfil mhum shum ss spsi mpsi psikolog sked spog spa spb spjp sppd
    spp spkj spm sptht spkk finasim fics mpa mpp msm mak ak ca cpa cfa dea drph dess sth mth stp stpi ipu ipm
    asean-eng apt skep ns skg dmin dcn mmed mgizi mmedsc spak spgk spot sprad spu spkfr
    ssn msn sds mds stt spi mpi mse mmsi map msp mip
    """
)
# Nouns of saying: who speaks follows. "kata Budi", "ujar Menteri X".
SAID_BY: Final = words(
    """
    kata ujar ucap tutur jelas ungkap sebut tegas imbuh tambah papar terang pungkas tukas timpal urai sambung lanjut
    tulis tandas beber kisah cerita kenang tanya jawab seru keluh harap cetus celetuk pinta ajak sahut tutup ungkit
    pesan bilang sindir canda kilah klaim aku lapor katanya ujarnya bebernya puji kritik
    """
)
# Verbs that people and bodies do: whoever stands before them acts.
ACTS: Final = words(
    """
    mengatakan menyebut menyebutkan mengungkapkan mengungkap menyatakan menjelaskan menegaskan menambahkan
    menuturkan memaparkan menilai menyampaikan mengaku mengakui mengingatkan mengimbau memastikan menekankan
    mengeklaim mengklaim membantah menduga memperkirakan memprediksi berharap meminta menganggap berpendapat
    mengusulkan mendorong mendesak menyoroti menyarankan menerangkan membeberkan menceritakan mengkritik membenarkan
    mencatat meyakini menginginkan memerintahkan berujar berkata bertutur menyayangkan mengapresiasi optimistis
    bercerita bilang tampil tewas lahir datang pergi tiba hadir duduk tinggal kata ingin mau tahu tidak mengenakan
    tersenyum tertawa menangis menjawab bertanya menolak menerima
    """
)
# Between a subject and its verb.
ADVERBS: Final = words(
    """
    juga pun telah sudah akan masih sempat kembali lalu kemudian lantas langsung sendiri turut ikut tak tidak belum
    pernah bakal justru bahkan lagi kini sedang tengah terus selalu malah hanya memang tetap harus bisa dapat mulai
    segera
    """
)
# What stands before a person rather than before a place or a thing.
BEFORE_PEOPLE: Final = words(
    """
    bernama oleh bersama kepada sosok menurut berinisial pasangan mendampingi didampingi menggantikan menemui istri
    suami anak ayah ibu melantik menunjuk mengangkat memanggil memeriksa menangkap menahan milik almarhum antara
    baik alias
    """
)
# What stands before a thing: a work, a product, a ship, a cup.
BEFORE_THINGS: Final = words(
    """
    fitur teknologi mode sistem model tipe varian merek brand produk aplikasi platform program film lagu album novel
    buku gim game serial sinetron drama anime kapal pesawat mobil motor sepeda bus kereta jalan jembatan stadion gedung
    ruang kamar hotel restoran kafe toko mal tol gerbang turnamen kejuaraan kompetisi piala laga perusahaan emiten saham
    token koin kripto situs laman kanal majalah tabloid koran berjudul bertajuk bertema virus operasi misi proyek
    buatan kompleks kitab pihak manajemen perumahan apartemen gunung danau sungai pulau teluk taman kebun kawasan desa
    kota galaksi planet wahana jurnal cip
    prosesor ponsel tablet laptop konsol layanan festival pameran acara ajang lomba konser tur stasiun bandara pelabuhan
    mazhab partai lembaga yayasan bank universitas kampus sekolah pesantren masjid gereja pura candi rumah rute parfum
    sabun sampo busana menu kopi teh camilan obat vaksin suplemen vitamin
    """
)
# Printed with a full stop behind them, in small letters too: titles, kinds of places, shortened names.
SHORTENED: Final = words("dr drg drh ir prof hj jl jln gg kec kab kel tb")
# What stands before a place.
BEFORE_PLACES: Final = words("di ke dari se asal menuju kawasan wilayah daerah warga pulau")
# "AS (34)" after one of these is a person.
INITIALS_AFTER: Final = words(
    """
    inisial berinisial tersangka terdakwa pelaku korban terlapor saksi pria wanita perempuan lelaki bocah remaja
    pemuda pengemudi sopir pelajar siswa mahasiswa pelapor warga istri suami anak ayah ibu oknum seorang bernama
    """
)
ALIAS: Final = words("alias")
# What somebody is called by follows: "akrab disapa Jozo", "atau biasa dipanggil Jozo".
CALLED_BY: Final = words("disapa dipanggil dijuluki nama sapaan panggilan julukan")
BEFORE_CALLED: Final = words(
    "atau yang yg akrab biasa biasanya kerap sering karib lebih juga populer dikenal dengan sebagai"
)
# "yang dikenal sebagai Jozo": what stands last, and first.
KNOWN_AS: Final = words("sebagai dengan")
KNOWN_FROM: Final = words("atau yang yg dikenal populer")
# Before a colon and the name of one who made the article.
NEWSROOM: Final = words(
    """
    editor penulis reporter pewarta wartawan jurnalis redaktur kontributor penyunting foto fotografer ilustrasi
    laporan infografis videografer kreator peliput
    """
)
# Written in the middle of a name. The first ones also where they stand at its beginning.
WITHIN_NAMES: Final = words("bin binti bint ibn al el van von der den de da dos du del ter ten ul ur bte")
# Written in the middle of an office or the name of a body.
# Between an office and the body or place that it belongs to: "pengamat dari Universitas X", "duta besar untuk Irak".
OF_OFFICES: Final = words("dari untuk pada asal bagi")
WITHIN_BODIES: Final = words("dan & of for and the untuk bagi")
CALENDAR: Final = words(
    """
    senin selasa rabu kamis jumat jum'at sabtu minggu ahad januari februari pebruari maret april mei juni juli
    agustus september oktober november nopember desember jan feb mar apr jun jul agu agt ags sep sept okt nov des
    muharram safar rabiulawal syakban ramadan ramadhan syawal zulkaidah zulhijjah dzulhijjah wib wita wit
    senin-jumat hijriah masehi
    """
)
# First words of names of things: laws, wars, feasts, cups, programmes, works. Nobody is named up to their end.
THINGS: Final = words(
    """
    readings summit talks talkshow show tour challenge week fest expo exhibition fair race marathon masters classic
    trophy shield prize games law enforcement load dimension edition update podcast reality
    undang-undang uu peraturan perpres perda pp permen permenkes keputusan keppres inpres surat pasal ayat bab nomor
    no hari idul tahun baru bulan perang operasi konferensi kongres muktamar musyawarah munas rapat sidang pemilu
    pilkada pilpres piala liga kejuaraan turnamen olimpiade sea asian grand grandprix euro copa kualifikasi grup
    laga festival pekan pesta lomba konser film lagu album novel buku serial sinetron drama acara program proyek
      kartu bantuan dana indeks sertifikat sistem aplikasi situs laman kanal akun
    mobil motor toyota honda kapal kereta ka km krl kmp pesawat boeing airbus rupiah dolar bahasa suku agama kitab
    alquran al-quran quran injil surah hadis nabi tuhan allah rasulullah nobel penghargaan anugerah award
    awards open cup league championship series seri formula motogp moto gp satelit planet virus demam badai topan
    siklon gempa tragedi kasus perkara teori pancasila uud kuhp konstitusi orde era zaman
    dinasti golongan tipe kelas jenis versi paket blok zona pos pintu lantai kamar meja nasi soto sate ayam ikan
    harimau komodo raperda ruu
    """
)
# Capitals in the middle of a sentence that are nobody, and words that begin sentences.
PLAIN: Final = COMMON | words(
    """
    iya raihan tingkat pastikan ya yuk dong deh nih kok lho loh sih hey hei halo hallo duh
    a ada adalah adanya adapun agar akan akhir akhirnya akibat akibatnya aku alasan alhamdulillah amat anda anggap
    antara apa apabila apakah apalagi arti artinya asalkan atas atau awal awalnya ayo bagaimana bagaimanapun bagi
    bagian bagus bahkan bahwa baik baiklah bakal banyak banyaknya bapak baru barangkali barulah baca begini begitu
    belakangan beliau belum benar berapa beberapa berbagai berbeda berdasarkan berikut berikutnya bersama betul biar
    biarpun biasa biasanya bila bisa boleh buat bukan bukankah bukti bulan cara caranya cukup cuma dahulu dalam dan
    dapat dari daripada dekat demi demikian dengan depan di dia diduga diketahui diperkirakan dua dulu empat enam
    entah esok gara-gara hai hal halo hampir hanya harap harapan harga hari harus hasil hasilnya hati hendak
    hendaknya hingga ia ialah ibarat ibu ikut ingat ingin ini inilah inti intinya itu itulah jadi jangan jangankan
    jauh jelas jika jikalau juga jumlah jumlahnya justru kabar kabarnya kadang kalau kali kalian kami kamu kan kapan
    karena kata katanya ke kedua keduanya kemarin kembali kemudian kenapa kepada ketika ketiga khusus khususnya kini
    kira kita kok kondisi konon korban kurang lagi lagipula lah lain lainnya lalu lama lantas lebih lewat lima luar
    maaf macam maka makin malah malahan mampu mana manakala masa masalah masih masing masing-masing masuk mau maupun
    melainkan melalui memang mengapa mengenai mengingat meningkat menurut menurutnya mereka merupakan meski meskipun
    minggu misal misalnya mohon mulai mulanya mungkin nah naik nama namanya namun nanti nantinya nyaris nyatanya oh
    oke oleh orang pada padahal padanya paling pantas para pas pasti pasalnya pekan percuma perlu pernah pertama
    pihak pihaknya polisi pria pukul pun punya rasanya rata rata-rata ratusan ribuan rencana rencananya rupanya saat
    saatnya saja salah saling sama sambil sampai sana sang sangat satu saya se seandainya sebab sebagai sebagaimana
    sebagian sebaiknya sebaliknya sebanyak sebelum sebelumnya sebenarnya sebuah secara sedang sedangkan sedikit
    sedikitnya segala segera sehari sehingga sejak sejauh sejumlah sekali sekalian sekaligus sekalipun sekarang
    sekitar selain selaku selalu selama selanjutnya selasa selebihnya seluruh seluruhnya semakin semasa semenjak
    sementara semoga sempat semua semuanya sendiri seolah seorang sepanjang sepekan seperti sepertinya sering
    seringkali serta serupa sesuai sesudah setelah setelahnya seterusnya setiap setidaknya setuju si siang siapa
    siapapun silakan silahkan sini situ situasi soal sore suatu sudah sungguh supaya syukur tadi tahap tahun tak
    tambahan tanpa tapi target telah tempat tengah tentang tentu tentunya tepat tepatnya terakhir terdapat terhadap
    terima terkadang terkait terlebih terlepas termasuk ternyata tersebut terus terutama terkini tetap tetapi tiap
    tiba tiba-tiba tidak tidaklah tiga tinggal tinggi tolong total tujuan tujuannya tutur ucap ujar umum umumnya
    untuk upaya usai video visi waduh wah wajar walau walaupun warga wong ya yaitu yakin yakni yang foto foto-foto
    ilustrasi sumber penulis editor reporter redaksi simak lihat klik scroll advertisement loading pilihan populer
    terbaru terpopuler berita artikel topik halaman selengkapnya selamat pagi malam assalamualaikum wassalam insya
    insyaallah masyarakat pemerintah pemerintahan perusahaan perseroan negara dunia internasional nasional daerah
    pusat rakyat bangsa publik sosial ekonomi politik hukum kesehatan pendidikan budaya agama teknologi informasi
    keuangan bank pasar saham produk merek brand kota desa jalan rumah sekolah kampus kantor gedung bandara stasiun
    pelabuhan pantai gunung sungai laut pulau kawasan wilayah lokasi posisi jabatan tim timnas skuad klub pelatih
    pemain kiper gol babak pertandingan laga skor menit poin kemenangan kekalahan juara final semifinal musim
    kompetisi warganet netizen tersangka terdakwa pelaku saksi petugas tentara jaksa hakim pengacara
    dokter guru siswa mahasiswa anak orangtua istri suami keluarga ibu-ibu bapak-bapak perempuan wanita laki-laki
    remaja lansia bayi manusia hewan tanaman makanan minuman air api tanah udara cuaca hujan banjir gempa longsor
    kebakaran kecelakaan kejadian peristiwa insiden kasus penyelidikan penyidikan penangkapan pembunuhan pencurian
    korupsi narkoba mobil motor kendaraan bus truk kereta pesawat kapal mesin listrik baterai bahan bakar minyak gas
    energi emas nikel batu bara tambang ponsel aplikasi internet digital media situs akun unggahan gambar suara
    musik lagu film konser album buku acara program proyek dana anggaran pajak biaya gaji upah utang kredit pinjaman
    investasi bisnis usaha industri perdagangan ekspor impor produksi penjualan pembelian sabar
    senang sedih marah malu cinta kasih sayang hidup mati lahir besar kecil panjang pendek muda tua hijau merah
    putih hitam biru kuning perak tunggal ganda campuran putra putri merah-putih garuda pribumi muslim
    kristen katolik islam hindu buddha yahudi arab melayu jawa sunda batak minang bugis barat timur utara selatan
    tuhan allah nabi alquran surga neraka bumi matahari bintang siber ransomware malware chatbot avatar
    website email online offline update live streaming podcast viral trending gratis promo diskon hadiah giveaway
    voucher tiket hotel restoran kafe menu resep bumbu nasi ayam ikan sapi kambing telur sayur buah kopi teh gula
    garam beras jagung kedelai pupuk petani nelayan koperasi bitcoin kripto ethereum
    blockchain token reksadana obligasi rupiah dolar euro yen yuan ringgit persen juta miliar triliun ribu ratus
    puluh kilometer meter kilogram ton liter jam detik abad dekade android windows linux chrome gmail
    playstore appstore iphone galaxy macbook playstation xbox covid-19 omicron corona virus vaksin pasangan kisah
    sosok gaya langkah nasib potret momen aksi kubu gubuk karya citra pidato ucapan sikap nama-nama kediaman rumor
    elektabilitas tugas status profil biodata cuitan tanda jejak trik tips daftar jadwal prediksi
      link resmi breaking mengharap pascagempa pasca eks ex mukernas rapimnas rakernas munas munaslub
    pansel pansus muktamar raker rapim ebola pixel turut titik iduladha idulfitri idul gakkum binpres korporat tbk
    persero perseroda
    dirinya ulang istimewa keren unik serius sah batal gagal sukses makan bergizi aries leo virgo libra zodiak
    cancer taurus gemini scorpio sagitarius capricorn aquarius pisces shio dewa kolaborasi blancos lebaran natal
    paskah nyepi waisak imlek galungan kurban kuningan puasa ramadan salat sholat haji umrah zakat sahur takbiran
    tahlil pengajian
    """
) - {"kuningan", "jawa", "sunda"}
# Words formed as names are not; in capitals they go on with an office or a body: "Pengembangan", "Edukasi".
DERIVED: Final = (
    r"(?:pe[mnlr]|peng|peny|ke|per|pe)[a-z]{4,12}an(?:nya)?|(?:me[mnlrwy]|ber|ter)[a-z]{3,12}(?:kan|an|i)?"
    r"|[a-z]{3,12}(?:asi|isasi|itas|ologi|isme|ektur|grafi|nya|kah|(?<!l)lah)|se[a-z]{3,12}nya|[a-z]{5,12}kan"
    r"|di(?:ber|per|ke|pe|se|si|ta|te|ti|tu|ba|ga|ja|je|ju|ku|la|le|pu|po|sa|so|su|ca|ce|cu)[a-z]{3,12}"
)
# Between a name and the office behind it: "Budi, seorang guru".
ARTICLES: Final = words("seorang salah satu sang para sebuah")
