"""Indonesian words for days, and those that tell which day is meant."""

from __future__ import annotations

from typing import Final

from articles.extraction.day_words import DayWords, split

DAYS: Final = DayWords(
    shifts={
        "hari ini": ("day", 0),
        "pagi ini": ("day", 0),
        "siang ini": ("day", 0),
        "sore ini": ("day", 0),
        "petang ini": ("day", 0),
        "malam ini": ("day", 0),
        "dini hari tadi": ("day", 0),
        "pagi tadi": ("day", 0),
        "siang tadi": ("day", 0),
        "sore tadi": ("day", 0),
        "tadi pagi": ("day", 0),
        "tadi siang": ("day", 0),
        "tadi sore": ("day", 0),
        "tadi malam": ("day", -1),
        "semalam": ("day", -1),
        "kemarin malam": ("day", -1),
        "kemarin": ("day", -1),
        "kemarin lusa": ("day", -2),
        "kemarin dulu": ("day", -2),
        "besok": ("day", 1),
        "esok": ("day", 1),
        "esok hari": ("day", 1),
        "keesokan harinya": ("day", 1),
        "lusa": ("day", 2),
        "pekan ini": ("week", 0),
        "minggu ini": ("week", 0),
        "pekan lalu": ("week", -1),
        "pekan kemarin": ("week", -1),
        "minggu lalu": ("week", -1),
        "minggu kemarin": ("week", -1),
        "pekan depan": ("week", 1),
        "minggu depan": ("week", 1),
        "bulan ini": ("month", 0),
        "bulan lalu": ("month", -1),
        "bulan kemarin": ("month", -1),
        "bulan depan": ("month", 1),
        "tahun ini": ("year", 0),
        "tahun lalu": ("year", -1),
        "tahun kemarin": ("year", -1),
        "tahun depan": ("year", 1),
    },
    units={"hari": "day", "pekan": "week", "minggu": "week", "bulan": "month", "tahun": "year"},
    counts={
        "se": 1,
        "satu": 1,
        "dua": 2,
        "tiga": 3,
        "empat": 4,
        "lima": 5,
        "enam": 6,
        "tujuh": 7,
        "delapan": 8,
        "sembilan": 9,
        "sepuluh": 10,
        "sebelas": 11,
        "dua belas": 12,
    },
    ago=split("lalu, yang lalu, silam, yang silam"),
    later=split("lagi"),
    back=split("lalu, yang lalu, silam, kemarin, tadi"),
    ahead=split("mendatang, yang akan datang, nanti, depan, besok"),
    now=split("ini"),
    parts=split("pagi, siang, sore, petang, malam, dini hari, dinihari, subuh"),
    to_come=split(
        "akan, bakal, hendak, dijadwalkan, terjadwal, rencananya, direncanakan, berencana, ditargetkan, menargetkan, "
        "diperkirakan, diprediksi, diproyeksikan, paling lambat, paling cepat, selambat-lambatnya, paling lama, "
        "mendatang, besok, menjelang, jelang, siap, tenggat, jatuh pada, jadwal, segera, diagendakan, dibuka hingga"
    ),
    since=split("sejak, semenjak, terhitung sejak, sejak tanggal, sejak hari, sejak bulan"),
    until=split("hingga, sampai, sampai dengan, s/d, hingga tanggal, hingga akhir, sampai akhir, sampai tanggal"),
    through=split("hingga, sampai, sampai dengan, s/d, s.d., s.d, sd, hingga tanggal, sampai tanggal"),
    and_=split("dan, &, serta"),
    before_month=split(
        "pada, bulan, pada bulan, sejak, sejak bulan, hingga, sampai, mulai, akhir, awal, pertengahan, sepanjang, "
        "selama, per, periode, di bulan, dari, antara"
    ),
    before_year=split(
        "tahun, pada, sejak, di, hingga, sampai, periode, awal, akhir, pertengahan, sepanjang, selama, antara, kurun, "
        "era, dari, anggaran, buku, ajaran, musim, dekade, per, ta, medio, untuk, tahun ke, mulai, angkatan, "
        "kelahiran, produksi"
    ),
    before_weekday=split("pada, hari, sejak, mulai, hingga, sampai, wartawan, perdagangan"),
    before_back=(),
    before_ahead=(),
    counted=split(
        "orang, unit, titik, rumah, warga, meter, km, kilometer, hektare, hektar, ton, kg, kilogram, liter, paket, "
        "siswa, mahasiswa, peserta, kali, rupiah, dolar, persen, personel, lembar, buah, ekor, jiwa, kepala, pelari, "
        "tenaga, cc, watt, mAh, MHz"
    ),
    every=split("setiap, tiap, saban, setiap hari, tiap hari, puasa, pasar, hari-hari"),
    quarters={
        "i": 1,
        "ii": 2,
        "iii": 3,
        "iv": 4,
        "1": 1,
        "2": 2,
        "3": 3,
        "4": 4,
        "pertama": 1,
        "kedua": 2,
        "ketiga": 3,
        "keempat": 4,
    },
    quarter=split("kuartal, triwulan"),
    half=split("semester"),
    decade=r"\s?[-–]?an(?!\w)",
    before_decade=split("tahun, era, dekade, angkatan"),
    number=split("nomor, no, no."),
    that_occasion=split(
        "pada kesempatan itu, pada kesempatan tersebut, pada kesempatan yang sama, dalam kesempatan itu, "
        "dalam kesempatan tersebut, dalam kesempatan yang sama, di kesempatan yang sama, di kesempatan itu"
    ),
    that_day=split("hari itu, hari yang sama, hari tersebut, tanggal tersebut, tanggal itu"),
    that_time=split("kala itu, saat itu, ketika itu, waktu itu, pada saat itu, pada waktu itu"),
    that_year=split("tahun itu, tahun tersebut, tahun yang sama"),
    after=split("setelah, sesudah, pasca, pascaperistiwa, usai, sejak"),
    same=split("atau, yakni, yaitu"),
    some=split("beberapa, sejumlah"),
    within=split("dalam, setelah, sesudah, usai, selama, sejak"),
    hours=split("jam, menit"),
    vague=split(
        "baru-baru ini, belakangan ini, beberapa waktu lalu, beberapa waktu yang lalu, beberapa hari lalu, "
        "beberapa hari yang lalu, beberapa hari terakhir, beberapa pekan lalu, beberapa pekan terakhir, "
        "beberapa bulan lalu, beberapa bulan terakhir, beberapa tahun lalu, beberapa tahun terakhir, "
        "dalam waktu dekat, setelah beberapa waktu"
    ),
    last_time=split("terakhir kali, kali terakhir, terakhir kalinya"),
)
