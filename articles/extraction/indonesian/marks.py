"""What stands around quotation marks in Indonesian news."""

from __future__ import annotations

from typing import Final

from articles.extraction.mark_words import MarkWords
from articles.extraction.speech_words import words

INDONESIAN: Final = MarkWords(
    titles=words("""
        berjudul judul judulnya bertajuk tajuk bertema tema temanya film filmnya lagu lagunya single singel album buku
        bukunya novel cerpen puisi sajak drama sinetron serial series komik manga anime gim game teater opera lukisan
        patung foto karya program programnya acara segmen rubrik kolom podcast siniar majalah koran tabloid surat
        kabar harian jurnal artikel tulisan esai opini editorial makalah laporan disertasi tesis skripsi studi riset
        dokumenter trilogi soundtrack konser tur pameran festival seminar webinar diskusi lokakarya simposium
        konferensi lomba kompetisi kampanye gerakan operasi proyek misi video konten kanal channel saluran akun grup
        komunitas undang-undang uu perda perpres peraturan keputusan menu tombol opsi fitur aplikasi kategori nominasi
        penghargaan kafe restoran toko warung kedai band kelompok geng kapal pesawat satelit merek merk brand produk
        tulis dokumen proposal piagam deklarasi naskah skenario pidato orasi kuliah kursus pelatihan talkshow
        gelar pentas pertunjukan tari tarian musikal balada mars himne reality variety show episode sekuel prekuel
        """),
    naming=words("""
        kata istilah sebutan julukan frasa frase ungkapan alias disebut disebutnya menyebut menyebutnya menyebutkan
        dijuluki berjuluk berjulukan dinamai dinamakan menamai bernama nama namanya dikenal dianggap dinilai dicap
        dilabeli label cap predikat gelar status stigma disapa panggilan dipanggil sapaan akrab populer lazim
        diistilahkan mengistilahkan sandi kode istilahnya arti berarti bermakna makna berlabel bergelar
        diberi diartikan ibarat bak seperti semacam sebagai menjadi secara para kaum si sang
        """),
    slogans=words("""
        slogan slogannya semboyan semboyannya moto motto tagline taglinenya jargon jargonnya yel-yel tagar hashtag
        bertuliskan tulisan bertulis poster spanduk baliho papan plakat pamflet kaus kaos stiker mural grafiti
        meneriakkan teriakan meneriaki pekik pekikan memekikkan nyanyian menyanyikan chant koor
        lantunan
        """),
    scripture=words("""
        berfirman firman firman-nya bersabda sabda sabdanya ayat surat surah hadis hadits hadist riwayat artinya
        terjemahan terjemahnya doa doanya membaca bacaan bacaannya lafal lafaz lafadz niat niatnya zikir dzikir
        qs q.s al-qur'an alquran quran injil alkitab mazmur amsal matius yohanes lukas markus kitab melafalkan
        takbir tasbih tahmid tahlil selawat shalawat salawat talbiyah syair
        """),
    sources=words("qs q.s qur'an al-qur'an hr h.r hadis hadits muttafaq muttafaqun mazmur matius yohanes lukas"),
    links=frozenset(
        {
            *("baca juga", "baca selengkapnya", "simak juga", "simak video", "simak selengkapnya", "simak pula"),
            *("tonton juga", "tonton video", "lihat juga", "lihat video", "saksikan juga", "saksikan video"),
            *("saksikan live", "cek juga", "artikel terkait", "berita terkait", "pilihan editor", "baca pula"),
            *("baca artikel", "artikel ini", "baca berita", "lihat selengkapnya", "video terkait", "tonton pula"),
        }
    ),
    not_a_title=words("""
        di ke dari dan atau untuk yang dengan pada dalam oleh bagi tak the of and a an in on to for with vs x itu para
        demi se serta sampai hingga agar soal bin binti al de la
        """),
)
