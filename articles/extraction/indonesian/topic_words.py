"""Words of Indonesian that tell of a subject, by code of the topic, parted by semicolons: one word or two.

A word may stand under several topics; it then tells less of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# What tells of the topic nearly wherever it stands.
TELLING: Final[Mapping[str, str]] = {
    "medtop:01000000": """
        film; sinetron; aktor; aktris; penyanyi; konser; album; lagu; musisi; band; vokalis; sutradara; bioskop;
        drakor; drama korea; box office; teater; pameran; seniman; sastrawan; trailer; pemeran; dibintangi; netflix;
        kpop; k pop; idol; syuting; soundtrack; komedian; pelawak; musik; wayang; gamelan; lukisan; kesenian;
        pentas; sastra; penulis lagu; grup musik; sekuel; layar lebar; rilis lagu; akting; girl group; boy group;
        blackpink; bts; lirik; video musik; budayawan
    """,
    "medtop:02000000": """
        tersangka; polisi; ditangkap; kapolsek; kapolres; polres; polda; polsek; satreskrim; reskrim; penyidik;
        jaksa; terdakwa; vonis; pembunuhan; pencurian; perampokan; narkoba; sabu; pengadilan negeri; hakim; pidana;
        kuhp; tindak pidana; pemerkosaan; pencabulan; penganiayaan; penggelapan; pembacokan; curanmor; begal;
        penjara; dipenjara; rutan; lapas; dakwaan; kejaksaan; kejari; barang bukti; pengeroyokan; penusukan;
        pembunuh; pencuri; maling; diringkus; dibekuk; visum; pelecehan; kekerasan seksual; judi online; perdagangan
        orang; residivis; pemerasan; bareskrim; kasat reskrim
    """,
    "medtop:04000000": """
        ekonomi; inflasi; suku bunga; bank indonesia; investasi; investor; ekspor; impor; apbn; pajak; perbankan;
        umkm; bumn; rupiah; pertumbuhan ekonomi; neraca; laba; omzet; subsidi; pertamina; pln; ojk; nasabah;
        kementerian keuangan; menteri keuangan; ketahanan pangan; bulog; beras; hilirisasi; smelter; nikel; batu
        bara; kilang; minyak mentah; bea cukai; cukai; kadin; apindo; fiskal; moneter; properti; migas; esdm;
        kuartal; pdb; danantara; asuransi; fintech; ritel; komisaris
    """,
    "medtop:05000000": """
        siswa; sekolah; mahasiswa; kampus; universitas; kurikulum; pendidikan; pelajar; dosen; rektor; beasiswa;
        sma; smp; smk; murid; ppdb; spmb; snbp; snbt; utbk; kemendikbud; kemendikdasmen; mendikdasmen; sarjana;
        wisuda; kelulusan; kepala sekolah; perguruan tinggi; ijazah; paud; madrasah; program studi; skripsi;
        akademik; fakultas; pembelajaran; mendiktisaintek
    """,
    "medtop:06000000": """
        lingkungan hidup; emisi; karbon; deforestasi; iklim; perubahan iklim; satwa; konservasi; polusi; pencemaran;
        mangrove; keanekaragaman hayati; ekosistem; klhk; walhi; gas rumah kaca; terumbu karang; terumbu; orangutan;
        daur ulang; energi terbarukan; rehabilitasi hutan; spesies; penghijauan; reboisasi; kualitas udara;
        kelestarian; bksda
    """,
    "medtop:07000000": """
        pasien; dokter; penyakit; rumah sakit; kesehatan; vaksin; virus; kanker; diabetes; hipertensi; medis;
        nutrisi; gizi; stunting; bpjs kesehatan; kemenkes; menkes; infeksi; terapi; puskesmas; imunisasi;
        kolesterol; ginjal; stroke; diagnosis; vitamin; dinkes; dbd; covid; kehamilan; ibu hamil; epidemiologi;
        tekanan darah; gula darah; imunitas; bakteri; tbc; hiv
    """,
    "medtop:09000000": """
        buruh; serikat pekerja; upah; umr; ump; phk; pemutusan hubungan; mogok kerja; ketenagakerjaan; kemnaker;
        menaker; lowongan kerja; lowongan; pengangguran; pesangon; upah minimum; outsourcing; pekerja migran; kspi;
        bpjs ketenagakerjaan; serikat buruh; hari buruh; subsidi upah; bsu
    """,
    "medtop:10000000": """
        resep; kuliner; masakan; fashion; busana; kecantikan; skincare; parfum; dekorasi; zodiak; makeup; outfit;
        gaun; bumbu; camilan; sambal; bawang putih; gaya hidup; dipadukan; serum; sunscreen; pelembap; santan;
        hijab; shio; tanaman hias; interior; gurih; renyah
    """,
    "medtop:11000000": """
        politik; dpr; partai; fraksi; pdip; gerindra; golkar; pks; nasdem; pkb; demokrat; ketua umum; kabinet;
        reshuffle; anggota dpr; koalisi; parlemen; ruu; legislator; wapres; wakil presiden; dprd; politikus;
        politisi; munas; muktamar; mpr; rapat paripurna; paripurna; ketum; sekjen; oposisi; mahkamah konstitusi;
        gibran; jokowi; psi; ppp; pemakzulan
    """,
    "medtop:12000000": """
        gereja; paus; uskup; umat katolik; umat kristen; umat hindu; pura; vihara; waisak; nyepi; paskah; misa;
        pendeta; vatikan; jemaat; lintas agama; moderasi beragama; kementerian agama; menteri agama; rohaniwan;
        biksu; keuskupan; alkitab; yesus; injil
    """,
    "medtop:13000000": """
        ilmuwan; nasa; teleskop; astronom; planet; asteroid; fosil; antariksa; brin; luar angkasa; arkeolog;
        satelit; roket; galaksi; dinosaurus; laboratorium; gerhana; orbit; astronaut; arkeologi; komet; tata surya;
        genetika; fisika
    """,
    "medtop:15000000": """
        olahraga; atlet; medali; turnamen; bulu tangkis; bulutangkis; basket; tinju; petinju; motogp; pembalap;
        balapan; tenis; sirkuit; grand prix; ganda putra; ganda putri; ganda campuran; tunggal putra; tunggal putri;
        bwf; pbsi; semifinal; perempat final; olimpiade; sea games; asian games; koni; podium; klasemen; marathon;
        renang; petarung; ufc; wta; atp; ibl; proliga; nba; kejuaraan; pebulu; pebulutangkis; pelatnas; atletik;
        rider; marquez; bagnaia; kejurnas; kontingen; porprov
    """,
    "medtop:17000000": """
        cuaca; bmkg; prakiraan; prakiraan cuaca; berawan; hujan ringan; hujan lebat; kelembapan; kelembaban;
        kemarau; hujan sedang; cuaca ekstrem; musim hujan; celcius; celsius
    """,
    "medtop:20000056": """
        rudal; gaza; hamas; israel; gencatan senjata; ukraina; zionis; hizbullah; houthi; idf; netanyahu; iran;
        zelensky; putin; palestina; pengeboman; agresi; genosida; serangan udara; milisi; sandera; invasi;
        pertempuran; jet tempur; kkb; opm; teheran; tepi barat
    """,
    "medtop:20000093": """
        korupsi; kpk; suap; gratifikasi; tipikor; kerugian negara; ott; komisi pemberantasan; pencucian uang; tppu;
        dugaan korupsi; kasus korupsi; penyuapan; koruptor; tindak pidana korupsi; tangkap tangan; antirasuah; mark
        up; penyalahgunaan wewenang; jampidsus; memperkaya; penyidik kpk; icw
    """,
    "medtop:20000139": """
        kecelakaan; tabrakan; menabrak; ditabrak; tertabrak; kebakaran; pemadam; damkar; tenggelam; terseret;
        terperosok; tronton; basarnas; tim sar; dievakuasi; luka luka; terguling; korban tewas; kapal tenggelam;
        lakalantas; satlantas; rem blong; laka lantas; hanyut; tertimpa; tergelincir
    """,
    "medtop:20000148": """
        gempa; banjir; longsor; tsunami; erupsi; bpbd; bnpb; magnitudo; mengungsi; tanah longsor; gunung api; puting
        beliung; bencana; gempa bumi; kekeringan; kebakaran hutan; karhutla; vulkanik; episentrum; banjir bandang;
        terendam; tanggap darurat; pusat gempa; banjir rob; pvmbg; skala richter; meluap; longsoran; letusan;
        semeru; lewotobi
    """,
    "medtop:20000385": """
        saham; ihsg; emiten; bursa; bursa efek; dividen; lq45; tbk; wall street; nasdaq; obligasi; reksa dana; harga
        emas; ipo; rups; kapitalisasi pasar; pasar modal; perdagangan saham; lembar saham; sektor saham; dolar as;
        the fed; valas; buyback; portofolio; pasar saham; trader; rights issue; sekuritas; dow jones; tradingview
    """,
    "medtop:20000505": """
        artis; selebritas; selebriti; seleb; selebgram; cerai; perceraian; gugatan cerai; mantan istri; mantan
        suami; infotainment; gosip; pesinetron; pedangdut; pelantun; asmara; nikita; mirzani; selingkuh;
        perselingkuhan; bintang film; raffi; dinikahi
    """,
    "medtop:20000574": """
        pemilu; pilkada; pilpres; kpu; bawaslu; tps; paslon; pasangan calon; caleg; capres; cawapres; pemilih;
        elektabilitas; pemungutan suara; surat suara; cagub; cawagub; calon gubernur; calon bupati; calon presiden;
        quick count; dkpp; pileg; rekapitulasi; hitung cepat; dapil; hak pilih
    """,
    "medtop:20000638": """
        diplomatik; diplomasi; kedutaan; dubes; duta besar; bilateral; menlu; menteri luar; kementerian luar; kemlu;
        dewan keamanan; kunjungan kenegaraan; g20; brics; apec; konsulat; kbri; traktat; multilateral
    """,
    "medtop:20000677": """
        masjid; salat; sholat; shalat; allah; rasulullah; nabi; hadis; hadits; alquran; quran; surah; ayat; puasa;
        ramadan; ramadhan; jemaah; umrah; ustaz; ustadz; kiai; pesantren; santri; zakat; idul adha; idul fitri; mui;
        nahdlatul; muhammadiyah; fatwa; sunnah; sunah; wudhu; dzikir; zikir; muharram; subhanahu; al quran; umat
        islam; allah swt; saw; jamaah; tasyrik; hijriah
    """,
    "medtop:20000756": """
        smartphone; ponsel; iphone; android; kecerdasan buatan; artificial; ai; chatgpt; google; samsung; xiaomi;
        apple; laptop; prosesor; chipset; software; siber; hacker; peretas; startup; gadget; ios; oppo; vivo;
        realme; openai; microsoft; nvidia; starlink; operator seluler; telkomsel; komputer; smartwatch; snapdragon;
        data center; pusat data; 5g; malware; komdigi; menkomdigi
    """,
    "medtop:20001065": """
        sepak bola; sepakbola; timnas; striker; gelandang; bek; kiper; liga champions; skuad; fifa; uefa; pssi;
        persib; persija; persebaya; arema; babak pertama; babak kedua; penalti; premier league; manchester united;
        real madrid; barcelona; liverpool; arsenal; chelsea; juventus; piala dunia; kluivert; suporter; gawang;
        bursa transfer; messi; ronaldo; la liga; bundesliga; piala asia; aff; psm; bali united; tim nasional; musim
        depan; super league; menit ke; offside; shin tae; winger; bhayangkara; semen padang; pesepakbola
    """,
    "medtop:20001279": """
        kripto; bitcoin; ethereum; blockchain; btc; stablecoin; binance; crypto; altcoin; solana; dogecoin; xrp;
        aset kripto; coinmarketcap; indodax; memecoin; defi; tokocrypto; dompet digital
    """,
    "local:otomotif": """
        mobil listrik; motor listrik; otomotif; toyota; yamaha; daihatsu; byd; mitsubishi; hyundai; wuling; suv;
        mpv; hybrid; sedan; pabrikan; torsi; tenaga kuda; gaikindo; giias; transmisi; dealer; otr; sepeda motor;
        matic; skutik; oli; mobil bekas; diler; chery; bmw; mercedes; tesla; nissan; mazda; isuzu; test drive;
        knalpot; innova; xpander; avanza; alphard; kawasaki; ducati; showroom; sasis; facelift; bpkb; pelat nomor;
        jaecoo; denza
    """,
    "local:wisata": """
        wisata; wisatawan; turis; pariwisata; destinasi; liburan; traveler; objek wisata; backpacker; penginapan;
        kunjungan wisatawan; tempat wisata; kemenpar; pendaki; pendakian; taman nasional; berlibur; cruise; desa
        wisata; resort; rinjani; labuan bajo; air terjun; menparekraf; pelancong; wisman; homestay; tiket masuk
    """,
}

# What only adds to others, for it stands in texts on other subjects too.
ADDING: Final[Mapping[str, str]] = {
    "medtop:01000000": "tari; panggung; serial; episode; personel; penggemar; agensi; novel; batik; klip; comeback",
    "medtop:02000000": "korban; kasus; pasal; sidang; bandar; diamankan; tuntutan; pelaku; tkp; penipuan",
    "medtop:04000000": """
        harga; perusahaan; proyek; produksi; tarif; pendapatan; konsumen; industri; pengusaha; anggaran; triliun;
        direktur utama; dirut; kredit; utang; pinjaman; pasokan; perdagangan; bbm
    """,
    "medtop:05000000": "kelas; belajar; soal; sd; guru; kuliah; jurusan; ujian",
    "medtop:06000000": "hutan; populasi; gajah; harimau; habitat; lestari; limbah; sampah",
    "medtop:07000000": "tubuh; darah; obat; demam; alergi; saraf; asupan; jantung; gejala; klinik; protein",
    "medtop:09000000": "pekerja; tenaga kerja; thr; umk; pelamar",
    "medtop:10000000": """
        rasa; warna; tren; menu; desain; motif; koleksi; rambut; kulit; kopi; kue; makanan; minuman; goreng; tepung;
        ramalan; restoran; hunian; aroma; kafe
    """,
    "medtop:11000000": """
        menteri; presiden; istana; komisi; kongres; pan; elite; prabowo; pemerintahan; kader; undang undang
    """,
    "medtop:12000000": "natal; pastor; salib; iman; toleransi; kerukunan",
    "medtop:13000000": "bumi; matahari; riset; penelitian; peneliti; spesies; jurnal; eksperimen",
    "medtop:15000000": "emas; gim; set; pon; babak; juara; formula; unggulan; ronde; sprint; peraih; voli",
    "medtop:17000000": "hujan; angin; suhu; derajat; cerah; kilat; petir; curah",
    "medtop:20000056": "serangan; pasukan; rusia; drone; roket; nuklir; menyerang; militer; perang; tentara",
    "medtop:20000093": "hasto; kejagung; kejaksaan agung",
    "medtop:20000139": """
        truk; sar; evakuasi; api; kapal; terjun; tewas; pengendara; pengemudi; lalu lintas; pencarian; jenazah;
        petugas pemadam; meledak; ledakan; terbakar; terbalik; oleng
    """,
    "medtop:20000148": """
        bantuan; terdampak; logistik; tanggul; abu; rob; genangan; pengungsi; pengungsian; kawah; guncangan
    """,
    "medtop:20000385": """
        indeks; menguat; melemah; rupiah; emas; analis; resistance; support; volume perdagangan; investor asing;
        kurs; bei; antam
    """,
    "medtop:20000505": """
        istri; suami; anak; model; menikah; pernikahan; presenter; instagram; unggahan; postingan; netizen;
        warganet; ibunda; resepsi; lamaran; pacar; kekasih; tunangan; mesra; rumah tangga; pengadilan agama
    """,
    "medtop:20000574": "suara; survei; calon; debat; kampanye; psu; nomor urut",
    "medtop:20000638": """
        perjanjian; kerja sama; delegasi; luar negeri; asean; sanksi; resolusi; pbb; ktt; perdana menteri; gedung
        putih; uni eropa; nato
    """,
    "medtop:20000677": """
        surat; imam; riwayat; sahabat; hr; doa; halal; haram; nu; haji; kurban; islam; ulama; muslim
    """,
    "medtop:20000756": """
        fitur; kamera; layar; baterai; meta; digital; pengguna; perangkat; jaringan; update; platform; internet;
        teknologi; gim; game; robot; galaxy; ram; pc; tablet; tiktok; whatsapp; aplikasi
    """,
    "medtop:20001065": """
        pemain; bola; pelatih; garuda; inter; milan; transfer; serie; kandang; tandang; laga; stadion; klub; liga;
        manchester; kualifikasi; wasit; assist; starting; sarri; gol
    """,
    "medtop:20001279": "token; koin; mata uang; etf; eth; ripple",
    "local:otomotif": """
        unit; mesin; rem; ban; baterai; interior; kendaraan; bodi; cc; honda; suzuki; mobil; motor; varian; stnk;
        astra; ev; eksterior; bensin
    """,
    "local:wisata": """
        tiket; pesawat; bandara; penerbangan; penumpang; gunung; hotel; pengunjung; pantai; spot; visa; travel;
        bule; mancanegara; paspor; maskapai
    """,
}
