"""Topics in Indonesian: their names, and what publishers call the sections that they file articles under.

Names of sections are written as `articles.extraction.topics` compares them: small letters, words parted by one space.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "medtop:01000000": "seni, budaya, hiburan, dan media",
    "medtop:02000000": "kejahatan, hukum, dan peradilan",
    "medtop:03000000": "bencana, kecelakaan, dan keadaan darurat",
    "medtop:04000000": "ekonomi, bisnis, dan keuangan",
    "medtop:05000000": "pendidikan",
    "medtop:06000000": "lingkungan hidup",
    "medtop:07000000": "kesehatan",
    "medtop:08000000": "kisah manusia",
    "medtop:09000000": "ketenagakerjaan",
    "medtop:10000000": "gaya hidup dan waktu luang",
    "medtop:11000000": "politik",
    "medtop:12000000": "agama",
    "medtop:13000000": "ilmu pengetahuan dan teknologi",
    "medtop:14000000": "masyarakat",
    "medtop:15000000": "olahraga",
    "medtop:16000000": "konflik, perang, dan perdamaian",
    "medtop:17000000": "cuaca",
    "medtop:20000056": "konflik bersenjata",
    "medtop:20000093": "korupsi",
    "medtop:20000139": "kecelakaan dan keadaan darurat",
    "medtop:20000148": "bencana",
    "medtop:20000385": "pasar dan bursa",
    "medtop:20000505": "selebritas",
    "medtop:20000574": "pemilihan umum",
    "medtop:20000638": "hubungan internasional",
    "medtop:20000677": "Islam",
    "medtop:20000756": "teknologi dan rekayasa",
    "medtop:20001065": "sepak bola",
    "medtop:20001279": "mata uang kripto",
    "local:otomotif": "otomotif",
    "local:wisata": "wisata",
}

# Code to names of sections, parted by semicolons. "Nasional", "regional", "internasional" and the like say nothing.
SECTIONS: Final[Mapping[str, str]] = {
    "medtop:01000000": """
        hiburan; showbiz; seni; budaya; seni budaya; seni dan budaya; musik; film; entertainmen; sinopsis; senggang;
        berita hiburan; sastra; buku; k pop; kpop; drakor; bioskop; pentas; korea; film dan musik; film musik
    """,
    "medtop:02000000": """
        hukum; kriminal; hukum kriminal; hukum dan kriminal; hukum dan kriminalitas; hukrim; peristiwa kriminal;
        kriminalitas; hukum dan ham; politik dan hukum; hukum peristiwa; peradilan; sidang; kriminal hukum
    """,
    "medtop:03000000": "bencana; bencana alam; kecelakaan; kebakaran; bencana dan kecelakaan; musibah",
    "medtop:04000000": """
        ekonomi; bisnis; keuangan; ekbis; ekonomi bisnis; ekonomi dan bisnis; ekonomi makro; makro; perbankan;
        moneter; industri; energi; infrastruktur; properti; berita ekonomi bisnis; perdagangan; umkm; asuransi;
        investasi; ekonomi syariah; syariah; ekonomi hijau; finansial; agribisnis; pertanian; korporasi; emiten dan
        korporasi; duit; ekonomi digital; perencanaan keuangan; ukm; wirausaha; entrepreneur
    """,
    "medtop:05000000": """
        pendidikan; edukasi; edu; sekolah; kampus; perguruan tinggi; beasiswa; skola; detikedu; eduhub; didaktika
    """,
    "medtop:06000000": "lingkungan; lingkungan hidup; iklim; esgnow; lestari; lestari bumi; perubahan iklim",
    "medtop:07000000": """
        kesehatan; sehat; detikhealth; berita detikhealth; kebugaran; info sehat; kesehatan dan gizi
    """,
    "medtop:09000000": "ketenagakerjaan; lowongan; lowongan kerja; loker; karier; karir; buruh; tenaga kerja",
    "medtop:10000000": """
        gaya hidup; gaya; kuliner; resep; mode; fesyen; fashion; kecantikan; parenting; info kuliner; wolipop;
        zodiak; rumah; hobi; kuliner dan resep; makanan; ragam gaya
    """,
    "medtop:11000000": "politik; politik nasional; pemerintahan; legislatif; parlemen; dpr; polhuk",
    "medtop:12000000": "agama; keagamaan; religi; kristen; katolik; hindu; rohani; iman katolik",
    "medtop:13000000": "sains; iptek; ilmu pengetahuan; sains dan teknologi; saintek; antariksa; sains teknologi",
    "medtop:15000000": """
        olahraga; raket; bulu tangkis; bulutangkis; basket; voli; bola voli; tinju; otosport; sport lain; balap; g
        sport; arena; superskor; sportainment; bulutangkis nasional; all sport; ragam olahraga; olahraga lain; lain
        lain sport
    """,
    "medtop:17000000": "cuaca; prakiraan cuaca; info cuaca",
    "medtop:20000093": "korupsi; tipikor; kpk",
    "medtop:20000385": """
        saham; pasar modal; bursa; bursa dan valas; bursa efek; valas; pasar; reksadana; reksa dana; komoditas
    """,
    "medtop:20000505": """
        seleb; selebriti; selebritas; artis; selebritis; gosip; infotainment; celeb detik; selebgram; hot gossip;
        kabar artis
    """,
    "medtop:20000574": "pemilu; pilkada; pilpres; pemilu 2024; pilkada 2024; pilpres 2024; pileg; kotak suara",
    "medtop:20000638": "hubungan internasional; diplomasi; hubungan luar negeri",
    "medtop:20000677": """
        islami; khazanah; hikmah; kalam; dunia islam; ramadan; ramadhan; haji; umrah; haji dan umrah; islam
        nusantara; khasanah; muslimah; quran; mualaf; fatwa; republika khazanah; islam digest; kajian; doa; hikmah
        islam; haji umrah
    """,
    "medtop:20000756": """
        teknologi; tekno; inet; gawai; gadget; aplikasi; telekomunikasi; telecommunication; internet; digital
    """,
    "medtop:20001065": """
        bola; sepak bola; sepakbola; liga indonesia; liga inggris; liga italia; liga spanyol; liga 1; liga
        champions; bola dunia; bola nasional; liga dunia; bola internasional; timnas indonesia; timnas; piala dunia;
        bundesliga; liga jerman; sepak bola nasional; super skor; persib; persija; bola indonesia; ragam bola;
        sepakbola nasional
    """,
    "medtop:20001279": "kripto; aset kripto; mata uang kripto",
    "local:otomotif": """
        otomotif; oto; mobil; motor; mobil listrik; motor listrik; mobil baru; sepeda motor; ototest mobil
    """,
    "local:wisata": """
        wisata; pariwisata; jalan jalan; detiktravel; plesiran; destinasi; domestic destination; liburan;
        travelling; wisata kuliner; info wisata; travelpedia; destinasi wisata
    """,
}

# What a host tells whose name does not say it; "" for one that says nothing though its name seems to.
HOSTS: Final[Mapping[str, str]] = {
    "hot.detik.com": "medtop:01000000",
    "inet.detik.com": "medtop:20000756",
    "food.detik.com": "medtop:10000000",
    "wolipop.detik.com": "medtop:10000000",
    "kalam.sindonews.com": "medtop:20000677",
    "cantik.tempo.co": "medtop:10000000",
    "www.bola.net": "medtop:20001065",
    "www.bola.com": "medtop:20001065",
    "www.indosport.com": "medtop:15000000",
    "www.cnbcindonesia.com": "medtop:04000000",
    "www.kontan.co.id": "medtop:04000000",
    "www.bisnis.com": "medtop:04000000",
    "www.kapanlagi.com": "medtop:01000000",
    "www.insertlive.com": "medtop:20000505",
    "islam.nu.or.id": "medtop:20000677",
}
