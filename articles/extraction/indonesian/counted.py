"""What is counted in Indonesian news, and words behind a number that are nothing counted."""

from __future__ import annotations

from typing import Final

from articles.extraction.figure_words import phrases, words

PEOPLE: Final = words("""
    orang jiwa warga penduduk masyarakat manusia individu korban tersangka terdakwa terduga terpidana saksi ahli pelaku
    buron buronan tahanan narapidana napi pekerja karyawan karyawati pegawai buruh tenaga guru dosen siswa siswi pelajar
    mahasiswa mahasiswi murid santri santriwati anak balita bayi remaja pemuda pemudi pria wanita perempuan laki-laki
    lelaki ibu bapak lansia dokter perawat pasien bidan petani nelayan pedagang penumpang pengemudi sopir pengendara
    pemudik jemaah jamaah haji peserta pemain atlet wasit pelatih penonton suporter anggota personel personil prajurit
    polisi tentara petugas aparat relawan pejabat asn pns pppk cpns wni wna pmi tki tkw turis wisatawan pengunjung tamu
    pengungsi migran imigran sandera penyandang penderita jasad jenazah mayat hakim jaksa pengacara advokat notaris
    wartawan jurnalis pemilih calon kandidat menteri gubernur bupati wali kades caleg legislator senator kadet taruna
    pengusaha investor nasabah pelanggan konsumen pengguna pelamar lulusan alumni peneliti ilmuwan pakar profesor
    musisi artis seniman penyanyi aktivis demonstran pendemo massa awak kru abk pilot pramugari pemulung pengemis
    tunawisma yatim janda duda saudara kakak adik cucu keponakan sahabat teman rekan jemaat pendeta ustaz kiai ulama
    pengurus komisioner pengikut responden penerima penghuni pendonor warganet netizen perwira bintara tamtama tukang
    pembeli penjual pengelola pemilik pemegang pengunjuk marinir pelaut driver pegolf pebalap bek gelandang striker
    penyerang kiper penjaga wisman wisnus frater peziarah pemimpin duta aktor aktris presiden raja rakyat
    juru kepala oknum terlapor pelapor penggugat tergugat perusuh provokator pembalap pendaki wisudawan penari talenta
""")
CLASSIFIERS: Final = words("orang buah unit ekor lembar batang butir jiwa titik pucuk bungkus botol karung sak dus")
THINGS: Final = words("""
    provinsi kabupaten kota kecamatan kelurahan desa dusun negara partai kementerian lembaga perusahaan sekolah
    universitas kampus rumah masjid pesantren puskesmas bandara pelabuhan pulau izin kasus perkara laporan dokumen
    kursi suara paket unit proyek program fraksi fakultas koperasi bank pasar toko hotel kapal pesawat mobil motor
    kendaraan tahap medali gol poin pertandingan laga saham produk merek akun situs titik gunung sungai bendungan
""")
COMPOUNDS: Final = phrases("""
    warga negara | tukang becak | lapangan kerja | rumah sakit | kepala keluarga | rumah tangga | sepeda motor
    alat berat | tenaga kerja | anggota keluarga | alat bukti | barang bukti | kepala daerah | kepala desa
    perguruan tinggi | tempat tidur | tempat tinggal | wajib pajak | penyandang autisme | penyandang disabilitas
    gelar juara | kartu kuning | kartu merah | medali emas | medali perak | medali perunggu | unit rumah
    tanah longsor
    saksi ahli | ibu hamil | calon jemaah | calon haji | tenaga medis | tenaga kesehatan | izin usaha | lampu merah
""")
NO_NOUNS: Final = words("""
    dan atau serta tetapi tapi namun yang di ke dari pada untuk dengan oleh dalam kepada terhadap tentang bagi
    antara hingga sampai sejak saat ketika karena sebab agar supaya jika bila kalau maka itu ini tersebut tadi
    adalah ialah yaitu yakni merupakan telah sudah akan sedang masih belum tidak tak bukan juga pun saja lagi lah
    sama lain secara sebagai seperti sekitar lebih kurang hampir atas bawah antaranya ujar kata
    tutur ungkap jelas imbuh tambah tegas ucap terang lanjut papar sebut kemudian lalu silam sebelumnya setelah
    sesudah sebelum usai sementara sedangkan bahkan hanya baru setiap tiap per masing-masing para ada bisa dapat
    harus mau ingin kini sekarang nanti besok kemarin pagi siang sore malam dini ia dia mereka kami kita saya
    aku anda si sang maupun melalui via versus vs kontra lawan menjadi jadi tahunan bulanan harian besar kecil
    persatu suara-nya berikutnya terakhir diantaranya guna demi tanpa selama selain meski meskipun walau begitu
    satu dua tiga empat lima enam tujuh delapan sembilan sepuluh ribu juta miliar triliun belas puluh ratus
    januari februari maret april mei juni juli agustus september oktober november desember
    sepekan seminggu sebulan setahun sehari semalam sejam kapan pertama kedua ketiga belakangan terbaru
    mendatang depan justru sempat langsung kembali
    resmi tetap makin semakin kian pernah kemudian lantas sontak malah sekaligus
    alias akibat sekaligus mulai tiba datang pergi masuk keluar ikut jatuh lahir pulang berkat lolos unggul cukup
    lewat lainnya banding usah bersama plus minus kalau-kalau sehingga walaupun apabila ketimbang bahwa apa
    siapa mana punya enggak nggak ngga gak sampe paling banget kayak nih sih dong deh loh lho
    tewas luka terluka hilang selamat meninggal rusak dll dkk dsb wib wita wit
""")
