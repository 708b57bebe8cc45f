"""Words around figures in Indonesian news."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_words import FigureWords

_ABOUT: Final = ("sekitar", "sekira", "sekitaran", "kira-kira", "kurang lebih", "lebih kurang", "kisaran", "di kisaran")
_AT_LEAST: Final = (
    *("sedikitnya", "setidaknya", "setidak-tidaknya", "sekurangnya", "sekurang-kurangnya", "paling sedikit"),
    *("paling kurang", "paling tidak", "paling singkat", "paling rendah", "paling cepat", "minimal", "minimum"),
    *("tidak kurang dari", "tak kurang dari", "paling minim", "terendah", "minimalnya"),
)
_AT_MOST: Final = (
    *("maksimal", "maksimum", "paling banyak", "paling lama", "paling tinggi", "paling besar", "paling lambat"),
    *("paling banter", "tidak lebih dari", "tak lebih dari", "tidak sampai", "tak sampai", "hingga", "sampai"),
    *("sampai dengan", "tidak melebihi", "maksimalnya"),
)
_NEARLY: Final = ("hampir", "nyaris", "mendekati", "kurang dari", "di bawah", "dibawah", "menyentuh hampir")
_MORE_THAN: Final = ("lebih dari", "lebih", "melebihi", "di atas", "diatas", "melampaui", "tembus", "menembus")
_PLAIN: Final = (
    *("sebanyak", "sebesar", "senilai", "seharga", "setinggi", "seluas", "sepanjang", "seberat", "selebar"),
    *("sedalam", "sejauh", "selama", "sebuah", "sejumlah", "berjumlah", "mencapai", "total", "totalnya", "hanya"),
    *("tercatat", "rata-rata", "baru", "cuma", "terdapat sebanyak", "ada sebanyak", "total sebanyak", "hanya sebesar"),
    *("hanya sekitar", "mencapai sekitar", "mencapai lebih dari", "naik", "turun", "meningkat", "menurun", "setara"),
    *("secara total", "genap", "persis", "tepat", "sudah", "antara", "berkisar antara", "berkisar", "total ada"),
    *("mencapai rata-rata", "baru sekitar", "total sebesar", "total senilai", "sebanyak total", "masing-masing"),
    *("setiap", "tiap", "menjadi", "mencapai sebesar", "sejauh sekitar", "kurang", "bertambah", "berkurang"),
    *("menyentuh", "hingga mencapai", "berdurasi", "berbobot", "berukuran", "berkekuatan"),
)

_UNITS: Final = {
    "%": "%",
    "persen": "%",
    "prosen": "%",
    "per cent": "%",
    "percent": "%",
    "poin persentase": "poin persentase",
    "poin persen": "poin persentase",
    "basis poin": "basis poin",
    "bps": "basis poin",
    "bp": "basis poin",
    "kilometer persegi": "kilometer persegi",
    "km persegi": "kilometer persegi",
    "km2": "kilometer persegi",
    "km²": "kilometer persegi",
    "meter persegi": "meter persegi",
    "m persegi": "meter persegi",
    "m2": "meter persegi",
    "m²": "meter persegi",
    "meter kubik": "meter kubik",
    "m3": "meter kubik",
    "m³": "meter kubik",
    "kilometer per jam": "km/jam",
    "km per jam": "km/jam",
    "km/jam": "km/jam",
    "km/h": "km/jam",
    "kilometer": "kilometer",
    "km": "km",
    "meter": "meter",
    "m": "meter",
    "mdpl": "mdpl",
    "sentimeter": "sentimeter",
    "centimeter": "sentimeter",
    "cm": "cm",
    "milimeter": "milimeter",
    "mm": "mm",
    "mikrometer": "mikrometer",
    "mikron": "mikron",
    "nanometer": "nanometer",
    "mil": "mil",
    "mil laut": "mil laut",
    "inci": "inci",
    "inch": "inci",
    "kaki": "kaki",
    "kilogram": "kilogram",
    "kg": "kg",
    "gram": "gram",
    "gr": "gram",
    "g": "gram",
    "miligram": "miligram",
    "mg": "mg",
    "kuintal": "kuintal",
    "ton": "ton",
    "ons": "ons",
    "troy ounce": "troy ounce",
    "troy ons": "troy ounce",
    "hektare": "hektare",
    "hektar": "hektare",
    "ha": "hektare",
    "are": "are",
    "liter": "liter",
    "mililiter": "mililiter",
    "ml": "ml",
    "cc": "cc",
    "barel": "barel",
    "galon": "galon",
    "gigawatt": "gigawatt",
    "gw": "gigawatt",
    "megawatt": "megawatt",
    "mw": "megawatt",
    "kilowatt": "kilowatt",
    "kw": "kilowatt",
    "watt": "watt",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "twh": "TWh",
    "mwp": "MWp",
    "kva": "kVA",
    "volt": "volt",
    "ampere": "ampere",
    "mah": "mAh",
    "hp": "hp",
    "dk": "dk",
    "tk": "tk",
    "nm": "nm",
    "rpm": "rpm",
    "derajat celsius": "°C",
    "derajat celcius": "°C",
    "°c": "°C",
    "°": "derajat",
    "derajat": "derajat",
    "celsius": "°C",
    "celcius": "°C",
    "magnitudo": "magnitudo",
    "skala richter": "SR",
    "sr": "SR",
    "desibel": "desibel",
    "hz": "Hz",
    "mhz": "MHz",
    "ghz": "GHz",
    "mbps": "Mbps",
    "gb": "GB",
    "tb": "TB",
    "mb": "MB",
    "megapiksel": "MP",
    "mp": "MP",
    "inchi": "inci",
    "karat": "karat",
    "kalori": "kalori",
    "kkal": "kkal",
    "knot": "knot",
    "oktan": "oktan",
    "mmscfd": "MMSCFD",
    "bopd": "BOPD",
    "teu": "TEU",
    "teus": "TEU",
    "lot": "lot",
}
_MONEY: Final = {
    "rupiah": "IDR",
    "dolar amerika serikat": "USD",
    "dollar amerika serikat": "USD",
    "dolar amerika": "USD",
    "dolar as": "USD",
    "dollar as": "USD",
    "dolar singapura": "SGD",
    "dollar singapura": "SGD",
    "dolar australia": "AUD",
    "dollar australia": "AUD",
    "dolar hong kong": "HKD",
    "dolar kanada": "CAD",
    "dolar": "USD",
    "dollar": "USD",
    "usd": "USD",
    "euro": "EUR",
    "poundsterling": "GBP",
    "pound sterling": "GBP",
    "poundsterling inggris": "GBP",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ringgit malaysia": "MYR",
    "ringgit": "MYR",
    "baht": "THB",
    "won": "KRW",
    "peso": "PHP",
    "rupee": "INR",
    "riyal": "SAR",
    "real": "SAR",
    "dirham": "AED",
    "franc swiss": "CHF",
    "rubel": "RUB",
    "lira": "TRY",
}
_PEOPLE: Final = frozenset(
    """
    orang jiwa warga penduduk masyarakat manusia individu korban tersangka terdakwa terduga terpidana saksi ahli pelaku
    buron buronan tahanan narapidana napi pekerja karyawan pegawai buruh tenaga guru dosen siswa siswi pelajar
    mahasiswa mahasiswi murid santri anak balita bayi remaja pemuda pemudi pria wanita perempuan laki-laki lelaki ibu
    bapak lansia dokter perawat pasien bidan petani nelayan pedagang penumpang pengemudi sopir pengendara pemudik
    jemaah jamaah haji peserta pemain atlet wasit pelatih penonton suporter anggota personel personil prajurit polisi
    tentara petugas aparat relawan pejabat asn pns pppk cpns wni wna pmi tki tkw turis wisatawan pengunjung tamu
    pengungsi migran imigran sandera penyandang penderita jasad jenazah mayat hakim jaksa pengacara advokat notaris
    wartawan jurnalis pemilih calon kandidat bakal menteri gubernur bupati kades kandidat caleg legislator senator
    pengusaha investor nasabah pelanggan konsumen pengguna pelamar lulusan alumni peneliti ilmuwan pakar profesor
    musisi artis seniman penyanyi aktivis demonstran pendemo massa awak kru abk pilot pramugari kepala keluarga kk
    warganet netizen perwira bintara tamtama tukang ojol juru pemulung pengemis tunawisma yatim janda duda pasangan
    saudara kakak adik cucu keponakan sahabat teman rekan jemaat pendeta ustaz kiai ulama pengurus komisioner
    tersangkanya muridnya siswanya anaknya pengikut responden penerima penghuni pengunjuk wajib pendonor
    """.split()
)

WORDS: Final = FigureWords(
    qualifiers=dict.fromkeys(_PLAIN)
    | dict.fromkeys(_ABOUT, "about")
    | dict.fromkeys(_AT_LEAST, "at_least")
    | dict.fromkeys(_AT_MOST, "at_most")
    | dict.fromkeys(_NEARLY, "nearly")
    | dict.fromkeys(_MORE_THAN, "more_than"),
    after={"lebih": "more_than", "an": "about", "ke atas": "at_least"},
    units=_UNITS,
    durations=frozenset(
        "tahun th thn bulan bln hari jam menit detik pekan minggu dekade abad malam semester kuartal triwulan".split()
    ),
    times=frozenset({"kali", "kali lipat", "x"}),
    money=_MONEY,
    scale_letters={"t": 10**12, "m": 10**9, "tn": 10**12, "k": 10**3, "b": 10**9},
    per=frozenset({"per", "tiap", "setiap"}),
    not_after=frozenset(
        """
        pasal ayat nomor no nomer huruf butir bab jilid edisi seri tipe type kelas peringkat ranking rangking urutan
        posisi rt rw blok kamar lantai gate gerbang jalur rute koridor komisi golongan tahap fase grup group level
        episode musim tahun tanggal tgl jam pukul telepon telp hp wa whatsapp uu pp perpres permen keppres kepres
        inpres perda pmk sk liga piala sma smp sd smpn sman sdn smkn smk mi mts man tk versi km kilometer halaman hal
        lampiran jl jalan gang juncto jo angka poin distrik dapil pos pilar sektor menit ronde babak pekan laga seksi
        wilayah zona kloter gelombang batch bagian volume vol bus kode sila nik npwp norek rekening nopol satker
        """.split()
    ),
    not_before=frozenset("wib wita wit gmt utc ayat pasal huruf juncto jo kuhp kuhap tahun-an besar sekaligus".split()),
    ages=frozenset(
        """
        usia berusia umur berumur remaja pria wanita musisi perempuan bocah anak lelaki laki-laki kakek nenek gadis
        pemuda balita bayi siswi siswa pelajar mahasiswa mahasiswi aktor aktris penyanyi artis pemain bek gelandang
        penyerang striker kiper pelatih pebulutangkis pembalap petinju pesepakbola politisi politikus ibu bapak
        janda duda perjaka selebgram
        """.split()
    ),
    ago=frozenset({"lalu", "silam", "yang lalu", "yang silam", "kemudian", "sebelumnya", "lamanya lalu"}),
    people=_PEOPLE,
    classifiers=frozenset(
        "orang buah unit ekor lembar batang butir jiwa paket titik pucuk bungkus botol karung sak dus".split()
    ),
    compounds=frozenset(
        """
        warga negara|tukang becak|lapangan kerja|rumah sakit|kepala keluarga|rumah tangga|sepeda motor|alat berat
        tenaga kerja|anggota keluarga|alat bukti|barang bukti|kepala daerah|kepala desa|perguruan tinggi
        tempat tidur|tempat tinggal|wajib pajak|penyandang autisme|penyandang disabilitas|gelar juara|kartu kuning
        kartu merah|medali emas|medali perak|medali perunggu|unit rumah|saksi ahli|ibu hamil|calon jemaah
        """.replace("\n", "|")
        .strip("| ")
        .split("|")
    ),
    no_nouns=frozenset(
        """
        dan atau serta tetapi tapi namun yang di ke dari pada untuk dengan oleh dalam kepada terhadap tentang bagi
        antara hingga sampai sejak saat ketika karena sebab agar supaya jika bila kalau maka itu ini tersebut tadi
        adalah ialah yaitu yakni merupakan telah sudah akan sedang masih belum tidak bukan juga pun saja lagi lah kah
        sama lain lainnya hal pihak secara sebagai seperti sekitar lebih kurang hampir atas bawah antaranya ujar kata
        tutur ungkap jelas imbuh tambah tegas ucap terang lanjut papar sebut kemudian lalu silam sebelumnya setelah
        sesudah sebelum usai sementara sedangkan bahkan hanya baru setiap tiap per masing-masing para ada bisa dapat
        harus mau ingin kini sekarang nanti besok kemarin pagi siang sore malam dini ia dia mereka kami kita saya
        aku anda si sang maupun melalui via versus vs kontra lawan menjadi jadi se tahunan bulanan harian besar kecil
        satu dua tiga empat lima enam tujuh delapan sembilan sepuluh ribu juta miliar triliun
        januari februari maret april mei juni juli agustus september oktober november desember
        """.split()
    ),
    verbs=(r"(?:meng|meny|mem[bfp]|men[cdjstz]|me[lrwy])[a-z]{3,}|di[a-z]{4,}|ber[a-z]{4,}|ter[a-z]{4,}"),
    looks_like_verb=frozenset(
        """
        menteri mentri mental mentor mentega menda mesin merek meja meter medali menit menara menu mengger melayu
        merpati meriam mercon direktur direktorat dirjen diplomat dinas dinding distrik divisi diskusi disabilitas
        difabel dimensi digit dialog diagram diktator distributor disertasi disiplin diaspora dioses ditjen dispenser
        berkas berita beras berlian berat beruang berhala terdakwa tersangka terduga terpidana teroris terminal
        terowongan termos teror terumbu teritori tertuduh terlapor
        """.split()
    ),
    predicates=frozenset(
        """
        telah sudah akan sedang masih belum tidak bisa dapat harus mesti tengah pernah ikut turut tewas meninggal
        hilang selamat luka terluka rusak adalah merupakan menjadi berhasil gagal hadir positif negatif sembuh gugur
        """.split()
    ),
    one=frozenset({"satu", "se"}),
    not_one_before=frozenset(
        """
        hal pihak sisi kata sama per lagi pun saja persatu ini itu tersebut suara tujuan arah frekuensi panggung atap
        meja komando waktu saat ketika bentuk cara alasan satunya contoh upaya langkah bukti dengan lain-lain tempat
        """.split()
    ),
    ranges=frozenset({"hingga", "sampai", "sampai dengan", "s/d", "sd", "s.d.", "-", "–", "—", "ke"}),
    between={"antara": "dan"},
    of=frozenset({"dari"}),
    of_all=frozenset(
        "total jumlah keseluruhan seluruh sekitar sebanyak hampir lebih dari sejumlah para kurang".split()
    ),
    among=(
        "di antaranya",
        "diantaranya",
        "di antara mereka",
        "diantara mereka",
        "dari mereka",
        "dari jumlah itu",
        "dari jumlah tersebut",
        "di antara jumlah itu",
        "antaranya",
    ),
    of_those=(
        "dari jumlah tersebut",
        "dari jumlah itu",
        "dari total tersebut",
        "dari total itu",
        "dari angka tersebut",
        "dari angka itu",
        "dari mereka",
        "dari jumlah ini",
        "di antara mereka",
        "di antaranya",
        "diantaranya",
    ),
    changes=frozenset(
        """
        naik turun meningkat menurun tumbuh melonjak anjlok melemah menguat susut menyusut berkurang bertambah lebih
        kurang terkoreksi merosot melejit melesat terkontraksi menjadi berubah beranjak dinaikkan diturunkan
        """.split()
    ),
    part_of_game=frozenset("poin angka gol assist kemenangan kekalahan seri caps penampilan kartu clean".split()),
    games=frozenset("pertandingan laga partai pekan game gim kali musim balapan seri penampilan".split()),
    until=("per tanggal", "hingga pertengahan", "sampai dengan", "hingga", "sampai", "per", "s/d"),
    since=("sejak tanggal", "sejak", "mulai", "terhitung sejak", "semenjak"),
    starts=frozenset(
        "dimulainya dimulai dibukanya dibuka berlakunya berlaku pecahnya pecah meletusnya meletus".split()
    ),
    after_event=frozenset({"setelah", "sejak", "usai", "pasca", "pascadibukanya", "semenjak"}),
    boilerplate=("baca juga", "baca pula", "simak juga", "lihat juga", "simak video", "tonton juga", "[gambas"),
)
