"""Words around figures in Indonesian news."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_words import FigureWords, phrases, words
from articles.extraction.indonesian.counted import CLASSIFIERS, COMPOUNDS, NO_NOUNS, PEOPLE, THINGS
from articles.extraction.indonesian.units import DURATIONS, MONEY, UNITS

_ABOUT: Final = phrases("""
    sekitar | sekira | sekitaran | kira-kira | kurang lebih | lebih kurang | kisaran | di kisaran | pada kisaran
    diperkirakan | diperkirakan sekitar | ditaksir | diestimasi | estimasi
""")
_AT_LEAST: Final = phrases("""
    sedikitnya | setidaknya | setidak-tidaknya | sekurangnya | sekurang-kurangnya | paling sedikit | paling kurang
    paling tidak | paling murah | paling singkat | paling rendah | paling cepat | paling minim | minimal | minimum
    minimalnya | tidak kurang dari | tak kurang dari | serendah-rendahnya | sesingkat-singkatnya
""")
_AT_MOST: Final = phrases("""
    maksimal | maksimum | maksimalnya | paling banyak | paling mahal | paling lama | paling tinggi | paling besar
    paling lambat | paling banter | paling jauh | paling berat | tidak lebih dari | tak lebih dari
    tidak sampai | tak sampai | hingga | sampai | sampai dengan | tidak melebihi | tak melebihi | selama-lamanya
    setinggi-tingginya | kurang dari | di bawah | dibawah
""")
_NEARLY: Final = phrases("hampir | nyaris | mendekati | menjelang")
_MORE_THAN: Final = phrases("""
    lebih dari | lebih | melebihi | di atas | diatas | melampaui | tembus | menembus | menembus angka | lebih besar dari
""")
_PLAIN: Final = phrases("""
    sebanyak | sebesar | senilai | seharga | setinggi | seluas | sepanjang | seberat | selebar | sedalam | sejauh
    selama | sejumlah | berjumlah | mencapai | total | totalnya | jumlah | hanya | cuma | tercatat | rata-rata | baru
    naik | turun | meningkat | menurun | tumbuh | melonjak | melesat | melejit | melambung | anjlok | merosot | menyusut
    susut | menguat | melemah | terkoreksi | setara | mulai dari | mulai | capai | persis | tepat | sudah | antara
    berkisar | menyentuh | bertambah | berkurang | berdurasi | berbobot | berukuran | berkekuatan | berkapasitas
    bermagnitudo | sebanyak-banyaknya | terhitung | terkumpul
""")
_COUNTING: Final = phrases("""
    sebanyak | sejumlah | berjumlah | total | jumlah | hanya | cuma | tercatat | ada | terdapat | punya | memiliki
    mencapai | total ada
""")
# Longer groups first in thought: a chain of phrases is one qualifier, "hanya sebesar", "mencapai lebih dari".


WORDS: Final = FigureWords(
    qualifiers=dict.fromkeys(_PLAIN)
    | dict.fromkeys(_ABOUT, "about")
    | dict.fromkeys(_AT_LEAST, "at_least")
    | dict.fromkeys(_AT_MOST, "at_most")
    | dict.fromkeys(_NEARLY, "nearly")
    | dict.fromkeys(_MORE_THAN, "more_than"),
    fillers=words("""
        ada angka jarak radius level posisi terdapat sampai dari nilai harga dalam di sementara per hari
        malam bulan
    """),
    over_verbs=words("hanya baru cuma"),
    after={"lebih": "more_than", "an": "about"},
    compared=words("""
        rendah tinggi besar kecil murah mahal banyak sedikit cepat lambat dulu awal lama baik buruk jauh dekat tua muda
        berat ringan kuat lemah pendek panjang luas sempit tipis tebal hemat irit dari lanjut
    """),
    counting=frozenset({*_ABOUT, *_AT_LEAST, *_NEARLY, *_MORE_THAN, *_COUNTING}),
    units=UNITS,
    durations=DURATIONS,
    smaller={
        "abad": ("tahun", 100),
        "tahun": ("bulan", 12),
        "minggu": ("hari", 7),
        "pekan": ("hari", 7),
        "hari": ("jam", 24),
        "jam": ("menit", 60),
        "menit": ("detik", 60),
    },
    times=frozenset({"kali", "x"}),
    money=MONEY,
    scale_letters={"t": 10**12, "tn": 10**12, "m": 10**9, "b": 10**9, "k": 10**3},
    per=frozenset({"per", "tiap", "setiap"}),
    not_after=words("""
        segi roda bintang simpang melati
        pasal ayat nomor no nomer huruf butir bab jilid edisi seri tipe type kelas peringkat ranking rangking urutan
        posisi rt rw blok kamar lantai gate gerbang jalur rute koridor komisi golongan tahap fase grup group level
        episode musim tahun tanggal tgl jam pukul telepon telp hp wa whatsapp uu pp perpres permen keppres kepres
        inpres perda pmk sk liga piala sma smp sd smpn sman sdn smkn smk mts man tk versi km kilometer halaman hal
        lampiran jl jalan gang juncto jo menit ronde babak pekan laga seksi zona kloter gelombang batch volume vol
        kode nik npwp norek rekening nopol tol bus distrik tol generasi model varian ke menara gedung terminal
        stasiun dermaga unit pos sektor ring divisi batalyon
    """),
    idioms=phrases("kaki lima"),
    shortened=words("no nos jl jln hal tgl kec kel vol psl ps"),
    not_before=words("""
        wib wita wit gmt utc ayat pasal huruf juncto jo kuhp kuhap am pm uhf vhf fm pun muharram muharam safar rabiul
        rabiulawal rabiulakhir jumadil jumadilawal jumadilakhir rajab syaban sya'ban ramadan ramadhan syawal zulkaidah
        dzulkaidah dzulqa'dah zulhijah zulhijjah dzulhijjah dzulhijah tak
    """),
    ages=words("""
        usia berusia usianya umur berumur umurnya remaja pria wanita musisi perempuan bocah lelaki laki-laki kakek nenek
        gadis pemuda balita aktor aktris penyanyi artis bek gelandang penyerang striker kiper winger pebulutangkis
        pembalap petinju pesepakbola petenis pegolf politisi politikus selebgram pelatih komedian presenter sutradara
    """),
    life=frozenset({"usia", "usianya", "umur", "umurnya"}),
    spans=words("selama waktu dalam sudah telah hampir sekitar setelah"),
    rates=words("kurs nilai tiap setiap per"),
    sorts=words("kelas nomor"),
    no_one=words("pun saja-pun"),
    none=words("tidak tak bukan"),
    mates=words("rekan teman kawan rombongan kolega se"),
    within=words("dalam di ke dari pada jadi menjadi sebagai bagai"),
    before_years=words("sejak tahun pada hingga sampai awal akhir pertengahan sepanjang selama musim antara semenjak"),
    years=frozenset({"tahun"}),
    ago=frozenset({"lalu", "silam", "kemudian", "sebelumnya", "mendatang", "lagi"}),
    this=frozenset({"itu", "ini", "tersebut"}),
    people=PEOPLE,
    classifiers=CLASSIFIERS,
    things=THINGS,
    compounds=COMPOUNDS,
    no_nouns=NO_NOUNS,
    verbs=r"(?:meng|meny|mem|men|me[lrwy])[a-z]{3,}|di[a-z]{4,}|ber[a-z]{4,}|ter[a-z]{4,}",
    looks_like_verb=words("""
        menteri mentri menantu menara memo memori memoar mental mentor mentega mesin merek meriam melayu merpati mercon
        direktur direktorat dirjen
        diplomat dinding distrik divisi diskusi disabilitas difabel dimensi digit dialog diagram diktator distributor
        disertasi disiplin diaspora dioses ditjen dispenser diplomasi berkas berita berlian beruang berhala berlusconi
        terdakwa tersangka terduga terpidana teroris terminal terowongan termos teror terumbu teritori terlapor
        mendali membran member dinas
    """),
    plural="",
    possessive=r"(?<=[a-z]{3})nya$",
    predicates=words("""
        telah sudah akan sedang masih belum tidak sempat bisa dapat harus mesti tengah pernah ikut turut tewas meninggal
        hilang selamat luka terluka rusak adalah merupakan menjadi berhasil gagal hadir positif negatif sembuh gugur
    """),
    befell=words("tewas meninggal luka-luka luka terluka hilang selamat ditahan ditangkap dirawat kritis"),
    auxiliaries=words("""
        telah sudah akan sedang masih belum tidak sempat bisa dapat harus mesti tengah pernah ikut turut adalah
        merupakan menjadi
    """),
    joins=frozenset({"dan", "serta", "atau"}),
    not_one_before=words("""
        hal pihak sisi kata sama per lagi pun saja persatu ini itu tersebut suara tujuan arah frekuensi panggung atap
        meja komando waktu saat ketika bentuk cara alasan contoh upaya langkah dengan lain-lain
    """),
    not_half_before=words("matang hati mati final jadi sadar telanjang badan baya lapangan bercanda berbisik main"),
    fold="lipat",
    ranges=frozenset({"hingga", "sampai", "sampai dengan", "s/d", "sd", "s.d.", "-", "–", "—"}),
    either=frozenset({"atau"}),
    into=frozenset({"menjadi", "ke", "jadi"}),
    out_of=frozenset({"dari"}),
    millions=frozenset(),
    others=frozenset({"lainnya", "lain"}),
    ranges_between={"antara": "dan"},
    of=frozenset({"dari"}),
    of_bare=frozenset({"dari"}),
    that=frozenset({"bahwa", "dan", "namun", "tetapi", "adapun", "sementara"}),
    of_all=words("total jumlah keseluruhan seluruh sekitar sebanyak hampir lebih dari sejumlah para kurang totalnya"),
    among=phrases("""
        di antaranya | diantaranya | antaranya | di antara mereka | diantara mereka | dari mereka | dari jumlah itu
        dari jumlah tersebut | di antara jumlah itu | dari total tersebut | dari total itu
    """),
    of_those=phrases("""
        dari jumlah tersebut | dari jumlah itu | dari jumlah ini | dari total tersebut | dari total itu | dari mereka
        dari angka tersebut | dari angka itu | di antara mereka | di antaranya | diantaranya | dari sejumlah itu
        dari total jumlah tersebut | dari keseluruhan jumlah tersebut
    """),
    collectives={
        "ketiga": 3,
        "keempat": 4,
        "kelima": 5,
        "keenam": 6,
        "ketujuh": 7,
        "kedelapan": 8,
        "kesembilan": 9,
        "kesepuluh": 10,
        "kesebelas": 11,
        "kedua": 2,
    },
    changes=words("""
        naik turun meningkat menurun tumbuh melonjak anjlok melemah menguat susut menyusut berkurang bertambah lebih
        kurang terkoreksi merosot melejit melesat terkontraksi menjadi berubah beranjak dinaikkan diturunkan kenaikan
        penurunan peningkatan pertumbuhan bergerak melambat bergeser ditambah dikurangi
    """),
    tells=words("""
        capai tembus raih catat tercatat butuh perlu punya miliki habiskan kucurkan terima bayar jual beli rugi untung
        adalah ialah yaitu yakni merupakan berada berlaku
        senilai sebesar seharga seluas sejauh setinggi sedalam sepanjang seberat
        sebanyak sejumlah selama setara plus alami jadi tinggal sekali duduk dibanding ketimbang dapat beri kasih kena
    """),
    no_verbs=words("""
        kenaikan penurunan peningkatan pertumbuhan dividen deviden diplomatik digital diskon direksi diare diabetes
        diesel dilema dinasti diskriminasi distribusi dinamika dispensasi digitalisasi diversifikasi tertinggi terendah
        terbesar terkecil terbaru terbanyak terakhir terbuka tertutup tertentu terpadu terpilih terbatas terjauh
        termahal termurah terpanjang tercepat berkelanjutan berjangka bersubsidi bersenjata berlian berharga
    """),
    said=words("""
        kata katanya ujar ujarnya ucap ucapnya tutur tuturnya ungkap ungkapnya imbuh imbuhnya tegasnya jelasnya
        terangnya paparnya sebutnya lanjutnya tambahnya dikutip dilansir menurut menurutnya bahwa
    """),
    clauses=words("""
        karena sebab lantaran akibat sehingga agar supaya jika bila kalau apabila ketika saat setelah sesudah sebelum
        usai sementara sedangkan meski meskipun walau walaupun namun tetapi tapi maka selagi seraya sembari sambil
    """),
    nears=words("pada dengan ke kepada hingga sampai dalam"),
    beside=words("dengan kepada untuk bagi"),
    levels=words("""
        angka level posisi kisaran titik harga nilai jumlah total besaran sebesar senilai tingkat sisa selisih rata-rata
        tahun bulan hari minggu periode
    """),
    in_games=words("dalam di selama"),
    targets=words("target pagu anggaran plafon proyeksi outlook kuota kapasitas nilai harga total"),
    sums=r"(?<!se)(?<!ber)(?:jumlah|populasi|total)(?: total| keseluruhan| seluruh)?",
    part_of_games=words("poin angka gol assist kemenangan kekalahan cleansheet kebobolan"),
    games=words("pertandingan laga partai game gim balapan seri penampilan caps"),
    until=phrases("hingga | sampai | sampai dengan | per | per tanggal | hingga tanggal | s/d | sampai tanggal"),
    since=phrases("sejak | sejak tanggal | semenjak | terhitung sejak | terhitung mulai"),
    since_event=frozenset({"setelah", "usai", "sesudah", "pasca"}),
    starts=words("""
        dimulainya dimulai mulai dibukanya dibuka berlakunya berlaku diberlakukannya diberlakukan pecahnya pecah
        meletusnya meletus diluncurkan diluncurkannya diresmikan dilantik
    """),
    boilerplate=("baca juga", "baca pula", "simak juga", "lihat juga", "simak video", "tonton juga", "[gambas"),
)
