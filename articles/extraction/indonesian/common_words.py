"""Ordinary words that headlines and first words of sentences print in capitals; no name has them."""

from __future__ import annotations

from typing import Final

from articles.extraction.word_lists import words

# What headlines say that people do; without the prefix that a sentence would give them.
_HEADLINE_VERBS: Final = words(
    """
    ungkap sebut minta cabut copot tuding bela buka tanam akui dorong kena soroti ancam pamer rayakan bagikan
    siapkan tegaskan tawarkan wujudkan keluarkan harapkan salurkan pertimbangkan luncurkan tunda gelar kunjungi
    temui hadiri pimpin lantik pecat larang usul usulkan desak imbau ajak bantah sindir balas bahas beber bongkar
    kawal kejar kritik puji sanjung sentil semprot gugat polisikan laporkan jenguk jemput sambut lepas ambil bawa
    bangun beli jual bikin buat cari cek coba curi dapat gagalkan ganti genjot hapus hentikan ingatkan jadikan jawab
    jelaskan kalahkan kecam kembangkan ketemu kenang kumpulkan kirim lawan lakukan masuk menangi nikahi nilai
    optimistis pakai panggil pastikan perkuat percepat pilih posting pukul raih resmikan rilis rebut sampaikan
    selidiki serahkan serang setop sita susul tahan tambah tampilkan tangkap targetkan tegur tekankan tembak tewas
    tertibkan tetapkan tiba tinjau tolak tuntut tutup tulis tunjuk ubah undang unggah unggul usut wanti-wanti
    waspadai
    """
)
_NOUNS: Final = words(
    """
    absen akademik akses aksen ambulans amanah ancaman analisis armada asuransi bakti banget batik bedah bebek
    belanja bensin berkah bijak body bonus booth buntut busana cahaya cedera cek cerah chord cuti dangdut darurat
    data debut demokrasi dessert detail disabilitas disebut diskusi dompet dress duel duit eksternal elemen
    elektronik emiten fakta faktor fenomena fitur flashback futsal gawang geopark gegara gerakan gletser goreng
    guling hamil hangat hari-hari helikopter hemat hidung horor ijazah iklan individual intelektual intensitas
    intervensi isu izin jajaran jantung jaringan jasad jawaban jenazah judul kaca kado kandang kanker karier kasta
    kayu keliling kekacauan khawatir kios koin kolektif kolesterol komandan komentar komersial konser konsorsium
    konten kontrak konvoi kode koper krisis kulineran kunci laporan layanan lengan leher lelang logam lontong lulus
    makna manfaat mantu massal mayat meme mewah mimpi misteri misterius mitra modern modus momentum motif mudah
    mudah-mudahan nasabah nikah nilai-nilai nota obrolan oknum opsi original otomotif pagu panel panduan panik
    parpol password pastel paten pedoman pejabat pejuang pelat pelatnas pelukan pelantun pemohon penerima pencipta
    pengungsi penyebab perilaku perintah pertemuan pertunjukan performa pertarungan petunjuk piutang platform
    polemik pompa postingan portofolio poster potongan praktisi pribadi proposal pujian pulang rahasia rantai
    real-time respons ritual rudal rute sadar saudara saudari sayap sederet sedan selebriti selebritas selepas
    sembako semester semen semangat sengit seni sensor siaga sinergi sirkuit skala skema sipil solusi spesialis
    syarat tabel tabrakan tahbisan taksi tandang tangan tangga tangis tantangan tarif tas telinga tembakan tendangan
    teknik tersandung toleransi tombol tradisi transaksi transmisi tren tudingan tunai uang valas varian visual voli
    wajah wajib waktu warna warung wewenang adat aduan agenda ajang akurasi alamat aset aspirasi aturan bayangan
    bekal beda bentuk berikut berkas bocoran bukti bursa cabang cadangan capaian catatan deretan dugaan durasi efek
    fasilitas gelombang generasi gugatan harta heboh heran hiburan ide impian incaran informasi insentif jembatan
    jurus kabinet kapasitas kategori kebijakan keluhan kendala kesempatan keterangan keunggulan kolom komunitas
    kondisi konsep kreasi kronologi kualitas kuliner layar lebih limbah lokasi lowongan manajemen materi mekanisme
    menu merek metode misi modal narasi niat objek omzet opini paket panggung partai pelanggan pelaku peluang
    pelayanan pemilik penonton penumpang perayaan pesan pesona peta petani petualangan potensi prestasi prinsip
    prosedur proses protes psikologi rangkaian rapor reaksi referensi rekomendasi relasi reputasi resiko risiko
    rombongan saran sejarah sektor sentimen seragam sertifikat sidang simbol sinyal sistem skandal sorotan standar
    statistik strategi struktur suasana suporter surat survei tanggapan tantiem tekanan terobosan tragedi
    transformasi tugas tuntutan ulasan ungkapan unsur usia usulan vonis wacana wisata wisatawan zat etik etika skill
    penjual pembeli pengguna pengunjung penduduk pendaftar pendukung penggemar penyelenggara
    """
) - {"etika"}
_SMALL: Final = words(
    """
    stablecoin altcoin investigator seingat sepengetahuan setahu menurutku pandai absolut agresif alami alhasil
    bahagia bareng berujung berat biasa bisu buruk cepat coklat damai dimana dini dipandu disusul drastis fatal
    fantastis fenomenal gak gitu gratis guna gagah horisontal horizontal ilegal induk instan jarang jernih juara
    kelak kendati klinis kuat kuno lantaran legendaris lelah lengkap lucu maha manis manual maju mati memanas meriah
    mesra murah murni nekat nol palsu panas panik parah pilu ringan romantis seakan sakit santai satu-satunya segini
    sejumlah selesai semalaman sempurna senior seru sesaat seksi sibuk siap spesial strategis sukses suram susah
    tenang terancam tegas terbesar terendah tertinggi terkaya terlalu tuntas unggulan gara-gara sampai pun kini usai
    jelang jadi soal demi bak cs vs per versus feat bukan belum pasca-perang sedunia se-indonesia se-asia se-dunia
    """
)
# English words in names of products, rounds, programmes.
_ENGLISH: Final = words(
    """
    assist assistant auto automatic big blue body brake braking buy cash challenge channel chat class clear cloud
    coffee content cover cyber cycle data date death detection diesel digital double down drive driver dual electric
    electronic energy equity family fashion fast first fitness flash food forward fresh full fun game gaming glass
    gold golden golf health hotel hybrid innovation intelligence joint kick level lifestyle light line liquid live
    lounge market media meeting mirror mobile mode money monitoring morning motor music net network new news next
    night off office official oil online open operation original outer outlet package paper parking payment peak
    people personal phone photo plus plug-in point policy pop post premium preview pro product project promotion
    graphite metallic midnight arctic silver quick racing rally released reserved real rear resort review ride riding
    road room run sale screen season seat
    security sensor
    series service shell shop show skin skincare smart social sound speed spot sport standard star starter station
    store studio style super supply system tap tech top tour tower town trade trading trail transfer travel trip
    turbo ultimate ultra vehicle venture video view visa vision vlog watch web wedding weekend wellness with women
    world zero the of and for
    """
)
COMMON: Final = _HEADLINE_VERBS | _NOUNS | _SMALL | _ENGLISH
