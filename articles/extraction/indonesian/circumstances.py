"""How Indonesian news tells when, where, to whom and by what way something was said."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.circumstance_words import CircumstanceWords

_DAYS: Final = r"(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu|Ahad)\b"
_PUNCTUATION: Final = r"[;!?\n“”\"()]|\.(?=\s|\Z)"
_TIMES: Final = r"saat|ketika|usai|seusai|selepas|setelah|sesudah|sebelum|kala|sambil|seraya|sembari"
_SAYS: Final = (
    r"(?:mengatakan|menyampaikan|menegaskan|menjelaskan|mengungkap\w*|menyatakan|mengaku|menilai|menambahkan|menuturkan|"
    r"mengimbau|meminta|mengklaim|mengeklaim|mengingatkan|memastikan|menekankan|berharap|menyebut\w*|melaporkan|menulis)"
)
_PAPERS: Final = (
    r"(?:keterangan|siaran pers|siaran tertulis|rilis|pers rilis|press release|pernyataan|surat|pesan|sambungan|"
    r"telepon|telpon|panggilan|akun|unggahan|postingan|cuitan|kicauan|utas|video|vlog|podcast|siniar|wawancara|"
    r"kanal|channel|saluran|media sosial|medsos|instagram|instastory|twitter|facebook|tiktok|whatsapp|wa\b|youtube|"
    r"telegram|threads|linkedin|x\b|truth social|blog|situs|laman|website|surel|e-?mail|email|konferensi video|"
    r"konferensi daring|zoom|siaran langsung|live|story|caption|laporan|makalah|artikel|kolom|jurnal|opini|buku|"
    r"memoar|dokumen|rekaman|kata pengantar|catatan|jawaban tertulis|fitur|maklumat|imbauan|pengumuman|aplikasi)"
)
_OCCASIONS: Final = (
    r"(?:konferensi pers|konpers|konferensi|jumpa pers|jumpa media|temu media|temu pers|rapat|raker|rakor|rakornas|"
    r"rakernas|rdp\b|rdpu|sidang|persidangan|diskusi|acara|forum|seminar|webinar|lokakarya|simposium|pidato|sambutan|"
    r"kunjungan|peluncuran|peresmian|pembukaan|penutupan|upacara|pertemuan|talkshow|talk show|gelar wicara|dialog|"
    r"debat|ktt\b|kuliah|ceramah|khotbah|khutbah|orasi|gelaran|festival|pameran|doorstop|apel|munas|muktamar|kongres|"
    r"deklarasi|kampanye|media briefing|briefing|paparan|pelantikan|perayaan|peringatan|gala|musyawarah|musrenbang|"
    r"audiensi|aksi|unjuk rasa|demonstrasi|reses|sarasehan|halaqah|tabligh|pengajian|ekspose|gelar perkara|sesi|"
    r"agenda|kegiatan|program|pleno|paripurna|kuliah umum|bedah buku|press conference|groundbreaking|rangkaian)"
)
# What somebody does, or is asked to do, where reporters hear it.
_APPEARS: Final = (
    r"(?:berbicara|berpidato|berorasi|ditemui|dijumpai|diwawancarai?|ditanya|menghadiri|hadir|membuka|menutup|meninjau|"
    r"memimpin|menjadi (?:pembicara|narasumber|saksi)|memberikan|memberi|menyampaikan|melakukan|mengunjungi|berkunjung|"
    r"menerima|mendampingi|bersaksi|bertemu|mengikuti|menggelar|diperiksa|pertandingan|laga|membacakan)"
)
_SPOTS: Final = (
    r"(?:kantor|gedung|rumah|kediaman|lokasi|hotel|kompleks|komplek|kawasan|balai|istana|markas|mapolres|mapolda|"
    r"mapolsek|polres|polda|polsek|mabes|pendopo|aula|ruang|stadion|lapangan|masjid|gereja|sekolah|kampus|pasar|"
    r"bandara|pelabuhan|stasiun|terminal|rsud|rs\b|rumah sakit|tkp|tempat|halaman|depan|hadapan|sela|sela-sela|tengah|"
    r"pengadilan|pn\b|sirkuit|studio|kafe|restoran|mal\b|mall\b|taman|alun-alun|posko|sekretariat|ibu kota|sini|sana)"
)

INDONESIAN: Final = CircumstanceWords(
    relays=re.compile(
        r"(?<!\w)(?:(?i:seperti|sebagaimana|yang|demikian)\s)?"
        r"(?i:dikutip|dilansir|disitat|disadur|dinukil|diwartakan|mengutip|melansir|menukil|mewartakan|menyadur|"
        r"(?:seperti|sebagaimana)\s(?:diberitakan|dilaporkan|ditulis|dimuat|ditayangkan|disiarkan|dirilis))(?:nya)?"
        r"(?:\s?(?:dari|oleh))?(?=[\sA-Z,]|detik)"
    ),
    hearers=re.compile(
        r"(?<!\w)(?i:kepada|diberitakan|dilaporkan|melaporkan|menurut|diterima|dihubungi|ditemui|diwawancarai?|"
        r"dimintai konfirmasi|dikonfirmasi|wawancara(?:\s(?:khusus|eksklusif))?\s(?:dengan|bersama)|"
        r"berbincang dengan|berbicara kepada|lapor)(?:\s(?:oleh|redaksi|tim|laporan))?(?=[\sA-Z]|detik)"
    ),
    issuers=re.compile(
        r"(?<!\w)(?i:menurut|berdasarkan|mengutip|merujuk|mengacu|dalam)(?:\s(?:pada|dari))?"
        r"\s(?i:keterangan|pernyataan|siaran pers|rilis|laporan|data)(?:\s(?:resmi|pers|tertulis|terbaru|dari))?(?=\s)"
    ),
    relay_ends=re.compile(
        rf"{_PUNCTUATION}|,\s+(?=[a-z(0-9]|{_DAYS})|\s(?:pada|{_TIMES}|dalam|di|untuk|tentang|soal|terkait|mengenai|"
        rf"yang|karena|bahwa|kepada|hari|berjudul|edisi|{_SAYS}|{_DAYS})(?=\s|\Z)"
    ),
    passed_on=re.compile(
        r"(?<!\w)(?i:dikutip|dilansir|disitat|disadur|dinukil|diwartakan|mengutip|melansir|menukil|dilihat|diterima|"
        r"diakses|dipantau|dirilis|dibaca|diunduh|ditulis)(?!\w*kan\b)"
    ),
    agency=re.compile(r"\b(?i:kantor berita|news agency|newswire)\b"),
    newsroom=re.compile(
        r"\b(?i:harian|koran|surat kabar|majalah|tabloid|media|televisi|stasiun tv|radio|portal|"
        r"situs berita|laman berita|jaringan|saluran berita|wartawan|jurnalis)\b|"
        r"\.(?i:com|id|net|org|tv|news|co)\b|\b(?:TV|FM|DW|ESPN|RAI|NHK|ZDF|ARD|SCMP)\b|"
        r"\b(?i:detik\w{2,}|tribun\w*|\w+news|\w+ times|\w+ post)\b"
    ),
    papers=re.compile(
        r"\b(?i:(?:laman|situs|website|web) resmi|keterangan|pernyataan|siaran pers|rilis|laporan resmi|dokumen|data)\b"
    ),
    accounts=re.compile(
        r"@\w|\b(?i:akun|unggahan|postingan|instagram|twitter|facebook|tiktok|youtube|threads|telegram|story|cuitan|"
        r"video|kanal|channel|podcast|siniar|media sosial|truth social)\w*|\bX\b"
    ),
    listeners=re.compile(r"(?<!\w)(?i:kepada)(?=\s\w)"),
    given=re.compile(
        r"\b(?i:member\w{0,6}|menyerah\w{0,3}|menyalur\w{0,3}|membagi\w{0,5}|menyumbang\w{0,3}|diberikan|diserahkan|"
        r"disalurkan|dibagikan|bantuan|dukungan|terima kasih|layanan|pelayanan|sosialisasi|edukasi|imbauan|pinjaman|"
        r"kredit|sanksi|kekerasan|kepercayaan|perhatian|apresiasi|penghargaan|kesempatan|menjual\w{0,3}|dijual|"
        r"laporan|melapor\w{0,3}|dilaporkan|tunduk|loyal|setia|percaya|bertakwa|patuh|dijatuhkan|ditujukan|suap|"
        r"diperuntukkan|uang|hadiah)(?:\s[^\s,.]{1,30}){0,5}\s\Z"
    ),
    listener_ends=re.compile(
        rf"{_PUNCTUATION}|,\s+(?=[a-z(0-9]|{_DAYS})|\s(?:pada|{_TIMES}|dalam|di|untuk|tentang|soal|terkait|mengenai|yang|"
        rf"karena|bahwa|hari|agar|supaya|jika|melalui|lewat|via|seperti|sebagaimana|dikutip|dilansir|{_DAYS})(?=\s|\Z)"
    ),
    media=re.compile(rf"(?<!\w)(?i:dalam|melalui|lewat|via|dari|pada|di)\s(?:(?i:sebuah|suatu)\s)?(?=(?i:{_PAPERS}))"),
    medium_ends=re.compile(
        rf"{_PUNCTUATION}|,|\s(?:tentang|soal|terkait|mengenai|yang|pada|di|kepada|{_TIMES}|untuk|seperti|"
        rf"sebagaimana|dikutip|dilansir|bertajuk|berjudul|hari|kemarin|bahwa|sehari|beberapa|miliknya|dari|menanggapi|"
        rf"bersama|dengan|dilihat|{_SAYS}|{_DAYS})(?=\s|\Z)|\s(?:dikutip|dilansir|melansir|mengutip)"
    ),
    occasions=re.compile(
        rf"(?<!\w)(?:(?:saat|ketika|usai|seusai|selepas|sesudah|setelah|sebelum|kala)\s(?!(?i:ini|itu|dihubungi|"
        rf"dikonfirmasi|tersebut|dimintai)\b)(?=\w)|(?i:dalam|pada|lewat|melalui)\s(?=(?i:{_OCCASIONS})(?:nya)?\b)|"
        rf"(?P<place>di\s(?=[A-Z]|(?i:{_SPOTS})(?:nya)?\b)))"
    ),
    openings=re.compile(
        rf"(?<!\w)(?:(?i:saat|ketika|usai|seusai|selepas|sesudah|setelah|sebelum)\s(?=(?i:{_APPEARS}|{_OCCASIONS})\b)|"
        rf"(?i:dalam|pada)\s(?=(?i:{_OCCASIONS})(?:nya)?\b)|(?i:ditemui|dijumpai)\s(?=di\s))"
    ),
    places_after=re.compile(
        r"(?:\b[A-Z][\w.'’-]*|nya|\b(?:dia|ia|beliau|mereka|saya|wartawan|media|pers|jurnalis|reporter|hadirin|lagi|tadi|"
        r"sebelumnya|kemarin|ditemui|dijumpai|dalam|singkat|lantang|terpisah)|[,)\]\d%\"”’])\s\Z"
    ),
    occasion_ends=re.compile(
        rf"{_PUNCTUATION}|\s(?:sambil|seraya|sembari|yang|seperti|sebagaimana|dikutip|dilansir|merespons|merespon|"
        rf"menanggapi|terkait|soal|tentang|mengenai|kepada|melalui|lewat|pada hari|kemarin|tadi|hari|lalu|beberapa|"
        rf"pada|{_SAYS}|{_DAYS})(?=\s|\Z)|,\s+(?:{_DAYS}|(?=[a-z(0-9]))"
    ),
    more_said=re.compile(
        r"\s(?:(?:seraya|sembari|sambil|dan|serta|yang)\s(?:juga\s|kemudian\s)?(?:meng|men|mem|me|ber)[a-z]{3,14}|bahwa|"
        r"bahwasanya|karena|sebab|sehingga|tetapi|tapi|namun|sedangkan|sementara)(?=\s)"
    ),
    day_leads=re.compile(r"\b(?i:pada)(?:\s(?:hari|tanggal|Hari|Tanggal))?\s\Z|\b(?i:hari|tanggal)\s\Z"),
    not_said=re.compile(
        r"\b(?i:sejak|hingga|sampai|mulai|per|antara|untuk|jelang|menjelang|edisi|periode|tenggat|paling lambat|"
        r"dijadwalkan|berlaku|deadline|lahir|kelahiran|berakhir)\s(?:(?:dengan|pada|hari|tanggal|dari)\s){0,2}\(?\Z"
    ),
    subjects=re.compile(r"\s(?:tentang|soal|terkait|mengenai|yang|menanggapi|merespons|atas|menyusul|perihal|ihwal)\s"),
    earlier=re.compile(r"\A\W*(?i:sebelumnya|dulu|dahulu|pada kesempatan (?:lain|berbeda|terpisah)|terpisah)\b"),
)
